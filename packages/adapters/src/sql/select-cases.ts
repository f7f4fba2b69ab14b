import { sql, type RawBuilder } from 'kysely';
import type { AwaitsFilter, CaseQuery, CaseRow, Filter } from '@bihuan/core';
import type { Dialect } from './dialect.ts';
import type { Rows } from './statement.ts';
import { plain } from './write-case.ts';

/** The rows that a query finds, in its order and its stretch of them. */
export function selectCases(dialect: Dialect, tenant: string, query: CaseQuery, columns: readonly string[] = readColumns): RawBuilder<unknown> {
  const keys = (query.sort ?? []).map(({ by, order }, i) => sortKey(dialect, tenant, by, sql.raw(order === 'desc' ? 'desc' : 'asc'), `s${i}`));
  const order = sql.join([...keys.map(({ order: by }) => by), sql`c.id`]);
  return sql`select ${sql.join(columns.map((name) => sql.ref(`c.${name}`)))} from ${sql.table('cases')} as c ${sql.join(keys.map(({ join }) => join), sql` `)}
    where ${conditionOf(dialect, tenant, query)} order by ${order} ${dialect.stretch(query.offset ?? 0, query.limit)}`;
}

/** How many cases a query finds, whatever its stretch. All those of a unit are counted where they are found. */
export function countCases(dialect: Dialect, tenant: string, query: CaseQuery): RawBuilder<unknown> {
  const { within, ...rest } = query;
  const wholeUnit = within !== undefined && conditionsOf(dialect, tenant, rest).length === 1;
  const found = wholeUnit ? unitCases(tenant, query.of, within) : sql`${sql.table('cases')} as c where ${conditionOf(dialect, tenant, query)}`;
  return sql`select count(*) as n from ${found}`;
}

/** The rows as they were written. */
export const casesOf = (rows: Rows): readonly CaseRow[] => rows.map(({ detail, ...columns }) => {
  const row: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(kinds)) {
    const value = columns[name] ?? null;
    row[name] = value === null ? null : kind === 'boolean' ? Number(value) === 1 : kind === 'number' ? Number(value) : value;
  }
  return { ...row, ...JSON.parse(detail as string) as Pick<CaseRow, 'subject' | 'within' | 'values' | 'awaited'> } as unknown as CaseRow;
});

type Condition = RawBuilder<boolean>;
type Kind = 'boolean' | 'number' | 'string';

const always: Condition = sql`1 = 1`;
const never: Condition = sql`1 = 0`;

/** Columns of the row, with what they hold. */
const kinds: Readonly<Record<Exclude<keyof CaseRow, 'within' | 'values' | 'awaited'>, Kind>> = {
  id: 'string', method: 'string', kind: 'string', source: 'string', step: 'string', ending: 'string', outcome: 'string', home: 'string', holder: 'string',
  opened: 'number', ended: 'number', due: 'number', warn: 'number', broken: 'boolean', next: 'number', version: 'number', search: 'string', subject: 'boolean',
};
const readColumns = [...Object.keys(kinds), 'detail'];
const nullable: ReadonlySet<string> = new Set<keyof CaseRow>(['ending', 'outcome', 'ended', 'due', 'warn', 'next']);
const isColumn = (name: string): name is keyof typeof kinds => Object.hasOwn(kinds, name);

const conditionOf = (dialect: Dialect, tenant: string, query: CaseQuery): Condition => sql`${sql.join(conditionsOf(dialect, tenant, query), sql` and `)}`;

/** The first says whose and of what; each further one is something that the query asks for. */
function conditionsOf(dialect: Dialect, tenant: string, { of, where = [], search, within, awaits, actedBy }: CaseQuery): readonly Condition[] {
  const all: Condition[] = [sql`c.tenant = ${tenant} and c.subject = ${subjectOf(of)}`, ...where.map((filter) => filterCondition(dialect, tenant, filter))];
  if (search) all.push(dialect.contains(sql`c.search`, plain(search)));
  if (within !== undefined) all.push(sql`c.id in (select case_id from ${unitCases(tenant, of, within)})`);
  if (awaits) all.push(awaitedCondition(tenant, awaits));
  if (actedBy !== undefined) all.push(sql`c.id in (select case_id from ${sql.table('acted')} where tenant = ${tenant} and person = ${actedBy})`);
  return all;
}

const unitCases = (tenant: string, of: CaseQuery['of'], unit: string): RawBuilder<unknown> =>
  sql`${sql.table('units')} where tenant = ${tenant} and unit = ${unit} and subject = ${subjectOf(of)}`;
const subjectOf = (of: CaseQuery['of']) => sql.raw(of === 'subjects' ? '1' : '0');

/** One look-up for the person and one for each post: an `or` over them would read every awaited row of the tenant. */
function awaitedCondition(tenant: string, { person, posts }: AwaitsFilter): Condition {
  const lookUps = [
    sql`select case_id from ${sql.table('awaited')} where tenant = ${tenant} and person = ${person}`,
    ...posts.map(({ role, unit }) => sql`select case_id from ${sql.table('awaited')} where tenant = ${tenant} and unit = ${unit} and (role = ${role} or role is null) and person is null`),
  ];
  return sql`c.id in (${sql.join(lookUps, sql` union all `)})`;
}

