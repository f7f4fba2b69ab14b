import { expect, it } from 'vitest';
import type { CaseStore } from '@bihuan/core';
import { openSqlite, sqliteStore } from '../sqlite/index.ts';
import { databases } from './databases.fixture.ts';
import { batchOf, fill, here, elsewhere } from './sample-cases.ts';

/** A database as it was before texts had an index: with 200 cases, in two tenants. */
interface Before { readonly name: string; open(): Promise<{ readonly first: CaseStore; readonly run: (sql: string) => unknown; readonly again: () => Promise<CaseStore> }> }

const before: readonly Before[] = [
  { name: 'sqlite', async open() {
    const database = openSqlite(':memory:');
    return { first: sqliteStore(database, { keepOpen: true }), run: (sql) => database.exec(sql.replaceAll('#', 'bihuan_')), again: async () => sqliteStore(database) };
  } },
  ...databases.map((database): Before => ({ name: database.name, async open() {
    const schema = await database.schema();
    return { first: await database.open(schema), run: (sql) => database.run(sql.replaceAll('#', `${schema}.bihuan_`)), again: () => database.open(schema) };
  } })),
];

it.each(before.map((one) => [one.name, one] as const))('cases that were written before texts had an index are found by it afterwards, on %s', async (name, { open }) => {
  const { first, run, again } = await open();
  await fill(first, Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`c${i}`, { row: { search: i % 50 === 0 ? `第${i}件 井盖缺失` : '暖气不热' } }])));
  for (let i = 0; i < 50; i++) await first.append(batchOf(`c${i}`, { tenant: elsewhere, row: { search: '井盖' } }));
  if (name !== 'sqlite') await first.close();
  if (name === 'sqlite') await run('drop table #text_index');
  await run('drop table #texts');
  await run("delete from #migrations where name in ('0008-texts', '0009-text-index')");

  const store = await again();
  const found = async (search: string) => (await store.list(here, { search })).rows.map(({ id }) => id);
  expect(await found('井盖')).toEqual(['c0', 'c100', 'c50']);
  expect([await store.count(here, { search: '暖气' }), await store.count(elsewhere, { search: '井盖' })]).toEqual([147, 50]);
  await store.append(batchOf('c50', { expected: 1, row: { search: '第50件 已补装' } }));
  expect([await found('井盖'), await found('补装')]).toEqual([['c0', 'c100'], ['c50']]);
  await store.close();
}, 60_000);
