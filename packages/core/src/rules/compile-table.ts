import type { Words } from '../issues/issue.ts';
import type { ClassificationSchema } from '../method/classification-schema.ts';
import { wordsOf } from '../method/words.ts';
import type { FactTime } from './fact.ts';
import type { Scope } from './reading.ts';
import { rulePartsOf } from './rule-parts.ts';
import { stretchesOf, type Stretch } from './rule-plan.ts';
import type { RuleTrace, TableOutcome } from './table.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The rules of a classification in the order in which they are tried: `order` first, then the rest as they are written. */
export const rulesInOrder = (classification: ClassificationSchema): readonly (readonly [name: string, rule: NonNullable<ClassificationSchema['rules']>[string]])[] => {
  const rules = Object.entries(classification.rules ?? {});
  const order = classification.order ?? [];
  const place = new Map(order.map((name, i) => [name, i]));
  return rules
    .map((rule, i) => ({ rule, at: place.get(rule[0]) ?? order.length + i }))
    .sort((a, b) => a.at - b.at)
    .map(({ rule }) => rule);
};

/**
 * Compiles a decision table: what it concludes of a case, and for each rule tried the first part of its condition that was false.
 * `first` stops at the rule that matches; `unique` and `collect` try them all.
 */
export const compileTable = (classification: ClassificationSchema, vocabulary: Vocabulary, time: FactTime): (scope: Scope) => TableOutcome => {
  const stretches = planOf(classification, vocabulary, time);
  const conclusions = new Map(rulesInOrder(classification).map(([name, rule]) => [name, conclusionOf(rule.then)] as const));
  if ((classification.hit ?? 'first') === 'first') {
    return (scope) => {
      const trace = traceToFirst(stretches, scope);
      const rule = trace.hit[0];
      return rule === undefined ? { kind: 'none', trace } : { kind: 'answer', rule, ...conclusions.get(rule)!, trace };
    };
  }
  const collects = classification.hit === 'collect';
  return (scope) => {
    const trace = traceOfAll(stretches, scope);
    const [rule, second] = trace.hit;
    if (collects) return { kind: 'answers', rules: trace.hit, all: [...new Set(trace.hit.flatMap((name) => conclusions.get(name)!.is ?? []))], trace };
    if (rule === undefined) return { kind: 'none', trace };
    return second === undefined ? { kind: 'answer', rule, ...conclusions.get(rule)!, trace } : { kind: 'several', rules: trace.hit, trace };
  };
};

/** Compiles a decision table to the name of the first rule that matches: the fastest answer, without the reasons. */
export const compileFirstRule = (classification: ClassificationSchema, vocabulary: Vocabulary, time: FactTime): (scope: Scope) => string | undefined => {
  const stretches = planOf(classification, vocabulary, time).map(({ first, rules }) => ({ first, names: rules.map((rule) => rule.name) }));
  const [only] = stretches;
  if (only && stretches.length === 1) return (scope) => only.names[only.first(scope)];
  return (scope) => {
    for (const { first, names } of stretches) {
      const rule = first(scope);
      if (rule >= 0) return names[rule];
    }
    return undefined;
  };
};

const planOf = (classification: ClassificationSchema, vocabulary: Vocabulary, time: FactTime): readonly Stretch[] =>
  stretchesOf(rulesInOrder(classification).map(([name, rule]) => ({ name, parts: rulePartsOf(rule.when, vocabulary, time) })), vocabulary);

const traceToFirst = (stretches: readonly Stretch[], scope: Scope): RuleTrace => {
  const missed: RuleTrace['missed'][number][] = [];
  for (const { firstTraced, rules } of stretches) {
    const hit = firstTraced(scope, missed);
    if (hit >= 0) return { hit: [rules[hit]!.name], missed };
  }
  return { hit: [], missed };
};

const traceOfAll = (stretches: readonly Stretch[], scope: Scope): RuleTrace => {
  const hit: string[] = [];
  const missed: RuleTrace['missed'][number][] = [];
  for (const { allTraced, rules } of stretches) {
    const matching = allTraced(scope, missed);
    rules.forEach(({ name }, rule) => { if ((matching & (1 << rule)) !== 0) hit.push(name); });
  }
  return { hit, missed };
};

/** What a rule gives, as an answer keeps it. */
const conclusionOf = (then: NonNullable<ClassificationSchema['rules']>[string]['then']): { readonly is?: string; readonly outputs?: Readonly<Record<string, Words>> } =>
  typeof then === 'string' ? { is: then } : { outputs: Object.fromEntries(Object.entries(then).map(([output, text]) => [output, wordsOf(text)])) };
