import pg from 'pg';
import type { PostgresPool } from './client.ts';

export interface OpenPostgresOptions {
  /** How many connections at the most. Default 10. */
  readonly connections?: number;
  /** How long to wait for a connection, in milliseconds. Default 10,000. */
  readonly connectTimeout?: number;
}

/**
 * Opens a pool of connections to PostgreSQL for a store. A host that has a `pg.Pool` of its own hands that in instead.
 * 打开供存储使用的 PostgreSQL 连接池；宿主已有 `pg.Pool` 的，直接交来。
 * @example
 * const store = await postgresStore(openPostgres('postgres://user:password@localhost/district'));
 */
export function openPostgres(url: string, { connections = 10, connectTimeout = 10_000 }: OpenPostgresOptions = {}): PostgresPool {
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: connectTimeout, application_name: 'bihuan', keepAlive: true });
  pool.on('error', () => { /* a connection that broke while idle: the pool makes a new one */ });
  return pool;
}
