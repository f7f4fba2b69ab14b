import type { Condition, Fact, Literal, Operand, Tests } from '../method/condition-schema.ts';

/** A condition that compares one fact. */
export type FactCondition = Fact & Tests;

/** A condition about how many records, asks, clocks or links there are, or about every one of them. */
export type CountingCondition = Extract<Condition, { records: string } | { asks: string } | { clocks: string } | { links: string }>;

/** Is it about how many there are, or about every one? */
export const isCounting = (condition: Condition): condition is CountingCondition =>
  'records' in condition || 'asks' in condition || 'clocks' in condition || 'links' in condition;

/** Does it count everything of its name, leaving out none? */
export const countsAll = ({ where, every, since, within, last }: CountingCondition): boolean =>
  where === undefined && every === undefined && since === undefined && within === undefined && last === undefined;

/** Another fact that a fact is compared with, moved by a duration. */
export type FactOperand = Exclude<Operand, Literal>;

/** The comparisons of a condition, in the order in which they are read and written. */
export const comparisons = ['is', 'not', 'min', 'above', 'max', 'below'] as const;
export type Comparison = (typeof comparisons)[number];

/** Is it a `not` of a condition, rather than a fact compared by `not`? */
export const isNegation = (condition: Condition): condition is { not: Condition } => 'not' in condition && Object.keys(condition).length === 1;

/** Is it about one fact, rather than made of other conditions, counted, or about who and when? */
export const isComparison = (condition: Condition): condition is FactCondition => !isNegation(condition) && pointers.some((word) => word in condition);

type KeysOf<T> = T extends unknown ? keyof T : never;
/** The word that says what a fact is of. */
const pointers = Object.keys({
  field: 0, answer: 0, record: 0, case: 0, clock: 0, ask: 0, action: 0, link: 0,
} satisfies Record<Exclude<KeysOf<Fact>, 'output' | 'show' | 'pick' | 'side' | 'reads'>, 0>);

/** Is it compared with another fact, rather than with a value written in the method? */
export const isFactOperand = (operand: Operand | undefined): operand is FactOperand => typeof operand === 'object';

/** The tests of a condition without the fact that they are about. */
export const testsOf = ({ is, not, in: among, min, max, above, below, known, has }: FactCondition): Tests =>
  Object.fromEntries(Object.entries({ is, not, in: among, min, max, above, below, known, has }).filter(([, test]) => test !== undefined));
