import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assign, at, engineOn, report, settle } from '../contract/engine-street.fixture.ts';
import { databases } from '../contract/databases.fixture.ts';
import { openSession } from '../upkeep/session.ts';
import { openSqlite, sqliteStore } from '../sqlite/index.ts';
import type { SqlStore } from '../sql/index.ts';
import { bihuan, folderOf } from './command-line.fixture.ts';

interface Place { readonly options: readonly string[]; readonly run: (...statements: readonly string[]) => Promise<void>; readonly store: () => Promise<SqlStore>; readonly table: (name: string) => string; [Symbol.dispose](): void }

const inFile = async (): Promise<Place> => {
  const folder = folderOf({});
  const file = join(folder.path, 'cases.db');
  return {
    options: ['--db', file], table: (name) => `bihuan_${name}`, store: async () => sqliteStore(openSqlite(file)), [Symbol.dispose]: () => folder[Symbol.dispose](),
    async run(...statements) {
      const session = await openSession({ address: file });
      for (const sql of statements) await session.run({ sql, parameters: [], hot: false });
      await session.close();
    },
  };
};
const places: readonly (readonly [string, () => Promise<Place>])[] = [['sqlite', inFile], ...databases.map((database) => [database.name, async (): Promise<Place> => {
  const schema = await database.schema();
  return {
    options: ['--db', database.url, '--schema', schema], table: (name) => `${schema}.bihuan_${name}`, store: () => database.open(schema), [Symbol.dispose]: () => {},
    async run(...statements) { for (const sql of statements) await database.run(sql); },
  };
}] as const)];

/** Two cases, five events each. */
async function fill(place: Place): Promise<readonly string[]> {
  const store = await place.store();
  const engine = engineOn(store);
  const ids: string[] = [];
  for (const content of ['路灯不亮', '井盖缺失']) {
    const id = await report(engine, '11-01 09:00', { content });
    await assign(engine, id, '11-01 10:00');
    await settle(engine, id, '11-02 10:00');
    ids.push(id);
  }
  await engine.tick(at('11-20 09:00'));
  await store.close();
  return ids;
}

type Table = Place['table'];
const damages: readonly (readonly [string, string, (table: Table, id: string) => readonly string[]])[] = [
  ['an event that was changed', '第 2 条事件被改过 · event 2 was changed', (t, id) => [`update ${t('events')} set body = replace(body, 'li', 'lu') where seq = 2 and case_id = '${id}'`]],
  ['the instant of an event', '第 3 条事件被改过', (t, id) => [`update ${t('events')} set at = at + 1 where seq = 3 and case_id = '${id}'`]],
  ['a hash that was changed', '第 1 条事件被改过|第 1 条事件与前一条接不上', (t, id) => [`update ${t('events')} set hash = 'ab' where seq = 1 and case_id = '${id}'`]],
  ['an event that was removed', '第 3 条事件没有了 · event 3 is missing', (t, id) => [`delete from ${t('events')} where seq = 3 and case_id = '${id}'`]],
  ['an event removed and the rest moved up', '第 2 条事件没有了', (t, id) => [`delete from ${t('events')} where seq = 2 and case_id = '${id}'`, ...[3, 4, 5].map((seq) => `update ${t('events')} set seq = ${seq - 1} where seq = ${seq} and case_id = '${id}'`)]],
  ['an event that was inserted', '第 3 条事件是后来插入的 · event 3 was inserted', (t, id) => [
    ...[5, 4, 3].map((seq) => `update ${t('events')} set seq = ${seq + 1} where seq = ${seq} and case_id = '${id}'`),
    `insert into ${t('events')} (tenant, case_id, seq, at, recorded, type, body, hash) select tenant, case_id, 3, at, recorded, type, replace(body, '"seq":2', '"seq":3'), hash from ${t('events')} where seq = 2 and case_id = '${id}'`]],
  ['one added at the end', '第 6 条事件是后来插入的', (t, id) => [`insert into ${t('events')} (tenant, case_id, seq, at, recorded, type, body, hash) select tenant, case_id, 6, at, recorded, type, replace(body, '"seq":5', '"seq":6'), hash from ${t('events')} where seq = 5 and case_id = '${id}'`]],
  ['two events that changed places', '第 2 条的位置上是别的事件：次序被动过', (t, id) => [[2, 99], [3, 2], [99, 3]].map(([from, to]) => `update ${t('events')} set seq = ${to} where seq = ${from} and case_id = '${id}'`)],
  ['a tail that was cut', '尾部被截去：从第 4 条起没有了 · the tail is cut off', (t, id) => [`delete from ${t('events')} where seq > 3 and case_id = '${id}'`]],
  ['all events gone', '尾部被截去：从第 1 条起没有了', (t, id) => [`delete from ${t('events')} where case_id = '${id}'`]],
  ['a head that is gone', '链头没有', (t, id) => [`delete from ${t('heads')} where case_id = '${id}'`]],
  ['a state that was changed', '状态与 5 条事件重演的结果不同', (t, id) => [`update ${t('heads')} set state = replace(state, 'handling', 'received') where case_id = '${id}'`]],
  ['a row that was changed', '列表行与事件重演的结果不同：step', (t, id) => [`update ${t('cases')} set step = 'received' where id = '${id}'`]],
  ['a row that is gone', '列表中没有这一行', (t, id) => [`delete from ${t('cases')} where id = '${id}'`]],
];

describe.each(places)('verify on %s', (_, open) => {
  it.each(damages)('finds %s, and says which case and which event', async (__, says, damage) => {
    using place = await open();
    const [id, whole] = await fill(place);
    expect(await bihuan('/', 'verify', ...place.options)).toMatchObject({ code: 0, out: expect.stringContaining('事项 2，事件 10，问题 0') as string });
    await place.run(...damage(place.table, id!));
    const { code, out, err } = await bihuan('/', 'verify', ...place.options);
    expect([code, err]).toEqual([1, '']);
    expect(out.split('\n')[0]).toMatch(new RegExp(`✗ default  ${id}  .*(${says})`));
    expect(out).not.toContain(`${whole}  `);
    const { code: failed, out: json } = await bihuan('/', 'verify', ...place.options, '--json', '--tenant', 'default');
    expect([failed, JSON.parse(json)]).toMatchObject([1, { cases: 2, findings: expect.arrayContaining([expect.objectContaining({ tenant: 'default', caseId: id })]) as unknown[] }]);
  }, 60_000);
});

it('what cannot be verified is said to be so: no database named, no such file, no tables, no such tenant, no server', async () => {
  using place = await inFile();
  await fill(place);
  const tried = async (...options: readonly string[]) => { const { code, err } = await bihuan('/', 'verify', ...options); return [code, err]; };
  expect(await tried()).toEqual([2, expect.stringContaining('--db')]);
  expect(await tried('--db', '/nowhere/at-all.db')).toEqual([2, expect.stringContaining('没有文件')]);
  expect(await tried('--db', place.options[1]!, '--prefix', 'other_')).toEqual([2, expect.stringContaining('没有闭环的表')]);
  expect(await tried('--db', place.options[1]!, '--tenant', 'x')).toEqual([2, expect.stringContaining('没有租户“x”')]);
  expect(await tried('--db', 'postgres://u:secret@127.0.0.1:1/x')).toEqual([2, expect.not.stringContaining('secret')]);
});
