import { formatInstant, parsePeriod } from '../calendar/index.ts';
import type { PeriodDays } from '../calendar/index.ts';
import type { Actor } from '../case/messages.ts';
import type { Rules } from '../case/rules.ts';
import { accept, issue } from '../issues/issue.ts';
import type { Issue, Result, Words } from '../issues/issue.ts';
import { nearest } from '../method/nearest.ts';
import type { MetricSchema } from '../method/query-schema.ts';
import { ledgerTable } from '../queries/ledger.ts';
import { metricValue } from '../queries/metric.ts';
import { ledgerReads } from '../queries/reads.ts';
import { actorOf, momentOf } from './desk.ts';
import type { Desk } from './desk.ts';
import type { Engine, LedgerTable, ListInput, MetricValue, MomentInput, View } from './engine-types.ts';
import { rowFacts } from './project.ts';
import { loadWorld } from './query-world.ts';
import { quickFigures } from './quick-figures.ts';
import type { Page } from './quick-figures.ts';
import { readAssessor } from './read-assessor.ts';
import type { CaseQuery, Filter } from './store-port.ts';

type Queries = Pick<Engine, 'list' | 'counts' | 'ledger' | 'metric' | 'board'>;

/** Everything that is read about many cases: lists and their tabs, ledgers, metrics, boards. */
export const queries = (desk: Desk): Queries => ({
  list: async (input, actor, at) => {
    const [issues, now] = [queryIssues(desk, input), readMoment(at)];
    if (!now.ok || issues.length > 0) return { ok: false, issues: [...issues, ...(now.ok ? [] : now.issues)] };
    return accept(await desk.store.list(desk.tenant, viewQuery(input, await actorOf(desk, actor), now.value)));
  },
  counts: async (input, actor, at) => {
    const [issues, now] = [queryIssues(desk, input), readMoment(at)];
    if (!now.ok || issues.length > 0) return { ok: false, issues: [...issues, ...(now.ok ? [] : now.issues)] };
    const who = await actorOf(desk, actor);
    const counts = {} as Record<View, number>;
    for (const view of views) counts[view] = await desk.store.count(desk.tenant, viewQuery({ ...input, view }, who, now.value));
    return accept(counts);
  },
  ledger: async (name, { period, where, within, at, offset, limit }) => {
    const found = find(desk, 'ledgers', name, { zh: '台账', en: 'ledger' });
    const [days, now] = [readPeriod(period), readMoment(at)];
    if (!found.ok) return found;
    if (!days.ok) return days;
    if (!now.ok) return now;
    const { rules, schema } = found.value;
    if (where === undefined || where.length === 0) {
      const quick = await quickFigures(desk, rules, { at: now.value, within });
      const table = await quick?.ledger(name, schema, days.value, { offset, limit });
      if (table) return accept(table);
    }
    const world = await loadWorld(desk, rules, { overs: [schema.over], reads: ledgerReads(schema, rules.vocabulary), at: now.value, within, where });
    return accept(pageOf(ledgerTable(rules, name, schema, world(schema.over), days.value), { offset, limit }));
  },
  metric: async (name, options) => {
    const found = find(desk, 'metrics', name, { zh: '指标', en: 'metric' });
    const read = await readMeasuring(desk, found, (schema) => [schema], options);
    return read.ok ? accept(read.value.measure(name, read.value.schema)) : read;
  },
  board: async (name, options) => {
    const found = find(desk, 'boards', name, { zh: '看板', en: 'board' });
    const metricsOf = (rules: Rules, board: SchemaOf<'boards'>): MetricSchema[] => board.metrics.map((metric) => rules.method.metrics![metric]!);
    const read = await readMeasuring(desk, found, (schema, rules) => metricsOf(rules, schema), options);
    if (!read.ok) return read;
    const { rules, schema, measure } = read.value;
    return accept(schema.metrics.map((metric) => measure(metric, rules.method.metrics![metric]!)));
  },
});

type Measure = (name: string, schema: MetricSchema) => MetricValue;

