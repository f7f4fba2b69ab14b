// The databases on this machine, for tests: each file of tests gets a schema of its own, dropped at its end; each store in it a tenant of its own.
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { createPool } from 'mysql2/promise';
import pg from 'pg';
import { afterAll, describe, it } from 'vitest';
import type { CaseStore } from '@bihuan/core';
import { mysqlStore, openMysql, type MysqlStoreOptions } from '../mysql/index.ts';
import { openPostgres, postgresStore, type PostgresStoreOptions } from '../postgres/index.ts';
import type { SqlStore } from '../sql/index.ts';

/** Where a database is looked for, and whether one answers there. */
interface Found { readonly name: string; readonly url: string; readonly answers: boolean }
/** A database that answers. */
export interface TestDatabase {
  readonly name: 'postgres' | 'mysql';
  readonly url: string;
  /** A schema that is gone when the tests of this file are over. */
  schema(): Promise<string>;
  /** A store in that schema; closing it closes its connections. */
  open(schema: string, options?: PostgresStoreOptions & MysqlStoreOptions): Promise<SqlStore>;
  /** Runs a statement of the test's own. */
  run(sql: string): Promise<readonly Record<string, unknown>[]>;
}

const look = async (name: string, variable: string, url: string): Promise<Found> => {
  const at = process.env[variable] ?? url;
  const { hostname, port } = new URL(at);
  return { name, url: at, answers: await new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), timeout: 2000 });
    for (const [event, answers] of [['connect', true], ['error', false], ['timeout', false]] as const) socket.once(event, () => { socket.destroy(); resolve(answers); });
  }) };
};
const found = await Promise.all([look('postgres', 'BIHUAN_TEST_POSTGRES', 'postgres://root@127.0.0.1:5432/test'), look('mysql', 'BIHUAN_TEST_MYSQL', 'mysql://root@127.0.0.1:3306/test')]);
const missing = found.filter(({ answers }) => !answers);
if (missing.length > 0 && process.env['CI'] === 'true') throw new Error(`No database answers at ${missing.map(({ url }) => url).join(', ')}: CI runs on all of them`);
for (const { name, url } of missing) describe(name, () => { it.skip(`没有数据库应答，未测试 · NOT TESTED HERE: no database answers at ${url}`); });

const ends: (() => Promise<unknown>)[] = [];
afterAll(async () => { for (const end of ends.splice(0).reverse()) await end(); });
const fresh = () => `bihuan_test_${process.pid}_${randomBytes(4).toString('hex')}`;

const kinds: Readonly<Record<string, (url: string) => TestDatabase>> = {
  postgres(url) {
    const host = new pg.Pool({ connectionString: url, max: 1 });
    ends.push(() => host.end());
    return {
      name: 'postgres', url,
      async schema() {
        const name = fresh();
        ends.push(() => host.query(`drop schema if exists ${name} cascade`));
        return name;
      },
      open: (schema, options) => postgresStore(openPostgres(url), { schema, patience: 20_000, ...options }),
      run: async (sql) => (await host.query(sql)).rows as Record<string, unknown>[],
    };
  },
  mysql(url) {
    const host = createPool({ uri: url, connectionLimit: 1 });
    ends.push(() => host.end());
    return {
      name: 'mysql', url,
      async schema() {
        const name = fresh();
        ends.push(() => host.query(`drop database if exists ${name}`));
        return name;
      },
      open: (schema, options) => mysqlStore(openMysql(url), { schema, patience: 20_000, ...options }),
      run: async (sql) => (await host.query(sql))[0] as Record<string, unknown>[],
    };
  },
};

/** The databases that answer; those that do not are said to be left out, and in CI there may be none. */
export const databases: readonly TestDatabase[] = found.filter(({ answers }) => answers).map(({ name, url }) => kinds[name]!(url));

/** Every database as a store: one schema, and for each store that is asked for tenants that no other has. */
export async function databaseStores(options: PostgresStoreOptions & MysqlStoreOptions = {}): Promise<readonly (readonly [name: string, open: () => CaseStore])[]> {
  return Promise.all(databases.map(async (database) => {
    const store = await database.open(await database.schema(), options);
    ends.push(() => store.close());
    let opened = 0;
    return [database.name, () => apart(store, `#${++opened}`)] as const;
  }));
}

/** The store with tenants of its own, which it calls by the usual names. */
export function apart(store: CaseStore, suffix: string): CaseStore {
  return {
    ...Object.fromEntries(Object.entries(store).map(([name, method]) => [name, (tenant: string, ...rest: unknown[]) => (method as (...all: unknown[]) => unknown)(tenant + suffix, ...rest)])) as unknown as CaseStore,
    append: (batch) => store.append({ ...batch, tenant: batch.tenant + suffix }),
    close: async () => {},
  };
}
