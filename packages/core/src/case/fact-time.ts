import { DEFAULT_POLICY, dayNumber, dayOf, formatInstant, isHourUnit, offsetDay, parseDuration, reckon, reckonBackwards } from '../calendar/index.ts';
import type { Calendar, Day, Duration, Instant, TimePolicy } from '../calendar/index.ts';
import type { FactTime } from '../rules/index.ts';

/** From moment to moment; what somebody compares with is not moved past a rest day. */
const POLICY: TimePolicy = { ...DEFAULT_POLICY, moment: true, restDay: 'stay' };

/** What conditions need of time: local days, words for moments, and a day or a moment moved by a duration, each way as the calendar runs. */
export const factTime = (calendar: Calendar): FactTime => ({
  dayOf: (at) => dayOf(calendar.zone.dayAt(at)),
  formatMoment: (at) => formatInstant(at, calendar.zone).slice(0, 16).replace('T', ' '),
  add: (value, text, sign) => {
    const duration = parseDuration(text);
    if (duration === undefined) return value;
    return typeof value === 'string' ? moveDay(calendar, value, duration, sign) : moveMoment(calendar, value, duration, sign);
  },
});

/** A moment so much earlier is not the mirror of one so much later: other holidays and other months lie on that side. */
const moveMoment = (calendar: Calendar, at: Instant, duration: Duration, sign: 1 | -1): Instant =>
  (sign === -1
    ? reckonBackwards(calendar, { at }, duration, POLICY).at
    : reckon(calendar, { limit: { kind: 'duration', duration }, policy: POLICY, start: { at }, holds: [], extensions: [] })!.at);

/** A day moved by hours is the day that its midnight is moved to. */
const moveDay = (calendar: Calendar, day: Day, duration: Duration, sign: 1 | -1): Day =>
  dayOf(isHourUnit(duration.unit)
    ? calendar.zone.dayAt(moveMoment(calendar, calendar.zone.startOfDay(day), duration, sign))
    : offsetDay(calendar, dayNumber(day), duration, sign));
