import { elapse } from '../case/elapse.ts';
import type { CaseState, Facts } from '../case/messages.ts';
import type { Desk } from './desk.ts';

/** A log with what was due by then, though nobody had swept it yet: read so, not written. One whose version is not there any more stays as it is. */
export const sweptTo = (desk: Desk, state: CaseState, at: number, facts: Facts): CaseState => {
  const rules = desk.book.find(state);
  return rules ? elapse(rules, state, at, facts).state : state;
};
