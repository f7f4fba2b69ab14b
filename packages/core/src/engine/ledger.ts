import { factText } from '../case/fact-words.ts';
import type { CaseState } from '../case/messages.ts';
import type { Rules } from '../case/rules.ts';
import { dayNumber, dayOf } from '../calendar/index.ts';
import type { Fact } from '../method/condition-schema.ts';
import type { LedgerSchema, MetricSchema } from '../method/query-schema.ts';
import { wordsOf } from '../method/words.ts';
import { compileFact, shapeOfFact } from '../rules/index.ts';
import type { FactReader } from '../rules/index.ts';
import type { LedgerTable, MetricValue } from './engine-types.ts';
import { previousPeriod } from './period.ts';
import type { PeriodDays } from './period.ts';

/** The rows of a ledger: which cases, put into their period by the date that the ledger names, its columns in their order. */
export const ledgerTable = (rules: Rules, name: string, schema: LedgerSchema, states: readonly CaseState[], at: number, period?: PeriodDays): LedgerTable => {
  const holds = rules.condition(schema.where);
  const inPeriod = periodTest(rules, schema.dated, period);
  const columns = schema.order.map((column) => ({ name: column, label: wordsOf(schema.columns[column]!.label), show: schema.columns[column]!.show }));
  const readers = columns.map(({ show }) => compileFact(show, rules.vocabulary));
  const rows = states.filter((state) => holds({ state, at }) && inPeriod(state, at)).map((state) => ({
    id: state.id,
    cells: columns.map(({ show }) => factText(rules, show, { state, at })),
    values: readers.map((read) => read({ state, at }) ?? null),
  }));
  return { name, label: wordsOf(schema.label), ...(period && { period: period.name }), columns: columns.map(({ name: column, label }) => ({ name: column, label })), rows };
};

/** A metric over cases: how many, or which share, in all and by group, with the period before beside it. */
export const metricValue = (
  rules: Rules, name: string, schema: MetricSchema, states: readonly CaseState[], at: number, asOf: string, period?: PeriodDays,
): MetricValue => {
  const now = measure(rules, schema, states, at, period);
  const earlier = period && previousPeriod(period);
  const before = earlier && measure(rules, schema, states, at, earlier);
  return {
    name, label: wordsOf(schema.label), asOf, ...(period && { period: period.name }), ...now.total,
    ...(schema.by && { groups: groupsOf(rules, schema, schema.by, now, at) }),
    ...(before && { previous: { count: before.total.count, ...(before.total.of !== undefined && { of: before.total.of, ...shareOf(before.total.count, before.total.of) }) } }),
    ...(schema.wanted && { wanted: schema.wanted }),
    ...(schema.target && { target: { ...targetOf(schema.target), met: meets(schema.target, now.total.share ?? now.total.count) } }),
  };
};

interface Measured { readonly looked: readonly CaseState[]; readonly counted: ReadonlySet<string>; readonly total: Pick<MetricValue, 'count' | 'of' | 'share' | 'ids'> }

const measure = (rules: Rules, schema: MetricSchema, states: readonly CaseState[], at: number, period: PeriodDays | undefined): Measured => {
  const of = rules.condition(schema.of);
  const inPeriod = periodTest(rules, schema.dated, period);
  const looked = states.filter((state) => of({ state, at }) && inPeriod(state, at));
  if (schema.share === undefined) {
    return { looked, counted: new Set(looked.map((state) => state.id)), total: { count: looked.length, ids: looked.map((state) => state.id) } };
  }
  const share = rules.condition(schema.share);
  const hits = looked.filter((state) => share({ state, at })).map((state) => state.id);
  return { looked, counted: new Set(hits), total: { count: hits.length, of: looked.length, ...shareOf(hits.length, looked.length), ids: hits } };
};

const groupsOf = (rules: Rules, schema: MetricSchema, by: Fact, { looked, counted }: Measured, at: number): NonNullable<MetricValue['groups']> => {
  const read = compileFact(by, rules.vocabulary);
  const groups = new Map<string, CaseState[]>();
  for (const state of looked) {
    const value = read({ state, at });
    const key = value === undefined ? '' : String(value);
    groups.set(key, [...(groups.get(key) ?? []), state]);
  }
  const order = [...(shapeOfFact(by, rules.vocabulary)?.options?.keys() ?? [])];
  const place = (value: string): number => (order.includes(value) ? order.indexOf(value) : order.length);
  return [...groups].sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1)).map(([value, members]) => {
    const ids = members.filter((state) => counted.has(state.id)).map((state) => state.id);
    return { value, label: factText(rules, by, { state: members[0]!, at }), count: ids.length, ...(schema.share && { of: members.length }), ids };
  });
};

const shareOf = (count: number, of: number): { share?: number } => (of === 0 ? {} : { share: count / of });

const targetOf = (target: NonNullable<MetricSchema['target']>): { min?: number; max?: number } =>
  ({ ...(target.min !== undefined && { min: target.min }), ...(target.max !== undefined && { max: target.max }) });

const meets = (target: NonNullable<MetricSchema['target']>, value: number): boolean =>
  (target.min === undefined || value >= target.min) && (target.max === undefined || value <= target.max);

/** Does the date by which a case is filed fall into the period? A case without that date is in no period, and in none asked for too. */
const periodTest = (rules: Rules, dated: Fact | undefined, period: PeriodDays | undefined): ((state: CaseState, at: number) => boolean) => {
  const read: FactReader | undefined = dated && compileFact(dated, rules.vocabulary);
  if (read === undefined) return () => true;
  return (state, at) => {
    const value = read({ state, at });
    if (value === undefined) return false;
    if (period === undefined) return true;
    const day = typeof value === 'number' ? (value > 9999 ? rules.time.dayOf(value) : dayOf(dayNumber(`${value}-01-01`))) : String(value).slice(0, 10);
    return day >= period.first && day <= period.last;
  };
};
