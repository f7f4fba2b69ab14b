import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, type TestDatabase } from '../contract/databases.fixture.ts';
import { batchOf, fill, here, keyOf } from '../contract/sample-cases.ts';
import { mysqlStore, openMysql } from '../mysql/index.ts';
import { openPostgres, postgresStore } from '../postgres/index.ts';
import type { SqlStore } from '../sql/index.ts';
import { openProxy, type Proxy } from './proxy.fixture.ts';

const [patience, timeout] = [300, 1000];
/** A command has ended by then, well or not: what is stated, and a little for a machine that has other things to do. */
const stated = patience + timeout + 1500;
const through = (database: TestDatabase, proxy: Proxy): string => Object.assign(new URL(database.url), { port: String(proxy.port) }).href;

describe.each(databases.map((database) => [database.name, database] as const))('%s behind a network that', (name, database) => {
  let proxy: Proxy;
  let schema: string;
  let store: SqlStore;
  beforeAll(async () => {
    proxy = await openProxy(Number(new URL(database.url).port));
    schema = await database.schema();
    const url = through(database, proxy);
    store = name === 'postgres' ? await postgresStore(openPostgres(url, { connections: 3 }), { schema, patience, timeout, prepare: false }) : await mysqlStore(openMysql(url, { connections: 3 }), { schema, patience, timeout });
    await fill(store, { c1: {} });
  }, 60_000);
  afterAll(async () => {
    await proxy.end();
    await store.close();
  });
  const timed = async <T>(work: Promise<T>): Promise<{ outcome: unknown; ms: number }> => {
    const from = performance.now();
    const outcome = await work.catch((error: unknown) => error);
    return { outcome, ms: performance.now() - from };
  };

  it('falls silent: commands and reads end within the stated time with busy or a clear error; afterwards all goes on', async () => {
    proxy.fallSilent();
    const all = await Promise.all([
      timed(store.append(batchOf('c1', { expected: 1, key: keyOf('k1') }))), timed(store.append(batchOf('c2'))), timed(store.next(here, 'case')), timed(store.read(here, 'c1')), timed(store.list(here, {})),
      ...Array.from({ length: 5 }, (_, i) => timed(store.append(batchOf(`c${10 + i}`)))), // more than there are connections
    ]);
    expect(Math.max(...all.map(({ ms }) => ms))).toBeLessThan(stated);
    const unreachable = expect.objectContaining({ code: 'store.unreachable', text: { zh: expect.stringContaining('没有应答'), en: expect.any(String) } });
    const busy = { ok: false, why: 'busy' };
    expect(all.map(({ outcome }) => outcome)).toEqual([busy, busy, undefined, unreachable, unreachable, ...Array.from({ length: 5 }, () => busy)]);
    proxy.speak();
    expect(await store.append(batchOf('c1', { expected: 1, key: keyOf('k1') }))).toEqual({ ok: true });
    expect([(await store.read(here, 'c1'))?.version, (await store.list(here, {})).total]).toEqual([2, 1]);
  }, 30_000);

  it('swallows the answer to a commit: nobody says that nothing was written, and whoever has a key asks again', async () => {
    proxy.swallowAnswer(/insert into/i, 'silence');
    const { outcome, ms } = await timed(store.append(batchOf('silent', { key: keyOf('k2') })));
    expect(outcome).toMatchObject({ code: 'store.unknown', text: { zh: expect.stringContaining('不知道有没有写入') } });
    expect(ms).toBeLessThan(stated);
    expect(await store.append(batchOf('silent', { key: keyOf('k2') })), 'it was written after all').toEqual({ ok: false, why: 'key', entry: keyOf('k2') });
    expect((await store.history(here, 'silent')).length).toBe(1);
  }, 30_000);

  it('breaks in the answer to a commit: without a key the caller is told; with a key the store finds out by itself', async () => {
    proxy.swallowAnswer(/insert into/i, 'break');
    expect((await timed(store.append(batchOf('unkeyed')))).outcome).toMatchObject({ code: 'store.unknown' });
    proxy.swallowAnswer(/insert into/i, 'break');
    const found = await store.append(batchOf('keyed', { key: keyOf('k3') }));
    expect([{ ok: true }, { ok: false, why: 'key', entry: keyOf('k3') }]).toContainEqual(found);
    expect((await store.history(here, 'keyed')).length).toBe(1);
  }, 30_000);
});
