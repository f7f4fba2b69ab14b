import { evolve } from '../case/evolve.ts';
import type { FollowUp } from '../case/follow-up.ts';
import type { CaseState } from '../case/messages.ts';
import { seal, sealGiven } from '../case/personal.ts';
import type { PersonalValue } from '../case/personal.ts';
import type { Rules } from '../case/rules.ts';
import { keptOf } from './read-case.ts';
import type { CaseWrite, PersonalRow } from './store-port.ts';

/** What is kept of a write, and the personal values that lie beside it. `before`: the case as it was read. */
export const sealWrite = (rules: Rules, before: CaseState | undefined, write: CaseWrite): { readonly write: CaseWrite; readonly personal: readonly PersonalRow[] } => {
  const { events, personal } = seal(rules, write.events, write.state);
  const kept = before && keptOf(before);
  if (personal.length === 0 && kept === before) return { write, personal: [] };
  return { write: { ...write, events, state: events.reduce<CaseState | undefined>(evolve, kept)! }, personal: rowsOf(write.caseId, personal) };
};

/** A follow-up as it is kept while it waits: what it hands on of the case from which it follows lies beside that one. `n`: its number in the write. */
export const sealFollowUp = (rules: Rules, after: CaseState, follow: FollowUp, n: number): { readonly follow: FollowUp; readonly personal: readonly PersonalRow[] } => {
  const { sealed, personal } = sealGiven(rules, follow.action, follow.input, after, `${after.version}.f${n}.`);
  return personal.length === 0 ? { follow, personal: [] } : { follow: { ...follow, input: sealed }, personal: rowsOf(follow.from, personal) };
};

const rowsOf = (caseId: string, personal: readonly PersonalValue[]): readonly PersonalRow[] => personal.map((one) => ({ caseId, ...one }));
