import { parseArgs } from 'node:util';
import { accept, nearest, refuse } from '@bihuan/core';
import type { Result, Words } from '@bihuan/core';
import type { Args, Command } from './command.ts';
import { sentences } from './sentences.ts';

/** Reads what stands behind a command's name; a slip of the finger is said with what was probably meant. */
export const readArgs = ({ options, takes, least, most }: Command, argv: readonly string[]): Result<Args, Words> => {
  const { tokens } = parseArgs({
    args: [...argv], strict: false, allowPositionals: true, tokens: true,
    options: Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }])),
  });
  const values = new Map<string, string | true>();
  const files: string[] = [];
  const wrong: Words[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined) {
      const mend = nearest(token.name, Object.keys(options));
      wrong.push(sentences.optionUnknown(token.rawName, mend && `--${mend}`));
    } else if (option.type === 'string' && (token.value === undefined || token.value === '')) wrong.push(sentences.optionNeedsValue(token.rawName));
    else if (option.type === 'boolean' && token.value !== undefined) wrong.push(sentences.optionTakesNone(token.rawName));
    else values.set(token.name, token.value ?? true);
  }
  if (wrong.length > 0) return refuse(...wrong);
  if (files.length < least) return refuse(sentences.filesMissing(takes));
  if (files.length > (most ?? Infinity)) return refuse(sentences.filesTooMany(takes));
  return accept({
    files,
    flag: (name) => values.has(name),
    value: (name) => {
      const value = values.get(name);
      return typeof value === 'string' ? value : undefined;
    },
  });
};
