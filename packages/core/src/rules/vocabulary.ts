import type { Words } from '../issues/issue.ts';
import type { ClassificationSchema } from '../method/classification-schema.ts';
import type { Condition } from '../method/condition-schema.ts';
import type { FieldSchema } from '../method/field-schema.ts';
import type { Method } from '../method/method-schema.ts';
import type { Text } from '../method/names.ts';
import { wordsOf } from '../method/words.ts';
import { replies } from './built-in-words.ts';

/** Names and their words. A Map, so that no name of a method meets one that every JavaScript object has. */
export type Labels = ReadonlyMap<string, Words>;

/** What rules need to know of a field. */
export interface FieldWords {
  readonly label: Words;
  readonly kind: FieldSchema['kind'];
  readonly options?: Labels;
  readonly min?: number;
  readonly max?: number;
}

/** What rules need to know of a classification: its answers, or its outputs with every text that a rule gives for them. */
export interface ClassificationWords {
  readonly label: Words;
  readonly collects: boolean;
  readonly answers: Labels;
  readonly outputs: ReadonlyMap<string, { readonly label: Words; readonly texts: Labels }>;
}

/**
 * What compiling and wording conditions need of a method: the words on screen, the kind of every fact, the named conditions.
 * 编译与表述条件所需的“词汇”：名称、事实种类、已命名的条件。
 */
export interface Vocabulary {
  readonly fields: ReadonlyMap<string, FieldWords>;
  readonly records: ReadonlyMap<string, { readonly label: Words; readonly fields: ReadonlyMap<string, FieldWords> }>;
  readonly classifications: ReadonlyMap<string, ClassificationWords>;
  readonly asks: ReadonlyMap<string, { readonly label: Words; readonly replies: Labels }>;
  readonly clocks: ReadonlyMap<string, { readonly label: Words; readonly binds: 'hard' | 'soft' | 'minimum' }>;
  readonly steps: Labels;
  readonly kinds: Labels;
  readonly sources: Labels;
  readonly endings: Labels;
  readonly actions: Labels;
  readonly roles: Labels;
  readonly levels: Labels;
  readonly conditions: ReadonlyMap<string, Condition>;
  /** Links, and how they are called from the side that is linked to. */
  readonly links: ReadonlyMap<string, { readonly label: Words; readonly back: Words }>;
  readonly subjects: Labels;
  readonly norms: Labels;
  readonly templates: Labels;
}

/**
 * Reads the vocabulary off a method. Build it once per method and version.
 * @example
 * const vocabulary = vocabularyOf(method);
 * vocabulary.fields.get('category')?.label; //=> { zh: '问题类别', en: 'Category' }
 */
export const vocabularyOf = (method: Method): Vocabulary => ({
  fields: mapped(method.fields, fieldWords),
  records: new Map(Object.entries(method.records ?? {}).map(([name, record]) =>
    [name, { label: wordsOf(record.label), fields: new Map([...mapped(record.fields, fieldWords), ...draftedFields(method, name)]) }])),
  classifications: mapped(method.classifications, classificationWords),
  asks: mapped(method.asks, (ask) => ({
    label: wordsOf(ask.label),
    replies: new Map([...replies, ...Object.entries(ask.replies ?? {}).flatMap(([name, reply]) => reply.label ? [[name, wordsOf(reply.label)] as const] : [])]),
  })),
  clocks: mapped(method.clocks, (clock) => ({ label: wordsOf(clock.label), binds: clock.binds ?? 'hard' })),
  steps: labelled(method.steps), kinds: labelled(method.kinds), sources: labelled(method.sources), endings: labelled(method.endings),
  actions: labelled(method.actions), roles: labelled(method.roles), levels: labelled(method.levels),
  conditions: new Map(Object.entries(method.conditions ?? {})),
  links: mapped(method.links, (link) => ({ label: wordsOf(link.label), back: wordsOf(link.back ?? link.label) })),
  subjects: labelled(method.subjects), norms: labelled(method.norms), templates: labelled(method.templates),
});

const mapped = <T, U>(named: Readonly<Record<string, T>> | undefined, to: (each: T) => U): ReadonlyMap<string, U> =>
  new Map(Object.entries(named ?? {}).map(([name, each]) => [name, to(each)]));

const labelled = (named: Readonly<Record<string, { readonly label: Text }>> | undefined): Labels => mapped(named, (each) => wordsOf(each.label));

const fieldWords = (field: FieldSchema): FieldWords => ({
  label: wordsOf(field.label),
  kind: field.kind,
  ...('options' in field && { options: mapped(field.options, wordsOf) }),
  ...(field.kind === 'number' && field.min !== undefined && { min: field.min }),
  ...(field.kind === 'number' && field.max !== undefined && { max: field.max }),
});

/** Beside a text that templates draft, the record keeps which one it was, with its version: `<field>-template`. */
const draftedFields = ({ templates, records }: Method, record: string): ReadonlyMap<string, FieldWords> =>
  new Map(Object.values(templates ?? {}).filter(({ for: target }) => target.record === record).map(({ for: { field } }) => {
    const { zh, en } = wordsOf(records?.[record]?.fields?.[field]?.label ?? field);
    return [`${field}-template`, { label: { zh: `${zh}：所用模板`, en: `${en}: template` }, kind: 'text' }];
  }));

const classificationWords = (classification: ClassificationSchema): ClassificationWords => ({
  label: wordsOf(classification.label),
  collects: classification.hit === 'collect',
  answers: mapped(classification.answers, wordsOf),
  outputs: new Map(Object.entries(classification.outputs ?? {}).map(([output, label]) => [output, { label: wordsOf(label), texts: textsOf(classification, output) }])),
});

/** Every text that the rules give for an output, by its Chinese: an answer keeps only the words themselves. */
const textsOf = (classification: ClassificationSchema, output: string): Labels =>
  new Map(Object.values(classification.rules ?? {}).flatMap(({ then }) => {
    const text = typeof then === 'string' ? undefined : then[output];
    return text === undefined ? [] : [[wordsOf(text).zh, wordsOf(text)] as const];
  }));
