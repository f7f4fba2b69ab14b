import { describe, expect, it } from 'vitest';
import type { Score } from '../method/query-schema.ts';
import { caseOf, solved, valueOf, visit, withMetrics } from './district.fixture.ts';
import { exactly, fractionText } from './fraction.ts';
import { metricsIn, scoreOf } from './score.ts';

const score = (of: Score, known: Readonly<Record<string, number>> = {}) => {
  const value = scoreOf(of, (name) => (known[name] === undefined ? undefined : exactly(known[name])));
  return value && fractionText(value);
};

describe('a score', () => {
  it('is a small arithmetic, and exact', () => {
    expect(score({ sum: [0.1, 0.2, { quotient: [1, 3] }] })).toBe('19/30');
    expect(score({ difference: [{ product: [3, { metric: 'visits' }] }, 2] }, { visits: 4 })).toBe('10');
    expect([score({ least: [100, { metric: 'a' }] }, { a: 120 }), score({ greatest: [0, { metric: 'a' }] }, { a: -5 }), score({ whole: { quotient: [7, 2] } })]).toEqual(['100', '0', '3']);
  });
  it('divided by zero has no value, nor has one in which something is missing', () => {
    expect([score({ quotient: [1, 0] }), score({ sum: [1, { metric: 'gone' }] }), score({ whole: { quotient: [1, { difference: [2, 2] }] } })]).toEqual([undefined, undefined, undefined]);
  });
  it.each([[95, '10'], [90, '10'], [89.9, '6'], [60, '6'], [59, '0'], [-1, '0']])('of %s stands on the highest step that it reaches', (value, points) => {
    for (const table of [[{ is: 0 }, { min: 60, is: 6 }, { min: 90, is: 10 }], [{ min: 90, is: 10 }, { min: 60, is: 6 }, { is: 0 }]]) expect(score({ steps: value, table })).toBe(points);
  });
  it('below every step has no value', () => {
    expect(score({ steps: 1, table: [{ min: 2, is: 5 }] })).toBeUndefined();
  });
  it('names what it reads', () => {
    expect(metricsIn({ sum: [{ metric: 'a' }, { steps: { whole: { metric: 'b' } }, table: [{ is: 1 }] }, { difference: [1, { quotient: [{ metric: 'c' }, 2] }] }] })).toEqual(['a', 'b', 'c']);
  });
});

describe('a score of metrics', () => {
  // East: 2 of 3 solved and 1 visit; west: 1 of 1 and none. 60 points for the share, 5 for a visit, 20 at most.
  const states = [
    caseOf('e1', solved('2021-11-02 09:00')), caseOf('e2', { ...solved('2021-11-02 09:00'), records: [visit('r1', '2021-11-02 09:00')] }), caseOf('e3', { fields: { excused: true } }),
    caseOf('w1', { home: 'west', ...solved('2021-11-02 09:00') }),
  ];
  const points: Score = { sum: [{ product: [60, { metric: 'share' }] }, { least: [20, { product: [5, { metric: 'visits' }] }] }] };
  const visits = { over: { records: 'visit' }, dated: { field: 'at' } };
  const rules = withMetrics({ share: { share: { use: 'solved' } }, visits });

  it('is reckoned from the others in the same period', () => {
    expect(valueOf({ score: points }, states, '2021-11', {}, rules)).toMatchObject({ count: 0, value: 50, fraction: '50', previous: { fraction: '45' }, change: 'rising' });
  });
  it('and of the same group: each group is ranked by its own; who has none of something has 0 of it', () => {
    const { groups } = valueOf({ score: points, by: { case: 'home' }, rank: 'highest' }, states, '2021-11', {}, rules);
    expect(groups).toMatchObject([{ value: 'west', fraction: '60', rank: 1 }, { value: 'east', fraction: '45', figure: 45, rank: 2 }]);
  });
  it('shows what it were without exemptions where one of the others has them', () => {
    const exempting = withMetrics({ share: { share: { use: 'solved' }, exempt: { field: 'excused', is: true } }, visits });
    expect(valueOf({ score: points }, states, undefined, {}, exempting)).toMatchObject({ fraction: '65', raw: { fraction: '50' } });
  });
  it('may be of scores; one that leads back to itself has no value', () => {
    const nested = withMetrics({ all: { score: 3 }, twice: { score: { product: [2, { metric: 'all' }] } }, loop: { score: { sum: [1, { metric: 'loop' }] } } });
    expect(valueOf({ score: { sum: [{ metric: 'twice' }, { metric: 'all' }] } }, [], undefined, {}, nested).value).toBe(9);
    expect(valueOf({ score: { metric: 'loop' } }, [], undefined, {}, nested)).not.toHaveProperty('value');
  });
});
