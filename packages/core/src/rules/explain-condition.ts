import type { Words } from '../issues/issue.ts';
import type { Condition } from '../method/condition-schema.ts';
import { notKnown, yesNo } from './built-in-words.ts';
import { compileCondition, compileOperand } from './condition.ts';
import { comparisons, isCounting, isFactOperand, isNegation, testsOf, type CountingCondition, type FactCondition } from './condition-parts.ts';
import { operandText } from './comparison-text.ts';
import { conditionText, measureOf } from './condition-text.ts';
import { compileCounted, ownOf, passes } from './counting.ts';
import { compileFact, type FactTime } from './fact.ts';
import { formatFact, type DirectoryWords } from './fact-text.ts';
import type { Own } from './fact-shape.ts';
import type { Scope } from './reading.ts';
import { isDrawn } from './sample.ts';
import { shareFound } from './share-text.ts';
import { joined, say } from './spoken.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Why a condition holds or not, part by part, each with what was actually found. Plain JSON, for a screen. */
export interface Explanation {
  readonly holds: boolean;
  /** The condition in words. */
  readonly says: Words;
  /** What the case has: the value compared, how many were counted. */
  readonly value?: Words;
  readonly parts?: readonly Explanation[];
}

/**
 * Explains a condition of a case: the same answer as the compiled condition, with the reasons. For screens; costs what it costs.
 * @example
 * explainCondition({ field: 'amount', min: 1000 }, vocabulary, time)(scope)
 * //=> { holds: false, says: { zh: '金额不低于1000', … }, value: { zh: '800', en: '800' } }
 */
export const explainCondition = (condition: Condition, vocabulary: Vocabulary, time: FactTime, directory: DirectoryWords = {}, own?: Own): ((scope: Scope) => Explanation) =>
  explain(condition, own, { vocabulary, time, directory, using: [] });

interface Explaining { readonly vocabulary: Vocabulary; readonly time: FactTime; readonly directory: DirectoryWords; readonly using: readonly string[] }
type Explainer = (scope: Scope) => Explanation;

const explain = (condition: Condition, own: Own | undefined, explaining: Explaining): Explainer => {
  const { vocabulary, time } = explaining;
  const says = conditionText(condition, vocabulary, own);
  if ('all' in condition) return ofParts(says, condition.all.map((part) => explain(part, own, explaining)), (parts) => parts.every((part) => part.holds));
  if ('any' in condition) return ofParts(says, condition.any.map((part) => explain(part, own, explaining)), (parts) => parts.some((part) => part.holds));
  if (isNegation(condition)) return ofParts(says, [explain(condition.not, own, explaining)], ([part]) => !part!.holds);
  if ('use' in condition) return ofUse(condition.use, says, explaining);
  const holds = compileCondition(condition, vocabulary, time, own);
  const value = valueOf(condition, own, explaining);
  return (scope) => ({ holds: holds(scope), says, value: value(scope) });
};

const ofParts = (says: Words, parts: readonly Explainer[], holds: (parts: readonly Explanation[]) => boolean): Explainer => (scope) => {
  const explained = parts.map((part) => part(scope));
  return { holds: holds(explained), says, parts: explained };
};

/** A named condition explains itself; what leads back to itself, or is none, does not hold. */
const ofUse = (name: string, says: Words, explaining: Explaining): Explainer => {
  const named = explaining.using.includes(name) ? undefined : explaining.vocabulary.conditions.get(name);
  return named ? explain(named, undefined, { ...explaining, using: [...explaining.using, name] }) : () => ({ holds: false, says });
};

/** A condition that is not made of others. */
type Leaf = Exclude<Condition, { all: unknown } | { any: unknown } | { not: Condition } | { use: string }>;

const valueOf = (condition: Leaf, own: Own | undefined, { vocabulary, time, directory }: Explaining): ((scope: Scope) => Words) => {
  if (isCounting(condition)) return howMany(condition, vocabulary, time);
  if ('share' in condition) return shareFound(condition, vocabulary, own);
  if ('sample' in condition) { const { sample } = condition; return ({ state }) => (isDrawn(state.id, sample) ? drawn.yes : drawn.no); }
  if ('actor' in condition) return ({ actor }) => (actor ? joined(actor.posts.map(({ role }) => vocabulary.roles.get(role) ?? { zh: role, en: role }), '、', ', ') : notKnown);
  if ('time' in condition) return ({ at }) => ({ zh: time.formatMoment(at), en: time.formatMoment(at) });
  return compared(condition, own, { vocabulary, time, directory });
};

const drawn = { yes: { zh: '抽中', en: 'drawn' }, no: { zh: '未抽中', en: 'not drawn' } } as const;

const howMany = (condition: CountingCondition, vocabulary: Vocabulary, time: FactTime): ((scope: Scope) => Words) => {
  const own = ownOf(condition);
  const counted = compileCounted(condition, vocabulary, time, condition.where && compileCondition(condition.where, vocabulary, time, own));
  const every = condition.every && compileCondition(condition.every, vocabulary, time, own);
  const unit = measureOf(condition);
  return (scope) => {
    const found = counted(scope);
    const count = say(`实际${found.length}${unit}`, `${found.length} in fact`);
    if (!every) return count;
    const failing = found.filter((each) => !passes(each, every)).length;
    return say(`{0}，其中${failing}${unit}不符合`, `{0}, ${failing} of them failing`, count);
  };
};

/** The fact as it is, and each fact that it is compared with. */
const compared = (condition: FactCondition, own: Own | undefined, { vocabulary, time, directory }: Omit<Explaining, 'using'>): ((scope: Scope) => Words) => {
  const read = compileFact(condition, vocabulary, own);
  const tests = testsOf(condition);
  const others = comparisons.flatMap((name) => {
    const operand = tests[name];
    return isFactOperand(operand) ? [{ fact: operand.fact, name: operandText(operand, vocabulary, own), read: compileOperand(operand, { vocabulary, time }, own) }] : [];
  });
  const isPresence = 'record' in condition && condition.show === undefined;
  return (scope) => {
    const value = read(scope);
    const actual = isPresence ? (value === true ? yesNo.yes : yesNo.no) : formatFact(condition, value, vocabulary, time, directory, own);
    return others.reduce((words, other) => say('{0}（{1}：{2}）', '{0} ({1}: {2})', words, other.name,
      formatFact(other.fact, other.read(scope), vocabulary, time, directory, own)), actual);
  };
};
