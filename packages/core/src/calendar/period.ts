import { UTCDate } from '@date-fns/utc';
import { endOfISOWeek, endOfMonth, endOfQuarter, endOfYear } from 'date-fns';
import { civilOf, civilToNumber, DAY_MS, daysInMonth } from './day.ts';
import type { Period } from './time.ts';

/** The corresponding day so many months later (or earlier), or the last day of that month where there is none. */
export function addMonthsTo(day: number, months: number): number {
  const { year, month, date } = civilOf(day);
  const counted = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(counted / 12), (((counted % 12) + 12) % 12) + 1];
  return civilToNumber(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)));
}

/** The last day of the period in which a day lies. Weeks end on Sunday. */
export function endOfPeriod(day: number, period: Period): number {
  switch (period) {
    case 'day': return day;
    case 'week': return numberOf(endOfISOWeek(dateOf(day)));
    case 'month': return numberOf(endOfMonth(dateOf(day)));
    case 'quarter': return numberOf(endOfQuarter(dateOf(day)));
    case 'half-year': {
      const { year, month } = civilOf(day);
      return month <= 6 ? civilToNumber(year, 6, 30) : civilToNumber(year, 12, 31);
    }
    case 'year': return numberOf(endOfYear(dateOf(day)));
  }
}

// A UTCDate keeps date-fns out of the system's time zone.
const dateOf = (day: number): UTCDate => new UTCDate(day * DAY_MS);
const numberOf = (date: UTCDate): number => Math.floor(date.getTime() / DAY_MS);
