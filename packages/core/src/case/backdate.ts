import { durationMs, formatDuration, formatInstant } from '../calendar/index.ts';
import { issue } from '../issues/issue.ts';
import type { Issue } from '../issues/issue.ts';
import { durationOf } from './compile-clocks.ts';
import type { ActCommand, OpenCommand } from './messages.ts';
import type { Rules } from './rules.ts';

/** An act may be said to have happened earlier only as far as the method allows, and never later. */
export const backdateIssues = (rules: Rules, { at, happened }: OpenCommand | ActCommand): Issue[] => {
  if (happened === undefined || happened === at) return [];
  const { zone } = rules.calendar;
  if (happened > at) return [issue('command.happened-later', ['happened'], { happened: formatInstant(happened, zone), at: formatInstant(at, zone) })];
  const limit = rules.method.time?.backdate;
  const duration = limit === undefined ? undefined : durationOf(limit);
  const earliest = duration === undefined ? at : backBy(rules, at, duration);
  if (happened >= earliest) return [];
  return [issue('command.too-far-back', ['happened'], {
    happened: formatInstant(happened, zone),
    limit: duration === undefined ? { zh: '不得补录', en: 'not at all' } : { zh: formatDuration(duration, 'zh'), en: formatDuration(duration, 'en') },
  })];
};

const backBy = (rules: Rules, at: number, duration: ReturnType<typeof durationOf>): number => {
  if (duration.unit === 'hours' || duration.unit === 'minutes') return at - durationMs(duration);
  if (duration.unit === 'working-hours' || duration.unit === 'working-minutes') return rules.calendar.addWorkingTime(at, -durationMs(duration));
  const day = rules.time.add(rules.time.dayOf(at), `${duration.amount} ${duration.unit.replace('-', ' ')}`, -1);
  return typeof day === 'string' ? rules.calendar.zone.startOfDay(day) : day;
};
