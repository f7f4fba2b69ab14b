import type { Actor, CaseState, Facts } from '../case/messages.ts';
import { signatureFor } from '../case/posts.ts';
import type { ActionRule, Rules } from '../case/rules.ts';
import type { Issue } from '../issues/issue.ts';
import { compileNorms, countKey, countsOf, entriesCount, entriesGained, mergeCounts, neededCounts, passedBy, withdrawsCounted, wouldPass } from '../norms/index.ts';
import type { NormRule, NormRules } from '../norms/index.ts';
import type { Desk } from './desk.ts';
import { historyOf, statesOf } from './read-case.ts';
import type { CaseWrite, Count } from './store-port.ts';

/** One log in a write: as it was, and what is to be written. */
interface Writing { readonly before: CaseState | undefined; readonly rules: Rules; readonly facts: Facts; readonly write: Pick<CaseWrite, 'events' | 'state'> }

/** What norms count of a write, and which of them it would pass. Two who come at once are told apart by the store. */
export const countedOf = async (desk: Desk, writings: readonly Writing[]): Promise<{ readonly counts: readonly Count[]; readonly issues: readonly Issue[] }> => {
  const counts: Count[] = [], issues: Issue[] = [];
  for (const { before, rules, facts, write: { events, state } } of writings) {
    const norms = compileNorms(rules);
    if (norms.all.size === 0) continue;
    const passage = { before, events, after: state };
    const history = withdrawsCounted(norms, passage) ? await historyOf(desk, state.id) : undefined;
    const counted = countsOf(norms, { ...passage, ...(history && { history }) }, facts);
    counts.push(...counted);
    const limited = counted.filter(({ max }) => max !== undefined);
    if (limited.length > 0) issues.push(...passedBy(norms, counted, await known(desk, limited)));
    if (norms.byEntries.has(state.kind)) issues.push(...await passedEntries(desk, norms, before, state, facts));
  }
  return { counts: mergeCounts(counts), issues };
};

/** What stands against somebody taking an action because a norm is full, whatever is filled in. */
export const fullFor = async (desk: Desk, rules: Rules, action: ActionRule, state: CaseState, actor: Actor, at: number, facts: Facts): Promise<readonly Issue[]> => {
  const norms = compileNorms(rules);
  const by = norms.all.size === 0 ? undefined : signatureFor(action.by, actor, state, facts);
  if (by === undefined) return [];
  const intent = { action, by, state, at };
  const needed = neededCounts(norms, intent, facts);
  return needed.length === 0 ? [] : wouldPass(norms, intent, { ...facts, counts: await known(desk, needed) });
};

/** The counters of these steps as they stand. */
const known = async (desk: Desk, keys: readonly Pick<Count, 'norm' | 'of' | 'period'>[]): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[countKey(key)] = (await desk.store.counts(desk.tenant, key.norm, key.period, [key.of])).get(key.of) ?? 0;
  return counts;
};

/** Norms about how many entries there are have no counters: they are counted when one more would come. */
const passedEntries = async (desk: Desk, norms: NormRules, before: CaseState | undefined, after: CaseState, facts: Facts): Promise<readonly Issue[]> => {
  const gained = entriesGained(norms, before, after, facts, after.last);
  const counts: Record<string, number> = {};
  for (const step of gained) {
    const there = await countEntries(desk, norms, norms.all.get(step.norm)!, after.last, facts, before?.id);
    counts[countKey(step)] = there.get(step.of) ?? 0;
  }
  return passedBy(norms, gained, counts);
};

/** How many open cases or entries each member of such a norm has now. `but`: one that is left out. */
export const countEntries = async (desk: Desk, norms: NormRules, norm: NormRule, at: number, facts: Facts, but?: string): Promise<ReadonlyMap<string, number>> => {
  const { counts } = norm.schema;
  if (!('entries' in counts)) return new Map();
  const states: CaseState[] = [];
  const of = Object.hasOwn(norms.rules.method.subjects ?? {}, counts.entries) ? 'subjects' as const : 'cases' as const;
  const where = [{ on: 'kind', op: 'is', value: counts.entries }, { on: 'ended', op: 'known', value: false }] as const;
  for await (const state of statesOf(desk, { of, where })) if (state.id !== but) states.push(state);
  return entriesCount(norms, norm, states, facts, at);
};
