import { sql, type Compilable, type Kysely, type RawBuilder } from 'kysely';
import { typesOf } from './column-types.ts';
import type { Dialect } from './dialect.ts';
import type { Place, Tables } from './tables.ts';
import { tallied } from './tallies.ts';
import { everywhere, never } from './unit-rows.ts';

/** Lists from indexes: units carry what their lists are ordered by, all cases are one more unit, and tallies count what is alike. */
export function lists({ schema }: Kysely<Tables>, dialect: Dialect, { prefix }: Place, collation: string | undefined): readonly (Compilable | RawBuilder<unknown>)[] {
  const { name, instant } = typesOf(dialect);
  const [units, cases] = [sql.table('units'), sql.table('cases')];
  const column = (called: 'ended' | 'due' | 'warn' | 'opened', type: RawBuilder<unknown>) => sql`alter table ${units} add column ${sql.ref(called)} ${type} not null default 0`;
  const kept = (of: RawBuilder<unknown>) => sql`(select ${of} from ${cases} as c where c.tenant = ${sql.ref('units.tenant')} and c.id = ${sql.ref('units.case_id')})`;
  const time = (of: 'due' | 'warn') => sql`coalesce(${sql.ref(`c.${of}`)}, ${sql.raw(String(never))})`;
  const [ended, due, warn] = [sql`case when c.ended is null then 0 else 1 end`, time('due'), time('warn')];
  const index = (called: string, columns: string) => sql`create index ${sql.ref(`${prefix}units_${called}`)} on ${units} (tenant, unit, subject, ended, ${sql.raw(columns)})`;
  // What was counted at once has cells of its own names: only their sum matters.
  const alike = sql.join(tallied.filter((of) => of !== 'ended').map((of) => sql.ref(`c.${of}`)));
  return [
    column('ended', sql`integer`), column('due', instant), column('warn', instant), column('opened', instant),
    sql`update ${units} set ended = ${kept(ended)}, due = ${kept(due)}, warn = ${kept(warn)}, opened = ${kept(sql`c.opened`)}`,
    sql`insert into ${units} (tenant, unit, subject, case_id, ended, due, warn, opened) select c.tenant, ${sql.lit(everywhere)}, c.subject, c.id, ${ended}, ${due}, ${warn}, c.opened from ${cases} as c`,
    index('due', 'due, case_id, warn'), index('opened', `${dialect.name === 'sqlite' ? 'opened' : 'opened desc'}, case_id`),
    schema.createTable('tallies')
      .addColumn('tenant', name, notNull).addColumn('unit', name, notNull).addColumn('subject', 'integer', notNull).addColumn('cell', name, notNull).addColumn('shard', 'integer', notNull)
      .addColumn('method', name, notNull).addColumn('kind', name, notNull).addColumn('source', name, notNull).addColumn('step', name, notNull)
      .addColumn('ending', name).addColumn('outcome', name).addColumn('broken', 'integer', notNull).addColumn('ended', 'integer').addColumn('n', 'bigint', notNull)
      .addPrimaryKeyConstraint(`${prefix}tallies_key`, ['tenant', 'unit', 'subject', 'cell', 'shard']).modifyEnd(dialect.table('keyed', collation)),
    sql`insert into ${sql.table('tallies')} (tenant, unit, subject, cell, shard, ${sql.raw(tallied.join(', '))}, n)
      select g.tenant, g.unit, g.subject, ${dialect.name === 'mysql' ? sql`concat('#', row_number() over ())` : sql`'#' || row_number() over ()`}, 0, ${sql.raw(tallied.map((of) => `g.${of}`).join(', '))}, g.n
      from (select u.tenant, u.unit, u.subject, ${alike}, case when c.ended is null then null else 1 end as ended, count(*) as n from ${units} as u join ${cases} as c on c.tenant = u.tenant and c.id = u.case_id
        group by u.tenant, u.unit, u.subject, ${alike}, case when c.ended is null then null else 1 end) as g`,
  ];
}

const notNull = <T extends { notNull(): T }>(column: T): T => column.notNull();
