import { mysqlStore, openMysql } from '../mysql/index.ts';
import { openPostgres, postgresStore } from '../postgres/index.ts';
import type { SqlStore } from '../sql/index.ts';
import { openSqlite, sqliteStore } from '../sqlite/index.ts';

/** Opens the store that other processes of a test have open too: a file, or a schema of a database. */
export async function openStore(address: string, consumers: readonly string[] = []): Promise<SqlStore> {
  const [url = '', schema = ''] = address.split('#');
  if (url.startsWith('postgres:')) return postgresStore(openPostgres(url, { connections: 4 }), { schema, consumers });
  if (url.startsWith('mysql:')) return mysqlStore(openMysql(url, { connections: 4 }), { schema, consumers });
  return sqliteStore(openSqlite(url), { consumers });
}
