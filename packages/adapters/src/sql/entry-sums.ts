import { hash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import type { EntriesWanted, EntrySum } from '@bihuan/core';
import type { Statements } from './queries.ts';
import type { Rows, Statement } from './statement.ts';

/** An entry as its row holds it, without what its case says of all. */
export type EntryColumns = readonly [query: string, day: string, opened: number, nr: number, place: string, grp: string, hit: number, exempt: number, top: number, bottom: number];

/** What a batch changes of the sums, by their keys. */
export type SumChanges = Map<string, SumRow>;
interface SumRow { readonly query: string; readonly month: string; readonly cell: string; readonly place: string; readonly grp: string; readonly exempt: number; readonly bottom: number; n: number; hits: number; total: number }

/** Entries added up by month, place and group. */
export interface EntrySums {
  /** One entry more, or less. */
  change(changes: SumChanges, entry: EntryColumns, n: 1 | -1): void;
  /** To be written last: whoever waits for a sum then waits for nothing else. All in one order. */
  write(tenant: string, changes: SumChanges): readonly Statement[];
  /** The same sums as of the entries themselves; nothing where these days are no whole months, or some cases are left out. */
  select(tenant: string, wanted: EntriesWanted): Statement | undefined;
  sumsOf(rows: Rows): readonly EntrySum[];
}

export function entrySums(statements: Statements): EntrySums {
  const { dialect } = statements;
  const key = ['tenant', 'query', 'month', 'cell'] as const;
  const add = statements.insert('sums', [...key, 'place', 'grp', 'exempt', 'bottom', 'n', 'hits', 'total'], dialect.add('sums', key, 'n', 'hits', 'total'));
  return {
    change(changes, [query, day, , , place, grp, hit, exempt, top, bottom], n) {
      const month = day.slice(0, 7);
      const cell = hash('sha256', JSON.stringify([place, grp, exempt, bottom]), 'hex').slice(0, 32);
      const name = JSON.stringify([query, month, cell]);
      const row = changes.get(name) ?? { query, month, cell, place, grp, exempt, bottom, n: 0, hits: 0, total: 0 };
      changes.set(name, { ...row, n: row.n + n, hits: row.hits + n * hit, total: row.total + n * top });
    },
    write: (tenant, changes) => add([...changes].filter(([, { n, hits, total }]) => n !== 0 || hits !== 0 || total !== 0).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => ({ tenant, ...row }))),
    select(tenant, { query, days, place, without = [] }) {
      if (without.length > 0 || (days && !areMonths(days))) return undefined;
      const conditions: RawBuilder<unknown>[] = [sql`tenant = ${tenant} and query = ${query}`];
      if (days) conditions.push(sql`month >= ${days.first.slice(0, 7)} and month <= ${days.last.slice(0, 7)}`);
      if (place !== undefined) conditions.push(dialect.holds(sql`place`, place));
      return statements.build(sql`select grp, exempt, bottom, sum(n) as n, sum(hits) as hits, ${dialect.digits(sql`sum(total)`)} as total
        from ${sql.table('sums')} where ${sql.join(conditions, sql` and `)} group by grp, exempt, bottom having sum(n) <> 0`);
    },
    sumsOf: (rows) => rows.map(({ grp, exempt, bottom, n, hits, total, least, greatest, case_id }) => ({
      group: grp as string, exempt: Number(exempt) === 1, bottom: Number(bottom), count: Number(n), hits: Number(hits), sum: BigInt(total as string),
      ...(case_id !== undefined && { ends: { least: Number(least), greatest: Number(greatest), case: case_id as string } }),
    })),
  };
}

/** From the first day of a month to the last of one. */
const areMonths = ({ first, last }: { readonly first: string; readonly last: string }): boolean =>
  first.endsWith('-01') && new Date(Date.parse(`${last}T00:00Z`) + 86_400_000).getUTCDate() === 1;
