import { expect, it } from 'vitest';
import { fill, here } from '../contract/sample-cases.ts';
import { openSqlite, sqliteStore } from '../sqlite/index.ts';

it('cases that were written before there were lists with an order stand in them afterwards, and are tallied', async () => {
  const database = openSqlite(':memory:');
  await fill(sqliteStore(database, { keepOpen: true }), {
    c1: { row: { due: 5, warn: 3, within: ['grid-1', 'street'] } }, c2: { row: { step: 'closed', ended: 9, within: ['grid-2', 'street'] } }, c3: { row: { kind: 'household', subject: true, within: ['grid-1'] } },
  });
  // As it was: units only say in what a case is.
  for (const sql of [
    'drop index bihuan_units_due', 'drop index bihuan_units_opened', "delete from bihuan_units where unit = ''", 'drop table bihuan_tallies',
    ...['ended', 'due', 'warn', 'opened'].map((column) => `alter table bihuan_units drop column ${column}`), "delete from bihuan_migrations where name = '0004-lists'",
  ]) database.exec(sql);
  const store = sqliteStore(database);
  const open = { on: 'ended', op: 'known', value: false } as const;
  expect([await store.count(here, {}), await store.count(here, { within: 'street', where: [open] }), await store.count(here, { of: 'subjects' }), await store.count(here, { where: [{ on: 'step', op: 'is', value: 'closed' }] })]).toEqual([2, 1, 1, 1]);
  expect((await store.list(here, { within: 'street', sort: [{ by: 'due', order: 'asc' }], limit: 2 })).rows.map(({ id }) => id)).toEqual(['c1', 'c2']);
  expect(await store.count(here, { where: [{ on: 'warn', op: 'max', value: 3 }, { on: 'due', op: 'min', value: 5 }] })).toBe(1);
  await fill(store, { c4: { row: { within: ['street'] } } });
  expect(await store.count(here, { within: 'street' })).toBe(3);
});
