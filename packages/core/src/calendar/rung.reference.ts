/**
 * The slow reference of law 5 for what stands around a due time, for tests only: rungs of a ladder, their repeats, and milestones laid
 * out backwards. Walks day by day, and minute by minute for working hours and quiet hours.
 */
import { corresponding, dayAt, instantOf, shift, startOf, wallOf } from './due.reference.ts';
import type { NaiveCalendar } from './due.reference.ts';
import type { Duration } from './duration.ts';
import type { QuietHours } from './rung.ts';
import type { Day, Due, Instant, TimeOfDay, TimePolicy } from './time.ts';

const MINUTE = 60_000;
type Way = 1 | -1;

const minutesOf = (time: TimeOfDay): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const isElapsed = ({ unit }: Duration): boolean => unit === 'minutes' || unit === 'hours';
const isWorkingTime = ({ unit }: Duration): boolean => unit === 'working-minutes' || unit === 'working-hours';
const inMinutes = ({ amount, unit }: Duration): number => (unit.endsWith('hours') ? amount * 60 : amount);

/** Where a rung stands, found by walking. */
export function naiveRung(calendar: NaiveCalendar, due: Due, offset: Duration, side: 'before' | 'after', quiet?: QuietHours): Instant {
  const way: Way = side === 'before' ? -1 : 1;
  const at = isElapsed(offset) ? due.at + way * inMinutes(offset) * MINUTE
    : isWorkingTime(offset) ? walkOffice(calendar, due.at, inMinutes(offset), way, calendar.isWorking)
    : opening(calendar, walkDays(due.day ?? dayAt(calendar.zone, due.at), offset, way, calendar.isWorking));
  return quiet === undefined ? at : awake(calendar.zone, at, quiet);
}

/** The instants of a rung that repeats: each as long after the one before as a rung after a due time of that day would stand. */
export function naiveRepeats(calendar: NaiveCalendar, first: Instant, every: Duration, times: number, quiet?: QuietHours): readonly Instant[] {
  const all = [first];
  while (all.length < times) all.push(naiveRung(calendar, { at: all.at(-1)! }, every, 'after', quiet));
  return all;
}

/** Where a milestone so long before a base stands, found by walking back. */
export function naiveBackwards(calendar: NaiveCalendar, base: Due, by: Duration, policy: TimePolicy): Due {
  const { zone } = calendar;
  const looked = new Set<Day>();
  const isWorking = (day: Day): boolean => {
    looked.add(day);
    return calendar.isWorking(day);
  };
  const told = (due: Due): Due => (base.provisional || [...looked].some((day) => !calendar.isKnown(day)) ? { ...due, provisional: true } : due);
  if (isElapsed(by)) return told({ at: base.at - inMinutes(by) * MINUTE });
  if (isWorkingTime(by)) return told({ at: walkOffice(calendar, base.at, inMinutes(by), -1, isWorking) });

  const baseDay = base.day ?? dayAt(zone, base.at);
  const landed = walkDays(baseDay, by, -1, isWorking);
  const settle = (last: Day): Day => {
    let day = last;
    while (policy.restDay === 'next' && !isWorking(day)) day = shift(day, -1);
    return day;
  };
  if (!policy.moment || base.day !== undefined) {
    const day = settle(landed);
    return told({ at: endOf(calendar, day, policy, isWorking), day });
  }
  // From moment to moment. On a rest day nothing of a working day has run; and a midnight ends the day before it.
  const minutes = by.unit === 'working-days' && !isWorking(baseDay) ? 0 : (wallOf(zone, base.at) - Date.parse(baseDay)) / MINUTE;
  if (by.unit === 'working-days') return told({ at: instantOf(zone, landed, minutes) });
  if (minutes > 0) return told({ at: instantOf(zone, settle(landed), minutes) });
  return told({ at: startOf(zone, shift(settle(shift(landed, -1)), 1)) });
}

/** Leaves so many office minutes behind: forwards to the first instant by which they have passed, backwards to the last from which they are left. */
function walkOffice({ zone, hours }: NaiveCalendar, from: Instant, minutes: number, way: Way, isWorking: (day: Day) => boolean): Instant {
  const isOpen = (minute: Instant): boolean => {
    const day = dayAt(zone, minute);
    const wall = (wallOf(zone, minute) - Date.parse(day)) / MINUTE;
    return isWorking(day) && hours(day).some(([opens, closes]) => wall >= opens && wall < closes);
  };
  let at = from;
  for (let left = minutes; left > 0; at += way * MINUTE) if (isOpen(way === 1 ? at : at - MINUTE)) left--;
  return at;
}

function walkDays(from: Day, { amount, unit }: Duration, way: Way, isWorking: (day: Day) => boolean): Day {
  if (unit === 'months' || unit === 'years') return corresponding(from, way * amount * (unit === 'years' ? 12 : 1), false);
  let day = from;
  for (let left = unit === 'weeks' ? amount * 7 : amount; left > 0;) {
    day = shift(day, way);
    if (unit !== 'working-days' || isWorking(day)) left--;
  }
  return day;
}

/** When the office opens; where it does not, the day's first instant. */
const opening = ({ zone, isWorking, hours }: NaiveCalendar, day: Day): Instant => instantOf(zone, day, isWorking(day) ? hours(day)[0]?.[0] ?? 0 : 0);

function endOf({ zone, hours }: NaiveCalendar, day: Day, { ends }: TimePolicy, isWorking: (day: Day) => boolean): Instant {
  if (ends !== 'midnight' && ends !== 'office') return instantOf(zone, day, minutesOf(ends));
  const closing = ends === 'office' && isWorking(day) ? hours(day).at(-1)?.[1] : undefined;
  return closing === undefined ? startOf(zone, shift(day, 1)) : instantOf(zone, day, closing);
}

/** The first instant from here on that is not in quiet hours; where the clocks skip their end, as much later as they go forward. */
function awake(zone: string, from: Instant, quiet: QuietHours): Instant {
  const [begins, ends] = [minutesOf(quiet.from), minutesOf(quiet.to)];
  const wall = (at: Instant): number => (wallOf(zone, at) - Date.parse(dayAt(zone, at))) / MINUTE;
  const isQuiet = (at: Instant): boolean => (begins <= ends ? wall(at) >= begins && wall(at) < ends : wall(at) >= begins || wall(at) < ends);
  let at = from;
  while (isQuiet(at)) at += MINUTE;
  if (at === from || wall(at) === ends) return at;
  return at + ((ends - wall(at - MINUTE) - 1 + 1440) % 1440) * MINUTE;
}
