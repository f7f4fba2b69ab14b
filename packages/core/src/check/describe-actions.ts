import type { Words } from '../issues/issue.ts';
import type { Method } from '../method/method-schema.ts';
import { isObject } from '../method/merge-patch.ts';
import { wordsOf } from '../method/words.ts';
import { conditionText, nameOfFact, type Vocabulary } from '../rules/index.ts';
import type { Condition, Fact } from '../method/condition-schema.ts';
import { replyText } from './describe-people.ts';
import { keys, kindLabel, labelIn, listed, quoted, say, some, spanOf, type Article } from './phrases.ts';

type Action = Method['actions'][string];
type Requirements = NonNullable<Action['requires']>;

/** 操作: who may, when, what is filled in, what follows. */
export const describeActions = (method: Method, vocabulary: Vocabulary): readonly Article[] => Object.values(method.actions).map((action) => ({
  head: wordsOf(action.label),
  lines: [
    whoMay(action, method),
    ...(action.kinds === undefined ? [] : [say('只用于{0}', 'Only for {0}', listed(action.kinds.map((kind) => quoted(kindLabel(kind, method)))))]),
    ...(action.when === undefined ? [] : [say('仅在{0}时', 'Only where {0}', conditionText(action.when, vocabulary))]),
    ...filledIn(action, method, vocabulary),
    ...followed(action, method, vocabulary),
    ...requirementLines(action.requires, vocabulary, { zh: '操作前须满足：', en: 'Before it:' }),
    ...requirementLines(action.checks, vocabulary, { zh: '填报内容须满足：', en: 'What is filled in:' }),
  ],
  source: action.source, note: action.note,
}));

/** A checklist, one requirement a line. */
export const requirementLines = (requires: Requirements | undefined, vocabulary: Vocabulary, head: Words): readonly Words[] => (requires === undefined || keys(requires).length === 0 ? [] : [
  head,
  ...Object.values(requires).map(({ say: said, when, if: wanted }) => {
    const what = say('- {0}（{1}）', '- {0} ({1})', wordsOf(said), conditionText(wanted, vocabulary));
    return when === undefined ? what : say('{0}，适用于{1}的', '{0}, where {1}', what, conditionText(when, vocabulary));
  }),
]);

/** What follows from an action or a rung. */
export function effectLines(effects: Pick<Action, 'asks' | 'tells' | 'raises' | 'to' | 'ends'>, method: Method, vocabulary: Vocabulary): readonly Words[] {
  return [
    ...some(keys(effects.asks), () => say('发出{0}', 'asks {0}', listed(Object.entries(effects.asks ?? {}).map(([ask, { optional }]) =>
      (optional ? say('{0}（可不发）', '{0} (optional)', quoted(labelIn(method.asks, ask))) : quoted(labelIn(method.asks, ask))))))),
    ...Object.values(effects.tells ?? {}).map((telling) => say('告知{0}：{1}', 'tells {0}: {1}', listed(telling.to.map((whom) => whomText(whom, method))), quoted(templateText(telling.say, vocabulary)))),
    ...(effects.raises ? [{ zh: '上交一级', en: 'is handed up one level' }] : []),
    ...(effects.to === undefined ? [] : [stepText(effects.to, method)]),
    ...(effects.ends === undefined ? [] : [say('以{0}结束', 'ends as {0}', quoted(labelIn(method.endings, effects.ends)))]),
  ];
}

// --- the parts ---

function whoMay(action: Action, method: Method): Words {
  const who = listed(action.by.map((doer): Words => {
    if (typeof doer === 'string') return labelIn(method.roles, doer);
    if ('ask' in doer) return say('{0}的承办人', 'whoever answers {0}', quoted(labelIn(method.asks, doer.ask)));
    if ('reporter' in doer) return { zh: '诉求人', en: 'the reporter' };
    if ('link' in doer) return say('系统（因{0}）', 'by itself (because of {0})', quoted(labelIn(method.links, doer.link)));
    const where = { below: { zh: '', en: '' }, here: { zh: '（仅本单位）', en: ' (of that unit only)' }, any: { zh: '（不限单位）', en: ' (of any unit)' } }[doer.where ?? 'below'];
    return say('{0}{1}', '{0}{1}', labelIn(method.roles, doer.role), where);
  }));
  const steps = (names: readonly string[]): Words => listed(names.map((step) => quoted(labelIn(method.steps, step))));
  if (action.opens !== undefined) return say('登记{1}，由{0}操作', 'Opens {1}, by {0}', who, quoted(kindLabel(action.opens, method)));
  if (action.on !== undefined) return say('对{1}进行，由{0}操作', 'On {1}, by {0}', who, quoted(labelIn(method.subjects, action.on)));
  if (action.from !== undefined) return say('在{1}环节，由{0}操作', 'At {1}, by {0}', who, steps(action.from));
  if (action.after !== undefined) return say('在以{1}结束后，由{0}操作', 'After {1}, by {0}', who, listed(action.after.map((ending) => quoted(labelIn(method.endings, ending)))));
  return say('事项未结束时，由{0}操作', 'While the case is open, by {0}', who);
}

