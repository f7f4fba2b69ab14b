import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateCouncilArrangement } from './arrangement.ts';
import { checkCalendar } from './check-calendar.ts';
import type { CalendarSpec } from './calendar-spec.ts';
import { dayNumber, dayOf } from './day.ts';
import { parseInstant } from './instant-text.ts';
import { compileCalendar } from './working-calendar.ts';

const cn = compileCalendar();
const daysOf = (from: string, to: string): string[] =>
  Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, i) => dayOf(dayNumber(from) + i));

describe('the State Council’s arrangement', () => {
  it('of 2025 is that of its notice: 28 days off, 5 made up for, 248 worked', () => {
    const off = [['2025-01-01', '2025-01-01'], ['2025-01-28', '2025-02-04'], ['2025-04-04', '2025-04-06'], ['2025-05-01', '2025-05-05'], ['2025-05-31', '2025-06-02'], ['2025-10-01', '2025-10-08']]
      .flatMap(([from, to]) => daysOf(from!, to!));
    const madeUp = ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'];
    const year = daysOf('2025-01-01', '2025-12-31');
    const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay());
    for (const day of year) expect([day, cn.isWorkingDay(day)]).toEqual([day, madeUp.includes(day) || (!off.includes(day) && !isWeekend(day))]);
    expect(year.filter(cn.isWorkingDay)).toHaveLength(248);
  });
  it('covers 2004 to 2026 and says so', () => {
    expect([stateCouncilArrangement.years[0], stateCouncilArrangement.years.at(-1), stateCouncilArrangement.years.length]).toEqual([2004, 2026, 23]);
    expect(cn.edition).toContain('2004–2026');
    expect([cn.isKnown('2003-12-31'), cn.isKnown('2004-01-01'), cn.isKnown('2026-12-31'), cn.isKnown('2027-01-01')]).toEqual([false, true, true, false]);
  });
  it('names its days', () => {
    expect(cn.dayName('2025-10-06')).toEqual({ zh: '中秋节', en: 'Mid-autumn Festival' });
    expect(cn.dayName('2025-10-11')).toEqual({ zh: '国庆节', en: 'National Day' });
    expect(cn.dayName('2025-06-09')).toBeUndefined();
  });
  it('of a later year can be handed in', () => {
    const newer = { edition: '2027', years: [...stateCouncilArrangement.years, 2027], days: new Map([['2027-01-01', { is: 'rest' as const, name: { zh: '元旦', en: "New Year's Day" } }]]) };
    const calendar = compileCalendar({}, { arrangement: newer });
    expect([calendar.isWorkingDay('2027-01-01'), calendar.isKnown('2027-01-01')]).toEqual([false, true]);
  });
});

describe('a district’s own calendar', () => {
  const own = compileCalendar({
    hours: { default: ['09:00-12:00', '13:00-17:00'], fri: ['09:00-12:00'] },
    seasons: { summer: { from: '07-01', to: '08-31', hours: ['08:00-12:00'] }, winter: { from: '12-15', to: '01-15', hours: ['10:00-16:00'] } },
    days: {
      '2025-08-08': { is: 'rest', name: '建县纪念日' },
      '2025-10-01/2025-10-03': { is: 'work', name: { zh: '值班', en: 'On duty' }, hours: ['10:00-12:00'] },
      '2025-10-02': { is: 'rest' },
    },
  });
  it('wins over the week and the State Council, the shorter exception over the longer', () => {
    expect(['2025-08-08', '2025-10-01', '2025-10-02', '2025-10-03', '2025-10-04'].map(own.isWorkingDay)).toEqual([false, true, false, true, false]);
    expect(own.dayName('2025-08-08')).toEqual({ zh: '建县纪念日', en: '建县纪念日' });
  });
  it.each([
    ['a weekday’s own', '2025-06-13', ['09:00-12:00']],
    ['the usual', '2025-06-12', ['09:00-12:00', '13:00-17:00']],
    ['a make-up Saturday’s, which has none of its own', '2025-10-11', ['09:00-12:00', '13:00-17:00']],
    ['the season’s', '2025-07-01', ['08:00-12:00']],
    ['those of a season over the year’s end', '2025-01-15', ['10:00-16:00']],
    ['the exception’s', '2025-10-01', ['10:00-12:00']],
    ['none on a rest day', '2025-10-02', []],
  ])('has hours: %s', (_rule, day, hours) => expect(own.hours(day).map(({ from, to }) => `${from}-${to}`)).toEqual(hours));

  it.each<[string, CalendarSpec, string]>([
    ['a zone that there is not', { zone: 'Asia/Chang_an' }, 'zone-unknown /zone'],
    ['a week without work', { week: [] }, 'week-empty /week'],
    ['hours that end before they begin', { hours: ['12:00-09:00'] }, 'hours-malformed /hours/0'],
    ['hours that overlap', { hours: { fri: ['09:00-12:00', '11:00-18:00'] } }, 'hours-overlap /hours/fri/1'],
    ['seasons that overlap over the year’s end', { seasons: { a: { from: '11-01', to: '02-01', hours: [] }, b: { from: '01-15', to: '03-01', hours: [] } } }, 'seasons-overlap /seasons/b'],
    ['a season from a day that there is not', { seasons: { a: { from: '02-30', to: '03-01', hours: [] } } }, 'season-malformed /seasons/a/from'],
    ['a day that there is not', { days: { '2025-02-30': { is: 'rest' } } }, 'day-malformed /days/2025-02-30'],
    ['a range that runs backwards', { days: { '2025-02-03/2025-02-01': { is: 'rest' } } }, 'day-range-backwards /days/2025-02-03/2025-02-01'],
  ])('is checked: %s', (_rule, spec, problem) => expect(checkCalendar(spec).map(({ code, path }) => `${code} /${path.join('/')}`)).toEqual([problem]));
  it('that holds together has no problems', () => expect(checkCalendar({ hours: { default: ['09:00-12:00', '12:00-24:00'] }, days: { '2025-02-01/2025-02-03': { is: 'rest' } } })).toEqual([]));
});

