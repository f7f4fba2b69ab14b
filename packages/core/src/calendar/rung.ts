import { offsetDay } from './backwards.ts';
import { DAY_MS, dayNumber } from './day.ts';
import { durationMs, isHourUnit } from './duration.ts';
import type { Duration } from './duration.ts';
import { timeOfDayMs } from './time-of-day.ts';
import type { Due, Instant, TimeOfDay } from './time.ts';
import type { Calendar } from './working-calendar.ts';
import type { Zone } from './zone.ts';

/** Hours in which nobody is to be disturbed; they may run over midnight. */
export interface QuietHours {
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
}

/**
 * Where a rung of a reminder ladder stands: hours from the due instant; days from the due day, when the office opens on the day
 * they lead to (at midnight where it does not open). In quiet hours it waits for their end.
 */
export function rung(calendar: Calendar, due: Due, offset: Duration, side: 'before' | 'after', quiet?: QuietHours): Instant {
  const instant = isHourUnit(offset.unit) ? hoursFrom(calendar, due, offset, side) : openingOf(calendar, due, offset, side);
  return quiet === undefined ? instant : afterQuietHours(instant, quiet, calendar.zone);
}

/** Where a rung that repeats comes again: so long after it was reached, as a rung stands after a due time. */
export const rungAgain = (calendar: Calendar, reached: Due, every: Duration, quiet?: QuietHours): Instant => rung(calendar, reached, every, 'after', quiet);

/** The instant itself, or the end of the quiet hours that it lies in. */
export function afterQuietHours(instant: Instant, quiet: QuietHours, zone: Zone): Instant {
  const day = zone.dayAt(instant);
  const wall = instant + zone.offsetAt(instant) - day * DAY_MS;
  const [from, to] = [timeOfDayMs(quiet.from), timeOfDayMs(quiet.to)];
  // Where the clocks are set back their end comes twice: the one still to come is meant.
  const end = (): Instant => {
    const first = zone.at(day, to);
    return first >= instant ? first : instant + to - wall;
  };
  if (from <= to) return wall >= from && wall < to ? end() : instant;
  if (wall < to) return end();
  return wall >= from ? zone.at(day + 1, to) : instant;
}

function hoursFrom(calendar: Calendar, { at }: Due, offset: Duration, side: 'before' | 'after'): Instant {
  const ms = side === 'before' ? -durationMs(offset) : durationMs(offset);
  return offset.unit === 'hours' || offset.unit === 'minutes' ? at + ms : calendar.addWorkingTime(at, ms);
}

function openingOf(calendar: Calendar, due: Due, offset: Duration, side: 'before' | 'after'): Instant {
  const { zone, numbered } = calendar;
  const dueDay = due.day === undefined ? zone.dayAt(due.at) : dayNumber(due.day);
  const day = offsetDay(calendar, dueDay, offset, side === 'before' ? -1 : 1);
  return zone.at(day, numbered.ruleOf(day).hours[0]?.from ?? 0);
}
