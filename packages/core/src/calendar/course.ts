import { lastDayOf } from './counting-days.ts';
import { DAY_MS, dayNumber, dayOf } from './day.ts';
import { durationMs, isHourUnit } from './duration.ts';
import type { Duration } from './duration.ts';
import { heldDays, heldStretches, isHeldDay, pastHolds } from './holds.ts';
import type { HeldDays, HeldStretch, Timeline } from './holds.ts';
import { endOfPeriod } from './period.ts';
import { timeOfDayMs } from './time-of-day.ts';
import type { Due, Extension, Instant, Reckoning, Start, TimePolicy } from './time.ts';
import type { Calendar } from './working-calendar.ts';
import { elapsedTime, timeOnWorkingDays } from './timeline.ts';

/**
 * Where a reckoning stands: at an instant; at the end of a day; or at a moment of a day, when days run from moment to moment
 * (`wall`: milliseconds since its midnight, up to 24:00). What `rolls` moves on if it is a rest day.
 */
export type Position =
  | { readonly kind: 'instant'; readonly at: Instant }
  | { readonly kind: 'day'; readonly day: number; readonly rolls: boolean }
  | { readonly kind: 'moment'; readonly at: Instant; readonly day: number; readonly wall: number; readonly rolls: true };

/** One duration that was gone through, the limit's own or an extension's. */
export interface Stretch {
  readonly duration: Duration;
  readonly from: Position;
  readonly to: Position;
  readonly counted: boolean;
  readonly extension?: Extension;
}

/** A reckoning under way. */
export interface Course {
  readonly calendar: Calendar;
  readonly policy: TimePolicy;
  readonly held: readonly HeldStretch[];
  readonly heldDays: readonly HeldDays[];
  /** First and last day of which it mattered whether they are worked. */
  reliedFrom: number;
  reliedTo: number;
  /** Filled for an explanation only. */
  readonly stretches: Stretch[] | undefined;
}

export function startCourse(calendar: Calendar, { policy, holds }: Pick<Reckoning, 'policy' | 'holds'>, stretches?: Stretch[]): Course {
  return {
    calendar, policy,
    held: heldStretches(holds),
    heldDays: heldDays(holds, calendar.zone),
    reliedFrom: Infinity, reliedTo: -Infinity,
    stretches,
  };
}

/** Goes from the start to where the limit ends, before a rest day moves it; nowhere for a limit that never ends. */
export function endOfLimit(course: Course, { limit, start, extensions }: Reckoning): Position | undefined {
  let position: Position;
  switch (limit.kind) {
    case 'none': return undefined;
    case 'instant': position = { kind: 'instant', at: limit.at }; break;
    case 'day': position = { kind: 'day', day: dayNumber(limit.day), rolls: false }; break;
    case 'end-of': position = { kind: 'day', day: endOfPeriod(startDay(course, start), limit.period), rolls: false }; break;
    case 'duration': position = advanceFromStart(course, start, limit.duration);
  }
  for (const extension of extensions) position = extend(course, start, position, extension);
  return position;
}

/** Moves a last day that is a rest day to the next working day on which nothing is held. */
export function pastRestDays(course: Course, position: Position): Position {
  if (position.kind === 'instant' || !position.rolls || course.policy.restDay === 'stay') return position;
  const { numbered: days, zone } = course.calendar;
  const last = lastDayAt(position);
  let day = days.next(last);
  while (day !== last && isHeldDay(day, course.heldDays)) day = days.addWorking(day, 1);
  rely(course, last, day);
  if (day === last) return position;
  if (position.kind === 'day') return { kind: 'day', day, rolls: true };
  const wall = position.wall === 0 ? DAY_MS : position.wall;
  return { kind: 'moment', at: zone.at(day, wall), day, wall, rolls: true };
}

/** The due time at a position. */
export function dueAt(course: Course, position: Position): Due {
  const at = instantAt(course, position);
  const provisional = course.reliedFrom <= course.reliedTo
    && !course.calendar.numbered.isKnownThroughout(course.reliedFrom, course.reliedTo);
  const due = position.kind === 'day' ? { at, day: dayOf(position.day) } : { at };
  return provisional ? { ...due, provisional } : due;
}

/** The day that a position ends: midnight belongs to the day before it. */
export const lastDayAt = (position: Exclude<Position, { kind: 'instant' }>): number =>
  position.kind === 'moment' && position.wall === 0 ? position.day - 1 : position.day;

/** The day that a start belongs to. */
export const startDay = ({ calendar }: Course, { at, day }: Start): number =>
  day === undefined ? calendar.numbered.dayAt(at) : dayNumber(day);

/** The last instant of a position. */
export function instantAt(course: Course, position: Position): Instant {
  return position.kind === 'day' ? endOfDay(course, position.day) : position.at;
}

/** Where a day ends, as the policy has it. */
export function endOfDay(course: Course, day: number): Instant {
  const { zone, numbered } = course.calendar;
  const { ends } = course.policy;
  if (ends === 'midnight') return numbered.startOf(day + 1);
  if (ends !== 'office') return zone.at(day, timeOfDayMs(ends));
  rely(course, day, day);
  const closing = numbered.ruleOf(day).hours.at(-1)?.to;
  return closing === undefined ? zone.startOf(day + 1) : zone.at(day, closing);
}

// --- going on by a duration ---

