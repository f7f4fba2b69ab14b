import { sql, type Compilable, type Kysely, type RawBuilder } from 'kysely';
import { typesOf } from './column-types.ts';
import type { Dialect } from './dialect.ts';
import { entries } from './migrate-entries.ts';
import { lists } from './migrate-lists.ts';
import { personalData } from './migrate-personal.ts';
import { fillTexts } from './migrate-texts.ts';
import { queriesIn, Statements } from './queries.ts';
import type { Fill } from './statement.ts';
import type { Place, Tables } from './tables.ts';
import { textIndexes } from './text-index.ts';

/** One change of the tables, as statements to run in order, and what is to be written then. */
export interface Migration { readonly name: string; readonly statements: readonly string[]; readonly fill?: Fill }

/** Makes the table in which migrations are kept, unless it is there. */
export const keepMigrations = (dialect: Dialect, place: Place, collation?: string): string =>
  sql`create table if not exists ${sql.table('migrations')} (name varchar(191) not null primary key, applied timestamp not null default current_timestamp) ${dialect.name === 'mysql' ? dialect.table('keyed', collation) : sql``}`.compile(queriesIn(dialect, place)).sql;

/** The tables' history in one dialect: a change is a further entry, never an edit. `collation`: what a MySQL server has to compare texts by code point. */
export function migrationsIn(dialect: Dialect, place: Place, collation?: string): readonly Migration[] {
  const queries = queriesIn(dialect, place);
  const compiled = (statements: readonly (Compilable | RawBuilder<unknown>)[]) => statements.map((each) => each.compile(queries).sql);
  return [{ name: '0001-cases', statements: compiled(cases(queries, dialect, place, collation)) }, { name: '0002-follows', statements: compiled(follows) },
    { name: '0003-outbox', statements: compiled(outbox(queries, dialect, place, collation)) },
    { name: '0004-lists', statements: compiled(lists(queries, dialect, place, collation)) },
    { name: '0005-entries', statements: compiled(entries(queries, dialect, place, collation)) },
    { name: '0006-personal', statements: compiled(personalData(queries, dialect, place, collation)) },
    { name: '0007-period-ends', statements: compiled([sql`create index ${sql.ref(`${place.prefix}periods_ends`)} on ${sql.table('periods')} (tenant, norm, ends)`]) },
    { name: '0008-texts', statements: compiled([textIndexes[dialect.name].table(dialect, place, collation)]), fill: fillTexts(dialect, new Statements(dialect, place)) },
    // An index is made faster of all rows than row by row.
    { name: '0009-text-index', statements: compiled(textIndexes[dialect.name].index(place)) }];
}

