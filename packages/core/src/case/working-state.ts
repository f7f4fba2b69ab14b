import type { CaseState, Change, Done, Signature } from './messages.ts';
import { KEPT, roundToDrop, withRecent } from './recent.ts';

/** When and by whom something changes: what a change needs to know of its event. */
export interface Occasion { readonly at: number; readonly recorded: number; readonly by?: Signature | undefined }

type OwnState = { -readonly [K in keyof CaseState]: CaseState[K] };
type Collection = 'fields' | 'answers' | 'clocks' | 'done';
type Writable<C extends Collection> = { -readonly [K in keyof CaseState[C]]: CaseState[C][K] };

/**
 * A state in the making: a copy of its own, whose collections are copied when they are first written. A decision and the folding of an
 * event change cases through this one class, so that what was decided is what is read back; what was handed in stays untouched.
 */
export class WorkingState {
  #state: OwnState | undefined;
  #copied: Record<Collection, boolean> = { fields: false, answers: false, clocks: false, done: false };

  /** `kept`: how many of one name it keeps of what is over; all of them, where figures are taken. */
  constructor(state: CaseState | undefined, readonly kept: number = KEPT) {
    if (state !== undefined) this.#state = copyOf(state);
  }

  get state(): CaseState {
    return this.own;
  }

  /** The same, to be written to. */
  get own(): OwnState {
    if (this.#state === undefined) throw new Error('The first change of a case must open it');
    return this.#state;
  }

  apply(change: Change, on: Occasion): void {
    // A table of appliers instead of a chain of patterns: as exhaustive to the compiler, and measured ten times as fast.
    (appliers[change.type] as (work: WorkingState, change: Change, on: Occasion) => void)(this, change, on);
  }

  /** Counts an action: when it was last taken, and by whom it ever was. */
  taken(action: string, { at, by }: Occasion): void {
    const done = this.done;
    done[action] = doneOnceMore(done[action], at, by);
  }

  open(state: CaseState): void {
    this.#state = state;
    this.#copied = { fields: true, answers: true, clocks: true, done: true };
  }

  // The same four times on purpose: each collection is copied at a place of its own, which the engine that runs it learns by its shapes.
  get fields(): Writable<'fields'> {
    if (!this.#copied.fields) { this.#copied.fields = true; this.own.fields = { ...this.own.fields }; }
    return this.own.fields;
  }

  get answers(): Writable<'answers'> {
    if (!this.#copied.answers) { this.#copied.answers = true; this.own.answers = { ...this.own.answers }; }
    return this.own.answers;
  }

  get clocks(): Writable<'clocks'> {
    if (!this.#copied.clocks) { this.#copied.clocks = true; this.own.clocks = { ...this.own.clocks }; }
    return this.own.clocks;
  }

  get done(): Writable<'done'> {
    if (!this.#copied.done) { this.#copied.done = true; this.own.done = { ...this.own.done }; }
    return this.own.done;
  }
}

/** Every key written out, absent ones too: all states have one shape, which is what makes reading and copying them quick. */
const copyOf = (state: CaseState): { -readonly [K in keyof Required<CaseState>]: CaseState[K] } => ({
  id: state.id, version: state.version, method: state.method, kind: state.kind, source: state.source,
  home: state.home, holder: state.holder, levels: state.levels, reporter: state.reporter,
  step: state.step, passed: state.passed, fields: state.fields, answers: state.answers, records: state.records, asks: state.asks,
  clocks: state.clocks, links: state.links, done: state.done,
  opened: state.opened, openedBy: state.openedBy, ended: state.ended, dropped: state.dropped, last: state.last,
});

const always = (): boolean => true;
const isReplied = (ask: CaseState['asks'][number]): boolean => ask.reply !== undefined;

type Appliers = { readonly [T in Change['type']]: (work: WorkingState, change: Extract<Change, { type: T }>, on: Occasion) => void };

const appliers: Appliers = {
  'opened': (work, change, on) => work.open({
    id: change.id, version: 0, method: change.method, kind: change.kind, source: change.source,
    home: change.home, holder: change.holder, levels: change.levels, reporter: change.reporter,
    step: change.step, passed: [], fields: {}, answers: {}, records: [], asks: [], clocks: {}, links: [], done: {},
    opened: on.at, openedBy: on.by, ended: undefined, dropped: undefined, last: on.recorded,
  }),
  'field': (work, { name, value }) => {
    if (value === null) delete work.fields[name];
    else work.fields[name] = value;
  },
  'record': (work, { record }) => {
    const { list, dropped } = withRecent(work.own.records, record, always, work.kept);
    work.own.records = list;
    if (dropped) work.own.dropped = true;
  },
  'record-withdrawn': (work, { id, by }, on) => {
    work.own.records = work.own.records.map((record) => (record.id === id ? { ...record, withdrawn: { at: on.at, by } } : record));
  },
  'answer': (work, { name, answer }) => { work.answers[name] = answer; },
  'asked': (work, { ask }) => {
    const { list, dropped } = withRecent(work.own.asks, ask, isReplied, work.kept);
    work.own.asks = list;
    if (dropped) work.own.dropped = true;
  },
  'replied': (work, { id, as, by }, on) => {
    const place = work.own.asks.findIndex((ask) => ask.id === id);
    if (place < 0) return;
    const ask = work.own.asks[place]!;
    const reply = by === undefined ? { as, at: on.at } : { as, at: on.at, by };
    const asks = [...work.own.asks];
    asks[place] = as === 'accepted' ? { ...ask, accepted: on.at } : { ...ask, reply };
    work.own.asks = asks;
  },
  'clock': (work, { clock }) => {
    work.clocks[clock.id] = clock;
    const drop = work.kept === Infinity || !clock.id.includes('~') ? undefined : roundToDrop(Object.keys(work.clocks), clock.id);
    if (drop === undefined) return;
    delete work.clocks[drop];
    work.own.dropped = true;
  },
  'told': () => undefined,
  'raised': (work, { to, level }) => {
    work.own.holder = to;
    work.own.levels = { home: work.own.levels.home, holder: level };
  },
  'linked': (work, { link }) => { work.own.links = [...work.own.links, link]; },
  'spawned': () => undefined,
  'moved': (work, { to }) => { work.own.method = { id: work.own.method.id, version: to }; },
  'issued': () => undefined,
  'step': (work, { to, passed }) => { work.own.step = to; work.own.passed = passed; },
  'ended': (work, { ending, outcome }, { at, by }) => { work.own.ended = by === undefined ? { ending, outcome, at } : { ending, outcome, at, by }; },
  'reopened': (work) => { work.own.ended = undefined; },
};

const doneOnceMore = (before: Done | undefined, at: number, by: Signature | undefined): Done => {
  const count = before === undefined ? 1 : before.count + 1;
  const everyone = withPerson(before?.everyone ?? [], by?.person);
  return by === undefined ? { count, at, everyone } : { count, at, by, everyone };
};

const withPerson = (everyone: readonly string[], person: string | undefined): readonly string[] =>
  (person === undefined || everyone.includes(person) ? everyone : [...everyone, person]);
