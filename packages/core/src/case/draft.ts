import { applyChange, taken } from './evolve.ts';
import type { Occasion } from './evolve.ts';
import type { CaseState, Change } from './messages.ts';

/** What has just happened, as clocks' triggers name it: `action:admit`, `record:contact`, `ask:lead:asked`, `step:handling`, `left:handling` … */
export interface Happening { readonly key: string; readonly ask?: string }

/**
 * A decision in the making: the changes so far, the state that they make, and what has happened for the clocks to hear.
 * It goes through the same `applyChange` as a stored event, so that what was decided is what is read back.
 */
export class Draft {
  readonly changes: Change[] = [];
  readonly happenings: Happening[] = [];
  #state: CaseState | undefined;

  constructor(state: CaseState | undefined, readonly on: Occasion) {
    this.#state = state;
  }

  get state(): CaseState {
    if (this.#state === undefined) throw new Error('The case is not open yet');
    return this.#state;
  }

  /** Counts the action itself, so that what follows can ask for it. */
  taken(action: string): void {
    this.#state = taken(this.state, action, this.on);
  }

  apply(change: Change): void {
    this.#state = applyChange(this.#state, change, this.on);
    this.changes.push(change);
  }

  happened(key: string, ask?: string): void {
    this.happenings.push(ask === undefined ? { key } : { key, ask });
  }
}