describe('working days', () => {
  it.each([['2025-09-26', 1, '2025-09-28'], ['2025-09-30', 3, '2025-10-11'], ['2025-09-20', 7, '2025-09-29'], ['2025-10-09', -1, '2025-09-30'], ['2025-10-05', -1, '2025-09-30'], ['2025-10-05', 0, '2025-10-05']])(
    '%s and %i working days is %s', (day, count, expected) => expect(cn.addWorkingDays(day, count)).toBe(expected));
  it('on or after, on or before', () => {
    expect([cn.nextWorkingDay('2025-10-05'), cn.nextWorkingDay('2025-10-09'), cn.previousWorkingDay('2025-10-05'), cn.previousWorkingDay('2025-10-09')]).toEqual(['2025-10-09', '2025-10-09', '2025-09-30', '2025-10-09']);
  });
  it('between is what was added, however far', () => {
    fc.assert(fc.property(fc.integer({ min: 10_000, max: 22_000 }), fc.integer({ min: 1, max: 4_000 }), (number, count) => {
      const day = dayOf(number);
      const fresh = compileCalendar();
      expect(fresh.workingDaysBetween(day, fresh.addWorkingDays(day, count))).toBe(count);
      const start = fresh.nextWorkingDay(day);
      expect(fresh.addWorkingDays(fresh.addWorkingDays(start, count), -count)).toBe(start);
    }), { numRuns: 30 });
  });
});

describe('working time', () => {
  const at = (text: string): number => parseInstant(text, cn.zone)!;
  it.each([
    ['a working day has seven hours', '2025-06-09T00:00', '2025-06-10T00:00', 7],
    ['lunch has none', '2025-06-09T12:00', '2025-06-09T14:00', 0],
    ['backwards it is negative', '2025-06-09T15:00', '2025-06-09T09:00', -4],
    ['the week before National Day 2025, with its Sunday: five days', '2025-09-26T00:00', '2025-10-09T00:00', 28],
  ])('%s', (_rule, from, to, hours) => expect(cn.workingTimeBetween(at(from), at(to))).toBe(hours * 3_600_000));
  it('added is the time between, forwards and back', () => {
    fc.assert(fc.property(fc.integer({ min: Date.UTC(2011, 0), max: Date.UTC(2027, 0) }), fc.integer({ min: 1, max: 500 * 3_600_000 }), (instant, ms) => {
      expect(cn.workingTimeBetween(instant, cn.addWorkingTime(instant, ms))).toBe(ms);
      expect(cn.workingTimeBetween(cn.addWorkingTime(instant, -ms), instant)).toBe(ms);
    }));
  });
  it('never comes in a calendar without office hours, which is said instead of searched for ever', () => {
    expect(() => compileCalendar({ base: 'none', hours: [] }).addWorkingTime(0, 1)).toThrow(RangeError);
  });
});
