import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, it } from 'vitest';
import { databases } from '../contract/databases.fixture.ts';
import { loadOn } from './street-load.fixture.ts';

/** How many processes are killed on each store: a few in every run, hundreds now and then. */
const kills = Number(process.env['BIHUAN_FAULTS'] ?? 6);

const folder = mkdtempSync(join(tmpdir(), 'bihuan-'));
afterAll(() => rmSync(folder, { recursive: true }));
const places: readonly (readonly [name: string, address: () => Promise<string>])[] = [
  ['sqlite', async () => join(folder, 'killed.db')], ...databases.map((database) => [database.name, async () => `${database.url}#${await database.schema()}`] as const),
];

describe.each(places)('%s', (name, place) => {
  it(`${kills} writing and sweeping processes killed at moments of chance: whatever was answered is there once, nothing twice, every chain whole, no quota passed`, async () => {
    const load = await loadOn(await place());
    try {
      load.start('write'); // one that lives on
      for (let killed = 0; killed < kills; killed += 2) {
        const pair = [load.start('write'), load.start(killed % 4 === 0 ? 'sweep' : 'write')];
        await Promise.all(pair.map(({ ready }) => ready));
        for (const { child } of pair) {
          await setTimeout(Math.random() * 250);
          child.kill('SIGKILL');
        }
      }
      await load.more(3);
    } finally {
      await load.end();
    }
    const { acknowledged, cases, events } = await load.check();
    if (process.env['BIHUAN_FAULTS']) console.log(`${name}: ${kills} kills, ${acknowledged} answers, ${cases} cases, ${events} events`);
  }, 60_000 + kills * 3000);
});
