import { mysqlStore, openMysql } from '../mysql/index.ts';
import { openPostgres, postgresStore } from '../postgres/index.ts';
import type { SqlStore } from '../sql/index.ts';
import { openSqlite, sqliteStore } from '../sqlite/index.ts';
import type { Address } from './session.ts';

/** The store in a database whose tables are there, whatever kind it is. */
export async function openStore({ address, schema, prefix }: Address): Promise<SqlStore> {
  const place = { ...(schema !== undefined && { schema }), ...(prefix !== undefined && { prefix }) };
  if (/^postgres(ql)?:/.test(address)) return postgresStore(openPostgres(address), place);
  if (/^(mysql|mariadb):/.test(address)) return mysqlStore(openMysql(address.replace(/^mariadb:/, 'mysql:')), place);
  return sqliteStore(openSqlite(address, { busyTimeout: 10_000 }), place);
}
