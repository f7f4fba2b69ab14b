import { sql, type RawBuilder } from 'kysely';
import type { AwaitsFilter, CaseQuery, CaseRow, Filter } from '@bihuan/core';
import type { Dialect } from './dialect.ts';
import { gramsOf } from './grams.ts';
import { plain } from './plain-text.ts';
import { tallied } from './tallies.ts';
import { textIndexes } from './text-index.ts';
import { never } from './unit-rows.ts';

type Sql = RawBuilder<unknown>;
type Condition = RawBuilder<boolean>;

/** One thing that a query asks for. */
export interface Clause {
  /** Tested on a case in a unit’s list: `u`, and its row `c` where `needs` says so. */
  readonly test: Condition;
  readonly needs: 'list' | 'row';
  /** Its answer is in the tallies: `test` may be asked of their rows too, by the name of `c`. */
  readonly tallied: boolean;
  /** The ids of all that meet it, each once, read from an index: `select case_id from …`. */
  readonly lookUp?: Sql;
}

/** All that a query asks for, and whether of open cases, of ended ones, or of both. */
export interface Clauses { readonly clauses: readonly Clause[]; readonly ended: readonly (0 | 1)[] }

/** What a query asks for besides unit and order. */
export function clausesOf(dialect: Dialect, tenant: string, { where = [], search, awaits, actedBy }: CaseQuery): Clauses {
  const ended = ([0, 1] as const).filter((flag) => where.every((filter) => !isEndedFilter(filter) || flag === Number(filter.value !== false)));
  const clauses = where.filter((filter) => !isEndedFilter(filter)).map((filter) => filterClause(dialect, tenant, filter));
  if (search) clauses.push(...searchClauses(dialect, tenant, plain(search)));
  if (awaits) clauses.push(awaitsClause(tenant, awaits));
  if (actedBy !== undefined) clauses.push(found(sql`${sql.table('acted')} where tenant = ${tenant} and person = ${actedBy}`));
  return { clauses, ended };
}

const isEndedFilter = ({ on, op }: Filter): boolean => on === 'ended' && op === 'known';
const always: Condition = sql`1 = 1`;
const nobody: Condition = sql`1 = 0`;

/** Among the rows of this table, by id: looked up, or asked for one case. */
const found = (rows: Sql): Clause => ({ test: sql`exists (select 1 from ${rows} and case_id = u.case_id)`, needs: 'list', tallied: false, lookUp: sql`select case_id from ${rows}` });

/** The words of a text that are looked up; a long one is found by its first. */
const wordsAsked = 24;

/** Two signs have one word, and what has it has them. More are found by their words, and then looked at; a single one has none, and is found by looking alone. */
function searchClauses(dialect: Dialect, tenant: string, search: string): readonly Clause[] {
  const looked = { test: dialect.contains(sql`c.search`, search), needs: 'row', tallied: false } as const;
  const words = gramsOf(tenant, search).slice(0, wordsAsked);
  if (words.length === 0) return [looked];
  const lookUp = textIndexes[dialect.name].find(tenant, words);
  return search.length === 2 ? [{ ...looked, lookUp }] : [looked, { test: always, needs: 'list', tallied: false, lookUp }];
}

/** One look-up for the person and one for each post: an `or` over them would read every awaited row of the tenant. */
function awaitsClause(tenant: string, { person, posts }: AwaitsFilter): Clause {
  const whom = [sql`person = ${person}`, ...posts.map(({ role, unit }) => sql`unit = ${unit} and (role = ${role} or role is null) and person is null`)];
  const awaited = sql`${sql.table('awaited')} where tenant = ${tenant}`;
  return {
    test: sql`exists (select 1 from ${awaited} and case_id = u.case_id and (${sql.join(whom.map((one) => sql`(${one})`), sql` or `)}))`, needs: 'list', tallied: false,
    lookUp: sql`select distinct case_id from (${sql.join(whom.map((one) => sql`select case_id from ${awaited} and ${one}`), sql` union all `)}) as w`,
  };
}

export type Kind = 'boolean' | 'number' | 'string';

/** Columns of the row, with what they hold. */
export const kinds: Readonly<Record<Exclude<keyof CaseRow, 'within' | 'values' | 'awaited'>, Kind>> = {
  id: 'string', method: 'string', kind: 'string', source: 'string', step: 'string', ending: 'string', outcome: 'string', home: 'string', holder: 'string',
  opened: 'number', ended: 'number', due: 'number', warn: 'number', broken: 'boolean', next: 'number', version: 'number', search: 'string', subject: 'boolean',
};
export const isColumn = (name: string): name is keyof typeof kinds => Object.hasOwn(kinds, name);

/** Columns that a list has at hand, and those that have an index of their own. */
const listed: Readonly<Record<string, Sql>> = { id: sql`u.case_id`, due: sql`u.due`, warn: sql`u.warn`, opened: sql`u.opened` };
/** Of these, what may be missing. */
const dated: ReadonlySet<string> = new Set(['due', 'warn']);
const indexed: Readonly<Record<string, Sql>> = { id: sql`id`, step: sql`step`, kind: sql`kind`, home: sql`home` };

