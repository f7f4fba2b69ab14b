import { replayWhole } from '../case/evolve.ts';
import type { CaseState } from '../case/messages.ts';
import type { Mentions } from '../rules/index.ts';
import type { Desk } from './desk.ts';
import { historyOf, statesOf } from './read-case.ts';

/**
 * How a state is brought to a moment: one that has changed since is replayed up to it, and one too long to be kept whole is read from its
 * log. Nothing for what was not there yet.
 */
export const asOfMoment = async (desk: Desk, state: CaseState, asOf: number | undefined): Promise<CaseState | undefined> => {
  if (!state.dropped && (asOf === undefined || state.last <= asOf)) return state;
  const history = await historyOf(desk, state.id);
  return replayWhole(asOf === undefined ? history : history.filter((event) => event.recorded <= asOf));
};

/** The cases that these are linked with, as far as they are read: link by link, and what is read in those in turn. */
export const loadLinked = async (desk: Desk, states: readonly CaseState[], reads: readonly Mentions[], asOf?: number): Promise<ReadonlyMap<string, CaseState>> => {
  const loaded = new Map(states.map((state) => [state.id, state]));
  const follow = async (from: readonly CaseState[], through: readonly Mentions[]): Promise<void> => {
    for (const [link, within] of through.flatMap(({ linked }) => [...linked])) {
      const ids = new Set(from.flatMap(({ links }) => links.flatMap((each) => (each.link === link ? [each.case] : []))));
      await loadInto(desk, loaded, ids, asOf);
      if (within.linked.size > 0) await follow([...ids].flatMap((id) => loaded.get(id) ?? []), [within]);
    }
  };
  await follow(states, reads);
  return loaded;
};

const AT_ONCE = 200;

const loadInto = async (desk: Desk, loaded: Map<string, CaseState>, ids: ReadonlySet<string>, asOf: number | undefined): Promise<void> => {
  const wanted = [...ids].filter((id) => !loaded.has(id));
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const value = wanted.slice(from, from + AT_ONCE);
    for (const of of ['cases', 'subjects'] as const) {
      for await (const state of statesOf(desk, { of, where: [{ on: 'id', op: 'in', value }] })) {
        const then = await asOfMoment(desk, state, asOf);
        if (then) loaded.set(then.id, then);
      }
    }
  }
};
