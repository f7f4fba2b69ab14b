import type { Appended, Batch, CaseQuery, CaseStore, CaseWrite, FollowUp, KeyEntry } from '@bihuan/core';
import { DueHeap } from './due-heap.ts';
import { EntryBook } from './entry-book.ts';
import { behind, findCases, type KeptCase } from './find-cases.ts';
import { NormBook } from './norm-book.ts';
import { OutboxBook } from './outbox-book.ts';

export interface MemoryStoreOptions {
  /** Who is to be told of every event, by name: `deliver` tells them. Default: nobody, and nothing is kept for it. */
  readonly consumers?: readonly string[];
}

/**
 * A store in memory: for tests, dry runs and replays. It keeps every promise of the contract except to outlive the process.
 * 内存存储：供测试、试算与回放使用；进程结束即消失。
 * @example
 * const engine = createEngine({ methods: [method], store: memoryStore() });
 */
export function memoryStore({ consumers = [] }: MemoryStoreOptions = {}): CaseStore {
  const tenants = new Map<string, Tenant>();
  const tenantOf = (name: string): Tenant => {
    let tenant = tenants.get(name);
    if (!tenant) tenants.set(name, tenant = { cases: new Map(), keys: new Map(), sequences: new Map(), follows: new Map(), norms: new NormBook(), entries: new EntryBook(), personal: new Map(), due: new DueHeap(), outbox: new OutboxBook(consumers) });
    return tenant;
  };
  const find = (tenant: string, query: CaseQuery) => findCases(tenantOf(tenant).cases.values(), query);

  return {
    read: async (tenant, caseId) => tenantOf(tenant).cases.get(caseId)?.state,
    async readWhole(tenant, caseId) {
      const { cases, personal } = tenantOf(tenant);
      const kept = cases.get(caseId);
      return kept && { state: kept.state, personal: personal.get(caseId) ?? new Map<string, string>() };
    },
    async personal(tenant, caseIds) {
      const { personal } = tenantOf(tenant);
      return new Map(caseIds.flatMap((id) => (personal.has(id) ? [[id, new Map(personal.get(id))]] : [])));
    },
    holding: async (tenant, value) => [...tenantOf(tenant).personal].flatMap(([id, values]) => ([...values.values()].includes(value) ? [id] : [])).sort(),
    async holdingSince(tenant, { method, ended, limit }) {
      const { cases, personal } = tenantOf(tenant);
      const rows = [...personal.keys()].map((id) => cases.get(id)!.row).filter((row) => row.method === method && row.ended !== null && row.ended <= ended);
      return rows.sort((a, b) => a.ended! - b.ended! || (a.id < b.id ? -1 : 1)).slice(0, limit).map(({ id }) => id);
    },
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
      return { rows: stretch(behind(found, query), query).map(({ row }) => row), total: found.length };
    },
    count: async (tenant, query) => find(tenant, query).length,
    async *states(tenant, query) {
      for (const { state } of stretch(behind(find(tenant, query), query), query)) yield state;
    },
    counts: async (tenant, norm, period, of) => tenantOf(tenant).norms.counts(norm, period, of),
    async closePeriods(tenant, periods) {
      tenantOf(tenant).norms.close(periods);
      return true;
    },
    closedPeriods: async (tenant, query) => tenantOf(tenant).norms.closed(query),
    sums: async (tenant, wanted) => tenantOf(tenant).entries.sums(wanted),
    entries: async (tenant, { offset = 0, limit, ...wanted }) => tenantOf(tenant).entries.entries(wanted).slice(offset, limit === undefined ? undefined : offset + limit),
    outdated: async (tenant, method, mark, limit) => tenantOf(tenant).entries.outdated(method, mark, limit),
    lastClosed: async (tenant, norm) => tenantOf(tenant).norms.lastClosed(norm),
    followUps: async (tenant, limit) => [...tenantOf(tenant).follows.values()].sort((a, b) => a.at - b.at).slice(0, limit),
    async followed(tenant, id) { tenantOf(tenant).follows.delete(id); },
    async next(tenant, sequence) {
      const { sequences } = tenantOf(tenant);
      const number = (sequences.get(sequence) ?? 0) + 1;
      sequences.set(sequence, number);
      return number;
    },
    takeLanes: async (tenant, consumer, taking) => tenantOf(tenant).outbox.take(consumer, taking),
    moveLane: async (tenant, consumer, from, to) => tenantOf(tenant).outbox.move(consumer, from, to),
    deadLanes: async (tenant, consumer, stretch) => tenantOf(tenant).outbox.dead(consumer, stretch),
    close: async () => {},
  };
}

interface Tenant {
  readonly cases: Map<string, KeptCase>;
  readonly keys: Map<string, KeyEntry>;
  readonly sequences: Map<string, number>;
  readonly follows: Map<string, FollowUp>;
  readonly norms: NormBook;
  readonly entries: EntryBook;
  readonly personal: Map<string, Map<string, string>>;
  readonly due: DueHeap;
  readonly outbox: OutboxBook;
}

const ok: Appended = { ok: true };

/** Everything is asked before anything is written: a batch is there whole or not at all. */
function append(tenant: Tenant, { writes, counts = [], follows = [], personal = [], erased = [], key }: Batch): Appended {
  const { cases, keys, norms } = tenant;
  const entry = key && keys.get(key.key);
  if (entry) return { ok: false, why: 'key', entry };
  const versions = new Map<string, number>();
  for (const { caseId, expected, state } of writes) {
    const actual = versions.get(caseId) ?? cases.get(caseId)?.state.version ?? 0;
    if (actual !== expected) return { ok: false, why: 'version', caseId, actual };
    versions.set(caseId, state.version);
  }
  const count = norms.refused(counts);
  if (count) return { ok: false, why: 'count', count };

  for (const each of writes) write(tenant, each);
  for (const id of erased) tenant.personal.delete(id);
  for (const { caseId, ref, value } of personal) {
    const values = tenant.personal.get(caseId) ?? new Map<string, string>();
    tenant.personal.set(caseId, values.set(ref, value));
  }
  norms.add(counts);
  for (const follow of follows) if (!tenant.follows.has(follow.id)) tenant.follows.set(follow.id, follow);
  if (key) keys.set(key.key, key);
  return ok;
}

function write({ cases, due, outbox, entries }: Tenant, each: CaseWrite): void {
  const { caseId, events, state, row } = each;
  outbox.add(each);
  entries.write(each);
  const kept = cases.get(caseId);
  if (row.next !== null && row.next !== kept?.row.next) due.add({ caseId, at: row.next });
  if (kept) {
    for (const event of events) kept.events.push(event);
    kept.state = state;
    kept.row = row;
  } else cases.set(caseId, { state, row, events: [...events] });
}

const stretch = (found: readonly KeptCase[], { offset = 0, limit }: CaseQuery) =>
  found.slice(offset, limit === undefined ? undefined : offset + limit);
