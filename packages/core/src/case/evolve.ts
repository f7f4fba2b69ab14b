import type { CaseEvent, CaseState } from './messages.ts';
import { KEPT } from './recent.ts';
import { WorkingState } from './working-state.ts';
import type { Occasion } from './working-state.ts';

/** What an event makes of a case. Reads no rules: an event carries what was decided. The state that is handed in stays as it is. */
export const evolve = (state: CaseState | undefined, event: CaseEvent): CaseState => evolved(state, event, KEPT);

const evolved = (state: CaseState | undefined, event: CaseEvent, kept: number): CaseState => {
  const work = new WorkingState(state, kept);
  const on: Occasion = event.type === 'elapsed' ? { at: event.at, recorded: event.recorded } : { at: event.at, recorded: event.recorded, by: event.by };
  if (event.type === 'acted' && state !== undefined) work.taken(event.action, on);
  for (const change of event.changes) {
    work.apply(change, on);
    if (change.type === 'opened' && event.type === 'acted') work.taken(event.action, on);
  }
  work.own.version = event.seq;
  work.own.last = event.recorded;
  return work.state;
};

/** All events of a case, from the first. */
export const replay = (events: readonly CaseEvent[]): CaseState | undefined =>
  events.reduce<CaseState | undefined>(evolve, undefined);

/** The same with everything in it that the log holds: for figures about records, asks and clocks of long logs. */
export const replayWhole = (events: readonly CaseEvent[]): CaseState | undefined =>
  events.reduce<CaseState | undefined>((state, event) => evolved(state, event, Infinity), undefined);
