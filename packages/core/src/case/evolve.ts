import { match } from 'ts-pattern';
import type { CaseEvent, CaseState, Change, Done, Signature } from './messages.ts';

/** What an event makes of a case. Reads no rules: an event carries what was decided. */
export const evolve = (state: CaseState | undefined, event: CaseEvent): CaseState => {
  let next = event.type === 'acted' && state !== undefined ? taken(state, event.action, event) : state;
  for (const change of event.changes) {
    next = applyChange(next, change, event.type === 'elapsed' ? event : { at: event.at, recorded: event.recorded, by: event.by });
    if (change.type === 'opened' && event.type === 'acted') next = taken(next, event.action, event);
  }
  if (next === undefined) throw new Error(`The first event of a case must open it, not "${event.type}"`);
  return { ...next, version: event.seq, last: event.recorded };
};

/** All events of a case, from the first. */
export const replay = (events: readonly CaseEvent[]): CaseState | undefined =>
  events.reduce<CaseState | undefined>(evolve, undefined);

/** When and by whom something changes: of an event, what a change needs to know. */
export type Occasion = Pick<CaseEvent, 'at' | 'recorded'> & { readonly by?: Signature };

/** One change. The same function builds the state while a decision is made, so that what was decided is what is stored. */
export const applyChange = (state: CaseState | undefined, change: Change, on: Occasion): CaseState => {
  if (change.type === 'opened') return openedCase(change, on);
  if (state === undefined) throw new Error(`"${change.type}" before the case was opened`);
  return match(change)
    .returnType<CaseState>()
    .with({ type: 'field' }, ({ name, value }) => ({ ...state, fields: value === null ? without(state.fields, name) : { ...state.fields, [name]: value } }))
    .with({ type: 'record' }, ({ record }) => ({ ...state, records: [...state.records, record] }))
    .with({ type: 'record-withdrawn' }, ({ id, by }) => ({
      ...state, records: state.records.map((record) => (record.id === id ? { ...record, withdrawn: { at: on.at, by } } : record)),
    }))
    .with({ type: 'answer' }, ({ name, answer }) => ({ ...state, answers: { ...state.answers, [name]: answer } }))
    .with({ type: 'asked' }, ({ ask }) => ({ ...state, asks: [...state.asks, ask] }))
    .with({ type: 'replied' }, ({ id, as, by }) => ({
      ...state,
      asks: state.asks.map((ask) => (ask.id !== id ? ask
        : as === 'accepted' ? { ...ask, accepted: on.at }
        : { ...ask, reply: { as, at: on.at, ...(by && { by }) } })),
    }))
    .with({ type: 'clock' }, ({ clock }) => ({ ...state, clocks: { ...state.clocks, [clock.id]: clock } }))
    .with({ type: 'told' }, () => state)
    .with({ type: 'raised' }, ({ to }) => ({ ...state, holder: to }))
    .with({ type: 'step' }, ({ to, passed }) => ({ ...state, step: to, passed }))
    .with({ type: 'ended' }, ({ ending, outcome }) => ({ ...state, ended: { ending, outcome, at: on.at, ...(on.by && { by: on.by }) } }))
    .with({ type: 'reopened' }, () => without(state, 'ended'))
    .exhaustive();
};

const openedCase = (change: Extract<Change, { type: 'opened' }>, on: Occasion): CaseState => ({
  id: change.id, version: 0, method: change.method, kind: change.kind, source: change.source,
  home: change.home, holder: change.holder, ...(change.reporter && { reporter: change.reporter }),
  step: change.step, passed: [], fields: {}, answers: {}, records: [], asks: [], clocks: {}, done: {},
  opened: on.at, ...(on.by && { openedBy: on.by }), last: on.recorded,
});

/** Counts an action: when it was last taken, and by whom it ever was. */
export const taken = (state: CaseState, action: string, on: Occasion): CaseState =>
  ({ ...state, done: { ...state.done, [action]: doneOnceMore(state.done[action], on.at, on.by) } });

const doneOnceMore = (before: Done | undefined, at: number, by: Signature | undefined): Done => ({
  count: (before?.count ?? 0) + 1, at, ...(by && { by }),
  everyone: withPerson(before?.everyone ?? [], by?.person),
});

const withPerson = (everyone: readonly string[], person: string | undefined): readonly string[] =>
  person === undefined || everyone.includes(person) ? everyone : [...everyone, person];

const without = <T extends object, K extends keyof T>(object: T, key: K): T => {
  const { [key]: _gone, ...rest } = object;
  return rest as T;
};
