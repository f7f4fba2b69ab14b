import type { CaseState, Change } from './messages.ts';
import { WorkingState } from './working-state.ts';
import type { Occasion } from './working-state.ts';

/** What has just happened, as clocks' triggers name it: `action:admit`, `record:contact`, `ask:lead:asked`, `step:handling`, `left:handling` … */
export interface Happening { readonly key: string; readonly ask?: string | undefined }

/** A decision in the making: the changes so far, the state that they make, and what has happened for the clocks to hear. */
export class Draft {
  readonly changes: Change[] = [];
  readonly happenings: Happening[] = [];
  readonly #work: WorkingState;

  constructor(state: CaseState | undefined, readonly on: Occasion) {
    this.#work = new WorkingState(state);
  }

  /** The state as it stands now. It goes on changing with the draft: read what is needed before the next change. */
  get state(): CaseState {
    return this.#work.state;
  }

  /** Counts the action itself, so that what follows can ask for it. */
  taken(action: string): void {
    this.#work.taken(action, this.on);
  }

  apply(change: Change): void {
    this.#work.apply(change, this.on);
    this.changes.push(change);
  }

  happened(key: string, ask?: string): void {
    this.happenings.push({ key, ask });
  }
}
