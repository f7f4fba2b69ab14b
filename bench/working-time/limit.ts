import { DAY, FIRST, HOUR, isWorked, OFFSET, textOf } from './days.ts';

/** The limit: working days ranked and selected, working time by prefix, for one year, one offset, one set of hours. */
const rank = new Int32Array(367);
const select: number[] = [];
for (let day = 0; day < 366; day++) {
  rank[day] = select.length;
  if (day < 365 && isWorked(textOf(FIRST + day))) select.push(day);
}
rank[366] = select.length;
const selected = Int32Array.from(select);

/** Working hours: 9–12 and 14–18. */
const WORKED = 7 * HOUR;

export const addDays = (at: number, count: number): number => {
  const day = Math.floor((at + OFFSET) / DAY) - FIRST;
  return (selected[rank[day + 1]! + count - 1]! + FIRST) * DAY - OFFSET;
};

export const addTime = (at: number, ms: number): number => {
  const target = worked(at) + ms;
  const whole = Math.ceil(target / WORKED) - 1;
  const left = target - whole * WORKED;
  return (selected[whole]! + FIRST) * DAY - OFFSET + (left <= 3 * HOUR ? 9 * HOUR + left : 11 * HOUR + left);
};

export const between = (from: number, to: number): number => worked(to) - worked(from);

function worked(at: number): number {
  const local = at + OFFSET - FIRST * DAY;
  const day = Math.floor(local / DAY);
  const before = rank[day]!;
  if (rank[day + 1] === before) return before * WORKED;
  const ms = local - day * DAY;
  const today = ms <= 9 * HOUR ? 0 : ms <= 12 * HOUR ? ms - 9 * HOUR : ms <= 14 * HOUR ? 3 * HOUR : ms <= 18 * HOUR ? ms - 11 * HOUR : WORKED;
  return before * WORKED + today;
}
