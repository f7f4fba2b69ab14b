import { createPool } from 'mysql2/promise';
import type { MysqlPool } from './connection.ts';

export interface OpenMysqlOptions {
  /** How many connections at the most. Default 10. */
  readonly connections?: number;
  /** How long to wait for a connection, in milliseconds. Default 10,000. */
  readonly connectTimeout?: number;
}

const opened = new WeakSet<MysqlPool>();
/** Whether several statements may be sent at once on this pool's connections, with their values in the text. */
export const takesSeveral = (pool: MysqlPool): boolean => opened.has(pool);

/**
 * Opens a pool of connections to MySQL 8 or MariaDB for a store. A host that has a pool of `mysql2/promise` of its own hands that in
 * instead; each statement then is a round trip.
 * 打开供存储使用的 MySQL / MariaDB 连接池；宿主已有 `mysql2/promise` 连接池的，直接交来（每条语句一个来回）。
 * @example
 * const store = await mysqlStore(openMysql('mysql://user:password@localhost/district'));
 */
export function openMysql(url: string, { connections = 10, connectTimeout = 10_000 }: OpenMysqlOptions = {}): MysqlPool {
  const pool = createPool({ uri: url, connectionLimit: connections, connectTimeout, charset: 'utf8mb4', multipleStatements: true, enableKeepAlive: true });
  // The first of its queries, so no other comes before it. Where the connection breaks, whoever asks next or has asked is told; nobody else need be.
  pool.pool.on('connection', (connection) => {
    connection.on('error', () => {});
    connection.query(settings, () => {});
  });
  opened.add(pool);
  return pool;
}

/**
 * What every connection is told. Values are written into the text with backslashes before quotes: it has to read them so. And what only MariaDB understands:
 * whoever has gone in the midst of a transaction holds its locks no longer than half a minute; in a cluster, what is read is what any node has committed.
 */
const settings = "set session sql_mode = replace(@@sql_mode, 'NO_BACKSLASH_ESCAPES', '') /*M!100300 , session idle_transaction_timeout = 30, session wsrep_sync_wait = 1 */";
