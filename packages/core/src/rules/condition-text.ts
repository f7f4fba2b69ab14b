import type { Words } from '../issues/issue.ts';
import type { Condition } from '../method/condition-schema.ts';
import { comparisonText, oppositeOf } from './comparison-text.ts';
import { isComparison, isCounting, isNegation, type CountingCondition } from './condition-parts.ts';
import { boundsOf, ownOf } from './counting.ts';
import { durationWords } from './duration-words.ts';
import { linkWords, type Own } from './fact-shape.ts';
import { shareText } from './share-text.ts';
import { joined, quoted, same, say } from './spoken.ts';
import type { Labels, Vocabulary } from './vocabulary.ts';

/**
 * A condition as one sentence, as the district's own document would put it. Named conditions are spelled out.
 * @example
 * conditionText({ all: [{ answer: 'class', is: 'hard' }, { records: 'consultation', count: { min: 1 } }] }, vocabulary).zh
 * //=> '问题类别为“问题挂牌”且党群会诊不少于1次'
 */
export const conditionText = (condition: Condition, vocabulary: Vocabulary, own?: Own): Words => spell(condition, own, { vocabulary, using: [] });

interface Spelling { readonly vocabulary: Vocabulary; readonly using: readonly string[] }

const spell = (condition: Condition, own: Own | undefined, spelling: Spelling): Words => {
  if ('all' in condition) return joined(parts(condition.all, 'any', own, spelling), '且', ' and ');
  if ('any' in condition) return joined(parts(condition.any, 'all', own, spelling), '或', ' or ');
  if (isNegation(condition)) return negated(condition.not, own, spelling);
  if ('use' in condition) return named(condition.use, spelling);
  if (isCounting(condition)) return counted(condition, spelling);
  if ('share' in condition) return shareText(condition, spelling.vocabulary, own);
  if ('sample' in condition) return drawn(condition.sample);
  if ('actor' in condition) return who(condition.actor, spelling.vocabulary);
  if ('time' in condition) return when(condition.time);
  return comparisonText(condition, spelling.vocabulary, own);
};

/** The parts of an 且 or 或; a part that is itself joined by the other word stands in brackets. */
const parts = (conditions: readonly Condition[], other: 'all' | 'any', own: Own | undefined, spelling: Spelling): readonly Words[] =>
  conditions.map((part) => {
    const words = spell(part, own, spelling);
    return conditions.length > 1 && joinedBy(part, spelling) === other ? bracketed(words) : words;
  });

const joinedBy = (condition: Condition, { vocabulary, using }: Spelling): 'all' | 'any' | undefined => {
  if ('all' in condition) return condition.all.length > 1 ? 'all' : joinedBy(condition.all[0]!, { vocabulary, using });
  if ('any' in condition) return condition.any.length > 1 ? 'any' : joinedBy(condition.any[0]!, { vocabulary, using });
  if (!('use' in condition) || using.includes(condition.use)) return undefined;
  const meant = vocabulary.conditions.get(condition.use);
  return meant && joinedBy(meant, { vocabulary, using: [...using, condition.use] });
};

const bracketed = (words: Words): Words => say('（{0}）', '({0})', words);

/** A named condition is spelled out; one that leads back to itself, or is none, goes by its name. */
const named = (name: string, { vocabulary, using }: Spelling): Words => {
  const condition = using.includes(name) ? undefined : vocabulary.conditions.get(name);
  return condition ? spell(condition, undefined, { vocabulary, using: [...using, name] }) : say('符合{0}', '{0} holds', quoted(same(name)));
};

/** 「没有党群会诊」 where it can be said so, otherwise 「不符合（……）」: a missing value makes the two differ for comparisons. */
const negated = (condition: Condition, own: Own | undefined, spelling: Spelling): Words => {
  const opposite = isComparison(condition) ? oppositeOf(condition, spelling.vocabulary, own) : undefined;
  if (opposite) return comparisonText(opposite, spelling.vocabulary, own);
  if (isNegation(condition)) return spell(condition.not, own, spelling);
  const meant = 'use' in condition && !spelling.using.includes(condition.use) ? spelling.vocabulary.conditions.get(condition.use) : undefined;
  if (meant && 'use' in condition) return negated(meant, undefined, { ...spelling, using: [...spelling.using, condition.use] });
  return say('不符合（{0}）', 'not ({0})', spell(condition, own, spelling));
};

