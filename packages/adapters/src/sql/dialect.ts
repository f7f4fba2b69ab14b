import { MysqlAdapter, MysqlIntrospector, MysqlQueryCompiler, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql, type Dialect as KyselyDialect, type RawBuilder } from 'kysely';

type Sql = RawBuilder<unknown>;
type Condition = RawBuilder<boolean>;

/** All in which the three kinds of database differ. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres' | 'mysql';
  readonly kysely: Omit<KyselyDialect, 'createDriver'>;
  /** Names, long texts, instants and hashes, compared by code point. */
  readonly types: { readonly name: string | Sql; readonly text: string | Sql; readonly instant: string | Sql; readonly hash: string | Sql };
  /** Ends a table that is looked up by its key, and one that only grows. `collation`: what the server offers. */
  table(kind: 'keyed' | 'grows', collation?: string): Sql;
  /** Index parts. */
  readonly index: {
    /** Dated ones by date before undated ones. */
    readonly due: readonly Sql[];
    /** The beginning of the open cases’ index by date, and where they are all it holds. */
    readonly open: { readonly leads: readonly Sql[]; readonly where?: Sql };
    readonly text: Sql;
    /** The newest first, ties by id. */
    readonly newest: readonly Sql[];
    /** Who is awaited at a unit. */
    readonly post: readonly Sql[];
    /** Only rows that have this column. */
    having(column: string): Sql;
  };
  /** Joins what is on the left to what is found for it on the right, in this order. */
  readonly driving: Sql;
  /** Into how many rows a tally is cut: as many writers at once seldom wait for each other. */
  readonly shards: number;
  /** A column of the case table beside those that are written. */
  readonly undated?: Sql;
  /** Locks what is read until the transaction ends. */
  readonly locked: Sql;
  /** The same, passing over what somebody else has locked. */
  readonly free: Sql;
  /** At the end of an insert: rows that are there stay; are replaced; are added to. */
  readonly keep: Sql;
  replace(keys: readonly string[], columns: readonly string[]): Sql;
  add(table: string, keys: readonly string[], ...columns: readonly string[]): Sql;
  /** One more of a sequence, and the statement whose row tells which; in one where it can be. */
  next(tenant: Sql, name: Sql): readonly Sql[];
  /** Ascending or descending, missing ones last. */
  missingLast(column: string, direction: Sql): Sql;
  /** Whether a case has a due time, so that the index finds it. */
  dueIs(missing: boolean): Condition;
  /** A number that is compared with a number. */
  number(value: number): Sql;
  /** A text value compared by its index: by its beginning, `loosely`, where that is all that the index holds, and then whole. */
  text(compare: (operand: Sql, given: (value: Sql) => Sql, loosely: boolean) => Condition): Condition;
  /** A part of a text, without regard to ASCII case. */
  contains(operand: Sql, part: string): Condition;
  /** A part of a text, sign by sign. */
  holds(operand: Sql, part: string): Condition;
  /** A whole number as text: however large, no driver changes it. */
  digits(number: Sql): Sql;
  /** All rows from an offset on, or a stretch. */
  stretch(offset: number, limit: number | undefined): Sql;
}

const pattern = (part: string): string => `%${part.replace(/[!%_]/g, '!$&')}%`;
const assign = (columns: readonly string[], value: (column: string) => Sql): Sql => sql.join(columns.map((name) => sql`${sql.ref(name)} = ${value(name)}`));
const refs = (columns: readonly string[]): readonly Sql[] => columns.map((name) => sql.ref(name));
const whole = (n: number): Sql => sql.raw(String(Math.trunc(n)));
const isNull = sql`due is null`;
const newest = [sql`opened desc`, sql.ref('id')];

/** SQLite: one writer at a time, so nothing has to be locked. */
export const sqlite: Dialect = {
  name: 'sqlite',
  kysely: { createAdapter: () => new SqliteAdapter(), createIntrospector: (db) => new SqliteIntrospector(db), createQueryCompiler: () => new SqliteQueryCompiler() },
  types: { name: 'varchar(191)', text: 'text', instant: 'bigint', hash: 'char(64)' },
  table: (kind) => (kind === 'keyed' ? sql`without rowid` : sql``),
  index: { due: [isNull, ...refs(['due', 'id'])], open: { leads: refs(['ended']) }, text: sql.ref('text'), newest: refs(['opened', 'id']), post: refs(['unit', 'role', 'person', 'case_id']), having: (column) => sql`where ${sql.ref(column)} is not null` },
  driving: sql`cross join`,
  shards: 1,
  locked: sql``,
  free: sql``,
  keep: sql`on conflict do nothing`,
  replace: (keys, columns) => sql`on conflict (${sql.join(refs(keys))}) do update set ${assign(columns, (name) => sql`excluded.${sql.ref(name)}`)}`,
  add: (table, keys, ...columns) => sql`on conflict (${sql.join(refs(keys))}) do update set ${assign(columns, (name) => sql`${sql.ref(`${table}.${name}`)} + excluded.${sql.ref(name)}`)}`,
  next: (tenant, name) => [sql`insert into ${sql.table('sequences')} (tenant, name, last) values (${tenant}, ${name}, 1) on conflict (tenant, name) do update set last = ${sql.ref('sequences.last')} + 1 returning last`],
  missingLast: (column, direction) => sql`${sql.ref(column)} is null, ${sql.ref(column)} ${direction}`,
  dueIs: (missing) => sql`(c.due is null) = ${missing ? sql`(1 = 1)` : sql`(1 = 0)`}`,
  number: (value) => sql`${value}`,
  text: (compare) => compare(sql`text`, (value) => value, false),
  contains: (operand, part) => sql`${operand} like ${pattern(part)} escape '!'`,
  holds: (operand, part) => sql`instr(${operand}, ${part}) > 0`,
  digits: (number) => sql`cast(${number} as text)`,
  stretch: (offset, limit) => (limit === undefined && !offset ? sql`` : sql`limit ${limit ?? -1} offset ${offset}`),
};

