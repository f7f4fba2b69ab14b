import type { Day } from './time.ts';

/** Milliseconds in a day on which no clock is changed. */
export const DAY_MS = 86_400_000;

/**
 * The number of a day: days since 1970-01-01, which is 0. What is reckoned with many days is reckoned in these.
 * The day must be well formed (`parseDay` sees to that).
 */
export function dayNumber(day: Day): number {
  return civilToNumber(digitsAt(day, 0, 4), digitsAt(day, 5, 2), digitsAt(day, 8, 2));
}

/** The day with this number, `YYYY-MM-DD`. */
export function dayOf(number: number): Day {
  return number >= 0 && number < MOST_SPELT ? (spelt[number] ??= spell(number)) : spell(number);
}

/** A day as a person or a file wrote it, or nothing where there is no such day (2021-02-30). */
export function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  return isCivilDay(digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2)) ? text : undefined;
}

/** Monday is 1, Sunday 7. */
export const weekdayOf = (number: number): number => (((number + 3) % 7) + 7) % 7 + 1;

/** The year that a day lies in. */
export const yearOf = (number: number): number => civilOf(number).year;

/** Is there such a day in the calendar? */
export const isCivilDay = (year: number, month: number, date: number): boolean =>
  month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Year, month and date to day number; years begin in March here, so that the leap day comes last. */
export function civilToNumber(year: number, month: number, date: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Day number to year, month and date: the way back. */
export function civilOf(number: number): { readonly year: number; readonly month: number; readonly date: number } {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date };
}

// --- spelling ---

const MOST_SPELT = 65_536;                       // up to 2149: each day is spelt once and kept
const spelt: string[] = [];

function spell(number: number): Day {
  const { year, month, date } = civilOf(number);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** The number that so many digits of a text spell. */
export function digitsAt(text: string, from: number, count: number): number {
  let value = 0;
  for (let i = from; i < from + count; i++) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}
