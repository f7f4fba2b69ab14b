import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const src = join(import.meta.dirname, '..');
const textOf = (...path: string[]) => readFileSync(join(src, ...path), 'utf8');
const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
const exportsStore = (folder: string) => readdirSync(join(src, folder)).includes('index.ts') && /export \{[^}]*\b[a-z]\w*Store\b[^}]*\}/.test(textOf(folder, 'index.ts'));
const runsContract = (folder: string) => readdirSync(join(src, folder)).some((file) => file.endsWith('.test.ts') && /it\.each\(storeContract\)/.test(textOf(folder, file)));

it('every folder that exports a store runs the whole contract', () => {
  const stores = folders.filter(exportsStore);
  expect(stores).toEqual(expect.arrayContaining(['memory', 'sqlite']));
  expect(stores.filter((folder) => !runsContract(folder))).toEqual([]);
});
