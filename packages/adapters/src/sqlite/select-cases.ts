import { sql, type RawBuilder } from 'kysely';
import type { AwaitsFilter, CaseQuery, CaseRow, Filter } from '@bihuan/core';
import type { Tables } from './tables.ts';

/** A row of the case table as it is read. */
export type CaseRecord = Omit<Tables['bihuan_cases'], 'tenant'>;

/** The rows that a query finds, in its order and its stretch of them. */
export function selectCases<Row = CaseRecord>(tenant: string, query: CaseQuery, columns: readonly string[] = readColumns): RawBuilder<Row> {
  const keys = (query.sort ?? []).map(({ by, order }, i) => sortKey(tenant, by, sql.raw(order === 'desc' ? 'desc' : 'asc'), `s${i}`));
  const order = sql.join([...keys.map(({ order: by }) => by), sql`c.id`]);
  const stretch = query.limit === undefined && !query.offset ? sql`` : sql`limit ${query.limit ?? everything} offset ${query.offset ?? 0}`;
  return sql<Row>`select ${sql.join(columns.map((name) => sql.ref(`c.${name}`)))} from bihuan_cases as c ${sql.join(keys.map(({ join }) => join), sql` `)}
    where ${conditionOf(tenant, query)} order by ${order} ${stretch}`;
}

/** How many cases a query finds, whatever its stretch. All those of a unit are counted where they are found. */
export function countCases(tenant: string, query: CaseQuery): RawBuilder<{ n: number }> {
  const { within, ...rest } = query;
  const wholeUnit = within !== undefined && conditionsOf(tenant, rest).length === 1;
  const found = wholeUnit ? unitCases(tenant, query.of, within) : sql`bihuan_cases as c where ${conditionOf(tenant, query)}`;
  return sql<{ n: number }>`select count(*) as n from ${found}`;
}

/** The row as it was written. */
export function rowOf({ detail, broken, ...columns }: CaseRecord): CaseRow {
  return { ...columns, broken: broken === 1, ...JSON.parse(detail) as Pick<CaseRow, 'subject' | 'within' | 'values' | 'awaited'> };
}

type Condition = RawBuilder<boolean>;
type Kind = 'boolean' | 'number' | 'string';

const everything = Number.MAX_SAFE_INTEGER;
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

const conditionOf = (tenant: string, query: CaseQuery): Condition => sql`${sql.join(conditionsOf(tenant, query), sql` and `)}`;

/** The first says whose and of what; each further one is something that the query asks for. */
function conditionsOf(tenant: string, { of, where = [], search, within, awaits, actedBy }: CaseQuery): readonly Condition[] {
  const all: Condition[] = [sql`c.tenant = ${tenant} and c.subject = ${subjectOf(of)}`, ...where.map((filter) => filterCondition(tenant, filter))];
  if (search) all.push(like(sql`c.search`, search));
  if (within !== undefined) all.push(sql`c.id in (select case_id from ${unitCases(tenant, of, within)})`);
  if (awaits) all.push(awaitedCondition(tenant, awaits));
  if (actedBy !== undefined) all.push(sql`c.id in (select case_id from bihuan_acted where tenant = ${tenant} and person = ${actedBy})`);
  return all;
}

const unitCases = (tenant: string, of: CaseQuery['of'], unit: string): RawBuilder<unknown> =>
  sql`bihuan_units where tenant = ${tenant} and unit = ${unit} and subject = ${subjectOf(of)}`;
const subjectOf = (of: CaseQuery['of']) => (of === 'subjects' ? 1 : 0);

/** One look-up for the person and one for each post: an `or` over them would read every awaited row of the tenant. */
function awaitedCondition(tenant: string, { person, posts }: AwaitsFilter): Condition {
  const lookUps = [
    sql`select case_id from bihuan_awaited where tenant = ${tenant} and person = ${person}`,
    ...posts.map(({ role, unit }) => sql`select case_id from bihuan_awaited where tenant = ${tenant} and unit = ${unit} and (role = ${role} or role is null) and person is null`),
  ];
  return sql`c.id in (${sql.join(lookUps, sql` union all `)})`;
}

/** What a filter's name stands for: a column of the row, or else one of its values. */
interface Named {
  readonly known: Condition;
  readonly missing: Condition;
  /** It is of this kind, and so is the comparison. */
  holds(kind: Kind, compare: (operand: RawBuilder<unknown>) => Condition): Condition;
}

