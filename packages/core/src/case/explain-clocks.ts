import { explain as explainReckoning, explainBackwards, formatInstant, segmentText } from '../calendar/index.ts';
import type { Due, Segment } from '../calendar/index.ts';
import type { Words } from '../issues/issue.ts';
import { wordsOf } from '../method/words.ts';
import { durationOf } from './compile-clocks.ts';
import type { ExplainedClock, Light } from './explanation.ts';
import type { CaseState, Clock } from './messages.ts';
import type { Rules } from './rules.ts';

/** Every clock that has started, the running ones first by what is due next, with its light and the reasons of its due time. */
export const explainClocks = (rules: Rules, state: CaseState, at: number): ExplainedClock[] =>
  Object.values(state.clocks)
    .map((clock) => explainClock(rules, state, clock, at))
    .sort((a, b) => Number(a.stopped !== undefined) - Number(b.stopped !== undefined) || (a.due?.at ?? Infinity) - (b.due?.at ?? Infinity));

export const explainClock = (rules: Rules, state: CaseState, clock: Clock, at: number): ExplainedClock => {
  const rule = rules.clocks.all.get(clock.name);
  const segments = segmentsOf(rules, state, clock);
  return {
    id: clock.id, name: clock.name, label: rule?.label ?? wordsOf(clock.name), phase: clock.phase, light: lightOf(clock, at, rules), binds: clock.binds,
    started: clock.start.at, ...(clock.due && { due: clock.due, dueText: dueText(rules, clock.due) }), ...(clock.stopped !== undefined && { stopped: clock.stopped }),
    provisional: clock.due?.provisional === true, lateFromTheStart: clock.lateFromTheStart === true,
    ...(clock.exempt && { exempt: { why: clock.exempt.why, at: clock.exempt.at, ...(clock.exempt.by && { by: clock.exempt.by.name ?? clock.exempt.by.person }) } }),
    segments, because: segments.map((segment) => segmentText(segment, rules.calendar.zone)),
    ...(rule?.schema.source !== undefined && { source: wordsOf(rule.schema.source) }),
  };
};

/** Why a clock is due when it is due: the segments that make the due time, in the order in which they are reckoned. */
export const segmentsOf = (rules: Rules, state: CaseState, clock: Clock): readonly Segment[] => {
  if (clock.from === undefined) return explainReckoning(rules.calendar, clock);
  const base = state.clocks[clock.from.clock]?.due;
  if (base === undefined) return [];
  return clock.from.side === 'before'
    ? explainBackwards(rules.calendar, base, durationOf(clock.from.by), clock.policy)
    : explainReckoning(rules.calendar, { ...clock, start: base });
};

/** The light: red when overdue, yellow once the first rung before the end has been passed, green before that; no light without an end. */
export const lightOf = (clock: Clock, at: number, rules: Rules): Light => {
  if (clock.phase === 'void') return 'void';
  if (clock.stopped !== undefined) return clock.broken && !clock.corrected ? 'late' : 'met';
  if (clock.phase === 'held') return 'held';
  if (clock.due === undefined || clock.binds === 'minimum') return 'none';
  if (at > clock.due.at) return 'red';
  const warn = warnAt(clock, rules);
  return warn !== undefined && at >= warn ? 'yellow' : 'green';
};

/** When the light turns yellow: at the first rung that stands before the end; a clock without one never does. */
export const warnAt = (clock: Clock, rules: Rules): number | undefined => {
  if (clock.due === undefined || clock.stopped !== undefined || clock.binds === 'minimum') return undefined;
  return rules.warnInstant(clock);
};

/** The last day, or the last moment, in words. */
export const dueText = (rules: Rules, due: Due): Words => {
  const text = due.day ?? formatInstant(due.at, rules.calendar.zone).slice(0, 16).replace('T', ' ');
  return { zh: due.provisional ? `${text}（暂定）` : text, en: due.provisional ? `${text} (provisional)` : text };
};
