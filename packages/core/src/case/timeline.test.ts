import { describe, expect, it } from 'vitest';
import type { CaseEvent, CaseState, Change, Clock, ClockHow } from './messages.ts';
import { evolve, replay } from './evolve.ts';
import { T, moment, opened, people, rulesOf } from './small-method.fixture.ts';
import { timeline } from './timeline.ts';

const does = (effect: object): object => ({ label: { zh: '办理', en: 'Do' }, by: ['clerk'], ...effect });
const rules = rulesOf({
  fields: { topic: { label: { zh: '类别', en: 'Topic' }, kind: 'choice', options: { road: { zh: '道路', en: 'Roads' } } } },
  records: { visit: { label: { zh: '走访', en: 'Visit' }, fields: { note: { label: { zh: '情况', en: 'Found' }, kind: 'text' } } } },
  classifications: { class: { label: { zh: '分类', en: 'Class' }, by: 'person', answers: { hard: { zh: '难', en: 'Hard' } } }, way: { label: { zh: '方法', en: 'Way' }, by: 'table', outputs: { how: T } } },
  asks: { lead: { label: { zh: '主办', en: 'Lead' }, of: { post: 'worker' }, replies: { refused: { label: { zh: '不接', en: 'declined' } } } } },
  clocks: { close: { label: { zh: '销号时限', en: 'Close' }, starts: { action: 'begin' }, stops: { ending: 'solved' }, limit: '5 working days', ladder: { soon: { label: { zh: '预警', en: 'Warning' }, at: { before: '1 working day' } }, plain: { at: { before: '1 working day' } } } } },
  actions: { begin: does({}) },
});

const clock = (how: ClockHow, more: Partial<Clock> = {}): Change => ({ type: 'clock', how, clock: {
  id: 'close', name: 'close', phase: 'running', binds: 'hard', start: { at: 0 }, limit: { kind: 'none' }, policy: { countStart: false, moment: false, ends: 'midnight', restDay: 'next', hold: 'whole-days' },
  holds: [], extensions: [], rungs: [], due: { at: 1, day: '2021-11-08' }, ...more,
} });
const given = opened(rules);

/** One line of the timeline for a change that an event made of the case. */
const detail = (change: Change) => {
  const event = { ...given.act('begin', '2021-11-01 10:00').events.at(-1)!, changes: [change] } as CaseEvent;
  return timeline(rules, [...given.events, event]).at(-1)!.details;
};
const lead = { person: 'zhao', name: '赵承办', role: 'worker' };

describe('every change is a sentence in both languages', () => {
  it.each<[Change, string, string]>([
    [{ type: 'field', name: 'topic', value: 'road' }, '类别：道路', 'Topic: Roads'],
    [{ type: 'field', name: 'topic', value: null }, '类别：（清空）', 'Topic: (cleared)'],
    [{ type: 'record', record: { id: 'visit#1', name: 'visit', values: { note: '到场' }, at: 0 } }, '走访（情况：到场）', 'Visit (Found: 到场)'],
    [{ type: 'record', record: { id: 'visit#1', name: 'visit', values: {}, at: 0 } }, '走访', 'Visit'],
    [{ type: 'record-withdrawn', id: 'visit#1', by: { person: 'wang' } }, '撤回记录：visit#1', 'Record withdrawn: visit#1'],
    [{ type: 'answer', name: 'class', answer: { is: 'hard', at: 0 } }, '分类：难', 'Class: Hard'],
    [{ type: 'answer', name: 'way', answer: { outputs: { how: { zh: '会诊', en: 'Consult' } }, at: 0 } }, '方法：会诊', 'Way: Consult'],
    [{ type: 'asked', ask: { id: 'lead#1', name: 'lead', to: lead, at: 0 } }, '主办：赵承办（承办人）', 'Lead: 赵承办 (Worker)'],
    [{ type: 'asked', ask: { id: 'lead#1', name: 'lead', to: { unit: 'east' }, at: 0 } }, '主办：east', 'Lead: east'],
    [{ type: 'replied', id: 'lead#1', name: 'lead', as: 'done' }, '主办：已完成', 'Lead: done'],
    [{ type: 'replied', id: 'lead#1', name: 'lead', as: 'refused' }, '主办：不接', 'Lead: declined'],
    [clock('started'), '销号时限：起算，期限 2021-11-08', 'Close: started, due 2021-11-08'],
    [clock('started', { lateFromTheStart: true }), '销号时限：起算，期限 2021-11-08（制定时已过期）', 'Close: started, due 2021-11-08 (past already when laid out)'],
    [clock('met', { stopped: 1 }), '销号时限：按期', 'Close: kept'],
    [clock('stopped-late', { stopped: 1, id: 'close@lead#1' }), '销号时限：逾期完成', 'Close: done late'],
    [{ type: 'told', name: 'x', to: [{ reporter: true }, { role: 'leader' }], text: { zh: '请知悉', en: 'please note' } }, '通知诉求人、领导：请知悉', 'Told the reporter, Leader: please note'],
    [{ type: 'raised', from: 'east', to: 'xin', level: 'street' }, '上交：xin', 'Handed up to: xin'],
    [{ type: 'step', from: 'received', to: 'handling', passed: ['received'] }, '转入：办理', 'Moved to: Handling'],
    [{ type: 'ended', ending: 'solved', outcome: 'solved' }, '结束：销号', 'Ended: Solved'],
    [{ type: 'reopened', step: 'handling' }, '重新打开', 'Reopened'],
  ])('%j', (change, zh, en) => expect(detail(change)).toEqual([{ type: change.type, text: { zh, en } }]));

  it.each<ClockHow>(['started', 'restarted', 'resumed', 'held', 'extended', 'moved', 'met', 'broken', 'stopped-late', 'void'])('a clock that is %s', (how) => {
    expect(detail(clock(how))[0]!.text).toEqual({ zh: expect.stringMatching(/^销号时限：\p{Script=Han}+/u), en: expect.stringMatching(/^Close: [a-z ]+/) });
  });
  it('a rung that was reached is the line itself, not one more detail', () => expect(detail(clock('rung'))).toEqual([]));
});

