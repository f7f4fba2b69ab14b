import type { Instant } from '../calendar/index.ts';
import type { CaseState, Facts } from '../case/messages.ts';
import type { Count } from './count.ts';
import { isSuch } from './count.ts';
import { EVER } from './norm-periods.ts';
import type { NormRule, NormRules } from './norm-rules.ts';
import { whose } from './whose.ts';

/**
 * How many open cases or entries each member has at this moment: those at home in the unit or below, or whose field names the member.
 * `states`: the open ones of the kind or register at least; others are left out here.
 */
export const entriesCount = (norms: NormRules, norm: NormRule, states: Iterable<CaseState>, facts: Facts, at: Instant): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const state of states) for (const of of entryOf(norms, norm, state, facts, at)) counts.set(of, (counts.get(of) ?? 0) + 1);
  return counts;
};

/**
 * The refusing norms about entries whose members gain one by what happened: to be compared, by `passedBy`, with `entriesCount`. They have
 * no counters: not for the store.
 */
export const entriesGained = (norms: NormRules, before: CaseState | undefined, after: CaseState, facts: Facts, at: Instant): readonly Count[] =>
  (norms.byEntries.get(after.kind) ?? []).filter(({ refuses }) => refuses).flatMap((norm) => {
    const had = before ? entryOf(norms, norm, before, facts, at) : [];
    return entryOf(norms, norm, after, facts, at).filter((of) => !had.includes(of)).map((of) => ({ norm: norm.name, of, period: EVER, add: 1, max: norm.max }));
  });

const entryOf = (norms: NormRules, norm: NormRule, state: CaseState, facts: Facts, at: Instant): readonly string[] => {
  const { counts } = norm.schema;
  if (!('entries' in counts) || state.kind !== counts.entries || state.ended !== undefined) return [];
  const occurrence = { state, by: state.openedBy };
  return isSuch(norm, occurrence, at, facts) ? whose(norm, occurrence, facts, norms.rules) : [];
};
