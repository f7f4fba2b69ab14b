import { sql } from 'kysely';
import type { KeyEntry } from '@bihuan/core';
import type { Statements } from './queries.ts';
import { shortName } from './short-name.ts';
import type { Rows, Statement } from './statement.ts';

export interface Keys {
  find(tenant: string, key: string): Statement;
  /** Also locks it: what is found cannot go. */
  claim(tenant: string, key: string): Statement;
  entryOf(key: string, rows: Rows): KeyEntry | undefined;
  add(tenant: string, entry: KeyEntry): readonly Statement[];
  /** No-op for a key that is there. */
  remember(tenant: string, entry: KeyEntry): readonly Statement[];
}

/** Looking up idempotency keys, and adding them. */
export function idempotencyKeys(statements: Statements): Keys {
  const { dialect } = statements;
  const columns = ['tenant', 'name', 'digest', 'outcome'] as const;
  const finding = (end: typeof dialect.locked) => statements.hot(['tenant', 'name'], ([row]) => sql`select digest, outcome from ${sql.table('keys')} where tenant = ${row!.tenant} and name = ${row!.name} ${end}`);
  const [find, claim, add, remember] = [finding(sql``), finding(dialect.locked), statements.insert('keys', columns), statements.insert('keys', columns, dialect.keep)];
  const row = (tenant: string, { key, digest, outcome }: KeyEntry) => [{ tenant, name: shortName(key), digest, outcome }];
  return {
    find: (tenant, key) => find([{ tenant, name: shortName(key) }]),
    claim: (tenant, key) => claim([{ tenant, name: shortName(key) }]),
    entryOf(key, [found]) {
      return found && { key, digest: found['digest'] as string, outcome: found['outcome'] as string };
    },
    add: (tenant, entry) => add(row(tenant, entry)),
    remember: (tenant, entry) => remember(row(tenant, entry)),
  };
}
