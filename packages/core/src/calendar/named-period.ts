import { civilOf, civilToNumber, dayNumber, dayOf, weekdayOf, yearOf } from './day.ts';
import type { Day, Period } from './time.ts';

/** A stretch of days, both included, by the name that it was asked for. */
export interface PeriodDays { readonly name: string; readonly first: Day; readonly last: Day }

/**
 * Reads a period: `2021`, `2021-H2`, `2021-Q4`, `2021-11`, `2021-W45` (ISO week), `2021-11-06`, or `2021-10-01/2021-11-06`.
 * Nothing where it is none.
 */
export const parsePeriod = (text: string): PeriodDays | undefined => {
  const range = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/.exec(text);
  if (range) return isDay(range[1]!) && isDay(range[2]!) && range[1]! <= range[2]! ? { name: text, first: range[1]!, last: range[2]! } : undefined;
  if (isDay(text)) return { name: text, first: text, last: text };
  const parts = /^(\d{4})(?:-(?:H([12])|Q([1-4])|W(\d{2})|(\d{2})))?$/.exec(text);
  if (!parts) return undefined;
  const [, year, half, quarter, week, month] = parts;
  if (week !== undefined) return weekOf(text, Number(year), Number(week));
  if (month !== undefined) return Number(month) >= 1 && Number(month) <= 12 ? months(text, Number(year), Number(month), 1) : undefined;
  if (half !== undefined) return months(text, Number(year), (Number(half) - 1) * 6 + 1, 6);
  if (quarter !== undefined) return months(text, Number(year), (Number(quarter) - 1) * 3 + 1, 3);
  return months(text, Number(year), 1, 12);
};

/** The name of the period of this kind in which a day lies: what `parsePeriod` reads back. */
export const periodName = (day: number, every: Period): string => {
  const { year, month } = civilOf(day);
  switch (every) {
    case 'day': return dayOf(day);
    case 'week': return weekName(day);
    case 'month': return dayOf(day).slice(0, 7);
    case 'quarter': return `${year}-Q${Math.ceil(month / 3)}`;
    case 'half-year': return `${year}-H${month <= 6 ? 1 : 2}`;
    case 'year': return String(year);
  }
};

/** A period as people say it; a name that is none as it is written. */
export const periodWords = (name: string): { readonly zh: string; readonly en: string } => {
  const parts = /^(\d{4})(?:-(H|Q|W)?(\d{1,2}))?(?:-(\d{2}))?$/.exec(name);
  if (!parts) return { zh: name.replace('/', ' 至 '), en: name.replace('/', ' to ') };
  const [, year, letter, number, date] = parts;
  const n = Number(number);
  if (number === undefined) return { zh: `${year}年`, en: name };
  if (letter === 'H') return { zh: `${year}年${n === 1 ? '上' : '下'}半年`, en: `the ${n === 1 ? 'first' : 'second'} half of ${year}` };
  if (letter === 'Q') return { zh: `${year}年第${'一二三四'[n - 1]}季度`, en: `Q${n} ${year}` };
  if (letter === 'W') return { zh: `${year}年第${n}周`, en: `week ${n} of ${year}` };
  return { zh: date === undefined ? `${year}年${n}月` : `${year}年${n}月${Number(date)}日`, en: name };
};

/** The period of the same kind just before; a plain range has none. */
export const previousPeriod = (period: PeriodDays): PeriodDays | undefined => {
  const before = dayOf(dayNumber(period.first) - 1);
  const [year, month = '01'] = before.split('-');
  if (/^\d{4}$/.test(period.name)) return parsePeriod(year!);
  if (/-H/.test(period.name)) return parsePeriod(`${year}-H${Number(month) <= 6 ? 1 : 2}`);
  if (/-Q/.test(period.name)) return parsePeriod(`${year}-Q${Math.ceil(Number(month) / 3)}`);
  if (/-W/.test(period.name)) return { name: `${dayOf(dayNumber(period.first) - 7)}/${before}`, first: dayOf(dayNumber(period.first) - 7), last: before };
  if (/^\d{4}-\d{2}$/.test(period.name)) return parsePeriod(`${year}-${month}`);
  return period.first === period.last ? parsePeriod(before) : undefined;
};

/** A week belongs to the year in which its Thursday lies. */
const weekName = (day: number): string => {
  const thursday = day - weekdayOf(day) + 4;
  const year = yearOf(thursday);
  return `${year}-W${String(Math.floor((thursday - civilToNumber(year, 1, 1)) / 7) + 1).padStart(2, '0')}`;
};

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(dayNumber(text)) === text;

const months = (name: string, year: number, month: number, count: number): PeriodDays => {
  const end = month - 1 + count;
  const next: Day = `${year + Math.floor(end / 12)}-${String((end % 12) + 1).padStart(2, '0')}-01`;
  return { name, first: `${year}-${String(month).padStart(2, '0')}-01`, last: dayOf(dayNumber(next) - 1) };
};

const weekOf = (name: string, year: number, week: number): PeriodDays | undefined => {
  const fourth = dayNumber(`${year}-01-04`);
  const monday = fourth - ((fourth + 3) % 7) + (week - 1) * 7;
  const thursday = dayOf(monday + 3);
  return week >= 1 && thursday.startsWith(String(year)) ? { name, first: dayOf(monday), last: dayOf(monday + 6) } : undefined;
};
