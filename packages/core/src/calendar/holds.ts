import type { Hold, Instant } from './time.ts';
import type { Zone } from './zone.ts';

/** A stretch in which something was held, from its first instant up to its end. */
export interface HeldStretch {
  readonly from: Instant;
  readonly to: Instant;
}

/** Days that holds leave out, first and last included. */
export interface HeldDays {
  readonly first: number;
  readonly last: number;
}

/** A way of measuring time: all of it, or only what is worked. */
export interface Timeline {
  between(from: Instant, to: Instant): number;
  add(instant: Instant, ms: number): Instant;
}

/** Holds that have ended, in order and without overlap. An open hold takes nothing yet: how long it lasts is not known. */
export function heldStretches(holds: readonly Hold[]): readonly HeldStretch[] {
  if (holds.length === 0) return NOTHING;
  const merged: { from: Instant; to: Instant }[] = [];
  for (const { from, to } of endedHolds(holds)) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** The days that ended holds touch, in order and without overlap. A hold that ends at midnight does not touch the day that begins. */
export function heldDays(holds: readonly Hold[], zone: Zone): readonly HeldDays[] {
  if (holds.length === 0) return NOTHING;
  const merged: { first: number; last: number }[] = [];
  for (const hold of endedHolds(holds)) {
    const { first, last } = daysOfHold(hold, zone);
    const before = merged.at(-1);
    if (before !== undefined && first <= before.last + 1) before.last = Math.max(before.last, last);
    else merged.push({ first, last });
  }
  return merged;
}

/** The days that one hold touches. */
export function daysOfHold({ from, to }: HeldStretch, zone: Zone): HeldDays {
  const first = zone.dayAt(from);
  return { first, last: Math.max(first, zone.dayAt(to - 1)) };
}

/** Moves an end that was reckoned from a beginning as if nothing had been held: what was held in between is added on. */
export function pastHolds(end: Instant, begin: Instant, held: readonly HeldStretch[], time: Timeline): Instant {
  for (const { from, to } of held) {
    if (to <= begin) continue;
    if (from >= end) break;
    end = time.add(end, time.between(Math.max(from, begin), to));
  }
  return end;
}

/** What of a stretch was held, as the timeline measures it. */
export function heldWithin(begin: Instant, end: Instant, held: readonly HeldStretch[], time: Timeline): number {
  let sum = 0;
  for (const { from, to } of held) {
    if (to > begin && from < end) sum += time.between(Math.max(from, begin), Math.min(to, end));
  }
  return sum;
}

/** Are the day and a held day one? */
export const isHeldDay = (day: number, held: readonly HeldDays[]): boolean =>
  held.some(({ first, last }) => day >= first && day <= last);

const NOTHING: readonly never[] = [];

const endedHolds = (holds: readonly Hold[]): HeldStretch[] =>
  holds
    .flatMap(({ from, to }) => (to === undefined ? [] : [{ from, to: Math.max(from, to) }]))
    .sort((a, b) => a.from - b.from);
