import type { Predicate } from './condition.ts';
import type { Scope } from './reading.ts';
import { isLookedUp, ruleColumnsOf, STRETCH } from './rule-columns.ts';
import type { RulePart } from './rule-parts.ts';
import type { RuleTrace } from './table.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A rule with its condition taken apart. */
export interface PlannedRule { readonly name: string; readonly parts: readonly RulePart[] }

/** Up to thirty rules, ready to be asked which of them match. Rules go by their place in the stretch. */
export interface Stretch {
  /** The first rule that matches, or -1. */
  readonly first: (scope: Scope) => number;
  /** Every rule that matches, as bits. */
  readonly all: (scope: Scope) => number;
  /** Why a rule did not match: its first part that is false. */
  readonly miss: (scope: Scope, rule: number) => RuleTrace['missed'][number];
  readonly rules: readonly PlannedRule[];
}

/** Lays out rules so that each fact is read once: the facts narrow down the rules, what is left of a rule is asked of it alone. */
export const stretchesOf = (rules: readonly PlannedRule[], vocabulary: Vocabulary): readonly Stretch[] =>
  Array.from({ length: Math.ceil(rules.length / STRETCH) }, (_, i) => stretchOf(rules.slice(i * STRETCH, (i + 1) * STRETCH), vocabulary));

const stretchOf = (rules: readonly PlannedRule[], vocabulary: Vocabulary): Stretch => {
  const columns = ruleColumnsOf(rules.map((rule) => rule.parts), vocabulary);
  const everyRule = 2 ** rules.length - 1;
  const lookUps = columns.map((column) => column.possible);
  const settled = settledBy(columns.map((column) => column.rules), rules, everyRule);
  const rest = rules.map(({ parts }) => restOf(parts));
  const alone = rest.reduce((bits, predicate, rule) => (predicate === undefined ? bits : bits | (1 << rule)), 0);

  const firstLeft = (scope: Scope, possible: number): number => {
    for (let left = possible; left !== 0; left &= left - 1) {
      const rule = 31 - Math.clz32(left & -left);
      if ((alone & (1 << rule)) === 0 || rest[rule]!(scope)) return rule;
    }
    return -1;
  };
  const misses = rules.map(({ name, parts }) => parts.map(({ at }) => ({ rule: name, at })));
  return {
    rules,
    first: (scope) => {
      let possible = everyRule;
      for (let i = 0; i < lookUps.length; i += 1) {
        possible &= lookUps[i]!(scope);
        const first = possible & -possible & settled[i]!;
        if (first !== 0) return 31 - Math.clz32(first);
        if (possible === 0) return -1;
      }
      return firstLeft(scope, possible);
    },
    all: (scope) => {
      let possible = everyRule;
      for (const lookUp of lookUps) possible &= lookUp(scope);
      for (let left = possible & alone; left !== 0; left &= left - 1) {
        const bit = left & -left;
        if (!rest[31 - Math.clz32(bit)]!(scope)) possible &= ~bit;
      }
      return possible;
    },
    miss: (scope, rule) => {
      const { parts } = rules[rule]!;
      for (let i = 0; i < parts.length; i += 1) if (!parts[i]!.holds(scope)) return misses[rule]![i]!;
      return { rule: rules[rule]!.name, at: [] };
    },
  };
};

/** After each column, the rules of which nothing is left to ask. */
const settledBy = (columns: readonly number[], rules: readonly PlannedRule[], everyRule: number): readonly number[] => {
  const asked = rules.reduce((bits, { parts }, rule) => (restOf(parts) ? bits | (1 << rule) : bits), 0);
  return columns.map((_, i) => everyRule & ~asked & ~columns.slice(i + 1).reduce((bits, later) => bits | later, 0));
};

/** What of a rule no look-up answers. */
const restOf = (parts: readonly RulePart[]): Predicate | undefined => {
  const rest = parts.filter(({ single }) => !single || !isLookedUp(single)).map((part) => part.holds);
  const [only] = rest;
  if (rest.length < 2) return only;
  return (scope) => rest.every((holds) => holds(scope));
};
