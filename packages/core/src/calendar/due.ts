import { dueAt, endOfLimit, pastRestDays, startCourse } from './course.ts';
import type { Due, Reckoning, TimePolicy } from './time.ts';
import type { Calendar } from './working-calendar.ts';

/** How time is read where a method says nothing: 《民法典》第二百条至第二百零四条. */
export const DEFAULT_POLICY: TimePolicy = { countStart: false, moment: false, ends: 'midnight', restDay: 'next', hold: 'whole-days' };

/**
 * When is it due? Nothing for a limit `none`. An open hold takes nothing yet: while one is open, the due time is what it would
 * be had the hold not begun, and whoever shows it says that it is held. A set day, a set instant and the end of a period stand
 * as they are: neither holds nor rest days move them.
 *
 * @example reckon(calendar, { limit, policy: DEFAULT_POLICY, start: { at }, holds: [], extensions: [] })
 */
export function reckon(calendar: Calendar, reckoning: Reckoning): Due | undefined {
  const course = startCourse(calendar, reckoning);
  const end = endOfLimit(course, reckoning);
  return end && dueAt(course, pastRestDays(course, end));
}
