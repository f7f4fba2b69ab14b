import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { databases } from '../contract/databases.fixture.ts';
import { openStore } from '../contract/open-store.fixture.ts';
import { batchOf, here } from '../contract/sample-cases.ts';
import { deliver, type Delivery } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'bihuan-'));
afterAll(() => rmSync(folder, { recursive: true }));
const places: readonly (readonly [name: string, address: () => Promise<string>])[] = [
  ['sqlite', async () => join(folder, 'outbox.db')], ...databases.map((database) => [database.name, async () => `${database.url}#${await database.schema()}`] as const),
];
const start = (...args: readonly string[]) => {
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=bihuan-source', join(import.meta.dirname, 'delivering-process.fixture.ts'), ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  return { child, ended: new Promise<number | null>((resolve) => { child.once('close', resolve); }) };
};

describe.each(places)('%s', (name, place) => {
  it('several processes deliver while another writes, and one of them is killed: every event is told, those of a case in order, and few come twice', async () => {
    const address = await place();
    const [told, end] = [join(folder, `${name}.told`), join(folder, `${name}.end`)];
    const store = await openStore(address, ['far']);
    const lines = () => (existsSync(told) ? readFileSync(told, 'utf8').split('\n').filter(Boolean).map((line) => line.split(' ') as [pid: string, caseId: string, seq: string]) : []);
    const workers = [1, 2, 3].map(() => start(address, told, end));
    const ids = ['c1', 'c2', 'c3', 'c4'];
    const write = async (expected: number) => {
      for (const id of ids) while (!(await store.append(batchOf(id, { expected, events: 2 }))).ok);
    };
    let version = 0;
    const started = () => new Set(lines().map(([pid]) => pid)).size === workers.length;
    for (; !started(); version += 2) { await write(version); await setTimeout(50); }
    workers[0]!.child.kill('SIGKILL');
    for (const until = version + 20; version < until; version += 2) await write(version);
    const seqsOf = (id: string) => lines().filter(([, caseId]) => caseId === id).map(([,, seq]) => Number(seq));
    await expect.poll(() => ids.map((id) => new Set(seqsOf(id)).size), { timeout: 60_000 }).toEqual(ids.map(() => version));
    writeFileSync(end, '');
    expect((await Promise.all(workers.map(({ ended }) => ended))).slice(1)).toEqual([0, 0]);
    // What the killed one told last and nobody has taken over yet.
    const later = { now: () => Date.now() + 5000, send: async ({ caseId, seq }: Delivery) => appendFileSync(told, `0 ${caseId} ${seq}\n`) };
    while ((await deliver({ store, tenant: here, consumer: 'far', ...later })).delivered > 0);
    for (const id of ids) expect([...new Set(seqsOf(id))]).toEqual(Array.from({ length: version }, (_, i) => i + 1));
    expect(lines().length, 'what the killed one had not acknowledged, and whoever was held up for longer than a lease').toBeLessThanOrEqual(1.1 * ids.length * version);
    await store.close();
  }, 120_000);
});
