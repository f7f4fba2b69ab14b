import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../method/condition-schema.ts';
import { compileCondition } from './condition.ts';
import { consulted, scopeOf, time, vocabulary } from './district.fixture.ts';
import { divided, parseShare, percentOf, ratioOf } from './ratio.ts';
import { shareTests } from './share.ts';

type Tests = Partial<Record<(typeof shareTests)[number], string>>;
const share = (tests: Tests): Condition => ({ share: { record: 'consultation', show: 'people' }, of: { record: 'consultation', show: 'invited' }, ...tests });
const holds = (tests: Tests, people: number | undefined, invited: number | undefined): boolean => compileCondition(share(tests), vocabulary, time)(
  scopeOf({ records: [consulted('2024-06-01', { ...(people !== undefined && { people }), ...(invited !== undefined && { invited }) })] }));

describe('a share', () => {
  it('of two thirds is met by exactly two thirds, whatever the numbers', () => {
    expect([holds({ min: '2/3' }, 20, 30), holds({ min: '2/3' }, 19, 30), holds({ above: '2/3' }, 20, 30), holds({ max: '2/3' }, 20, 30), holds({ below: '2/3' }, 20, 30)])
      .toEqual([true, false, false, true, false]);
    expect(holds({ min: '1/3' }, 1, 3), 'one third has no decimal').toBe(true);
  });
  it('tells two thirds from 66.7 percent', () => {
    expect([holds({ min: '66.7%' }, 2, 3), holds({ min: '66.6%' }, 2, 3), holds({ min: '66.7%' }, 667, 1000)]).toEqual([false, true, true]);
  });
  it('takes numbers as their decimals say', () => {
    expect(holds({ min: '1/3', max: '1/3' }, 0.1, 0.3), 'in binary 0.1/0.3 is something else').toBe(true);
    expect(holds({ min: '110%', max: '110%' }, 1.1, 1)).toBe(true);
    expect(holds({ max: '1/10000000' }, 1e-7, 1)).toBe(true);
  });
  it('lies between two ends', () => expect([holds({ above: '1/2', max: '80%' }, 8, 10), holds({ above: '1/2', max: '80%' }, 5, 10)]).toEqual([true, false]));
  it('of nothing, or of what is not known, does not hold', () => {
    expect([holds({ min: '0%' }, 0, 0), holds({ min: '0%' }, 5, 0), holds({ max: '100%' }, undefined, 3), holds({ max: '100%' }, 3, undefined)]).toEqual([false, false, false, false]);
  });
  it('without a test holds where it can be reckoned', () => expect([holds({}, 1, 2), holds({}, 1, 0)]).toEqual([true, false]));
  it('can be read of each record by itself', () => {
    const records = [consulted('2024-06-01', { people: 3, invited: 4 }), consulted('2024-06-02', { people: 1, invited: 4 })];
    const reached: Condition = { records: 'consultation', where: { share: { field: 'people' }, of: { field: 'invited' }, min: '1/2' }, count: { min: 1, max: 1 } };
    expect(compileCondition(reached, vocabulary, time)(scopeOf({ records }))).toBe(true);
  });
});

describe('a share is exact', () => {
  /** A decimal number with the digits that it is written in. */
  const decimal = fc.record({ digits: fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), places: fc.nat(9) });
  const valueOf = ({ digits, places }: { digits: number; places: number }): number => Number(`${digits}e-${places}`);
  const text = fc.oneof(
    fc.record({ over: fc.nat(1000), under: fc.integer({ min: 1, max: 1000 }) }).map(({ over, under }) => ({ text: `${over}/${under}`, over: BigInt(over), under: BigInt(under) })),
    fc.record({ hundredths: fc.nat(20_000) }).map(({ hundredths }) => ({ text: `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`, over: BigInt(hundredths), under: 10_000n })),
  );
  it('like fractions reckoned by hand', () => {
    fc.assert(fc.property(decimal, decimal, text, (part, whole, wanted) => {
      const sign = whole.digits < 0 ? -1n : 1n;
      const left = sign * BigInt(part.digits) * 10n ** BigInt(whole.places) * wanted.under;
      const right = sign * BigInt(whole.digits) * 10n ** BigInt(part.places) * wanted.over;
      const expected = whole.digits === 0 ? [false, false, false, false] : [left >= right, left > right, left <= right, left < right];
      expect(shareTests.map((name) => holds({ [name]: wanted.text }, valueOf(part), valueOf(whole)))).toEqual(expected);
    }), { numRuns: 500 });
  });
  it('also at the very edge', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10 ** 6 }), fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 }), (times, over, under) => {
      const at = (part: number): boolean[] => [holds({ min: `${over}/${under}` }, part, times * under), holds({ above: `${over}/${under}` }, part, times * under)];
      expect([at(times * over), at(times * over - 1), at(times * over + 1)]).toEqual([[true, false], [false, false], [true, true]]);
    }));
  });
});

describe('fractions', () => {
  it('are read from decimals, also very small and very large ones', () => {
    expect([ratioOf(2.5), ratioOf(-0.1), ratioOf(1e-7), ratioOf(1.5e21), ratioOf(Number.NaN)])
      .toEqual([{ over: 25n, under: 10n }, { over: -1n, under: 10n }, { over: 1n, under: 10n ** 7n }, { over: 15n * 10n ** 20n, under: 1n }, undefined]);
  });
  it('are read from fractions and percentages', () => {
    expect([parseShare('2/3'), parseShare('66.7%'), parseShare('80%'), parseShare('1/0'), parseShare('half')])
      .toEqual([{ over: 2n, under: 3n }, { over: 667n, under: 1000n }, { over: 80n, under: 100n }, undefined, undefined]);
  });
  it.each<[number, number, string, boolean]>([[2, 3, '66.67%', false], [1, 2, '50%', true], [1, 8, '12.5%', true], [0, 7, '0%', true], [-1, 3, '-33.33%', false], [30, 10, '300%', true], [1, 20000, '0.01%', false]])(
    '%d of %d is %s', (part, whole, percent, exact) => expect(percentOf(divided(ratioOf(part)!, ratioOf(whole)!)!)).toEqual({ text: percent, exact }));
});
