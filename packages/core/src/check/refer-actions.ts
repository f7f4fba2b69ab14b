import type { Words } from '../issues/issue.ts';
import type { FieldSchema } from '../method/field-schema.ts';
import { finding, type Path } from '../method/finding.ts';
import { isObject } from '../method/merge-patch.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import type { FactKind } from '../rules/index.ts';
import { ofWhat } from './known-names.ts';
import { kindWords, referCondition, referFact, referLiteral, type Referring } from './refer-conditions.ts';

type Action = Method['actions'][string];
type Effects = Pick<Action, 'asks' | 'tells' | 'raises' | 'to' | 'ends'>;
type Requirements = NonNullable<Action['requires']> | undefined;

/** Every name that an action uses exists, and its inputs do not collide. */
export function referAction(name: string, action: Action, method: Method, at: Referring): void {
  const { known } = at;
  const path: Path = ['actions', name];
  if (action.opens !== undefined) known.need('kinds', action.opens, [...path, 'opens']);
  known.needAll('kinds', action.kinds, [...path, 'kinds']);
  known.needAll('steps', action.from, [...path, 'from']);
  known.needAll('endings', action.after, [...path, 'after']);
  action.by.forEach((doer, i) => {
    if (typeof doer === 'string') known.need('roles', doer, [...path, 'by', i]);
    else if ('role' in doer) known.need('roles', doer.role, [...path, 'by', i, 'role']);
    else if ('ask' in doer) known.need('asks', doer.ask, [...path, 'by', i, 'ask']);
  });
  referCondition(action.when, [...path, 'when'], at);
  referRequirements(action.requires, [...path, 'requires'], at);
  referRequirements(action.checks, [...path, 'checks'], at);
  known.needKeys('fields', action.takes, [...path, 'takes']);
  known.needKeys('records', action.leaves, [...path, 'leaves']);
  known.needKeys('classifications', action.answers, [...path, 'answers']);
  known.needKeys('asks', action.replies, [...path, 'replies']);
  known.needKeys('clocks', action.clocks, [...path, 'clocks']);
  for (const part of ['takes', 'leaves', 'answers'] as const) {
    for (const [input, { when }] of Object.entries(action[part] ?? {})) referCondition(when, [...path, part, input, 'when'], at);
  }
  referSets(action, method, path, at);
  referExtensions(action, path, at);
  referReplies(action, method, path, at);
  referEffects(action, path, at);
  referCollisions(name, action, method, at);
}

/** The names in what follows from an action or a rung. */
export function referEffects(effects: Effects, path: Path, at: Referring): void {
  const { known } = at;
  known.needKeys('asks', effects.asks, [...path, 'asks']);
  for (const [name, telling] of Object.entries(effects.tells ?? {})) {
    const here = [...path, 'tells', name];
    telling.to.forEach((whom, i) => {
      if ('ask' in whom) known.need('asks', whom.ask, [...here, 'to', i, 'ask']);
      else if ('role' in whom) known.need('roles', whom.role, [...here, 'to', i, 'role']);
    });
    if (Array.isArray(telling.say)) telling.say.forEach((piece, i) => { if (isObject(piece) && !('zh' in piece)) referFact(piece, [...here, 'say', i], at); });
    referCondition(telling.when, [...here, 'when'], at);
  }
  if (typeof effects.to === 'object') known.need('steps', effects.to.after, [...path, 'to', 'after']);
  else if (effects.to !== undefined && effects.to !== 'next') known.need('steps', effects.to, [...path, 'to']);
  if (effects.ends !== undefined) known.need('endings', effects.ends, [...path, 'ends']);
}

/** The names in requirements. */
export function referRequirements(requires: Requirements, path: Path, at: Referring): void {
  for (const [name, requirement] of Object.entries(requires ?? {})) {
    referCondition(requirement.when, [...path, name, 'when'], at);
    referCondition(requirement.if, [...path, name, 'if'], at);
  }
}

// --- the parts of an action ---

const FIELD_KINDS = {
  text: 'text', 'long-text': 'text', number: 'number', date: 'day', moment: 'moment', 'yes-no': 'yes-no', choice: 'choice', choices: 'choices', post: 'post', unit: 'unit', files: 'files',
} as const satisfies Record<FieldSchema['kind'], FactKind>;

