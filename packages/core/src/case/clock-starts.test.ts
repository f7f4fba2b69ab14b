import { describe, expect, it } from 'vitest';
import { T, moment, opened, rulesOf } from './small-method.fixture.ts';

const does = (effect: object): object => ({ label: T, by: ['clerk'], ...effect });

/** 回头看: thirty days after the works were completed, somebody looks again. The case is opened on Monday 1 November 2021. */
const lookBack = (work: object) => rulesOf({
  fields: { completed: { label: T, kind: 'date' }, seen: { label: T, kind: 'moment' } },
  actions: { set: does({ takes: { completed: { optional: true }, seen: { optional: true } } }), look: does({}), begin: does({}) },
  clocks: { 'look-back': { label: T, starts: { field: 'completed', day: true }, stops: { action: 'look' }, limit: '30 days', ...work } },
});
const given = (work: object = {}) => opened(lookBack(work), '2021-11-01 09:00');
const completed = (day: string, work: object = {}, at = '2021-11-10 10:00') => given(work).act('set', at, { input: { completed: day } });

describe('a clock that starts on the day in a field', () => {
  it('counts from that day, not from when it was written down', () => {
    // Thirty days after the 5th of November is the 5th of December, a Sunday; so the Monday.
    expect(completed('2021-11-05').due('look-back')).toBe('2021-12-06');
    expect(completed('2021-11-05').clock('look-back').start).toEqual({ at: moment('2021-11-05 00:00'), day: '2021-11-05' });
  });

  it('without “day” it starts when the field is set', () => {
    // Thirty days after the 10th of November is Friday the 10th of December.
    expect(completed('2021-11-05', { starts: { field: 'completed' } }).due('look-back')).toBe('2021-12-10');
  });

  it('may start on a day that is still to come', () => expect(completed('2021-12-01').due('look-back')).toBe('2021-12-31'));

  it('counts that day where the start counts', () => expect(completed('2021-11-10', { countStart: true }).due('look-back')).toBe('2021-12-09'));

  it('follows the field when the day is corrected while it runs', () => {
    const corrected = completed('2021-11-05').act('set', '2021-11-12 10:00', { input: { completed: '2021-11-08' } });
    expect(corrected.due('look-back')).toBe('2021-12-08');
    expect(corrected.changes('clock').map(({ how }) => how)).toEqual(['started', 'moved']);
    expect(corrected.act('set', '2021-11-13 10:00', { input: { completed: '2021-11-08' } }).changes('clock'), 'the same day moves nothing').toHaveLength(2);
  });

  it('begins a new round with the new day where the method says so', () => {
    const anew = completed('2021-11-05', { again: 'anew' }).act('set', '2021-11-12 10:00', { input: { completed: '2021-11-08' } });
    expect([anew.due('look-back'), anew.phases()]).toEqual(['2021-12-08', { 'look-back~1': 'void', 'look-back': 'running' }]);
  });

  it('past already when the day is written down, it is marked late from the start and held against nobody', () => {
    // Thirty days after the 1st of September is the 1st of October, a holiday until the 7th; so the 8th.
    const late = completed('2021-09-01').until('2021-11-20 09:00');
    expect(late.due('look-back')).toBe('2021-10-08');
    expect(late.clock('look-back')).toMatchObject({ phase: 'running', lateFromTheStart: true });
  });

  it('from a moment, hours run from that moment', () => {
    const seen = given({ starts: { field: 'seen', day: true }, limit: '24 hours' }).act('set', '2021-11-10 10:00', { input: { seen: moment('2021-11-10 08:15') } });
    expect(seen.due('look-back')).toBe('2021-11-11 08:15');
  });

  it('another start, while it runs, leaves the day as it is', () => {
    const both = { starts: [{ field: 'completed', day: true }, { action: 'begin' }] };
    expect(completed('2021-11-05', both).act('begin', '2021-11-20 10:00').due('look-back')).toBe('2021-12-06');
    expect(given(both).act('begin', '2021-11-02 10:00').due('look-back'), 'thirty days after the 2nd').toBe('2021-12-02');
  });
});
