import { describe, expect, it } from 'vitest';
import { change, figureText, percent } from './metric-text.ts';

describe('a metric in words', () => {
  it.each([[0.9, '90%'], [0.8333, '83.3%'], [1, '100%'], [0, '0%']])('%s is %s', (share, text) => expect(percent(share)).toBe(text));
  it('says which way it went and whether that is wanted', () => {
    expect(change({ change: 'falling', wanted: 'falling' })).toEqual({ way: 'down', good: true });
    expect(change({ change: 'falling', wanted: 'rising' })).toEqual({ way: 'down', good: false });
    expect(change({ change: 'level', wanted: 'rising' })).toEqual({ way: 'same' });
    expect(change({ change: 'rising' })).toEqual({ way: 'up' });
  });
  it('says nothing where there is no data', () => expect(change({})).toEqual({}));
  it.each([
    [{ count: 8, of: 10, share: 0.8, value: 0.8 }, '', '80%'], [{ count: 0, of: 0 }, '', '—'], [{ count: 5, value: 5 }, '', '5'],
    [{ count: 3, value: 2.3333 }, '天', '2.33 天'], [{ count: 0 }, '天', '—'],
  ])('%o is %s%s', (figure, unit, text) => expect(figureText(figure, unit)).toBe(text));
});
