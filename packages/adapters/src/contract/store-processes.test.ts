import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { databases } from './databases.fixture.ts';
import { openStore } from './open-store.fixture.ts';
import { batchOf, here } from './sample-cases.ts';

const folder = mkdtempSync(join(tmpdir(), 'bihuan-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
/** Where several processes meet: a file, or a schema of a database, in which there is nothing yet. */
const places: readonly (readonly [name: string, address: () => Promise<string>])[] = [
  ['sqlite', async () => join(folder, `${++files}.db`)], ...databases.map((database) => [database.name, async () => `${database.url}#${await database.schema()}`] as const),
];
const start = (fixture: string, ...args: readonly string[]) => spawn(process.execPath,
  ['--import', 'tsx', '--conditions=bihuan-source', join(import.meta.dirname, fixture), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
const writer = (address: string, writes: number) => start('writing-process.fixture.ts', address, String(writes), JSON.stringify(batchOf('shared', { events: 2 })));
const finished = async (child: ReturnType<typeof writer>): Promise<{ lines: string[]; code: number | null }> => {
  let text = '';
  child.stdout.on('data', (part: Buffer) => { text += part.toString(); });
  const code = await new Promise<number | null>((resolve) => { child.once('close', resolve); });
  return { lines: text.split('\n').filter(Boolean), code };
};

describe.each(places)('%s', (_, place) => {
  it('several processes start where there is nothing yet and write the same case: nothing is lost, no number comes twice', async () => {
    const address = await place();
    const results = await Promise.all([1, 2, 3].map(() => finished(writer(address, 15))));
    expect(results.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(results.flatMap(({ lines }) => lines.map(Number)).sort((a, b) => a - b)).toEqual(Array.from({ length: 45 }, (__, i) => i + 1));
    const store = await openStore(address);
    expect(await store.verify(here, 'shared')).toEqual({ ok: true, events: 90 });
    await store.close();
  }, 120_000);

  it('several processes claim at once against one quota: exactly as many pass as it leaves, each claim whole, and whoever was refused can go on', async () => {
    const address = await place();
    const results = await Promise.all(['a', 'b', 'c'].map((who) => finished(start('claiming-process.fixture.ts', address, who, '40', '3'))));
    expect(results.map(({ code, lines }) => [code, lines.at(-1)])).toEqual([[0, 'full true'], [0, 'full true'], [0, 'full true']]);
    const claimed = results.flatMap(({ lines }) => lines.slice(0, -1));
    expect(claimed.length).toBe(40);
    const store = await openStore(address);
    expect([...await store.counts(here, '认领', '2021-11')]).toEqual([['post:shared', 40]]);
    const follows = await store.followUps(here, 99);
    expect(follows.map(({ id }) => id).sort()).toEqual(claimed.toSorted());
    for (const id of claimed) expect([(await store.read(here, id))?.version, (await store.read(here, `${id}-twin`))?.version]).toEqual([1, 1]);
    expect(await store.count(here, {})).toBe(2 * 40 + 2 * 3);
    await store.close();
  }, 120_000);

  it('a process killed in the middle of writing leaves whole cases, and everything that it had been answered', async () => {
    const address = await place();
    const child = writer(address, 1e9);
    const answered = finished(child);
    await new Promise<void>((resolve) => { child.stdout.once('data', () => setTimeout(resolve, 150)); });
    child.kill('SIGKILL');
    const told = (await answered).lines.length;
    const store = await openStore(address);
    const { rows: [row] } = await store.list(here, {});
    expect(row!.version).toBeGreaterThanOrEqual(2 * told);
    const written = (await store.read(here, 'shared'))!.version; // the server may still be ending the last write
    expect([row!.version % 2, row!.values['n'], written >= row!.version]).toEqual([0, row!.version, true]);
    expect(await store.verify(here, 'shared')).toEqual({ ok: true, events: expect.any(Number) });
    await store.close();
  }, 120_000);
});
