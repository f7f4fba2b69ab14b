import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What `npm run build` makes and somebody needs: every subpath, every command, the admin's server and its pages. */
const outputs = [
  ...published('packages/core'),
  ...published('packages/adapters'),
  'examples/admin/dist/server/start.js',
  'examples/admin/dist/client/index.html',
  'examples/admin/dist/client/report/index.html',
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

/** @param {string} folder @returns {string[]} */
function published(folder) {
  const { exports, bin = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return [...Object.values(exports).map((target) => target.default), ...Object.values(bin)].filter(Boolean).map((path) => join(folder, path));
}