/** Compares an operand with what is given; `loosely` where only the beginning of a text is compared. */
type Compare = (operand: RawBuilder<unknown>, given: (value: RawBuilder<unknown>) => RawBuilder<unknown>, loosely: boolean) => Condition;

/** What a filter's name stands for: a column of the row, or else one of its values. */
interface Named {
  readonly known: Condition;
  readonly missing: Condition;
  /** It is of this kind, and so is the comparison. `indexed`: by an index of texts. */
  holds(kind: Kind, compare: Compare, indexed?: boolean): Condition;
}

const same = (value: RawBuilder<unknown>): RawBuilder<unknown> => value;

function named(dialect: Dialect, tenant: string, name: string): Named {
  if (isColumn(name)) {
    const column = sql.ref(`c.${name}`);
    const [known, missing] = name === 'due' ? [dialect.dueIs(false), dialect.dueIs(true)] : [sql<boolean>`${column} is not null`, sql<boolean>`${column} is null`];
    return { known, missing, holds: (kind, compare) => (kind !== kinds[name] ? never : name === 'due' ? sql`(${known} and ${compare(column, same, false)})` : compare(column, same, false)) };
  }
  const someValue = (test: Condition): Condition => sql`c.id in (select case_id from ${sql.table('values')} where tenant = ${tenant} and name = ${name} and ${test})`;
  return {
    known: someValue(always),
    missing: sql`not ${someValue(always)}`,
    holds(kind, compare, indexed = true) {
      if (kind === 'string') return someValue(indexed ? dialect.text(compare) : compare(sql`text`, same, false));
      return someValue(sql`${compare(sql`number`, same, false)} and kind = ${sql.raw(kind === 'number' ? '1' : '0')}`);
    },
  };
}

function filterCondition(dialect: Dialect, tenant: string, { on, op, value }: Filter): Condition {
  const name = named(dialect, tenant, on);
  const given = (Array.isArray(value) ? value : [value]) as readonly (string | number | boolean | null)[];
  const compare = (operator: '>=' | '<=' | '>' | '<'): Condition => {
    const one = given.length === 1 ? given[0]! : null;
    if (one === null) return never;
    return name.holds(kindOf(one), (operand, whole, loosely) => sql`${operand} ${sql.raw(loosely ? `${operator[0]}=` : operator)} ${whole(bound(dialect, one))}`);
  };
  switch (op) {
    case 'is': case 'in': return oneOf(dialect, name, given);
    case 'not': return sql`not coalesce(${oneOf(dialect, name, given)}, ${never})`;
    case 'known': return value === false ? name.missing : name.known;
    case 'min': return compare('>=');
    case 'max': return compare('<=');
    case 'above': return compare('>');
    case 'below': return compare('<');
    case 'like': return typeof value === 'string' ? name.holds('string', (operand) => dialect.contains(operand, plain(value)), false) : never;
  }
}

function oneOf(dialect: Dialect, name: Named, given: readonly (string | number | boolean | null)[]): Condition {
  const parts: Condition[] = [];
  for (const kind of ['string', 'number', 'boolean'] as const) {
    const alike = given.filter((one) => one !== null && kindOf(one) === kind).map((one) => bound(dialect, one!));
    if (alike.length === 1) parts.push(name.holds(kind, (operand, whole) => sql`${operand} = ${whole(alike[0]!)}`));
    if (alike.length > 1) parts.push(name.holds(kind, (operand, whole) => sql`${operand} in (${sql.join(alike.map(whole))})`));
  }
  if (given.includes(null)) parts.push(name.missing);
  return parts.length === 0 ? never : parts.length === 1 ? parts[0]! : sql`(${sql.join(parts, sql` or `)})`;
}

/** Missing ones last in either order; yes-no before numbers before texts. */
function sortKey(dialect: Dialect, tenant: string, name: string, direction: RawBuilder<unknown>, alias: string): { join: RawBuilder<unknown>; order: RawBuilder<unknown> } {
  if (isColumn(name)) {
    const column = sql.ref(`c.${name}`);
    return { join: sql``, order: nullable.has(name) ? dialect.missingLast(`c.${name}`, direction) : sql`${column} ${direction}` };
  }
  const [table, kind, number, text] = [sql.ref(alias), sql.ref(`${alias}.kind`), sql.ref(`${alias}.number`), sql.ref(`${alias}.text`)];
  return {
    join: sql`left join ${sql.table('values')} as ${table} on ${table}.tenant = ${tenant} and ${table}.case_id = c.id and ${table}.name = ${name}`,
    order: sql`${kind} is null, ${kind} ${direction}, ${number} ${direction}, ${text} ${direction}`,
  };
}

const kindOf = (value: string | number | boolean): Kind => typeof value as Kind;
/** No yes-no reaches a driver. */
const bound = (dialect: Dialect, value: string | number | boolean): RawBuilder<unknown> => (typeof value === 'string' ? sql`${plain(value)}` : dialect.number(Number(value)));
