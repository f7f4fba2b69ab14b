import { describe, expect, it } from 'vitest';
import { compileCalendar, DEFAULT_POLICY, formatInstant, measureOf, parseDuration, parseInstant, reckon, reckonBackwards, rung, used } from './index.ts';
import type { Calendar, Duration, Extension, Hold, Limit, Reckoning, TimePolicy } from './index.ts';

const shanghai = compileCalendar();                                             // 09:00–12:00, 14:00–18:00
const newYork = compileCalendar({ zone: 'America/New_York', base: 'none' });

const length = (text: string): Duration => parseDuration(text)!;
const at = (text: string, { zone }: Calendar = shanghai): number => parseInstant(text, zone)!;
const hold = (from: string, to?: string): Hold => ({ from: at(from), ...(to !== undefined && { to: at(to) }) });

interface More { policy?: Partial<TimePolicy>; holds?: Hold[]; extensions?: Extension[]; calendar?: Calendar; day?: string }

const reckoning = (limit: string | Limit, start: string, { policy, holds = [], extensions = [], calendar, day }: More = {}): Reckoning => ({
  limit: typeof limit === 'string' ? { kind: 'duration', duration: length(limit) } : limit,
  policy: { ...DEFAULT_POLICY, ...policy },
  start: { at: at(start, calendar), ...(day !== undefined && { day }) },
  holds, extensions,
});

/** The due day with the time at which it ends, or the due instant; `?` where it is provisional. */
function due(limit: string | Limit, start: string, more: More = {}): string | undefined {
  const calendar = more.calendar ?? shanghai;
  const found = reckon(calendar, reckoning(limit, start, more));
  if (found === undefined) return undefined;
  const isWholeDay = found.day !== undefined && found.at === calendar.zone.startOfDay(calendar.addDays(found.day, 1));
  const time = formatInstant(found.at, calendar.zone).slice(0, 16);
  return `${isWholeDay ? found.day : found.day !== undefined ? `${time} (${found.day})` : time}${found.provisional ? ' ?' : ''}`;
}

describe('《民法典》200–204, the reading where a method says nothing', () => {
  it.each([
    ['201: the day it starts on does not count, however early', '3天', '2025-06-09T00:00', '2025-06-12'],
    ['201: nor however late', '3天', '2025-06-09T23:59', '2025-06-12'],
    ['201: hours run from the moment itself, over a rest day too', '24小时', '2025-09-26T10:00', '2025-09-27T10:00'],
    ['minutes likewise', '15分钟', '2025-09-26T23:50', '2025-09-27T00:05'],
    ['202: a month ends on the corresponding day', '1个月', '2025-06-09T10:00', '2025-07-09'],
    ['202: or on the last day of its month', '1个月', '2025-01-31T10:00', '2025-02-28'],
    ['202: which in a leap year is the 29th', '1个月', '2024-01-31T10:00', '2024-02-29'],
    ['a year from a leap day ends on the 28th', '1年', '2024-02-29T10:00', '2025-02-28'],
    ['203: a last day in National Day 2025 ends with 9 October, the next working day', '10天', '2025-09-25T10:00', '2025-10-09'],
    ['203: a Saturday that is worked is no rest day', '10天', '2025-10-01T10:00', '2025-10-11'],
    ['two weeks are fourteen days', '2周', '2025-06-10T10:00', '2025-06-24'],
  ])('%s', (_rule, limit, start, expected) => expect(due(limit, start)).toBe(expected));

  it.each<[string, string, string, Partial<TimePolicy>, string]>([
    ['the start day counts as the first where a clock says so', '3天', '2025-06-09T10:00', { countStart: true }, '2025-06-11'],
    ['then a month ends the day before the corresponding one', '1个月', '2025-03-15T10:00', { countStart: true }, '2025-04-14'],
    ['and with its last day where there is no corresponding one', '1个月', '2025-01-31T10:00', { countStart: true }, '2025-02-28'],
    ['a last day that is a rest day may stay', '10天', '2025-09-25T10:00', { restDay: 'stay' }, '2025-10-05'],
    ['office hours bind: the close of business ends the day', '3个工作日', '2025-06-09T10:00', { ends: 'office' }, '2025-06-12T18:00 (2025-06-12)'],
    ['so does a time of day', '3天', '2025-06-09T10:00', { ends: '17:30' }, '2025-06-12T17:30 (2025-06-12)'],
    ['days from moment to moment', '3天', '2025-06-09T10:15', { moment: true }, '2025-06-12T10:15'],
    ['working days from moment to moment', '3个工作日', '2025-06-09T10:15', { moment: true }, '2025-06-12T10:15'],
    ['of which one that starts at its midnight counts whole: 24 to 26, 28 (made up), 29, 30 September', '6个工作日', '2025-09-24T00:00', { moment: true }, '2025-10-01T00:00'],
    ['of which nothing runs on the rest day that they start on', '1个工作日', '2025-06-07T10:15', { moment: true }, '2025-06-10T00:00'],
    ['a moment on a rest day moves to the same time of the next working day', '3天', '2025-06-11T10:15', { moment: true }, '2025-06-16T10:15'],
    ['a moment at midnight ends the day before, here a Friday', '2天', '2025-06-12T00:00', { moment: true }, '2025-06-14T00:00'],
  ])('%s', (_rule, limit, start, policy, expected) => expect(due(limit, start, { policy })).toBe(expected));
});

