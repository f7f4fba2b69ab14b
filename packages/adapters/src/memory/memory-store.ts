import type { Appended, Batch, CaseQuery, CaseStore, KeyEntry } from '@bihuan/core';
import { DueHeap } from './due-heap.ts';
import { findCases, type KeptCase } from './find-cases.ts';

/**
 * A store in memory: for tests, dry runs and replays. It keeps every promise of the contract except to outlive the process.
 * 内存存储：供测试、试算与回放使用；进程结束即消失。
 * @example
 * const engine = createEngine({ methods: [method], store: memoryStore() });
 */
export function memoryStore(): CaseStore {
  const tenants = new Map<string, Tenant>();
  const tenantOf = (name: string): Tenant => {
    let tenant = tenants.get(name);
    if (!tenant) tenants.set(name, tenant = { cases: new Map(), keys: new Map(), sequences: new Map(), due: new DueHeap() });
    return tenant;
  };
  const find = (tenant: string, query: CaseQuery) => findCases(tenantOf(tenant).cases.values(), query);

  return {
    read: async (tenant, caseId) => tenantOf(tenant).cases.get(caseId)?.state,
    append: async (batch) => append(tenantOf(batch.tenant), batch),
    async remember(tenant, entry) {
      const { keys } = tenantOf(tenant);
      if (!keys.has(entry.key)) keys.set(entry.key, entry);
    },
    recall: async (tenant, key) => tenantOf(tenant).keys.get(key),
    history: async (tenant, caseId, after = 0) => tenantOf(tenant).cases.get(caseId)?.events.filter((event) => event.seq > after) ?? [],
    async due(tenant, until, limit) {
      const { cases, due } = tenantOf(tenant);
      return due.upTo(until, limit, ({ caseId, at }) => cases.get(caseId)?.row.next === at);
    },
    async list(tenant, query) {
      const found = find(tenant, query);
      return { rows: stretch(found, query).map(({ row }) => row), total: found.length };
    },
    count: async (tenant, query) => find(tenant, query).length,
    async *states(tenant, query) {
      for (const { state } of stretch(find(tenant, query), query)) yield state;
    },
    async next(tenant, sequence) {
      const { sequences } = tenantOf(tenant);
      const number = (sequences.get(sequence) ?? 0) + 1;
      sequences.set(sequence, number);
      return number;
    },
    close: async () => {},
  };
}

interface Tenant {
  readonly cases: Map<string, KeptCase>;
  readonly keys: Map<string, KeyEntry>;
  readonly sequences: Map<string, number>;
  readonly due: DueHeap;
}

const ok: Appended = { ok: true };

function append({ cases, keys, due }: Tenant, { caseId, expected, events, state, row, key }: Batch): Appended {
  const entry = key && keys.get(key.key);
  if (entry) return { ok: false, why: 'key', entry };
  const kept = cases.get(caseId);
  const actual = kept?.state.version ?? 0;
  if (actual !== expected) return { ok: false, why: 'version', actual };

  if (row.next !== null && row.next !== kept?.row.next) due.add({ caseId, at: row.next });
  if (kept) {
    for (const event of events) kept.events.push(event);
    kept.state = state;
    kept.row = row;
  } else cases.set(caseId, { state, row, events: [...events] });
  if (key) keys.set(key.key, key);
  return ok;
}

const stretch = (found: readonly KeptCase[], { offset = 0, limit }: CaseQuery) =>
  found.slice(offset, limit === undefined ? undefined : offset + limit);
