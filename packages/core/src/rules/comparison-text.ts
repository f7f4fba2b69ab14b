import type { Words } from '../issues/issue.ts';
import type { Literal, Operand, Tests } from '../method/condition-schema.ts';
import { comparisons, isFactOperand, testsOf, type Comparison, type FactCondition, type FactOperand } from './condition-parts.ts';
import { durationWords } from './duration-words.ts';
import { formatValue, nameOfFact } from './fact-text.ts';
import { linkWords, shapeOfFact, type FactShape, type Own } from './fact-shape.ts';
import { joined, quoted, same, say } from './spoken.ts';
import { factOf } from './single-fact.ts';
import { isTime } from './value-test.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A comparison as a sentence: 「问题类别为“问题挂牌”」, 「参加人数不少于5且不多于10」. */
export const comparisonText = (condition: FactCondition, vocabulary: Vocabulary, own?: Own): Words => {
  const shape = shapeOfFact(condition, vocabulary, own);
  const name = nameOfFact(condition, vocabulary, own);
  const tests = testsOf(condition);
  if (Object.keys(tests).length === 0) return presence(condition, name, true, shape, vocabulary);
  const { known, has, is } = tests;
  if (known !== undefined && Object.keys(tests).length === 1) return presence(condition, name, known, shape, vocabulary);
  if ('record' in condition && condition.show === undefined && typeof is === 'boolean') return presence(condition, name, is, shape, vocabulary);
  const parts: Words[] = known === undefined ? [] : [say(known ? '已知' : '未知', known ? 'is known' : 'is not known')];
  for (const comparison of comparisons) {
    const operand = tests[comparison];
    if (operand !== undefined) parts.push(compared(comparison, operand, shape, vocabulary, own));
  }
  if (tests.in) parts.push(among(tests.in, shape, vocabulary));
  if (has !== undefined) parts.push(say('包含{0}', 'contains {0}', valueText(has, shape, vocabulary)));
  return say('{0}{1}', '{0} {1}', name, joined(parts, '且', ' and '));
};

/** There is one, or there is none. */
const presence = (condition: FactCondition, name: Words, is: boolean, shape: FactShape | undefined, vocabulary: Vocabulary): Words => {
  if ('record' in condition && condition.show === undefined) return is ? say('有{0}', 'there is {0}', quoted(name)) : say('没有{0}', 'there is no {0}', quoted(name));
  if ('case' in condition && condition.case === 'reporter') return is ? say('有诉求人', 'there is a reporter') : say('没有诉求人', 'there is no reporter');
  if ('case' in condition && condition.case === 'ended') return is ? say('已结束', 'it has ended') : say('尚未结束', 'it has not ended');
  if ('action' in condition && (condition.show ?? 'count') === 'count') {
    const action = quoted(vocabulary.actions.get(condition.action) ?? same(condition.action));
    return is ? say('已操作{0}', '{0} was taken', action) : say('未操作{0}', '{0} was not taken', action);
  }
  if ('clock' in condition && (condition.show ?? 'state') === 'state') return is ? say('{0}已起算', '{0} has started', name) : say('{0}未起算', '{0} has not started', name);
  if ('ask' in condition && (condition.show ?? 'state') === 'state') return is ? say('已有{0}', 'there is {0}', name) : say('没有{0}', 'there is no {0}', name);
  if ('link' in condition && condition.reads === undefined) { const linked = linkWords(condition.link, vocabulary, condition.side); return is ? say('有{0}', 'there is {0}', linked) : say('没有{0}', 'there is no {0}', linked); }
  if ('link' in condition && shape?.absent !== undefined) return is ? say('有{0}', 'there is {0}', name) : say('没有{0}', 'there is no {0}', name);
  if (shape?.kind === 'yes-no' && Object.keys(testsOf(condition)).length === 0) return say('{0}为“是”', '{0} is "yes"', name);
  return is ? say('{0}已填写', '{0} is known', name) : say('{0}未填写', '{0} is not known', name);
};

