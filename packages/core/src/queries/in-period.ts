import { dayNumber, dayOf, parsePeriod } from '../calendar/index.ts';
import type { Day, PeriodDays } from '../calendar/index.ts';
import type { Rules } from '../case/rules.ts';
import type { Fact } from '../method/condition-schema.ts';
import type { Over } from '../method/query-schema.ts';
import type { FactValue } from '../rules/index.ts';
import type { Item } from './items.ts';
import type { Lens } from './lens.ts';

interface Dated { readonly over?: Over | undefined; readonly dated?: Fact | undefined }

/** Stands for the day of what counts in every period. */
export const everyDay = '';

/** The day that puts a thing into its period; nothing where it has none, and so is in no period. */
export const dayReader = (rules: Rules, lens: Lens, { over, dated }: Dated): ((item: Item) => Day | undefined) => {
  if (dated !== undefined) {
    const read = lens.read(dated);
    return ({ scope }) => {
      const value = read(scope);
      return value === undefined ? undefined : dayFor(rules, value);
    };
  }
  if (over === undefined || !('norm' in over)) return () => everyDay;
  return ({ scope }) => (scope.own!['period'] === '' ? everyDay : dayFor(rules, scope.own!['period']));
};

/**
 * The things that fall into the period, by the date that the query names, and in its order; of one day as they come. What has no such date is in
 * no period, and not in the whole either. Where no date is named everything counts in every period; but a norm's figure belongs to the period that
 * it is of, if it has periods.
 */
export const inPeriod = (rules: Rules, lens: Lens, query: Dated, period: PeriodDays | undefined, items: readonly Item[]): readonly Item[] => {
  const read = dayReader(rules, lens, query);
  const dated = items.flatMap((item) => {
    const day = read(item);
    return day !== undefined && (day === everyDay || isIn(day, period)) ? [{ item, day }] : [];
  });
  return dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).map(({ item }) => item);
};

const isIn = (day: Day, period: PeriodDays | undefined): boolean => period === undefined || (day >= period.first && day <= period.last);

/** The day of a moment, a day or a year; of a period its last. */
const dayFor = (rules: Rules, value: FactValue | undefined): Day => {
  if (typeof value === 'number') return value > 9999 ? rules.time.dayOf(value) : dayOf(dayNumber(`${value}-01-01`));
  const text = String(value);
  return parsePeriod(text)?.last ?? text.slice(0, 10);
};
