import { nearest } from '@bihuan/core';
import { readArgs } from './args.ts';
import { backup } from './backup.ts';
import { check } from './check.ts';
import type { Command, Io } from './command.ts';
import { EXIT, both, complain } from './command.ts';
import { deadLetters } from './dead-letters.ts';
import { describe } from './describe.ts';
import { helpOf, helpOfAll } from './help.ts';
import { importCommand } from './import.ts';
import { load } from './load.ts';
import { replay } from './replay.ts';
import { reproject } from './reproject.ts';
import { restore } from './restore.ts';
import { schema } from './schema.ts';
import { sentences } from './sentences.ts';
import { test } from './test.ts';
import { verify } from './verify.ts';

const commands: readonly Command[] = [check, test, describe, schema, replay, load, importCommand, verify, backup, restore, deadLetters, reproject];

/** Runs one command line and answers its exit code: 0 well, 1 something was found or failed, 2 it could not be tried. */
export const run = async (argv: readonly string[], io: Io): Promise<number> => {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const asked = commands.find((command) => command.name === rest[0]);
    io.out(asked ? helpOf(asked) : helpOfAll(commands));
    return name === undefined ? EXIT.unable : EXIT.well;
  }
  const command = commands.find((each) => each.name === name);
  if (command === undefined) {
    complain(io, sentences.commandUnknown(name, nearest(name, commands.map((each) => each.name))));
    return complain(io, sentences.helpHint);
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(helpOf(command));
    return EXIT.well;
  }
  const args = readArgs(command, rest);
  if (!args.ok) {
    for (const says of args.issues) complain(io, says);
    return complain(io, { zh: `运行 bihuan ${name} --help 查看用法`, en: `run bihuan ${name} --help` });
  }
  try {
    return await command.run(args.value, io);
  } catch (error) {
    io.err(`${both(sentences.broke(error instanceof Error ? error.message : String(error)))}\n`);
    return EXIT.unable;
  }
};
