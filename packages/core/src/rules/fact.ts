import type { Day, Instant } from '../calendar/index.ts';
import type { Fact } from '../method/condition-schema.ts';
import type { Reading, Scope, Value } from './reading.ts';
import { fieldReader } from './field-reader.ts';
import { isOfItsCase } from './fact-shape.ts';
import type { Own } from './fact-shape.ts';
import { linkedScope } from './linked-scope.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a fact of a case turns out to be: a name, a text, a number, yes or no, a day `YYYY-MM-DD`, a moment in epoch ms, several names, files. */
export type FactValue = Value;

/** What rules need of time, handed in: the zone and the working calendar stay outside. */
export interface FactTime {
  /** The local day of a moment. */
  dayOf(at: Instant): Day;
  /** A moment as people read it, the local day and minute: always written `YYYY-MM-DD HH:MM`. */
  formatMoment(at: Instant): string;
  /** A day or a moment moved later (`1`) or earlier (`-1`) by a duration as a method writes it. */
  add(value: Day | Instant, duration: string, sign: 1 | -1): Day | Instant;
}

/** Reads one fact of a case; nothing when it is not known. */
export type FactReader = (scope: Scope) => FactValue | undefined;

/**
 * Compiles a fact to a function that reads it. Closures only, built once; inside `where` and `every` of a record, an ask or a clock, pass `own`.
 * The last record is the last one that was not withdrawn; the last ask and the last clock of a name are those that began last. What is
 * read of the case linked last is read there as in any case, and not known where there is none or it cannot be read.
 */
export const compileFact = (fact: Fact, vocabulary: Vocabulary, own?: Own): FactReader => {
  if ('field' in fact) return own && !isOfItsCase(fact.field, vocabulary, own) ? readOwn(fact.field) : fieldReader(fact.field);
  if ('answer' in fact) return fact.output === undefined ? readAnswer(fact.answer) : readOutput(fact.answer, fact.output);
  if ('record' in fact) return readRecord(fact.record, fact.show, fact.pick ?? 'last');
  if ('case' in fact) return caseReaders[fact.case];
  if ('clock' in fact) return readClock(fact.clock, fact.show ?? 'state', vocabulary.clocks.get(fact.clock)?.binds ?? 'hard');
  if ('ask' in fact) return readAsk(fact.ask, fact.show ?? 'state');
  if ('action' in fact) return readAction(fact.action, fact.show ?? 'count');
  return fact.reads === undefined ? readLinks(fact, fact.show ?? 'count') : readLinked(fact, compileFact(fact.reads, vocabulary));
};

type CaseFact = Extract<Fact, { case: unknown }>['case'];
type ClockShow = NonNullable<Extract<Fact, { clock: unknown }>['show']>;
type AskShow = NonNullable<Extract<Fact, { ask: unknown }>['show']>;
type ActionShow = NonNullable<Extract<Fact, { action: unknown }>['show']>;
type LinkFact = Extract<Fact, { link: unknown }>;
type LinkShow = NonNullable<Extract<Fact, { link: unknown }>['show']>;

const readOwn = (name: string): FactReader => (scope) => scope.own?.[name];

const readAnswer = (name: string): FactReader => ({ state }) => {
  const answer = state.answers[name];
  return answer?.is ?? answer?.all;
};
const readOutput = (name: string, output: string): FactReader => ({ state }) => state.answers[name]?.outputs?.[output]?.zh;

const readRecord = (name: string, show: string | undefined, pick: 'first' | 'last'): FactReader => {
  const find = pick === 'last' ? lastRecord : firstRecord;
  if (show === undefined) return ({ state }) => find(state.records, name) !== undefined;
  return ({ state }) => find(state.records, name)?.values[show];
};

const lastRecord = (records: Reading['records'], name: string): Reading['records'][number] | undefined => {
  for (let i = records.length - 1; i >= 0; i -= 1) {
    const record = records[i]!;
    if (record.name === name && record.withdrawn === undefined) return record;
  }
  return undefined;
};
const firstRecord = (records: Reading['records'], name: string): Reading['records'][number] | undefined =>
  records.find((record) => record.name === name && record.withdrawn === undefined);

const caseReaders: Readonly<Record<CaseFact, FactReader>> = {
  id: ({ state }) => state.id,
  kind: ({ state }) => state.kind,
  source: ({ state }) => state.source,
  step: ({ state }) => state.step,
  ending: ({ state }) => state.ended?.ending,
  outcome: ({ state }) => state.ended?.outcome,
  home: ({ state }) => state.home,
  holder: ({ state }) => state.holder,
  'home-level': ({ state }) => state.levels.home,
  'holder-level': ({ state }) => state.levels.holder,
  opened: ({ state }) => state.opened,
  ended: ({ state }) => state.ended?.at,
  reporter: ({ state }) => state.reporter !== undefined,
  'opened-by': ({ state }) => state.openedBy?.person,
  now: ({ at }) => at,
};

