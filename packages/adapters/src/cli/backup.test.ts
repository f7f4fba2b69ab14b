import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contractConsumers } from '../contract/index.ts';
import { databases } from '../contract/databases.fixture.ts';
import { assign, engineOn, report, settle } from '../contract/engine-street.fixture.ts';
import { claimOf, fill, followOf, keyOf, periodOf } from '../contract/sample-cases.ts';
import { openSqlite, sqliteStore } from '../sqlite/index.ts';
import { openSession } from '../upkeep/session.ts';
import { bihuan, folderOf } from './command-line.fixture.ts';

/** A file with cases, keys, counters, periods, follow-ups and what consumers are to be told, of signs that are not easily kept. */
async function streetIn(folder: string): Promise<void> {
  const store = sqliteStore(openSqlite(join(folder, 'cases.db')), { consumers: contractConsumers });
  const engine = engineOn(store);
  for (const content of ['路灯不亮🙂\u2028第二行', "it's \\ \"quoted\"\n\0"]) {
    const id = await report(engine, '11-01 09:00', { content });
    await assign(engine, id, '11-01 10:00');
    await settle(engine, id, '11-02 10:00');
  }
  for (let n = 0; n < 600; n++) await report(engine, '11-03 09:00', { content: `第${n}件` });
  await store.closePeriods('elsewhere', [periodOf('a')]);
  await store.remember('elsewhere', keyOf('k'));
  await store.close();
}
const damaged = async (file: string, sql: string): Promise<void> => {
  const session = await openSession({ address: file });
  await session.run({ sql, parameters: [], hot: false });
  await session.close();
};

it('a backup goes from database to database and back, and is the same text at the end', async () => {
  using folder = folderOf({});
  await streetIn(folder.path);
  const first = await bihuan(folder.path, 'backup', '--db', 'cases.db', '0.jsonl');
  expect(first).toMatchObject({ code: 0, out: expect.stringContaining('租户 2，事项 602') as string });
  const through = await Promise.all(databases.map(async ({ url, schema }) => ['--db', url, '--schema', await schema()]));
  let i = 0;
  for (const options of [...through, ['--db', 'again.db']]) {
    expect(await bihuan(folder.path, 'restore', `${i}.jsonl`, ...options)).toMatchObject({ code: 0, err: '', out: expect.stringContaining('已恢复并核对：租户 2，事项 602') as string });
    expect(await bihuan(folder.path, 'backup', ...options, `${++i}.jsonl`)).toMatchObject({ code: 0, err: '' });
    const lines = (n: number) => readFileSync(join(folder.path, `${n}.jsonl`), 'utf8').split('\n').slice(1, -2);
    expect(lines(i)).toEqual(lines(0));
  }
  const store = sqliteStore(openSqlite(join(folder.path, 'again.db')));
  const engine = engineOn(store);
  expect(await report(engine, '11-04 09:00'), 'work goes on where it stood').toBe('000603');
  expect(await store.recall('elsewhere', 'k')).toEqual(keyOf('k'));
  await store.close();
}, 120_000);

it('nothing is restored over what is there, and nothing from a copy that is cut, changed, or none', async () => {
  using folder = folderOf({ 'none.jsonl': 'nothing of the kind\n', 'empty.jsonl': '' });
  await streetIn(folder.path);
  await bihuan(folder.path, 'backup', '--db', 'cases.db', 'whole.jsonl');
  expect(await bihuan(folder.path, 'restore', 'whole.jsonl', '--db', 'cases.db')).toMatchObject({ code: 1, err: expect.stringContaining('数据库里已有租户') as string });
  const text = readFileSync(join(folder.path, 'whole.jsonl'), 'utf8');
  const lines = text.split('\n');
  for (const [name, wrong] of [['cut', lines.slice(0, -3).join('\n')], ['short', `${lines.toSpliced(7, 1).join('\n')}`], ['changed', text.replace('第5件', '第6件')], ['more', `${text}[]\n`]] as const) {
    writeFileSync(join(folder.path, `${name}.jsonl`), wrong);
    expect([name, await bihuan(folder.path, 'restore', `${name}.jsonl`, '--db', 'new.db')]).toMatchObject([name, { code: 1, err: expect.stringContaining('不是完整的备份') as string }]);
  }
  for (const name of ['none', 'empty']) expect(await bihuan(folder.path, 'restore', `${name}.jsonl`, '--db', 'new.db')).toMatchObject({ code: 1 });
  expect(await bihuan(folder.path, 'backup', '--db', 'cases.db', 'whole.jsonl'), 'a file that is there is not overwritten').toMatchObject({ code: 2 });
}, 60_000);

it('of a database that does not verify a copy is made and says so; restoring it writes nothing', async () => {
  using folder = folderOf({});
  await streetIn(folder.path);
  await damaged(join(folder.path, 'cases.db'), "delete from bihuan_events where case_id = '000001' and seq = 2");
  expect(await bihuan(folder.path, 'backup', '--db', 'cases.db', 'bad.jsonl')).toMatchObject({ code: 1, err: expect.stringContaining('第 2 条事件没有了') as string });
  expect(await bihuan(folder.path, 'restore', 'bad.jsonl', '--db', 'new.db')).toMatchObject({ code: 1, err: expect.stringContaining('没有写入') as string });
  expect(await bihuan(folder.path, 'verify', '--db', 'new.db')).toMatchObject({ code: 0, out: expect.stringContaining('租户 0，事项 0') as string });
}, 60_000);

it('counters, follow-ups and lanes come along', async () => {
  using folder = folderOf({});
  const store = sqliteStore(openSqlite(join(folder.path, 'cases.db')), { consumers: contractConsumers });
  await fill(store, { c1: { counts: [claimOf('p', { max: 5 })], follows: [followOf('f1'), followOf('f2')] } });
  await store.close();
  await bihuan(folder.path, 'backup', '--db', 'cases.db', 'copy.jsonl');
  const text = readFileSync(join(folder.path, 'copy.jsonl'), 'utf8');
  for (const table of ['counts', 'follows', 'outbox', 'sequences', 'acted', 'units']) expect(text).toContain(`["${table}",[`);
});
