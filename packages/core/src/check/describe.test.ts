import { describe, expect, it } from 'vitest';
import type { Method } from '../method/method-schema.ts';
import { describeMethod } from './describe.ts';
import duties from './fixtures/duties.json' with { type: 'json' };
import office from './fixtures/office.json' with { type: 'json' };
import { flowOf, flowText } from './flow.ts';
import { parseMethod } from './parse-method.ts';
import { chineseNumeral } from './phrases.ts';

const parsed = parseMethod(office);
const dutyMethod = (([read]) => (read!.ok ? read!.value : undefined))([parseMethod(duties)]) as Method;
const method = (parsed.ok ? parsed.value : undefined) as Method;

describe('a described method', () => {
  it.each(['zh', 'en'] as const)('reads like the document of its district (%s; vitest -u writes it)', async (language) => {
    await expect(describeMethod(method, language)).toMatchFileSnapshot(`./fixtures/office.${language}.md`);
  });
  it.each(['zh', 'en'] as const)('says who has to do what and how often as a table, and what belongs to what (%s; vitest -u writes it)', async (language) => {
    await expect(describeMethod(dutyMethod, language)).toMatchFileSnapshot(`./fixtures/duties.${language}.md`);
  });
  it('says of an ask alone that it starts a clock when it goes out, and stops it with its final reply', () => {
    const reply = { label: '答复', starts: { ask: 'lead' }, stops: { ask: 'lead' }, limit: '2 days' } as const;
    expect(describeMethod({ ...method, clocks: { reply } }, 'zh')).toMatch(/自“[^”]*”发出起，至“[^”]*”有了最终回复止/);
  });
  it('says the whole calendar, and how time is reckoned', () => {
    const calendar = {
      base: 'cn', week: ['mon', 'tue', 'sat'], hours: { default: ['09:00-12:00'], sat: ['09:00-10:00'] }, knownYears: [2031],
      seasons: { summer: { from: '06-01', to: '09-30', hours: ['08:00-11:00'] } }, days: { '2025-08-29/2025-08-30': { is: 'rest', name: '灯节' }, '2025-08-31': { is: 'work', hours: ['09:00-11:00'] } },
    } as const;
    const said = describeMethod({ ...method, calendar: structuredClone(calendar) as unknown as Method['calendar'], time: { reads: 'happened', backdate: '2 days', ends: '20:00' } }, 'zh');
    for (const each of [
      '每周工作日为周一、周二、周六', '办公时间为周六09:00-10:00；其他日子09:00-12:00', '6月1日至9月30日办公时间为08:00-11:00', '2025-08-29至2025-08-30（灯节）休息', '2025-08-31上班，办公时间为09:00-11:00',
      '2031年的安排已在本日历中列全', '以发生时间为准，而非登记时间', '最后一日截至20:00', '事后补录的，发生时间至多早2天',
    ]) expect(said).toContain(each);
  });
  it('says what becomes of a clock by cause, the word of an ending by answer, and when an input is filled in', () => {
    const close = { ...method.clocks!.close!, again: { otherwise: 'keep', on: { reopen: 'anew' } } } as const;
    const solved = { ...method.endings.solved!, labels: { answer: 'class', is: { urgent: '急办结' } } };
    const admit = { ...method.actions.admit!, takes: { 'order-no': { when: { case: 'reporter' } }, content: { optional: true } }, asks: { lead: { optional: true } } } as Method['actions'][string];
    const said = describeMethod({ ...method, clocks: { close }, endings: { ...method.endings, solved }, actions: { ...method.actions, admit } }, 'zh');
    expect(said).toMatch(/再次起算：因“重开”的重新计算，其他的照旧计算/);
    expect(said).toMatch(/的称“急办结”/);
    expect(said).toMatch(/（在[^）]+时填写）/);
    expect(said).toMatch(/（可不发）/);
    expect(said).toContain('越高越好');
  });
  it('numbers its articles as documents do', () => {
    expect([1, 10, 12, 20, 21, 100, 103, 110, 111, 120].map(chineseNumeral)).toEqual(['一', '十', '十二', '二十', '二十一', '一百', '一百零三', '一百一十', '一百一十一', '一百二十']);
  });
});

describe('the flow of a kind', () => {
  const { nodes, edges } = flowOf(method, 'problem');
  it('holds its steps in order and the endings that are reached', () => {
    expect(nodes.map(({ id }) => id)).toEqual(['step:received', 'step:screening', 'step:planning', 'step:handling', 'step:accepting', 'ending:solved', 'ending:not-entered']);
  });
  it('leads over a conditional step and past it', () => {
    expect(edges.filter(({ by }) => 'action' in by && by.action === 'admit').map(({ to }) => to)).toEqual(['step:planning', 'step:handling']);
  });
  it('knows the ways back', () => {
    expect(edges.filter(({ back }) => back).map(({ from, to }) => `${from} ${to}`)).toEqual(['step:accepting step:handling', 'ending:solved step:handling']);
  });
  it('is drawn by Mermaid', () => {
    expect(flowText(method, 'problem', 'zh')).toBe(`flowchart TD
  n0["登记"]
  n1["梳理筛选"]
  n2{{"会诊"}}
  n3["办理"]
  n4["验收"]
  n5(["销号"])
  n6(["不入表"])
  n0 -->|"致电诉求人"| n1
  n1 -->|"进入工作表"| n2
  n1 -->|"进入工作表"| n3
  n1 -->|"不入表"| n6
  n2 -->|"交办"| n3
  n3 -->|"报结果"| n4
  n4 -->|"验收销号"| n5
  n4 -.->|"验收不通过"| n3
  n5 -.->|"重开"| n3
`);
  });
  it('shows which cases are opened from which', () => {
    expect(flowText(dutyMethod, 'need', 'zh')).toBe(`flowchart TD
  n0["收集"]
  n1["梳理"]
  n2[["问题"]]
  n3[["住户"]]
  n4(["办结"])
  n0 -->|"梳理"| n1
  n1 -->|"随问题答复"| n4
  n1 -->|"并入新问题"| n2
  n3 -->|"入户走访"| n0
`);
    expect(flowOf(dutyMethod, 'problem').edges.filter(({ from }) => from === 'kind:need').map(({ to }) => to)).toEqual(['step:listed']);
  });
});