type ClockReading = Reading['clocks'][string];
/** hard: broken when passed; soft: only warns; minimum: not earlier than. */
export type Binding = 'hard' | 'soft' | 'minimum';

/** The clock of this name; where there is one for each ask, the one that started last. */
const clockNamed = (clocks: Reading['clocks'], name: string): ClockReading | undefined => {
  const direct = clocks[name];
  if (direct !== undefined) return direct;
  let last: ClockReading | undefined;
  for (const key in clocks) {
    const clock = clocks[key]!;
    if (clock.name === name && (last === undefined || clock.start.at >= last.start.at)) last = clock;
  }
  return last;
};

const readClock = (name: string, show: ClockShow, binds: Binding): FactReader => {
  const read = clockReaders[show];
  if (show === 'state') return ({ state }) => clockNamed(state.clocks, name)?.phase ?? 'waiting';
  return ({ state, at }) => { const clock = clockNamed(state.clocks, name); return clock && read(clock, at, binds); };
};

/** What can be read of one clock at a moment; `where` and `every` of clocks read most of it as `{ field }`. */
export const clockReaders: Readonly<Record<ClockShow, (clock: ClockReading, at: Instant, binds: Binding) => FactValue | undefined>> = {
  state: (clock) => clock.phase,
  started: (clock) => clock.start.at,
  due: ({ due }) => due?.day ?? due?.at,
  stopped: (clock) => clock.stopped,
  late: (clock, at, binds) => isLate(clock, at, binds),
  holder: ({ broken }) => broken?.who?.person ?? broken?.who?.unit ?? broken?.who?.role,
  exempt: ({ exempt }) => exempt !== undefined,
};

/** Broken (unless the act that met it turned out to have happened in time), or past its due time now. At the due instant it is in time; a minimum is never late, nor is a void clock. */
const isLate = (clock: ClockReading, now: Instant, binds: Binding): boolean => {
  if (clock.broken !== undefined) return clock.corrected !== true;
  if (binds === 'minimum' || clock.due === undefined) return false;
  if (clock.phase === 'running') return now > clock.due.at;
  return binds === 'soft' && clock.phase === 'met' && clock.stopped !== undefined && clock.stopped > clock.due.at;
};

type AskReading = Reading['asks'][number];

const lastAsk = (asks: Reading['asks'], name: string): AskReading | undefined => {
  for (let i = asks.length - 1; i >= 0; i -= 1) if (asks[i]!.name === name) return asks[i];
  return undefined;
};

const readAsk = (name: string, show: AskShow): FactReader => {
  const read = askReaders[show];
  if (show === 'state') return ({ state }) => { const ask = lastAsk(state.asks, name); return ask ? read(ask) : 'none'; };
  return ({ state }) => { const ask = lastAsk(state.asks, name); return ask && read(ask); };
};

/** What can be read of one ask; `where` and `every` of asks read the same words as `{ field }`. */
export const askReaders: Readonly<Record<AskShow, (ask: AskReading) => FactValue | undefined>> = {
  state: (ask) => ask.reply !== undefined ? 'replied' : ask.accepted !== undefined ? 'accepted' : 'open',
  post: (ask) => ask.to.post,
  person: (ask) => ask.to.person,
  unit: (ask) => ask.to.unit,
  asked: (ask) => ask.at,
  replied: (ask) => ask.reply?.at,
  reply: (ask) => ask.reply?.as,
};

const readAction = (name: string, show: ActionShow): FactReader => {
  switch (show) {
    case 'at': return ({ state }) => state.done[name]?.at;
    case 'by': return ({ state }) => state.done[name]?.by?.person;
    case 'count': return ({ state }) => state.done[name]?.count ?? 0;
  }
};

/** Is it one of these links, on the side that is asked for? */
const isSuch = ({ link, side }: { readonly link: string; readonly side?: 'from' | 'to' }) => (linked: Reading['links'][number]): boolean =>
  linked.link === link && (side === undefined || linked.side === side);

const readLinks = (of: LinkFact, show: LinkShow): FactReader => {
  const such = isSuch(of);
  if (show === 'count') return ({ state }) => { let count = 0; for (const linked of state.links) if (such(linked)) count += 1; return count; };
  return ({ state }) => {
    const ids = state.links.filter(such).map((linked) => linked.case);
    return ids.length === 0 ? undefined : ids;
  };
};

const readLinked = (of: LinkFact, read: FactReader): FactReader => (scope) => {
  const last = scope.state.links.findLast(isSuch(of));
  const inner = last && linkedScope(scope, last.case);
  return inner && read(inner);
};
