import type { Words } from '../issues/issue.ts';
import type { FieldSchema } from '../method/field-schema.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import { conditionText, type Vocabulary } from '../rules/index.ts';
import { describeCalendar } from './describe-calendar.ts';
import { keys, labelIn, listed, quoted, say, some, spanOf, type Article } from './phrases.ts';

/** 总则: what it is, from when, how time is reckoned. */
export function describeGeneral(method: Method): readonly Article[] {
  const label = wordsOf(method.label);
  const plain = { zh: `${method.id}，第 ${method.version} 版`, en: `${method.id}, version ${method.version}` };
  return [
    { lines: [say('本工作法称为{0}（{1}）', 'This is {0} ({1})', quoted(label), plain),
      ...some(method.from === undefined ? [] : [1], () => ({ zh: `自${method.from}起适用于新登记的事项`, en: `It applies to cases opened from ${method.from}` }))], source: method.source, note: method.note },
    describeCalendar(method),
    ...Object.values(method.parameters ?? {}).map((parameter): Article => ({
      lines: [say('{0}为{1}，由本区设定', '{0} is {1}, set by the district', wordsOf(parameter.label), spanOf(parameter.value ?? '—'))], source: parameter.source, note: parameter.note })),
  ];
}

/** 来源: the ways in. */
export const describeSources = (method: Method): readonly Article[] => Object.values(method.sources).map((source) => ({
  head: wordsOf(source.label),
  lines: [
    { required: { zh: '须记明诉求人', en: 'The reporter must be named' }, optional: { zh: '有诉求人的记明诉求人', en: 'The reporter is named where there is one' }, none: { zh: '没有诉求人', en: 'There is no reporter' } }[source.reporter ?? 'optional'],
    ...some(keys(source.takes), () => say('另填{0}', 'Also asked for: {0}', listed(keys(source.takes).map((field) => labelIn(method.fields, field))))),
  ],
  source: source.source, note: source.note,
}));

/** 组织与角色: levels and who acts at them. */
export function describePeople(method: Method): readonly Article[] {
  const levels = Object.values(method.levels).map(({ label, in: above, beside }) =>
    above !== undefined ? say('{0}（隶属{1}）', '{0} (in {1})', wordsOf(label), labelIn(method.levels, above))
    : beside !== undefined ? say('{0}（不隶属{1}）', '{0} (beside {1})', wordsOf(label), labelIn(method.levels, beside)) : wordsOf(label));
  return [
    { lines: [say('组织层级：{0}', 'Levels: {0}', listed(levels))] },
    ...Object.values(method.roles).map((role): Article => ({
      head: wordsOf(role.label), lines: [say('设在{0}', 'Held at: {0}', listed(role.at.map((level) => labelIn(method.levels, level))))], source: role.source, note: role.note })),
  ];
}

/** 个人信息: what is personal, who may see it, how long it is kept. */
export function describePersonal(method: Method): readonly Article[] {
  const fields = [method.fields, ...Object.values(method.records ?? {}).map((record) => record.fields ?? {})].flatMap((each) => Object.values(each)).filter(({ personal }) => personal).map(({ label }) => wordsOf(label));
  const { by, keep } = method.personal ?? {};
  if (by === undefined && keep === undefined) return [];
  return [{ lines: [
    ...some(fields, () => say('诉求人及{0}是个人信息，平时遮盖显示', 'The reporter and {0} are personal data and shown masked', listed(fields))),
    ...some(by ?? [], () => say('{0}可以查看和删除，每次留痕', '{0} may see it in the clear and have it erased, each time on record', listed(by!.map((role) => labelIn(method.roles, role))))),
    ...(keep === undefined ? [] : [say('事项结束满{0}后删除', 'It is erased {0} after a case has ended', spanOf(keep))]),
  ] }];
}

