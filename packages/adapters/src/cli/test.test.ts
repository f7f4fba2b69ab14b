import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bihuan, example, folderOf } from './command-line.fixture.ts';

const method = JSON.parse(readFileSync(example('answer-in-time.json'), 'utf8')) as { cast: object };
const arrives = { at: '2021-10-08T09:00', as: 'desk', do: 'receive', source: 'website', home: 'office', reporter: { name: '李女士' }, with: { title: '灯', content: '不亮', characters: 2 } };
const scenario = (due: string, shows: readonly string[]) => ({ shows, timeline: [{ ...arrives, expect: { holds: [{ clock: 'five', show: 'due', is: due }] } }] });

describe('bihuan test', () => {
  it('plays what a method carries and the scenario file beside it, then says which facts were shown', async () => {
    using folder = folderOf({
      'answer-in-time.json': { ...method, tests: { own: scenario('2021-10-14', ['A-1']) } },
      'answer-in-time.scenarios.json': { method: 'answer-in-time', cast: method.cast, scenarios: { right: scenario('2021-10-14', ['A-1', 'A-10']), wrong: scenario('2021-10-15', ['A-2', 'A-10']) } },
      'other.json': { nothing: 'of ours' },
    });
    for (const paths of [['answer-in-time.json'], ['.']]) {
      const { code, out } = await bihuan(folder.path, 'test', ...paths);
      expect(code).toBe(1);
      expect(out).toMatch(/✓ answer-in-time\/own[^]*✓ answer-in-time\/right[^]*✗ answer-in-time\/wrong\n {4}第 1 条（2021-10-08T09:00） · entry 1\n {6}不成立/);
      expect(out).toMatch(/✓ A-1 {2}own, right\n✗ A-2 {2}✗ wrong\n✗ A-10 {2}right, ✗ wrong\n/);
      expect(out).toContain('情景 3，不合 1；事实 3，不合 2');
    }
    const { out } = await bihuan(folder.path, 'test', '--json', 'answer-in-time.scenarios.json');
    expect(JSON.parse(out)).toMatchObject({ facts: { 'A-1': { ok: true, scenarios: ['right'] }, 'A-2': { ok: false } } });
  });

  it('says what is wrong with a scenario file, with its method, or with a folder that has neither', async () => {
    using folder = folderOf({
      'answer-in-time.json': method,
      'answer-in-time.scenarios.json': { method: 'answer-in-time', cast: method.cast, scenarios: { a: { timeline: [{ ...arrives, do: 'recieve' }] } } },
      'lost.scenarios.json': { method: 'not-here', cast: method.cast, scenarios: {} }, 'empty/x.json': {},
    });
    expect(await bihuan(folder.path, 'test', 'answer-in-time.scenarios.json')).toMatchObject({ code: 2, err: expect.stringContaining('recieve') as string });
    expect(await bihuan(folder.path, 'test', 'lost.scenarios.json')).toMatchObject({ code: 2, err: expect.stringContaining('not-here') as string });
    expect(await bihuan(folder.path, 'test', 'empty')).toMatchObject({ code: 2, err: expect.stringContaining('没有可演的情景') as string });
    expect(await bihuan(folder.path, 'test', 'nowhere')).toMatchObject({ code: 2, err: expect.stringContaining('没有文件') as string });
  });
});
