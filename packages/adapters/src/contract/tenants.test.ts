import { createPool } from 'mysql2/promise';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import type { CaseStore } from '@bihuan/core';
import { migrate as migrateMysql } from '../mysql/migrate.ts';
import { poolRunner as mysqlRunner } from '../mysql/mysql-runner.ts';
import { migrate as migratePostgres } from '../postgres/migrate.ts';
import { poolRunner as postgresRunner } from '../postgres/postgres-runner.ts';
import { mysql, postgres, sqlite, storeOver, type Place, type Program, type SqlRunner, type Statement } from '../sql/index.ts';
import { openSqlite } from '../sqlite/index.ts';
import { migrate as migrateSqlite } from '../sqlite/migrate.ts';
import { sqliteRunner } from '../sqlite/sqlite-runner.ts';
import { apart, databases } from './databases.fixture.ts';
import { contractConsumers, storeContract } from './index.ts';
import { elsewhere, here } from './sample-cases.ts';

/** Every statement that was run, by its text, with what was bound to it. */
type Seen = Map<string, (readonly unknown[])[]>;

/** A runner that keeps what it is given to run. */
function watched(runner: SqlRunner, seen: Seen): SqlRunner {
  const tell = (statements: readonly Statement[]) => { for (const { sql, parameters } of statements) seen.set(sql, [...(seen.get(sql) ?? []), parameters]); };
  const watch = function* <T>(program: Program<T>): Program<T> {
    let step = program.next([]);
    while (!step.done) {
      tell(step.value);
      step = program.next(yield step.value);
    }
    tell(step.value.write ?? []);
    return step.value;
  };
  return {
    ...runner,
    read: (statements) => { tell(statements); return runner.read(statements); },
    once: (statements) => { tell(statements); return runner.once(statements); },
    write: (program, keyed) => runner.write(() => watch(program()), keyed),
  };
}

/** Opens a store whose statements are seen, on tables that no other test has; each check has tenants of its own in it. */
type Open = (seen: Seen) => Promise<CaseStore>;
const openers: readonly (readonly [string, Open])[] = [
  ['sqlite', async (seen) => {
    const [database, place] = [openSqlite(':memory:'), { prefix: 'bihuan_' }];
    migrateSqlite(database, place);
    const close = async () => { database.close(); };
    return storeOver(sqlite, place, () => watched({ ...sqliteRunner(database)(false), close }, seen), contractConsumers);
  }],
  ...databases.map(({ name, url, schema }) => [name, async (seen: Seen) => {
    const place: Place = { prefix: 'bihuan_', schema: await schema() };
    if (name === 'postgres') {
      const pool = new pg.Pool({ connectionString: url });
      await migratePostgres(pool, place);
      const runner = postgresRunner(pool, { patience: 20_000, timeout: 30_000, prepare: true });
      return storeOver(postgres, place, () => watched(runner, seen), contractConsumers);
    }
    const pool = createPool({ uri: url, connectionLimit: 10, timezone: 'Z' });
    await migrateMysql(pool, place);
    const runner = mysqlRunner(pool, { patience: 20_000, timeout: 30_000, ours: false, together: false });
    return storeOver(mysql, place, () => watched(runner, seen), contractConsumers);
  }] as const),
];

describe.each(openers)('on %s', (_, open) => {
  it('no statement of the whole contract crosses tenants: each table in it is asked by its tenant, and one statement names one tenant only', async () => {
    const seen: Seen = new Map();
    const store = await open(seen);
    for (const [n, { check }] of storeContract.entries()) await check(apart(store, `#${n}`));
    await store.close();
    const ours = [...seen].filter(([sql]) => sql.includes('bihuan_') && !sql.includes('bihuan_migrations'));
    expect(ours.length).toBeGreaterThan(40);
    for (const [sql, uses] of ours) {
      const plain = sql.replace(/["`]/g, '').replace(/\b\w+\.(?=bihuan_)/g, '');
      const tables = plain.match(/\bbihuan_(?!text_index\b)\w+(?!\.|\w)/g)!.length; // the index of texts knows rows by their numbers, and each tenant has words of its own; as often as a table is read or written, a tenant is named
      const joined = plain.match(/tenant = \w+\.tenant/g)?.length ?? 0;
      const named = (plain.match(/\btenant = (\?|\$\d+)/g)?.length ?? 0) + (/^\s*insert/.test(plain) ? 1 : 0) + joined;
      expect(named, sql).toBeGreaterThanOrEqual(tables);
      for (const parameters of uses) expect(new Set(parameters.filter((value) => typeof value === 'string' && (value.startsWith(`${here}#`) || value.startsWith(`${elsewhere}#`)))).size, sql).toBe(1);
    }
  }, 240_000);
});
