import { DAY, HOUR, isWorked, OFFSET, textOf } from './days.ts';

/** What most people write: a loop over days, a set of texts. The limit is held against it. */
const spans = [[9 * HOUR, 12 * HOUR], [14 * HOUR, 18 * HOUR]] as const;
const dayOf = (at: number): number => Math.floor((at + OFFSET) / DAY);

export const addDays = (at: number, count: number): number => {
  let day = dayOf(at);
  for (let left = count; left > 0;) if (isWorked(textOf(++day))) left--;
  return day * DAY - OFFSET;
};

export const addTime = (at: number, ms: number): number => {
  let left = ms;
  for (let day = dayOf(at); ; day++) {
    if (!isWorked(textOf(day))) continue;
    for (const [from, to] of spans) {
      const begin = Math.max(at, day * DAY - OFFSET + from);
      const end = day * DAY - OFFSET + to;
      if (begin >= end) continue;
      if (left <= end - begin) return begin + left;
      left -= end - begin;
    }
  }
};

export const between = (from: number, to: number): number => {
  let sum = 0;
  for (let day = dayOf(from); day <= dayOf(to); day++) {
    if (!isWorked(textOf(day))) continue;
    for (const [opens, closes] of spans) {
      sum += Math.max(0, Math.min(to, day * DAY - OFFSET + closes) - Math.max(from, day * DAY - OFFSET + opens));
    }
  }
  return sum;
};
