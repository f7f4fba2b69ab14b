import type { Words } from '../issues/issue.ts';
import type { Condition, Fact, Literal } from '../method/condition-schema.ts';
import { countsAll, isNegation } from './condition-parts.ts';
import { conditionText } from './condition-text.ts';
import type { FactTime, FactValue } from './fact.ts';
import type { FactShape } from './fact-shape.ts';
import { formatValue } from './fact-text.ts';
import { cutsOf, daySamples, numberSamples } from './regions.ts';
import { singleFact, type SingleFact } from './single-fact.ts';
import { say } from './spoken.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Values of a fact that the rules cannot tell apart: one that stands for all of them, and its words. `missing`: nothing is known. */
export interface Region { readonly value: FactValue | undefined; readonly says: Words; readonly missing?: true }

/**
 * One thing that the rules ask about, with its regions. `fact`: a fact whose values can be listed; `unclear`: a condition of which only
 * yes and no are known (a text, an actor, a count with a condition): every conclusion must hold for both.
 */
export type Axis =
  | { readonly kind: 'fact'; readonly key: string; readonly fact: Fact; readonly says: Words; readonly regions: readonly Region[] }
  | { readonly kind: 'unclear'; readonly key: string; readonly says: Words; readonly regions: readonly Region[] };

/** Whether a condition holds, given the region of each axis, by key. */
export type Decided = (at: (key: string) => FactValue | undefined) => boolean;

/** Takes conditions apart into what they ask about, and how they follow from it. */
export class AxisCollector {
  readonly #facts = new Map<string, SingleFact[]>();
  readonly #unclear = new Map<string, Words>();
  readonly #vocabulary: Vocabulary;
  readonly #time: FactTime;

  constructor(vocabulary: Vocabulary, time: FactTime) { this.#vocabulary = vocabulary; this.#time = time; }

  /** How a condition follows from the axes; what it asks about is collected. */
  take(condition: Condition, using: readonly string[] = []): Decided {
    if ('all' in condition) { const parts = condition.all.map((part) => this.take(part, using)); return (at) => parts.every((part) => part(at)); }
    if ('any' in condition) { const parts = condition.any.map((part) => this.take(part, using)); return (at) => parts.some((part) => part(at)); }
    if (isNegation(condition)) { const part = this.take(condition.not, using); return (at) => !part(at); }
    if ('use' in condition) {
      const named = using.includes(condition.use) ? undefined : this.#vocabulary.conditions.get(condition.use);
      return named ? this.take(named, [...using, condition.use]) : () => false;
    }
    return this.#leaf(condition);
  }

  axes(): readonly Axis[] {
    const facts = [...this.#facts.values()].map((parts): Axis => {
      const [{ fact, key, shape }] = parts as [SingleFact];
      return { kind: 'fact', key, fact, says: shape.label, regions: regionsOf(parts, this.#vocabulary) };
    });
    const unclear = [...this.#unclear].map(([key, says]): Axis => ({ kind: 'unclear', key, says, regions: [
      { value: true, says }, { value: false, says: say('不符合（{0}）', 'not ({0})', says) },
    ] }));
    return [...facts, ...unclear];
  }

  #leaf(condition: Condition): Decided {
    const single = singleFact(asFact(condition), this.#vocabulary, this.#time);
    if (single && canList(single)) {
      this.#facts.set(single.key, [...(this.#facts.get(single.key) ?? []), single]);
      return (at) => single.test(at(single.key));
    }
    const key = JSON.stringify(condition);
    this.#unclear.set(key, conditionText(condition, this.#vocabulary));
    return (at) => at(key) === true;
  }
}

/** Whether there is a record at all is the same question whichever way it is written. */
const asFact = (condition: Condition): Condition => {
  if (!('records' in condition) || !countsAll(condition)) return condition;
  const { min = condition.count ? 0 : 1, max } = condition.count ?? {};
  if (min === 1 && max === undefined) return { record: condition.records, is: true };
  return min === 0 && max === 0 ? { record: condition.records, is: false } : condition;
};

const dayText = /^\d{4}-\d{2}-\d{2}$/;

/** Can its values be listed? Choices, yes-no, numbers and dates; a moment where it is compared with days only. */
const canList = ({ shape: { kind, options }, literals, plain, ordered }: SingleFact): boolean => {
  if (!plain) return false;
  switch (kind) {
    case 'choice': return options !== undefined && !ordered;
    case 'yes-no': return !ordered;
    case 'number': case 'count': return literals.every((literal) => typeof literal === 'number');
    case 'day': case 'moment': case 'due': return literals.every((literal) => typeof literal === 'string' && dayText.test(literal));
    default: return false;
  }
};

const regionsOf = (parts: readonly SingleFact[], vocabulary: Vocabulary): readonly Region[] => {
  const [{ fact, shape }] = parts as [SingleFact];
  const literals = parts.flatMap((part) => part.literals);
  const known = ((): readonly Region[] => {
    switch (shape.kind) {
      case 'choice': return optionsOf(fact, shape, literals, vocabulary).map(([value, label]) => ({ value, says: say('{0}为“{1}”', '{0} is "{1}"', shape.label, label) }));
      case 'yes-no': return [true, false].map((value) => ({ value, says: say('{0}为“{1}”', '{0} is "{1}"', shape.label, formatValue(value, 'yes-no', undefined, vocabulary)) }));
      case 'number': case 'count': {
        const cuts = cutsOf<number>(literals, 'number');
        const { min, max } = shape;
        return stretches(shape.label, cuts, numberSamples(cuts, { whole: shape.kind === 'count', ...(min !== undefined && { min }), ...(max !== undefined && { max }) }), false);
      }
      default: { const cuts = cutsOf<string>(literals, 'string'); return stretches(shape.label, cuts, daySamples(cuts), true); }
    }
  })();
  return shape.missing ? [...known, { value: undefined, says: say('{0}未填写', '{0} is not known', shape.label), missing: true }] : known;
};

/** The choices to tell apart: a classification is of cases, so that of the kinds subjects count only where a rule names them. */
const optionsOf = (fact: Fact, { options }: FactShape, literals: readonly Literal[], { kinds }: Vocabulary): readonly (readonly [string, Words])[] =>
  [...(options ?? [])].filter(([name]) => !('case' in fact) || fact.case !== 'kind' || kinds.has(name) || literals.includes(name));

/** The regions between values, in words: 「金额高于1000且低于5000」. */
const stretches = (label: Words, cuts: readonly (number | string)[], samples: readonly (FactValue | undefined)[], times: boolean): readonly Region[] => {
  const [above, below] = times ? [['晚于', 'after'], ['早于', 'before']] as const : [['高于', 'above'], ['低于', 'below']] as const;
  return samples.flatMap((value, region): Region[] => {
    if (value === undefined) return [];
    if (region % 2 === 1) return [{ value, says: say(`{0}为${cuts[(region - 1) / 2]}`, `{0} is ${cuts[(region - 1) / 2]}`, label) }];
    const low = cuts[region / 2 - 1];
    const high = cuts[region / 2];
    const zh = [...(low === undefined ? [] : [`${above[0]}${low}`]), ...(high === undefined ? [] : [`${below[0]}${high}`])].join('且');
    const en = [...(low === undefined ? [] : [`${above[1]} ${low}`]), ...(high === undefined ? [] : [`${below[1]} ${high}`])].join(' and ');
    return [{ value, says: zh === '' ? say('{0}已填写', '{0} is known', label) : say(`{0}${zh}`, `{0} is ${en}`, label) }];
  });
};

