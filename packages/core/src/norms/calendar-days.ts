import { WEEKDAYS, weekdayOf } from '../calendar/index.ts';
import type { NumberedDays } from '../calendar/index.ts';
import { civilOf, daysInMonth } from '../calendar/day.ts';
import type { CalendarDays } from '../method/norm-schema.ts';

/**
 * The days, by number and in order, on which something is due, from the first to the last of a stretch, both included: moved past rest
 * days where it says so. A stretch may begin anywhere: what is moved into it from outside is in it, what is moved out is not.
 */
export const dueDays = (on: CalendarDays, first: number, last: number, days: NumberedDays): readonly number[] => {
  const moved = on.restDay ?? 'stay';
  const named = isNamed(on, days);
  const found = new Set<number>();
  const stretch = namedFor(moved, first, last, days);
  for (let day = stretch.first; day <= stretch.last; day++) {
    if (!named(day)) continue;
    if (moved === 'skip') { if (days.isWorking(day)) found.add(day); }
    else found.add(moved === 'next' ? days.next(day) : moved === 'before' ? days.previous(day) : day);
  }
  return [...found].sort((a, b) => a - b);
};

/** Is something due on this day? */
export const isDueDay = (on: CalendarDays, day: number, days: NumberedDays): boolean => dueDays(on, day, day, days).length > 0;

/** The days that may be named so that what is due lies in the stretch: those that are moved into it, and none that is moved out. */
const namedFor = (moved: NonNullable<CalendarDays['restDay']>, first: number, last: number, days: NumberedDays): { readonly first: number; readonly last: number } => {
  if (moved === 'next') return { first: days.previous(first - 1) + 1, last: days.previous(last) };
  if (moved === 'before') return { first: days.next(first), last: days.next(last + 1) - 1 };
  return { first, last };
};

/** Is a day one of those that are named, wherever it is moved? */
const isNamed = (on: CalendarDays, days: NumberedDays): ((day: number) => boolean) => {
  const weekdays = new Set((on.weekdays ?? []).map((name) => WEEKDAYS.indexOf(name) + 1));
  return (day) => {
    const { year, month, date } = civilOf(day);
    if (on.months && !on.months.includes(month)) return false;
    if (on.monthDays?.includes(date) || weekdays.has(weekdayOf(day))) return true;
    const length = daysInMonth(year, month);
    if (on.last && date === length) return true;
    return on.workingDays !== undefined && days.isWorking(day) && isNthWorkingDay(on.workingDays, day, date, length, days);
  };
};

const isNthWorkingDay = (wanted: readonly number[], day: number, date: number, length: number, days: NumberedDays): boolean => {
  const before = day - date;
  return wanted.includes(days.workingBetween(before, day)) || wanted.includes(-(days.workingBetween(day, before + length) + 1));
};
