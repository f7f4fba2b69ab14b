import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration, parseDuration } from './duration.ts';
import type { DurationUnit } from './duration.ts';

describe('durations are read as people write them', () => {
  it.each<[string, number, DurationUnit]>([
    ['15 minutes', 15, 'minutes'], ['1 hour', 1, 'hours'], ['3 working days', 3, 'working-days'], ['1 working day', 1, 'working-days'],
    ['16 working hours', 16, 'working-hours'], ['30 working minutes', 30, 'working-minutes'], ['1 month', 1, 'months'], ['2 weeks', 2, 'weeks'], ['1 year', 1, 'years'],
    ['3个工作日', 3, 'working-days'], ['5工作日', 5, 'working-days'], ['24小时', 24, 'hours'], ['24个小时', 24, 'hours'], ['15分钟', 15, 'minutes'],
    ['1个月', 1, 'months'], ['10天', 10, 'days'], ['10日', 10, 'days'], ['16个工作小时', 16, 'working-hours'], ['16工作小时', 16, 'working-hours'],
    ['1年', 1, 'years'], ['2周', 2, 'weeks'], ['两周', 2, 'weeks'], ['十个工作日', 10, 'working-days'], ['十五日', 15, 'days'], ['二十天', 20, 'days'],
    ['九十九天', 99, 'days'], ['１５个工作日', 15, 'working-days'], ['２４小时', 24, 'hours'], ['三个月', 3, 'months'], [' 3 个 工作日 ', 3, 'working-days'],
  ])('%s', (text, amount, unit) => expect(parseDuration(text)).toEqual({ amount, unit }));

  it.each(['', '3', 'days', '0 days', '0天', '-1 days', '1.5 hours', '3 moons', '3月', '三月', '十十天', '二三天', '两十天', '3 working weeks', '3 days ago', '999999 days', '03天'])(
    '"%s" is refused', (text) => expect(parseDuration(text)).toBeUndefined());
});

describe('durations are written', () => {
  it.each<[number, DurationUnit, string, string]>([
    [3, 'working-days', '3个工作日', '3 working days'], [1, 'working-days', '1个工作日', '1 working day'], [24, 'hours', '24小时', '24 hours'],
    [15, 'minutes', '15分钟', '15 minutes'], [1, 'months', '1个月', '1 month'], [10, 'days', '10天', '10 days'], [2, 'weeks', '2周', '2 weeks'], [16, 'working-hours', '16个工作小时', '16 working hours'],
  ])('%i %s', (amount, unit, zh, en) => {
    expect(formatDuration({ amount, unit }, 'zh')).toBe(zh);
    expect(formatDuration({ amount, unit }, 'en')).toBe(en);
  });

  it('and read back as they were, in both languages', () => {
    const units = ['minutes', 'hours', 'days', 'weeks', 'months', 'years', 'working-minutes', 'working-hours', 'working-days'] as const;
    fc.assert(fc.property(fc.integer({ min: 1, max: 100 }), fc.constantFrom(...units), fc.constantFrom('zh' as const, 'en' as const), (amount, unit, language) => {
      expect(parseDuration(formatDuration({ amount, unit }, language))).toEqual({ amount, unit });
    }));
  });
});
