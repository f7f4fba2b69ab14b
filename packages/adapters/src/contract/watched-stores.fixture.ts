import type { Batch, CaseStore } from '@bihuan/core';

/** Test helper: a store that remembers what was written to it, in order. */
export interface Recording { readonly store: CaseStore; readonly batches: readonly Batch[] }

export const recording = (store: CaseStore): Recording => {
  const batches: Batch[] = [];
  return {
    batches,
    store: {
      ...store,
      async append(batch) {
        const appended = await store.append(batch);
        if (appended.ok) batches.push(batch);
        return appended;
      },
    },
  };
};

/** The same store for trying things out: what would be written is looked at as the store would, and then let go. */
export const tryingOut = (store: CaseStore): CaseStore => {
  let number = 900_000;
  return {
    ...store,
    async append({ tenant, writes, counts = [] }) {
      for (const { caseId, expected } of writes) {
        const actual = (await store.read(tenant, caseId))?.version ?? 0;
        if (actual !== expected) return { ok: false, why: 'version', caseId, actual };
      }
      for (const count of counts) {
        const there = (await store.counts(tenant, count.norm, count.period, [count.of])).get(count.of) ?? 0;
        if (count.add > 0 && count.max !== undefined && there + count.add > count.max) return { ok: false, why: 'count', count };
      }
      return { ok: true };
    },
    remember: async () => {},
    closePeriods: async () => true,
    followed: async () => {},
    next: async () => (number += 1),
  };
};