describe('working days and hours', () => {
  it.each([
    ['a make-up Sunday is worked', '1个工作日', '2025-09-26T10:00', '2025-09-28'],
    ['the holiday is not, the make-up Saturday after it is', '3个工作日', '2025-09-30T10:00', '2025-10-11'],
    ['one that starts on a rest day counts the next working day first', '1个工作日', '2025-09-27T10:00', '2025-09-28'],
    ['sixteen hours over a weekend with a make-up Sunday', '16个工作小时', '2025-09-27T10:00', '2025-09-30T11:00'],
    ['lunch does not count', '4个工作小时', '2025-06-09T11:00', '2025-06-09T17:00'],
    ['what starts at lunch runs from two', '1个工作小时', '2025-06-09T12:30', '2025-06-09T15:00'],
    ['an hour used up exactly at closing is due at closing, not next morning', '7个工作小时', '2025-06-09T09:00', '2025-06-09T18:00'],
    ['and one used up exactly at noon is due at noon', '3个工作小时', '2025-06-09T09:00', '2025-06-09T12:00'],
    ['after closing the next morning runs', '30个工作分钟', '2025-06-09T18:00', '2025-06-10T09:30'],
  ])('%s', (_rule, limit, start, expected) => expect(due(limit, start)).toBe(expected));

  it.each<[string, string, string, string]>([
    ['a working day that starts on a rest day where the start counts', '1个工作日', '2025-09-27T10:00', '2025-09-28'],
    ['a working day that starts on a working day where the start counts', '1个工作日', '2025-09-26T10:00', '2025-09-26'],
  ])('%s', (_rule, limit, start, expected) => expect(due(limit, start, { policy: { countStart: true } })).toBe(expected));
});

describe('when the clocks are changed', () => {
  it.each([
    ['a day of 23 hours: 24 elapsed hours end an hour later by the clock', '24 hours', '2025-03-08T12:00', '2025-03-09T13:00'],
    ['a day of 25 hours: an hour earlier', '24 hours', '2025-11-01T12:00', '2025-11-02T11:00'],
    ['days end at midnight all the same', '3 days', '2025-11-01T12:00', '2025-11-04'],
  ])('%s', (_rule, limit, start, expected) => expect(due(limit, start, { calendar: newYork })).toBe(expected));
});

describe('what a limit may be besides a duration', () => {
  it.each([['day', '2025-06-09'], ['week', '2025-06-15'], ['month', '2025-06-30'], ['quarter', '2025-06-30'], ['half-year', '2025-06-30'], ['year', '2025-12-31']] as const)(
    'the end of the %s, which no rest day moves', (period, day) => expect(due({ kind: 'end-of', period }, '2025-06-09T10:00')).toBe(day));
  it('a day that somebody set stands, rest day or not', () => expect(due({ kind: 'day', day: '2025-10-05' }, '2025-06-09T10:00')).toBe('2025-10-05'));
  it('an instant', () => expect(due({ kind: 'instant', at: at('2025-10-05T12:00') }, '2025-06-09T10:00')).toBe('2025-10-05T12:00'));
  it('none is never due', () => expect(due({ kind: 'none' }, '2025-06-09T10:00')).toBeUndefined());
  it('what happened by itself at 24:00 belongs to the day that ended, and the next day counts first', () => {
    expect(due('3天', '2025-06-10T00:00', { day: '2025-06-09' })).toBe('2025-06-12');
    expect(due('3天', '2025-06-10T00:00')).toBe('2025-06-13');
  });
});

