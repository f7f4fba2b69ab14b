import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reckonBackwards } from './backwards.ts';
import { shift, startOf } from './due.reference.ts';
import { anyDay, anyPolicy, durationOf, hour, pairs } from './random-time.fixture.ts';
import { naiveBackwards, naiveRepeats, naiveRung } from './rung.reference.ts';
import { rung, rungAgain } from './rung.ts';
import type { QuietHours } from './rung.ts';
import type { Due, Instant } from './time.ts';

const MINUTE = 60_000;

const anyOffset = fc.oneof(
  { weight: 3, arbitrary: durationOf(2000, 'minutes', 'working-minutes') },
  { weight: 3, arbitrary: durationOf(40, 'hours', 'working-hours') },
  { weight: 6, arbitrary: durationOf(20, 'days', 'working-days', 'working-days') },
  { weight: 3, arbitrary: durationOf(4, 'weeks', 'months', 'months') },
  { weight: 1, arbitrary: durationOf(2, 'years') },
);
const anyQuiet: fc.Arbitrary<QuietHours | undefined> = fc.constantFrom(
  undefined, { from: '22:00', to: '07:00' }, { from: '12:00', to: '14:00' }, { from: '20:30', to: '01:30' }, { from: '00:00', to: '02:30' });

/** A due time: the end of a day, or a moment. */
const anyDue = fc.record({
  pair: fc.constantFrom(...pairs), day: anyDay,
  minute: fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary: fc.integer({ min: 0, max: 1439 }) }, { weight: 1, arbitrary: fc.constantFrom(0, hour(9), hour(12), hour(18)) }),
  provisional: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
}).map(({ pair, day, minute, provisional }) => {
  const due: Due = minute === undefined ? { at: startOf(pair.byHand.zone, shift(day, 1)), day } : { at: startOf(pair.byHand.zone, day) + minute * MINUTE };
  return { ...pair, due: provisional ? { ...due, provisional: true as const } : due };
});

describe('law 5, around a due time', () => {
  it('a rung stands where a walk by days, or by office minutes, leads from the due time; in quiet hours it waits for their end', () => {
    fc.assert(fc.property(anyDue, anyOffset, fc.constantFrom('before', 'after'), anyQuiet, ({ calendar, byHand, due }, offset, side, quiet) => {
      expect(rung(calendar, due, offset, side, quiet)).toBe(naiveRung(byHand, due, offset, side, quiet));
    }), { numRuns: 500 });
  }, 120_000);

  it('quiet hours last until their end, also in a night in which the clocks are set back or forward', () => {
    const nights = ['2023-11-05', '2023-03-12', '2018-11-04', '2018-02-18', '2025-10-26', '2025-03-30', '2025-04-06', '2025-10-05'];
    const spans = [{ from: '22:00', to: '07:00' }, { from: '20:30', to: '01:30' }, { from: '20:30', to: '00:30' }, { from: '00:00', to: '02:30' }];
    for (const { calendar, byHand } of pairs) for (const night of nights) for (const quiet of spans) for (let minute = -120; minute <= 300; minute += 15) {
      const at = startOf(byHand.zone, night) + minute * MINUTE;
      const [before, after] = [{ at: at - MINUTE }, { amount: 1, unit: 'minutes' }] as const;
      expect(rung(calendar, before, after, 'after', quiet), `${byHand.zone} ${new Date(at).toISOString()} ${quiet.to}`).toBe(naiveRung(byHand, before, after, 'after', quiet));
    }
  }, 120_000);

  it('a rung that repeats comes each time so long after it came before, and never twice at one instant', () => {
    fc.assert(fc.property(anyDue, anyOffset, anyOffset, anyQuiet, ({ calendar, byHand, due }, offset, every, quiet) => {
      const came: Instant[] = [rung(calendar, due, offset, 'after', quiet)];
      while (came.length < 4) came.push(rungAgain(calendar, { at: came.at(-1)! }, every, quiet));
      expect(came).toEqual(naiveRepeats(byHand, naiveRung(byHand, due, offset, 'after', quiet), every, 4, quiet));
      expect(came.every((at, i) => i === 0 || at > came[i - 1]!)).toBe(true);
    }), { numRuns: 200 });
  }, 120_000);

  it('a milestone laid out backwards stands where a walk back leads, and on the working day before where that is a rest day', () => {
    fc.assert(fc.property(anyDue, anyOffset, anyPolicy, ({ calendar, byHand, due }, by, policy) => {
      expect(reckonBackwards(calendar, due, by, policy)).toEqual(naiveBackwards(byHand, due, by, policy));
    }), { numRuns: 500 });
  }, 120_000);
});
