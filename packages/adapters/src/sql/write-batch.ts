import type { Appended, Batch } from '@bihuan/core';
import type { EntryTable } from './entries.ts';
import type { Keys } from './idempotency-keys.ts';
import type { NormCounts } from './norm-counts.ts';
import type { FollowUps } from './follow-ups.ts';
import type { Lanes } from './lanes.ts';
import type { Personal } from './personal.ts';
import type { Program, Statement } from './statement.ts';
import type { CaseWriter } from './write-case.ts';

/**
 * One batch: what decides is read and locked in one round, all is written in the next. What is not there yet cannot be locked: two
 * who begin it at once are told apart by its key, and the one who came second begins anew.
 * 一批写入：先一次读出并锁住决定成败的内容，再一次写入全部。
 */
export function* batchProgram({ keys, cases, counts, outbox, lanes, personal, entries }: { keys: Keys; cases: CaseWriter; counts: NormCounts; outbox: FollowUps; lanes: Lanes; personal: Personal; entries: EntryTable }, batch: Batch): Program<Appended> {
  const { tenant, writes, counts: counted = [], follows = [], key } = batch;
  const asked = counts.read(tenant, counted);
  const ids = [...new Set(writes.map(({ caseId }) => caseId))].sort();
  const [headRows = [], enteredRows = [], ...rest] = yield [cases.heads(tenant, ids), entries.entered(tenant, ids), ...asked, ...(key ? [keys.claim(tenant, key.key)] : [])];

  const entry = key && keys.entryOf(key.key, rest.at(-1)!);
  if (entry) return { result: { ok: false, why: 'key', entry } };
  const heads = cases.headsOf(headRows);
  const entered = entries.enteredOf(enteredRows);
  const statements: Statement[] = [];
  for (const write of writes) {
    const before = heads.get(write.caseId);
    const actual = before?.version ?? 0;
    if (actual !== write.expected) return { result: { ok: false, why: 'version', caseId: write.caseId, actual } };
    const written = cases.write(tenant, write, before);
    heads.set(write.caseId, written.head);
    statements.push(...written.statements, ...entries.write(tenant, write, entered));
  }
  const reckoned = counts.reckon(tenant, counted, rest.slice(0, asked.length));
  if ('refused' in reckoned) return { result: { ok: false, why: 'count', count: reckoned.refused } };
  return { result: { ok: true }, write: [...(key ? keys.add(tenant, key) : []), ...statements, ...reckoned.statements, ...personal.write(tenant, batch.erased ?? [], batch.personal ?? []), ...lanes.add(tenant, writes), ...outbox.add(tenant, follows), ...entries.addUp(tenant, entered)] };
}
