import { sql, type Compilable, type Kysely, type RawBuilder } from 'kysely';
import { typesOf } from './column-types.ts';
import type { Dialect } from './dialect.ts';
import type { Place, Tables } from './tables.ts';

/** Ledgers and metrics from one range of an index: what their queries find in a case lies there in the order in which it is read. Cases that are there already are marked as written by other queries. */
export function entries({ schema }: Kysely<Tables>, dialect: Dialect, { prefix }: Place, collation: string | undefined): readonly (Compilable | RawBuilder<unknown>)[] {
  const { name, text, instant } = typesOf(dialect);
  const day = sql.raw(dialect.name === 'postgres' ? 'varchar(10) collate "C"' : 'varchar(10)');
  // Where rows do not lie in the order of their key, the key's index holds the rest of them too.
  const whole = sql.raw(dialect.name === 'postgres' ? 'include (place, grp, hit, exempt, top, bottom)' : '');
  return [
    schema.createTable('entered')
      .addColumn('tenant', name, notNull).addColumn('case_id', name, notNull).addColumn('mark', name, notNull).addColumn('entries', text, notNull)
      .addPrimaryKeyConstraint(`${prefix}entered_key`, ['tenant', 'case_id']).modifyEnd(dialect.table('grows', collation)),
    sql`create index ${sql.ref(`${prefix}entered_mark`)} on ${sql.table('entered')} (tenant, mark, case_id)`,
    sql`insert into ${sql.table('entered')} (tenant, case_id, mark, entries) select tenant, id, method, '' from ${sql.table('cases')}`,
    sql`create table ${sql.table('entries')} (
      tenant ${name} not null, query ${name} not null, day ${day} not null, opened ${instant} not null, case_id ${name} not null, nr integer not null,
      place ${name} not null, grp ${name} not null, hit integer not null, exempt integer not null, top bigint not null, bottom integer not null,
      constraint ${sql.ref(`${prefix}entries_key`)} primary key (tenant, query, day, opened, case_id, nr) ${whole}) ${dialect.table('keyed', collation)}`,
    schema.createTable('sums')
      .addColumn('tenant', name, notNull).addColumn('query', name, notNull).addColumn('month', day, notNull).addColumn('cell', name, notNull)
      .addColumn('place', name, notNull).addColumn('grp', name, notNull).addColumn('exempt', 'integer', notNull).addColumn('bottom', 'integer', notNull)
      .addColumn('n', 'bigint', notNull).addColumn('hits', 'bigint', notNull).addColumn('total', 'bigint', notNull)
      .addPrimaryKeyConstraint(`${prefix}sums_key`, ['tenant', 'query', 'month', 'cell']).modifyEnd(dialect.table('keyed', collation)),
  ];
}

const notNull = <T extends { notNull(): T }>(column: T): T => column.notNull();
