import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createEngine, directoryOfCast, embeddedDirectory, runReplay } from '@bihuan/core';
import type { CaseEvent, Engine } from '@bihuan/core';
import { memoryStore } from '../memory/index.ts';
import { openSqlite, sqliteStore } from '../sqlite/index.ts';
import { bihuan, example, folderOf, root } from './command-line.fixture.ts';
import type { Io } from './command.ts';
import { readReplayFiles } from './replay-files.ts';
import type { ReplayFiles } from './replay-files.ts';

const load = async (cwd: string, ...options: readonly string[]) => {
  const { code, out } = await bihuan(cwd, 'load', example('answer-in-time.json'), example('sample.csv'), '--map', example('messages.map.json'), '--db', 'cases.sqlite', '--json', ...options);
  return { code, summary: JSON.parse(out) as { opened: number; refused: number; open: number; database: { before: number; after: number } } };
};

it('a table is loaded into a database as the engine would have written it, chain and all', async () => {
  using folder = folderOf({});
  expect(await load(folder.path)).toMatchObject({ code: 0, summary: { opened: 4, refused: 0, open: 1, database: { before: 0, after: 4 } } });
  const database = openSqlite(join(folder.path, 'cases.sqlite'));
  const store = sqliteStore(database, { keepOpen: true });
  try {
    expect((await store.read('default', 'S-002'))?.ended).toMatchObject({ ending: 'answered', outcome: 'solved' });
    expect(await store.verify('default', 'S-002')).toMatchObject({ ok: true });
  } finally {
    database.close();
  }
});

it('a load that was broken off goes on where it stopped, and a second one changes nothing', async () => {
  using folder = folderOf({});
  const eventsOf = async (): Promise<readonly (readonly CaseEvent[])[]> => {
    const store = sqliteStore(openSqlite(join(folder.path, 'cases.sqlite')));
    try {
      return await Promise.all(['S-001', 'S-002', 'S-003', 'S-004'].map((id) => store.history('default', id)));
    } finally {
      await store.close();
    }
  };
  expect((await load(folder.path, '--until', '2021-10-01')).summary).toMatchObject({ opened: 2, database: { after: 2 } });
  expect((await load(folder.path)).summary).toMatchObject({ opened: 4, database: { before: 2, after: 4 } });
  const before = await eventsOf();
  expect((await load(folder.path)).summary).toMatchObject({ opened: 4, refused: 0, open: 1, database: { before: 4, after: 4 } });
  expect(await eventsOf()).toEqual(before);
});

it('may be loaded into the demo district, by the people of its scenario file', async () => {
  using folder = folderOf({});
  const shipped = join(root, 'packages/core/methods');
  const { code, out } = await bihuan(folder.path, 'load', join(shipped, '1330.json'), example('sample.csv'), '--map', example('messages-1330.map.json'), '--cast', join(shipped, '1330.demo.json'), '--db', 'cases.sqlite', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ opened: 4, refused: 0, steps: { taken: 3, refused: 0 } });
});

it('a database that is none is said to be so', async () => {
  using folder = folderOf({ 'cases.sqlite': 'not a database at all, but text that is long enough to be looked at as one' });
  const { code, err } = await bihuan(folder.path, 'load', example('answer-in-time.json'), example('sample.csv'), '--map', example('messages.map.json'), '--db', 'cases.sqlite');
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('不是 SQLite 数据库文件') as string });
});

it('one tick a month or one a day leave the same events', async () => {
  const files = await sample();
  const engineOf = (): Engine => createEngine({ methods: [files.method], store: memoryStore(), directory: embeddedDirectory(directoryOfCast(files.cast)) }) as unknown as Engine;
  const [monthly, daily] = [engineOf(), engineOf()];
  const until = Date.parse('2021-12-31T16:00:00Z');
  await runReplay(monthly, files.plan, { rules: files.rules, until });
  const commands = files.plan.commands;
  for (let at = commands[0]!.at, i = 0; at <= until + 86_400_000; at += 86_400_000) {
    const now = Math.min(at, until);
    const due = commands.slice(i).findIndex((command) => command.at > now);
    const next = due === -1 ? commands.length : i + due;
    for (const { at: then, id, opens, action, inputs } of commands.slice(i, next)) {
      if (opens) await daily.open({ id, fields: inputs, ...opens }, { by: 'message-desk', at: then });
      else await daily.act(id, action!, inputs, { by: 'message-desk', at: then });
    }
    i = next;
    await daily.tick(now);
  }
  for (const id of ['S-001', 'S-002', 'S-003', 'S-004']) expect(await daily.history(id)).toEqual(await monthly.history(id));
});

const sample = async (): Promise<ReplayFiles> => {
  const io: Io = { cwd: root, out: () => {}, err: () => {}, progress: () => {} };
  const files = await readReplayFiles({ files: [example('answer-in-time.json'), example('sample.csv')], flag: () => false, value: (name) => (name === 'map' ? example('messages.map.json') : undefined) }, io);
  if (typeof files === 'number') throw new Error('the example does not hold');
  return files;
};
