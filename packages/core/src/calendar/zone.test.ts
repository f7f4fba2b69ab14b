import { UTCDate } from '@date-fns/utc';
import { addMonths } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilOf, dayNumber, dayOf, parseDay, weekdayOf } from './day.ts';
import { formatInstant, parseInstant } from './instant-text.ts';
import { addMonthsTo, endOfPeriod } from './period.ts';
import { isZoneName, zoneOf } from './zone.ts';

const names = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/Havana', 'Asia/Kathmandu', 'America/St_Johns', 'Africa/Casablanca'];

describe('a day of a zone', () => {
  it.each([
    ['begins at midnight', 'Asia/Shanghai', '2025-10-01', '2025-10-01T00:00:00+08:00'],
    ['begins at one where the clocks skip midnight', 'America/Sao_Paulo', '2018-11-04', '2018-11-04T01:00:00-02:00'],
    ['begins at the first midnight where one o’clock goes back to it', 'America/Havana', '2023-11-05', '2023-11-05T00:00:00-04:00'],
    ['begins at the second midnight where the first went back to the day before', 'America/Sao_Paulo', '2018-02-18', '2018-02-18T00:00:00-03:00'],
    ['begins anew where one minute past midnight went back to the day before', 'America/St_Johns', '2006-10-29', '2006-10-29T00:00:00-03:30'],
    ['that was skipped (Samoa crossed the date line) begins and ends with the next', 'Pacific/Apia', '2011-12-30', '2011-12-31T00:00:00+14:00'],
  ])('%s', (_rule, name, day, start) => expect(formatInstant(zoneOf(name).startOfDay(day), zoneOf(name))).toBe(start));

  it('a time that comes twice is the first, one that is skipped as much later', () => {
    const newYork = zoneOf('America/New_York');
    expect(formatInstant(newYork.instantOf('2025-11-02', '01:30'), newYork)).toBe('2025-11-02T01:30:00-04:00');
    expect(formatInstant(newYork.instantOf('2025-03-09', '02:30'), newYork)).toBe('2025-03-09T03:30:00-04:00');
    expect(newYork.instantOf('2025-03-09', '24:00')).toBe(newYork.startOfDay('2025-03-10'));
  });

  it('has the offset that Intl says, in any zone at any time', () => {
    fc.assert(fc.property(fc.constantFrom(...names), fc.integer({ min: Date.UTC(1992, 0), max: Date.UTC(2040, 0) }), (timeZone, at) => {
      const wall = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
      expect(formatInstant(at, zoneOf(timeZone)).slice(0, 19)).toBe(wall.replace(' ', 'T'));
    }));
  });

  it('is known by name', () => {
    expect(isZoneName('Asia/Shanghai')).toBe(true);
    expect(isZoneName('Asia/Chang_an')).toBe(false);
  });
});

describe('instants as text', () => {
  it.each([
    ['2021-10-08T09:00:00+08:00', Date.UTC(2021, 9, 8, 1)], ['2021-10-08T01:00:00Z', Date.UTC(2021, 9, 8, 1)], ['2021-10-08T09:00+0800', Date.UTC(2021, 9, 8, 1)],
    ['2021-10-08 09:00:00.250+08', Date.UTC(2021, 9, 8, 1, 0, 0, 250)], ['2021-10-07T20:00:00-05:00', Date.UTC(2021, 9, 8, 1)], ['2021-10-07T24:00:00Z', Date.UTC(2021, 9, 8)],
  ])('%s', (text, at) => expect(parseInstant(text)).toBe(at));

  it('without an offset they are read in the zone given, and without one refused', () => {
    expect(parseInstant('2021-10-08T09:00', zoneOf('Asia/Shanghai'))).toBe(Date.UTC(2021, 9, 8, 1));
    expect(parseInstant('2021-10-08T09:00')).toBeUndefined();
  });

  it.each(['2021-02-30T09:00:00Z', '2021-13-01T09:00:00Z', '2021-00-10T09:00:00Z', '2021-01-01T25:00:00Z', '2021-01-01T24:01:00Z', '2021-01-01T09:60:00Z', '2021-01-01T09:00:60Z', '2021-1-1T09:00:00Z', '2021-01-01', '2021-01-01T09:00:00+25:00', 'yesterday', ' 2021-01-01T09:00:00Z'])(
    '"%s" is refused', (text) => expect(parseInstant(text)).toBeUndefined());

  it('read back as they were, in any zone', () => {
    fc.assert(fc.property(fc.constantFrom(...names), fc.integer({ min: Date.UTC(1930, 0), max: Date.UTC(2100, 0) }), (name, at) => {
      expect(parseInstant(formatInstant(at, zoneOf(name)))).toBe(at);
    }));
  });
});

describe('days by number', () => {
  it('agree with the platform’s calendar', () => {
    fc.assert(fc.property(fc.integer({ min: -200_000, max: 200_000 }), (number) => {
      const date = new Date(number * 86_400_000);
      expect(dayOf(number)).toBe(date.toISOString().slice(0, 10));
      expect(dayNumber(dayOf(number))).toBe(number);
      expect(weekdayOf(number) % 7).toBe(date.getUTCDay());
      expect(civilOf(number)).toEqual({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() });
    }));
  });
  it.each(['2021-02-30', '2023-02-29', '2021-1-01', '20210101', '2021-01-01T00:00'])('there is no day %s', (text) => expect(parseDay(text)).toBeUndefined());
  it('there is a leap day', () => expect(parseDay('2024-02-29')).toBe('2024-02-29'));
  it.each([
    ['2025-01-31', 1, '2025-02-28'], ['2024-03-31', -1, '2024-02-29'], ['2025-11-30', 3, '2026-02-28'], ['2025-06-15', 12, '2026-06-15'],
  ])('%s and %i months is %s', (day, months, expected) => expect(dayOf(addMonthsTo(dayNumber(day), months))).toBe(expected));
  it('months are added as date-fns adds them', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -400, max: 400 }), (day, months) => {
      expect(addMonthsTo(day, months) * 86_400_000).toBe(addMonths(new UTCDate(day * 86_400_000), months).getTime());
    }));
  });
  it.each([['2025-06-09', 'week', '2025-06-15'], ['2025-06-15', 'week', '2025-06-15'], ['2025-05-31', 'half-year', '2025-06-30'], ['2025-08-31', 'half-year', '2025-12-31'], ['2024-02-01', 'month', '2024-02-29']] as const)(
    'the %s lies in a %s that ends on %s', (day, period, expected) => expect(dayOf(endOfPeriod(dayNumber(day), period))).toBe(expected));
});
