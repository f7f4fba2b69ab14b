import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { describe, expect, it } from 'vitest';
import { bihuan, root } from './command-line.fixture.ts';

describe('a command line that cannot be read', () => {
  it.each<[string, readonly string[], RegExp]>([
    ['an unknown command', ['chek', 'a.json'], /没有“chek”这个命令，是否想写“check”？ · There is no command "chek"; did you mean "check"\?/],
    ['an unknown option', ['check', '--jsn', 'a.json'], /没有“--jsn”这个选项，是否想写“--json”？/],
    ['an option without its value', ['replay', 'a', 'b', '--map'], /选项“--map”后面要写内容/],
    ['a value that nobody asked for', ['check', '--json=yes', 'a'], /选项“--json”后面不写内容/],
    ['no file', ['check'], /还缺文件名，应为：bihuan check FILE…/],
    ['a file too many', ['describe', 'a', 'b'], /文件名多了/],
    ['no map', ['replay', 'a', 'b'], /还缺选项 --map/],
    ['no database', ['load', 'a', 'b', '--map', 'c'], /还缺选项 --db/],
    ['another language', ['describe', 'a', '--lang', 'fr'], /没有语言“fr”/],
    ['files that are not there', ['replay', 'a', 'b', '--map', 'c'], /没有文件 .*a[^]*没有文件 .*c[^]*没有文件 .*b/],
  ])('%s: says so and how to mend it, exit code 2', async (_, argv, says) => {
    const { code, out, err } = await bihuan('.', ...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(says);
  });
});

it.each([[['--help']], [['help', 'load']], [['load', '--help']]])('%j tells in Chinese, with English beside it', async (argv) => {
  const { code, out } = await bihuan('.', ...argv);
  expect(code).toBe(0);
  expect(out).toMatch(/载入：[^]*as replay, but into a SQLite database/);
});

it('as a program: exit code and complaint, and never a stack', { timeout: 60_000 }, () => {
  const program = spawnSync(execPath, ['--import', 'tsx', '--conditions=bihuan-source', join('packages/adapters/src/cli/bihuan.ts'), 'tset', 'x'], { cwd: root, encoding: 'utf8' });
  expect(program).toMatchObject({ status: 2, stdout: '' });
  expect(program.stderr).toMatch(/是否想写“test”/);
  expect(program.stderr).not.toMatch(/\n\s+at /);
});
