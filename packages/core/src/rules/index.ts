/**
 * Conditions and decision tables: what a method says must be true, as functions, as sentences, as reasons.
 * 条件与决策表：编译成函数，写成句子，说明理由。
 * @module
 */
export type { FileRef, Reading, Scope, Value } from './reading.ts';
export type { RuleTrace, TableOutcome } from './table.ts';
export { vocabularyOf, type ClassificationWords, type FieldWords, type Labels, type Vocabulary } from './vocabulary.ts';
export { kindOfFact, ownNames, shapeOfFact, type FactKind, type FactShape, type Own } from './fact-shape.ts';
export { ownOfAsk, ownOfClock, ownOfRecord, type OwnValues } from './own-values.ts';
export { compileFact, type FactReader, type FactTime, type FactValue } from './fact.ts';
export { compileCondition, type Predicate } from './condition.ts';
export { conditionCycles } from './condition-cycles.ts';
export { mentions, type Mentions } from './mentions.ts';
export { compileFirstRule, compileTable, rulesInOrder } from './compile-table.ts';
export { conditionText } from './condition-text.ts';
export { explainCondition, type Explanation } from './explain-condition.ts';
export { explainTable, type RuleExplanation, type TableExplanation } from './explain-table.ts';
export { compareRatios, divided, parseShare, ratioOf, type Ratio } from './ratio.ts';
export { formatFact, nameOfFact, type DirectoryWords } from './fact-text.ts';
export { tableCoverage, type Combination, type TableCoverage } from './table-coverage.ts';