/** 事项类型与环节: each kind with its line. */
export function describeKinds(method: Method, vocabulary: Vocabulary): readonly Article[] {
  const kinds = Object.values(method.kinds).map((kind): Article => ({
    head: wordsOf(kind.label),
    lines: [
      kind.sources.length === 0 ? { zh: '没有来源，由其他事项形成', en: 'It has no source: it is made of other cases' } : say('来源为{0}', 'Sources: {0}', listed(kind.sources.map((source) => labelIn(method.sources, source)))),
      say('依次经过{0}', 'Steps in order: {0}', listed(kind.line.map((step) => labelIn(method.steps, step)), ' → ', ' → ')),
    ], source: kind.source, note: kind.note,
  }));
  const steps = Object.values(method.steps).filter(({ when, source, note }) => when !== undefined || source !== undefined || note !== undefined).map((step): Article => ({
    head: wordsOf(step.label),
    lines: step.when === undefined ? [] : [say('{0}的，经过本环节', 'Only where {0}', conditionText(step.when, vocabulary))], source: step.source, note: step.note,
  }));
  return [...kinds, ...steps];
}

/** 记录: what each holds. */
export const describeRecords = (method: Method): readonly Article[] => Object.values(method.records ?? {}).map((record) => ({
  head: wordsOf(record.label),
  lines: [
    ...some(keys(record.fields), () => say('载明{0}', 'It holds {0}', listed(Object.values(record.fields ?? {}).map(fieldText)))),
    ...(record.serves === 'answer' ? [{ zh: '属于对诉求人的答复', en: 'It is an answer to the reporter' }] : record.serves === 'reason' ? [{ zh: '属于无法答复的原因', en: 'It is the reason why no answer can be given' }] : []),
  ], source: record.source, note: record.note,
}));

/** 派单: of whom each is asked. */
export const describeAsks = (method: Method, vocabulary: Vocabulary): readonly Article[] => Object.values(method.asks ?? {}).map((ask) => ({
  head: wordsOf(ask.label),
  lines: [
    askedOf(ask.of, method, vocabulary),
    ...some(keys(ask.replies), () => say('可以回复：{0}', 'Replies: {0}', listed(Object.entries(ask.replies ?? {}).map(([name, { label }]) => (label === undefined ? (REPLIES[name] ?? { zh: name, en: name }) : wordsOf(label)))))),
    ...(ask.many ? [{ zh: '可以同时有几件', en: 'Several may be open at once' }] : []),
  ], source: ask.source, note: ask.note,
}));

/** A field as a list names it, with its choices. */
export const fieldText = (field: FieldSchema): Words => {
  const options = 'options' in field ? say('（{0}）', ' ({0})', listed(Object.values(field.options).map(wordsOf))) : { zh: '', en: '' };
  const extra = [...(field.optional ? [{ zh: '可不填', en: 'optional' }] : []), ...(field.personal ? [{ zh: '个人信息', en: 'personal' }] : [])];
  return say('{0}{1}{2}', '{0}{1}{2}', wordsOf(field.label), options, extra.length > 0 ? say('（{0}）', ' ({0})', listed(extra)) : { zh: '', en: '' });
};

const REPLIES: Readonly<Record<string, Words>> = {
  done: { zh: '办结', en: 'done' }, accepted: { zh: '接受', en: 'accepted' }, granted: { zh: '同意', en: 'granted' },
  refused: { zh: '不同意', en: 'refused' }, 'sent-back': { zh: '退回', en: 'sent back' }, withdrawn: { zh: '撤回', en: 'withdrawn' },
};
export const replyText = (name: string): Words => REPLIES[name] ?? { zh: name, en: name };

function askedOf(of: NonNullable<Method['asks']>[string]['of'], method: Method, vocabulary: Vocabulary): Words {
  if ('first' in of) {
    return say('依次判断，由先成立的答复：{0}', 'Asked of the first that holds: {0}', listed(of.first.map(({ when, of: { role } }) => (when === undefined
      ? say('其他的，{0}', 'otherwise {0}', labelIn(method.roles, role)) : say('{1}的，{0}', '{0} where {1}', labelIn(method.roles, role), conditionText(when, vocabulary)))), '；', '; '));
  }
  if ('post' in of) return say('派给选定的{0}', 'Asked of a chosen {0}', labelIn(method.roles, of.post));
  if ('role' in of) return say('向{0}提出', 'Asked of {0}', labelIn(method.roles, of.role));
  if ('unit' in of) return say('派给选定的{0}', 'Asked of a chosen {0}', labelIn(method.levels, of.unit));
  if ('ask' in of) return say('派给{0}的承办人', 'Asked of whoever answers {0}', quoted(labelIn(method.asks, of.ask)));
  return 'actor' in of ? { zh: '由操作人自己承担', en: 'Taken on by whoever acts' } : { zh: '向诉求人提出', en: 'Asked of the reporter' };
}