function named(tenant: string, name: string): Named {
  if (isColumn(name)) {
    if (name === 'due') return due;
    const column = sql.ref(`c.${name}`);
    return { known: sql`${column} is not null`, missing: sql`${column} is null`, holds: (kind, compare) => (kind === kinds[name] ? compare(column) : never) };
  }
  const someValue = (test: Condition): Condition => sql`c.id in (select case_id from bihuan_values where tenant = ${tenant} and name = ${name} and ${test})`;
  return {
    known: someValue(always),
    missing: sql`not ${someValue(always)}`,
    holds: (kind, compare) => someValue(kind === 'string' ? compare(sql`text`) : sql`${compare(sql`number`)} and kind = ${kind === 'number' ? 1 : 0}`),
  };
}

/** Due times are indexed behind `due is null`: only a condition that says whether it is finds its stretch of the index. */
const dueIs = (missing: boolean): Condition => sql`(c.due is null) = ${missing ? sql`(1 = 1)` : sql`(1 = 0)`}`;
const due: Named = {
  known: dueIs(false), missing: dueIs(true),
  holds: (kind, compare) => (kind === 'number' ? sql`(${dueIs(false)} and ${compare(sql`c.due`)})` : never),
};

function filterCondition(tenant: string, { on, op, value }: Filter): Condition {
  const name = named(tenant, on);
  const given = (Array.isArray(value) ? value : [value]) as readonly (string | number | boolean | null)[];
  const compare = (operator: string): Condition => {
    const one = given.length === 1 ? given[0]! : null;
    return one === null ? never : name.holds(kindOf(one), (operand) => sql`${operand} ${sql.raw(operator)} ${bound(one)}`);
  };
  switch (op) {
    case 'is': case 'in': return oneOf(name, given);
    case 'not': return sql`not coalesce(${oneOf(name, given)}, ${never})`;
    case 'known': return value === false ? name.missing : name.known;
    case 'min': return compare('>=');
    case 'max': return compare('<=');
    case 'above': return compare('>');
    case 'below': return compare('<');
    case 'like': return typeof value === 'string' ? name.holds('string', (operand) => like(operand, value)) : never;
  }
}

function oneOf(name: Named, given: readonly (string | number | boolean | null)[]): Condition {
  const parts: Condition[] = [];
  for (const kind of ['string', 'number', 'boolean'] as const) {
    const same = given.filter((one) => one !== null && kindOf(one) === kind).map(bound);
    if (same.length === 1) parts.push(name.holds(kind, (operand) => sql`${operand} = ${same[0]}`));
    if (same.length > 1) parts.push(name.holds(kind, (operand) => sql`${operand} in (${sql.join(same)})`));
  }
  if (given.includes(null)) parts.push(name.missing);
  return parts.length === 0 ? never : parts.length === 1 ? parts[0]! : sql`(${sql.join(parts, sql` or `)})`;
}

/** Missing ones last in either order; yes-no before numbers before texts. */
function sortKey(tenant: string, name: string, direction: RawBuilder<unknown>, alias: string): { join: RawBuilder<unknown>; order: RawBuilder<unknown> } {
  if (isColumn(name)) {
    const column = sql.ref(`c.${name}`);
    return { join: sql``, order: nullable.has(name) ? sql`${column} is null, ${column} ${direction}` : sql`${column} ${direction}` };
  }
  const [table, kind, number, text] = [sql.ref(alias), sql.ref(`${alias}.kind`), sql.ref(`${alias}.number`), sql.ref(`${alias}.text`)];
  return {
    join: sql`left join bihuan_values as ${table} on ${table}.tenant = ${tenant} and ${table}.case_id = c.id and ${table}.name = ${name}`,
    order: sql`${kind} is null, ${kind} ${direction}, ${number} ${direction}, ${text} ${direction}`,
  };
}

const like = (operand: RawBuilder<unknown>, part: string): Condition => sql`${operand} like ${`%${part.replace(/[!%_]/g, '!$&')}%`} escape '!'`;
const kindOf = (value: string | number | boolean): Kind => typeof value as Kind;
/** No yes-no reaches the driver: libsql ends the whole process over one. */
const bound = (value: string | number | boolean | null): string | number | null => (typeof value === 'boolean' ? Number(value) : value);
