import { hash } from 'node:crypto';
import { canonical, nextInstant, replay, type CaseEvent, type CaseState } from '@bihuan/core';

/** What was found in a case; the event that it is about where it is about one. */
export interface ChainFinding {
  readonly tenant: string;
  readonly caseId: string;
  readonly kind: 'changed' | 'missing' | 'inserted' | 'reordered' | 'broken' | 'cut' | 'head' | 'state' | 'row';
  readonly seq?: number;
  /** Which columns of the row, where it is about the row. */
  readonly columns?: readonly string[];
}
export interface StoredEvent { readonly seq: number; readonly body: string; readonly hash: string; readonly at: number; readonly recorded: number; readonly type: string }
export interface StoredHead { readonly version: number; readonly hash: string; readonly state: string }
export type StoredRow = Readonly<Record<string, unknown>>;
type Found = Omit<ChainFinding, 'tenant' | 'caseId'>;

const chained = (previous: string, body: string): string => hash('sha256', previous + body, 'hex');

/**
 * A case's events against the chain of their hashes and its head, then its state and row against the replay of the events.
 * 核对一件事项：事件链、链头，以及状态和列表行是否等于事件重演的结果。
 */
export function verifyCase(events: readonly StoredEvent[], head: StoredHead | undefined, row: StoredRow | undefined): readonly Found[] {
  const found = chainFindings(events, head);
  if (found.length > 0) return found;
  const state = replayed(events);
  if (!head) return [];
  if (!state) return [{ kind: 'state', seq: head.version }];
  if (canonical(JSON.parse(JSON.stringify(state))) !== canonical(readJson(head.state))) found.push({ kind: 'state', seq: head.version });
  const columns = rowColumns(state, row);
  return columns.length > 0 ? [...found, { kind: 'row', columns }] : found;
}

/** Nothing where these are no events that a case could have. */
const replayed = (events: readonly StoredEvent[]): CaseState | undefined => {
  try { return replay(events.map(({ body }) => JSON.parse(body) as CaseEvent)); } catch { return undefined; }
};

function chainFindings(events: readonly StoredEvent[], head: StoredHead | undefined): Found[] {
  const found: Found[] = [];
  const bodies = events.map(({ body }) => readJson(body) as Partial<CaseEvent> | undefined);
  const numbers = new Set(bodies.map((body) => body?.seq));
  let links = ['']; // what the next may follow: the hash that is kept, and the one that is reckoned
  let wanted = 1;
  for (const [i, event] of events.entries()) {
    const seq = Number(event.seq);
    for (; wanted < seq; wanted++) found.push({ kind: 'missing', seq: wanted });
    wanted = seq + 1;
    const body = bodies[i];
    const follows = links.some((link) => chained(link, event.body) === event.hash);
    const next = events[i + 1];
    const passedOver = next ? links.some((link) => chained(link, next.body) === next.hash) : head !== undefined && links.includes(head.hash);
    const gap = found.at(-1)?.kind === 'missing' && found.at(-1)?.seq === seq - 1;
    const moved = !follows && body?.seq !== seq && events.some((other) => chained(other.hash, event.body) === event.hash);
    if (moved) {
      found.push({ kind: numbers.has(seq) ? 'reordered' : 'missing', seq });
      links = [...links, event.hash].slice(-4);
      continue;
    }
    if (!follows && passedOver) {
      found.push({ kind: 'inserted', seq });
      continue; // the next follows the one before
    }
    if (body?.seq !== seq && body?.seq !== undefined) {
      // The rows after an inserted or a removed event are whole, only their numbers are off.
      if (!follows) found.push(numbers.has(seq) || body.seq < seq ? { kind: 'reordered', seq } : { kind: 'missing', seq });
    } else if (!follows && !gap) found.push({ kind: wasChanged(event, body, next) ? 'changed' : 'broken', seq });
    else if (body?.at !== Number(event.at) || body.recorded !== Number(event.recorded) || body.type !== event.type) found.push({ kind: 'changed', seq });
    const after = [event.hash, ...links.map((link) => chained(link, event.body))];
    links = [...new Set(body?.seq === seq ? after.slice(0, 2) : [...links, event.hash])].slice(-4);
  }
  const version = Number(head?.version ?? 0);
  if (!head) found.push({ kind: 'head' });
  else if (version >= wanted) found.push({ kind: 'cut', seq: wanted });
  else if (version < wanted - 1 && found.length === 0) found.push({ kind: 'inserted', seq: version + 1 });
  else if (found.length === 0 && !links.slice(0, 1).includes(head.hash)) found.push({ kind: 'head', seq: version });
  return found;
}

/** Its hash is kept and the next still follows it, so it is the text that differs; or it is no event at all. */
const wasChanged = (event: StoredEvent, body: unknown, next: StoredEvent | undefined): boolean => body === undefined || !next || chained(event.hash, next.body) === next.hash;

const same: Readonly<Record<string, (state: CaseState) => unknown>> = {
  method: ({ method }) => `${method.id}@${method.version}`, kind: ({ kind }) => kind, source: ({ source }) => source, step: ({ step }) => step,
  ending: ({ ended }) => ended?.ending ?? null, outcome: ({ ended }) => ended?.outcome ?? null, home: ({ home }) => home, holder: ({ holder }) => holder,
  opened: ({ opened }) => opened, ended: ({ ended }) => ended?.at ?? null, next: (state) => nextInstant(state) ?? null, version: ({ version }) => version,
  broken: ({ clocks }) => Number(Object.values(clocks).some(({ broken, corrected }) => broken !== undefined && !corrected)),
};

/** The columns of a row that differ from what the state says: those that need no method to be reckoned. */
const rowColumns = (state: CaseState, row: StoredRow | undefined): readonly string[] =>
  (row ? Object.keys(same).filter((name) => { const [is, should] = [row[name] ?? null, same[name]!(state)]; return (typeof should === 'number' && is !== null ? Number(is) : is) !== should; }) : ['*']);

const readJson = (text: string): unknown => {
  try { return JSON.parse(text); } catch { return undefined; }
};
