import type { Words } from '../issues/issue.ts';
import type { Fact } from '../method/condition-schema.ts';
import { notKnown, yesNo } from './built-in-words.ts';
import type { FactTime, FactValue } from './fact.ts';
import { shapeOfFact, type FactKind, type Own } from './fact-shape.ts';
import { joined, same } from './spoken.ts';
import type { Labels, Vocabulary } from './vocabulary.ts';

/** The words for what a method does not name: persons, posts, units. Without them their ids are shown. */
export interface DirectoryWords {
  readonly person?: (id: string) => string | undefined;
  readonly post?: (id: string) => string | undefined;
  readonly unit?: (id: string) => string | undefined;
}

/**
 * The words for a value of a fact, as columns, templates and explanations show it: a choice by its label, a moment by its local minute,
 * yes and no as 是 and 否. Nothing known is 未填写.
 * @example formatFact({ answer: 'class' }, 'hard', vocabulary, time) //=> { zh: '问题挂牌', en: 'Problem listed' }
 */
export const formatFact = (fact: Fact, value: FactValue | undefined, vocabulary: Vocabulary, time: FactTime, directory: DirectoryWords = {}, own?: Own): Words => {
  const shape = shapeOfFact(fact, vocabulary, own);
  return formatValue(value, shape?.kind, shape?.options, vocabulary, { time, directory });
};

/** How a sentence names a fact: 「党群会诊的结论」; a name that the method does not have stands for itself. */
export const nameOfFact = (fact: Fact, vocabulary: Vocabulary, own?: Own): Words =>
  shapeOfFact(fact, vocabulary, own)?.label ?? same(Object.values(fact)[0] as string);

/** How moments are written, where there are any, and who is who. */
export interface Writing { readonly time?: FactTime; readonly directory?: DirectoryWords }

/** The words for a value whose kind is known. */
export const formatValue = (value: FactValue | undefined, kind: FactKind | undefined, options: Labels | undefined, vocabulary: Vocabulary, writing: Writing = {}): Words => {
  if (value === undefined) return notKnown;
  if (typeof value === 'boolean') return value ? yesNo.yes : yesNo.no;
  if (typeof value === 'number') return same(writing.time && (kind === 'moment' || kind === 'due') ? writing.time.formatMoment(value) : value);
  if (typeof value === 'string') return formatName(value, kind, options, vocabulary, writing.directory ?? {});
  const one = kind === 'posts' ? 'post' : kind === 'units' ? 'unit' : kind;
  return joined(value.map((each) => (typeof each === 'string' ? formatName(each, one, options, vocabulary, writing.directory ?? {}) : same(each.name))), '、', ', ');
};

const formatName = (value: string, kind: FactKind | undefined, options: Labels | undefined, vocabulary: Vocabulary, directory: DirectoryWords): Words => {
  switch (kind) {
    case 'person': return same(directory.person?.(value) ?? value);
    case 'post': return same(directory.post?.(value) ?? value);
    case 'unit': { const name = directory.unit?.(value); return name === undefined ? vocabulary.levels.get(value) ?? same(value) : same(name); }
    case 'party': { const name = directory.person?.(value) ?? directory.unit?.(value); return name === undefined ? vocabulary.roles.get(value) ?? same(value) : same(name); }
    default: return options?.get(value) ?? same(value);
  }
};
