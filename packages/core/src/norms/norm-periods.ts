import { dayNumber, dayOf, parsePeriod, periodName } from '../calendar/index.ts';
import type { Calendar, Day, Instant } from '../calendar/index.ts';
import type { Rules } from '../case/rules.ts';
import { dueDays, isDueDay } from './calendar-days.ts';
import type { NormRule } from './norm-rules.ts';

/** A period of a norm: its name, its days, and when it is over (the local midnight after its last day). One without days (`''`) never is. */
export interface Period { readonly name: string; readonly first: Day; readonly last: Day; readonly ends: Instant }

/** At any moment: the one period of a norm that names neither a stretch nor days. */
export const EVER = '';

/**
 * The name of the period in which something at this moment counts: `2024-Q3`, the due day itself, or `''` at any moment. Nothing when the
 * norm counts only on certain days and this is none of them.
 */
export const periodOf = ({ schema: { every, on } }: NormRule, at: Instant, { calendar }: Rules): string | undefined => {
  if (every === undefined && on === undefined) return EVER;
  const day = calendar.numbered.dayAt(at);
  if (on && !isDueDay(on, day, calendar.numbered)) return undefined;
  return periodName(day, every ?? 'day');
};

/** The periods of a norm that end after one moment and no later than the other, in order: those that a sweep from one to the other closes. */
export const duePeriods = (norm: NormRule, from: Instant, to: Instant, { calendar }: Rules): readonly Period[] =>
  (isPeriodic(norm) ? endingOn(norm, calendar.numbered.dayAt(from), calendar.numbered.dayAt(to) - 1, calendar) : []);

/** The period that runs at a moment, or else the next; nothing where there is no further one within the years to come. */
export const currentPeriod = (norm: NormRule, at: Instant, { calendar }: Rules): Period | undefined => {
  const today = calendar.numbered.dayAt(at);
  for (const ahead of [31, 400, 1500]) {
    const next = endingOn(norm, today, today + ahead, calendar)[0];
    if (next) return next;
  }
  return undefined;
};

/** Has the norm periods, or does it hold at any moment? */
export const isPeriodic = ({ schema }: NormRule): boolean => schema.every !== undefined || schema.on !== undefined;

/** The periods whose last day lies in a stretch of days, both included. */
const endingOn = (norm: NormRule, first: number, last: number, calendar: Calendar): readonly Period[] => {
  const { every, on, restDays } = norm.schema;
  if (every === undefined) return on === undefined ? [] : dueDays(on, first, last, calendar.numbered).map((day) => periodFrom(dayOf(day), calendar));
  const periods: Period[] = [];
  for (let day = first; day <= last;) {
    const period = periodFrom(periodName(day, every), calendar);
    const [begins, ends] = [dayNumber(period.first), dayNumber(period.last)];
    const off = restDays === 'off' && every === 'day' && !calendar.numbered.isWorking(day);
    if (ends <= last && !off && (on === undefined || dueDays(on, begins, ends, calendar.numbered).length > 0)) periods.push(period);
    day = ends + 1;
  }
  return periods;
};

const periodFrom = (name: string, { numbered }: Calendar): Period => {
  const { first, last } = parsePeriod(name)!;
  return { name, first, last, ends: numbered.startOf(dayNumber(last) + 1) };
};
