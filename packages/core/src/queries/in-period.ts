import { dayNumber, dayOf, parsePeriod } from '../calendar/index.ts';
import type { Day, PeriodDays } from '../calendar/index.ts';
import type { Rules } from '../case/rules.ts';
import type { Fact } from '../method/condition-schema.ts';
import type { Over } from '../method/query-schema.ts';
import type { FactValue } from '../rules/index.ts';
import type { Item } from './items.ts';
import type { Lens } from './lens.ts';

/**
 * Which things fall into the period, by the date that the query names: what has no such date is in no period, and not in the whole either.
 * Where no date is named everything counts in every period; but a norm's figure belongs to the period that it is of, if it has periods.
 */
export const periodTest = (rules: Rules, lens: Lens, query: { readonly over?: Over | undefined; readonly dated?: Fact | undefined }, period: PeriodDays | undefined): ((item: Item) => boolean) => {
  const read = query.dated && lens.read(query.dated);
  if (read === undefined) return query.over !== undefined && 'norm' in query.over ? ({ scope }) => scope.own!['period'] === '' || isIn(dayFor(rules, scope.own!['period']), period) : () => true;
  return ({ scope }) => {
    const value = read(scope);
    return value !== undefined && isIn(dayFor(rules, value), period);
  };
};

const isIn = (day: Day, period: PeriodDays | undefined): boolean => period === undefined || (day >= period.first && day <= period.last);

/** The day of a moment, a day or a year; of a period its last. */
const dayFor = (rules: Rules, value: FactValue | undefined): Day => {
  if (typeof value === 'number') return value > 9999 ? rules.time.dayOf(value) : dayOf(dayNumber(`${value}-01-01`));
  const text = String(value);
  return parsePeriod(text)?.last ?? text.slice(0, 10);
};
