import type { Predicate } from './condition.ts';
import type { Scope } from './reading.ts';
import { isLookedUp, possibleIn, ruleColumnsOf, STRETCH, type RuleColumn } from './rule-columns.ts';
import type { RulePart } from './rule-parts.ts';
import type { RuleTrace } from './table.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A rule with its condition taken apart. */
export interface PlannedRule { readonly name: string; readonly parts: readonly RulePart[] }

type Missed = RuleTrace['missed'][number];

/** Up to thirty rules, ready to be asked which of them match. Rules go by their place in the stretch. */
export interface Stretch {
  readonly rules: readonly PlannedRule[];
  /** The first rule that matches, or -1. */
  readonly first: (scope: Scope) => number;
  /** The same, and why each rule before it did not match. */
  readonly firstTraced: (scope: Scope, missed: Missed[]) => number;
  /** Every rule that matches, as bits, and why each of the others did not. */
  readonly allTraced: (scope: Scope, missed: Missed[]) => number;
}

/** Lays out rules so that each fact is read once: the facts narrow down the rules, what is left of a rule is asked of it alone. */
export const stretchesOf = (rules: readonly PlannedRule[], vocabulary: Vocabulary): readonly Stretch[] =>
  Array.from({ length: Math.ceil(rules.length / STRETCH) }, (_, i) => stretchOf(rules.slice(i * STRETCH, (i + 1) * STRETCH), vocabulary));

const stretchOf = (rules: readonly PlannedRule[], vocabulary: Vocabulary): Stretch => {
  const columns = ruleColumnsOf(rules.map((rule) => rule.parts), vocabulary);
  const everyRule = (2 ** rules.length - 1) | 0;
  const rest = rules.map(({ parts }) => restOf(parts, columns));
  const alone = rest.reduce((bits, predicate, rule) => (predicate === undefined ? bits : bits | (1 << rule)), 0);
  /** By rule: the columns that have a part of it, as bits. */
  const needs = rules.map((_, rule) => columns.reduce((bits, column, i) => ((column.rules & (1 << rule)) === 0 ? bits : bits | (1 << i)), 0));
  const missOf = missesOf(rules, columns);

  const firstLeft = (scope: Scope, possible: number): number => {
    for (let left = possible; left !== 0; left &= left - 1) {
      const rule = 31 - Math.clz32(left & -left);
      if ((alone & (1 << rule)) === 0 || rest[rule]!(scope)) return rule;
    }
    return -1;
  };
  const look = (scope: Scope, masks: number[]): number => {
    let possible = everyRule;
    for (let i = 0; i < columns.length; i += 1) {
      const column = columns[i]!;
      const mask = possibleIn(column, column.read(scope));
      masks.push(mask);
      possible &= mask;
    }
    return possible;
  };
  return {
    rules,
    // The first rule still possible says which column is read next; one that only later rules need may never be.
    first: (scope) => {
      let read = 0;
      for (let possible = everyRule; possible !== 0;) {
        const rule = 31 - Math.clz32(possible & -possible);
        const unread = needs[rule]! & ~read;
        if (unread !== 0) {
          const column = columns[31 - Math.clz32(unread & -unread)]!;
          read |= unread & -unread;
          possible &= possibleIn(column, column.read(scope));
        } else if ((alone & (1 << rule)) === 0 || rest[rule]!(scope)) return rule;
        else possible &= ~(1 << rule);
      }
      return -1;
    },
    firstTraced: (scope, missed) => {
      const masks: number[] = [];
      const hit = firstLeft(scope, look(scope, masks));
      const tried = hit < 0 ? rules.length : hit;
      for (let rule = 0; rule < tried; rule += 1) missed.push(missOf(scope, rule, masks));
      return hit;
    },
    allTraced: (scope, missed) => {
      const masks: number[] = [];
      let matching = look(scope, masks);
      for (let rule = 0; rule < rules.length; rule += 1) {
        const bit = 1 << rule;
        if ((matching & bit) !== 0 && (alone & bit) !== 0 && !rest[rule]!(scope)) matching &= ~bit;
        if ((matching & bit) === 0) missed.push(missOf(scope, rule, masks));
      }
      return matching;
    },
  };
};

/** What of a rule no column answers. */
const restOf = (parts: readonly RulePart[], columns: readonly RuleColumn[]): Predicate | undefined => {
  const rest = parts.filter(({ single }) => !single || !isLookedUp(single) || columns.every(({ key }) => key !== single.key)).map((part) => part.holds);
  const [only] = rest;
  if (rest.length < 2) return only;
  return (scope) => rest.every((holds) => holds(scope));
};

/** Names the first part of a rule that was false: from what the columns said, or by asking the part where a column speaks for several. */
const missesOf = (rules: readonly PlannedRule[], columns: readonly RuleColumn[]): ((scope: Scope, rule: number, masks: readonly number[]) => Missed) => {
  const steps = rules.map(({ name, parts }) => parts.map(({ at, holds, single }) => {
    const column = single && isLookedUp(single) && parts.filter((part) => part.single?.key === single.key).length === 1
      ? columns.findIndex(({ key }) => key === single.key) : -1;
    return { column, holds, miss: { rule: name, at } satisfies Missed };
  }));
  return (scope, rule, masks) => {
    const bit = 1 << rule;
    const parts = steps[rule]!;
    for (let i = 0; i < parts.length - 1; i += 1) {
      const { column, holds, miss } = parts[i]!;
      if (column >= 0 ? (masks[column]! & bit) === 0 : !holds(scope)) return miss;
    }
    return parts[parts.length - 1]!.miss;
  };
};