/** How each comparison is said: of an amount, of a time, of a count. */
const verbs: Readonly<Record<'amount' | 'time' | 'count', Readonly<Record<Comparison, readonly [zh: string, en: string]>>>> = {
  amount: { is: ['为', 'is'], not: ['不为', 'is not'], min: ['不低于', 'is at least'], max: ['不高于', 'is at most'], above: ['高于', 'is above'], below: ['低于', 'is below'] },
  time: { is: ['为', 'is'], not: ['不为', 'is not'], min: ['不早于', 'is not before'], max: ['不晚于', 'is not after'], above: ['晚于', 'is after'], below: ['早于', 'is before'] },
  count: { is: ['为', 'is'], not: ['不为', 'is not'], min: ['不少于', 'is at least'], max: ['不多于', 'is at most'], above: ['多于', 'is more than'], below: ['少于', 'is fewer than'] },
};

const compared = (comparison: Comparison, operand: Operand, shape: FactShape | undefined, vocabulary: Vocabulary, own: Own | undefined): Words => {
  const other = isFactOperand(operand) ? shapeOfFact(operand.fact, vocabulary, own) : undefined;
  const [zh, en] = verbs[isTime(shape?.kind) || isTime(other?.kind) ? 'time' : shape?.kind === 'count' ? 'count' : 'amount'][comparison];
  const value = isFactOperand(operand) ? operandText(operand, vocabulary, own) : valueText(operand, shape, vocabulary);
  return say(`${zh}{0}`, `${en} {0}`, value);
};

/** The fact that another is compared with, moved by its duration: 「销号时限前3个工作日」. */
export const operandText = ({ fact, plus, minus }: FactOperand, vocabulary: Vocabulary, own?: Own): Words => {
  let words = nameOfFact(fact, vocabulary, own);
  if (plus !== undefined) words = say('{0}后{1}', '{1} after {0}', words, durationWords(plus));
  if (minus !== undefined) words = say('{0}前{1}', '{1} before {0}', words, durationWords(minus));
  return words;
};

/** A value as a sentence quotes it: words in quotation marks, numbers and days bare, counts with their 次. */
const valueText = (value: Literal, shape: FactShape | undefined, vocabulary: Vocabulary): Words => {
  const words = formatValue(value, shape?.kind, shape?.options, vocabulary);
  if (shape?.kind === 'count') return say(`{0}${shape.unit ?? '次'}`, '{0}', words);
  return typeof value === 'number' || isTime(shape?.kind) ? words : quoted(words);
};

const among = (values: NonNullable<Tests['in']>, shape: FactShape | undefined, vocabulary: Vocabulary): Words => {
  const list = values.map((value) => valueText(value, shape, vocabulary));
  return list.length === 1 ? say('为{0}', 'is {0}', list[0]!) : say('为{0}之一', 'is one of {0}', joined(list, '、', ', '));
};

/**
 * The comparison that holds exactly when this one does not, where there is one: of a fact that is never missing, or of whether it is known.
 * Of a fact that may be missing a comparison and its opposite are both false.
 */
export const oppositeOf = (condition: FactCondition, vocabulary: Vocabulary, own?: Own): FactCondition | undefined => {
  const shape = shapeOfFact(condition, vocabulary, own);
  const tests = testsOf(condition);
  const [test, second] = Object.keys(tests);
  if (!shape || second !== undefined) return undefined;
  const fact = factOf(condition);
  if (test === undefined) return shape.kind === 'yes-no' && shape.absent === undefined ? undefined : { ...fact, known: false };
  if (test === 'known') return { ...fact, known: !tests.known };
  const opposite = opposites[test];
  const operand = opposite && tests[test as Comparison];
  return operand === undefined || opposite === undefined || shape.missing || isFactOperand(operand) ? undefined : { ...fact, [opposite]: operand };
};

const opposites: Readonly<Record<string, Comparison>> = { is: 'not', not: 'is', min: 'below', below: 'min', max: 'above', above: 'max' };
