import type { Words } from '../issues/issue.ts';
import type { FieldSchema } from '../method/field-schema.ts';
import type { Path } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import type { FactKind } from '../rules/index.ts';
import { ofWhat } from './known-names.ts';

type Action = Method['actions'][string];

/** One entry of the form that an action asks for. */
export interface ActionInput {
  readonly name: string;
  /** What it comes from: a field, a record's field, a classification, an ask, a link. */
  readonly what: Words;
  readonly label: Words;
  /** Where in the action it is named. */
  readonly path: Path;
  readonly kind: FactKind;
  readonly options?: readonly string[];
  /** Certainly wanted, whatever the case. */
  readonly required: boolean;
}

/** What kind of fact a field is. */
export const kindOfField: { readonly [K in FieldSchema['kind']]: FactKind } = {
  text: 'text', 'long-text': 'text', number: 'number', date: 'day', moment: 'moment', 'yes-no': 'yes-no', choice: 'choice', choices: 'choices',
  post: 'post', unit: 'unit', posts: 'posts', units: 'units', names: 'names', point: 'text', files: 'files',
};

/** Everything that an action asks for: fields, the fields of its records, answers, whom to ask, what to link. Names can come twice: that is an error elsewhere. */
export const actionInputs = (action: Action, method: Method): readonly ActionInput[] => [
  ...Object.entries(action.takes ?? {}).flatMap(([name, each]) => ofField(name, method.fields[name], { zh: '字段', en: 'a field' }, ['takes', name], sure(each))),
  ...Object.entries(action.leaves ?? {}).flatMap(([record, each]) => ofRecord(record, each, method)),
  ...Object.entries(action.answers ?? {}).flatMap(([name, each]) => ofClassification(name, sure(each), method)),
  ...Object.entries(action.asks ?? {}).flatMap(([name, { optional }]) => ofAsk(name, optional !== true, method)),
  ...Object.entries(action.links ?? {}).flatMap(([name, { optional }]) => ofLink(name, optional !== true, method)),
  ...(action.withdraws ? [{ name: 'record', what: { zh: '要撤回的记录', en: 'the record to withdraw' }, label: { zh: '记录', en: 'record' }, path: ['withdraws'], kind: 'text' as const, required: true }] : []),
];

const sure = ({ optional, when }: { optional?: true | undefined; when?: unknown }): boolean => optional !== true && when === undefined;

function ofField(name: string, field: FieldSchema | undefined, what: Words, path: Path, required: boolean): readonly ActionInput[] {
  if (field === undefined) return [];
  const kind = kindOfField[field.kind];
  return [{ name, what, label: wordsOf(field.label), path, required, kind, ...('options' in field && { options: Object.keys(field.options) }) }];
}

function ofRecord(name: string, leaving: NonNullable<Action['leaves']>[string], method: Method): readonly ActionInput[] {
  const record = method.records?.[name];
  if (record === undefined) return [];
  const what = ofWhat(wordsOf(record.label), '字段', 'a field');
  const path: Path = ['leaves', name];
  return Object.entries(record.fields ?? {}).flatMap(([field, schema]) => {
    if (leaving.set !== undefined && Object.hasOwn(leaving.set, field)) return [];
    const drafts = templatesFor(method, name, field);
    // A text with templates may be left blank: the template fills it.
    const asked = ofField(field, schema, what, path, sure(leaving) && schema.optional !== true && drafts.length === 0);
    return drafts.length === 0 ? asked : [...asked, {
      name: `${field}-template`, what: { zh: '答复模板', en: 'a reply template' }, label: { zh: '答复模板', en: 'reply template' }, path, kind: 'choice' as const, options: drafts, required: false }];
  });
}

/** The templates that draft a text field of a record. */
export const templatesFor = (method: Method, record: string, field: string): readonly string[] =>
  Object.entries(method.templates ?? {}).flatMap(([name, { for: of }]) => (of.record === record && of.field === field ? [name] : []));

function ofClassification(name: string, required: boolean, method: Method): readonly ActionInput[] {
  const classification = method.classifications?.[name];
  if (classification === undefined || classification.by === 'table') return [];
  return [{ name, what: { zh: '分类', en: 'a classification' }, label: wordsOf(classification.label), path: ['answers', name], kind: 'choice',
    options: Object.keys(classification.answers ?? {}), required: required && classification.by === 'person' }];
}

function ofAsk(name: string, required: boolean, method: Method): readonly ActionInput[] {
  const ask = method.asks?.[name];
  if (ask === undefined || !('post' in ask.of || 'unit' in ask.of)) return [];
  const kind = 'post' in ask.of ? (ask.many ? 'posts' : 'post') : ask.many ? 'units' : 'unit';
  return [{ name, what: { zh: '派单', en: 'an ask' }, label: wordsOf(ask.label), path: ['asks', name], required, kind }];
}

function ofLink(name: string, required: boolean, method: Method): readonly ActionInput[] {
  const link = method.links?.[name];
  if (link === undefined) return [];
  return [{ name, what: { zh: '关联', en: 'a link' }, label: wordsOf(link.label), path: ['links', name], required, kind: link.one ? 'text' : 'names' }];
}
