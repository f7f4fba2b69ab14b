import type { PlainCommand } from './story.ts';

/** The limit for what the peers do: role, one required field, the step, one event. State and events have one shape each. */
export interface SmallState { step: string; version: number; values: Record<string, unknown> }
export interface SmallEvent { readonly type: string; readonly at: number; readonly person: string; readonly field: string; readonly value: unknown; readonly to: string }

export const freshState = (): SmallState => ({ step: 'new', version: 0, values: {} });

export function decide(state: SmallState, command: PlainCommand): SmallEvent | undefined {
  switch (command.type) {
    case 'report': return allowed(state, command, 'new', 'clerk', 'content', 'contact');
    case 'call': return allowed(state, command, 'contact', 'clerk', 'situation', 'screening');
    case 'admit': return allowed(state, command, 'screening', 'leading-group', 'class', 'scheduling');
    case 'schedule': return allowed(state, command, 'scheduling', 'party-committee', 'measures', 'handling');
    case 'progress': return allowed(state, command, 'handling', 'responsible', 'done-so-far', 'handling');
    case 'report-result': return allowed(state, command, 'handling', 'responsible', 'outcome', 'accepting');
    case 'answer': return allowed(state, command, 'accepting', 'clerk', 'reply', 'accepting');
    case 'accept': return allowed(state, command, 'accepting', 'party-committee', 'opinion', 'solved');
    default: return undefined;
  }
}

function allowed(state: SmallState, { type, role, person, at, input }: PlainCommand, from: string, by: string, field: string, to: string): SmallEvent | undefined {
  if (state.step !== from || role !== by) return undefined;
  const value = input[field];
  return value === undefined || value === '' ? undefined : { type, at, person, field, value, to };
}

/** In place: the caller owns the state. */
export function evolve(state: SmallState, event: SmallEvent): SmallState {
  state.step = event.to;
  state.version += 1;
  state.values[event.field] = event.value;
  return state;
}

/** A new state, the old one left as it was. */
export const evolveCopying = (state: SmallState, event: SmallEvent): SmallState =>
  ({ step: event.to, version: state.version + 1, values: { ...state.values, [event.field]: event.value } });
