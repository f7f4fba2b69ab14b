import { expect, it } from 'vitest';
import { gramsOf } from './grams.ts';

it('a text has a word for each two signs that stand side by side, once', () => {
  expect(gramsOf('district', '路灯路灯')).toHaveLength(2);
  expect(gramsOf('district', '路')).toEqual([]);
  expect(gramsOf('district', '')).toEqual([]);
});

it('every word of a part is a word of the whole, whatever the case of ASCII letters', () => {
  const whole = gramsOf('district', '地基下陷 Street-A 🙂');
  for (const part of ['地基', '基下陷', 'STREET-a', '陷 s', '🙂']) {
    expect(gramsOf('district', part).length, part).toBeGreaterThan(0);
    expect(whole, part).toEqual(expect.arrayContaining([...gramsOf('district', part)]));
  }
  expect(gramsOf('district', '\u212a1'), 'the sign for kelvin is no k').not.toEqual(gramsOf('district', 'k1'));
});

it('a word is seven letters and digits, which every text index keeps; no two pairs share one, and tenants have their own', () => {
  for (const word of gramsOf('district', '关于该处路灯的情况 about the 1')) expect(word).toMatch(/^[0-9a-z]{7}$/);
  const many = Array.from({ length: 20_000 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
  expect(gramsOf('district', many)).toHaveLength(19_999);
  expect(gramsOf('east', '路灯')).not.toEqual(gramsOf('west', '路灯'));
});
