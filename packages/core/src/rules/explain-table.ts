import type { Words } from '../issues/issue.ts';
import type { ClassificationSchema } from '../method/classification-schema.ts';
import { wordsOf } from '../method/words.ts';
import { compileTable, rulesInOrder } from './compile-table.ts';
import type { FactTime } from './fact.ts';
import type { DirectoryWords } from './fact-text.ts';
import { explainCondition, type Explanation } from './explain-condition.ts';
import type { Scope } from './reading.ts';
import { same } from './spoken.ts';
import type { TableOutcome } from './table.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One rule of a decision table, explained: what it says, where it comes from, why it matched or not. */
export interface RuleExplanation {
  readonly rule: string;
  readonly label: Words;
  /** The article that it comes from. */
  readonly source?: Words;
  readonly matches: boolean;
  /** Was it reached? With `first`, rules after the one that matched are not tried. */
  readonly tried: boolean;
  /** Nothing where the rule has no condition. */
  readonly why?: Explanation;
}

/** A decision table explained for one case. */
export interface TableExplanation { readonly outcome: TableOutcome; readonly rules: readonly RuleExplanation[] }

/** Explains what a decision table concludes: every rule in order, with every condition and the actual values. For screens, on demand. */
export const explainTable = (classification: ClassificationSchema, vocabulary: Vocabulary, time: FactTime, directory: DirectoryWords = {}): ((scope: Scope) => TableExplanation) => {
  const decide = compileTable(classification, vocabulary, time);
  const stopsAtFirst = (classification.hit ?? 'first') === 'first';
  const rules = rulesInOrder(classification).map(([name, rule]) => ({
    name, label: rule.label === undefined ? same(name) : wordsOf(rule.label), source: rule.source,
    explain: rule.when && explainCondition(rule.when, vocabulary, time, directory),
  }));
  return (scope) => {
    const outcome = decide(scope);
    let over = false;
    return {
      outcome,
      rules: rules.map(({ name, label, source, explain }) => {
        const why = explain?.(scope);
        const matches = why?.holds ?? true;
        const tried = !over;
        over = over || (stopsAtFirst && matches);
        return { rule: name, label, ...(source !== undefined && { source: wordsOf(source) }), matches, tried, ...(why && { why }) };
      }),
    };
  };
};
