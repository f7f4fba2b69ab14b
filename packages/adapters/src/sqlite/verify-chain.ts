import type { SqliteDatabase } from './database.ts';
import { chained } from './write-case.ts';

/** Whether a case's events are those that were written; `seq` is the first that is not, or the first that is missing. */
export type ChainVerdict = { readonly ok: true; readonly events: number } | { readonly ok: false; readonly seq: number };

/**
 * Reckons the hashes of a case's events anew and compares them with those kept, the chain's head included: a changed, a missing and a cut-off event all show.
 * 重算一件事的事件哈希链，并与链头核对：改动、缺失、截尾都会暴露。
 */
export function verifyChain(database: SqliteDatabase, tenant: string, caseId: string): ChainVerdict {
  const head = database.prepare('select version, hash from bihuan_heads where tenant = ? and case_id = ?').get(tenant, caseId) as { version: number; hash: string } | undefined;
  const events = database.prepare('select seq, body, hash from bihuan_events where tenant = ? and case_id = ? order by seq').all(tenant, caseId) as { seq: number; body: string; hash: string }[];
  let link = '';
  for (const [i, { seq, body, hash }] of events.entries()) {
    link = chained(link, body);
    if (seq !== i + 1 || hash !== link) return { ok: false, seq: i + 1 };
  }
  const whole = events.length === (head?.version ?? 0) && link === (head?.hash ?? '');
  return whole ? { ok: true, events: events.length } : { ok: false, seq: events.length + 1 };
}
