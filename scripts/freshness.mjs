import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What `npm run build` makes and somebody needs. */
export const outputs = [
  'packages/core/dist/index.js',
  'packages/adapters/dist/memory/index.js',
  'packages/adapters/dist/sqlite/index.js',
  'packages/adapters/dist/http/index.js',
  'packages/adapters/dist/contract/index.js',
  'packages/adapters/dist/cli/bihuan.js',
  'examples/admin/dist/server/start.js',
  'examples/admin/dist/web/index.html',
];

const notSource = new Set(['dist', 'node_modules', 'e2e']);
const sources = ['packages/core', 'packages/adapters', 'examples/admin', 'tsup.config.ts'];

/** Is every output there? */
export const isBuilt = () => outputs.every((path) => existsSync(path));

/** Is every output there, and none older than a source? */
export const isFresh = () => isBuilt() && newest(sources) <= Math.min(...outputs.map(modified));

/** @param {string} path */
const modified = (path) => statSync(path).mtimeMs;

/** @param {string[]} paths @returns {number} */
function newest(paths) {
  return Math.max(0, ...paths.map((path) => {
    if (!statSync(path).isDirectory()) return modified(path);
    return newest(readdirSync(path).filter((name) => !notSource.has(name)).map((name) => join(path, name)));
  }));
}
