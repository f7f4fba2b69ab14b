import type { DayName } from './arrangement.ts';
import type { Day } from './time.ts';

/** The days of the week, Monday first. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A stretch of office hours, `"09:00-12:00"`; `24:00` may end it. */
export type HoursText = string;

/** Office hours: the same every working day, or by weekday with `default` for the rest (a make-up Saturday without hours of its own, too). */
export type OfficeHours = readonly HoursText[] | ({ readonly [W in Weekday | 'default']?: readonly HoursText[] });

/** A part of the year with hours of its own, from one `MM-DD` to another, both included; it may run over the year's end. */
export interface Season {
  readonly from: string;
  readonly to: string;
  readonly hours: OfficeHours;
}

/** What a district says of a day itself. It wins over the State Council's arrangement and the week. */
export interface DayException {
  readonly is: 'rest' | 'work';
  readonly name?: DayName | string;
  readonly hours?: readonly HoursText[];
}

/** A method's calendar as plain data. Everything may be left out: then it is China's, Monday to Friday, 09:00–12:00 and 14:00–18:00. */
export interface CalendarSpec {
  /** IANA name; default `Asia/Shanghai`. */
  readonly zone?: string;
  /** `cn` (default): the State Council's yearly arrangement. `none`: only the week and the exceptions. */
  readonly base?: 'cn' | 'none';
  /** The weekdays that are worked; default Monday to Friday. */
  readonly week?: readonly Weekday[];
  readonly hours?: OfficeHours;
  /** Seasons by name. They must not overlap. */
  readonly seasons?: { readonly [name: string]: Season };
  /** Exceptions by day (`"2025-08-08"`) or by first and last day (`"2025-12-01/2025-12-05"`). Of two, the shorter wins. */
  readonly days?: { readonly [dayOrRange: string]: DayException };
  /** Years whose arrangement is complete in `days`, although the edition does not have them yet. */
  readonly knownYears?: readonly number[];
}

/** The hours of an office of which the method says nothing. */
export const DEFAULT_HOURS: readonly HoursText[] = ['09:00-12:00', '14:00-18:00'];

/** First and last day of a key of `days`. */
export function dayRangeOf(key: string): readonly [first: Day, last: Day] {
  const [first = '', last = first] = key.split('/');
  return [first, last];
}

/** Are the hours one list for every working day? */
export const isOneList = (hours: OfficeHours): hours is readonly HoursText[] => Array.isArray(hours);

/** Does a part of the year hold a day, `MM-DD`? */
export const isInSeason = (monthDay: string, { from, to }: Pick<Season, 'from' | 'to'>): boolean =>
  from <= to ? monthDay >= from && monthDay <= to : monthDay >= from || monthDay <= to;
