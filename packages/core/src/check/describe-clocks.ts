import type { Words } from '../issues/issue.ts';
import type { Method } from '../method/method-schema.ts';
import type { StartTrigger } from '../method/time-schema.ts';
import { wordsOf } from '../method/words.ts';
import { conditionText, type Vocabulary } from '../rules/index.ts';
import { effectLines } from './describe-actions.ts';
import { policyLines } from './describe-calendar.ts';
import { replyText } from './describe-people.ts';
import { kindLabel, labelIn, listed, quoted, say, spanOf, type Article } from './phrases.ts';
import { listed as triggersOf } from './refer-clocks.ts';

type Clock = NonNullable<Method['clocks']>[string];

/** 时限: from what to what, how long, and what happens around the end. */
export const describeClocks = (method: Method, vocabulary: Vocabulary): readonly Article[] => Object.values(method.clocks ?? {}).map((clock) => ({
  head: wordsOf(clock.label),
  lines: [
    say('自{0}起，至{1}止，{2}', 'From {0} until {1}: {2}', occasions(clock.starts, method), occasions(clock.stops, method, 'stops'), limitText(clock.limit, method)),
    ...(clock.when === undefined ? [] : [say('适用于{0}的', 'Where {0}', conditionText(clock.when, vocabulary))]),
    ...(clock.kinds === undefined ? [] : [say('只用于{0}', 'Only for {0}', listed(clock.kinds.map((kind) => quoted(kindLabel(kind, method)))))]),
    ...(clock.per === undefined ? [] : [say('每件{0}各计', 'One for each {0}', quoted(labelIn(method.asks, clock.per.ask)))]),
    ...policies(clock, method),
    ...Object.values(clock.holds ?? {}).map(({ label, from, to }) => say('因{0}中止：自{1}至{2}不计', 'Held for {0}: from {1} to {2} does not count', wordsOf(label), occasions(from, method), occasions(to, method))),
    ...Object.entries(clock.ladder ?? {}).map(([name, rung]) => {
      const follows = effectLines(rung, method, vocabulary);
      const when = rung.when === undefined ? { zh: '', en: '' } : say('，{0}的', ', where {0}', conditionText(rung.when, vocabulary));
      const often = rung.every === undefined ? { zh: '', en: '' } : say('，此后每{0}一次{1}', ', and every {0} after that{1}', spanOf(rung.every), rung.times === undefined ? { zh: '', en: '' } : { zh: `，至多${rung.times}次`, en: `, at most ${rung.times} times` });
      return say('- {0}{3}{1}，{2}', '- {0}{3}{1}: {2}', place(rung.at), when, follows.length > 0 ? listed(follows, '；', '; ') : quoted(rung.label === undefined ? { zh: name, en: name } : wordsOf(rung.label)), often);
    }),
  ],
  source: clock.source, note: clock.note,
}));

const place = (at: NonNullable<Clock['ladder']>[string]['at']): Words =>
  at === 'due' ? { zh: '届满时', en: 'at the end' } : 'before' in at ? say('届满前{0}', '{0} before the end', spanOf(at.before)) : say('届满后{0}', '{0} after the end', spanOf(at.after));

function policies(clock: Clock, method: Method): readonly Words[] {
  const words: readonly (readonly [boolean, Words])[] = [
    [clock.binds === 'soft', { zh: '只作提醒', en: 'It only warns' }],
    [clock.binds === 'minimum', { zh: '为最短期限，不得提前结束', en: 'It is a minimum and cannot be cut short' }],
  ];
  return [...words.flatMap(([holds, each]) => (holds ? [each] : [])), ...policyLines(clock), ...againLines(clock.again, method)];
}

const AGAIN = { keep: { zh: '照旧计算', en: 'it goes on as it is' }, resume: { zh: '接着计算', en: 'it resumes with what was left' }, anew: { zh: '重新计算', en: 'it starts anew' } } as const;

/** What becomes of it when what starts it happens again, for each cause that differs. */
function againLines(again: Clock['again'], method: Method): readonly Words[] {
  if (again === undefined) return [];
  if (typeof again === 'string') return [say('再次起算的{0}', 'When it is started again, {0}', AGAIN[again])];
  const on = Object.entries(again.on).map(([action, how]) => say('因{0}的{1}', 'by {0}, {1}', quoted(labelIn(method.actions, action)), AGAIN[how]));
  return [say('再次起算：{0}，其他的{1}', 'When it is started again {0}; otherwise {1}', listed(on, '，', '; '), AGAIN[again.otherwise])];
}

