import type { Appended, Batch } from '@bihuan/core';
import type { SqliteDatabase } from './database.ts';
import { followUps } from './follow-ups.ts';
import { keyStatements } from './idempotency-keys.ts';
import { normCounts } from './norm-counts.ts';
import { caseWriter } from './write-case.ts';

/** Writes one batch, or says why not: then the transaction that it runs in is to be undone. */
export function batchWriter(database: SqliteDatabase): (batch: Batch) => Appended {
  const keys = keyStatements(database);
  const write = caseWriter(database);
  const counts = normCounts(database);
  const outbox = followUps(database);

  return ({ tenant, writes, counts: counted = [], follows = [], key }) => {
    if (key && !keys.add(tenant, key)) return { ok: false, why: 'key', entry: keys.find(tenant, key.key)! };
    for (const each of writes) {
      const refused = write(tenant, each);
      if (refused) return refused;
    }
    for (const count of counted) if (!counts.add(tenant, count)) return { ok: false, why: 'count', count };
    for (const follow of follows) outbox.add(tenant, follow);
    return { ok: true };
  };
}
