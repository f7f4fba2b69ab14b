#!/usr/bin/env node
import { cwd, exit, stderr, stdout } from 'node:process';
import type { Words } from '@bihuan/core';
import { both } from './command.ts';
import { run } from './run.ts';

const EVERY_MS = 500;
let shown = performance.now();
let drawn = false;

/** On a terminal one line that is drawn anew; elsewhere a line now and then. Work that is soon done shows none. */
const progress = (says: Words, done: number, of: number): void => {
  const now = performance.now();
  if (stderr.isTTY && done >= of && drawn) {
    stderr.write('\r\u001b[K');
    drawn = false;
  }
  if (now - shown < (stderr.isTTY ? EVERY_MS : 4 * EVERY_MS) || done >= of) return;
  shown = now;
  drawn = stderr.isTTY;
  const text = `${both(says)} ${Math.floor((done / of) * 100)}%`;
  stderr.write(stderr.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
};

// Whoever reads may stop reading (`| head`): that is no error.
stdout.on('error', (error: NodeJS.ErrnoException) => exit(error.code === 'EPIPE' ? 0 : 2));

process.exitCode = await run(process.argv.slice(2), {
  cwd: cwd(),
  out: (text) => { stdout.write(text); },
  err: (text) => { stderr.write(text); },
  progress,
});
