import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Path } from '../method/finding.ts';
import { compareMethods } from './compare-methods.ts';
import { editJson } from './edit-json.ts';
import { parseMethod } from './parse-method.ts';

const file = readFileSync(new URL('../../methods/1330.json', import.meta.url), 'utf8');
const methodOf = (text: string) => {
  const parsed = parseMethod(text);
  if (!parsed.ok) throw new Error(parsed.issues.map(({ code, pointer }) => `${code} ${pointer}`).join('\n'));
  return parsed.value;
};
const shipped = methodOf(file);
const changed = (...edits: readonly (readonly [Path, unknown])[]) =>
  compareMethods(shipped, methodOf(edits.reduce((text, [path, value]) => editJson(text, path, value), file)))
    .map(({ what, where, before, after }) => `${what} ${where.map(({ zh }) => zh).join(' › ')}: ${before?.zh ?? ''} → ${after?.zh ?? ''}`);

describe('two versions of a method', () => {
  it('do not differ from themselves, in whatever order their keys stand', () => {
    expect(compareMethods(shipped, shipped)).toEqual([]);
    const { fields, ...rest } = shipped;
    expect(compareMethods(shipped, { fields: Object.fromEntries(Object.entries(fields).reverse()), ...rest })).toEqual([]);
  });

  it.each([
    ['a limit', [[['parameters', 'first-contact', 'value'], '15分钟']], ['changed 参数 › 第一时间致电诉求人的时限 › 数值: 30分钟 → 15分钟']],
    ['a rung', [[['clocks', 'close', 'ladder', 'soon', 'at', 'before'], '5 working days']], ['changed 时限 › 销号时限 › 阶梯 › 预警 › 位置 › 提前: 3个工作日 → 5个工作日']],
    ['a word', [[['fields', 'place', 'label', 'zh'], '具体地点']], ['changed 字段 › 具体地点 › 名称: 地点 → 具体地点']],
    ['a field in a form', [[['fields', 'households'], { label: { zh: '涉及户数' }, kind: 'number' }], [['actions', 'report', 'takes', 'households'], { optional: true }]],
      ['added 字段 › 涉及户数:  → 涉及户数', 'added 操作 › 登记上报 › 表单 › 涉及户数:  → 选填']],
    ['what is no longer asked', [[['actions', 'report', 'takes', 'place'], undefined]], ['removed 操作 › 登记上报 › 表单 › 地点: 选填 → ']],
    ['who may', [[['actions', 'admit', 'by'], ['leading-group', 'party-committee']]], ['changed 操作 › 进入“1330”工作表 › 谁可以: 街道党史学习教育领导小组 → 街道党史学习教育领导小组、街道党工委']],
    ['a condition', [[['clocks', 'first-contact', 'when'], { answer: 'class', is: 'urgent' }]], ['changed 时限 › 第一时间致电诉求人 › 条件: 有诉求人 → 三类问题为“结果倒排”']],
  ] as const)('%s is said where it is, with what stood and stands there', (_, edits, expected) => expect(changed(...edits)).toEqual(expected));
});
