import type { Condition, Tests } from '../method/condition-schema.ts';
import { comparisons, countsAll, isCounting, isFactOperand, isNegation, testsOf, type CountingCondition, type FactCondition, type FactOperand } from './condition-parts.ts';
import { boundsOf, compileCounted, countPlainly, ownOf, passes } from './counting.ts';
import { compileFact, type FactReader, type FactTime, type FactValue } from './fact.ts';
import { shapeOfFact, type Own } from './fact-shape.ts';
import type { Scope } from './reading.ts';
import { isDrawn } from './sample.ts';
import { compileShare } from './share.ts';
import { compileValueTest, holds, isTime, orderingOf } from './value-test.ts';
import type { Vocabulary } from './vocabulary.ts';
import { compileActor, compileTime } from './who-and-when.ts';

/** Whether a condition holds of a case, at a moment, for who acts. */
export type Predicate = (scope: Scope) => boolean;

/**
 * Compiles a condition to a function. Closures only, built once; no string is run.
 *
 * A missing value makes every comparison false, `not` included: `{ field: 'x', not: 'a' }` does not hold while x is missing, but
 * `{ not: { field: 'x', is: 'a' } }` does. A day compared with a moment compares local days. A `use` that leads back to itself, or to no
 * condition at all, does not hold (loading refuses both). Inside `where` and `every`, `{ field }` is the record's, ask's or clock's own; a
 * condition used by name means the same wherever it is used: its fields are the case's. Inside those of `links` everything is read in the
 * linked case, named conditions too; of one that cannot be read nothing holds, and it is counted where nothing is asked of it.
 * @example compileCondition({ field: 'amount', min: 1000 }, vocabulary, time)({ state, at }) //=> true
 */
export const compileCondition = (condition: Condition, vocabulary: Vocabulary, time: FactTime, own?: Own): Predicate =>
  compile(condition, own, { vocabulary, time, named: new Map() });

interface Compiling {
  readonly vocabulary: Vocabulary;
  readonly time: FactTime;
  /** Named conditions compiled so far; one that is being compiled does not hold. */
  readonly named: Map<string, Predicate>;
}

const never: Predicate = () => false;

const compile = (condition: Condition, own: Own | undefined, compiling: Compiling): Predicate => {
  if ('all' in condition) return both(condition.all.map((part) => compile(part, own, compiling)));
  if ('any' in condition) return either(condition.any.map((part) => compile(part, own, compiling)));
  if (isNegation(condition)) { const part = compile(condition.not, own, compiling); return (scope) => !part(scope); }
  if ('use' in condition) return compileNamed(condition.use, compiling);
  if (isCounting(condition)) return compileCounting(condition, compiling);
  if ('share' in condition) return compileShare(condition, compiling.vocabulary, own);
  if ('sample' in condition) { const { sample } = condition; return ({ state }) => isDrawn(state.id, sample); }
  if ('actor' in condition) return compileActor(condition.actor);
  if ('time' in condition) return compileTime(condition.time, compiling.time);
  return compileComparison(condition, own, compiling);
};

const compileNamed = (name: string, compiling: Compiling): Predicate => {
  const ready = compiling.named.get(name);
  if (ready) return ready;
  const condition = compiling.vocabulary.conditions.get(name);
  compiling.named.set(name, never);
  const predicate = condition ? compile(condition, undefined, compiling) : never;
  compiling.named.set(name, predicate);
  return predicate;
};

const compileCounting = (condition: CountingCondition, compiling: Compiling): Predicate => {
  const { min, max } = boundsOf(condition);
  const own = ownOf(condition);
  if (countsAll(condition)) {
    const count = countPlainly(condition);
    return (scope) => { const found = count(scope); return found >= min && found <= max; };
  }
  const counted = compileCounted(condition, compiling.vocabulary, compiling.time, condition.where && compile(condition.where, own, compiling));
  const every = condition.every && compile(condition.every, own, compiling);
  return (scope) => {
    const found = counted(scope);
    return found.length >= min && found.length <= max && (every === undefined || found.every((each) => passes(each, every)));
  };
};

const compileComparison = (condition: FactCondition, own: Own | undefined, compiling: Compiling): Predicate => {
  const { vocabulary, time } = compiling;
  const shape = shapeOfFact(condition, vocabulary, own);
  const read = compileFact(condition, vocabulary, own);
  const tests = testsOf(condition);
  const moved: Predicate[] = comparisons.flatMap((name) => {
    const operand = tests[name];
    if (!isFactOperand(operand)) return [];
    const other = compileOperand(operand, compiling, own);
    const otherKind = shapeOfFact(operand.fact, vocabulary, own)?.kind;
    const order = orderingOf(isTime(otherKind) ? otherKind : shape?.kind, time);
    const hold = holds[name];
    return [(scope: Scope) => {
      const value = read(scope);
      const compared = value === undefined ? undefined : other(scope);
      return value !== undefined && compared !== undefined && hold(order(value, compared));
    }];
  });
  if (moved.length > 0 && moved.length === Object.keys(tests).length) return both(moved);
  const test = compileValueTest(tests, shape, time);
  const plain = simple(condition, tests, own, isTime(shape?.kind)) ?? ((scope: Scope) => test(read(scope)));
  return moved.length === 0 ? plain : both([plain, ...moved]);
};

/** The other fact of a comparison, moved by its duration. */
export const compileOperand = (operand: FactOperand, { vocabulary, time }: Pick<Compiling, 'vocabulary' | 'time'>, own?: Own): FactReader => {
  const read = compileFact(operand.fact, vocabulary, own);
  const { plus, minus } = operand;
  if (plus === undefined && minus === undefined) return read;
  if (!isTime(shapeOfFact(operand.fact, vocabulary, own)?.kind)) return () => undefined;
  return (scope) => {
    let value: FactValue | undefined = read(scope);
    if (plus !== undefined && (typeof value === 'string' || typeof value === 'number')) value = time.add(value, plus, 1);
    if (minus !== undefined && (typeof value === 'string' || typeof value === 'number')) value = time.add(value, minus, -1);
    return value;
  };
};

/** The shape that most conditions have, a name compared with a name: read and compared in one step. */
const simple = (condition: FactCondition, tests: Tests, own: Own | undefined, times: boolean): Predicate | undefined => {
  const { is } = tests;
  if (times || Object.keys(tests).length !== 1 || is === undefined || isFactOperand(is)) return undefined;
  if ('field' in condition && !own) { const { field } = condition; return ({ state }) => state.fields[field] === is; }
  if ('answer' in condition && condition.output === undefined) { const { answer } = condition; return ({ state }) => state.answers[answer]?.is === is; }
  return undefined;
};

const both = (parts: readonly Predicate[]): Predicate => {
  const [a, b, c] = parts;
  if (a === undefined) return () => true;
  if (b === undefined) return a;
  if (c === undefined) return (scope) => a(scope) && b(scope);
  if (parts.length === 3) return (scope) => a(scope) && b(scope) && c(scope);
  return (scope) => { for (const part of parts) if (!part(scope)) return false; return true; };
};

const either = (parts: readonly Predicate[]): Predicate => {
  const [a, b, c] = parts;
  if (a === undefined) return never;
  if (b === undefined) return a;
  if (c === undefined) return (scope) => a(scope) || b(scope);
  return (scope) => { for (const part of parts) if (part(scope)) return true; return false; };
};
