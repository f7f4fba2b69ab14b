import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAt, naiveDue, shift, startOf } from './due.reference.ts';
import { reckon } from './due.ts';
import { anyDay, anyDuration, anyPolicy, hour, pairs } from './random-time.fixture.ts';
import type { Extension, Hold, Limit, Reckoning } from './time.ts';
import { used } from './used.ts';

const MINUTE = 60_000, DAY = 86_400_000;

const anyCase = fc.record({
  pair: fc.constantFrom(...pairs),
  day: anyDay,
  minute: fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.constantFrom(0, hour(9), hour(12), hour(18))),
  belongsToDayBefore: fc.boolean(),
  limit: fc.oneof(
    { weight: 8, arbitrary: anyDuration.map((duration): Limit => ({ kind: 'duration', duration })) },
    { weight: 1, arbitrary: fc.constantFrom('day', 'week', 'month', 'quarter', 'half-year', 'year').map((period): Limit => ({ kind: 'end-of', period } as Limit)) },
    { weight: 1, arbitrary: anyDay.map((day): Limit => ({ kind: 'day', day })) },
  ),
  policy: anyPolicy,
  holds: fc.array(fc.record({ from: fc.integer({ min: -2 * 1440, max: 20 * 1440 }), minutes: fc.integer({ min: 0, max: 5 * 1440 }), open: fc.integer({ min: 0, max: 5 }) }), { maxLength: 3 }),
  extensions: fc.array(fc.oneof(
    { weight: 4, arbitrary: fc.record({ by: anyDuration, from: fc.constantFrom('unshifted' as const, 'due' as const, 'start' as const) }) as fc.Arbitrary<Extension> },
    { weight: 1, arbitrary: anyDay.map((to): Extension => ({ to })) },
  ), { maxLength: 2 }),
}).map(({ pair, day, minute, belongsToDayBefore, limit, policy, holds, extensions }) => {
  const midnight = startOf(pair.byHand.zone, day);
  const at = midnight + minute * MINUTE;
  const reckoning: Reckoning = {
    limit, policy, extensions,
    start: minute === 0 && belongsToDayBefore ? { at, day: shift(day, -1) } : { at },
    holds: holds.map((hold): Hold => ({ from: at + hold.from * MINUTE, ...(hold.open > 0 && { to: at + (hold.from + hold.minutes) * MINUTE }) })),
  };
  return { ...pair, reckoning };
});

describe('law 5', () => {
  it('a due time is that of the slow reference which walks the calendar day by day, minute by minute for hours', () => {
    fc.assert(fc.property(anyCase, ({ calendar, byHand, reckoning }) => {
      expect(reckon(calendar, reckoning)).toEqual(naiveDue(byHand, reckoning));
    }), { numRuns: 500 });
  }, 120_000);

  it('time used never runs back, whatever is still to come when it is asked', () => {
    fc.assert(fc.property(anyCase, fc.array(fc.integer({ min: -1440, max: 40 * 1440 }), { minLength: 2, maxLength: 6 }), ({ calendar, reckoning }, minutes) => {
      const known = (at: number): Reckoning => ({
        ...reckoning,
        holds: reckoning.holds.filter(({ from }) => from <= at).map(({ from, to }) => (to !== undefined && to <= at ? { from, to } : { from })),
      });
      const asked = [...minutes].sort((a, b) => a - b).map((minute) => reckoning.start.at + minute * MINUTE);
      const amounts = asked.flatMap((at) => [used(calendar, known(at), at)]);
      expect(amounts).toEqual([...amounts].sort((a, b) => a - b));
      for (const at of asked) expect(used(calendar, reckoning, at)).toBe(used(calendar, known(at), at));
    }), { numRuns: 1000 });
  });
});

describe('days of a zone', () => {
  it('begin and follow each other as a walk by quarters of an hour finds them', () => {
    fc.assert(fc.property(fc.constantFrom(...pairs), anyDay, fc.integer({ min: 0, max: DAY / MINUTE }), ({ calendar: { zone }, byHand }, day, minute) => {
      expect(zone.startOfDay(day)).toBe(startOf(byHand.zone, day));
      const at = zone.startOfDay(day) + minute * MINUTE;
      expect(zone.localDayOf(at)).toBe(dayAt(byHand.zone, at));
    }), { numRuns: 1000 });
  });
});
