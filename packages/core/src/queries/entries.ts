import type { Day, Instant } from '../calendar/index.ts';
import type { CaseState } from '../case/messages.ts';
import type { Rules } from '../case/rules.ts';
import type { Fact } from '../method/condition-schema.ts';
import type { LedgerSchema, MetricSchema, Over } from '../method/query-schema.ts';
import type { Fraction } from './fraction.ts';
import { dayReader } from './in-period.ts';
import { itemsOf, kindsIn } from './items.ts';
import type { Found, Item } from './items.ts';
import { lensOf } from './lens.ts';
import { amountReader } from './measure.ts';

/** One thing that a query finds in a case, with everything that a figure needs of it. */
export interface Finding {
  readonly item: Item;
  /** The day that puts it into its period; `everyDay` for what counts in every one. */
  readonly day: Day;
  /** The value by which it is grouped, as text; empty where there is none. */
  readonly group: string;
  /** Does the share hold of it? */
  readonly hit: boolean;
  readonly exempt: boolean;
  /** What it measures, where it does. */
  readonly amount?: Fraction;
}

/** Finds what a query is about in some states: what falls into a period is told by the day. */
export type Finder = (found: Found) => readonly Finding[];

/** What a metric looks at, one by one, grouped by a fact. The metric may not be a score. */
export const metricFinder = (rules: Rules, schema: MetricSchema, by: Fact | undefined): Finder => {
  const lens = lensOf(rules, schema.over);
  const [of, share, exempt] = [lens.condition(schema.of), schema.share && lens.condition(schema.share), schema.exempt && lens.condition(schema.exempt)];
  const [dayOf, groupOf, amountOf] = [dayReader(rules, lens, schema), by && lens.read(by), schema.measure && amountReader(rules, lens, schema.measure)];
  return finder(schema, dayOf, of, (item) => {
    const [group, amount] = [groupOf?.(item.scope), amountOf?.(item)];
    return { group: group === undefined ? '' : String(group), hit: share?.(item.scope) === true, exempt: exempt?.(item.scope) === true, ...(amount && { amount }) };
  });
};

/** The rows of a ledger, without what its columns show. */
export const ledgerFinder = (rules: Rules, schema: LedgerSchema): Finder => {
  const lens = lensOf(rules, schema.over);
  return finder(schema, dayReader(rules, lens, schema), lens.condition(schema.where), () => ({ group: '', hit: false, exempt: false }));
};

const finder = ({ over }: Pick<MetricSchema, 'over'>, dayOf: (item: Item) => Day | undefined, holds: (scope: Item['scope']) => boolean, counted: (item: Item) => Omit<Finding, 'item' | 'day'>): Finder => (found) => {
  const findings: Finding[] = [];
  for (const item of itemsOf(over, found)) {
    const day = holds(item.scope) ? dayOf(item) : undefined;
    if (day !== undefined) findings.push({ item, day, ...counted(item) });
  }
  return findings;
};

/** One thing that a query counts, as it is written beside its case. */
export interface Entry {
  readonly query: string;
  /** Which of its query's in this case. */
  readonly nr: number;
  readonly day: Day;
  readonly group: string;
  readonly hit: boolean;
  readonly exempt: boolean;
  /** The amount is `top / bottom`, and none where `bottom` is 0. Few bottoms, not lowest terms: so a database can sum the tops. */
  readonly top: number;
  readonly bottom: number;
}

/** A query that is answered from entries. `late`: a clock that becomes late can change what it finds. */
export interface EntryQuery { readonly name: string; readonly over: Over | undefined; readonly find: Finder; readonly late: boolean }

/** The query under which stands what has to be read from the case itself: `top` says from when on. */
export const apart = (query: string): string => `${query}!`;

/**
 * What a query finds in a case, as entries. What cannot be written so – a group of which an index holds only the beginning, an amount that a
 * database does not sum exactly, a log that does not hold all of itself any more – stands apart, and is read from the case when it is asked for.
 * So does, from then on, what a clock will change by becoming late.
 */
export const entriesOf = ({ name: query, over, find, late }: EntryQuery, state: CaseState): readonly Entry[] => {
  if (state.dropped) return canHold(over, state) ? [apartFrom(query, ALWAYS)] : [];
  const entries = written(query, find({ states: [state], at: state.last }));
  if (entries === undefined) return [apartFrom(query, ALWAYS)];
  const turns = late ? nextLate(state) : undefined;
  if (turns === undefined) return entries;
  const then = written(query, find({ states: [state], at: NEVER }));
  return then !== undefined && JSON.stringify(then) === JSON.stringify(entries) ? entries : [...entries, apartFrom(query, turns)];
};

/** Can a log that does not hold all of itself hold what a query is over? The last of each name are always there. */
const canHold = (over: Over | undefined, { kind, step, records, asks, clocks }: CaseState): boolean => {
  if (over === undefined) return step !== '';
  if ('cases' in over) return kindsIn(over).has(kind);
  if ('each' in over) return over.each === kind;
  if ('records' in over) return records.some(({ name }) => name === over.records);
  if ('asks' in over) return asks.some(({ name }) => name === over.asks);
  return 'clocks' in over && Object.values(clocks).some(({ name }) => name === over.clocks);
};

const ALWAYS = -8_640_000_000_000_000;
const NEVER = 8_640_000_000_000_000;
const apartFrom = (query: string, top: Instant): Entry => ({ query: apart(query), nr: 0, day: '', group: '', hit: false, exempt: false, top, bottom: 0 });

/** When the next clock becomes late, if nothing happens before. */
const nextLate = ({ clocks, last }: CaseState): Instant | undefined => {
  let next: Instant | undefined;
  for (const { phase, due } of Object.values(clocks)) if (phase === 'running' && due !== undefined && due.at >= last && (next === undefined || due.at < next)) next = due.at;
  return next;
};

const written = (query: string, findings: readonly Finding[]): readonly Entry[] | undefined => {
  const entries: Entry[] = [];
  for (const [nr, { day, group, hit, exempt, amount }] of findings.entries()) {
    const scaled = amount === undefined ? { top: 0, bottom: 0 } : scaledOf(amount);
    if (scaled === undefined || !isShort(group) || !isShort(day)) return undefined;
    entries.push({ query, nr, day, group, hit, exempt, ...scaled });
  }
  return entries;
};

/** A text that every database keeps whole in an index: not too long, and without signs that one of them cannot keep. */
export const isShort = (text: string): boolean => text.length <= 191 && !/[\0\p{Cs}]/u.test(text);

/** Millions of them still add up to a whole number that every database holds. */
const MOST = 10 ** 12;
const BOTTOMS = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 60_000, 3_600_000];

const scaledOf = ({ top, bottom }: Fraction): Pick<Entry, 'top' | 'bottom'> | undefined => {
  const whole = BOTTOMS.find((one) => BigInt(one) % bottom === 0n);
  const scaled = whole === undefined ? NaN : Number(top * (BigInt(whole) / bottom));
  return Math.abs(scaled) <= MOST ? { top: scaled, bottom: whole! } : undefined;
};
