import type { Timeline } from './holds.ts';
import type { Instant } from './time.ts';
import type { Calendar } from './working-calendar.ts';

/** Time as it passes. */
export const elapsedTime: Timeline = {
  between: (from, to) => to - from,
  add: (instant, ms) => instant + ms,
};

/** Time that passes on working days only, around the clock. Walks day by day: it is needed where holds on working days are exact. */
export function timeOnWorkingDays({ zone, numbered }: Calendar): Timeline {
  return {
    between(from, to) {
      let sum = 0;
      for (let day = zone.dayAt(from); zone.startOf(day) < to; day++) {
        if (numbered.isWorking(day)) sum += Math.max(0, Math.min(to, zone.startOf(day + 1)) - Math.max(from, zone.startOf(day)));
      }
      return sum;
    },
    add(instant, ms): Instant {
      let at = instant;
      for (let day = zone.dayAt(at), left = ms; left > 0; day++) {
        if (!numbered.isWorking(day)) continue;
        at = Math.max(at, zone.startOf(day));
        const today = Math.min(left, zone.startOf(day + 1) - at);
        at += today;
        left -= today;
      }
      return at;
    },
  };
}
