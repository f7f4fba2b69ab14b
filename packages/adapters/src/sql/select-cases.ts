import { sql, type RawBuilder } from 'kysely';
import type { CaseQuery, CaseRow } from '@bihuan/core';
import { behind, type Key } from './behind.ts';
import { clausesOf, isColumn, kinds, type Clause, type Clauses } from './case-clauses.ts';
import type { Dialect } from './dialect.ts';
import { plain } from './plain-text.ts';
import type { Rows } from './statement.ts';
import { talliedSum } from './tallies.ts';
import { everywhere, never } from './unit-rows.ts';

type Sql = RawBuilder<unknown>;

/** A query, taken apart. */
export interface Asked extends Clauses {
  readonly dialect: Dialect;
  readonly tenant: string;
  readonly query: CaseQuery;
}
export const asked = (dialect: Dialect, tenant: string, query: CaseQuery): Asked => ({ dialect, tenant, query, ...clausesOf(dialect, tenant, query) });

/** How many a look-up may find for its cases to be gathered and sorted; where every one finds more, the list is walked in its order. */
export const few = 2_000;

/** How many a look-up finds, at the most one more than few. */
export const sizeOf = (lookUp: Sql): Sql => sql`select count(*) as n from (select case_id from (${lookUp}) as l limit ${sql.raw(String(few + 1))}) as s`;

/** How many the query finds, from the tallies; nothing where it asks for more than they tell. */
export function countFromTallies({ tenant, query, clauses, ended }: Asked): Sql | undefined {
  if (!clauses.every((clause) => clause.tallied)) return undefined;
  const flags = ended.length === 1 ? [ended[0] === 1 ? sql`c.ended is not null` : sql`c.ended is null`] : ended.length === 0 ? [sql`1 = 0`] : [];
  return talliedSum(tenant, query.within ?? everywhere, subjectOf(query.of), [...flags, ...clauses.map(({ test }) => test)]);
}

/** How many the query finds, one by one. `gather`: the clause whose look-up they are found by. */
export const countCases = (of: Asked, gather?: Clause): Sql => sql`select count(*) as n from ${listOf(of, of.clauses, gather)} and ${flagsOf(of.ended)}`;

/** The rows that a query finds, in its order and its stretch of them; where they are gathered, how many there are beside each. */
export function selectCases(of: Asked, gather?: Clause, columns: readonly string[] = readColumns): Sql {
  const { dialect, tenant, query } = of;
  const picked = sql.join(columns.map((name) => sql.ref(`c.${name}`)));
  const [counted, total] = gather && !query.after ? [sql`, count(*) over () as n`, sql`, p.n`] : [sql``, sql``];
  const order = listOrder(query);
  if (order === undefined) {
    const keys = (query.sort ?? []).map(({ by, order: way }, i) => sortKey(dialect, tenant, by, way, `s${i}`, query.after?.by[i] ?? null));
    const from = query.after ? sql`and ${behind([...keys.flatMap(({ from: at }) => at), { operand: caseId, order: 'asc', from: sql`${query.after.id}` }])}` : sql``;
    return sql`select ${picked}${counted} from ${listOf(of, [...of.clauses, row], gather, sql.join(keys.map(({ join }) => join), sql` `))} and ${flagsOf(of.ended)} ${from}
      order by ${sql.join([...keys.map(({ order: by }) => by), sql`u.case_id`])} ${dialect.stretch(query.offset ?? 0, query.limit)}`;
  }
  const { key, way } = order;
  const [offset, limit] = [query.offset ?? 0, query.limit];
  const by = (of_: string) => sql`${sql.ref(`${of_}.k`)} ${way}, ${sql.ref(`${of_}.id`)} ${order.idWay}`;
  // What is gathered is sorted: an order that an index has would make the database walk it.
  const from = query.after ? sql`and ${behind([...(order.flagless ? [] : [{ operand: key, order: order.order, from: dialect.number(Number(query.after.by[0] ?? never)) }]), { operand: caseId, order: order.flagless ? order.order : 'asc', from: sql`${query.after.id}` }])}` : sql``;
  const list = (flags: Sql, end: Sql) => sql`select u.case_id as id, ${key} as k${counted} from ${listOf(of, of.clauses, gather)} and ${flags} ${from} order by ${gather && key !== caseId ? sql`${key} + 0` : key} ${way}, u.case_id ${order.idWay} ${end}`;
  const parts = gather || limit === undefined || order.flagless ? [flagsOf(of.ended)] : of.ended.map((flag) => sql`u.ended = ${sql.raw(String(flag))}`);
  const ids = parts.length === 1 ? list(parts[0]!, dialect.stretch(offset, limit)) : parts.length === 0 ? list(sql`1 = 0`, sql``)
    : sql`select id, k from (${sql.join(parts.map((part, i) => sql`select * from (${list(part, dialect.stretch(0, offset + limit!))}) as ${sql.ref(`p${i}`)}`), sql` union all `)}) as q order by ${by('q')} ${dialect.stretch(offset, limit)}`;
  return columns.length === 1 ? sql`select p.id as ${sql.ref(columns[0]!)} from (${ids}) as p order by ${by('p')}`
    : sql`select ${picked}${total} from (${ids}) as p ${dialect.driving} ${sql.table('cases')} as c on c.tenant = ${tenant} and c.id = p.id order by ${by('p')}`;
}

