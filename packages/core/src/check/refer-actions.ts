import type { Words } from '../issues/issue.ts';
import { finding, type Path } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import { actionInputs, kindOfField } from './action-inputs.ts';
import { ofWhat } from './known-names.ts';
import { kindsOf, referSpawns } from './refer-links.ts';
import { kindWords, referCondition, referFact, referLiteral, type Referring } from './refer-conditions.ts';
import { referPieces } from './refer-templates.ts';

type Action = Method['actions'][string];
type Effects = Pick<Action, 'asks' | 'tells' | 'raises' | 'to' | 'ends'>;
type Requirements = NonNullable<Action['requires']> | undefined;

/** Every name that an action uses exists, and its inputs do not collide. */
export function referAction(name: string, action: Action, method: Method, at: Referring): void {
  const { known } = at;
  const path: Path = ['actions', name];
  if (action.opens !== undefined) referOpens(action.opens, method, [...path, 'opens'], at);
  known.need('subjects', action.on, [...path, 'on']);
  known.needAll('kinds', action.kinds, [...path, 'kinds']);
  known.needAll('steps', action.from, [...path, 'from']);
  known.needAll('endings', action.after, [...path, 'after']);
  action.by.forEach((doer, i) => {
    if (typeof doer === 'string') known.need('roles', doer, [...path, 'by', i]);
    else if ('role' in doer) known.need('roles', doer.role, [...path, 'by', i, 'role']);
    else if ('ask' in doer) known.need('asks', doer.ask, [...path, 'by', i, 'ask']);
    else if ('link' in doer) known.need('links', doer.link, [...path, 'by', i, 'link']);
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
  referLinks(action, method, path, at);
  referSpawns(action, method, path, at);
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
    referPieces(telling.say, [...here, 'say'], at);
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

/** A kind of case, or a register: units and posts are there without being opened. */
function referOpens(name: string, method: Method, path: Path, { known }: Referring): void {
  if (known.needAny(['kinds', 'subjects'], name, path) !== 'subjects') return;
  const subject = method.subjects?.[name];
  if (subject !== undefined && !('register' in subject.of)) known.out.push(finding('opens.no-register', path, { subject: wordsOf(subject.label) }));
}

/** What it links must stand on a side of the link. */
function referLinks(action: Action, method: Method, path: Path, { known }: Referring): void {
  for (const name of Object.keys(action.links ?? {})) {
    if (!known.need('links', name, [...path, 'links', name])) continue;
    const link = method.links?.[name];
    if (link === undefined) continue;
    const sides = [link.from, link.to].flat();
    if (!kindsOf(action, method).some((kind) => sides.includes(kind))) {
      known.out.push(finding('link.wrong-side', [...path, 'links', name], { link: wordsOf(link.label), what: wordsOf(action.label) }));
    }
  }
}

function referSets(action: Action, method: Method, path: Path, at: Referring): void {
  for (const [name, { set }] of Object.entries(action.leaves ?? {})) {
    const record = method.records?.[name];
    if (record === undefined || set === undefined) continue;
    const here = [...path, 'leaves', name, 'set'];
    for (const [field, value] of Object.entries(set)) {
      const schema = record.fields?.[field];
      const shape = at.vocabulary.records.get(name)?.fields.get(field);
      if (at.known.oneOf(ofWhat(wordsOf(record.label), '字段', 'field'), field, Object.keys(record.fields ?? {}), [...here, field]) && schema && shape) {
        referLiteral(value, { kind: kindOfField[schema.kind], label: shape.label, ...(shape.options && { options: shape.options }) }, [...here, field], at);
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
  for (const input of actionInputs(action, method).filter(({ path: [part] }) => part === 'takes')) add(input.name, input.what, [...path, ...input.path]);
  if (action.opens !== undefined) {
    for (const source of method.kinds[action.opens]?.sources ?? []) {
      for (const field of Object.keys(method.sources[source]?.takes ?? {})) {
        if (!inputs.has(field)) inputs.set(field, { zh: `来源“${wordsOf(method.sources[source]!.label).zh}”的字段`, en: 'a field of a source' });
      }
    }
  }
  for (const input of actionInputs(action, method).filter(({ path: [part] }) => part !== 'takes')) add(input.name, input.what, [...path, ...input.path]);
}
