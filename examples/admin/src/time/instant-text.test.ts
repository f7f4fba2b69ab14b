import { describe, expect, it } from 'vitest';
import { briefly, dueText, lengthBetween, offsetOf, whenText } from './instant-text.ts';

describe('instants on the screen', () => {
  it('are said in the method’s own time', () => expect(whenText('2021-10-08T09:05:00+08:00')).toBe('2021-10-08 09:05'));
  it('say the midnight that ends a day as 24:00 of that day', () => {
    expect(dueText('2021-12-01T00:00:00+08:00')).toBe('2021-11-30 24:00');
    expect(dueText('2021-12-01T17:30:00+08:00')).toBe('2021-12-01 17:30');
  });
  it('leave out this year', () => {
    expect(briefly('2021-10-08 09:05', '2021-11-01T00:00:00+08:00')).toBe('10-08 09:05');
    expect(briefly('2020-10-08 09:05', '2021-11-01T00:00:00+08:00')).toBe('2020-10-08 09:05');
  });
  it('read the offset', () => {
    expect(offsetOf('2021-10-08T09:05:00+08:00')).toBe('+08:00');
    expect(offsetOf('2021-10-08T09:05:00Z')).toBe('Z');
  });
  it.each([
    ['2021-10-08T09:00:00+08:00', '2021-10-08T09:00:30+08:00', { unit: 'soon', n: 0 }],
    ['2021-10-08T09:00:00+08:00', '2021-10-08T10:30:00+08:00', { unit: 'minutes', n: 90 }],
    ['2021-10-08T09:00:00+08:00', '2021-10-09T10:00:00+08:00', { unit: 'hours', n: 25 }],
    ['2021-10-12T09:00:00+08:00', '2021-10-08T09:00:00+08:00', { unit: 'days', n: 4 }],
  ])('tell %s from %s', (from, to, length) => expect(lengthBetween(from, to)).toEqual(length));
});
