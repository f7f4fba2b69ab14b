import type { Command } from './command.ts';
import { both } from './command.ts';
import { sentences } from './sentences.ts';

/** All commands, one after the other. */
export const helpOfAll = (commands: readonly Command[]): string => [
  both(sentences.title), '', ...commands.flatMap(({ takes, says }) => [`  ${takes}`, `      ${says.zh}`, `      ${says.en}`]), '',
  '  --help    用法；也可写在命令后面 · usage; also after a command',
  '', '退出码：0 正常，1 有问题或不合，2 无法进行 · exit codes: 0 well, 1 found or failed, 2 could not be tried', '',
].join('\n');

/** One command with its options. */
export const helpOf = ({ takes, says, options }: Command): string => {
  const named = Object.entries(options).map(([name, { of, says: words }]) => ({ left: `--${name}${of === undefined ? '' : ` ${of}`}`, words }));
  const width = Math.max(0, ...named.map(({ left }) => left.length)) + 2;
  return [takes, `  ${says.zh}`, `  ${says.en}`, '', ...named.map(({ left, words }) => `  ${left.padEnd(width)}${both(words)}`), ''].join('\n');
};
