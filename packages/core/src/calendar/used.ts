import { startCourse, startDay } from './course.ts';
import type { Course } from './course.ts';
import { DAY_MS } from './day.ts';
import { isHourUnit } from './duration.ts';
import { heldWithin } from './holds.ts';
import type { Timeline } from './holds.ts';
import { elapsedTime, timeOnWorkingDays } from './timeline.ts';
import type { Instant, Limit, Reckoning } from './time.ts';
import type { Calendar } from './working-calendar.ts';

/** What the time used of a limit is measured in: milliseconds, of working time or of all, or whole days that were or were not worked. */
export type Measure = 'ms' | 'working-ms' | 'days' | 'working-days';

/** The measure of a limit: its own kind; days for one that ends with a day; milliseconds for an instant and for none. */
export function measureOf(limit: Limit): Measure {
  switch (limit.kind) {
    case 'none': case 'instant': return 'ms';
    case 'day': case 'end-of': return 'days';
    case 'duration': {
      const { unit } = limit.duration;
      if (unit === 'hours' || unit === 'minutes') return 'ms';
      return isHourUnit(unit) ? 'working-ms' : unit === 'working-days' ? 'working-days' : 'days';
    }
  }
}

/**
 * Time used from the start up to an instant, holds left out, in the limit's own measure (`measureOf`). A day is used once it is
 * over, so that a hold which begins on it can still leave it out: time used never runs back.
 */
export function used(calendar: Calendar, reckoning: Reckoning, at: Instant): number {
  const holds = reckoning.holds.filter(({ from }) => from <= at).map((hold) => ({ ...hold, to: Math.min(hold.to ?? at, at) }));
  const course = startCourse(calendar, { policy: reckoning.policy, holds });
  const measure = measureOf(reckoning.limit);
  if (at <= reckoning.start.at) return 0;
  switch (measure) {
    case 'ms': return timeUsed(course, elapsedTime, reckoning.start.at, at);
    case 'working-ms': return timeUsed(course, calendar.workingTime, reckoning.start.at, at);
    default: return reckoning.policy.hold === 'exact' ? exactDaysUsed(course, reckoning, measure, at) : daysUsed(course, reckoning, measure, at);
  }
}

const timeUsed = ({ held }: Course, time: Timeline, from: Instant, at: Instant): number =>
  at <= from ? 0 : time.between(from, at) - heldWithin(from, at, held, time);

/** Whole days that count, were not held, and are over. */
function daysUsed(course: Course, { start, policy }: Reckoning, measure: Measure, at: Instant): number {
  const { calendar: { zone, numbered }, heldDays } = course;
  const first = startDay(course, start);
  const last = zone.dayAt(at) - 1;
  const before = policy.countStart && !policy.moment ? first - 1 : first;
  if (last <= before) return 0;
  const count = (from: number, to: number) => (measure === 'working-days' ? numbered.workingBetween(from - 1, to) : to - from + 1);
  let days = count(before + 1, last);
  for (const held of heldDays) {
    const [from, to] = [Math.max(held.first, before + 1), Math.min(held.last, last)];
    if (from <= to) days -= count(from, to);
  }
  return days;
}

/** Days of 24 hours, where holds are exact to the moment. */
function exactDaysUsed(course: Course, { start, policy }: Reckoning, measure: Measure, at: Instant): number {
  const { calendar } = course;
  const first = startDay(course, start) + (policy.countStart ? 0 : 1);
  const from = policy.moment ? start.at : calendar.zone.startOf(first);
  return Math.floor(timeUsed(course, measure === 'working-days' ? timeOnWorkingDays(calendar) : elapsedTime, from, at) / DAY_MS);
}
