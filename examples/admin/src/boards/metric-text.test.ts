import { describe, expect, it } from 'vitest';
import { change, percent } from './metric-text.ts';

describe('a metric in words', () => {
  it.each([[0.9, '90%'], [0.8333, '83.3%'], [1, '100%'], [0, '0%']])('%s is %s', (share, text) => expect(percent(share)).toBe(text));
  it('says which way it went and whether that is wanted', () => {
    expect(change({ count: 5, previous: { count: 8 } }, 'falling')).toEqual({ way: 'down', good: true });
    expect(change({ count: 5, of: 10, previous: { count: 8, of: 10 } }, 'rising')).toEqual({ way: 'down', good: false });
    expect(change({ count: 5, previous: { count: 5 } }, 'rising')).toEqual({ way: 'same' });
    expect(change({ count: 6, previous: { count: 5 } }, undefined)).toEqual({ way: 'up' });
  });
  it('says nothing where there is no data', () => expect(change({ count: 0, of: 0, previous: { count: 1, of: 2 } }, 'rising')).toEqual({}));
});
