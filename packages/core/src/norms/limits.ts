import { periodWords } from '../calendar/index.ts';
import type { Instant } from '../calendar/index.ts';
import type { CaseState, Facts, Signature } from '../case/messages.ts';
import type { ActionRule, LeavingRule } from '../case/rules.ts';
import { scopeOf } from '../case/scope.ts';
import { issue } from '../issues/issue.ts';
import type { Issue } from '../issues/issue.ts';
import { mentions } from '../rules/index.ts';
import type { Mentions } from '../rules/index.ts';
import { ownFields } from '../rules/mentions.ts';
import { countKey, holdsFor, isSuch, mergeCounts } from './count.ts';
import type { Count, CountKey } from './count.ts';
import { EVER, periodOf } from './norm-periods.ts';
import type { NormRule, NormRules } from './norm-rules.ts';
import { whose } from './whose.ts';
import type { Occurrence } from './whose.ts';

/** Somebody who would take an action: under which signature, on what, when. */
export interface Intent { readonly action: ActionRule; readonly by: Signature; readonly state: CaseState; readonly at: Instant }

/** The counters to be fetched before `wouldPass` can tell: those that this action would step and that have a most. */
export const neededCounts = (norms: NormRules, intent: Intent, facts: Facts): readonly CountKey[] =>
  foreseen(norms, intent, facts).map(({ norm, of, period }) => ({ norm, of, period }));

/**
 * The norms that this action would pass, whatever is filled in, so that the form says so before it is sent. Where what is filled in
 * decides (whom a field names, what a record says), nothing is said here: `passedBy` is asked of what was decided.
 */
export const wouldPass = (norms: NormRules, intent: Intent, facts: Facts): readonly Issue[] => passedBy(norms, foreseen(norms, intent, facts), facts.counts ?? {});

/** The norms that these steps would pass, given what the counters show so far. The store says the same of two who come at once (`fullIssue`). */
export const passedBy = (norms: NormRules, counts: readonly Count[], known: NonNullable<Facts['counts']>): readonly Issue[] =>
  mergeCounts(counts).flatMap((count) => (count.max !== undefined && (known[countKey(count)] ?? 0) + count.add > count.max ? [fullIssue(norms, count)] : []));

/** The refusal of a step that would pass a norm's most. */
export const fullIssue = (norms: NormRules, { norm, period }: CountKey): Issue => {
  const rule = norms.all.get(norm);
  return issue('norm.full', ['norms', norm], {
    norm: rule?.label ?? { zh: norm, en: norm }, max: rule?.schema.max ?? 0, ...(period !== EVER && { period: periodWords(period) }),
  });
};

const foreseen = (norms: NormRules, intent: Intent, facts: Facts): readonly Count[] => {
  const { action, by, state, at } = intent;
  const counts: Count[] = [];
  const add = (norm: NormRule, occurrence: Occurrence): void => {
    if (isOpenYet(norms, norm, action) || !isSuch(norm, occurrence, at, facts) || !holdsFor(norm, state, at, facts)) return;
    const period = periodOf(norm, at, norms.rules);
    if (period !== undefined) counts.push(...whose(norm, occurrence, facts, norms.rules).map((of) => ({ norm: norm.name, of, period, add: 1, max: norm.max })));
  };
  for (const norm of norms.byAction.get(action.name) ?? []) add(norm, { state, by });
  for (const leaving of action.leaves) {
    if (leaving.optional || !norms.byRecord.has(leaving.record) || !leaving.when(scopeOf(state, at, facts))) continue;
    for (const norm of norms.byRecord.get(leaving.record)!) {
      if (!readsInputs(norms, norm, leaving)) add(norm, { state, by, own: leaving.set ?? {} });
    }
  }
  return mergeCounts(counts);
};

/** Does the action itself bring about what decides whether, or of whom, the norm counts it? Then it is open until it has been decided. */
const isOpenYet = ({ rules }: NormRules, { schema, member, through }: NormRule, action: ActionRule): boolean => {
  const naming = [...(typeof through === 'object' ? [through.field] : []), ...(member.of === 'value' ? [member.field] : [])];
  if (naming.some((field) => action.schema.takes?.[field] !== undefined)) return true;
  const conditions = [schema.counts.where, through === 'itself' && 'each' in schema.per ? schema.per.while : undefined];
  return conditions.some((condition) => condition !== undefined && changes(action, mentions(condition, rules.vocabulary)));
};

const changes = ({ name: taken, schema: action }: ActionRule, reads: Mentions): boolean => {
  const touches = (names: { has(name: string): boolean }, by: object | undefined): boolean => Object.keys(by ?? {}).some((name) => names.has(name));
  return touches(reads.fields, action.takes) || touches(reads.answers, action.answers) || touches(reads.records, action.leaves)
    || touches(reads.asks, action.asks) || touches(reads.asks, action.replies) || touches(reads.clocks, action.clocks) || touches(reads.links, action.links) || (reads.links.size > 0 && action.spawns !== undefined) || reads.actions.has(taken)
    || (reads.caseFacts.size > 0 && (action.to !== undefined || action.raises === true || action.ends !== undefined));
};

/** Does the norm read of the record what is still to be filled in? */
const readsInputs = ({ rules }: NormRules, { schema: { counts }, member, through }: NormRule, { record, set }: LeavingRule): boolean => {
  const asked = new Set(Object.keys(rules.method.records?.[record]?.fields ?? {}).filter((name) => set?.[name] === undefined));
  const read = [...(counts.where ? ownFields(counts.where) : []), ...(typeof through === 'object' ? [through.field] : []), ...(member.of === 'value' ? [member.field] : [])];
  return read.some((name) => asked.has(name));
};
