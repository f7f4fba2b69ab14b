import type { Words } from '../issues/issue.ts';
import type { Fact } from '../method/condition-schema.ts';
import { actionFacts, askFacts, askStates, caseFacts, clockFacts, clockStates, outcomes, recordFacts } from './built-in-words.ts';
import { quoted, say } from './spoken.ts';
import type { FieldWords, Labels, Vocabulary } from './vocabulary.ts';

/**
 * What a fact is, whatever the case: decides what it can be compared with and how it is written.
 * `due` is a day where the limit was reckoned in days, otherwise a moment; `party` a person, a unit or a role.
 */
export type FactKind =
  | 'text' | 'number' | 'yes-no' | 'day' | 'moment' | 'due' | 'choice' | 'choices'
  | 'post' | 'unit' | 'person' | 'party' | 'files' | 'count';

/** Inside `where` and `every`, `{ field }` reads the record's or the ask's own values. */
export type Own = { readonly record: string } | { readonly ask: string };

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
}

/** What a fact is; nothing when the method has no such name. */
export const shapeOfFact = (fact: Fact, vocabulary: Vocabulary, own?: Own): FactShape | undefined => {
  if ('field' in fact) return own ? ownShape(fact.field, vocabulary, own) : fieldShape(vocabulary.fields.get(fact.field));
  if ('answer' in fact) return answerShape(fact, vocabulary);
  if ('record' in fact) return recordShape(fact, vocabulary);
  if ('case' in fact) return caseShape(fact.case, vocabulary);
  if ('clock' in fact) return clockShape(fact, vocabulary);
  if ('ask' in fact) return askShape(fact, vocabulary);
  return actionShape(fact, vocabulary);
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
  post: 'post', unit: 'unit', files: 'files',
} as const satisfies Record<FieldWords['kind'], FactKind>;

const ownShape = (name: string, vocabulary: Vocabulary, own: Own): FactShape | undefined => {
  if ('ask' in own) {
    const ask = vocabulary.asks.get(own.ask);
    if (name === 'state') return { kind: 'choice', label: { zh: '状态', en: 'state' }, options: askStates, missing: false };
    return ask && name in askFacts ? { ...askFact[name as AskFact], label: askFacts[name as AskFact], ...(name === 'reply' && { options: ask.replies }) } : undefined;
  }
  const field = vocabulary.records.get(own.record)?.fields.get(name);
  if (field) return fieldShape(field);
  if (name === 'at') return { kind: 'moment', label: recordFacts.at, missing: false };
  return name === 'by' ? { kind: 'person', label: recordFacts.by, missing: true } : undefined;
};

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
    case 'kind': return { kind: 'choice', options: vocabulary.kinds, missing: false };
    case 'source': return { kind: 'choice', options: vocabulary.sources, missing: false };
    case 'step': return { kind: 'choice', options: vocabulary.steps, missing: false };
    case 'ending': return { kind: 'choice', options: vocabulary.endings, missing: true };
    case 'outcome': return { kind: 'choice', options: outcomes, missing: true };
    case 'home': case 'holder': return { kind: 'unit', missing: false };
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

type AskFact = keyof typeof askFacts;
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