/** What a metric and a board need alike: what they look at as of the moment, loaded once, and how one metric is measured over it. */
const readMeasuring = async <S>(
  desk: Desk, found: Result<{ rules: Rules; schema: S }>, metricsOf: (schema: S, rules: Rules) => readonly MetricSchema[], options: Parameters<Engine['metric']>[1],
): Promise<Result<{ rules: Rules; schema: S; measure: Measure }>> => {
  const [days, moment] = [readPeriod(options.period), readMoment(options.asOf ?? options.at)];
  if (!found.ok) return found;
  if (!days.ok) return days;
  if (!moment.ok) return moment;
  const { rules, schema } = found.value;
  const assessor = await readAssessor(desk, rules, metricsOf(schema, rules), { ...options, period: days.value, at: moment.value, past: isPast(options) });
  const asked = { asOf: formatInstant(moment.value, rules.calendar.zone), period: days.value, ids: options.ids === true };
  return accept({ rules, schema, measure: (name, metric) => metricValue(rules, name, metric, assessor, asked) });
};

/** What was asked for as it stood before now is not what lies there now. */
const isPast = ({ asOf, at }: Parameters<Engine['metric']>[1]): boolean => asOf !== undefined && momentOf(asOf)! < (momentOf(at) ?? Infinity);

const pageOf = (table: LedgerTable, { offset = 0, limit }: Page): LedgerTable =>
  (offset === 0 && limit === undefined ? table : { ...table, rows: table.rows.slice(offset, limit === undefined ? undefined : offset + limit), total: table.rows.length });

const views: readonly View[] = ['todo', 'due-soon', 'overdue', 'mine-done', 'open', 'ended', 'all'];

/** A tab as a query: 待办 awaits the person, 即将超期 and 已超期 read the due times, 已办 is what the person has acted in. */
const viewQuery = ({ view = 'all', ...query }: ListInput, actor: Actor, now: number): CaseQuery => {
  const open: Filter = { on: 'ended', op: 'known', value: false };
  const and = (...filters: Filter[]): CaseQuery => ({ ...query, where: [...(query.where ?? []), ...filters] });
  switch (view) {
    case 'todo': return { ...and(), awaits: { person: actor.person, posts: actor.posts.map(({ role, unit }) => ({ role, unit })) } };
    case 'due-soon': return and(open, { on: 'warn', op: 'max', value: now }, { on: 'due', op: 'min', value: now });
    case 'overdue': return and(open, { on: 'due', op: 'below', value: now });
    case 'mine-done': return { ...and(), actedBy: actor.person };
    case 'open': return and(open);
    case 'ended': return and({ on: 'ended', op: 'known', value: true });
    case 'all': return query;
  }
};

const columns = ['id', 'method', 'kind', 'source', 'step', 'ending', 'outcome', 'home', 'holder', 'opened', 'ended', 'due', 'warn', 'broken', 'next', 'version'];

/** Only what rows carry can be filtered or sorted by. */
const queryIssues = (desk: Desk, { where, sort }: Pick<ListInput, 'where' | 'sort'>): Issue[] => {
  const known = new Set(columns);
  for (const rules of desk.book.all) for (const { name } of rowFacts(rules)) known.add(name);
  return [...(where ?? []).map((filter) => filter.on), ...(sort ?? []).map((by) => by.by)]
    .filter((name) => !known.has(name))
    .map((field) => {
      const mend = nearest(field, known);
      return issue('query.unknown-field', [field], { field, ...(mend !== undefined && { mend }) });
    });
};

type Section = 'ledgers' | 'metrics' | 'boards';
type SchemaOf<S extends Section> = NonNullable<Rules['method'][S]>[string];

/** The newest method that has one of this name. */
const find = <S extends Section>(desk: Desk, section: S, name: string, what: Words): Result<{ rules: Rules; schema: SchemaOf<S> }> => {
  const names = new Set<string>();
  for (const rules of desk.book.all) {
    const part = (rules.method[section] ?? {}) as Readonly<Record<string, SchemaOf<S>>>;
    if (Object.hasOwn(part, name)) return accept({ rules, schema: part[name]! });
    for (const other of Object.keys(part)) names.add(other);
  }
  const mend = nearest(name, names);
  return { ok: false, issues: [issue('query.unknown-name', ['name'], { what, name, ...(mend !== undefined && { mend }) })] };
};

const readMoment = (at: MomentInput): Result<number> => {
  const moment = momentOf(at);
  return moment === undefined ? { ok: false, issues: [issue('command.time-unreadable', ['at'], { at: String(at) })] } : accept(moment);
};

const readPeriod = (text: string | undefined): Result<PeriodDays | undefined> => {
  if (text === undefined) return accept(undefined);
  const period = parsePeriod(text);
  return period ? accept(period) : { ok: false, issues: [issue('period.unreadable', ['period'], { period: text })] };
};