function cases({ schema }: Kysely<Tables>, dialect: Dialect, { prefix }: Place, collation: string | undefined): readonly (Compilable | RawBuilder<unknown>)[] {
  const { name, text, instant, hash } = typesOf(dialect);
  const { due, open, text: byText, newest, post, having } = dialect.index;
  const [keyed, grows] = [dialect.table('keyed', collation), dialect.table('grows', collation)];
  const index = (kind: string, table: keyof Tables, columns: readonly (string | RawBuilder<unknown>)[], where: RawBuilder<unknown> = sql``) =>
    sql`create ${sql.raw(kind === 'unique' ? 'unique index' : 'index')} ${sql.ref(`${prefix}${table}_${kind === 'unique' ? 'id' : kind}`)} on ${sql.table(table)} (${sql.join(['tenant', ...columns].map((column) => (typeof column === 'string' ? sql.ref(column) : column)))}) ${where}`;
  const table = (called: keyof Tables) => schema.createTable(called);
  const key = (called: keyof Tables) => `${prefix}${called}_key`;
  return [
    table('events')
      .addColumn('tenant', name, notNull).addColumn('case_id', name, notNull).addColumn('seq', 'integer', notNull)
      .addColumn('at', instant, notNull).addColumn('recorded', instant, notNull).addColumn('type', name, notNull)
      .addColumn('body', text, notNull).addColumn('hash', hash, notNull)
      .addPrimaryKeyConstraint(key('events'), ['tenant', 'case_id', 'seq']).modifyEnd(grows),
    table('heads')
      .addColumn('tenant', name, notNull).addColumn('case_id', name, notNull).addColumn('version', 'integer', notNull)
      .addColumn('hash', hash, notNull).addColumn('state', text, notNull)
      .addPrimaryKeyConstraint(key('heads'), ['tenant', 'case_id']).modifyEnd(grows),

    table('cases')
      .addColumn('tenant', name, notNull).addColumn('id', name, notNull).addColumn('method', name, notNull).addColumn('kind', name, notNull)
      .addColumn('source', name, notNull).addColumn('step', name, notNull).addColumn('ending', name).addColumn('outcome', name)
      .addColumn('home', name, notNull).addColumn('holder', name, notNull)
      .addColumn('opened', instant, notNull).addColumn('ended', instant).addColumn('due', instant).addColumn('warn', instant)
      .addColumn('broken', 'integer', notNull).addColumn('next', instant).addColumn('version', 'integer', notNull)
      .addColumn('search', text, notNull).addColumn('subject', 'integer', notNull).addColumn('detail', text, notNull)
      .addPrimaryKeyConstraint(key('cases'), ['tenant', 'id']).modifyEnd(grows),
    ...(dialect.undated ? [sql`alter table ${sql.table('cases')} add column ${dialect.undated}`] : []),
    // What other tables have found is looked up here, without reading the rows.
    index('id', 'cases', ['subject', 'id']),
    index('next', 'cases', ['next', 'id']),
    // Pages come out of an index in order, missing ones last.
    index('due', 'cases', ['subject', ...due]),
    index('ended', 'cases', ['subject', ...open.leads, ...due], open.where),
    index('opened', 'cases', ['subject', ...newest]),
    index('step', 'cases', ['subject', 'step', ...due]),
    index('kind', 'cases', ['subject', 'kind', 'id']),
    index('home', 'cases', ['subject', 'home', ...due]),

    table('values')
      .addColumn('tenant', name, notNull).addColumn('case_id', name, notNull).addColumn('name', name, notNull)
      .addColumn('kind', 'integer', notNull).addColumn('number', 'double precision').addColumn('text', text)
      .addPrimaryKeyConstraint(key('values'), ['tenant', 'case_id', 'name']).modifyEnd(keyed),
    index('number', 'values', ['name', 'number', 'case_id'], having('number')),
    index('text', 'values', ['name', byText, 'case_id'], having('text')),

    table('units')
      .addColumn('tenant', name, notNull).addColumn('unit', name, notNull).addColumn('subject', 'integer', notNull).addColumn('case_id', name, notNull)
      .addPrimaryKeyConstraint(key('units'), ['tenant', 'unit', 'subject', 'case_id']).modifyEnd(keyed),
    table('awaited')
      .addColumn('tenant', name, notNull).addColumn('case_id', name, notNull).addColumn('nr', 'integer', notNull).addColumn('what', name, notNull)
      .addColumn('person', name).addColumn('role', name).addColumn('unit', name)
      .addPrimaryKeyConstraint(key('awaited'), ['tenant', 'case_id', 'nr']).modifyEnd(keyed),
    index('person', 'awaited', ['person', 'case_id']),
    index('post', 'awaited', post),
    table('acted')
      .addColumn('tenant', name, notNull).addColumn('person', name, notNull).addColumn('case_id', name, notNull)
      .addPrimaryKeyConstraint(key('acted'), ['tenant', 'person', 'case_id']).modifyEnd(keyed),

    table('keys')
      .addColumn('tenant', name, notNull).addColumn('name', name, notNull).addColumn('digest', name, notNull).addColumn('outcome', text, notNull)
      .addPrimaryKeyConstraint(key('keys'), ['tenant', 'name']).modifyEnd(keyed),
    table('sequences')
      .addColumn('tenant', name, notNull).addColumn('name', name, notNull).addColumn('last', 'bigint', notNull)
      .addPrimaryKeyConstraint(key('sequences'), ['tenant', 'name']).modifyEnd(keyed),

    table('counts')
      .addColumn('tenant', name, notNull).addColumn('norm', name, notNull).addColumn('period', name, notNull).addColumn('whose', name, notNull)
      .addColumn('value', 'double precision', notNull)
      .addPrimaryKeyConstraint(key('counts'), ['tenant', 'norm', 'period', 'whose']).modifyEnd(keyed),
    table('periods')
      .addColumn('tenant', name, notNull).addColumn('norm', name, notNull).addColumn('period', name, notNull).addColumn('whose', name, notNull)
      .addColumn('unit', name, notNull).addColumn('ends', instant, notNull).addColumn('value', 'double precision', notNull).addColumn('met', 'integer', notNull)
      .addPrimaryKeyConstraint(key('periods'), ['tenant', 'norm', 'period', 'whose']).modifyEnd(keyed),
    index('whose', 'periods', ['norm', 'whose', 'period']),
    table('follows')
      .addColumn('tenant', name, notNull).addColumn('nr', 'bigint', notNull).addColumn('id', name, notNull).addColumn('at', instant, notNull).addColumn('body', text, notNull)
      .addPrimaryKeyConstraint(key('follows'), ['tenant', 'nr']).modifyEnd(keyed),
    index('unique', 'follows', ['id']),
    index('at', 'follows', ['at', 'nr']),
  ];
}

/** Follow-ups take their numbers from a sequence of their own: several processes write them at once. */
const follows = [sql`insert into ${sql.table('sequences')} (tenant, name, last) select tenant, '#follows', max(nr) from ${sql.table('follows')} group by tenant`];

/** What consumers are still to be told. */
function outbox({ schema }: Kysely<Tables>, dialect: Dialect, { prefix }: Place, collation: string | undefined): readonly (Compilable | RawBuilder<unknown>)[] {
  const { name, text, instant } = typesOf(dialect);
  return [
    schema.createTable('outbox')
      .addColumn('tenant', name, notNull).addColumn('consumer', name, notNull).addColumn('case_id', name, notNull)
      .addColumn('seq', 'integer', notNull).addColumn('last', 'integer', notNull)
      .addColumn('tries', 'integer', notNull).addColumn('tried', instant).addColumn('reason', text).addColumn('next', instant)
      .addPrimaryKeyConstraint(`${prefix}outbox_key`, ['tenant', 'consumer', 'case_id']).modifyEnd(dialect.table('keyed', collation)),
    sql`create index ${sql.ref(`${prefix}outbox_next`)} on ${sql.table('outbox')} (${sql.join(['tenant', 'consumer', 'next', 'case_id'].map((column) => sql.ref(column)))})`,
  ];
}

const notNull = <T extends { notNull(): T }>(column: T): T => column.notNull();
