import { createRequire } from 'node:module';
import chineseDays from 'chinese-days';
import { nextWorkday } from 'chinese-workday';
import { addBusinessDays } from 'date-fns';
import { DAY, daysOff, holidays, makeUpDays, midnights, moments, startDays, textOf } from './days.ts';

/** What a peer can do of the work, on its own kind of date, made beforehand. The nth answer comes as epoch ms, or minutes. */
export interface Peer {
  readonly name: string;
  readonly note: string;
  readonly addDays?: (n: number, count: number) => unknown;
  readonly addHours?: (n: number, hours: number) => unknown;
  readonly minutesBetween?: (n: number, days: number) => unknown;
  /** Its answer as epoch ms. */
  readonly ms: (answer: unknown) => number;
}

const require = createRequire(import.meta.url);

// Both plugins of dayjs call a method isBusinessDay: each gets a dayjs of its own.
const freshDayjs = (): Dayjs => {
  delete require.cache[require.resolve('dayjs')];
  return require('dayjs') as Dayjs;
};
interface Day {
  valueOf(): number;
  add(count: number, unit: 'day'): Day;
  businessDaysAdd(count: number): Day;
  addBusinessDays(count: number): Day;
  addBusinessHours(count: number): Day;
  businessMinutesDiff(other: Day): number;
}
interface Dayjs {
  (text: string | number): Day;
  extend(plugin: unknown, options?: object): void;
  setHolidays(days: readonly string[]): void;
  setBusinessTime(hours: object): void;
}
interface Moment {
  valueOf(): number;
  clone(): Moment;
  add(count: number, unit: 'days'): Moment;
  addWorkingTime(count: number, unit: 'days' | 'hours'): Moment;
  workingDiff(other: Moment, unit: 'minutes'): number;
}
interface MomentFactory { (at: number): Moment; updateLocale(name: 'en', settings: object): void }

const days2 = freshDayjs();
days2.extend((require('dayjs-business-days2') as { default: unknown }).default, {
  holidays, holidayFormat: 'YYYY-MM-DD', additionalWorkingDays: makeUpDays, additionalWorkingDayFormat: 'YYYY-MM-DD',
});
const days2Starts = midnights.map((at) => days2(at));

const timed = freshDayjs();
timed.extend(require('dayjs-business-time'));
timed.setHolidays(daysOff);
const hours = [{ start: '09:00:00', end: '12:00:00' }, { start: '14:00:00', end: '18:00:00' }];
timed.setBusinessTime(Object.fromEntries(['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'].map((day) => [day, hours])));
const [timedDays, timedStarts] = [midnights.map((at) => timed(at)), moments.map((at) => timed(at))];

const moment = require('moment-business-time') as MomentFactory;
moment.updateLocale('en', {
  holidays: daysOff, workinghours: Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((day) => [day, ['09:00:00', '12:00:00', '14:00:00', '18:00:00']])),
});
const [momentDays, momentStarts] = [midnights.map((at) => moment(at)), moments.map((at) => moment(at))];
const momentEnds = new Map([30].map((days) => [days, moments.map((at) => moment(at + days * DAY))]));
const timedEnds = new Map([30].map((days) => [days, moments.map((at) => timed(at + days * DAY))]));

interface LuxonDay {
  plusBusiness(amount: { days: number }): LuxonDay;
  setupBusiness(setup: { businessDays: readonly number[]; holidayMatchers: readonly ((day: LuxonDay) => boolean)[] }): void;
  toISODate(): string;
}
const { DateTime } = require('luxon-business-days') as { DateTime: { fromISO(text: string): LuxonDay } };
const off = new Set(daysOff);
const luxonStarts = startDays.map((day) => DateTime.fromISO(textOf(day)));
for (const start of luxonStarts) start.setupBusiness({ businessDays: [1, 2, 3, 4, 5, 6, 7], holidayMatchers: [(day) => off.has(day.toISODate())] });

const texts = startDays.map(textOf);
const dates = midnights.map((at) => new Date(at));
const fromText = (answer: unknown): number => Date.parse(`${String(answer)}T00:00:00+08:00`);
const fromObject = (answer: unknown): number => (answer as { valueOf(): number }).valueOf();

export const peers: readonly Peer[] = [
  { name: 'chinese-days', note: 'findWorkday, its own data', ms: fromText, addDays: (n, count) => chineseDays.findWorkday(count, texts[n]!) },
  {
    name: 'chinese-workday', note: 'nextWorkday in a loop, its own data', ms: fromText,
    addDays: (n, count) => {
      let day: string | null = texts[n]!;
      for (let left = count; left > 0 && day !== null; left--) day = nextWorkday(day);
      return day;
    },
  },
  { name: 'dayjs-business-days2', note: 'holidays and make-up days listed', ms: fromObject, addDays: (n, count) => days2Starts[n]!.businessDaysAdd(count) },
  {
    name: 'dayjs-business-time', note: '7-day week, every day off listed', ms: fromObject,
    addDays: (n, count) => timedDays[n]!.addBusinessDays(count),
    addHours: (n, count) => timedStarts[n]!.addBusinessHours(count),
    minutesBetween: (n, count) => timedStarts[n]!.businessMinutesDiff(timedEnds.get(count)![n]!),
  },
  {
    name: 'moment-business-time', note: '7-day week, every day off listed', ms: fromObject,
    addDays: (n, count) => momentDays[n]!.clone().addWorkingTime(count, 'days'),
    addHours: (n, count) => momentStarts[n]!.clone().addWorkingTime(count, 'hours'),
    minutesBetween: (n, count) => momentEnds.get(count)![n]!.workingDiff(momentStarts[n]!, 'minutes'),
  },
  { name: 'luxon-business-days', note: '7-day week, a matcher for days off', ms: fromObject, addDays: (n, count) => luxonStarts[n]!.plusBusiness({ days: count }) },
  { name: 'date-fns addBusinessDays', note: 'as shipped: knows weekends only', ms: fromObject, addDays: (n, count) => addBusinessDays(dates[n]!, count) },
];
