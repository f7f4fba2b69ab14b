import { sql, type Compilable, type SchemaModule } from 'kysely';

/** What the tables hold. Every key leads with the tenant; types and queries are those that PostgreSQL and MySQL know too. */
export interface Tables {
  /** The truth: what happened, as canonical text, each with the hash of the one before. Only ever added to. */
  bihuan_events: { tenant: string; case_id: string; seq: number; at: number; recorded: number; type: string; body: string; hash: string };
  /** Each chain's head, kept apart from it so that a cut tail shows; and the state that the events have made. */
  bihuan_heads: { tenant: string; case_id: string; version: number; hash: string; state: string };
  /** What lists read. `detail`: the row's units, values and awaited, as JSON. */
  bihuan_cases: {
    tenant: string; id: string; method: string; kind: string; source: string; step: string; ending: string | null; outcome: string | null; home: string; holder: string;
    opened: number; ended: number | null; due: number | null; warn: number | null; broken: number; next: number | null; version: number; search: string;
    subject: number; detail: string;
  };
  /** One value of a row: `kind` 0 yes-no (as 0 or 1 in `number`), 1 number, 2 text. A missing value has no row. */
  bihuan_values: { tenant: string; case_id: string; name: string; kind: number; number: number | null; text: string | null };
  /** The home of a case and every unit above it. */
  bihuan_units: { tenant: string; unit: string; subject: number; case_id: string };
  bihuan_awaited: { tenant: string; case_id: string; nr: number; what: string; person: string | null; role: string | null; unit: string | null };
  bihuan_acted: { tenant: string; person: string; case_id: string };
  bihuan_keys: { tenant: string; name: string; digest: string; outcome: string };
  bihuan_sequences: { tenant: string; name: string; last: number };
  /** What a norm has counted, of whom, in a period (empty: ever). */
  bihuan_counts: { tenant: string; norm: string; period: string; whose: string; value: number };
  /** What periods that are over came to. Only ever added to. */
  bihuan_periods: { tenant: string; norm: string; period: string; whose: string; unit: string; ends: number; value: number; met: number };
  /** What is still to follow in other cases, in the order of `nr`; a row goes when it is done. */
  bihuan_follows: { tenant: string; nr: number; id: string; at: number; body: string };
}

/** One change of the tables, as statements to run in order. */
export interface Migration { readonly name: string; statements(schema: SchemaModule): readonly Compilable[] }

const name = 'varchar(191)'; // the longest that MySQL takes into a key of four
const clustered = sql`without rowid`;

