import { describe, expect, it } from 'vitest';
import { dayNumber, dayOf } from './day.ts';
import { parsePeriod, periodName, periodWords, previousPeriod } from './named-period.ts';

describe('a period', () => {
  it.each([
    ['2021', '2021-01-01', '2021-12-31'], ['2021-H1', '2021-01-01', '2021-06-30'], ['2021-H2', '2021-07-01', '2021-12-31'],
    ['2021-Q1', '2021-01-01', '2021-03-31'], ['2021-Q4', '2021-10-01', '2021-12-31'], ['2021-02', '2021-02-01', '2021-02-28'], ['2020-02', '2020-02-01', '2020-02-29'],
    ['2021-12', '2021-12-01', '2021-12-31'], ['2021-11-06', '2021-11-06', '2021-11-06'], ['2021-10-01/2021-11-06', '2021-10-01', '2021-11-06'],
    // ISO weeks: the first is that of the first Thursday. 2021 began on a Friday, so its first week on Monday the 4th; 2020 had 53.
    ['2021-W01', '2021-01-04', '2021-01-10'], ['2021-W45', '2021-11-08', '2021-11-14'], ['2020-W53', '2020-12-28', '2021-01-03'], ['2020-W01', '2019-12-30', '2020-01-05'],
  ])('%s is from %s to %s, both included', (name, first, last) => expect(parsePeriod(name)).toEqual({ name, first, last }));

  it.each(['', '21', '2021-13', '2021-00', '2021-Q5', '2021-H3', '2021-W53', '2021-W00', '2021-02-29', '2021-11-06/2021-11-05', '2021-1', '2021-11-6', 'November', '2021-11-31/2021-12-01'])(
    '%j is none', (text) => expect(parsePeriod(text)).toBeUndefined());

  it.each([
    ['2021', '2020-01-01', '2020-12-31'], ['2021-H1', '2020-07-01', '2020-12-31'], ['2021-H2', '2021-01-01', '2021-06-30'], ['2021-Q1', '2020-10-01', '2020-12-31'], ['2021-Q3', '2021-04-01', '2021-06-30'],
    ['2021-01', '2020-12-01', '2020-12-31'], ['2021-03', '2021-02-01', '2021-02-28'], ['2021-W01', '2020-12-28', '2021-01-03'], ['2021-03-01', '2021-02-28', '2021-02-28'],
  ])('the one before %s is from %s to %s', (name, first, last) => expect(previousPeriod(parsePeriod(name)!)).toMatchObject({ first, last }));

  it('a range has none before it', () => expect(previousPeriod(parsePeriod('2021-10-01/2021-11-06')!)).toBeUndefined());
});

describe('the period in which a day lies', () => {
  it.each([
    ['2024-07-04', 'day', '2024-07-04'], ['2024-07-04', 'week', '2024-W27'], ['2024-07-04', 'month', '2024-07'], ['2024-07-04', 'quarter', '2024-Q3'],
    ['2024-07-04', 'half-year', '2024-H2'], ['2024-06-30', 'half-year', '2024-H1'], ['2024-07-04', 'year', '2024'],
    // The last days of a year may lie in the first week of the next, its first ones in the last week of the one before.
    ['2019-12-30', 'week', '2020-W01'], ['2021-01-03', 'week', '2020-W53'], ['2021-01-04', 'week', '2021-W01'],
  ] as const)('of %s, the %s is %s', (day, every, name) => expect(periodName(dayNumber(day), every)).toBe(name));

  it.each(['day', 'week', 'month', 'quarter', 'half-year', 'year'] as const)('its name is read back as the %s around that day, for six years on end', (every) => {
    for (let day = dayNumber('2019-01-01'); day <= dayNumber('2024-12-31'); day++) {
      const period = parsePeriod(periodName(day, every))!;
      expect(period.first <= dayOf(day) && dayOf(day) <= period.last, `${dayOf(day)} in ${period.name}`).toBe(true);
    }
  });
});

it.each([
  ['2024', '2024年', '2024'], ['2024-H1', '2024年上半年', 'the first half of 2024'], ['2024-Q3', '2024年第三季度', 'Q3 2024'], ['2024-W05', '2024年第5周', 'week 5 of 2024'],
  ['2024-07', '2024年7月', '2024-07'], ['2024-07-04', '2024年7月4日', '2024-07-04'], ['2021-10-01/2021-11-06', '2021-10-01 至 2021-11-06', '2021-10-01 to 2021-11-06'],
])('people call %s %s', (name, zh, en) => expect(periodWords(name)).toEqual({ zh, en }));
