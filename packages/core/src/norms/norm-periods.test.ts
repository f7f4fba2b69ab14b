import { describe, expect, it } from 'vitest';
import { local, moment } from '../case/small-method.fixture.ts';
import { currentPeriod, duePeriods, periodOf } from './norm-periods.ts';
import { normsOf, only } from './norms.fixture.ts';

const norm = (periods: object) => { const norms = normsOf({ it: { per: { each: 'grid' }, counts: { record: 'patrol' }, ...periods } }); return { rules: norms.rules, norm: only(norms) }; };
const closing = (periods: object, from: string, to: string) => { const { rules, norm: one } = norm(periods); return duePeriods(one, moment(from), moment(to), rules).map(({ name }) => name); };

describe('the period in which something counts', () => {
  it.each([
    ['day', '2024-07-04'], ['week', '2024-W27'], ['month', '2024-07'], ['quarter', '2024-Q3'], ['half-year', '2024-H2'], ['year', '2024'],
  ])('of every %s is %s', (every, name) => { const { rules, norm: one } = norm({ every }); expect(periodOf(one, moment('2024-07-04 10:00'), rules)).toBe(name); });
  it('at any moment is one that has no name', () => { const { rules, norm: one } = norm({}); expect(periodOf(one, moment('2024-07-04 10:00'), rules)).toBe(''); });
  it('on days is the day itself, where a rest day moved it; on other days there is none', () => {
    const { rules, norm: one } = norm({ on: { monthDays: [14], restDay: 'next' } });
    expect(['2024-07-14 10:00', '2024-07-15 00:00', '2024-07-15 23:59', '2024-07-16 00:00'].map((at) => periodOf(one, moment(at), rules))).toEqual([undefined, '2024-07-15', '2024-07-15', undefined]);
  });
});

describe('a sweep closes', () => {
  it.each<[string, object, string, string, readonly string[]]>([
    ['every day that is over', { every: 'day' }, '2024-07-04 09:00', '2024-07-06 09:00', ['2024-07-04', '2024-07-05']],
    ['a day at the midnight that ends it', { every: 'day' }, '2024-07-04 23:59', '2024-07-05 00:00', ['2024-07-04']],
    ['no day twice', { every: 'day' }, '2024-07-05 00:00', '2024-07-05 23:59', []],
    ['working days only, a Saturday that is made up included', { every: 'day', restDays: 'off' }, '2024-10-11 00:00', '2024-10-15 00:00', ['2024-10-11', '2024-10-12', '2024-10-14']],
    ['a week when its Sunday is over', { every: 'week' }, '2024-07-07 12:00', '2024-07-15 00:00', ['2024-W27', '2024-W28']],
    ['a month and not the one that runs', { every: 'month' }, '2024-06-15 12:00', '2024-08-31 23:59', ['2024-06', '2024-07']],
    ['a quarter', { every: 'quarter' }, '2024-09-30 23:59', '2024-10-01 00:00', ['2024-Q3']],
    ['half-years and years', { every: 'half-year' }, '2023-07-01 00:00', '2024-07-01 00:00', ['2023-H2', '2024-H1']],
    ['133-05: each fourth when it is over', { on: { monthDays: [4, 14, 24] } }, '2024-07-04 00:00', '2024-07-25 00:00', ['2024-07-04', '2024-07-14', '2024-07-24']],
    ['133-05: twice a month, the working day before', { on: { monthDays: [15], last: true, restDay: 'before' } }, '2024-06-01 00:00', '2024-07-01 00:00', ['2024-06-14', '2024-06-28']],
    ['months only in which a day is due', { every: 'month', on: { monthDays: [1], months: [1, 7] } }, '2024-05-01 00:00', '2024-09-01 00:00', ['2024-07']],
    ['nothing of what holds at any moment', {}, '2024-01-01 00:00', '2025-01-01 00:00', []],
  ])('%s', (_rule, periods, from, to, expected) => expect(closing(periods, from, to)).toEqual(expected));

  it('the same in one step or in many', () => {
    const steps = ['2024-06-30 00:00', '2024-06-30 12:00', '2024-07-01 00:00', '2024-07-03 17:00', '2024-07-31 23:59', '2024-08-01 00:00', '2024-10-02 00:00'];
    for (const periods of [{ every: 'day' }, { every: 'week' }, { every: 'month' }, { every: 'quarter' }, { on: { weekdays: ['sat'], restDay: 'next' } }]) {
      expect(steps.slice(1).flatMap((to, place) => closing(periods, steps[place]!, to))).toEqual(closing(periods, steps[0]!, steps.at(-1)!));
    }
  });
});

describe('the period that runs, or comes next', () => {
  it.each<[object, string, string | undefined, string | undefined]>([
    [{ every: 'quarter' }, '2024-07-04 10:00', '2024-Q3', '2024-10-01 00:00'], [{ on: { monthDays: [4, 14] } }, '2024-07-04 10:00', '2024-07-04', '2024-07-05 00:00'],
    [{ on: { monthDays: [4, 14] } }, '2024-07-05 00:00', '2024-07-14', '2024-07-15 00:00'], [{ every: 'day', restDays: 'off' }, '2024-07-06 10:00', '2024-07-08', '2024-07-09 00:00'],
    [{ on: { monthDays: [29], months: [2] } }, '2024-03-01 10:00', '2028-02-29', '2028-03-01 00:00'], [{ on: { monthDays: [30], months: [2] } }, '2024-03-01 10:00', undefined, undefined],
  ])('of %j at %s is %s and ends at %s', (periods, at, name, ends) => {
    const { rules, norm: one } = norm(periods);
    const period = currentPeriod(one, moment(at), rules);
    expect([period?.name, period && local(rules, period.ends)]).toEqual([name, ends]);
  });
});
