import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this example, whether the server runs from its sources or from `dist/server`. */
export const adminFolder = folderAbove((folder) => packageOf(folder)?.name === '@bihuan/admin');

/** The workspace's root, beside which the default database lies. */
export const workspaceFolder = folderAbove((folder) => packageOf(folder)?.workspaces !== undefined);

/** Where `vite build` puts the pages. */
export const pagesFolder = join(adminFolder, 'dist', 'client');

/** Where the shipped methods lie. */
export const methodsFolder = join(dirname(createRequire(import.meta.url).resolve('@bihuan/core/method.schema.json')), 'methods');

function folderAbove(isIt: (folder: string) => boolean): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (isIt(folder)) return folder;
    if (folder === dirname(folder)) return process.cwd();
  }
}

function packageOf(folder: string): { readonly name?: string; readonly workspaces?: unknown } | undefined {
  const file = join(folder, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as { name?: string; workspaces?: unknown } : undefined;
}
