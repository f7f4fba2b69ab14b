import { sql } from 'kysely';
import type { Tables } from '../sql/tables.ts';
import { migrationsIn } from '../sql/index.ts';
import type { Rows } from '../sql/index.ts';
import type { Session } from './session.ts';

type Copied = Exclude<keyof Tables, 'migrations' | 'text_index'>;
/** Every table with its columns, its key first: `#` before those that are numbers. A table that is added to the store is missed here by the compiler. */
const copied: Readonly<Record<Copied, { readonly key: number; readonly columns: readonly string[] }>> = {
  events: { key: 3, columns: ['tenant', 'case_id', '#seq', '#at', '#recorded', 'type', 'body', 'hash'] },
  heads: { key: 2, columns: ['tenant', 'case_id', '#version', 'hash', 'state'] },
  cases: { key: 2, columns: ['tenant', 'id', 'method', 'kind', 'source', 'step', 'ending', 'outcome', 'home', 'holder', '#opened', '#ended', '#due', '#warn', '#broken', '#next', '#version', 'search', '#subject', 'detail'] },
  values: { key: 3, columns: ['tenant', 'case_id', 'name', '#kind', '#number', 'text'] },
  units: { key: 4, columns: ['tenant', 'unit', '#subject', 'case_id', '#ended', '#due', '#warn', '#opened'] },
  tallies: { key: 5, columns: ['tenant', 'unit', '#subject', 'cell', '#shard', 'method', 'kind', 'source', 'step', 'ending', 'outcome', '#broken', '#ended', '#n'] },
  awaited: { key: 3, columns: ['tenant', 'case_id', '#nr', 'what', 'person', 'role', 'unit'] },
  acted: { key: 3, columns: ['tenant', 'person', 'case_id'] },
  keys: { key: 2, columns: ['tenant', 'name', 'digest', 'outcome'] },
  sequences: { key: 2, columns: ['tenant', 'name', '#last'] },
  counts: { key: 4, columns: ['tenant', 'norm', 'period', 'whose', '#value'] },
  periods: { key: 4, columns: ['tenant', 'norm', 'period', 'whose', 'unit', '#ends', '#value', '#met'] },
  entered: { key: 2, columns: ['tenant', 'case_id', 'mark', 'entries'] },
  entries: { key: 6, columns: ['tenant', 'query', 'day', '#opened', 'case_id', '#nr', 'place', 'grp', '#hit', '#exempt', '#top', '#bottom'] },
  sums: { key: 4, columns: ['tenant', 'query', 'month', 'cell', 'place', 'grp', '#exempt', '#bottom', '#n', '#hits', '#total'] },
  personal: { key: 3, columns: ['tenant', 'case_id', 'ref', 'value'] },
  texts: { key: 2, columns: ['tenant', 'case_id', 'grams'] },
  follows: { key: 2, columns: ['tenant', '#nr', 'id', '#at', 'body'] },
  outbox: { key: 3, columns: ['tenant', 'consumer', 'case_id', '#seq', '#last', '#tries', '#tried', 'reason', '#next'] },
};
export const copiedTables = Object.keys(copied) as readonly Copied[];
export type CopiedTable = Copied;
export type CopiedRow = readonly (string | number | null)[];
export const isCopied = (name: string): name is Copied => Object.hasOwn(copied, name);
const named = (table: Copied): readonly string[] => copied[table].columns.map((column) => column.replace('#', ''));
const PAGE = 500;

/** All rows of a table that are a tenant's, in the order of its key, page by page. */
export async function* rowsOf(session: Session, table: Copied, tenant: string): AsyncGenerator<CopiedRow> {
  const [columns, key] = [named(table), named(table).slice(1, copied[table].key)];
  const order = sql.join(key.map((name) => sql.ref(name)));
  let after: Rows[number] | undefined;
  for (;;) {
    // Column by column, so that every database goes on in its key and none reads from the start again.
    const beyond = after ? sql`and ${sql.ref(key[0]!)} >= ${after[key[0]!]} and (${sql.join(key.map((name, i) => sql`(${sql.join([...key.slice(0, i).map((before) => sql`${sql.ref(before)} = ${after![before]}`), sql`${sql.ref(name)} > ${after![name]}`], sql` and `)})`), sql` or `)})` : sql``;
    const rows = await session.run(session.statements.build(
      sql`select ${sql.join(columns.map((name) => sql.ref(name)))} from ${sql.table(table)} where tenant = ${tenant} ${beyond} order by ${order} limit ${sql.raw(String(PAGE))}`));
    for (const row of rows) yield copied[table].columns.map((column) => { const value = row[column.replace('#', '')] ?? null; return value === null ? null : column.startsWith('#') ? Number(value) : value as string; });
    if (rows.length < PAGE) return;
    after = rows.at(-1);
  }
}

/** Whether this is a row of that table: as many cells, each of its kind. */
export const fits = (table: Copied, row: unknown): row is CopiedRow => Array.isArray(row) && row.length === copied[table].columns.length
  && copied[table].columns.every((column, i) => (i >= copied[table].key && row[i] === null) || typeof row[i] === (column.startsWith('#') ? 'number' : 'string'));

/** Writes rows of one table. */
export async function writeRows(session: Session, table: Copied, rows: readonly CopiedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await session.run(session.statements.build(sql`insert into ${sql.table(table)} (${sql.join(named(table).map((name) => sql.ref(name)))}) values ${sql.join(rows.map((row) => sql`(${sql.join(row)})`))}`));
}

/** How many rows of these tenants there are, for progress. */
export async function countRows(session: Session, tenants: readonly string[]): Promise<number> {
  let all = 0;
  for (const tenant of tenants) for (const table of copiedTables) all += Number((await session.run(session.statements.build(sql`select count(*) as n from ${sql.table(table)} where tenant = ${tenant}`)))[0]!['n']);
  return all;
}

/** Were these tables made by an older version, with migrations still to come? */
export const hasOlderTables = (session: Pick<Session, 'dialect'>, made: { has(name: string): boolean }): boolean =>
  migrationsIn(session.dialect, { prefix: '' }).some(({ name }) => !made.has(name));