describe('a year whose arrangement is not known', () => {
  it.each([
    ['working days that run into it are provisional', '3个工作日', '2026-12-30T10:00', '2027-01-04 ?'],
    ['so is a last day that might be a holiday', '10天', '2026-12-25T10:00', '2027-01-04 ?'],
    ['elapsed hours are not', '240小时', '2026-12-25T10:00', '2027-01-04T10:00'],
    ['what ends before it is not', '1个工作日', '2026-12-30T10:00', '2026-12-31'],
  ])('%s', (_rule, limit, start, expected) => expect(due(limit, start)).toBe(expected));
  it('a last day that stays relies on nothing', () => expect(due('10天', '2026-12-25T10:00', { policy: { restDay: 'stay' } })).toBe('2027-01-04'));
  it('a calendar that follows no arrangement knows every year', () => expect(due('3 working days', '2026-12-30T10:00', { calendar: newYork })).toBe('2027-01-04'));
});

describe('holds', () => {
  const june11to12 = hold('2025-06-11T10:00', '2025-06-12T09:00');
  it.each<[string, string, Hold[], string]>([
    ['on working days leave out whole days, first and last included', '5个工作日', [june11to12], '2025-06-18'],
    ['that overlap leave out each day once', '5个工作日', [june11to12, hold('2025-06-12T08:00', '2025-06-12T12:00')], '2025-06-18'],
    ['over a weekend leave out the working days only', '5个工作日', [hold('2025-06-13T10:00', '2025-06-16T09:00')], '2025-06-18'],
    ['on the last day move it', '5个工作日', [hold('2025-06-16T17:00', '2025-06-16T17:01')], '2025-06-17'],
    ['after the last day change nothing', '5个工作日', [hold('2025-06-17T10:00', '2025-06-18T10:00')], '2025-06-16'],
    ['that end at midnight do not touch the day that begins', '5个工作日', [hold('2025-06-11T10:00', '2025-06-12T00:00')], '2025-06-17'],
    ['that are still open take nothing yet', '5个工作日', [hold('2025-06-11T10:00')], '2025-06-16'],
    ['on months leave out their days before rest days are looked at', '1个月', [hold('2025-06-20T10:00', '2025-06-22T10:00')], '2025-07-14'],
    ['on hours are exact', '24小时', [hold('2025-06-09T12:00', '2025-06-09T14:00')], '2025-06-10T12:00'],
    ['on hours that begin when they are used up change nothing', '24小时', [hold('2025-06-10T10:00', '2025-06-10T11:00')], '2025-06-10T10:00'],
    ['on working hours take only what is worked of them: 11–12 and 14–15', '7个工作小时', [hold('2025-06-09T11:00', '2025-06-09T15:00')], '2025-06-10T12:00'],
  ])('%s', (_rule, limit, holds, expected) => expect(due(limit, '2025-06-09T10:00', { holds })).toBe(expected));

  it('on working days that a clock reads exactly take what they overlap', () => {
    expect(due('3个工作日', '2025-06-09T10:00', { policy: { hold: 'exact' }, holds: [hold('2025-06-10T10:00', '2025-06-10T14:00')] })).toBe('2025-06-13T04:00');
  });
  it('that touch the day to which a rest day has moved the end move it further', () => {
    expect(due('10天', '2025-09-25T10:00', { holds: [hold('2025-10-08T10:00', '2025-10-09T12:00')] })).toBe('2025-10-10');
  });
});

describe('extensions of ten days that would end on 5 October and are due on the 9th', () => {
  it.each<[string, Extension[], string]>([
    ['count from the day before it was moved', [{ by: length('5天'), from: 'unshifted' }], '2025-10-10'],
    ['or from the due day as it stands', [{ by: length('5天'), from: 'due' }], '2025-10-14'],
    ['or are a new total from the start', [{ by: length('20天'), from: 'start' }], '2025-10-15'],
    ['or set a day, which stands', [{ to: '2025-10-18' }], '2025-10-18'],
    ['follow one another', [{ by: length('5天'), from: 'unshifted' }, { by: length('2天'), from: 'due' }], '2025-10-13'],
    ['may be in another unit', [{ by: length('2个工作日'), from: 'due' }], '2025-10-11'],
    ['in hours run from the end of the day', [{ by: length('10小时'), from: 'due' }], '2025-10-10T10:00'],
  ])('%s', (_rule, extensions, expected) => expect(due('10天', '2025-09-25T10:00', { extensions })).toBe(expected));

  it('of hours are added to the instant', () => {
    expect(due('24小时', '2025-06-09T10:00', { extensions: [{ by: length('12小时'), from: 'unshifted' }] })).toBe('2025-06-10T22:00');
  });
});