/** The tables' history: a change is a further entry, never an edit. */
export const migrations: readonly Migration[] = [{ name: '0001-cases', statements: (schema) => [
  schema.createTable('bihuan_events')
    .addColumn('tenant', name, notNull).addColumn('case_id', name, notNull).addColumn('seq', 'integer', notNull)
    .addColumn('at', 'bigint', notNull).addColumn('recorded', 'bigint', notNull).addColumn('type', name, notNull)
    .addColumn('body', 'text', notNull).addColumn('hash', 'char(64)', notNull)
    .addPrimaryKeyConstraint('bihuan_events_key', ['tenant', 'case_id', 'seq']),
  schema.createTable('bihuan_heads')
    .addColumn('tenant', name, notNull).addColumn('case_id', name, notNull).addColumn('version', 'integer', notNull)
    .addColumn('hash', 'char(64)', notNull).addColumn('state', 'text', notNull)
    .addPrimaryKeyConstraint('bihuan_heads_key', ['tenant', 'case_id']),

  schema.createTable('bihuan_cases')
    .addColumn('tenant', name, notNull).addColumn('id', name, notNull).addColumn('method', name, notNull).addColumn('kind', name, notNull)
    .addColumn('source', name, notNull).addColumn('step', name, notNull).addColumn('ending', name).addColumn('outcome', name)
    .addColumn('home', name, notNull).addColumn('holder', name, notNull)
    .addColumn('opened', 'bigint', notNull).addColumn('ended', 'bigint').addColumn('due', 'bigint').addColumn('warn', 'bigint')
    .addColumn('broken', 'integer', notNull).addColumn('next', 'bigint').addColumn('version', 'integer', notNull)
    .addColumn('search', 'text', notNull).addColumn('subject', 'integer', notNull).addColumn('detail', 'text', notNull)
    .addPrimaryKeyConstraint('bihuan_cases_key', ['tenant', 'id']),
  // What other tables have found is looked up here, without reading the rows.
  schema.createIndex('bihuan_cases_id').on('bihuan_cases').columns(['tenant', 'subject', 'id']),
  schema.createIndex('bihuan_cases_next').on('bihuan_cases').columns(['tenant', 'next', 'id']),
  // Pages come out of an index in order: `due is null` first, as the list sorts missing ones last.
  schema.createIndex('bihuan_cases_due').on('bihuan_cases').columns(['tenant', 'subject']).expression(sql`due is null`).columns(['due', 'id']),
  schema.createIndex('bihuan_cases_ended').on('bihuan_cases').columns(['tenant', 'subject', 'ended']).expression(sql`due is null`).columns(['due', 'id']),
  schema.createIndex('bihuan_cases_opened').on('bihuan_cases').columns(['tenant', 'subject', 'opened', 'id']),
  schema.createIndex('bihuan_cases_step').on('bihuan_cases').columns(['tenant', 'subject', 'step']).expression(sql`due is null`).columns(['due', 'id']),
  schema.createIndex('bihuan_cases_kind').on('bihuan_cases').columns(['tenant', 'subject', 'kind', 'id']),
  schema.createIndex('bihuan_cases_home').on('bihuan_cases').columns(['tenant', 'subject', 'home']).expression(sql`due is null`).columns(['due', 'id']),

  schema.createTable('bihuan_values')
    .addColumn('tenant', name, notNull).addColumn('case_id', name, notNull).addColumn('name', name, notNull)
    .addColumn('kind', 'integer', notNull).addColumn('number', 'double precision').addColumn('text', 'text')
    .addPrimaryKeyConstraint('bihuan_values_key', ['tenant', 'case_id', 'name']).modifyEnd(clustered),
  schema.createIndex('bihuan_values_number').on('bihuan_values').columns(['tenant', 'name', 'number', 'case_id']).where('number', 'is not', null),
  schema.createIndex('bihuan_values_text').on('bihuan_values').columns(['tenant', 'name', 'text', 'case_id']).where('text', 'is not', null),

  schema.createTable('bihuan_units')
    .addColumn('tenant', name, notNull).addColumn('unit', name, notNull).addColumn('subject', 'integer', notNull).addColumn('case_id', name, notNull)
    .addPrimaryKeyConstraint('bihuan_units_key', ['tenant', 'unit', 'subject', 'case_id']).modifyEnd(clustered),
  schema.createTable('bihuan_awaited')
    .addColumn('tenant', name, notNull).addColumn('case_id', name, notNull).addColumn('nr', 'integer', notNull).addColumn('what', name, notNull)
    .addColumn('person', name).addColumn('role', name).addColumn('unit', name)
    .addPrimaryKeyConstraint('bihuan_awaited_key', ['tenant', 'case_id', 'nr']).modifyEnd(clustered),
  schema.createIndex('bihuan_awaited_person').on('bihuan_awaited').columns(['tenant', 'person', 'case_id']),
  schema.createIndex('bihuan_awaited_post').on('bihuan_awaited').columns(['tenant', 'unit', 'role', 'person', 'case_id']),
  schema.createTable('bihuan_acted')
    .addColumn('tenant', name, notNull).addColumn('person', name, notNull).addColumn('case_id', name, notNull)
    .addPrimaryKeyConstraint('bihuan_acted_key', ['tenant', 'person', 'case_id']).modifyEnd(clustered),

  schema.createTable('bihuan_keys')
    .addColumn('tenant', name, notNull).addColumn('name', name, notNull).addColumn('digest', name, notNull).addColumn('outcome', 'text', notNull)
    .addPrimaryKeyConstraint('bihuan_keys_key', ['tenant', 'name']).modifyEnd(clustered),
  schema.createTable('bihuan_sequences')
    .addColumn('tenant', name, notNull).addColumn('name', name, notNull).addColumn('last', 'bigint', notNull)
    .addPrimaryKeyConstraint('bihuan_sequences_key', ['tenant', 'name']).modifyEnd(clustered),

  schema.createTable('bihuan_counts')
    .addColumn('tenant', name, notNull).addColumn('norm', name, notNull).addColumn('period', name, notNull).addColumn('whose', name, notNull)
    .addColumn('value', 'double precision', notNull)
    .addPrimaryKeyConstraint('bihuan_counts_key', ['tenant', 'norm', 'period', 'whose']).modifyEnd(clustered),
  schema.createTable('bihuan_periods')
    .addColumn('tenant', name, notNull).addColumn('norm', name, notNull).addColumn('period', name, notNull).addColumn('whose', name, notNull)
    .addColumn('unit', name, notNull).addColumn('ends', 'bigint', notNull).addColumn('value', 'double precision', notNull).addColumn('met', 'integer', notNull)
    .addPrimaryKeyConstraint('bihuan_periods_key', ['tenant', 'norm', 'period', 'whose']).modifyEnd(clustered),
  schema.createIndex('bihuan_periods_whose').on('bihuan_periods').columns(['tenant', 'norm', 'whose', 'period']),
  schema.createTable('bihuan_follows')
    .addColumn('tenant', name, notNull).addColumn('nr', 'bigint', notNull).addColumn('id', name, notNull).addColumn('at', 'bigint', notNull).addColumn('body', 'text', notNull)
    .addPrimaryKeyConstraint('bihuan_follows_key', ['tenant', 'nr']).modifyEnd(clustered),
  schema.createIndex('bihuan_follows_id').unique().on('bihuan_follows').columns(['tenant', 'id']),
  schema.createIndex('bihuan_follows_at').on('bihuan_follows').columns(['tenant', 'at', 'nr']),
] }];

const notNull = <T extends { notNull(): T }>(column: T): T => column.notNull();
