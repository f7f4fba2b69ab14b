import { reckon, reckonBackwards, rung as rungAt, rungAgain } from '../calendar/index.ts';
import type { Due, Instant, Limit, Start } from '../calendar/index.ts';
import type { ClockSchema } from '../method/clock-schema.ts';
import { changed } from './clock-copy.ts';
import { durationOf } from './compile-clocks.ts';
import type { ClockRule, HoldRule, RungRule } from './compile-clocks.ts';
import type { Draft, Happening } from './draft.ts';
import type { Actor, Addressee, Ask, CaseState, Clock, ClockHow, Facts, PendingRung } from './messages.ts';
import { nextRound } from './recent.ts';
import type { Rules } from './rules.ts';
import { scopeOf } from './scope.ts';

/** When the happenings of a decision took place, for the clocks: `start.day` where that is not the day of the instant. */
export interface ClockOccasion {
  readonly recorded: Start;
  readonly happened: Start;
  readonly action?: string;
  readonly actor?: Actor;
  /** What the decision was handed, for conditions that read linked cases. */
  readonly facts?: Facts;
}

/**
 * Lets the clocks hear what has happened: first those that it stops, then holds, resumptions, starts, and last those whose limit
 * it changed. What a clock's own start or stop sets going is heard in turn, until nothing follows any more.
 */
export const runClocks = (rules: Rules, draft: Draft, on: ClockOccasion): void => {
  // The list grows while it is read: what a clock sets going is appended.
  for (let place = 0; place < draft.happenings.length; place++) {
    const happening = draft.happenings[place]!;
    if (happening.ask !== undefined && happening.key.endsWith(':withdrawn')) voidClocksOf(draft, happening.ask, on);
    const hearers = rules.clocks.hearers.get(happening.key);
    if (hearers === undefined) continue;
    for (const rule of hearers.stops) stopClocks(rules, draft, rule, happening, on);
    for (const { clock, hold } of hearers.holds) holdClocks(draft, clock, hold, happening, on);
    for (const { clock, hold } of hearers.resumes) resumeClocks(rules, draft, clock, happening, on, hold.name);
    for (const rule of hearers.starts) startClock(rules, draft, rule, happening, on);
    for (const rule of hearers.rereads) reckonAnew(rules, draft, rule, on);
  }
  draft.happenings.length = 0;
};

/** Starts a clock, or, if it has run before, does what the method says for this cause: keep on, resume with what was left, start anew. */
export const startClock = (rules: Rules, draft: Draft, rule: ClockRule, happening: Happening, on: ClockOccasion): void => {
  const state = draft.state;
  if (rule.perAsk !== undefined && happening.ask === undefined) return;
  if (rule.kinds && !rule.kinds.has(state.kind)) return;
  if (!rule.when(scopeOf(state, on.recorded.at, on.facts, on.actor))) return;
  const id = rule.perAsk === undefined ? rule.name : `${rule.name}@${happening.ask}`;
  const before = state.clocks[id];
  const now = rule.reads === 'happened' ? on.happened : on.recorded;
  const dated = startIn(rules, state, rule.dayFields.get(happening.key));
  const start = dated ?? now;
  if (before === undefined) return put(rules, draft, rule, freshClock(rules, state, rule, id, start, happening.ask), 'started', on);

  const again = rule.again(on.action);
  if (again === 'anew') {
    const round = nextRound(Object.keys(state.clocks), id);
    draft.apply({ type: 'clock', how: 'void', clock: changed(settled(before, on.recorded.at), { id: `${id}~${round}` }) });
    return put(rules, draft, rule, freshClock(rules, state, rule, id, start, happening.ask), 'restarted', on);
  }
  // A day that is set again moves the clock that counts from it.
  const kept = dated === undefined ? before : changed(before, { start: dated });
  if (before.stopped === undefined && before.phase !== 'void') {
    if (kept.start.at !== before.start.at) put(rules, draft, rule, kept, 'moved', on);
    return;
  }
  const { stopped } = before;
  const gap = again === 'resume' && stopped !== undefined ? [...before.holds, { from: stopped, to: now.at, reason: 'stopped' }] : before.holds;
  put(rules, draft, rule, changed(kept, { stopped: undefined, holds: gap, phase: before.broken ? 'broken' : 'running' }), 'resumed', on);
};

/** The start that stands in a field: the day, whole, or the moment. */
const startIn = ({ calendar }: Rules, { fields }: CaseState, field: string | undefined): Start | undefined => {
  const value = field === undefined ? undefined : fields[field];
  if (typeof value === 'string') return { at: calendar.zone.startOfDay(value), day: value };
  return typeof value === 'number' ? { at: value } : undefined;
};

