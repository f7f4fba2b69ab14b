import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fnv1a, isDrawn } from './sample.ts';

const ids = (count: number): string[] => Array.from({ length: count }, (_, i) => `XFL-2024-${String(i + 1).padStart(6, '0')}`);
const drawn = (oneIn: number, named = 'look-back', of = ids(10_000)): string[] => of.filter((id) => isDrawn(id, { oneIn, named }));

describe('a draw', () => {
  it('is the same whenever and wherever it is read', () => expect(drawn(10)).toEqual(drawn(10)));
  it('of one in one draws all', () => expect(drawn(1).length).toBe(10_000));
  it.each([2, 5, 10, 100])('of one in %d draws about as many of numbers in a row', (oneIn) => {
    const expected = 10_000 / oneIn;
    expect(Math.abs(drawn(oneIn).length - expected)).toBeLessThan(4 * Math.sqrt(expected));
  });
  it('draws in no pattern: half of the numbers are not every other one', () => {
    const places = ids(10_000).map((id) => isDrawn(id, { oneIn: 2, named: 'look-back' }));
    const changes = places.filter((each, i) => i > 0 && each !== places[i - 1]).length;
    expect(Math.abs(changes - 5000)).toBeLessThan(200);
  });
  it('of another name draws others', () => {
    const first = new Set(drawn(10));
    const both = drawn(10, 'call-back').filter((id) => first.has(id)).length;
    expect(Math.abs(both - 100)).toBeLessThan(40);
  });
});

describe('the hash', () => {
  it.each<[string, number]>([['', 0x811c9dc5], ['a', 0xe40c292c], ['foobar', 0xbf9cf968]])('of "%s" is the published one', (text, hash) => expect(fnv1a(text)).toBe(hash));
  it('reads any text as UTF-8', () => {
    const slow = (text: string): number => [...new TextEncoder().encode(text)].reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => { expect(fnv1a(text)).toBe(slow(text)); }));
    expect(fnv1a('新安路街道😀')).toBe(slow('新安路街道😀'));
  });
});
