import { sql } from 'kysely';
import type { Statements } from './queries.ts';
import type { Rows, Statement } from './statement.ts';
import { chained } from './write-case.ts';

/** Whether a case's events are those that were written; `seq` is the first that is not, or the first that is missing. */
export type ChainVerdict = { readonly ok: true; readonly events: number } | { readonly ok: false; readonly seq: number };

/** The head of a case, as event 0, and its events: one statement, so that nobody writes between them. */
export const chainOf = (statements: Statements, tenant: string, caseId: string): Statement => statements.build(sql`
  select 0 as seq, '' as body, hash, version from ${sql.table('heads')} where tenant = ${tenant} and case_id = ${caseId}
  union all select seq, body, hash, 0 from ${sql.table('events')} where tenant = ${tenant} and case_id = ${caseId} order by seq`);

/** Reckons the hashes anew and compares them with those kept. */
export function verdictOf(rows: Rows): ChainVerdict {
  const chain = (rows as unknown as readonly { seq: number; body: string; hash: string; version: number }[]);
  const head = chain.find(({ seq }) => Number(seq) === 0);
  const events = chain.filter(({ seq }) => Number(seq) !== 0);
  let link = '';
  for (const [i, { seq, body, hash }] of events.entries()) {
    link = chained(link, body);
    if (Number(seq) !== i + 1 || hash !== link) return { ok: false, seq: i + 1 };
  }
  const whole = events.length === Number(head?.version ?? 0) && link === (head?.hash ?? '');
  return whole ? { ok: true, events: events.length } : { ok: false, seq: events.length + 1 };
}