/** PostgreSQL: texts by code point whatever the database’s own order, instants as numbers that a driver gives back as such. */
export const postgres: Dialect = {
  ...sqlite,
  name: 'postgres',
  kysely: { createAdapter: () => new PostgresAdapter(), createIntrospector: (db) => new PostgresIntrospector(db), createQueryCompiler: () => new PostgresQueryCompiler() },
  types: { name: sql`varchar(191) collate "C"`, text: sql`text collate "C"`, instant: sql`double precision`, hash: sql`char(64) collate "C"` },
  table: () => sql``,
  // An entry of an index holds 2,700 bytes at the most: a long text is found by its beginning. Missing ones come last by themselves.
  index: { ...sqlite.index, due: refs(['due', 'id']), open: { leads: [], where: sql`where ended is null` }, text: sql`(left(text, 191))`, newest },
  driving: sql`join`,
  shards: 8,
  locked: sql`for update`,
  free: sql`for update skip locked`,
  missingLast: (column, direction) => sql`${sql.ref(column)} ${direction} nulls last`,
  dueIs: (missing) => (missing ? sql`c.due is null` : sql`c.due is not null`),
  number: (value) => sql`cast(${value} as double precision)`,
  text: (compare) => sql`${compare(sql`left(text, 191)`, (value) => sql`left(${value}, 191)`, true)} and ${compare(sql`text`, (value) => value, false)}`,
  contains: (operand, part) => sql`${operand} ilike ${pattern(part)} escape '!'`,
  holds: (operand, part) => sql`strpos(${operand}, ${part}) > 0`,
  stretch: (offset, limit) => sql`${limit === undefined ? sql`` : sql`limit ${whole(limit)}`} ${offset ? sql`offset ${whole(offset)}` : sql``}`,
};

/** MySQL 8 and MariaDB: no partial index and none over an expression, keys of at most 3,072 bytes, and a driver that may send no number as a limit. */
export const mysql: Dialect = {
  ...sqlite,
  name: 'mysql',
  kysely: { createAdapter: () => new MysqlAdapter(), createIntrospector: (db) => new MysqlIntrospector(db), createQueryCompiler: () => new MysqlQueryCompiler() },
  types: { name: 'varchar(191)', text: sql`longtext`, instant: sql`double`, hash: 'char(64)' },
  table: (_, collation) => sql`engine=InnoDB default charset=utf8mb4 collate=${sql.raw(collation ?? 'utf8mb4_bin')}`,
  index: { due: refs(['undated', 'due', 'id']), open: { leads: refs(['ended']) }, text: sql`text(191)`, newest, post: refs(['unit', 'role', 'case_id']), having: () => sql`` },
  driving: sql`straight_join`,
  shards: 8,
  undated: sql`undated tinyint generated always as (due is null) stored`,
  locked: sql`for update`,
  free: sql`for update skip locked`,
  keep: sql`on duplicate key update tenant = tenant`,
  replace: (_, columns) => sql`on duplicate key update ${assign(columns, (name) => sql`values(${sql.ref(name)})`)}`,
  add: (_, __, ...columns) => sql`on duplicate key update ${assign(columns, (name) => sql`${sql.ref(name)} + values(${sql.ref(name)})`)}`,
  next: (tenant, name) => [
    sql`insert into ${sql.table('sequences')} (tenant, name, last) values (${tenant}, ${name}, last_insert_id(1)) on duplicate key update last = last_insert_id(last + 1)`,
    sql`select last_insert_id() as last`,
  ],
  missingLast: (column, direction) => (column === 'c.due' ? sql`c.undated, c.due ${direction}` : sqlite.missingLast(column, direction)),
  dueIs: (missing) => sql`c.undated = ${missing ? sql`1` : sql`0`}`,
  digits: (number) => sql`cast(${number} as char)`,
  contains: (operand, part) => (foreignCase.test(part) ? sql`${operand} regexp ${asciiCase(part)}` : sql`lower(${operand}) like ${pattern(part.toLowerCase())} escape '!'`),
  stretch: (offset, limit) => (limit === undefined && !offset ? sql`` : sql`limit ${limit === undefined ? sql`18446744073709551615` : whole(limit)} offset ${whole(offset)}`),
};

/** Letters beyond ASCII that have a case: `lower` would fold them too. */
const foreignCase = /(?![A-Za-z])[\p{Lu}\p{Ll}\p{Lt}]/u;
const asciiCase = (part: string): string => part.replace(/[A-Za-z]|[\\^$.*+?()[\]{}|/]/g, (sign) => (/[A-Za-z]/.test(sign) ? `[${sign.toLowerCase()}${sign.toUpperCase()}]` : `\\${sign}`));
