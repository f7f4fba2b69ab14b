import type { Words } from '../issues/issue.ts';
import type { Condition } from '../method/condition-schema.ts';
import type { Template } from '../method/effect-schema.ts';
import type { FieldSchema } from '../method/field-schema.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import type { Predicate } from '../rules/index.ts';
import type { FormInput } from './explanation.ts';

/** What becomes of an input: a field of the case, part of a record, the answer of a classification, who is asked. */
export type InputGoesTo =
  | { readonly to: 'field'; readonly happening: string }
  | { readonly to: 'record'; readonly record: string }
  | { readonly to: 'answer' }
  | { readonly to: 'ask' }
  | { readonly to: 'link'; readonly link: string }
  /** Which template drafts the text of the record's field. */
  | { readonly to: 'record'; readonly record: string; readonly drafts: string }
  | { readonly to: 'withdrawal' };

/** One input that an action takes, ready to be checked and drawn. */
export interface InputRule extends Omit<FormInput, 'value'> {
  readonly goes: InputGoesTo;
  readonly when: Predicate;
  readonly personal?: true;
  /** Texts that may be drafted for it. */
  readonly templates?: readonly TemplateRule[];
}

/** A text to start from, of one version. */
export interface TemplateRule { readonly name: string; readonly version: number; readonly label: Words; readonly when: Predicate; readonly say: Template }

type Compile = (condition: Condition | undefined) => Predicate;

/** The inputs of an action in the order of the form: fields, records, classifications, whom to ask. */
export const compileInputs = (method: Method, action: Method['actions'][string], condition: Compile): InputRule[] => {
  const inputs: InputRule[] = [];
  for (const [name, input] of Object.entries(action.takes ?? {})) {
    const field = method.fields[name];
    if (field) inputs.push({ ...fieldInput(name, field), goes: toField(name), optional: input.optional === true, when: condition(input.when) });
  }
  for (const [record, leaving] of Object.entries(action.leaves ?? {})) {
    const schema = method.records?.[record];
    for (const [name, field] of Object.entries(schema?.fields ?? {})) {
      if (leaving.set && name in leaving.set) continue;
      const common = { group: wordsOf(schema!.label), when: condition(leaving.when) };
      const templates = templatesFor(method, record, name, condition);
      inputs.push({
        ...fieldInput(name, field), ...common, goes: { to: 'record', record }, optional: field.optional === true || leaving.optional === true, ...(templates.length > 0 && { templates }),
      });
      if (templates.length > 0) inputs.push(templateInput(name, record, wordsOf(field.label), templates, common));
    }
  }
  for (const [name, input] of Object.entries(action.answers ?? {})) {
    const schema = method.classifications?.[name];
    if (!schema || schema.by === 'table') continue;
    inputs.push({
      name, label: wordsOf(schema.label), kind: 'choice', goes: { to: 'answer' },
      options: optionList(schema.answers ?? {}),
      optional: input.optional === true || schema.by === 'proposed', when: condition(input.when),
    });
  }
  for (const [name, asking] of Object.entries(action.asks ?? {})) {
    const schema = method.asks?.[name];
    if (!schema) continue;
    const common = { name, label: wordsOf(schema.label), goes: { to: 'ask' } as const, optional: asking.optional === true, when: condition(undefined) };
    if ('post' in schema.of) inputs.push({ ...common, kind: schema.many ? 'posts' : 'post', role: schema.of.post });
    if ('unit' in schema.of) inputs.push({ ...common, kind: schema.many ? 'units' : 'unit', level: schema.of.unit });
  }
  for (const [name, linking] of Object.entries(action.links ?? {})) {
    const schema = method.links?.[name];
    if (!schema) continue;
    const kinds = [...new Set([schema.from, schema.to].flat())];
    inputs.push({ name, label: wordsOf(schema.label), kind: schema.one ? 'case' : 'cases', kinds, goes: { to: 'link', link: name }, optional: linking.optional === true, when: condition(undefined) });
  }
  if (action.withdraws) {
    inputs.push({ name: 'record', label: { zh: '要撤回的记录', en: 'Record to withdraw' }, kind: 'text', goes: { to: 'withdrawal' }, optional: false, when: condition(undefined) });
  }
  return inputs;
};

/** The inputs that a source asks for when a case comes in that way. */
export const sourceInputs = (method: Method, source: string, condition: Compile): InputRule[] =>
  Object.entries(method.sources[source]?.takes ?? {}).flatMap(([name, input]) => {
    const field = method.fields[name];
    return field ? [{ ...fieldInput(name, field), goes: toField(name), optional: input.optional === true, when: condition(undefined) }] : [];
  });

const templatesFor = (method: Method, record: string, field: string, condition: Compile): TemplateRule[] =>
  Object.entries(method.templates ?? {}).filter(([, { for: target }]) => target.record === record && target.field === field)
    .map(([name, { version, label, when, say }]) => ({ name, version, label: wordsOf(label), when: condition(when), say }));

const templateInput = (field: string, record: string, label: Words, templates: readonly TemplateRule[], common: Pick<InputRule, 'when' | 'group'>): InputRule => ({
  ...common, name: `${field}-template`, label: { zh: `${label.zh}：所用模板`, en: `${label.en}: template` }, kind: 'choice', optional: true,
  goes: { to: 'record', record, drafts: field }, templates, options: templates.map(({ name, label: words }) => ({ name, label: words })),
});

const toField = (name: string): InputGoesTo => ({ to: 'field', happening: `field:${name}` });

const fieldInput = (name: string, field: FieldSchema): Omit<InputRule, 'goes' | 'optional' | 'when'> => ({
  name, label: wordsOf(field.label), kind: field.kind,
  ...('options' in field && { options: optionList(field.options) }),
  ...('role' in field && field.role !== undefined && { role: field.role }),
  ...('level' in field && field.level !== undefined && { level: field.level }),
  ...('min' in field && field.min !== undefined && { min: field.min }),
  ...('max' in field && field.max !== undefined && { max: field.max }),
  ...(field.note !== undefined && { note: wordsOf(field.note) }),
  ...(field.personal && { personal: true as const }),
});

const optionList = (options: Readonly<Record<string, Parameters<typeof wordsOf>[0]>>): { name: string; label: Words }[] =>
  Object.entries(options).map(([name, label]) => ({ name, label: wordsOf(label) }));
