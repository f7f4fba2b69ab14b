import { sql, type RawBuilder } from 'kysely';
import type { Dialect } from './dialect.ts';
import { typesOf } from './column-types.ts';
import type { Place } from './tables.ts';

type Sql = RawBuilder<unknown>;

/** How a kind of database keeps the words of texts, and finds the rows that have all of some. */
interface TextIndex {
  readonly table: (dialect: Dialect, place: Place, collation: string | undefined) => Sql;
  readonly index: (place: Place) => readonly Sql[];
  /** `select case_id from …` */
  readonly find: (tenant: string, words: readonly string[]) => Sql;
}

const texts = sql.table('texts');
const key = ({ prefix }: Place) => sql.ref(`${prefix}texts_key`);
const columns = (dialect: Dialect): Sql => sql`tenant ${typesOf(dialect).name} not null, case_id ${typesOf(dialect).name} not null`;

/** FTS5 over a table with numbers of its own: a number that SQLite gives by itself may change. Triggers keep it, so that it is written with the table. */
const sqlite: TextIndex = {
  table: (dialect, place) => sql`create table ${texts} (nr integer primary key, ${columns(dialect)}, grams text not null, constraint ${key(place)} unique (tenant, case_id))`,
  index({ prefix }) {
    const index = sql.table('text_index');
    const trigger = (event: string, body: Sql) => sql`create trigger ${sql.ref(`${prefix}texts_${event}`)} after ${sql.raw(event)} on ${texts} begin ${body} end`;
    const add = sql`insert into ${index} (rowid, grams) values (new.nr, new.grams);`;
    const remove = sql`insert into ${index} (${index}, rowid, grams) values ('delete', old.nr, old.grams);`;
    return [
      sql`create virtual table ${index} using fts5 (grams, content=${sql.lit(`${prefix}texts`)}, content_rowid='nr', detail=none, columnsize=0, tokenize='ascii')`,
      sql`insert into ${index} (${index}) values ('rebuild')`,
      trigger('insert', add), trigger('delete', remove), trigger('update', sql`${remove} ${add}`),
    ];
  },
  find: (tenant, words) => sql`select t.case_id from (select rowid as nr from ${sql.table('text_index')} where ${sql.table('text_index')} match ${words.join(' ')}) as i cross join ${texts} as t on t.nr = i.nr where t.tenant = ${tenant}`,
};

/** A GIN index over the words as an array. */
const postgres: TextIndex = {
  table: (dialect, place) => sql`create table ${texts} (${columns(dialect)}, grams ${typesOf(dialect).text} not null, constraint ${key(place)} primary key (tenant, case_id))`,
  index: ({ prefix }) => [sql`create index ${sql.ref(`${prefix}texts_grams`)} on ${texts} using gin (string_to_array(grams, ' '))`],
  find: (tenant, words) => sql`select case_id from ${texts} where string_to_array(grams, ' ') @> string_to_array(${words.join(' ')}, ' ') and tenant = ${tenant}`,
};

/** InnoDB’s full text: what is committed is found. */
const mysql: TextIndex = {
  table: (dialect, place, collation) => sql`create table ${texts} (${columns(dialect)}, grams longtext character set ascii collate ascii_bin not null, constraint ${key(place)} primary key (tenant, case_id)) ${dialect.table('keyed', collation)}`,
  index: ({ prefix }) => [sql`create fulltext index ${sql.ref(`${prefix}texts_grams`)} on ${texts} (grams)`],
  find: (tenant, words) => sql`select case_id from ${texts} where match (grams) against (${words.map((word) => `+${word}`).join(' ')} in boolean mode) and tenant = ${tenant}`,
};

/** What each database offers for texts. */
export const textIndexes: Readonly<Record<Dialect['name'], TextIndex>> = { sqlite, postgres, mysql };
