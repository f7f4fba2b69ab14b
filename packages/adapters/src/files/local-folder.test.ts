import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { fileStoreContract, localFolder } from './index.ts';

const folders: string[] = [];
const fresh = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-'));
  folders.push(folder);
  return folder;
};
afterEach(() => { for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true }); });
const filesIn = (folder: string): readonly string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));

describe('files in a folder', () => {
  it.each(fileStoreContract)('$promise', async ({ check }) => {
    const folder = fresh();
    await check({
      files: localFolder(folder, { limit: 100_000 }),
      async damage(hash) {
        const path = filesIn(folder).find((each) => each.endsWith(join(hash, 'content')))!;
        const bytes = readFileSync(path);
        bytes[0]! ^= 1;
        writeFileSync(path, bytes);
      },
    });
  }, 30_000);

  it('lie below it whatever a tenant is called, and leave nothing in the spool', async () => {
    const folder = fresh();
    const inner = join(folder, 'a', 'b');
    const files = localFolder(inner);
    for (const tenant of ['../../out', '..', '.', '/etc', 'C:\\x', 'a\0b', '甲']) await files.put(tenant, Buffer.from('words'), { name: 'a.txt', type: 'text/plain' });
    await files.put('甲', Buffer.from('<svg>'), { name: 'a.txt', type: 'text/plain' });
    for (const path of filesIn(folder)) expect(path.startsWith(join(inner, 'kept'))).toBe(true);
    expect(filesIn(folder)).toHaveLength(14);
  });

  it('what a process that was killed has left in the spool is swept with the rest', async () => {
    const folder = fresh();
    const files = localFolder(folder);
    await files.put('甲', Buffer.from('words'), { name: 'a.txt', type: 'text/plain' });
    writeFileSync(join(folder, 'spool', 'left.part'), 'half');
    await files.sweep('甲', Date.now() - 1000);
    expect(readdirSync(join(folder, 'spool'))).toEqual(['left.part']);
    await files.sweep('甲', Date.now() + 1000);
    expect(readdirSync(join(folder, 'spool'))).toEqual([]);
  });
});
