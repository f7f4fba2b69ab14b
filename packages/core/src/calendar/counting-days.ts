import { civilOf } from './day.ts';
import type { Duration } from './duration.ts';
import type { HeldDays } from './holds.ts';
import { addMonthsTo } from './period.ts';
import type { NumberedDays } from './working-calendar.ts';

/**
 * The last day of a limit in days, working days, weeks, months or years. `day` is the day that it starts on and `counted`
 * whether that is its first; days that a hold leaves out are not counted.
 */
export function lastDayOf(duration: Duration, day: number, counted: boolean, days: NumberedDays, leftOut: readonly HeldDays[]): number {
  const before = counted ? day - 1 : day;
  switch (duration.unit) {
    case 'working-days': return addWorkingDaysLeaving(before, duration.amount, days, leftOut);
    case 'days': return addDaysLeaving(before, duration.amount, leftOut);
    case 'weeks': return addDaysLeaving(before, duration.amount * 7, leftOut);
    case 'months': return addDaysLeaving(before, correspondingDay(day, duration.amount, counted) - before, leftOut);
    case 'years': return addDaysLeaving(before, correspondingDay(day, duration.amount * 12, counted) - before, leftOut);
    default: throw new TypeError(`${duration.unit} do not end with a day`);
  }
}

/**
 * 《民法典》202: the corresponding day, or the month's last where there is none. With the start counted, the day before the
 * corresponding one; where there is none, the month is over with its last day all the same.
 */
function correspondingDay(day: number, months: number, counted: boolean): number {
  const target = addMonthsTo(day, months);
  const exists = civilOf(target).date === civilOf(day).date;
  return counted && exists ? target - 1 : target;
}

function addDaysLeaving(before: number, count: number, leftOut: readonly HeldDays[]): number {
  let last = before + count;
  for (const held of leftOut) {
    const first = Math.max(held.first, before + 1);
    if (first > last) break;
    if (held.last >= first) last += held.last - first + 1;
  }
  return last;
}

function addWorkingDaysLeaving(before: number, count: number, days: NumberedDays, leftOut: readonly HeldDays[]): number {
  let last = days.addWorking(before, count);
  for (const held of leftOut) {
    const first = Math.max(held.first, before + 1);
    if (first > last) break;
    if (held.last >= first) last = days.addWorking(last, days.workingBetween(first - 1, held.last));
  }
  return last;
}