/** Stops every running clock of this rule that the happening speaks of. */
export const stopClocks = (rules: Rules, draft: Draft, rule: ClockRule, happening: Happening, on: ClockOccasion): void => {
  for (const clock of runningOf(draft.state, rule, happening)) {
    const at = rule.reads === 'happened' ? on.happened.at : on.recorded.at;
    // A minimum that is cut short has not been kept; a hard limit that was broken stays broken, also when an extension was granted too
    // late, unless the act had happened before it broke.
    const phase = clock.binds === 'minimum' ? 'void' : clock.broken === undefined || at <= clock.broken.at ? 'met' : 'broken';
    const corrected = clock.phase === 'broken' && phase === 'met';
    draft.apply({
      type: 'clock', how: phase === 'broken' ? 'stopped-late' : phase,
      clock: changed(clock, { phase, stopped: at, rungs: [], holds: closeHold(clock, at), corrected: corrected || clock.corrected ? true : undefined }),
    });
    draft.happened(`clock:${rule.name}:stop`, clock.ask);
  }
};

/** What is no longer asked of anybody can be neither kept nor late: the clocks of that one ask count for nothing. */
const voidClocksOf = (draft: Draft, ask: string, on: ClockOccasion): void => {
  for (const clock of Object.values(draft.state.clocks)) {
    if (clock.ask !== ask) continue;
    if (clock.stopped === undefined) draft.apply({ type: 'clock', how: 'void', clock: letGo(clock, on.recorded.at) });
    else if (clock.rungs.length > 0) draft.apply({ type: 'clock', how: 'rung', clock: changed(clock, { rungs: [] }) });
  }
};

/** A clock that counts for nothing from now on; what was broken stays so. */
export const letGo = (clock: Clock, at: Instant): Clock => changed(clock, { phase: clock.broken ? 'broken' : 'void', stopped: at, rungs: [] });

/** Holds the clocks; one that is held for another reason already is held for both, until both have ended. */
export const holdClocks = (draft: Draft, rule: ClockRule, hold: HoldRule, happening: Happening, on: ClockOccasion): void => {
  for (const clock of runningOf(draft.state, rule, happening)) {
    if (clock.phase !== 'running' && !(clock.phase === 'held' && !clock.holds.some((open) => open.to === undefined && open.name === hold.name))) continue;
    draft.apply({ type: 'clock', how: 'held', clock: changed(clock, { phase: 'held', holds: [...clock.holds, { from: (rule.reads === 'happened' ? on.happened : on.recorded).at, ...hold }] }) });
  }
};

/** Ends the hold of this name, or, by hand, every one; the clock runs on when none is left. */
export const resumeClocks = (rules: Rules, draft: Draft, rule: ClockRule, happening: Happening, on: ClockOccasion, name?: string): void => {
  for (const clock of runningOf(draft.state, rule, happening)) {
    if (clock.phase !== 'held' || (name !== undefined && !clock.holds.some((hold) => hold.to === undefined && hold.name === name))) continue;
    const holds = closeHold(clock, (rule.reads === 'happened' ? on.happened : on.recorded).at, name);
    if (holds.some((hold) => hold.to === undefined)) draft.apply({ type: 'clock', how: 'held', clock: changed(clock, { holds }) });
    else put(rules, draft, rule, changed(clock, { phase: 'running', holds }), 'resumed', on);
  }
};

/** Reads the limit again, because what it is read from has changed. */
export const reckonAnew = (rules: Rules, draft: Draft, rule: ClockRule, on: ClockOccasion): void => {
  for (const clock of runningOf(draft.state, rule, { key: '' })) {
    const fresh = changed(clock, limitOf(rules, draft.state, rule.schema.limit));
    const due = dueOf(rules, draft.state, fresh);
    if (due?.at === clock.due?.at && due?.day === clock.due?.day) continue;
    put(rules, draft, rule, fresh, 'moved', on);
  }
};

/** Puts a clock into the case with its due time reckoned and its rungs laid out; clocks derived from it move with it. */
export const put = (rules: Rules, draft: Draft, rule: ClockRule, clock: Clock, how: ClockHow, on: ClockOccasion): void => {
  const due = dueOf(rules, draft.state, clock);
  const past = due !== undefined && due.at < on.recorded.at && clock.broken === undefined;
  // A clock that has been resumed or extended into the past was in time when it was made; one that has been moved out of it counts again.
  const late = past && (clock.lateFromTheStart === true || (how !== 'resumed' && how !== 'extended'));
  draft.apply({
    type: 'clock', how,
    clock: changed(clock, { due, lateFromTheStart: late ? true : undefined, rungs: due === undefined ? [] : pendingRungs(rules, rule, due, on.recorded.at) }),
  });
  draft.happened(`due:${rule.name}`);
};

const freshClock = (rules: Rules, state: CaseState, rule: ClockRule, id: string, start: Start, ask: string | undefined): Clock => {
  const { limit, from } = limitOf(rules, state, rule.schema.limit);
  return {
    id, name: rule.name, ask: rule.perAsk === undefined ? undefined : ask, phase: 'running', binds: rule.binds, start, limit, policy: rule.policy,
    holds: [], extensions: [], from, rungs: [],
  };
};

