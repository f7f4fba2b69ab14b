import type { Words } from '../issues/issue.ts';
import type { Fact } from '../method/condition-schema.ts';
import { actionFacts, askFacts, askStates, caseFacts, clockFacts, clockHolders, clockStates, countedClockStates, normFacts, outcomes, recordFacts } from './built-in-words.ts';
import { quoted, same, say } from './spoken.ts';
import type { FieldWords, Labels, Vocabulary } from './vocabulary.ts';

/**
 * What a fact is, whatever the case: decides what it can be compared with and how it is written.
 * `due` is a day where the limit was reckoned in days, otherwise a moment; `party` a person, a unit or a role; `names` is a list of texts.
 */
export type FactKind =
  | 'text' | 'number' | 'yes-no' | 'day' | 'moment' | 'due' | 'choice' | 'choices'
  | 'post' | 'unit' | 'posts' | 'units' | 'names' | 'person' | 'party' | 'files' | 'count';

/** Inside `where` and `every`, `{ field }` reads the own values of the record, ask or clock; in a query over norms, of one of its periods. */
export type Own = { readonly record: string } | { readonly ask: string } | { readonly clock: string } | { readonly norm: string };

/** Everything that can be said of a fact without a case. */
export interface FactShape {
  readonly kind: FactKind;
  /** As a sentence names it: 「党群会诊的结论」. */
  readonly label: Words;
  readonly options?: Labels;
  /** The value that stands for "there is none" in a fact that is never missing. */
  readonly absent?: string | number | boolean;
  /** Can it be missing? A state, a count, and whether there is a record never are. */
  readonly missing: boolean;
  readonly min?: number;
  readonly max?: number;
  /** The measure word of a count in Chinese; 次 when there is none. */
  readonly unit?: string;
}

/** What a fact is; nothing when the method has no such name. */
export const shapeOfFact = (fact: Fact, vocabulary: Vocabulary, own?: Own): FactShape | undefined => {
  if ('field' in fact) return own ? ownShape(fact.field, vocabulary, own) : fieldShape(vocabulary.fields.get(fact.field));
  if ('answer' in fact) return answerShape(fact, vocabulary);
  if ('record' in fact) return recordShape(fact, vocabulary);
  if ('case' in fact) return caseShape(fact.case, vocabulary);
  if ('clock' in fact) return clockShape(fact, vocabulary);
  if ('ask' in fact) return askShape(fact, vocabulary);
  if ('action' in fact) return actionShape(fact, vocabulary);
  return linkShape(fact, vocabulary);
};

/**
 * The kind of a fact, known without a case; nothing when the method has no such name.
 * @example kindOfFact({ clock: 'close', show: 'due' }, vocabulary) //=> 'due'
 */
export const kindOfFact = (fact: Fact, vocabulary: Vocabulary, own?: Own): FactKind | undefined => shapeOfFact(fact, vocabulary, own)?.kind;

type FactOf<K extends string> = Extract<Fact, Record<K, unknown>>;

const fieldShape = (field: FieldWords | undefined): FactShape | undefined => field && {
  kind: kindOfField[field.kind], label: field.label, missing: true,
  ...(field.options && { options: field.options }),
  ...(field.min !== undefined && { min: field.min }),
  ...(field.max !== undefined && { max: field.max }),
};

const kindOfField = {
  text: 'text', 'long-text': 'text', number: 'number', date: 'day', moment: 'moment', 'yes-no': 'yes-no', choice: 'choice', choices: 'choices',
  post: 'post', unit: 'unit', posts: 'posts', units: 'units', names: 'names', point: 'text', files: 'files',
} as const satisfies Record<FieldWords['kind'], FactKind>;

const ownShape = (name: string, vocabulary: Vocabulary, own: Own): FactShape | undefined => {
  if (isOfItsCase(name, vocabulary, own)) return fieldShape(vocabulary.fields.get(name));
  const field = 'record' in own ? vocabulary.records.get(own.record)?.fields.get(name) : undefined;
  return field ? fieldShape(field) : builtInShapes(own, vocabulary)[name];
};

