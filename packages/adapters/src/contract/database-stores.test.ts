import { createPool } from 'mysql2/promise';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { mysqlStore, type MysqlConnection } from '../mysql/index.ts';
import { postgresStore, type PostgresClient } from '../postgres/index.ts';
import type { SqlStore } from '../sql/index.ts';
import { databases, type TestDatabase } from './databases.fixture.ts';
import { contractConsumers, storeContract } from './index.ts';
import { batchOf, claimOf, fill, followOf, here, keyOf, periodOf } from './sample-cases.ts';

/** A connection of the host's own, and a store over the host's own pool. */
interface Host { readonly store: SqlStore; readonly within: <T>(work: () => Promise<T>) => Promise<T>; readonly run: (sql: string) => Promise<unknown>; readonly end: () => Promise<void> }

/** A host that has a pool, and one connection of it on which it runs its own transactions. */
async function hostOf(database: TestDatabase, schema: string): Promise<Host> {
  if (database.name === 'postgres') {
    const pool = new pg.Pool({ connectionString: database.url, options: `-c search_path=${schema}` });
    const store = await postgresStore(pool, { schema, prefix: 'bh_', keepOpen: true, patience: 1000, consumers: contractConsumers });
    const client = await pool.connect();
    return { store, within: (work) => store.within(client satisfies PostgresClient, work), run: (sql) => client.query(sql), end: async () => { client.release(); await pool.end(); } };
  }
  await database.run(`create database if not exists ${schema}`);
  const pool = createPool({ uri: database.url, database: schema, rowsAsArray: true, dateStrings: true });
  const store = await mysqlStore(pool, { prefix: 'bh_', keepOpen: true, patience: 1000, consumers: contractConsumers });
  const connection = await pool.getConnection();
  return {
    store, within: (work) => store.within(connection satisfies MysqlConnection, work), run: (sql) => connection.query(sql.replace(/^begin$/, 'start transaction')),
    end: async () => { connection.release(); await pool.end(); },
  };
}

const messages = async (work: Promise<unknown>): Promise<unknown> => work.then(() => 'no error', (error: unknown) => error);