it('a line says what was done, by whom in which role, when it happened and when it was recorded', () => {
  const lines = timeline(rules, opened(rules).act('begin', '2021-11-01 10:00').until('2021-11-10 09:00').events);
  expect(lines.map(({ title }) => title.zh)).toEqual(['登记', '办理', '销号时限：plain', '销号时限：预警', '销号时限：到期']);
  expect(lines.map(({ title }) => title.en)).toEqual(['Report', 'Do', 'Close: plain', 'Close: Warning', 'Close: end reached']);
  expect(lines[0]).toMatchObject({ seq: 1, at: moment('2021-11-01 09:00'), recorded: moment('2021-11-01 09:00'), by: { name: 'wang', role: { zh: '受理员', en: 'Clerk' }, unit: 'east' }, details: [{ text: { zh: '来源：窗口', en: 'Source: Desk' } }] });
  expect(lines.at(-1), 'at midnight, but of the day before; nobody did it').toMatchObject({ at: moment('2021-11-09 00:00'), day: '2021-11-08' });
  expect(lines.at(-1)).not.toHaveProperty('by');
});

it('new knowledge is a line of its own', () => {
  const before = opened(rules).act('begin', '2021-11-01 10:00');
  const { method: { calendar, ...method } } = rules;
  const story = before.tell({ type: 'inform', edition: '2021年更正', at: moment('2021-11-02 09:00'), by: people.li }, rulesOf({ ...method, calendar: { ...calendar, days: { '2021-11-05': { is: 'rest' } } } }));
  expect(timeline(rules, story.events).at(-1)).toMatchObject({ title: { zh: '日历更新（2021年更正）', en: 'Calendar updated (2021年更正)' }, by: { name: 'li' }, details: [{ text: { zh: '销号时限：期限变更，期限 2021-11-09' } }] });
});

describe('what the events have made of a case', () => {
  it('the state that was handed in stays as it was', () => {
    const frozen = deepFreeze(structuredClone(given.state));
    const event = given.act('begin', '2021-11-01 10:00').events.at(-1)!;
    expect(evolve(frozen, event).clocks).toHaveProperty('close');
    expect(frozen.clocks).toEqual({});
  });
  it('an event carries what was decided: read back without rules, also from text', () => {
    const story = given.act('begin', '2021-11-01 10:00').until('2021-11-10 09:00').act('finish', '2021-11-10 10:00');
    expect(replay(JSON.parse(JSON.stringify(story.events)) as CaseEvent[])).toEqual(story.state);
    expect(story.state).toMatchObject({ version: 6, last: moment('2021-11-10 10:00') });
    expect(replay([])).toBeUndefined();
  });
  it('the first event must open it', () => expect(() => replay(given.act('begin', '2021-11-01 10:00').events.slice(1))).toThrow(/open/));
});

function deepFreeze(state: CaseState): CaseState {
  for (const part of Object.values(state)) if (typeof part === 'object') Object.freeze(part);
  return Object.freeze(state);
}
