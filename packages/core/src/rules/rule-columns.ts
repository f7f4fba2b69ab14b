import { compileFact, type FactValue } from './fact.ts';
import type { Scope } from './reading.ts';
import { cutsOf, numberSamples, OTHER, regionOf, textSamples } from './regions.ts';
import type { RulePart } from './rule-parts.ts';
import type { SingleFact } from './single-fact.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How many rules one word of bits holds; a longer table is cut into stretches. */
export const STRETCH = 30;

/**
 * One fact of a decision table, and for each of its values the rules that it leaves possible, as bits. Reading it once answers every
 * part of every rule about it, instead of once for each rule.
 */
export interface RuleColumn {
  /** The rules that the fact of this case leaves possible. */
  readonly possible: (scope: Scope) => number;
  /** The rules that have a part about it. */
  readonly rules: number;
}

/** The columns of at most thirty rules, those first that the first rules need. */
export const ruleColumnsOf = (rules: readonly (readonly RulePart[])[], vocabulary: Vocabulary): readonly RuleColumn[] => {
  const byFact = new Map<string, { single: SingleFact; parts: { bit: number; single: SingleFact }[] }>();
  rules.forEach((parts, rule) => {
    for (const { single } of parts) {
      if (!single || !isLookedUp(single)) continue;
      const column = byFact.get(single.key) ?? { single, parts: [] };
      column.parts.push({ bit: 1 << rule, single });
      byFact.set(single.key, column);
    }
  });
  const all = rules.length === 0 ? 0 : 2 ** rules.length - 1;
  return [...byFact.values()].map(({ single, parts }) => ({
    possible: lookUp(single, maskOf(parts, all), parts.flatMap((part) => part.single.literals), vocabulary),
    rules: parts.reduce((bits, { bit }) => bits | bit, 0),
  }));
};

/** Can the values be looked up? Moments need the calendar, several choices and files are no single value, names and texts have no order. */
export const isLookedUp = ({ shape: { kind }, ordered }: SingleFact): boolean => {
  if (kind === 'number' || kind === 'count' || kind === 'day' || kind === 'yes-no') return kind !== 'yes-no' || !ordered;
  return !ordered && kind !== 'moment' && kind !== 'due' && kind !== 'choices' && kind !== 'files';
};

type MaskOf = (value: FactValue | undefined) => number;

const maskOf = (parts: readonly { bit: number; single: SingleFact }[], all: number): MaskOf => (value) =>
  parts.reduce((mask, { bit, single }) => (single.test(value) ? mask : mask & ~bit), all);

const lookUp = (single: SingleFact, mask: MaskOf, literals: SingleFact['literals'], vocabulary: Vocabulary): RuleColumn['possible'] => {
  const read = compileFact(single.fact, vocabulary);
  const missing = mask(undefined);
  switch (single.shape.kind) {
    case 'yes-no': {
      const [yes, no] = [mask(true), mask(false)];
      return (scope) => { const value = read(scope); return value === true ? yes : value === false ? no : value === undefined ? missing : mask(value); };
    }
    case 'number': case 'count': {
      const cuts = cutsOf<number>(literals, 'number');
      const masks = numberSamples(cuts, { whole: false }).map((sample) => (sample === undefined ? 0 : mask(sample)));
      return (scope) => { const value = read(scope); return typeof value === 'number' ? masks[regionOf(value, cuts)]! : value === undefined ? missing : mask(value); };
    }
    case 'day': {
      const cuts = cutsOf<string>(literals, 'string');
      const masks = textSamples(cuts).map(mask);
      return (scope) => { const value = read(scope); return typeof value === 'string' ? masks[regionOf(value, cuts)]! : value === undefined ? missing : mask(value); };
    }
    default: {
      const other = mask(OTHER);
      const masks = new Map(literals.map((literal) => [literal, mask(literal)] as const));
      return (scope) => { const value = read(scope); return value === undefined ? missing : typeof value === 'string' ? masks.get(value) ?? other : mask(value); };
    }
  }
};
