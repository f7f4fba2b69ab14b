import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openFiles } from './open-files.ts';
import { StartFailure } from './start-failure.ts';
import { startSweepingFiles } from './sweep-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'bihuan-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });
const day = 86_400_000;

describe('attachments beside the server', () => {
  it('lie in a folder that is made, and a folder that cannot be made is one sentence', () => {
    expect(openFiles(undefined)).toBeUndefined();
    openFiles(join(folder, 'deep', 'bihuan.files'));
    expect(readdirSync(join(folder, 'deep'))).toEqual(['bihuan.files']);
    expect(() => openFiles('/proc/nowhere/files')).toThrow(StartFailure);
  });

  it('of yesterday that went into nothing are swept at the start; those of today, and those that are claimed, stay', async () => {
    const files = openFiles(join(folder, 'swept'))!;
    const put = async (text: string, at: number) => {
      const taken = await files.put('here', Buffer.from(text), { name: `${text}.txt`, type: 'text/plain' }, at);
      if (!taken.ok) throw new Error(JSON.stringify(taken.issues));
      return taken.value;
    };
    const [old, young, claimed] = [await put('old', Date.now() - day - 1000), await put('young', Date.now()), await put('claimed', Date.now() - 9 * day)];
    await files.claim('here', claimed, 'case 1');
    startSweepingFiles(files, 'here', () => undefined).stop();
    const there = async () => Promise.all([old, young, claimed].map(async ({ hash }) => await files.get('here', hash) !== undefined));
    await expect.poll(there).toEqual([false, true, true]);
  });
});