describe('milestones laid out backwards from 11 October', () => {
  const base = reckon(shanghai, reckoning({ kind: 'day', day: '2025-10-11' }, '2025-09-01T10:00'))!;
  it.each([
    ['three working days back skip the holiday', '3个工作日', '2025-09-30', {}],
    ['ten days back land on a holiday and move to the working day before', '10天', '2025-09-30', {}],
    ['unless rest days stay', '10天', '2025-10-01', { restDay: 'stay' }],
    ['a month back', '1个月', '2025-09-11', {}],
  ] as const)('%s', (_rule, by, day, policy) =>
    expect(reckonBackwards(shanghai, base, length(by), { ...DEFAULT_POLICY, ...policy })).toEqual({ day, at: shanghai.zone.startOfDay(shanghai.addDays(day, 1)) }));
  it('hours go back from the instant', () => {
    expect(reckonBackwards(shanghai, { at: at('2025-06-12T16:00') }, length('24小时'), DEFAULT_POLICY)).toEqual({ at: at('2025-06-11T16:00') });
  });
  it.each([
    ['a working day before a moment on a rest day: all of Saturday the 11th, which is made up', '2025-10-12T10:00', '1个工作日', '2025-10-11T00:00'],
    ['a working day before a moment on a working day: the same time of the made-up Saturday', '2025-10-13T10:00', '1个工作日', '2025-10-11T10:00'],
    ['a midnight ends the day before it, here a Friday, and stays', '2025-06-16T00:00', '2天', '2025-06-14T00:00'],
    ['one that ends a Sunday moves to the end of the Friday before', '2025-06-18T00:00', '2天', '2025-06-14T00:00'],
  ] as const)('from moment to moment, %s', (_rule, base, by, expected) =>
    expect(reckonBackwards(shanghai, { at: at(base) }, length(by), { ...DEFAULT_POLICY, moment: true })).toEqual({ at: at(expected) }));
  it('is provisional only for what it has looked at: a day back from New Year’s Day of an unknown year is a day of the known one', () => {
    const base = { at: at('2027-01-02T00:00'), day: '2027-01-01' };
    expect(reckonBackwards(shanghai, base, length('1个工作日'), DEFAULT_POLICY)).toEqual({ day: '2026-12-31', at: at('2027-01-01T00:00') });
    expect(reckonBackwards(shanghai, { at: base.at, day: '2027-01-04' }, length('2个工作日'), DEFAULT_POLICY)).toMatchObject({ provisional: true });
  });
  it('working hours go back to the last moment that leaves so much time', () => {
    expect(reckonBackwards(shanghai, { at: at('2025-06-12T16:00') }, length('2个工作小时'), DEFAULT_POLICY)).toEqual({ at: at('2025-06-12T14:00') });
  });
});

describe('rungs of a ladder on a limit that ends on Thursday 12 June', () => {
  const thursday = { at: at('2025-06-13T00:00'), day: '2025-06-12' };
  const night = { from: '22:00', to: '07:30' };
  it.each([
    ['working days before, when the office opens', '3个工作日', 'before', undefined, '2025-06-09T09:00'],
    ['a day after, when the office opens', '1天', 'after', undefined, '2025-06-13T09:00'],
    ['a day without office hours: its midnight', '2天', 'after', undefined, '2025-06-14T00:00'],
    ['which in quiet hours waits for their end', '2天', 'after', night, '2025-06-14T07:30'],
    ['hours before the due instant', '2小时', 'before', undefined, '2025-06-12T22:00'],
    ['quiet hours run over midnight', '2小时', 'before', night, '2025-06-13T07:30'],
    ['working hours before', '2个工作小时', 'before', undefined, '2025-06-12T16:00'],
  ] as const)('%s', (_rule, offset, side, quiet, expected) =>
    expect(formatInstant(rung(shanghai, thursday, length(offset), side, quiet), shanghai.zone).slice(0, 16)).toBe(expected));
});

describe('time used', () => {
  it.each<[string, string, string, Hold[], number]>([
    ['hours in milliseconds, holds left out', '24小时', '2025-06-09T15:00', [hold('2025-06-09T11:00', '2025-06-09T12:00')], 4 * 3_600_000],
    ['working hours without lunch', '7个工作小时', '2025-06-09T15:00', [], 3 * 3_600_000],
    ['working days once they are over', '5个工作日', '2025-06-11T23:59', [], 1],
    ['all of them at the due instant', '5个工作日', '2025-06-17T00:00', [], 5],
    ['an open hold leaves its days out', '5个工作日', '2025-06-17T00:00', [hold('2025-06-12T10:00')], 2],
    ['nothing before the start', '5个工作日', '2025-06-01T00:00', [], 0],
  ])('%s', (_rule, limit, asked, holds, expected) => expect(used(shanghai, reckoning(limit, '2025-06-09T10:00', { holds }), at(asked))).toBe(expected));
  it('is measured in milliseconds where there is no limit', () => expect(measureOf({ kind: 'none' })).toBe('ms'));
});
