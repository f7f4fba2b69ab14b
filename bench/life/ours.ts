import { decide, elapse, evolve } from '@bihuan/core';
import type { CaseEvent, CaseState, Result } from '@bihuan/core';
import { facts, rules } from './story.ts';
import type { lives } from './story.ts';

export const accepted = (decision: Result<readonly CaseEvent[]>): readonly CaseEvent[] => {
  if (!decision.ok) throw new Error(decision.issues.map(({ code }) => code).join());
  return decision.value;
};

/** One life as the engine lives it, without a store: let due things happen, decide, evolve. */
export function liveOurs({ open, acts }: (typeof lives)[number], seen?: (state: CaseState, events: readonly CaseEvent[]) => void): CaseState {
  const opened = accepted(decide(rules, undefined, open, facts));
  let state: CaseState | undefined;
  for (const event of opened) state = evolve(state, event);
  seen?.(state!, opened);
  for (const command of acts) {
    const due = elapse(rules, state!, command.at, facts);
    const events = accepted(decide(rules, due.state, command, facts));
    state = due.state;
    for (const event of events) state = evolve(state, event);
    seen?.(state, [...due.events, ...events]);
  }
  return state!;
}