function referSets(action: Action, method: Method, path: Path, at: Referring): void {
  for (const [name, { set }] of Object.entries(action.leaves ?? {})) {
    const record = method.records?.[name];
    if (record === undefined || set === undefined) continue;
    const here = [...path, 'leaves', name, 'set'];
    for (const [field, value] of Object.entries(set)) {
      const schema = record.fields?.[field];
      const shape = at.vocabulary.records.get(name)?.fields.get(field);
      if (at.known.oneOf(ofWhat(wordsOf(record.label), '字段', 'field'), field, Object.keys(record.fields ?? {}), [...here, field]) && schema && shape) {
        referLiteral(value, { kind: FIELD_KINDS[schema.kind], label: shape.label, ...(shape.options && { options: shape.options }) }, [...here, field], at);
      }
    }
  }
}

/** An extension to the day in a field needs a day. */
function referExtensions(action: Action, path: Path, at: Referring): void {
  for (const [clock, effect] of Object.entries(action.clocks ?? {})) {
    if (!('extend' in effect) || typeof effect.extend === 'string') continue;
    const here = [...path, 'clocks', clock, 'extend'];
    referFact(effect.extend, here, at);
    const field = 'field' in effect.extend ? at.vocabulary.fields.get(effect.extend.field) : at.vocabulary.records.get(effect.extend.record)?.fields.get(effect.extend.show);
    if (field !== undefined && field.kind !== 'date') {
      at.known.out.push(finding('value.wrong-kind', here, { expected: kindWords.day, given: `“${field.label.zh}”` }));
    }
  }
}

/** An ask that names its replies takes no other. */
function referReplies(action: Action, method: Method, path: Path, at: Referring): void {
  for (const [ask, { as }] of Object.entries(action.replies ?? {})) {
    const schema = method.asks?.[ask];
    if (schema?.replies !== undefined) at.known.oneOf(ofWhat(wordsOf(schema.label), '回复', 'reply'), as, Object.keys(schema.replies), [...path, 'replies', ask, 'as']);
  }
}

/** Fields, the fields of records, classifications and asks are one form: each input needs a name of its own. */
function referCollisions(name: string, action: Action, method: Method, { known }: Referring): void {
  const inputs = new Map<string, Words>();
  const add = (input: string, words: Words, path: Path): void => {
    const first = inputs.get(input);
    if (first === undefined) inputs.set(input, words);
    else known.out.push(finding('input.collision', path, { input, first, second: words }));
  };
  const path: Path = ['actions', name];
  for (const field of Object.keys(action.takes ?? {})) add(field, { zh: '字段', en: 'a field' }, [...path, 'takes', field]);
  if (action.opens !== undefined) {
    for (const source of method.kinds[action.opens]?.sources ?? []) {
      for (const field of Object.keys(method.sources[source]?.takes ?? {})) {
        if (!inputs.has(field)) inputs.set(field, { zh: `来源“${wordsOf(method.sources[source]!.label).zh}”的字段`, en: 'a field of a source' });
      }
    }
  }
  for (const [record, { set }] of Object.entries(action.leaves ?? {})) {
    const schema = method.records?.[record];
    for (const field of Object.keys(schema?.fields ?? {})) {
      if (set === undefined || !Object.hasOwn(set, field)) add(field, ofWhat(wordsOf(schema!.label), '字段', 'a field'), [...path, 'leaves', record]);
    }
  }
  for (const answer of Object.keys(action.answers ?? {})) {
    if (method.classifications?.[answer]?.by !== 'table') add(answer, { zh: '分类', en: 'a classification' }, [...path, 'answers', answer]);
  }
  for (const ask of Object.keys(action.asks ?? {})) {
    const of = method.asks?.[ask]?.of;
    if (of !== undefined && ('post' in of || 'unit' in of)) add(ask, { zh: '派单', en: 'an ask' }, [...path, 'asks', ask]);
  }
  if (action.withdraws) add('record', { zh: '要撤回的记录', en: 'the record to withdraw' }, [...path, 'withdraws']);
}
