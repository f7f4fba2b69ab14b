import type { Score } from '../method/query-schema.ts';
import { compare, dividedBy, exactly, minus, plus, times, wholePart } from './fraction.ts';
import type { Fraction } from './fraction.ts';

/** Reckons a score, exactly. What a metric that has no value stands in has none either, nor has what is divided by zero. */
export const scoreOf = (score: Score, metric: (name: string) => Fraction | undefined): Fraction | undefined => {
  const reckon = (part: Score): Fraction | undefined => scoreOf(part, metric);
  const fold = (parts: readonly Score[], into: (a: Fraction, b: Fraction) => Fraction | undefined): Fraction | undefined =>
    parts.map(reckon).reduce((a, b) => (a === undefined || b === undefined ? undefined : into(a, b)));
  if (typeof score === 'number') return exactly(score);
  if ('metric' in score) return metric(score.metric);
  if ('sum' in score) return fold(score.sum, plus);
  if ('product' in score) return fold(score.product, times);
  if ('least' in score) return fold(score.least, (a, b) => (compare(a, b) <= 0 ? a : b));
  if ('greatest' in score) return fold(score.greatest, (a, b) => (compare(a, b) >= 0 ? a : b));
  if ('difference' in score) return fold(score.difference, minus);
  if ('quotient' in score) return fold(score.quotient, dividedBy);
  if ('whole' in score) { const value = reckon(score.whole); return value && wholePart(value); }
  const value = reckon(score.steps);
  return value && onSteps(value, score.table);
};

/** The metrics that a score reads. */
export const metricsIn = (score: Score): readonly string[] => {
  if (typeof score === 'number') return [];
  if ('metric' in score) return [score.metric];
  if ('whole' in score) return metricsIn(score.whole);
  if ('steps' in score) return metricsIn(score.steps);
  return Object.values(score).flat().flatMap((part) => metricsIn(part as Score));
};

/** The highest step that the value reaches; a step without `min` is reached by every value. */
const onSteps = (value: Fraction, table: Extract<Score, { steps: unknown }>['table']): Fraction | undefined => {
  let reached: { readonly min?: Fraction | undefined; readonly is: number } | undefined;
  for (const step of table) {
    const min = step.min === undefined ? undefined : exactly(step.min);
    const higher = reached?.min === undefined || (min !== undefined && compare(min, reached.min) > 0);
    if ((min === undefined ? reached === undefined : compare(value, min) >= 0 && higher)) reached = { min, is: step.is };
  }
  return reached && exactly(reached.is);
};