function extend(course: Course, start: Start, position: Position, extension: Extension): Position {
  if ('to' in extension) {
    forget(course);
    return { kind: 'day', day: dayNumber(extension.to), rolls: false };
  }
  switch (extension.from) {
    case 'unshifted': return advance(course, position, extension.by, false, extension);
    case 'due': return advance(course, pastRestDays(course, position), extension.by, false, extension);
    case 'start':
      forget(course);
      return advanceFromStart(course, start, extension.by, extension);
  }
}

function advanceFromStart(course: Course, start: Start, duration: Duration, extension?: Extension): Position {
  if (isHourUnit(duration.unit)) return advance(course, { kind: 'instant', at: start.at }, duration, false, extension);
  const day = startDay(course, start);
  if (!course.policy.moment) return advance(course, { kind: 'day', day, rolls: true }, duration, course.policy.countStart, extension);
  const wall = start.at + course.calendar.zone.offsetAt(start.at) - day * DAY_MS;
  return advance(course, { kind: 'moment', at: start.at, day, wall, rolls: true }, duration, false, extension);
}

function advance(course: Course, from: Position, duration: Duration, counted: boolean, extension?: Extension): Position {
  const to = isHourUnit(duration.unit) ? afterHours(course, instantAt(course, from), duration)
    : course.policy.moment || from.kind === 'moment' ? afterMoments(course, momentAt(course, from), duration)
    : afterDays(course, from.kind === 'day' ? from.day : course.calendar.zone.dayAt(from.at), duration, counted);
  course.stretches?.push({ duration, from, to, counted, ...(extension && { extension }) });
  return to;
}

function afterHours(course: Course, begin: Instant, duration: Duration): Position {
  const { calendar, held } = course;
  const ms = durationMs(duration);
  if (duration.unit === 'hours' || duration.unit === 'minutes') {
    return { kind: 'instant', at: pastHolds(begin + ms, begin, held, elapsedTime) };
  }
  const at = pastHolds(calendar.addWorkingTime(begin, ms), begin, held, calendar.workingTime);
  rely(course, calendar.numbered.dayAt(begin), calendar.numbered.dayAt(at));
  return { kind: 'instant', at };
}

function afterDays(course: Course, day: number, duration: Duration, counted: boolean): Position {
  const { calendar, policy, held } = course;
  const exact = policy.hold === 'exact' && held.length > 0;
  const last = lastDayOf(duration, day, counted, calendar.numbered, exact ? [] : course.heldDays);
  const first = counted ? day : day + 1;
  if (duration.unit === 'working-days') rely(course, first, last);
  if (!exact) return { kind: 'day', day: last, rolls: true };
  const end = endOfDay(course, last);
  const at = pastHolds(end, calendar.zone.startOf(first), held, timelineOf(course, duration));
  return at === end ? { kind: 'day', day: last, rolls: true } : pushedMoment(course, at, duration);
}

function afterMoments(course: Course, from: Moment, duration: Duration): Position {
  const { calendar: { numbered, zone }, policy, held } = course;
  const exact = policy.hold === 'exact' && held.length > 0;
  const inWorkingDays = duration.unit === 'working-days';
  const first = inWorkingDays && from.wall === 0 ? from.day - 1 : from.day;        // from its midnight on a day counts whole
  const day = lastDayOf(duration, first, false, numbered, exact ? [] : course.heldDays);
  const wall = inWorkingDays && (first < from.day || !numbered.isWorking(first)) ? DAY_MS : from.wall;   // nothing runs on a rest day
  if (inWorkingDays) rely(course, from.day, day);
  const end = zone.at(day, wall);
  const at = exact ? pastHolds(end, from.at, held, timelineOf(course, duration)) : end;
  return at === end ? { kind: 'moment', at, day, wall, rolls: true } : pushedMoment(course, at, duration);
}

type Moment = Extract<Position, { kind: 'moment' }>;

function momentAt(course: Course, position: Position): Moment {
  if (position.kind === 'moment') return position;
  const { zone } = course.calendar;
  const at = instantAt(course, position);
  if (position.kind === 'day') return endingMoment(course, at);
  const day = zone.dayAt(at);
  return { kind: 'moment', at, day, wall: at + zone.offsetAt(at) - day * DAY_MS, rolls: true };
}

/** Where exact holds have pushed an end to. */
function pushedMoment(course: Course, at: Instant, { unit }: Duration): Moment {
  const moment = endingMoment(course, at);
  if (unit === 'working-days') rely(course, moment.day, moment.day);
  return moment;
}

/** An instant as the moment of the day that it ends or lies in. */
function endingMoment({ calendar: { zone } }: Course, at: Instant): Moment {
  const day = zone.dayAt(at - 1);
  const wall = at === zone.startOf(day + 1) ? DAY_MS : at + zone.offsetAt(at) - day * DAY_MS;
  return { kind: 'moment', at, day, wall, rolls: true };
}

/** An exact hold takes what it overlaps of the days that count. */
const timelineOf = ({ calendar }: Course, { unit }: Duration): Timeline =>
  unit === 'working-days' ? timeOnWorkingDays(calendar) : elapsedTime;

/** Takes note that it mattered which of these days are worked. */
export function rely(course: Course, from: number, to: number): void {
  if (from < course.reliedFrom) course.reliedFrom = from;
  if (to > course.reliedTo) course.reliedTo = to;
}

function forget(course: Course): void {
  course.reliedFrom = Infinity;
  course.reliedTo = -Infinity;
}