/** A record, ask or clock has no value of this name, and its case has: `{ field }` reads the case's. A norm period belongs to no one case. */
export const isOfItsCase = (name: string, vocabulary: Vocabulary, own: Own): boolean =>
  !('norm' in own) && vocabulary.fields.has(name) && !ownNames(own, vocabulary).includes(name);

/** Every name that `{ field }` can say of its own values. */
export const ownNames = (own: Own, vocabulary: Vocabulary): readonly string[] => [
  ...new Set([...('record' in own ? vocabulary.records.get(own.record)?.fields.keys() ?? [] : []), ...Object.keys(builtInShapes(own, vocabulary))]),
];

/** The own values that every record, ask, clock and norm period has, by name; none where the method has no such record, ask, clock or norm. */
const builtInShapes = (own: Own, vocabulary: Vocabulary): Readonly<Partial<Record<string, FactShape>>> => {
  if ('record' in own) {
    return !vocabulary.records.has(own.record) ? {} : {
      at: { kind: 'moment', label: recordFacts.at, missing: false }, by: { kind: 'person', label: recordFacts.by, missing: true },
      unit: { kind: 'unit', label: recordFacts.unit, missing: true }, role: { kind: 'choice', label: recordFacts.role, options: vocabulary.roles, missing: true },
    };
  }
  if ('ask' in own) {
    const ask = vocabulary.asks.get(own.ask);
    const state: FactShape = { kind: 'choice', label: stateLabel, options: askStates, missing: false };
    return !ask ? {} : { state, ...labelledShapes(askFact, askFacts), reply: { ...askFact.reply, label: askFacts.reply, options: ask.replies } };
  }
  if ('clock' in own) {
    const { holder, ...facts } = clockFact;
    return !vocabulary.clocks.has(own.clock) ? {} : {
      state: { kind: 'choice', label: stateLabel, options: countedClockStates, missing: false }, ...labelledShapes(facts, clockFacts),
      person: { kind: 'person', label: clockHolders.person, missing: true }, unit: { kind: 'unit', label: clockHolders.unit, missing: true },
    };
  }
  return !vocabulary.norms.has(own.norm) ? {} : {
    of: { kind: 'text', label: normFacts.of, missing: false }, unit: { kind: 'unit', label: normFacts.unit, missing: true }, period: { kind: 'text', label: normFacts.period, missing: false },
    count: { kind: 'count', label: normFacts.count, missing: false, min: 0 }, met: { kind: 'yes-no', label: normFacts.met, missing: false },
  };
};

const stateLabel: Words = { zh: '状态', en: 'state' };
const labelledShapes = <K extends string>(facts: Readonly<Record<K, Omit<FactShape, 'label'>>>, labels: Readonly<Record<NoInfer<K>, Words>>): Readonly<Record<K, FactShape>> =>
  Object.fromEntries(Object.entries<Omit<FactShape, 'label'>>(facts).map(([name, fact]) => [name, { ...fact, label: labels[name as K] }])) as Record<K, FactShape>;

const answerShape = (fact: FactOf<'answer'>, vocabulary: Vocabulary): FactShape | undefined => {
  const classification = vocabulary.classifications.get(fact.answer);
  if (!classification) return undefined;
  if (fact.output === undefined) {
    return { kind: classification.collects ? 'choices' : 'choice', label: classification.label, options: classification.answers, missing: true };
  }
  const output = classification.outputs.get(fact.output);
  return output && { kind: 'text', label: output.label, options: output.texts, missing: true };
};

const recordShape = (fact: FactOf<'record'>, vocabulary: Vocabulary): FactShape | undefined => {
  const record = vocabulary.records.get(fact.record);
  if (!record) return undefined;
  if (fact.show === undefined) return { kind: 'yes-no', label: record.label, absent: false, missing: false };
  const field = fieldShape(record.fields.get(fact.show));
  return field && {
    ...field,
    label: fact.pick === 'first' ? say('首次{0}的{1}', '{1} of the first {0}', record.label, field.label) : say('{0}的{1}', '{1} of {0}', record.label, field.label),
  };
};

const caseShape = (name: FactOf<'case'>['case'], vocabulary: Vocabulary): FactShape => ({ label: caseFacts[name], ...caseFact(name, vocabulary) });