const counted = (condition: CountingCondition, spelling: Spelling): Words => {
  const { since, within, last, every } = condition;
  const unit = measureOf(condition);
  let subject = countedLabel(condition, spelling.vocabulary);
  if (condition.where) subject = say('{0}的{1}', '{1} with {0}', spell(condition.where, ownOf(condition), spelling), subject);
  if (within !== undefined) subject = say('近{0}内的{1}', '{1} of the last {0}', durationWords(within), subject);
  if (since) subject = say('{0}后的{1}', '{1} after {0}', quoted(labelOf(spelling.vocabulary.actions, since.action)), subject);
  if (last !== undefined) subject = say(`最近${last}${unit}{0}`, `the last ${last} {0}`, subject);
  const said: Words[] = [];
  if (condition.count || !every) said.push(say('{0}{1}', '{0}: {1}', subject, howMany(boundsOf(condition), unit)));
  if (every) said.push(say(last === undefined ? `每${unit}{0}均符合（{1}）` : '{0}均符合（{1}）', last === undefined ? 'every {0}: {1}' : 'each of {0}: {1}', subject, spell(every, ownOf(condition), spelling)));
  return joined(said, '且', ' and ');
};

const countedLabel = (condition: CountingCondition, vocabulary: Vocabulary): Words => {
  if ('records' in condition) return vocabulary.records.get(condition.records)?.label ?? same(condition.records);
  if ('asks' in condition) return vocabulary.asks.get(condition.asks)?.label ?? same(condition.asks);
  if ('clocks' in condition) return vocabulary.clocks.get(condition.clocks)?.label ?? same(condition.clocks);
  return linkWords(condition.links, vocabulary, condition.side);
};

/** The measure word, in Chinese, of what is counted. */
export const measureOf = (condition: CountingCondition): string => ('records' in condition ? '次' : 'clocks' in condition ? '个' : '件');

const howMany = ({ min, max }: { min: number; max: number }, unit: string): Words => {
  if (max === 0) return say(`为0${unit}`, 'none');
  if (min === max) return say(`恰为${min}${unit}`, `exactly ${min}`);
  if (max === Number.POSITIVE_INFINITY) return say(`不少于${min}${unit}`, `at least ${min}`);
  if (min === 0) return say(`不多于${max}${unit}`, `at most ${max}`);
  return say(`为${min}至${max}${unit}`, `${min} to ${max}`);
};

const who = ({ role, notWhoDid, isAsked }: Extract<Condition, { actor: unknown }>['actor'], vocabulary: Vocabulary): Words => {
  const said: Words[] = [];
  if (role !== undefined) said.push(say('操作人为{0}', 'the actor is {0}', quoted(labelOf(vocabulary.roles, role))));
  if (notWhoDid !== undefined) said.push(say('操作人未曾操作过{0}', 'the actor is nobody who took {0}', quoted(labelOf(vocabulary.actions, notWhoDid))));
  if (isAsked !== undefined) said.push(say('操作人为{0}的承办人', 'the actor is asked by {0}', quoted(vocabulary.asks.get(isAsked)?.label ?? same(isAsked))));
  return joined(said, '且', ' and ');
};

const when = ({ from, to, yearFrom, yearTo, day }: Extract<Condition, { time: unknown }>['time']): Words => {
  const said: Words[] = [];
  if (from !== undefined || to !== undefined) said.push(span('时间在{0}至{1}之间', 'the time is from {0} to {1}', from ?? '00:00', to ?? '24:00'));
  if (yearFrom !== undefined || yearTo !== undefined) said.push(yearly(yearFrom ?? '01-01', yearTo ?? '12-31'));
  if (day?.min !== undefined) said.push(say('日期不早于{0}', 'the day is not before {0}', same(day.min)));
  if (day?.max !== undefined) said.push(say('日期不晚于{0}', 'the day is not after {0}', same(day.max)));
  return joined(said, '且', ' and ');
};

const span = (zh: string, en: string, from: string, to: string): Words => say(zh, en, same(from), { zh: from < to ? to : `次日${to}`, en: from < to ? to : `${to} the next day` });

const yearly = (from: string, to: string): Words => ({
  zh: `每年${monthDay(from)}至${from <= to ? '' : '次年'}${monthDay(to)}`,
  en: `the date is from ${from} to ${to}${from <= to ? '' : ' of the next year'}`,
});
const monthDay = (text: string): string => text.split('-').map(Number).join('月') + '日';

const drawn = ({ named, oneIn }: Extract<Condition, { sample: unknown }>['sample']): Words =>
  say(`抽样{0}抽中（每${oneIn}件抽1件）`, `drawn for {0} (one in ${oneIn})`, quoted(same(named)));

const labelOf = (labels: Labels, name: string): Words => labels.get(name) ?? same(name);
