import type { PeriodDays } from '../calendar/index.ts';
import type { CaseState } from '../case/messages.ts';
import type { Rules } from '../case/rules.ts';
import type { Words } from '../issues/issue.ts';
import type { Fact } from '../method/condition-schema.ts';
import type { LedgerSchema, MetricSchema } from '../method/query-schema.ts';
import { fromTallies } from '../queries/assess.ts';
import type { Assessment } from '../queries/assess.ts';
import { apart } from '../queries/entries.ts';
import type { EntryQuery, Finding } from '../queries/entries.ts';
import { entryRulesOf } from '../queries/entry-rules.ts';
import type { LedgerTable } from '../queries/figures.ts';
import { fraction } from '../queries/fraction.ts';
import type { Found } from '../queries/items.ts';
import { ledgerTable } from '../queries/ledger.ts';
import { lensOf } from '../queries/lens.ts';
import { ledgerReads } from '../queries/reads.ts';
import { talliesOf } from '../queries/tally.ts';
import type { Tally } from '../queries/tally.ts';
import { markOf, queriedBy, unitInPlace } from './case-entries.ts';
import type { Desk } from './desk.ts';
import type { EntriesWanted, EntrySum, KeptEntry, SumsOf } from './entries-port.ts';
import { asOfMoment, loadLinked } from './load-linked.ts';
import { statesOf } from './read-case.ts';
import { namesAt } from './query-world.ts';

/** How a metric or a ledger is looked at. */
export interface Looking { readonly at: number; readonly within?: string | undefined; readonly ids?: boolean | undefined }

/** A stretch of a ledger's rows. */
export interface Page { readonly offset?: number | undefined; readonly limit?: number | undefined }

/** Metrics and ledgers answered from what was written with the cases. Each answer is nothing where the cases themselves have to be read. */
export interface QuickFigures {
  assess(schema: MetricSchema, period: PeriodDays | undefined, by: Fact | undefined): Promise<Assessment | undefined>;
  ledger(name: string, schema: LedgerSchema, period: PeriodDays | undefined, page: Page): Promise<LedgerTable | undefined>;
}

/** Nothing where cases of this method were written with other queries than those of these rules. */
export const quickFigures = async (desk: Desk, rules: Rules, looking: Looking): Promise<QuickFigures | undefined> => {
  const { id } = rules.method;
  if (queriedBy(desk.book, id) !== rules || (await desk.store.outdated(desk.tenant, id, markOf(rules), 1)).length > 0) return undefined;
  const names = await namesAt(desk, rules, looking.at);
  return { assess: (...asked) => assessQuickly(desk, rules, names, looking, ...asked), ledger: (...asked) => ledgerQuickly(desk, rules, names, looking, ...asked) };
};

type Names = NonNullable<Found['names']>;

/** More cases than this are not read one by one beside the entries. */
const APART = 500;

const assessQuickly = async (desk: Desk, rules: Rules, names: Names, { at, within, ids }: Looking, schema: MetricSchema, period: PeriodDays | undefined, by: Fact | undefined): Promise<Assessment | undefined> => {
  const query = entryRulesOf(rules).metric(schema, by);
  const aside = query && await standingApart(desk, query, within, at);
  if (query === undefined || aside === undefined || aside.length > APART) return undefined;
  const wanted: EntriesWanted = { ...wantedOf(query, schema, period, within), ...(aside.length > 0 && { without: aside }) };
  const found: Tally[] = ids
    ? (await desk.store.entries(desk.tenant, wanted)).map(tallyOfEntry)
    : (await desk.store.sums(desk.tenant, { ...wanted, of: sumsFor(rules, schema, by) })).map(tallyOfSum);
  const findings = inPeriod(query.find({ states: await load(desk, aside), at }), schema, period);
  const tallies = [...found, ...talliesOf(findings)];
  return fromTallies(rules, schema, tallies, by, by === undefined ? unnamed : await labels(desk, rules, names, schema, query, by, tallies, findings, at, period));
};

/** What has to be known of sums: to call a group by a case, which; for the middle of amounts, each of them. */
const sumsFor = (rules: Rules, { over, measure }: MetricSchema, by: Fact | undefined): SumsOf => {
  if (measure?.as === 'median') return 'amounts';
  const named = by === undefined || lensOf(rules, over).plainGroup(by, '') !== undefined;
  return named && measure?.as !== 'least' && measure?.as !== 'greatest' ? 'counts' : 'ends';
};

const unnamed = (): Words => ({ zh: '—', en: '—' });

const wantedOf = ({ name }: EntryQuery, { dated }: Pick<MetricSchema, 'dated'>, period: PeriodDays | undefined, within: string | undefined): EntriesWanted =>
  ({ query: name, ...(period && dated && { days: { first: period.first, last: period.last } }), ...(within !== undefined && { place: unitInPlace(within) }) });

const inPeriod = (findings: readonly Finding[], { dated }: Pick<MetricSchema, 'dated'>, period: PeriodDays | undefined): readonly Finding[] =>
  (period === undefined || dated === undefined ? findings : findings.filter(({ day }) => day >= period.first && day <= period.last));

