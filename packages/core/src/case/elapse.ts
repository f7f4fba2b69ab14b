import type { Day, Instant } from '../calendar/index.ts';
import { changed } from './clock-copy.ts';
import { Draft } from './draft.ts';
import { giveAsks, moveTo, raise, tell } from './effects.ts';
import type { EffectContext } from './effects.ts';
import { endCase, endingIssues, settleClocks } from './endings.ts';
import { evolve } from './evolve.ts';
import type { CaseEvent, CaseState, Clock, Facts, PendingRung } from './messages.ts';
import type { ClockRule, RungRule } from './compile-clocks.ts';
import type { Rules } from './rules.ts';
import { byTime, holderOf, nextRung, runClocks } from './run-clocks.ts';
import type { ClockOccasion } from './run-clocks.ts';
import { scopeOf } from './scope.ts';

/** How many things may happen by themselves in one case at one call: far more than any method lays out; a loop is a defect of the method. */
const endless = 10_000;

/** Something that will happen by itself: a clock's end, or a rung of its ladder. */
interface Timer { readonly at: Instant; readonly late?: true; readonly name: string; readonly clock: Clock; readonly rung?: PendingRung }

/**
 * Lets everything happen that is due up to `until`, each at its own instant, in order of time, then of name. What stands at the due
 * instant itself (its breach, its last rung) comes only once that instant is over: an act at the due instant is in time.
 */
export const elapse = (rules: Rules, state: CaseState, until: Instant, facts: Facts): { readonly state: CaseState; readonly events: readonly CaseEvent[] } => {
  if (nothingDue(state, until)) return { state, events: [] };
  const events: CaseEvent[] = [];
  let now = state;
  for (let timer = nextTimer(now); timer !== undefined && isOver(timer, until); timer = nextTimer(now)) {
    if (events.length >= endless) throw new Error(`Case ${state.id}: clock "${timer.clock.name}" sets things going without end at ${timer.at}`);
    const event = happen(rules, now, timer, facts);
    events.push(event);
    now = evolve(now, event);
  }
  return { state: now, events };
};

/** The instant after which something happens by itself, for the timers' index; undefined when nothing will. */
export const nextInstant = (state: CaseState): Instant | undefined => {
  let first = Infinity;
  for (const id in state.clocks) {
    const clock = state.clocks[id]!;
    if (!isWaiting(clock)) continue;
    const rung = clock.rungs[0];
    if (rung !== undefined) first = Math.min(first, rung.late ? rung.at + 1 : rung.at);
    if (clock.due !== undefined && comesToAnEnd(clock)) first = Math.min(first, clock.binds === 'minimum' ? clock.due.at : clock.due.at + 1);
  }
  return first === Infinity ? undefined : first;
};

/** Most commands meet nothing that is due: that is seen without laying out a single timer. */
const nothingDue = (state: CaseState, until: Instant): boolean => {
  for (const id in state.clocks) {
    const clock = state.clocks[id]!;
    // A minimum that has run is stopped, and what its ladder has after its end still comes.
    if (clock.phase === 'held' || clock.phase === 'void') continue;
    const rung = clock.rungs[0];
    if (rung !== undefined && rung.at <= until) return false;
    if (clock.phase === 'running' && clock.due !== undefined && clock.due.at <= until) return false;
  }
  return true;
};

const isOver = (timer: Timer, until: Instant): boolean => (timer.late ? timer.at < until : timer.at <= until);

const nextTimer = (state: CaseState): Timer | undefined => {
  let first: Timer | undefined;
  for (const id in state.clocks) {
    const clock = state.clocks[id]!;
    if (!isWaiting(clock)) continue;
    const [rung, end] = [rungTimer(clock), endTimer(clock)];
    if (rung !== undefined && (first === undefined || byTime(rung, first) < 0)) first = rung;
    if (end !== undefined && (first === undefined || byTime(end, first) < 0)) first = end;
  }
  return first;
};

/** May something still happen by itself at this clock? */
const isWaiting = (clock: Clock): boolean => (clock.stopped === undefined || clock.rungs.length > 0) && clock.phase !== 'held' && clock.phase !== 'void';