const occasions = (triggers: StartTrigger | readonly StartTrigger[], method: Method, as?: 'stops'): Words => listed(triggersOf(triggers).map((trigger) => occasion(trigger, method, as)), '或', ' or ');

/** An ask alone starts a clock when it goes out, and stops it with any final reply. */
function occasion(trigger: StartTrigger, method: Method, as?: 'stops'): Words {
  if ('action' in trigger) return quoted(labelIn(method.actions, trigger.action));
  if ('record' in trigger) return say('形成{0}', '{0} is recorded', quoted(labelIn(method.records, trigger.record)));
  if ('ask' in trigger && trigger.as === undefined && as === 'stops') return say('{0}有了最终回复', '{0} has its final reply', quoted(labelIn(method.asks, trigger.ask)));
  if ('ask' in trigger) return trigger.as === undefined || trigger.as === 'asked' ? say('{0}发出', '{0} is asked', quoted(labelIn(method.asks, trigger.ask))) : say('{0}回复{1}', '{0} is {1}', quoted(labelIn(method.asks, trigger.ask)), quoted(replyText(trigger.as)));
  if ('step' in trigger) return trigger.leaves ? say('离开{0}', '{0} is left', quoted(labelIn(method.steps, trigger.step))) : say('进入{0}', '{0} is reached', quoted(labelIn(method.steps, trigger.step)));
  if ('ending' in trigger) return say('以{0}结束', 'it ends as {0}', quoted(labelIn(method.endings, trigger.ending)));
  if ('field' in trigger) return trigger.day ? say('{0}所填日期', 'the day in {0}', quoted(labelIn(method.fields, trigger.field))) : say('填写{0}', '{0} is given', quoted(labelIn(method.fields, trigger.field)));
  if ('answer' in trigger) return say('作出{0}', '{0} is answered', quoted(labelIn(method.classifications, trigger.answer)));
  return trigger.at === 'stop' ? say('{0}停表', '{0} stops', quoted(labelIn(method.clocks, trigger.clock))) : say('{0}超期', '{0} is broken', quoted(labelIn(method.clocks, trigger.clock)));
}

const PERIODS: Readonly<Record<string, Words>> = {
  day: { zh: '当日', en: 'the day' }, week: { zh: '当周', en: 'the week' }, month: { zh: '当月', en: 'the month' }, quarter: { zh: '当季', en: 'the quarter' },
  'half-year': { zh: '半年', en: 'the half-year' }, year: { zh: '当年', en: 'the year' },
};

function limitText(limit: Clock['limit'], method: Method): Words {
  if (limit === 'none') return { zh: '只计用时，不设期限', en: 'measured, without a limit' };
  if (typeof limit === 'string') return say('不超过{0}', 'at most {0}', spanOf(limit));
  if ('field' in limit) return say('不晚于{0}', 'no later than {0}', quoted(labelIn(method.fields, limit.field)));
  if ('parameter' in limit) return say('不超过{0}（{1}）', 'at most {0} ({1})', spanOf(method.parameters?.[limit.parameter]?.value ?? '—'), labelIn(method.parameters, limit.parameter));
  if ('endOf' in limit) return say('不晚于{0}结束', 'by the end of {0}', PERIODS[limit.endOf]!);
  if ('before' in limit) return say('从{1}届满倒推{0}', '{0} before the end of {1}', spanOf(limit.before), quoted(labelIn(method.clocks, limit.of)));
  if ('after' in limit) return say('从{1}届满起{0}', '{0} after the end of {1}', spanOf(limit.after), quoted(labelIn(method.clocks, limit.of)));
  const answers = method.classifications?.[limit.answer]?.answers ?? {};
  const each = Object.entries(limit.is).map(([answer, one]) => say('{0}的{1}', '{0}: {1}', quoted(answers[answer] === undefined ? { zh: answer, en: answer } : wordsOf(answers[answer])), limitText(one, method)));
  const rest = limit.otherwise === undefined ? [] : [say('其他的{0}', 'otherwise {0}', limitText(limit.otherwise, method))];
  return listed([...each, ...rest], '，', ', ');
}
