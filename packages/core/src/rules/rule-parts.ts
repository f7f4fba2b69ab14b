import type { Condition } from '../method/condition-schema.ts';
import { compileCondition, type Predicate } from './condition.ts';
import { compileFact, type FactTime } from './fact.ts';
import { singleFact, type SingleFact } from './single-fact.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One part of a rule's condition: the rule matches when every part holds. `at` is its path into `when`. */
export interface RulePart {
  readonly at: readonly (string | number)[];
  readonly holds: Predicate;
  /** There when a single fact decides it. */
  readonly single?: SingleFact;
}

/** The parts of a condition, in the order in which they are written; `all` inside `all` and named conditions are taken apart. */
export const rulePartsOf = (when: Condition | undefined, vocabulary: Vocabulary, time: FactTime): readonly RulePart[] => {
  const take = (condition: Condition, at: readonly (string | number)[], using: readonly string[], fixed: boolean): readonly RulePart[] => {
    if ('all' in condition) return condition.all.flatMap((part, i) => take(part, fixed ? at : [...at, 'all', i], using, fixed));
    if ('use' in condition && !using.includes(condition.use)) {
      const named = vocabulary.conditions.get(condition.use);
      if (named) return take(named, at, [...using, condition.use], true);
    }
    const single = singleFact(condition, vocabulary, time, using);
    return [{ at, holds: single ? holdsOf(single, vocabulary) : compileCondition(condition, vocabulary, time), ...(single && { single }) }];
  };
  return when === undefined ? [] : take(when, [], [], false);
};

/** One fact, read once for all that is asked of it. */
const holdsOf = ({ fact, test }: SingleFact, vocabulary: Vocabulary): Predicate => {
  const read = compileFact(fact, vocabulary);
  return (scope) => test(read(scope));
};