/** The cases that have to be read themselves at that moment. */
const standingApart = async (desk: Desk, { name }: EntryQuery, within: string | undefined, at: number): Promise<readonly string[]> =>
  (await desk.store.entries(desk.tenant, { query: apart(name), ...(within !== undefined && { place: unitInPlace(within) }) })).filter(({ top }) => top < at).map((entry) => entry.case);

const tallyOfSum = ({ group, exempt, bottom, count, hits, sum, ends }: EntrySum): Named => ({
  group, exempt, count, hits, named: ends?.case ?? '',
  ...(bottom > 0 && { measured: { sum: fraction(sum, bottom), least: fraction(ends?.least ?? 0, bottom), greatest: fraction(ends?.greatest ?? 0, bottom) } }),
});

const tallyOfEntry = ({ group, exempt, hit, top, bottom, case: id }: KeptEntry): Named => {
  const amount = bottom > 0 ? fraction(top, bottom) : undefined;
  return { group, exempt, count: 1, hits: hit ? 1 : 0, named: id, ids: [id], ...(amount && { measured: { sum: amount, least: amount, greatest: amount } }) };
};

/** A tally that tells by which case its group is called. */
interface Named extends Tally { readonly named: string }

/** What groups are called: a choice or a unit by itself, all else as the case of the least id knows it. */
const labels = async (
  desk: Desk, rules: Rules, names: Names, schema: MetricSchema, query: EntryQuery, by: Fact, tallies: readonly (Tally | Named)[], findings: readonly Finding[], at: number, period: PeriodDays | undefined,
): Promise<(group: string) => Words> => {
  const lens = lensOf(rules, schema.over, names);
  const plain = (group: string): Words | undefined => lens.plainGroup(by, group);
  const least = new Map<string, string>();
  for (const tally of tallies) {
    const id = 'named' in tally ? tally.named : tally.ids![0]!;
    if (plain(tally.group) === undefined && !(least.get(tally.group)! <= id)) least.set(tally.group, id);
  }
  const read = least.size === 0 ? [] : inPeriod(query.find({ states: await load(desk, [...new Set(least.values())]), at }), schema, period);
  const all = [...findings, ...read];
  return (group) => {
    const of = all.find((each) => each.group === group && each.item.id === least.get(group));
    return plain(group) ?? (of ? lens.group(by, of.item.scope) : { zh: group, en: group });
  };
};

const ledgerQuickly = async (desk: Desk, rules: Rules, names: Names, { at, within }: Looking, name: string, schema: LedgerSchema, period: PeriodDays | undefined, { offset = 0, limit }: Page): Promise<LedgerTable | undefined> => {
  const query = entryRulesOf(rules).ledger(schema);
  if (query === undefined || (await standingApart(desk, query, within, at)).length > 0) return undefined;
  const wanted = wantedOf(query, schema, period, within);
  // What is sorted by facts is sorted when its cases have been read.
  const entries = await desk.store.entries(desk.tenant, schema.sort ? wanted : { ...wanted, offset, ...(limit !== undefined && { limit }) });
  const states = await load(desk, [...new Set(entries.map((entry) => entry.case))]);
  const reads = ledgerReads(schema, rules.vocabulary);
  const linked = reads.some((each) => each.linked.size > 0) ? await loadLinked(desk, states, reads) : undefined;
  const table = ledgerTable(rules, name, schema, { states, at, names, ...(linked && { linked: (id) => linked.get(id) }) }, period);
  if (schema.sort) return limit === undefined && offset === 0 ? table : { ...table, rows: table.rows.slice(offset, limit === undefined ? undefined : offset + limit), total: table.rows.length };
  const [byId, byKey] = [new Map(states.map((state) => [state.id, state])), new Map(table.rows.map((row) => [row.key, row]))];
  const keys = keysOf(query, byId, at);
  const rows = entries.flatMap((entry) => byKey.get(keys(entry) ?? '') ?? []);
  if (limit === undefined && offset === 0) return { ...table, rows };
  const total = (await desk.store.sums(desk.tenant, { ...wanted, of: 'counts' })).reduce((sum, { count }) => sum + count, 0);
  return { ...table, rows, total };
};

/** Which row of its case an entry stands for. */
const keysOf = (query: EntryQuery, states: ReadonlyMap<string, CaseState>, at: number): ((entry: KeptEntry) => string | undefined) => {
  const found = new Map<string, readonly Finding[]>();
  return ({ case: id, nr }) => {
    const state = states.get(id);
    let findings = found.get(id);
    if (findings === undefined && state) found.set(id, findings = query.find({ states: [state], at }));
    return findings?.[nr]?.item.key;
  };
};

const AT_ONCE = 200;

/** These cases and subjects, in this order. */
const load = async (desk: Desk, ids: readonly string[]): Promise<readonly CaseState[]> => {
  const states = new Map<string, CaseState>();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const value = ids.slice(from, from + AT_ONCE);
    for (const of of ['cases', 'subjects'] as const) {
      if (value.every((id) => states.has(id))) continue;
      for await (const state of statesOf(desk, { of, where: [{ on: 'id', op: 'in', value }] })) {
        const whole = await asOfMoment(desk, state, undefined);
        if (whole) states.set(whole.id, whole);
      }
    }
  }
  return ids.flatMap((id) => states.get(id) ?? []);
};
