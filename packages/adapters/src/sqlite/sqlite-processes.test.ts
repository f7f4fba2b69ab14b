import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { batchOf, here } from '../contract/sample-cases.ts';
import { openSqlite, sqliteStore } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'bihuan-'));
const start = (fixture: string, ...args: readonly string[]) => spawn(process.execPath,
  ['--import', 'tsx', '--conditions=bihuan-source', join(import.meta.dirname, fixture), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
const writer = (file: string, writes: number) => start('writing-process.fixture.ts', file, String(writes), JSON.stringify(batchOf('shared', { events: 2 })));
const finished = async (child: ReturnType<typeof writer>): Promise<{ lines: string[]; code: number | null }> => {
  let text = '';
  child.stdout.on('data', (part: Buffer) => { text += part.toString(); });
  const code = await new Promise<number | null>((resolve) => { child.once('close', resolve); });
  return { lines: text.split('\n').filter(Boolean), code };
};

it('several processes start on a new file at once and write the same case: nothing is lost, no number comes twice', async () => {
  const file = join(folder, 'shared.db');
  const results = await Promise.all([1, 2, 3].map(() => finished(writer(file, 15))));
  expect(results.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(results.flatMap(({ lines }) => lines.map(Number)).sort((a, b) => a - b)).toEqual(Array.from({ length: 45 }, (_, i) => i + 1));
  const store = sqliteStore(openSqlite(file));
  expect(await store.verify(here, 'shared')).toEqual({ ok: true, events: 90 });
  await store.close();
}, 60_000);

it('several processes claim at once against one quota: exactly as many pass as it leaves, each claim whole, and whoever was refused can go on', async () => {
  const file = join(folder, 'quota.db');
  const results = await Promise.all(['a', 'b', 'c'].map((who) => finished(start('claiming-process.fixture.ts', file, who, '40', '3'))));
  expect(results.map(({ code, lines }) => [code, lines.at(-1)])).toEqual([[0, 'full true'], [0, 'full true'], [0, 'full true']]);
  const claimed = results.flatMap(({ lines }) => lines.slice(0, -1));
  expect(claimed.length).toBe(40);
  const store = sqliteStore(openSqlite(file));
  expect([...await store.counts(here, '认领', '2021-11')]).toEqual([['post:shared', 40]]);
  const follows = await store.followUps(here, 99);
  expect(follows.map(({ id }) => id).sort()).toEqual(claimed.toSorted());
  for (const id of claimed) expect([(await store.read(here, id))?.version, (await store.read(here, `${id}-twin`))?.version]).toEqual([1, 1]);
  expect(await store.count(here, {})).toBe(2 * 40 + 2 * 3);
  await store.close();
}, 60_000);

it('a process killed in the middle of writing leaves whole cases, and everything that it had been answered', async () => {
  const file = join(folder, 'killed.db');
  const child = writer(file, 1e9);
  const answered = finished(child);
  await new Promise<void>((resolve) => { child.stdout.once('data', () => setTimeout(resolve, 150)); });
  child.kill('SIGKILL');
  const told = (await answered).lines.length;
  const store = sqliteStore(openSqlite(file));
  const { rows: [row] } = await store.list(here, {});
  expect(row!.version).toBeGreaterThanOrEqual(2 * told);
  expect([row!.version % 2, row!.values['n'], (await store.read(here, 'shared'))?.version]).toEqual([0, row!.version, row!.version]);
  expect(await store.verify(here, 'shared')).toEqual({ ok: true, events: row!.version });
  await store.close();
  rmSync(folder, { recursive: true });
}, 60_000);
