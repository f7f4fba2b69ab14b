import { sql, type Compilable, type Kysely, type RawBuilder } from 'kysely';
import type { Dialect } from './dialect.ts';
import { typesOf } from './column-types.ts';
import type { Place, Tables } from './tables.ts';

/** Personal values lie beside the events: erasing one touches no event. */
export function personalData({ schema }: Kysely<Tables>, dialect: Dialect, { prefix }: Place, collation: string | undefined): readonly (Compilable | RawBuilder<unknown>)[] {
  const { name, text } = typesOf(dialect);
  return [
    schema.createTable('personal')
      .addColumn('tenant', name, (column) => column.notNull()).addColumn('case_id', name, (column) => column.notNull()).addColumn('ref', name, (column) => column.notNull()).addColumn('value', text, (column) => column.notNull())
      .addPrimaryKeyConstraint(`${prefix}personal_key`, ['tenant', 'case_id', 'ref']).modifyEnd(dialect.table('keyed', collation)),
    sql`create index ${sql.ref(`${prefix}cases_over`)} on ${sql.table('cases')} (tenant, method, ended, id)`,
  ];
}
