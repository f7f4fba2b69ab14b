import { accept, issue } from '../issues/issue.ts';
import type { Result } from '../issues/issue.ts';
import { wordsOf } from '../method/words.ts';
import type { Move } from '../method/template-schema.ts';
import { changed } from './clock-copy.ts';
import { Draft } from './draft.ts';
import { replyTo } from './effects.ts';
import type { CaseEvent, CaseState, Facts, MoveCommand, Signature } from './messages.ts';
import { signatureFor } from './posts.ts';
import { nextIdOf } from './recent.ts';
import type { Rules } from './rules.ts';
import { isOpen, letGo, reckonAnew, runClocks } from './run-clocks.ts';
import type { ClockOccasion } from './run-clocks.ts';

/**
 * Moves an open case to the version of these rules: only a version says how, and only for versions that it names. What has the same name in
 * both stays; a due time that was promised stays too, unless the move says that its limit is read anew.
 */
export const moveCase = (rules: Rules, state: CaseState, command: MoveCommand, facts: Facts): Result<readonly CaseEvent[]> => {
  const { version: to } = rules.method;
  const from = state.method.version;
  const move = rules.method.moves?.[from];
  if (move === undefined || state.method.id !== rules.method.id) return { ok: false, issues: [issue('move.no-way', ['moves', from], { from, to })] };
  const by = signatureFor(move.by, command.by, state, facts);
  if (by === undefined) return { ok: false, issues: [issue('move.not-yours', ['moves', from, 'by'], { who: move.by.map((role) => wordsOf(rules.method.roles[role]?.label ?? role)) })] };
  const step = move.steps?.[state.step] ?? state.step;
  const line = rules.method.kinds[state.kind]?.line ?? [];
  if (!line.includes(step)) return { ok: false, issues: [issue('move.no-step', ['moves', from, 'steps'], { step: state.step })] };

  const on: ClockOccasion = { recorded: { at: command.at }, happened: { at: command.at }, actor: command.by, facts };
  const draft = new Draft(state, { at: command.at, recorded: command.at, by });
  draft.apply({ type: 'moved', from, to, edition: rules.calendar.edition });
  const passed = state.passed.map((name) => move.steps?.[name] ?? name).filter((name) => line.includes(name));
  if (step !== state.step || passed.join() !== state.passed.join()) draft.apply({ type: 'step', from: state.step, to: step, passed });
  moveAsks(rules, draft, move, by);
  moveClocks(rules, draft, move, on);
  runClocks(rules, draft, on);
  return accept([{ v: 1, type: 'moved', seq: state.version + 1, at: command.at, recorded: command.at, by, changes: draft.changes }]);
};

/** An ask that the new version does not have, and that the move gives no name for, is withdrawn; one with a new name is asked anew of the same. */
const moveAsks = (rules: Rules, draft: Draft, move: Move, by: Signature): void => {
  for (const ask of draft.state.asks.filter(isOpen)) {
    const to = move.asks?.[ask.name] ?? ask.name;
    if (to === ask.name && rules.method.asks?.[ask.name] !== undefined) continue;
    replyTo(draft, ask, 'withdrawn', by);
    if (typeof to !== 'string' || rules.method.asks?.[to] === undefined) continue;
    const id = nextIdOf(draft.state.asks, to);
    draft.apply({ type: 'asked', ask: { id, name: to, to: ask.to, at: draft.on.at, by } });
  }
};

/** A clock that the new version does not have, and that the move gives no name for, counts for nothing; what has run under it stays on record. */
const moveClocks = (rules: Rules, draft: Draft, move: Move, on: ClockOccasion): void => {
  for (const clock of Object.values(draft.state.clocks)) {
    if (clock.stopped !== undefined || clock.phase === 'void') continue;
    const to = move.clocks?.[clock.name] ?? clock.name;
    const rule = typeof to === 'string' ? rules.clocks.all.get(to) : 'anew' in to ? rules.clocks.all.get(clock.name) : undefined;
    if (rule === undefined) draft.apply({ type: 'clock', how: 'void', clock: letGo(clock, on.recorded.at) });
    else if (typeof to === 'object') reckonAnew(rules, draft, rule, on);
    else if (to !== clock.name) {
      draft.apply({ type: 'clock', how: 'void', clock: letGo(clock, on.recorded.at) });
      draft.apply({ type: 'clock', how: 'moved', clock: changed(clock, { id: clock.ask === undefined ? to : `${to}@${clock.ask}`, name: to }) });
    }
  }
};
