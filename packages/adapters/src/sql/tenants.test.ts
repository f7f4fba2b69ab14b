import { expect, it } from 'vitest';
import { contractConsumers, storeContract } from '../contract/index.ts';
import { openSqlite, sqliteStore, type SqliteDatabase } from '../sqlite/index.ts';

/** A database that keeps every statement and what was bound to it. */
function watched(seen: Map<string, (readonly unknown[])[]>): SqliteDatabase {
  const database = openSqlite(':memory:');
  const told = (sql: string, parameters: readonly unknown[]) => { seen.set(sql, [...(seen.get(sql) ?? []), parameters]); };
  return {
    exec: (sql) => database.exec(sql), close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql);
      return {
        reader: statement.reader, iterate: (...parameters) => statement.iterate(...parameters), get: (...parameters) => statement.get(...parameters),
        all(...parameters) { told(sql, parameters.flat()); return statement.all(...parameters); },
        run(...parameters) { told(sql, parameters.flat()); return statement.run(...parameters); },
      };
    },
  };
}

it('no statement of the whole contract crosses tenants: each table in it is asked by its tenant, and one statement names one tenant only', async () => {
  const seen = new Map<string, (readonly unknown[])[]>();
  for (const { check } of storeContract) {
    const store = sqliteStore(watched(seen), { consumers: contractConsumers });
    await check(store);
    await store.close();
  }
  const ours = [...seen].filter(([sql]) => sql.includes('bihuan_') && !sql.includes('bihuan_migrations'));
  expect(ours.length).toBeGreaterThan(40);
  for (const [sql, uses] of ours) {
    const tables = sql.match(/"bihuan_\w+"(?!\.)/g)!.length; // as often as a table is read or written, a tenant is named
    const joined = sql.match(/"?tenant"? = (\w+\.)?"?tenant"?/g)?.length ?? 0;
    const named = (sql.match(/\b(\w+\.|"s\d+"\.)?tenant = \?/g)?.length ?? 0) + (sql.startsWith('insert') || /^\s*insert/.test(sql) ? 1 : 0) + joined;
    expect(named, sql).toBeGreaterThanOrEqual(tables);
    for (const parameters of uses) expect(new Set(parameters.filter((value) => value === '江宁路街道' || value === '石门二路街道')).size, sql).toBe(1);
  }
});
