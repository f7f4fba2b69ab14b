import { sql, type RawBuilder } from 'kysely';
import type { CaseRow } from '@bihuan/core';
import type { Statements } from './queries.ts';
import { shortName } from './short-name.ts';
import type { Cell, Statement } from './statement.ts';
import { plain } from './plain-text.ts';
import { unitsOf } from './unit-rows.ts';

/** In what cases are tallied; of an end only whether there is one. */
export const tallied = ['method', 'kind', 'source', 'step', 'ending', 'outcome', 'broken', 'ended'] as const;
export type Tallied = Pick<CaseRow, typeof tallied[number] | 'subject' | 'within'>;

/**
 * Adds and takes away by difference what a command has changed of the tallies: most change nothing, or one cell in each unit. Each case has
 * its shard, so that two commands seldom wait for one row; all in one order, so that they never wait for each other.
 */
export function tallyWriter(statements: Statements): (tenant: string, caseId: string, before: Tallied | undefined, after: Tallied) => readonly Statement[] {
  const { dialect } = statements;
  const key = ['tenant', 'unit', 'subject', 'cell', 'shard'] as const;
  const add = statements.insert('tallies', [...key, ...tallied, 'n'], dialect.add('tallies', key, 'n'));
  return (tenant, caseId, before, after) => {
    const shard = shardOf(caseId, dialect.shards);
    const changes = new Map<string, ReturnType<typeof rowOf>>();
    const change = (row: Tallied, n: number) => {
      for (const unit of unitsOf(row)) {
        const one = rowOf(tenant, unit, shard, row, n);
        const name = JSON.stringify([unit, one.subject, one.cell]);
        changes.set(name, { ...one, n: n + (changes.get(name)?.n ?? 0) });
      }
    };
    if (before) change(before, -1);
    change(after, 1);
    return add([...changes].filter(([, { n }]) => n !== 0).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row));
  };
}

/** How many cases of a unit meet conditions on what is tallied. */
export const talliedSum = (tenant: string, unit: string, subject: RawBuilder<unknown>, tests: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  sql`select coalesce(sum(c.n), 0) as n from ${sql.table('tallies')} as c where c.tenant = ${tenant} and c.unit = ${unit} and c.subject = ${subject} ${sql.join(tests.map((test) => sql`and ${test}`), sql` `)}`;

const rowOf = (tenant: string, unit: string, shard: number, row: Tallied, n: number) => {
  const cells = { broken: Number(row.broken), ended: row.ended === null ? null : 1 } as Record<typeof tallied[number], Cell>;
  for (const name of ['method', 'kind', 'source', 'step', 'ending', 'outcome'] as const) cells[name] = row[name] === null ? null : plain(row[name]);
  return { tenant, unit, subject: Number(row.subject), cell: shortName(JSON.stringify(Object.values(cells))), shard, ...cells, n };
};

const shardOf = (caseId: string, shards: number): number => {
  let sum = 0;
  for (let i = 0; i < caseId.length; i++) sum = (sum * 31 + caseId.charCodeAt(i)) >>> 0;
  return sum % shards;
};
