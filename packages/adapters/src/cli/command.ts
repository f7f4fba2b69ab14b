import type { Words } from '@bihuan/core';

/** What a command says to the world: results, complaints, and how far it has come. */
export interface Io {
  readonly cwd: string;
  out(text: string): void;
  err(text: string): void;
  /** How far long work has come; nobody is told more than every so often. */
  progress(says: Words, done: number, of: number): void;
}

export interface Option { readonly type: 'boolean' | 'string'; readonly of?: string; readonly says: Words }

export interface Args {
  readonly files: readonly string[];
  readonly flag: (name: string) => boolean;
  readonly value: (name: string) => string | undefined;
}

/** One command: how it is called, what it does, and the doing, which answers the exit code. */
export interface Command {
  readonly name: string;
  readonly takes: string;
  /** How many files at least and at most. */
  readonly least: number;
  readonly most?: number;
  readonly says: Words;
  readonly options: Readonly<Record<string, Option>>;
  run(args: Args, io: Io): Promise<number>;
}

/** Everything is well; something was found or failed; it could not be tried at all. */
export const EXIT = { well: 0, failed: 1, unable: 2 } as const;

/** Chinese first, English beside it. */
export const both = ({ zh, en }: Words): string => (zh === en ? zh : `${zh} · ${en}`);

/** Complains in both languages and answers the exit code. */
export const complain = (io: Io, says: Words, exit: number = EXIT.unable): number => {
  io.err(`${both(says)}\n`);
  return exit;
};