const caseFact = (name: FactOf<'case'>['case'], vocabulary: Vocabulary): Omit<FactShape, 'label'> => {
  switch (name) {
    case 'id': return { kind: 'text', missing: false };
    case 'kind': return { kind: 'choice', options: new Map([...vocabulary.kinds, ...vocabulary.subjects]), missing: false };
    case 'source': return { kind: 'choice', options: vocabulary.sources, missing: false };
    case 'step': return { kind: 'choice', options: vocabulary.steps, missing: false };
    case 'ending': return { kind: 'choice', options: vocabulary.endings, missing: true };
    case 'outcome': return { kind: 'choice', options: outcomes, missing: true };
    case 'home': case 'holder': return { kind: 'unit', missing: false };
    case 'home-level': case 'holder-level': return { kind: 'choice', options: vocabulary.levels, missing: false };
    case 'opened': case 'now': return { kind: 'moment', missing: false };
    case 'ended': return { kind: 'moment', missing: true };
    case 'reporter': return { kind: 'yes-no', absent: false, missing: false };
    case 'opened-by': return { kind: 'person', missing: true };
  }
};

const clockShape = (fact: FactOf<'clock'>, vocabulary: Vocabulary): FactShape | undefined => {
  const clock = vocabulary.clocks.get(fact.clock);
  if (!clock) return undefined;
  const show = fact.show ?? 'state';
  if (show === 'state') return { kind: 'choice', label: clock.label, options: clockStates, absent: 'waiting', missing: false };
  return { ...clockFact[show], label: say('{0}的{1}', '{1} of {0}', clock.label, clockFacts[show]) };
};

const clockFact = {
  started: { kind: 'moment', missing: true }, due: { kind: 'due', missing: true }, stopped: { kind: 'moment', missing: true },
  late: { kind: 'yes-no', missing: true }, holder: { kind: 'party', missing: true }, exempt: { kind: 'yes-no', missing: true },
} as const;

const askShape = (fact: FactOf<'ask'>, vocabulary: Vocabulary): FactShape | undefined => {
  const ask = vocabulary.asks.get(fact.ask);
  if (!ask) return undefined;
  const show = fact.show ?? 'state';
  if (show === 'state') return { kind: 'choice', label: ask.label, options: askStates, absent: 'none', missing: false };
  return { ...askFact[show], label: say('{0}的{1}', '{1} of {0}', ask.label, askFacts[show]), ...(show === 'reply' && { options: ask.replies }) };
};

const askFact = {
  post: { kind: 'post', missing: true }, person: { kind: 'person', missing: true }, unit: { kind: 'unit', missing: true },
  asked: { kind: 'moment', missing: true }, replied: { kind: 'moment', missing: true }, reply: { kind: 'choice', missing: true },
} as const;

const actionShape = (fact: FactOf<'action'>, vocabulary: Vocabulary): FactShape | undefined => {
  const label = vocabulary.actions.get(fact.action);
  if (!label) return undefined;
  const show = fact.show ?? 'count';
  const named = say('{0}的{1}', '{1} of {0}', quoted(label), actionFacts[show]);
  if (show === 'count') return { kind: 'count', label: named, absent: 0, missing: false, min: 0 };
  return { kind: show === 'at' ? 'moment' : 'person', label: named, missing: true };
};

const linkShape = (fact: FactOf<'link'>, vocabulary: Vocabulary): FactShape | undefined => {
  if (!vocabulary.links.has(fact.link)) return undefined;
  const linked = linkWords(fact.link, vocabulary, fact.side);
  if (fact.reads !== undefined) {
    const read = shapeOfFact(fact.reads, vocabulary);
    return read && { ...read, label: say('{0}的{1}', '{1} of {0}', linked, read.label), missing: true };
  }
  if (fact.show === 'ids') return { kind: 'names', label: say('{0}的编号', 'numbers of {0}', linked), missing: true };
  return { kind: 'count', label: linked, absent: 0, missing: false, min: 0, unit: '件' };
};

/** Cases linked so, as a sentence calls them: 「关联“专项整治”」. */
export const linkWords = (link: string, vocabulary: Vocabulary, side?: 'from' | 'to'): Words => {
  const words = vocabulary.links.get(link);
  return say('关联{0}', 'linked {0}', quoted((side === 'to' ? words?.back : words?.label) ?? same(link)));
};
