import type { Batch, CaseEvent, CaseRow, CaseState, CaseStore, CaseWrite, Count, FollowUp, KeyEntry, NormPeriod } from '@bihuan/core';

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
  id, version, method: { id: 'sample', version: '1' }, kind: 'matter', source: 'hotline', home: 'grid-1', holder: 'grid-1', levels: { home: 'grid', holder: 'grid' },
  step: 'admit', passed: [], fields: {}, answers: {}, records: [], asks: [], clocks: {}, links: [], done: {}, opened: 1_700_000_000_000, last: 1_700_000_000_000, ...over,
});

export const rowOf = (id: string, version = 1, over: Partial<CaseRow> = {}): CaseRow => ({
  id, method: 'sample', kind: 'matter', source: 'hotline', step: 'admit', ending: null, outcome: null, home: 'grid-1', holder: 'grid-1',
  opened: 1_700_000_000_000, ended: null, due: null, warn: null, broken: false, next: null, version, search: '', within: ['grid-1'],
  subject: false, values: {}, awaited: [], ...over,
});

/** What is said of one case; the rest is as usual. */
export interface WriteDraft {
  readonly expected?: number;
  /** How many events, by whom. */
  readonly events?: number;
  readonly person?: string;
  readonly row?: Partial<CaseRow>;
  readonly state?: Partial<CaseState>;
}

/** What is said of a batch besides its cases. */
export interface BatchDraft {
  readonly tenant?: string;
  readonly key?: KeyEntry;
  readonly counts?: readonly Count[];
  readonly follows?: readonly FollowUp[];
}
export type Draft = WriteDraft & BatchDraft;

/** What a command leaves of one case: one event and matching state and row, unless said otherwise. */
export function writeOf(caseId: string, { expected = 0, events = 1, person, row, state }: WriteDraft = {}): CaseWrite {
  const version = expected + events;
  return {
    caseId, expected, events: Array.from({ length: events }, (_, i) => actedEvent(expected + i + 1, person)),
    state: stateOf(caseId, version, state), row: rowOf(caseId, version, row),
  };
}

/** What a command on one case leaves. */
export const batchOf = (caseId: string, draft: Draft = {}): Batch => together([writeOf(caseId, draft)], draft);

/** What a command leaves that writes all of these cases. */
export const together = (writes: Batch['writes'], { tenant = here, key, counts, follows }: BatchDraft = {}): Batch =>
  ({ tenant, writes, ...(counts && { counts }), ...(follows && { follows }), ...(key && { key }) });

/** Writes one case after the other; each must succeed. */
export async function fill(store: CaseStore, drafts: Readonly<Record<string, Draft>>): Promise<void> {
  for (const [id, draft] of Object.entries(drafts)) {
    const appended = await store.append(batchOf(id, draft));
    if (!appended.ok) throw new Error(`${id} was not written: ${appended.why}`);
  }
}

export const keyOf = (key: string, over: Partial<KeyEntry> = {}): KeyEntry => ({ key, digest: 'd1', outcome: '{"ok":true}', ...over });

/** One more of what a person may claim in a month. */
export const claimOf = (of: string, over: Partial<Count> = {}): Count => ({ norm: '认领', of, period: '2021-11', add: 1, ...over });

export const followOf = (id: string, over: Partial<FollowUp> = {}): FollowUp => ({
  id, caseId: 'c9', action: 'close', link: '同诉', from: 'c1', side: 'to', input: { note: '已办结🙂', photos: [] }, by: { person: 'wang', name: '王工', role: 'leader', unit: 'street' }, at: 1_700_000_000_000, ...over,
});

export const periodOf = (of: string, over: Partial<NormPeriod> = {}): NormPeriod => ({ norm: '走访', of, unit: 'grid-1', period: '2021-11', ends: 1_638_288_000_000, count: 3, met: true, ...over });

/** Everything that an asynchronous stream yields. */
export async function all<T>(stream: AsyncIterable<T>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}