function filledIn(action: Action, method: Method, vocabulary: Vocabulary): readonly Words[] {
  const input = (label: Words, { optional, when }: { optional?: true | undefined; when?: Condition | undefined }): Words => {
    if (when === undefined) return optional ? say('{0}（可不填）', '{0} (optional)', label) : label;
    return say(optional ? '{0}（在{1}时填写，可不填）' : '{0}（在{1}时填写）', optional ? '{0} (where {1}, optional)' : '{0} (where {1})', label, conditionText(when, vocabulary));
  };
  return [
    ...some(keys(action.takes), () => say('填写{0}', 'Takes {0}', listed(Object.entries(action.takes ?? {}).map(([field, each]) => input(labelIn(method.fields, field), each))))),
    ...some(keys(action.leaves), () => say('形成{0}', 'Leaves {0}', listed(Object.entries(action.leaves ?? {}).map(([record, each]) => say('{0}{1}', '{0}{1}', input(quoted(labelIn(method.records, record)), each), setText(record, each.set, method)))))),
    ...some(keys(action.answers), () => say('作出{0}', 'Answers {0}', listed(Object.entries(action.answers ?? {}).map(([answer, each]) => input(quoted(labelIn(method.classifications, answer)), each))))),
    ...some(keys(action.links), () => say('选定{0}', 'Links {0}', listed(Object.entries(action.links ?? {}).map(([link, each]) => input(quoted(labelIn(method.links, link)), each))))),
    ...(action.withdraws ? [{ zh: '撤回一条错误记录，原记录仍可查阅', en: 'Withdraws a wrong record, which stays readable' }] : []),
  ];
}

/** The values that the action decides itself: （通过：是）. */
function setText(record: string, set: Readonly<Record<string, string | number | boolean>> | undefined, method: Method): Words {
  const fields = method.records?.[record]?.fields ?? {};
  const said = Object.entries(set ?? {}).map(([name, value]): Words => {
    const field = fields[name];
    const option = field !== undefined && 'options' in field ? field.options[String(value)] : undefined;
    const word = option !== undefined ? wordsOf(option) : typeof value === 'boolean' ? (value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }) : { zh: String(value), en: String(value) };
    return say('{0}：{1}', '{0}: {1}', labelIn(fields, name), word);
  });
  return said.length === 0 ? { zh: '', en: '' } : say('（{0}）', ' ({0})', listed(said, '，', ', '));
}

function followed(action: Action, method: Method, vocabulary: Vocabulary): readonly Words[] {
  const follows = [
    ...Object.entries(action.replies ?? {}).map(([ask, { as }]) => say('对{0}回复{1}', 'replies {1} to {0}', quoted(labelIn(method.asks, ask)), quoted(replyText(as)))),
    ...Object.entries(action.clocks ?? {}).map(([clock, effect]) => say('{0}{1}', '{0} {1}', quoted(labelIn(method.clocks, clock)), clockEffect(effect, vocabulary))),
    ...effectLines(action, method, vocabulary),
    ...Object.entries(action.spawns ?? {}).map(([opening, spawn]) => spawnText(opening, spawn, method, vocabulary)),
  ];
  return some(follows, () => say('随后{0}', 'Then: {0}', listed(follows, '；', '; ')));
}

/** 另立“问题”（关联为…）. */
function spawnText(opening: string, { link, when }: NonNullable<Action['spawns']>[string], method: Method, vocabulary: Vocabulary): Words {
  const opens = method.actions[opening]?.opens;
  const what = say('另立{0}', 'opens {0}', quoted(opens === undefined ? labelIn(method.actions, opening) : kindLabel(opens, method)));
  const linked = link === undefined ? what : say('{0}（关联为{1}）', '{0} (linked as {1})', what, quoted(labelIn(method.links, link)));
  return when === undefined ? linked : say('{1}的，{0}', '{0} where {1}', linked, conditionText(when, vocabulary));
}

function clockEffect(effect: NonNullable<Action['clocks']>[string], vocabulary: Vocabulary): Words {
  if ('start' in effect) return { zh: '起算', en: 'starts' };
  if ('stop' in effect) return { zh: '停表', en: 'stops' };
  if ('void' in effect) return { zh: '作废', en: 'is void' };
  if ('exempt' in effect) return say('剔除，理由：{0}', 'is exempt: {0}', wordsOf(effect.exempt));
  if ('resume' in effect) return { zh: '恢复', en: 'goes on' };
  if ('hold' in effect) return say('中止（{0}）', 'is held ({0})', wordsOf(effect.hold));
  return typeof effect.extend === 'string' ? say('延长{0}', 'is extended by {0}', spanOf(effect.extend)) : say('延至{0}', 'is extended to {0}', nameOfFact(effect.extend, vocabulary));
}

function stepText(to: NonNullable<Action['to']>, method: Method): Words {
  if (typeof to === 'object') return say('转到{0}之后的环节', 'goes on after {0}', quoted(labelIn(method.steps, to.after)));
  return to === 'next' ? { zh: '转到下一环节', en: 'goes on to the next step' } : say('转到{0}', 'goes to {0}', quoted(labelIn(method.steps, to)));
}

const whomText = (whom: { ask: string } | { role: string } | { reporter: true }, method: Method): Words =>
  'ask' in whom ? say('{0}的承办人', 'whoever answers {0}', quoted(labelIn(method.asks, whom.ask))) : 'role' in whom ? labelIn(method.roles, whom.role) : { zh: '诉求人', en: 'the reporter' };

/** A template with its facts named in brackets. */
export function templateText(template: NonNullable<Action['tells']>[string]['say'], vocabulary: Vocabulary): Words {
  if (!Array.isArray(template)) return wordsOf(template);
  return listed(template.map((piece) => (isObject(piece) && !('zh' in piece) ? say('〔{0}〕', '[{0}]', nameOfFact(piece as Fact, vocabulary)) : wordsOf(piece as string))), '', ' ');
}
