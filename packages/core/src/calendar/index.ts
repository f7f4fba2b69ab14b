export type { Duration, DurationUnit } from './duration.ts';
export { durationMs, formatDuration, isHourUnit, parseDuration } from './duration.ts';
export type {
  Day, Due, Extension, Hold, Instant, Limit, Period, Reckoning, Segment, Start, TimeOfDay, TimePolicy,
} from './time.ts';
export { dayNumber, dayOf, parseDay, weekdayOf } from './day.ts';
export { parseTimeOfDay, parseDaySpan } from './time-of-day.ts';
export type { Zone } from './zone.ts';
export { isZoneName, zoneOf } from './zone.ts';
export { formatInstant, parseInstant } from './instant-text.ts';
export type { ArrangedDay, Arrangement, DayName } from './arrangement.ts';
export { stateCouncilArrangement } from './arrangement.ts';
export type { CalendarSpec, DayException, HoursText, OfficeHours, Season, Weekday } from './calendar-spec.ts';
export { DEFAULT_HOURS, WEEKDAYS } from './calendar-spec.ts';
export type { CalendarProblem } from './check-calendar.ts';
export { checkCalendar } from './check-calendar.ts';
export type { Calendar, CalendarOptions, NumberedDays } from './working-calendar.ts';
export { compileCalendar } from './working-calendar.ts';
export { DEFAULT_POLICY, reckon } from './due.ts';
export { offsetDay } from './backwards.ts';
export { reckonBackwards } from './backwards.ts';
export type { Measure } from './used.ts';
export { measureOf, used } from './used.ts';
export type { QuietHours } from './rung.ts';
export { afterQuietHours, rung, rungAgain } from './rung.ts';
export { explain, explainBackwards } from './explain.ts';
export type { Sentence } from './explain-text.ts';
export { segmentText } from './explain-text.ts';
