import { UTCDate } from '@date-fns/utc';
import { addMonths, endOfISOWeek, endOfMonth, endOfQuarter, endOfYear } from 'date-fns';
import { DAY_MS, civilOf } from './day.ts';
import type { Period } from './time.ts';

/** The corresponding day so many months later (or earlier), or the last day of that month where there is none. */
export const addMonthsTo = (day: number, months: number): number => numberOf(addMonths(dateOf(day), months));

/** The last day of the period in which a day lies. Weeks end on Sunday. */
export function endOfPeriod(day: number, period: Period): number {
  switch (period) {
    case 'day': return day;
    case 'week': return numberOf(endOfISOWeek(dateOf(day)));
    case 'month': return numberOf(endOfMonth(dateOf(day)));
    case 'quarter': return numberOf(endOfQuarter(dateOf(day)));
    case 'half-year': {
      const { month } = civilOf(day);
      return numberOf(endOfMonth(addMonths(dateOf(day), (month <= 6 ? 6 : 12) - month)));
    }
    case 'year': return numberOf(endOfYear(dateOf(day)));
  }
}

// A UTCDate keeps date-fns out of the system's time zone.
const dateOf = (day: number): UTCDate => new UTCDate(day * DAY_MS);
const numberOf = (date: UTCDate): number => Math.floor(date.getTime() / DAY_MS);
