import { describe, expect, it } from 'vitest';
import { moment } from '../case/small-method.fixture.ts';
import { caseOf, solved, valueOf } from './district.fixture.ts';

const amounts = (...all: (number | undefined)[]) => all.map((amount, i) => caseOf(`c${i}`, { fields: amount === undefined ? {} : { amount } }));
const of = { field: 'amount' };

describe('a measure of a number', () => {
  it.each([['sum', '55'], ['average', '55/3'], ['median', '20'], ['least', '10'], ['greatest', '25']] as const)('%s, of what is known', (as, fraction) => {
    expect(valueOf({ measure: { of, as } }, amounts(25, undefined, 10, 20))).toMatchObject({ count: 3, fraction, ids: ['c0', 'c2', 'c3'] });
  });
  it('the median of an even number lies between the two in the middle', () => {
    expect(valueOf({ measure: { of, as: 'median' } }, amounts(40, 10, 25, 20))).toMatchObject({ value: 22.5, fraction: '45/2' });
  });
  it('adds tenths up exactly', () => {
    expect(valueOf({ measure: { of, as: 'sum' } }, amounts(0.1, 0.2))).toMatchObject({ value: 0.3, fraction: '3/10' });
  });
  it('of nothing the sum is 0, and there is no average', () => {
    expect(valueOf({ measure: { of, as: 'sum' } }, amounts(undefined))).toMatchObject({ count: 0, value: 0, fraction: '0' });
    expect(valueOf({ measure: { of, as: 'average' } }, amounts(undefined))).not.toHaveProperty('value');
  });
  it('is no rate', () => {
    expect(valueOf({ measure: { of, as: 'sum' } }, amounts(1))).not.toHaveProperty('of');
  });
});

describe('a measure of time', () => {
  // Monday 17:00 to Tuesday 10:00; Friday 11:00 to Monday 9:30. The office is open from 9 to 12 and from 14 to 18.
  const night = caseOf('night', { opened: moment('2021-11-01 17:00'), ...solved('2021-11-02 10:00') });
  const weekend = caseOf('weekend', { opened: moment('2021-11-05 11:00'), ...solved('2021-11-08 09:30') });
  const open = caseOf('open');
  const took = (unit: 'minutes' | 'hours' | 'days' | 'working-hours' | 'working-days', states: Parameters<typeof valueOf>[1]) =>
    valueOf({ measure: { of: { from: { case: 'opened' }, to: { case: 'ended' }, in: unit }, as: 'average' } }, states);

  it.each([
    ['minutes', '1020', '4230'], ['hours', '17', '141/2'], ['days', '1', '3'], ['working-hours', '2', '11/2'], ['working-days', '1', '1'],
  ] as const)('in %s', (unit, overNight, overWeekend) => {
    expect([took(unit, [night]).fraction, took(unit, [weekend]).fraction, took(unit, [open]).fraction]).toEqual([overNight, overWeekend, undefined]);
    expect(took(unit, [night]).in).toBe(unit);
  });
  it('is averaged over those of which both ends are known', () => {
    expect(took('working-hours', [night, weekend, open])).toMatchObject({ count: 2, value: 3.75, fraction: '15/4' });
  });
  it('leaves out the holidays that the State Council has arranged', () => {
    // The 1st to the 7th of October 2021 are free; the 8th is the first day of work, Saturday the 9th is worked.
    const holiday = (end: string) => caseOf('c', { opened: moment('2021-09-30 10:00'), ...solved(end) });
    expect([took('working-days', [holiday('2021-10-08 10:00')]).value, took('working-days', [holiday('2021-10-09 10:00')]).value, took('days', [holiday('2021-10-08 10:00')]).value]).toEqual([1, 2, 8]);
  });
  it('runs from the midnight of a day; backwards it is less than nothing', () => {
    const early = caseOf('c', { fields: { 'close-by': '2021-11-03' }, ...solved('2021-11-02 12:00') });
    const until = (unit: 'hours' | 'days') => valueOf({ measure: { of: { from: { field: 'close-by' }, to: { case: 'ended' }, in: unit }, as: 'sum' } }, [early]).value;
    expect([until('hours'), until('days')]).toEqual([-12, -1]);
  });
});
