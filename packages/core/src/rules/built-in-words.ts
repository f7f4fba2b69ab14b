import type { Words } from '../issues/issue.ts';

const words = (zh: string, en: string): Words => ({ zh, en });
const options = (entries: Record<string, Words>): ReadonlyMap<string, Words> => new Map(Object.entries(entries));

/** 是 / 否. */
export const yesNo = { yes: words('是', 'yes'), no: words('否', 'no') } as const;

/** What stands where there is no value. */
export const notKnown = words('未填写', 'not known');

/** The states of an ask, `none` when there is none. */
export const askStates = options({
  none: words('未派出', 'none'), open: words('待回复', 'open'), accepted: words('已签收', 'accepted'), replied: words('已回复', 'replied'),
});

/** The states of a clock, `waiting` before it starts. */
export const clockStates = options({
  waiting: words('未起算', 'waiting'), running: words('计时中', 'running'), held: words('中止', 'held'),
  met: words('按时', 'met'), broken: words('超期', 'broken'), void: words('作废', 'void'),
});

/** The closed set of replies to an ask. */
export const replies = options({
  done: words('已办结', 'done'), accepted: words('已接受', 'accepted'), granted: words('同意', 'granted'),
  refused: words('不同意', 'refused'), 'sent-back': words('退回', 'sent back'), withdrawn: words('撤回', 'withdrawn'),
});

/** Where an ending stands in the statistics. */
export const outcomes = options({
  solved: words('办结', 'solved'), 'not-entered': words('未纳入', 'not entered'), merged: words('并案', 'merged'), referred: words('转出', 'referred'),
  withdrawn: words('撤诉', 'withdrawn'), abandoned: words('终止', 'abandoned'), void: words('作废', 'void'),
  removed: words('注销', 'removed'),
});

/** The facts of the case itself. */
export const caseFacts = {
  id: words('编号', 'number'), kind: words('事项类型', 'kind'), source: words('来源', 'source'), step: words('环节', 'step'),
  ending: words('结果', 'ending'), outcome: words('统计归属', 'outcome'), home: words('属地', 'home'), holder: words('承办层级', 'holder'),
  'home-level': words('属地级别', 'level of home'), 'holder-level': words('承办级别', 'level of holder'),
  opened: words('登记时间', 'opened'), ended: words('结束时间', 'ended'), reporter: words('诉求人', 'reporter'), 'opened-by': words('登记人', 'opened by'),
  now: words('此时', 'now'),
} as const;

/** What can be shown of a clock; its state goes by the clock's own name. */
export const clockFacts = {
  started: words('起算时间', 'start'), due: words('到期时间', 'due time'), stopped: words('停表时间', 'stop'),
  late: words('超期', 'late'), holder: words('超期时的承办人', 'holder when it broke'),
  exempt: words('剔除', 'exempt'),
} as const;

/** What can be shown of an ask; its state goes by the ask's own name. */
export const askFacts = {
  post: words('承办岗位', 'post'), person: words('承办人', 'person'), unit: words('承办单位', 'unit'),
  asked: words('派出时间', 'time asked'), replied: words('回复时间', 'time replied'), reply: words('回复', 'reply'),
} as const;

/** What can be shown of an action. */
export const actionFacts = { at: words('操作时间', 'time'), by: words('操作人', 'person'), count: words('操作次数', 'number') } as const;

/** What `where` and `every` can read of a record beside its own fields. */
export const recordFacts = { at: words('记录时间', 'time'), by: words('记录人', 'person'), unit: words('记录单位', 'unit'), role: words('记录人角色', 'role') } as const;

/** The states of a clock that counts: one that is void, and one that has not started, counts nowhere. */
export const countedClockStates = options({
  running: words('计时中', 'running'), held: words('中止', 'held'), met: words('按时', 'met'), broken: words('超期', 'broken'),
});

/** Who has a clock's matter, or had it when the clock broke: what `where` and `every` can read of a clock beside its facts. */
export const clockHolders = { person: words('承办人', 'person'), unit: words('承办单位', 'unit') } as const;

/** What can be read of one period of a norm. */
export const normFacts = {
  of: words('对象', 'subject'), unit: words('单位', 'unit'), period: words('周期', 'period'), count: words('次数', 'count'), met: words('达标', 'met'),
} as const;