/** The limit as it reads now. What is not known yet leaves the clock measured but without an end; it is read again when it becomes known. */
const limitOf = (rules: Rules, state: CaseState, limit: ClockSchema['limit'] | undefined): Pick<Clock, 'limit' | 'from'> => {
  if (limit === undefined || limit === 'none') return { limit: { kind: 'none' } };
  if (typeof limit === 'string') return { limit: { kind: 'duration', duration: durationOf(limit) } };
  if ('field' in limit) return { limit: limitOfField(state, limit.field) };
  if ('parameter' in limit) return limitOf(rules, state, rules.method.parameters?.[limit.parameter]?.value);
  if ('endOf' in limit) return { limit: { kind: 'end-of', period: limit.endOf } };
  if ('answer' in limit) return limitOf(rules, state, limit.is[state.answers[limit.answer]?.is ?? ''] ?? limit.otherwise);
  return 'before' in limit
    ? { limit: { kind: 'none' }, from: { clock: limit.of, side: 'before', by: limit.before } }
    : { limit: { kind: 'duration', duration: durationOf(limit.after) }, from: { clock: limit.of, side: 'after', by: limit.after } };
};

const limitOfField = (state: CaseState, field: string): Limit => {
  const value = state.fields[field];
  if (typeof value === 'string') return { kind: 'day', day: value };
  return typeof value === 'number' ? { kind: 'instant', at: value } : { kind: 'none' };
};

const dueOf = (rules: Rules, state: CaseState, clock: Clock): Due | undefined => {
  if (clock.from === undefined) return reckon(rules.calendar, clock);
  const base = state.clocks[clock.from.clock]?.due;
  if (base === undefined) return undefined;
  return clock.from.side === 'before'
    ? reckonBackwards(rules.calendar, base, durationOf(clock.from.by), clock.policy)
    : reckon(rules.calendar, { ...clock, start: base });
};

/** Rungs that are still to come after this moment. One whose time has passed already is not made up for; what comes late at this very moment has not. */
const pendingRungs = (rules: Rules, rule: ClockRule, due: Due, now: Instant): PendingRung[] => {
  const pending: PendingRung[] = [];
  for (const rung of rule.rungs) {
    const first = firstRung(rules, rule, rung, due);
    if (first.at > now || (first.late === true && first.at === now)) pending.push(first);
  }
  return pending.length > 1 ? pending.sort(byTime) : pending;
};

const firstRung = (rules: Rules, rule: ClockRule, { name, side, offset, quiet }: RungRule, due: Due): PendingRung => {
  if (side !== 'due') return { name, at: rungAt(rules.calendar, due, offset!, side, quiet) };
  const { at, day } = due;
  if (rule.binds === 'minimum') return day === undefined ? { name, at } : { name, at, day };
  return day === undefined ? { name, at, late: true } : { name, at, late: true, day };
};

/** The same rung once more, where it repeats. */
export const nextRung = (rules: Rules, rung: RungRule, reached: PendingRung): PendingRung | undefined => {
  const n = (reached.n ?? 1) + 1;
  if (rung.every === undefined || n > rung.times) return undefined;
  const from: Due = { at: reached.at, day: reached.day ?? rules.time.dayOf(reached.at) };
  return { name: rung.name, at: rungAgain(rules.calendar, from, rung.every, rung.quiet), n };
};

/** In order of time; at one instant what is late comes last; then by name. */
export const byTime = (a: { at: Instant; late?: true; name: string }, b: { at: Instant; late?: true; name: string }): number =>
  a.at - b.at || Number(a.late ?? false) - Number(b.late ?? false) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** Where there is one for each ask, what happens to such an ask is about its own clock; what happens to another ask, or to the case, is about all. */
export const runningOf = (state: CaseState, rule: ClockRule, happening: Happening): Clock[] => {
  const one = state.clocks[rule.name];
  const clocks = rule.perAsk === undefined ? (one ? [one] : []) : Object.values(state.clocks).filter((clock) => clock.name === rule.name && !clock.id.includes('~'));
  return clocks.filter((clock) => clock.stopped === undefined && clock.phase !== 'void' && (clock.ask === undefined || !happening.ask?.startsWith(`${rule.perAsk}#`) || clock.ask === happening.ask));
};

const closeHold = (clock: Clock, at: Instant, name?: string): Clock['holds'] =>
  (clock.phase === 'held' ? clock.holds.map((hold) => (hold.to === undefined && (name === undefined || hold.name === name) ? { ...hold, to: at } : hold)) : clock.holds);

/** A clock that no longer counts for the case: kept as it was, its rungs dropped. */
export const settled = (clock: Clock, at: Instant): Clock => (clock.stopped === undefined ? letGo(clock, at) : changed(clock, { rungs: [] }));

/** Who has the case now: whoever was asked first and has not replied, else its unit. */
export const holderOf = (state: CaseState, clock?: Clock): Addressee => {
  const asked = clock?.ask !== undefined ? state.asks.find((ask) => ask.id === clock.ask) : state.asks.find(isOpen);
  return asked?.to ?? { unit: state.holder };
};

export const isOpen = (ask: Ask): boolean => ask.reply === undefined;
