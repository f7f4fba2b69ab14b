import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, dividedBy, exactly, fraction, fractionText, minus, numberOf, plus, times, wholePart } from './fraction.ts';

describe('a fraction', () => {
  it('is what was written, not what a machine makes of it', () => {
    expect(fractionText(plus(exactly(0.1), exactly(0.2)))).toBe('3/10');
    expect([0.9, 3, -2.5, 1e21, 1.5e-7].map((n) => fractionText(exactly(n)))).toEqual(['9/10', '3', '-5/2', '1000000000000000000000', '3/20000000']);
  });
  it('stands in lowest terms, its sign above', () => {
    expect([fraction(4, 6), fraction(4, -6), fraction(0, 5)].map(fractionText)).toEqual(['2/3', '-2/3', '0']);
  });
  it('is added, taken away, multiplied and divided exactly; nothing is divided by zero', () => {
    const [half, third] = [fraction(1, 2), fraction(1, 3)];
    expect([plus(half, third), minus(third, half), times(half, third), dividedBy(half, third)!].map(fractionText)).toEqual(['5/6', '-1/6', '1/6', '3/2']);
    expect(dividedBy(half, fraction(0))).toBeUndefined();
  });
  it('loses what stands behind the point, whichever its sign', () => {
    expect([fraction(7, 2), fraction(-7, 2), fraction(4)].map((n) => fractionText(wholePart(n)))).toEqual(['3', '-3', '4']);
  });
  it('becomes the nearest number, however long it is', () => {
    expect(numberOf(fraction(1, 3))).toBe(1 / 3);
    expect(numberOf(fraction(10n ** 30n, 3n * 10n ** 30n))).toBe(1 / 3);
    expect(numberOf(fraction(10n ** 30n + 1n, 2n * 10n ** 30n))).toBeCloseTo(0.5, 15);
  });
  it('any two numbers are ordered as their fractions are', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.double({ noNaN: true, noDefaultInfinity: true }), (a, b) => {
      expect(compare(exactly(a), exactly(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }));
  });
});
