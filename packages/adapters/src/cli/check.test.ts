import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bihuan, example, folderOf } from './command-line.fixture.ts';

const text = readFileSync(example('answer-in-time.json'), 'utf8');

describe('bihuan check', () => {
  it('finds nothing in what is shipped', async () => {
    using folder = folderOf({ 'a.json': text });
    expect(await bihuan(folder.path, 'check', 'a.json', example('answer-in-time.json'))).toMatchObject({ code: 0, err: '', out: expect.stringContaining('✓ a.json') as string });
  });

  it('points at line and column, says what is wrong in both languages, and how to mend it', async () => {
    using folder = folderOf({ 'a.json': text.replace('"stops": { "record": "answer" }, "limit": "24 hours"', '"stops": { "record": "anser" }, "limit": "24 hours"').replace('"10 working days"', '"10 wrking days"') });
    const { code, out } = await bihuan(folder.path, 'check', 'a.json');
    const line = text.split('\n').findIndex((each) => each.includes('24 hours"')) + 1;
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`^a\\.json:${line}:\\d+ {2}错误 · error {2}name\\.unknown {2}/clocks/day/stops/record\\n {2}没有名为“anser”.*\\n {2}.*anser.*\\n {2}→ 是否想写“answer”？ · Did you mean "answer"\\?`, 'm'));
    expect(out).toContain('duration.unreadable');
  });

  it('prints the same as JSON', async () => {
    using folder = folderOf({ 'a.json': text.replace('"from": ["received"]', '"from": ["recieved"]') });
    const { code, out } = await bihuan(folder.path, 'check', '--json', 'a.json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ code: 'name.unknown', severity: 'error', pointer: '/actions/answer/from/0', line: expect.any(Number) as number, column: expect.any(Number) as number }));
  });

  it('says where JSON breaks off', async () => {
    using folder = folderOf({ 'a.json': '{\n  "id": "a",\n}' });
    const { code, out } = await bihuan(folder.path, 'check', 'a.json');
    expect(code).toBe(1);
    expect(out).toMatch(/a\.json:3:1 .*json\.unreadable/);
  });

  it('takes what a file extends from beside it in its exact version, and points into the base where the mistake is there', async () => {
    const child = { extends: 'answer-in-time@1.0.0', id: 'quicker', version: '1.0.0', label: '更快', clocks: { five: { limit: '3 working days' } } };
    using folder = folderOf({ 'answer-in-time.json': text, 'quicker.json': child, 'newer.json': { ...child, extends: 'answer-in-time@2.0.0' } });
    expect((await bihuan(folder.path, 'check', 'quicker.json')).code).toBe(0);
    expect(await bihuan(folder.path, 'check', 'newer.json')).toMatchObject({ code: 1, out: expect.stringContaining('extends.unknown-base') as string });
    using broken = folderOf({ 'answer-in-time.json': text.replace('"10 working days"', '"10 wrking days"'), 'quicker.json': child });
    expect((await bihuan(broken.path, 'check', 'quicker.json')).out).toMatch(/^answer-in-time\.json:\d+:\d+ .*duration\.unreadable/m);
  });

  it('also extends what is shipped', async () => {
    using folder = folderOf({ 'mine.json': { extends: '1330@1.0.0', id: 'mine', version: '1.0.0', label: '本区' } });
    expect((await bihuan(folder.path, 'check', 'mine.json')).code).toBe(0);
  });

  it('says of a file that cannot be read why, and checks the others', async () => {
    using folder = folderOf({ 'a.json': text, 'inside/b.json': text });
    const { code, out, err } = await bihuan(folder.path, 'check', 'none.json', 'inside', 'a.json');
    expect(code).toBe(2);
    expect(err).toMatch(/没有文件 .*none\.json[^]*inside 是文件夹/);
    expect(out).toContain('✓ a.json');
  });
});

describe('bihuan describe', () => {
  it.each([[[], /^# 网上留言按时答复/], [['--lang', 'en'], /^# Answering online messages in time/], [['--flow'], /^flowchart TD[^]*待答复/]])('%j', async (options, says) => {
    const { code, out } = await bihuan('.', 'describe', example('answer-in-time.json'), ...options);
    expect(code).toBe(0);
    expect(out).toMatch(says);
  });
});

describe('bihuan schema', () => {
  it.each([[[], 'method'], [['--scenarios'], 'scenarios']])('%j', async (options, name) => {
    const { code, out } = await bihuan('.', 'schema', ...options);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ $id: expect.stringContaining(name) as string });
  });
});