/** Compares an operand with what is given; `loosely` where only the beginning of a text is compared. */
type Compare = (operand: Sql, given: (value: Sql) => Sql, loosely: boolean) => Condition;
const same = (value: Sql): Sql => value;

/** What a filter's name stands for: a column of the row, or else one of its values. A test of a value has a look-up beside it. */
interface Named {
  readonly known: Answer;
  readonly missing: Condition;
  /** It is of this kind, and so is the comparison. `byIndex`: an index of texts may answer it. */
  holds(kind: Kind, compare: Compare, byIndex?: boolean): Answer;
}
interface Answer { readonly test: Condition; readonly lookUp?: Sql }
const never_: Answer = { test: nobody };

function named(dialect: Dialect, tenant: string, name: string): Named {
  if (isColumn(name)) {
    const column = listed[name] ?? sql.ref(`c.${name}`);
    const last = dialect.number(never);
    const known: Condition = dated.has(name) ? sql`${column} < ${last}` : sql`${column} is not null`;
    return {
      known: { test: known }, missing: dated.has(name) ? sql`${column} = ${last}` : sql`${column} is null`,
      holds: (kind, compare) => (kind !== kinds[name] ? never_ : dated.has(name) ? { test: sql`(${known} and ${compare(column, same, false)})` } : {
        test: compare(column, same, false),
        ...(indexed[name] && { lookUp: sql`select id as case_id from ${sql.table('cases')} where tenant = ${tenant} and ${compare(indexed[name], same, false)}` }),
      }),
    };
  }
  const someValue = (test: Condition): Answer => found(sql`${sql.table('values')} where tenant = ${tenant} and name = ${name} and ${test}`);
  return {
    known: someValue(always),
    missing: sql`not ${someValue(always).test}`,
    holds(kind, compare, byIndex = true) {
      if (kind === 'string') return someValue(byIndex ? dialect.text(compare) : compare(sql`text`, same, false));
      return someValue(sql`${compare(sql`number`, same, false)} and kind = ${sql.raw(kind === 'number' ? '1' : '0')}`);
    },
  };
}

function filterClause(dialect: Dialect, tenant: string, filter: Filter): Clause {
  const { test, lookUp } = answerOf(dialect, named(dialect, tenant, filter.on), filter);
  const column = isColumn(filter.on);
  return { test, needs: column && !Object.hasOwn(listed, filter.on) ? 'row' : 'list', tallied: filter.on !== 'ended' && (tallied as readonly string[]).includes(filter.on), ...(lookUp && { lookUp }) };
}

function answerOf(dialect: Dialect, name: Named, { op, value }: Filter): Answer {
  const given = (Array.isArray(value) ? value : [value]) as readonly (string | number | boolean | null)[];
  const compare = (operator: '>=' | '<=' | '>' | '<'): Answer => {
    const one = given.length === 1 ? given[0]! : null;
    if (one === null) return never_;
    return name.holds(kindOf(one), (operand, whole, loosely) => sql`${operand} ${sql.raw(loosely ? `${operator[0]}=` : operator)} ${whole(bound(dialect, one))}`);
  };
  switch (op) {
    case 'is': case 'in': return oneOf(dialect, name, given);
    case 'not': return { test: sql`not coalesce(${oneOf(dialect, name, given).test}, ${nobody})` };
    case 'known': return value === false ? { test: name.missing } : name.known;
    case 'min': return compare('>=');
    case 'max': return compare('<=');
    case 'above': return compare('>');
    case 'below': return compare('<');
    // Its beginning is not known, so no index finds it.
    case 'like': return typeof value === 'string' ? { test: name.holds('string', (operand) => dialect.contains(operand, plain(value)), false).test } : never_;
  }
}

function oneOf(dialect: Dialect, name: Named, given: readonly (string | number | boolean | null)[]): Answer {
  const parts: Answer[] = [];
  for (const kind of ['string', 'number', 'boolean'] as const) {
    const alike = given.filter((one) => one !== null && kindOf(one) === kind).map((one) => bound(dialect, one!));
    if (alike.length === 1) parts.push(name.holds(kind, (operand, whole) => sql`${operand} = ${whole(alike[0]!)}`));
    if (alike.length > 1) parts.push(name.holds(kind, (operand, whole) => sql`${operand} in (${sql.join(alike.map(whole))})`));
  }
  if (given.includes(null)) parts.push({ test: name.missing });
  if (parts.length <= 1) return parts[0] ?? never_;
  return { test: sql`(${sql.join(parts.map(({ test }) => test), sql` or `)})`, ...(parts.every(({ lookUp }) => lookUp) && { lookUp: sql.join(parts.map(({ lookUp }) => lookUp!), sql` union `) }) };
}

const kindOf = (value: string | number | boolean): Kind => typeof value as Kind;
/** No yes-no reaches a driver. */
const bound = (dialect: Dialect, value: string | number | boolean): Sql => (typeof value === 'string' ? sql`${plain(value)}` : dialect.number(Number(value)));
