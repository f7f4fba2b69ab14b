import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { findingText } from '../method/finding.ts';
import { locate, readJson } from './json-text.ts';
import { checkMethod } from './parse-method.ts';

describe('JSON text', () => {
  it.each([
    ['{ "a": 1, }', 1, 11, '} 之前多了一个逗号'],
    ['{\n  "a": 1\n  "b": 2 }', 3, 3, '缺少逗号或 }'],
    ['{ "a": [1, 2 }', 1, 14, '缺少逗号或 ]'],
    ['{ "a": 1， "b": 2 }', 1, 9, '逗号须用英文的 , ，却是 ，'],
    ['{ "a": [1、2] }', 1, 10, '逗号须用英文的 , ，却是 、'],
    ["{ 'a': 1 }", 1, 3, "键须写在英文双引号里，却是 '"],
    ['{ “a”: 1 }', 1, 3, '键须写在英文双引号里，却是 “'],
    ['{ "a": tru }', 1, 8, '这里读不懂：t'],
    ['{ "a": "x', 1, 8, '文字没有写完（缺少引号，或有未转义的字符）'],
    ['{ "a": 1', 1, 9, '文件在此中断，缺少 }'],
    ['{} 1', 1, 4, '结束之后还有 1'],
    ['', 1, 1, '文件在此中断，缺少一个值'],
  ])('says where %j breaks off, and why', (text, line, column, why) => {
    const [found] = checkMethod(text);
    expect(found).toMatchObject({ code: 'json.unreadable', params: { line, column, message: { zh: why } } });
    expect(findingText(found!).zh).toBe(`JSON 无法读取（第${line}行第${column}列）：${why}`);
  });

  it('finds a key that is written twice', () => {
    const { findings } = readJson('{ "steps": { "a": 1,\n "b": 2, "a": 3 } }');
    expect(findings).toMatchObject([{ code: 'json.duplicate-key', pointer: '/steps/a', params: { key: 'a', line: 2, column: 10 } }]);
  });

  it('finds the place of a value', () => {
    const text = '{\n  "a": [1,\n    { "b/c": true }]\n}';
    expect(locate(text, ['a', 1, 'b/c'])).toEqual({ line: 3, column: 14 });
    expect(locate(text, ['a', 5])).toBeUndefined();
  });

  it('reads whatever JSON.stringify writes, and refuses what JSON.parse refuses', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.nat(), fc.constantFrom('', ',', '}', ']', '"', '1', ' '), (value, at, noise) => {
      const written = JSON.stringify(value);
      const cut = at % (written.length + 1);
      const text = written.slice(0, cut) + noise + written.slice(cut);
      let parsed: unknown;
      let fails = false;
      try { parsed = JSON.parse(text); } catch { fails = true; }
      const { value: read, findings } = readJson(text);
      expect(findings.some(({ code }) => code === 'json.unreadable')).toBe(fails);
      if (!fails) expect(read).toEqual(parsed);
    }), { numRuns: 500 });
  });
});
