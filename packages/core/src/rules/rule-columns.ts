import { compileFact, type FactReader, type FactValue } from './fact.ts';
import { cutsOf, numberSamples, OTHER, regionOf, textSamples } from './regions.ts';
import type { RulePart } from './rule-parts.ts';
import type { SingleFact } from './single-fact.ts';
import { isList } from './value-test.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How many rules, or columns, one word of bits holds; a longer table is cut into stretches. */
export const STRETCH = 30;

/**
 * One fact of a decision table, and for each of its values the rules that it leaves possible, as bits. Reading it once answers every
 * part of every rule about it, instead of once for each rule. Plain data of one shape: the loop that reads it is hot.
 */
export interface RuleColumn {
  readonly key: string;
  /** The rules that have a part about it. */
  readonly rules: number;
  readonly read: FactReader;
  readonly kind: 'names' | 'many-names' | 'yes-no' | 'numbers' | 'texts';
  /** What its values are compared with. */
  readonly names: readonly string[];
  readonly numbers: readonly number[];
  /** By name or region: the rules left possible. */
  readonly masks: readonly number[];
  readonly byName: ReadonlyMap<string, number>;
  readonly other: number;
  readonly missing: number;
  readonly yes: number;
  readonly no: number;
  /** The same by asking every part: for a value of a type that the field does not have. */
  readonly ask: (value: FactValue | undefined) => number;
}

/** The columns of at most thirty rules, those first that the first rules need; what does not fit in is asked of each rule. */
export const ruleColumnsOf = (rules: readonly (readonly RulePart[])[], vocabulary: Vocabulary): readonly RuleColumn[] => {
  const byFact = new Map<string, { single: SingleFact; parts: Asked[] }>();
  rules.forEach((parts, rule) => {
    for (const { single } of parts) {
      if (!single || !isLookedUp(single)) continue;
      const column = byFact.get(single.key) ?? { single, parts: [] };
      column.parts.push({ bit: 1 << rule, single });
      byFact.set(single.key, column);
    }
  });
  return [...byFact.values()].slice(0, STRETCH).map(({ single, parts }) => columnOf(single, parts, 2 ** rules.length - 1, vocabulary));
};

/** Can the values be looked up? Moments need the calendar, several choices and files are no single value, names and texts have no order. */
export const isLookedUp = ({ shape: { kind }, ordered, plain }: SingleFact): boolean => {
  if (kind === 'moment' || kind === 'due' || isList(kind)) return false;
  return plain && (!ordered || kind === 'number' || kind === 'count' || kind === 'day');
};

/** The rules that a value leaves possible. */
export const possibleIn = (column: RuleColumn, value: FactValue | undefined): number => {
  if (value === undefined) return column.missing;
  switch (column.kind) {
    case 'names': {
      if (typeof value !== 'string') return column.ask(value);
      const { names } = column;
      for (let i = 0; i < names.length; i += 1) if (names[i] === value) return column.masks[i]!;
      return column.other;
    }
    case 'many-names': return typeof value === 'string' ? column.byName.get(value) ?? column.other : column.ask(value);
    case 'yes-no': return value === true ? column.yes : value === false ? column.no : column.ask(value);
    case 'numbers': return typeof value === 'number' ? column.masks[regionOf(value, column.numbers)]! : column.ask(value);
    case 'texts': return typeof value === 'string' ? column.masks[regionOf(value, column.names)]! : column.ask(value);
  }
};

interface Asked { readonly bit: number; readonly single: SingleFact }

const columnOf = (single: SingleFact, parts: readonly Asked[], all: number, vocabulary: Vocabulary): RuleColumn => {
  const ask = (value: FactValue | undefined): number => parts.reduce((mask, asked) => (asked.single.test(value) ? mask : mask & ~asked.bit), all);
  const literals = parts.flatMap((part) => part.single.literals);
  const names = cutsOf<string>(literals, 'string');
  const numbers = cutsOf<number>(literals, 'number');
  const kind = kindOf(single, names.length);
  const samples: readonly (FactValue | undefined)[] = kind === 'numbers' ? numberSamples(numbers, { whole: false }) : kind === 'texts' ? textSamples(names) : names;
  return {
    key: single.key, rules: parts.reduce((bits, { bit }) => bits | bit, 0), read: compileFact(single.fact, vocabulary), kind, names, numbers,
    masks: samples.map((sample) => (sample === undefined ? 0 : ask(sample))),
    byName: new Map(names.map((name) => [name, ask(name)])),
    other: ask(OTHER), missing: ask(undefined), yes: ask(true), no: ask(false), ask,
  };
};

const FEW = 8;
const kindOf = ({ shape: { kind } }: SingleFact, names: number): RuleColumn['kind'] => {
  if (kind === 'yes-no') return 'yes-no';
  if (kind === 'number' || kind === 'count') return 'numbers';
  if (kind === 'day') return 'texts';
  return names > FEW ? 'many-names' : 'names';
};
