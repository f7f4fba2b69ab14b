import type { CaseState } from '../case/messages.ts';
import type { Rules } from '../case/rules.ts';
import type { Fact } from '../method/condition-schema.ts';
import type { LedgerSchema, MetricSchema } from '../method/query-schema.ts';
import { apart, entriesOf, isShort, ledgerFinder, metricFinder } from './entries.ts';
import type { Entry, EntryQuery, Finder } from './entries.ts';
import { metricsIn } from './score.ts';
import { readsLateness, settledByOwnEvents } from './settled.ts';

/** The entries of one case, as they are written with its events. */
export interface CaseEntries {
  /** By which queries they were made: those of another mark are made anew before they are read. */
  readonly mark: string;
  /** Home and the units above it, in one text: `within` is looked for in it. */
  readonly place: string;
  readonly list: readonly Entry[];
}

/** The queries of a method that are answered from entries. */
export interface EntryRules {
  metric(schema: MetricSchema, by: Fact | undefined): EntryQuery | undefined;
  ledger(schema: LedgerSchema): EntryQuery | undefined;
  entriesOf(state: CaseState): readonly Entry[];
  /** All that entries depend on, besides the case: where it is the same, they are. */
  readonly basis: unknown;
}

/** One more when entries, or rows, are made in another way: then those that are there are made anew. */
const EDITION = 1;

/** The queries of this version that are answered from entries; looked for once. */
export const entryRulesOf = (rules: Rules): EntryRules => {
  const known = compiled.get(rules);
  if (known) return known;
  const made = compile(rules);
  compiled.set(rules, made);
  return made;
};
const compiled = new WeakMap<Rules, EntryRules>();

const compile = (rules: Rules): EntryRules => {
  const { method, calendar } = rules;
  const queries = new Map<string, EntryQuery>();
  const add = (schema: MetricSchema | LedgerSchema, key: string, name: string, find: () => Finder): void => {
    if (!queries.has(key) && settledByOwnEvents(rules, schema) && isShort(apart(name))) queries.set(key, { name, over: schema.over, find: find(), late: readsLateness(rules, schema) });
  };
  for (const [name, schema] of Object.entries(method.ledgers ?? {})) add(schema, keyOf(schema), `${method.id}/ledger/${name}`, () => ledgerFinder(rules, schema));
  for (const [name, schema] of Object.entries(method.metrics ?? {})) {
    if (schema.score !== undefined) continue;
    for (const [n, by] of groupings(rules, name, schema).entries()) add(schema, keyOf(schema, by), `${method.id}/metric/${name}${n === 0 ? '' : `/${n}`}`, () => metricFinder(rules, schema, by));
  }
  return {
    metric: (schema, by) => queries.get(keyOf(schema, by)) ?? (by === undefined ? queries.get(keyOf(schema, schema.by)) : undefined),
    ledger: (schema) => queries.get(keyOf(schema)),
    entriesOf: (state) => [...queries.values()].flatMap((query) => entriesOf(query, state)),
    basis: {
      edition: EDITION, queries: [...queries].map(([key, { name }]) => [name, key]), conditions: method.conditions, calendar: [method.calendar, calendar.edition], subjects: Object.keys(method.subjects ?? {}),
      fields: Object.keys(method.fields), records: Object.entries(method.records ?? {}).map(([name, { fields }]) => [name, Object.keys(fields ?? {})]),
      clocks: Object.entries(method.clocks ?? {}).map(([name, { binds }]) => [name, binds]),
    },
  };
};

/** How a metric is grouped: by its own fact, and by those of the scores that are reckoned from it. */
const groupings = ({ method }: Rules, name: string, { by: own }: MetricSchema): readonly (Fact | undefined)[] => {
  const all = Object.values(method.metrics ?? {});
  const readBy = (score: MetricSchema, seen: ReadonlySet<MetricSchema>): boolean => score.score !== undefined && metricsIn(score.score).some((read) => {
    const other = method.metrics?.[read];
    return read === name || (other !== undefined && !seen.has(other) && readBy(other, new Set([...seen, other])));
  });
  const groups = new Map([own, ...all.flatMap((score) => (score.by !== undefined && readBy(score, new Set([score])) ? [score.by] : []))].map((by) => [JSON.stringify(by ?? null), by]));
  return [...groups.values()];
};

/** What a query says, without how it is called and judged. */
const keyOf = (schema: MetricSchema | LedgerSchema, by?: Fact): string => {
  if ('columns' in schema) return JSON.stringify(['ledger', schema.over, schema.where, schema.dated]);
  const { over, of, share, measure, exempt, dated } = schema;
  return JSON.stringify(['metric', over, of, share, measure, exempt, dated, by]);
};
