import type { Condition } from '../method/condition-schema.ts';
import { compileFact } from './fact.ts';
import type { Own } from './fact-shape.ts';
import { compareRatios, divided, parseShare, ratioOf, type Ratio } from './ratio.ts';
import type { Scope } from './reading.ts';
import { holds } from './value-test.ts';
import type { Vocabulary } from './vocabulary.ts';

export type ShareCondition = Extract<Condition, { share: unknown }>;

/** What a share is compared with, in the order in which it is read and written. */
export const shareTests = ['min', 'above', 'max', 'below'] as const;

/**
 * A share of two numbers against exact fractions and percentages: `2/3` of 30 is 20, not 19.99…; numbers are taken as their decimals
 * say. Where either is missing or no number, or the denominator is zero, it does not hold.
 */
export const compileShare = (condition: ShareCondition, vocabulary: Vocabulary, own?: Own): ((scope: Scope) => boolean) => {
  const read = readShare(condition, vocabulary, own);
  const tests = shareTests.flatMap((name) => {
    const text = condition[name];
    if (text === undefined) return [];
    const wanted = parseShare(text);
    return [(share: Ratio) => wanted !== undefined && holds[name](compareRatios(share, wanted))];
  });
  return (scope) => { const { share } = read(scope); return share !== undefined && tests.every((test) => test(share)); };
};

/** Both numbers of a share, and the share where there is one. */
export const readShare = (condition: ShareCondition, vocabulary: Vocabulary, own?: Own): ((scope: Scope) => { readonly part?: number; readonly whole?: number; readonly share?: Ratio }) => {
  const readPart = compileFact(condition.share, vocabulary, own);
  const readWhole = compileFact(condition.of, vocabulary, own);
  return (scope) => {
    const part = readPart(scope);
    const whole = readWhole(scope);
    const [over, under] = [part, whole].map((value) => (typeof value === 'number' ? ratioOf(value) : undefined));
    const share = over && under && divided(over, under);
    return { ...(typeof part === 'number' && { part }), ...(typeof whole === 'number' && { whole }), ...(share && { share }) };
  };
};
