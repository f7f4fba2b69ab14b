import type { Batch, CaseStore } from '@bihuan/core';
import type { FileStore } from './port.ts';
import { refsIn } from './refs-in.ts';

/** Under which name a case claims its attachments. */
export const claimOf = (caseId: string): string => `case ${caseId}`;

/**
 * A store whose cases hold their attachments: each claims what its events refer to, also what it was handed on by another case, and when
 * its personal data is erased, on request or because its time is over, the attachments among it go too, unless another case claims them.
 * 事项引用的附件由事项自己登记；删除个人信息时，其中的附件一并删除，别的事项还在引用的除外。
 * @example
 * const engine = createEngine({ methods, store: storeWithFiles(store, files) });
 */
export const storeWithFiles = <S extends CaseStore>(store: S, files: FileStore): S => ({
  ...store,
  async append(batch: Batch) {
    const { tenant, erased = [] } = batch;
    for (const [caseId, ref] of refsOf(batch)) await files.claim(tenant, ref, claimOf(caseId));
    const personal = erased.length === 0 ? undefined : await store.personal(tenant, erased);
    const appended = await store.append(batch);
    if (!appended.ok) return appended;
    for (const [caseId, values] of personal ?? []) {
      const held = new Set(textsOf([...values.values()]).map(({ hash }) => hash));
      if (held.size === 0) continue;
      const still = new Set(refsIn(await store.history(tenant, caseId)).map(({ hash }) => hash));
      for (const hash of held) {
        if (still.has(hash)) continue;
        await files.release(tenant, hash, claimOf(caseId));
        await files.drop(tenant, hash);
      }
    }
    return appended;
  },
});

/** Which case is about to refer to which file: in its events, or in what lies beside them. */
const refsOf = ({ writes, personal = [] }: Batch) => [
  ...writes.flatMap(({ caseId, events }) => refsIn(events).map((ref) => [caseId, ref] as const)),
  ...personal.flatMap(({ caseId, value }) => textsOf([value]).map((ref) => [caseId, ref] as const)),
];

/** The attachments in JSON texts; most are none, and are not read. */
const textsOf = (texts: readonly string[]) => texts.filter((text) => text.includes('"hash"')).flatMap((text) => refsIn(JSON.parse(text)));
