import type { Instant } from '../calendar/index.ts';
import { evolve } from '../case/evolve.ts';
import type { Actor, CaseEvent, CaseState, Change, Facts, Signature } from '../case/messages.ts';
import { scopeOf } from '../case/scope.ts';
import type { Value } from '../rules/index.ts';
import type { NormRule, NormRules } from './norm-rules.ts';
import { periodOf } from './norm-periods.ts';
import { whose } from './whose.ts';
import type { Occurrence } from './whose.ts';

/** A counter of a norm: of whom, in which period (`''`: ever). */
export interface CountKey { readonly norm: string; readonly of: string; readonly period: string }

/** One step of a counter: how many more, and the most that it may come to, where more is refused. */
export interface Count extends CountKey { readonly add: number; readonly max?: number }

/** The counter's name in `Facts.counts`. */
export const countKey = ({ norm, of, period }: CountKey): string => `${norm}|${of}|${period}`;

/** What happened to one log: its state before and after, the events between, and all events before them, if a record is withdrawn (`withdrawsCounted`). */
export interface Passage {
  readonly before: CaseState | undefined;
  readonly events: readonly CaseEvent[];
  readonly after: CaseState;
  readonly history?: readonly CaseEvent[];
}

/**
 * What the norms count by these events: by when each HAPPENED, of whomever it is laid to. A record that is withdrawn is taken back from
 * the very counters that it went into: the history says who that was then; without it, what stands now does.
 */
export const countsOf = (norms: NormRules, passage: Passage, facts: Facts): readonly Count[] => {
  if (!passage.events.some((event) => isCounted(norms, event))) return [];
  const counts: Count[] = [];
  let state = passage.before;
  for (const event of passage.events) {
    const after = passage.events.length === 1 ? passage.after : evolve(state, event);
    counts.push(...countsOfEvent(norms, event, after, facts));
    for (const change of event.changes) {
      if (change.type === 'record-withdrawn') counts.push(...takenBack(norms, change.id, passage, after, facts));
    }
    state = after;
  }
  return mergeCounts(counts);
};

/** Is a record withdrawn here that a norm counts? Then `countsOf` wants the history of the case. */
export const withdrawsCounted = (norms: NormRules, { events, after }: Passage): boolean =>
  norms.byRecord.size > 0 && events.some(({ changes }) => changes.some((change) =>
    change.type === 'record-withdrawn' && after.records.some(({ id, name }) => id === change.id && norms.byRecord.has(name))));

/** Steps of the same counter in one: what cancels out is none, and what takes back is never refused. */
export const mergeCounts = (counts: readonly Count[]): readonly Count[] => {
  const merged = new Map<string, Count>();
  for (const count of counts) {
    const there = merged.get(countKey(count));
    merged.set(countKey(count), there ? { ...count, ...there, add: there.add + count.add } : count);
  }
  return [...merged.values()].flatMap(({ max, ...count }) => (count.add === 0 ? [] : [count.add > 0 && max !== undefined ? { ...count, max } : count]));
};

const isCounted = (norms: NormRules, event: CaseEvent): boolean =>
  (event.type === 'acted' && norms.byAction.has(event.action))
  || (norms.byRecord.size > 0 && event.changes.some((change) => change.type === 'record-withdrawn' || (change.type === 'record' && norms.byRecord.has(change.record.name))));

const countsOfEvent = (norms: NormRules, event: CaseEvent, state: CaseState, facts: Facts): readonly Count[] => {
  const counts: Count[] = [];
  if (event.type === 'acted') {
    for (const norm of norms.byAction.get(event.action) ?? []) counts.push(...countOnce(norms, norm, { state, by: event.by }, event.at, facts));
  }
  for (const change of event.changes) if (change.type === 'record') counts.push(...countsOfRecord(norms, change, state, facts));
  return counts;
};

const countsOfRecord = (norms: NormRules, { record }: Extract<Change, { type: 'record' }>, state: CaseState, facts: Facts): readonly Count[] =>
  (norms.byRecord.get(record.name) ?? []).flatMap((norm) => countOnce(norms, norm, { state, by: record.by, own: record.values }, record.at, facts));

const countOnce = (norms: NormRules, norm: NormRule, occurrence: Occurrence, at: Instant, facts: Facts): readonly Count[] => {
  if (!isSuch(norm, occurrence, at, facts)) return [];
  const period = periodOf(norm, at, norms.rules);
  return period === undefined ? [] : whose(norm, occurrence, facts, norms.rules).map((of) =>
    ({ norm: norm.name, of, period, add: 1, ...(holdsFor(norm, occurrence.state, at, facts) && { max: norm.max }) }));
};

const takenBack = (norms: NormRules, id: string, { before, events, history }: Passage, state: CaseState, facts: Facts): readonly Count[] => {
  const left = leftBy(id, [...(history ?? []), ...events]);
  const record = state.records.find((one) => one.id === id);
  const then = left ? countsOfRecord(norms, left.change, left.state, facts)
    : record ? countsOfRecord(norms, { type: 'record', record }, before ?? state, facts) : [];
  return then.map(({ norm, of, period }) => ({ norm, of, period, add: -1 }));
};

/** The change that left a record, and the case as it stood then. */
const leftBy = (id: string, events: readonly CaseEvent[]): { readonly change: Extract<Change, { type: 'record' }>; readonly state: CaseState } | undefined => {
  if (events[0]?.seq !== 1) return undefined;
  let state: CaseState | undefined;
  for (const event of events) {
    state = evolve(state, event);
    for (const change of event.changes) if (change.type === 'record' && change.record.id === id) return { change, state };
  }
  return undefined;
};

/** Does the norm count an occurrence of this kind? A record's own values, with when and by whom, lie over the case's. */
export const isSuch = (norm: NormRule, { state, by, own }: Occurrence, at: Instant, facts: Facts): boolean => {
  const scope = scopeOf(state, at, facts, by && actorOf(by));
  return norm.where('record' in norm.schema.counts ? { ...scope, own: { ...signed(at, by), ...own } } : scope);
};

const signed = (at: Instant, by: Signature | undefined): Record<string, Value> => ({
  at, ...(by && { by: by.person }), ...(by?.unit !== undefined && { unit: by.unit }), ...(by?.role !== undefined && { role: by.role }),
});

const actorOf = ({ person, post, role, unit }: Signature): Actor =>
  ({ person, posts: role === undefined || unit === undefined ? [] : [{ id: post ?? '', role, unit, person }] });

/** Is there a most that is kept for these? Where the log is the member itself, only while the norm applies to it. */
export const holdsFor = (norm: NormRule, state: CaseState, at: Instant, facts: Facts): boolean =>
  norm.refuses && (norm.through !== 'itself' || norm.while(scopeOf(state, at, facts)));
