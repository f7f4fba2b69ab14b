import type { Condition, Fact, Literal } from '../method/condition-schema.ts';
import { comparisons, isComparison, isFactOperand, isNegation, testsOf, type FactCondition } from './condition-parts.ts';
import type { FactTime } from './fact.ts';
import { shapeOfFact, type FactShape } from './fact-shape.ts';
import { allOf, anyOf, compileValueTest, type ValueTest } from './value-test.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A condition that only one fact decides, by values written in the method: it can be looked up instead of evaluated. */
export interface SingleFact {
  readonly fact: Fact;
  /** The same for every way of writing the same fact. */
  readonly key: string;
  readonly shape: FactShape;
  readonly test: ValueTest;
  /** Every value that it is compared with; where it is asked whether there is one, what stands for none. */
  readonly literals: readonly Literal[];
  /** Is it asked whether it comes before or after one of them? */
  readonly ordered: boolean;
  /** Is a value only compared as a whole, never searched in? */
  readonly plain: boolean;
}

/** Reads a condition of the case as one about a single fact; nothing when it reads several facts, an actor, the time, counts or draws. */
export const singleFact = (condition: Condition, vocabulary: Vocabulary, time: FactTime, using: readonly string[] = []): SingleFact | undefined => {
  const within = (part: Condition): SingleFact | undefined => singleFact(part, vocabulary, time, using);
  if ('all' in condition) return merged(condition.all.map(within), allOf);
  if ('any' in condition) return merged(condition.any.map(within), anyOf);
  if (isNegation(condition)) return merged([within(condition.not)], ([test]) => (value) => !test!(value));
  if ('use' in condition) {
    const named = using.includes(condition.use) ? undefined : vocabulary.conditions.get(condition.use);
    return named && singleFact(named, vocabulary, time, [...using, condition.use]);
  }
  return isComparison(condition) ? compared(condition, vocabulary, time) : undefined;
};

const orders = ['min', 'max', 'above', 'below'] as const;

const compared = (condition: FactCondition, vocabulary: Vocabulary, time: FactTime): SingleFact | undefined => {
  const shape = shapeOfFact(condition, vocabulary);
  const tests = testsOf(condition);
  const literals: Literal[] = [...(tests.in ?? []), ...(tests.has === undefined ? [] : [tests.has])];
  for (const name of comparisons) {
    const operand = tests[name];
    if (isFactOperand(operand)) return undefined;
    if (operand !== undefined) literals.push(operand);
  }
  if (!shape) return undefined;
  if (shape.absent !== undefined && (tests.known !== undefined || Object.keys(tests).length === 0)) literals.push(shape.absent);
  const fact = factOf(condition);
  return { fact, key: JSON.stringify(fact), shape, test: compileValueTest(tests, shape, time), literals, ordered: orders.some((name) => tests[name] !== undefined), plain: tests.has === undefined };
};

const merged = (parts: readonly (SingleFact | undefined)[], test: (tests: readonly ValueTest[]) => ValueTest): SingleFact | undefined => {
  const [first] = parts;
  if (!first || parts.some((part) => part?.key !== first.key)) return undefined;
  const found = parts as readonly SingleFact[];
  return { ...first, test: test(found.map((part) => part.test)), literals: found.flatMap((part) => part.literals), ordered: found.some((part) => part.ordered), plain: found.every((part) => part.plain) };
};

/** The fact of a condition alone, always written the same way. */
export const factOf = (condition: Fact): Fact => {
  if ('field' in condition) return { field: condition.field };
  if ('answer' in condition) return condition.output === undefined ? { answer: condition.answer } : { answer: condition.answer, output: condition.output };
  if ('record' in condition) {
    return { record: condition.record, ...(condition.show !== undefined && { show: condition.show }), ...(condition.show !== undefined && condition.pick === 'first' && { pick: condition.pick }) };
  }
  if ('case' in condition) return { case: condition.case };
  if ('clock' in condition) return { clock: condition.clock, show: condition.show ?? 'state' };
  if ('ask' in condition) return { ask: condition.ask, show: condition.show ?? 'state' };
  if ('action' in condition) return { action: condition.action, show: condition.show ?? 'count' };
  const of = { link: condition.link, ...(condition.side !== undefined && { side: condition.side }) };
  return condition.reads === undefined ? { ...of, show: condition.show ?? 'count' } : { ...of, reads: factOf(condition.reads) };
};
