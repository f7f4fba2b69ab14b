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
