import type { KeyEntry } from '@bihuan/core';
import type { SqliteDatabase } from './database.ts';

/** Looking up idempotency keys, and adding them: false when the key is there already. */
export function keyStatements(database: SqliteDatabase): { find(tenant: string, key: string): KeyEntry | undefined; add(tenant: string, entry: KeyEntry): boolean } {
  const find = database.prepare('select digest, outcome from bihuan_keys where tenant = ? and name = ?');
  const add = database.prepare('insert into bihuan_keys (tenant, name, digest, outcome) values (?, ?, ?, ?) on conflict do nothing');
  return {
    find(tenant, key) {
      const entry = find.get(tenant, key) as { digest: string; outcome: string } | undefined;
      return entry && { key, digest: entry.digest, outcome: entry.outcome };
    },
    add: (tenant, { key, digest, outcome }) => add.run(tenant, key, digest, outcome).changes === 1,
  };
}
