import { createPool } from 'mysql2/promise';
import pg from 'pg';
import { expect, it } from 'vitest';
import type { CaseStore } from '@bihuan/core';
import { inMysql, inPostgres, inSqlite } from '../../../../docs/examples/stores.ts';
import { mysqlStore } from '../mysql/index.ts';
import { postgresStore } from '../postgres/index.ts';
import { openSqlite, sqliteStore } from '../sqlite/index.ts';
import { databases } from './databases.fixture.ts';

/** Once it goes through, once the host throws: what is there then. */
async function tried(work: (check: () => void) => Promise<void>, store: CaseStore, orders: () => Promise<unknown>): Promise<void> {
  await expect(work(() => { throw new Error('the host has changed its mind'); })).rejects.toThrow('changed its mind');
  expect([await store.count('pingcheng', {}), await orders()]).toEqual([0, []]);
  await work(() => {});
  const { rows } = await store.list('pingcheng', {});
  expect([rows.length, await orders()]).toEqual([1, [{ case_id: rows[0]!.id }]]);
}

it('sqlite: as the guide says, an engine’s case and the host’s row stay together', async () => {
  const database = openSqlite(':memory:');
  database.exec('create table orders (case_id text)');
  const store = sqliteStore(database);
  await tried((check) => inSqlite(database, store, check), store, async () => database.prepare('select case_id from orders').all());
});

it.each(databases.map((database) => [database.name, database] as const))('%s: as the guide says, an engine’s case and the host’s row stay together', async (name, database) => {
  const schema = await database.schema();
  await database.run(`create schema ${schema}`);
  await database.run(`create table ${schema}.orders (case_id varchar(191))`);
  const orders = async () => [...await database.run(`select case_id from ${schema}.orders`)].map((row) => ({ ...row }));
  if (name === 'postgres') {
    const pool = new pg.Pool({ connectionString: database.url, options: `-c search_path=${schema}` });
    const store = await postgresStore(pool, { schema });
    await tried((check) => inPostgres(pool, store, check), store, orders);
    await store.close();
  } else {
    const pool = createPool({ uri: database.url, database: schema });
    const store = await mysqlStore(pool);
    await tried((check) => inMysql(pool, store, check), store, orders);
    await store.close();
  }
}, 30_000);
