import type { CaseEvent, CaseState } from '../case/messages.ts';
import { ERASED, isSealed, maskValues, unseal } from '../case/personal.ts';
import type { PersonalValues } from '../case/personal.ts';
import type { FollowUp } from '../case/follow-up.ts';
import type { Desk } from './desk.ts';
import type { CaseQuery } from './store-port.ts';

/** Of a state that was read in the clear, the one that is kept. */
const keptStates = new WeakMap<CaseState, CaseState>();

/** The state that is kept of one that was read here: the same, with references in place of personal values. */
export const keptOf = (state: CaseState): CaseState => keptStates.get(state) ?? state;

const inTheClear = (kept: CaseState, values: ReadonlyMap<string, string>): CaseState => {
  const state = unseal(kept, values);
  if (state !== kept) keptStates.set(state, kept);
  return state;
};

/** A case as decisions read it: its personal values in place, erased ones missing. */
export const readCase = async ({ store, tenant }: Desk, caseId: string): Promise<CaseState | undefined> => {
  const found = await store.readWhole(tenant, caseId);
  return found && inTheClear(found.state, found.personal);
};

/** The states of the cases that a query finds, in the clear. */
export async function* statesOf({ store, tenant }: Desk, query: CaseQuery): AsyncIterable<CaseState> {
  for await (const part of inStretches(store.states(tenant, query))) {
    const sealed = part.filter(isSealed).map(({ id }) => id);
    const values = sealed.length === 0 ? undefined : await store.personal(tenant, sealed);
    for (const state of part) yield inTheClear(state, values?.get(state.id) ?? none);
  }
}

/** The events of a case in the clear; what was erased is missing. */
export const historyOf = async (desk: Desk, caseId: string): Promise<readonly CaseEvent[]> => {
  const { events, values } = await keptHistory(desk, caseId);
  return unseal(events, values);
};

/** The events of a case as they are shown: personal values masked, and said where they were erased. */
export const maskedHistoryOf = async (desk: Desk, caseId: string): Promise<readonly CaseEvent[]> => {
  const { events, values } = await keptHistory(desk, caseId);
  return unseal(events, maskValues(values), ERASED.zh);
};

const keptHistory = async ({ store, tenant }: Desk, caseId: string): Promise<{ events: readonly CaseEvent[]; values: PersonalValues }> => {
  const [events, values] = await Promise.all([store.history(tenant, caseId), store.personal(tenant, [caseId])]);
  return { events, values: values.get(caseId) ?? none };
};

/** What is still to follow in other cases, with what it hands on in place. */
export const followUpsOf = async ({ store, tenant }: Desk, limit: number): Promise<readonly FollowUp[]> => {
  const follows = await store.followUps(tenant, limit);
  const from = [...new Set(follows.map((follow) => follow.from))];
  const values = from.length === 0 ? undefined : await store.personal(tenant, from);
  return follows.map((follow) => ({ ...follow, input: unseal(follow.input, values?.get(follow.from) ?? none) }));
};

const none: ReadonlyMap<string, string> = new Map();

async function* inStretches<T>(all: AsyncIterable<T>): AsyncIterable<readonly T[]> {
  let part: T[] = [];
  for await (const one of all) {
    if (part.push(one) < 64) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