describe.each(databases.map((database) => [database.name, database] as const))('%s', (name, database) => {
  it('several processes that start at once make the tables once; one that starts later finds them', async () => {
    const schema = await database.schema();
    const stores = await Promise.all([1, 2, 3, 4].map(() => database.open(schema)));
    expect(await Promise.all(stores.map((store) => store.count(here, {})))).toEqual([0, 0, 0, 0]);
    await fill(stores[0]!, { c1: { events: 3, key: keyOf('k1') } });
    await Promise.all(stores.map((store) => store.close()));
    const later = await database.open(schema);
    expect([(await later.history(here, 'c1')).length, await later.recall(here, 'k1')]).toEqual([3, keyOf('k1')]);
    expect((await database.run(`select name from ${schema}.bihuan_migrations order by name`)).map((row) => row['name'])).toEqual(['0001-cases', '0002-follows', '0003-outbox', '0004-lists', '0005-entries', '0006-personal', '0007-period-ends', '0008-texts', '0009-text-index']);
    await later.close();
  }, 60_000);

  it('two stores with prefixes of their own in one schema have nothing in common', async () => {
    const schema = await database.schema();
    const [one, two] = [await database.open(schema, { prefix: 'east_' }), await database.open(schema, { prefix: 'west_' })];
    await fill(one, { c1: {} });
    expect([await one.count(here, {}), await two.count(here, {})]).toEqual([1, 0]);
    await Promise.all([one.close(), two.close()]);
  }, 60_000);

  it('tables of a later version are refused, not damaged, and so is a database that does not answer', async () => {
    const schema = await database.schema();
    await (await database.open(schema)).close();
    await database.run(`insert into ${schema}.bihuan_migrations (name) values ('9999-later')`);
    expect(await messages(database.open(schema))).toMatchObject({ code: `${name}.newer`, text: { zh: expect.stringContaining('更新版本') } });
    const nowhere = name === 'postgres' ? postgresStore(new pg.Pool({ host: '127.0.0.1', port: 1 })) : mysqlStore(createPool({ host: '127.0.0.1', port: 1 }));
    expect(await messages(nowhere)).toMatchObject({ code: `${name}.cannot-connect`, cause: expect.any(Error) });
  }, 60_000);

  it('the host’s own rows and a case are committed together, or undone together; a refused command undoes only itself', async () => {
    const schema = await database.schema();
    const host = await hostOf(database, schema);
    const { store } = host;
    await host.run(`create table ${schema}.orders (id varchar(20))`);
    const orders = async () => (await database.run(`select id from ${schema}.orders`)).map((row) => row['id']);

    await host.run('begin');
    await host.run(`insert into ${schema}.orders values ('undone')`);
    await host.within(async () => {
      await fill(store, { c1: { key: keyOf('k1'), counts: [claimOf('p', { max: 5 })], follows: [followOf('f1')] } });
      expect(await store.append(batchOf('c1'))).toEqual({ ok: false, why: 'version', caseId: 'c1', actual: 1 });
      expect(await store.next(here, 'case')).toBe(1);
      expect((await store.list(here, {})).total).toBe(1);
    });
    expect(await store.read(here, 'c1'), 'nobody else sees it yet').toBeUndefined();
    await host.run('rollback');
    expect([await orders(), await store.read(here, 'c1'), await store.recall(here, 'k1'), (await store.counts(here, '认领', '2021-11')).size, await store.followUps(here, 9)]).toEqual([[], undefined, undefined, 0, []]);

    await host.run('begin');
    await host.run(`insert into ${schema}.orders values ('kept')`);
    await host.within(async () => {
      await Promise.all([store.append(batchOf('c1')), store.append(batchOf('c2', { key: keyOf('k1') })), store.append(batchOf('c3', { key: keyOf('k1') }))]);
    });
    await host.run('commit');
    expect([await orders(), (await store.list(here, {})).rows.map(({ id }) => id), await store.recall(here, 'k1')]).toEqual([['kept'], ['c1', 'c2'], keyOf('k1')]);
    expect(await store.verify(here, 'c1')).toEqual({ ok: true, events: 1 });
    await host.end();
  }, 60_000);

  it('a write that has to wait too long is answered with busy, and leaves nothing; reading goes on', async () => {
    const schema = await database.schema();
    const host = await hostOf(database, schema);
    const store = name === 'postgres' ? host.store : await database.open(schema, { prefix: 'bh_', patience: 1000 });
    await fill(store, { c1: {} });
    await host.run('begin');
    await host.run(`update ${schema}.bh_heads set version = version where case_id = 'c1'`);
    expect(await store.append(batchOf('c1', { expected: 1, key: keyOf('k1') }))).toEqual({ ok: false, why: 'busy' });
    expect([(await store.read(here, 'c1'))?.version, await store.recall(here, 'k1')]).toEqual([1, undefined]);
    await host.run('rollback');
    expect(await store.append(batchOf('c1', { expected: 1, key: keyOf('k1') }))).toEqual({ ok: true });
    await store.close();
    await host.end();
  }, 60_000);

  it.each([
    ['an event changed by a letter', (t: string) => `update ${t}events set body = replace(body, '第2条', '第3条') where seq = 2`, 2], ['an event taken out', (t: string) => `delete from ${t}events where seq = 3`, 3],
    ['the tail cut off', (t: string) => `delete from ${t}events where seq > 4`, 5], ['everything gone', (t: string) => `delete from ${t}events where seq > 0`, 1],
  ])('the chain shows %s', async (_, damage, seq) => {
    const schema = await database.schema();
    const store = await database.open(schema);
    await fill(store, { c1: { events: 3 } });
    await store.append(batchOf('c1', { expected: 3, events: 3 }));
    expect(await store.verify(here, 'c1')).toEqual({ ok: true, events: 6 });
    await database.run(damage(`${schema}.bihuan_`));
    expect(await store.verify(here, 'c1')).toEqual({ ok: false, seq });
    await store.close();
  }, 60_000);

  it('twenty writers on ten connections at the same cases, counters and closed periods: every write is whole, and none is answered with an error', async () => {
    const store = await database.open(await database.schema());
    const won = new Map<string, number>();
    await Promise.all(Array.from({ length: 20 }, async (_, who) => {
      for (let n = 0; n < 10; n++) {
        const id = `c${(who * 7 + n) % 5}`;
        const version = (await store.read(here, id))?.version ?? 0;
        const counts = [claimOf('post:a'), claimOf('post:b'), claimOf(`post:${who % 3}`, { max: 1000 })];
        const appended = await store.append(batchOf(id, { expected: version, key: keyOf(`${who}-${n}`), counts: who % 2 ? counts : counts.toReversed(), follows: [followOf(`${who}-${n}`)] }));
        if (appended.ok) won.set(id, (won.get(id) ?? 0) + 1);
        else expect(appended.why).toBe('version');
        await store.closePeriods(here, [periodOf('a'), periodOf('b')][who % 2 ? 'toReversed' : 'slice']());
      }
    }));
    const all = [...won.values()].reduce((sum, n) => sum + n, 0);
    for (const [id, wins] of won) expect([(await store.read(here, id))?.version, await store.verify(here, id)]).toEqual([wins, { ok: true, events: wins }]);
    const counts = await store.counts(here, '认领', '2021-11');
    expect([counts.get('post:a'), counts.get('post:b'), (await store.followUps(here, 999)).length]).toEqual([all, all, all]);
    await store.close();
  }, 120_000);
});

describe.each(databases.map((database) => [database.name, database] as const))('%s over the host’s own pool', (_, database) => {
  it('keeps the whole contract', async () => {
    const schema = await database.schema();
    const host = await hostOf(database, schema);
    for (const [i, { check }] of storeContract.entries()) {
      const apart = { ...Object.fromEntries(Object.entries(host.store).map(([name, method]) => [name, (tenant: string, ...rest: unknown[]) => (method as (...all: unknown[]) => unknown)(`${tenant}#${i}`, ...rest)])) as unknown as SqlStore,
        append: (batch: Parameters<SqlStore['append']>[0]) => host.store.append({ ...batch, tenant: `${batch.tenant}#${i}` }) };
      await check(apart);
    }
    await host.end();
  }, 120_000);
});