/** The rows as they were written. */
export const casesOf = (rows: Rows): readonly CaseRow[] => rows.map(({ detail, ...columns }) => {
  const one: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(kinds)) {
    const value = columns[name] ?? null;
    one[name] = value === null ? null : kind === 'boolean' ? Number(value) === 1 : kind === 'number' ? Number(value) : value;
  }
  return { ...one, ...JSON.parse(detail as string) as Pick<CaseRow, 'subject' | 'within' | 'values' | 'awaited'> } as unknown as CaseRow;
});

const readColumns = [...Object.keys(kinds), 'detail'];
const nullable: ReadonlySet<string> = new Set<keyof CaseRow>(['ending', 'outcome', 'ended', 'due', 'warn', 'next']);
const subjectOf = (of: CaseQuery['of']) => sql.raw(of === 'subjects' ? '1' : '0');
/** Asks for nothing but the row. */
const row: Clause = { test: sql`1 = 1`, needs: 'row', tallied: false };
const flagsOf = (ended: Clauses['ended']): Sql => (ended.length === 2 ? sql`1 = 1` : ended.length === 0 ? sql`1 = 0` : sql`u.ended = ${sql.raw(String(ended[0]))}`);

/** A unit's list, all cases being a unit too, with the rows where they are asked for, and everything that is asked; found by the look-up of `gather` if there is one. */
function listOf({ dialect, tenant, query }: Asked, clauses: readonly Clause[], gather: Clause | undefined, joins: Sql = sql``): Sql {
  const tests = clauses.filter((clause) => clause !== gather).map(({ test }) => test);
  const joined = clauses.some((clause) => clause.needs === 'row' && clause !== gather) ? sql`join ${sql.table('cases')} as c on c.tenant = ${tenant} and c.id = u.case_id` : sql``;
  const from = gather ? sql`(${gather.lookUp}) as l ${dialect.driving} ${sql.table('units')} as u on u.case_id = l.case_id` : sql`${sql.table('units')} as u`;
  return sql`${from} ${joined} ${joins} where u.tenant = ${tenant} and u.unit = ${query.within ?? everywhere} and u.subject = ${subjectOf(query.of)} ${sql.join(tests.map((test) => sql`and ${test}`), sql` `)}`;
}

const caseId = sql`u.case_id`;

/** An order that lists have at hand, each way; nothing for any other. */
function listOrder({ sort = [] }: CaseQuery): { readonly key: Sql; readonly order: 'asc' | 'desc'; readonly way: Sql; readonly idWay: Sql; readonly flagless: boolean } | undefined {
  const [first, second] = sort;
  const order = first?.order ?? 'asc';
  const way = sql.raw(order);
  if (first === undefined || first.by === 'id') return { key: caseId, order, way, idWay: way, flagless: true };
  if (sort.length > 2 || (second && (second.by !== 'id' || second.order !== 'asc'))) return undefined;
  if (first.by === 'opened') return { key: sql`u.opened`, order, way, idWay: sql``, flagless: false };
  return first.by === 'due' && order === 'asc' ? { key: sql`u.due`, order, way, idWay: sql``, flagless: false } : undefined;
}

type Scalar = string | number | boolean | null;

/** Missing ones last in either order; yes-no before numbers before texts. `from`: where a page goes on. */
function sortKey(dialect: Dialect, tenant: string, name: string, way: 'asc' | 'desc', alias: string, at: Scalar): { readonly join: Sql; readonly order: Sql; readonly from: readonly Key[] } {
  const direction = sql.raw(way);
  const missing = (operand: Sql): Key => ({ operand: sql`(case when ${operand} is null then 1 else 0 end)`, order: 'asc', from: sql.raw(at === null ? '1' : '0') });
  const key = (operand: Sql): Key => ({ operand, order: way, from: typeof at === 'string' ? sql`${plain(at)}` : dialect.number(Number(at)) });
  if (isColumn(name)) {
    const column = sql.ref(`c.${name}`);
    return {
      join: sql``, order: nullable.has(name) ? dialect.missingLast(`c.${name}`, direction) : sql`${column} ${direction}`,
      from: [...(nullable.has(name) ? [missing(column)] : []), ...(at === null ? [] : [key(column)])],
    };
  }
  const [table, kind, number, text] = [sql.ref(alias), sql.ref(`${alias}.kind`), sql.ref(`${alias}.number`), sql.ref(`${alias}.text`)];
  return {
    join: sql`left join ${sql.table('values')} as ${table} on ${table}.tenant = ${tenant} and ${table}.case_id = c.id and ${table}.name = ${name}`,
    order: sql`${kind} is null, ${kind} ${direction}, ${number} ${direction}, ${text} ${direction}`,
    from: [missing(kind), ...(at === null ? [] : [{ operand: kind, order: way, from: sql.raw(typeof at === 'string' ? '2' : typeof at === 'number' ? '1' : '0') }, key(typeof at === 'string' ? text : number)])],
  };
}
