import { dueAt, lastDayAt, rely, startCourse } from './course.ts';
import type { Course, Position } from './course.ts';
import { DAY_MS, dayNumber } from './day.ts';
import { durationMs, isHourUnit } from './duration.ts';
import type { Duration } from './duration.ts';
import { addMonthsTo } from './period.ts';
import type { Due, TimePolicy } from './time.ts';
import type { Calendar } from './working-calendar.ts';

/** Where a milestone that is laid out backwards lands, and where it stands once a rest day has moved it to the working day before. */
export interface Milestone {
  readonly landed: Position;
  readonly moved: Position;
  readonly due: Due;
}

/**
 * A milestone so long before a base (倒排): days back from the base's day, hours back from its instant. One that lands on a rest
 * day moves to the working day before, unless rest days stay. Whether it is past already is for the caller to see.
 */
export const reckonBackwards = (calendar: Calendar, base: Due, by: Duration, policy: TimePolicy): Due =>
  milestone(calendar, base, by, policy).due;

/** The same with its steps, for an explanation. */
export function milestone(calendar: Calendar, base: Due, by: Duration, policy: TimePolicy): Milestone {
  const course = startCourse(calendar, { policy, holds: [] });
  const landed = landing(course, base, by);
  const moved = by.unit === 'working-days' ? landed : beforeRestDays(course, landed);
  const due = dueAt(course, moved);
  return { landed, moved, due: base.provisional ? { ...due, provisional: true } : due };
}

/** The day so long before or after another, by working days or by the calendar. */
export function offsetDay(calendar: Calendar, day: number, { amount, unit }: Duration, sign: 1 | -1): number {
  switch (unit) {
    case 'working-days': return calendar.numbered.addWorking(day, sign * amount);
    case 'days': return day + sign * amount;
    case 'weeks': return day + sign * amount * 7;
    case 'months': return addMonthsTo(day, sign * amount);
    case 'years': return addMonthsTo(day, sign * amount * 12);
    default: throw new TypeError(`${unit} are no days`);
  }
}

function landing(course: Course, base: Due, by: Duration): Position {
  const { calendar, calendar: { zone } } = course;
  if (isHourUnit(by.unit)) {
    const ms = durationMs(by);
    if (by.unit === 'hours' || by.unit === 'minutes') return { kind: 'instant', at: base.at - ms };
    const at = calendar.addWorkingTime(base.at, -ms);
    rely(course, zone.dayAt(at), zone.dayAt(base.at - 1));
    return { kind: 'instant', at };
  }
  const baseDay = base.day === undefined ? zone.dayAt(base.at) : dayNumber(base.day);
  const day = offsetDay(calendar, baseDay, by, -1);
  const inWorkingDays = by.unit === 'working-days';
  if (inWorkingDays) rely(course, day, baseDay - 1);
  if (!course.policy.moment || base.day !== undefined) return { kind: 'day', day, rolls: true };
  if (inWorkingDays) rely(course, baseDay, baseDay);
  const runs = !inWorkingDays || calendar.numbered.isWorking(baseDay);             // nothing has run on a rest day
  const wall = runs ? base.at + zone.offsetAt(base.at) - baseDay * DAY_MS : 0;
  return { kind: 'moment', at: zone.at(day, wall), day, wall, rolls: true };
}

function beforeRestDays(course: Course, position: Position): Position {
  if (position.kind === 'instant' || course.policy.restDay === 'stay') return position;
  const { numbered, zone } = course.calendar;
  const last = lastDayAt(position);
  const day = numbered.previous(last);
  rely(course, day, last);
  if (day === last) return position;
  if (position.kind === 'day') return { ...position, day };
  const wall = position.wall === 0 ? DAY_MS : position.wall;
  return { ...position, day, wall, at: zone.at(day, wall) };
}
