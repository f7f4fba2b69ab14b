import type { Rules } from '../case/rules.ts';
import type { LedgerSchema, MetricSchema, Over } from '../method/query-schema.ts';
import { ownNames } from '../rules/index.ts';
import type { Mentions } from '../rules/index.ts';
import { mentions } from '../rules/index.ts';
import { metricReads } from './reads.ts';

/** Why what a query finds in a case can change without an event of that case. */
export type Unsettled =
  /** Periods of a norm have a table of their own. */
  | 'norm'
  /** Units and posts are counted that have no log yet. */
  | 'members'
  /** It is reckoned from other metrics, which may be settled. */
  | 'score'
  /** A linked case is read. */
  | 'linked'
  /** The moment is read, in another way than by a clock that becomes late. */
  | 'moment'
  /** Who asks is read. */
  | 'actor'
  /** A personal value is read: it can be erased, and must lie nowhere else. */
  | 'personal';

/** Why a query has to be answered from the cases themselves; nothing where what it finds in a case is settled by the case's own events, so that it can be written down with them. */
export const unsettled = (rules: Rules, query: MetricSchema | LedgerSchema): Unsettled | undefined => {
  const { over } = query;
  if (over !== undefined && 'norm' in over) return 'norm';
  if (over !== undefined && 'each' in over && !isRegister(rules, over.each)) return 'members';
  if ('score' in query && query.score !== undefined) return 'score';
  const reads = entryReads(rules, query);
  if (reads.some(({ linked }) => linked.size > 0)) return 'linked';
  if (reads.some(({ now }) => now)) return 'moment';
  if (reads.some(({ actor }) => actor)) return 'actor';
  return reads.some((read) => readsPersonal(rules, over, read)) ? 'personal' : undefined;
};

/** Can what a query finds in a case be written down with the case's events? */
export const settledByOwnEvents = (rules: Rules, query: MetricSchema | LedgerSchema): boolean => unsettled(rules, query) === undefined;

/** Does a clock that becomes late change what it finds? */
export const readsLateness = (rules: Rules, query: MetricSchema | LedgerSchema): boolean =>
  entryReads(rules, query).some(({ time, fields }) => time || (query.over !== undefined && 'clocks' in query.over && fields.has('late')));

/** What says which things a query finds and what they count; the columns of a ledger are read when it is shown. */
const entryReads = (rules: Rules, query: MetricSchema | LedgerSchema): readonly Mentions[] => {
  if (!('columns' in query)) return metricReads(query, rules.vocabulary);
  return [query.where, query.dated].flatMap((part) => (part === undefined ? [] : [mentions(part, rules.vocabulary)]));
};

const isRegister = ({ method }: Rules, each: string): boolean => {
  const of = method.subjects?.[each]?.of;
  return of === undefined || 'register' in of;
};

/** A name that the record, ask or clock has itself is not the case's field. */
const readsPersonal = ({ method, vocabulary }: Rules, over: Over | undefined, { fields, records }: Mentions): boolean => {
  const record = over !== undefined && 'records' in over ? over.records : undefined;
  const own = new Set(record !== undefined ? ownNames({ record }, vocabulary) : over !== undefined && 'asks' in over ? ownNames({ ask: over.asks }, vocabulary) : over !== undefined && 'clocks' in over ? ownNames({ clock: over.clocks }, vocabulary) : []);
  const ofRecord = (name: string, field: string): boolean => method.records?.[name]?.fields?.[field]?.personal === true;
  return [...fields].some((field) => (record !== undefined && ofRecord(record, field)) || (!own.has(field) && method.fields[field]?.personal === true))
    || [...records].some(([name, read]) => [...read].some((field) => ofRecord(name, field)));
};