const rungTimer = (clock: Clock): Timer | undefined => {
  const rung = clock.rungs[0];
  return rung && { at: rung.at, ...(rung.late && { late: true as const }), name: `${clock.id}/${rung.name}`, clock, rung };
};

/** Its end: a minimum is kept when it has run; a hard limit that runs out is broken, unless it was past when it was made. */
const endTimer = (clock: Clock): Timer | undefined => {
  if (clock.due === undefined || !comesToAnEnd(clock)) return undefined;
  return clock.binds === 'minimum' ? { at: clock.due.at, name: clock.id, clock } : { at: clock.due.at, late: true, name: clock.id, clock };
};

const comesToAnEnd = ({ phase, binds, lateFromTheStart }: Clock): boolean => phase === 'running' && (binds === 'minimum' || (binds === 'hard' && !lateFromTheStart));

const happen = (rules: Rules, state: CaseState, timer: Timer, facts: Facts): CaseEvent => {
  const { clock, rung } = timer;
  const day = rung === undefined ? clock.due?.day : rung.day;
  // A tick may come late: what happened is recorded at its own instant, so that one tick or a thousand leave the same events.
  const at = Math.max(timer.at, state.last);
  const draft = new Draft(state, { at, recorded: at });
  const rule = rules.clocks.all.get(clock.name);
  const on: ClockOccasion = { recorded: startAt(at, day), happened: startAt(at, day) };
  if (rung === undefined) reachEnd(draft, clock, at, day);
  const reached = rung !== undefined && rule !== undefined && reachRung(rules, draft, rule, clock, rung, facts);
  runClocks(rules, draft, on);
  settleClocks(rules, draft);
  if (reached) tell(draft, reached.schema, contextOf(rules, draft, facts));
  return {
    v: 1, type: 'elapsed', seq: state.version + 1, at, ...(day !== undefined && { day }), recorded: at,
    clock: clock.id, ...(rung && { rung: rung.name }), changes: draft.changes,
  };
};

const startAt = (at: Instant, day: Day | undefined): ClockOccasion['recorded'] => ({ at, ...(day !== undefined && { day }) });

/** A minimum that has run is kept, and what its ladder has at its end and after it still comes; a hard limit that has run out is broken, and who had it then is written down. */
const reachEnd = (draft: Draft, clock: Clock, at: Instant, day: Day | undefined): void => {
  if (clock.binds === 'minimum') {
    draft.apply({ type: 'clock', how: 'met', clock: changed(clock, { phase: 'met', stopped: at }) });
    draft.happened(`clock:${clock.name}:stop`, clock.ask);
    return;
  }
  const broken = { at, ...(day !== undefined && { day }), who: holderOf(draft.state, clock) };
  draft.apply({ type: 'clock', how: 'broken', clock: changed(clock, { phase: 'broken', broken }) });
  draft.happened(`clock:${clock.name}:broken`, clock.ask);
};

/** What a rung sets going, all but its tellings; nothing where its condition does not hold. */
const reachRung = (rules: Rules, draft: Draft, rule: ClockRule, clock: Clock, reached: PendingRung, facts: Facts): RungRule | undefined => {
  const rung = rule.rungs.find((one) => one.name === reached.name);
  const again = rung && nextRung(rules, rung, reached);
  const rungs = [...clock.rungs.slice(1), ...(again ? [again] : [])].sort(byTime);
  draft.apply({ type: 'clock', how: 'rung', clock: changed(clock, { rungs }) });
  const context = contextOf(rules, draft, facts);
  const { scope } = context;
  if (rung === undefined || !rung.when(scope())) return undefined;
  giveAsks(draft, rung.schema, context);
  raise(draft, rung.schema, context);
  moveTo(draft, rung.schema, context);
  const ending = rung.schema.ends === undefined ? undefined : rules.endings.get(rung.schema.ends);
  // What comes by itself leaves its own reason; whatever else it requires must be there, or nothing ends.
  if (ending && endingIssues(rules, ending, scope()).every((one) => one.code === 'ending.unanswered')) endCase(draft, ending, undefined);
  return rung;
};

const contextOf = (rules: Rules, draft: Draft, facts: Facts): EffectContext => ({ rules, facts, scope: () => scopeOf(draft.state, draft.on.at, facts) });
