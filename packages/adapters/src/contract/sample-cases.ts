import type { Batch, CaseEvent, CaseRow, CaseState, CaseStore, KeyEntry } from '@bihuan/core';

/** One promise of the contract: what it says, and how it is checked on a fresh, empty store. */
export interface Promised { readonly promise: string; check(store: CaseStore): Promise<void> }

/** The district that most checks are about. */
export const here = '江宁路街道';
export const elsewhere = '石门二路街道';

/** An event of somebody who acted. */
export const actedEvent = (seq: number, person = 'wang'): CaseEvent => ({
  v: 1, type: 'acted', action: 'note', by: { person, name: '王工' }, seq, at: 1_700_000_000_000 + seq, recorded: 1_700_000_000_500 + seq,
  changes: [{ type: 'field', name: 'content', value: `第${seq}条` }],
});

export const stateOf = (id: string, version: number, over: Partial<CaseState> = {}): CaseState => ({
  id, version, method: { id: 'sample', version: '1' }, kind: 'matter', source: 'hotline', home: 'grid-1', holder: 'grid-1', step: 'admit',
  passed: [], fields: {}, answers: {}, records: [], asks: [], clocks: {}, done: {}, opened: 1_700_000_000_000, last: 1_700_000_000_000, ...over,
});

export const rowOf = (id: string, version = 1, over: Partial<CaseRow> = {}): CaseRow => ({
  id, method: 'sample', kind: 'matter', source: 'hotline', step: 'admit', ending: null, outcome: null, home: 'grid-1', holder: 'grid-1',
  opened: 1_700_000_000_000, ended: null, due: null, warn: null, broken: false, next: null, version, search: '', within: ['grid-1'],
  values: {}, awaited: [], ...over,
});

export interface Draft {
  readonly tenant?: string;
  readonly expected?: number;
  /** How many events, by whom. */
  readonly events?: number;
  readonly person?: string;
  readonly key?: KeyEntry;
  readonly row?: Partial<CaseRow>;
  readonly state?: Partial<CaseState>;
}

/** What a command leaves: one event and matching state and row, unless said otherwise. */
export function batchOf(caseId: string, { tenant = here, expected = 0, events = 1, person, key, row, state }: Draft = {}): Batch {
  const version = expected + events;
  return {
    tenant, caseId, expected,
    events: Array.from({ length: events }, (_, i) => actedEvent(expected + i + 1, person)),
    state: stateOf(caseId, version, state), row: rowOf(caseId, version, row), ...(key && { key }),
  };
}

/** Writes one case after the other; each must succeed. */
export async function fill(store: CaseStore, drafts: Readonly<Record<string, Draft>>): Promise<void> {
  for (const [id, draft] of Object.entries(drafts)) {
    const appended = await store.append(batchOf(id, draft));
    if (!appended.ok) throw new Error(`${id} was not written: ${appended.why}`);
  }
}

export const keyOf = (key: string, over: Partial<KeyEntry> = {}): KeyEntry => ({ key, digest: 'd1', outcome: '{"ok":true}', ...over });

/** Everything that an asynchronous stream yields. */
export async function all<T>(stream: AsyncIterable<T>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}
