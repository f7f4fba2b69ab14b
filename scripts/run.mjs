import { spawnSync } from 'node:child_process';
import { delimiter, resolve } from 'node:path';
import { chdir, env } from 'node:process';
import { fileURLToPath } from 'node:url';

/** Every script works from the root, whatever folder it was called in. */
chdir(fileURLToPath(new URL('..', import.meta.url)));

/** The installed tools are found by name, also outside `npm run`. */
env['PATH'] = resolve('node_modules/.bin') + delimiter + env['PATH'];

/** Runs a command line, its output shown as it comes; says whether it went well. @param {string} command */
export const run = (command) => spawnSync(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
