import { stateCouncilArrangement } from './arrangement.ts';
import type { Arrangement, DayName } from './arrangement.ts';
import type { CalendarSpec } from './calendar-spec.ts';
import { DAY_MS, dayNumber, dayOf } from './day.ts';
import { compileDayRules } from './day-rules.ts';
import type { DayRule } from './day-rules.ts';
import type { Timeline } from './holds.ts';
import { timeOfDayOf } from './time-of-day.ts';
import type { Day, Instant, TimeOfDay } from './time.ts';
import { dayIndexAt, firstReaching, lastLeaving, tableCovering, workedUntil } from './working-table.ts';
import type { WorkingTable } from './working-table.ts';
import { zoneOf } from './zone.ts';
import type { Zone } from './zone.ts';

/** A compiled calendar: which days are worked, when the office is open, and what follows from it, each in constant time. */
export interface Calendar {
  readonly zone: Zone;
  /** Names the arrangement that it relies on (`none`: only on the week). Events keep it. */
  readonly edition: string;
  isWorkingDay(day: Day): boolean;
  /** The holiday, or the occasion that a worked rest day makes up for. */
  dayName(day: Day): DayName | undefined;
  /** Is the year's arrangement known? If not, the week says, and what follows from it is provisional. */
  isKnown(day: Day): boolean;
  /** Office hours of the day; none on a rest day. */
  hours(day: Day): readonly { readonly from: TimeOfDay; readonly to: TimeOfDay }[];
  addDays(day: Day, count: number): Day;
  /** The `count`-th working day after the day; before it, where `count` is negative. The day itself for 0. */
  addWorkingDays(day: Day, count: number): Day;
  /** The day itself if it is worked, else the next that is. */
  nextWorkingDay(day: Day): Day;
  /** The day itself if it is worked, else the last before it that is. */
  previousWorkingDay(day: Day): Day;
  /** Working days after `from` up to and with `to`; negative where `to` is earlier. */
  workingDaysBetween(from: Day, to: Day): number;
  /** The first instant by which so much working time has passed; for a negative one, the last from which so much is left. */
  addWorkingTime(instant: Instant, ms: number): Instant;
  /** Working milliseconds from one instant to the other. */
  workingTimeBetween(from: Instant, to: Instant): number;
  /** Working time as a way of measuring, `workingTimeBetween` and `addWorkingTime`. */
  readonly workingTime: Timeline;
  /** The same on day numbers, for whoever asks often. */
  readonly numbered: NumberedDays;
}

/** A calendar's days by number (`dayNumber`). */
export interface NumberedDays {
  /** `zone.dayAt` and `zone.startOf`, faster in the years that have been asked for. */
  dayAt(instant: Instant): number;
  startOf(day: number): Instant;
  isWorking(day: number): boolean;
  isKnown(day: number): boolean;
  isKnownThroughout(from: number, to: number): boolean;
  ruleOf(day: number): DayRule;
  addWorking(day: number, count: number): number;
  next(day: number): number;
  previous(day: number): number;
  workingBetween(from: number, to: number): number;
}

/** What a host may hand in: a newer arrangement than the one that ships. */
export interface CalendarOptions {
  readonly arrangement?: Arrangement;
}

/** Compiles a calendar. The spec must hold (`checkCalendar` says whether it does); tables grow by themselves as years are asked for. */
export function compileCalendar(spec: CalendarSpec = {}, { arrangement = stateCouncilArrangement }: CalendarOptions = {}): Calendar {
  const zone = zoneOf(spec.zone ?? 'Asia/Shanghai');
  const rules = compileDayRules(spec, arrangement);
  let table: WorkingTable | undefined;

  const covering = (day: number): WorkingTable =>
    table !== undefined && day >= table.first && day <= table.last ? table : (table = tableCovering(day, rules, zone, table));

  const coveringInstant = (instant: Instant): WorkingTable => {
    if (table !== undefined && instant >= table.knowsFrom && instant < table.knowsTo) return table;
    const day = Math.floor(instant / DAY_MS);                      // at most one off the local day
    covering(day - 1);
    return covering(day + 1);
  };

  const addWorking = (day: number, count: number): number => {
    if (count === 0) return day;
    for (let t = covering(day); ;) {
      const index = count > 0 ? t.rank[day + 1 - t.first]! + count - 1 : t.rank[day - t.first]! + count;
      if (index >= 0 && index < t.select.length) return t.select[index]!;
      t = covering(index < 0 ? t.first - 1 : t.last + 1);
    }
  };

  const addWorkingTime = (instant: Instant, ms: number): Instant => {
    if (ms === 0) return instant;
    for (let t = coveringInstant(instant); ;) {
      const target = workedUntil(t, instant) + ms;
      const found = ms > 0 ? firstReaching(t, target) : lastLeaving(t, target);
      if (found !== undefined) return found;
      t = covering(ms > 0 ? t.last + 1 : t.first - 1);
    }
  };

  const workingTimeBetween = (from: Instant, to: Instant): number => {
    coveringInstant(from);
    const t = coveringInstant(to);
    return workedUntil(t, to) - workedUntil(t, from);
  };

  const isWorking = (day: number): boolean =>
    table !== undefined && day >= table.first && day <= table.last
      ? table.rank[day + 1 - table.first] !== table.rank[day - table.first]
      : rules.ruleOf(day).working;

  const numbered: NumberedDays = {
    isWorking, addWorking,
    dayAt: (instant) => (table !== undefined && instant >= table.knowsFrom && instant < table.knowsTo
      ? table.first + dayIndexAt(table, instant) : zone.dayAt(instant)),
    startOf: (day) => (table !== undefined && day >= table.first && day <= table.last ? table.starts[day - table.first]! : zone.startOf(day)),
    isKnown: (day) => rules.isKnownThroughout(day, day),
    isKnownThroughout: rules.isKnownThroughout,
    ruleOf: rules.ruleOf,
    next: (day) => (isWorking(day) ? day : addWorking(day, 1)),
    previous: (day) => (isWorking(day) ? day : addWorking(day, -1)),
    workingBetween(from, to) {
      covering(from);
      const t = covering(to);
      return t.rank[to + 1 - t.first]! - t.rank[from + 1 - t.first]!;
    },
  };

  return {
    zone, numbered, addWorkingTime,
    workingTimeBetween,
    workingTime: { between: workingTimeBetween, add: addWorkingTime },
    edition: rules.edition,
    isWorkingDay: (day) => isWorking(dayNumber(day)),
    dayName: (day) => rules.ruleOf(dayNumber(day)).name,
    isKnown: (day) => numbered.isKnown(dayNumber(day)),
    hours: (day) => rules.ruleOf(dayNumber(day)).hours.map(({ from, to }) => ({ from: timeOfDayOf(from), to: timeOfDayOf(to) })),
    addDays: (day, count) => dayOf(dayNumber(day) + count),
    addWorkingDays: (day, count) => dayOf(addWorking(dayNumber(day), count)),
    nextWorkingDay: (day) => dayOf(numbered.next(dayNumber(day))),
    previousWorkingDay: (day) => dayOf(numbered.previous(dayNumber(day))),
    workingDaysBetween: (from, to) => numbered.workingBetween(dayNumber(from), dayNumber(to)),
  };
}
