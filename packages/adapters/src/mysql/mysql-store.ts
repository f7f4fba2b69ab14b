import { AsyncLocalStorage } from 'node:async_hooks';
import { defaultPrefix, mysql, storeOver, type SqlRunner, type SqlStore } from '../sql/index.ts';
import type { MysqlConnection, MysqlPool } from './connection.ts';
import { isClustered, migrate } from './migrate.ts';
import { connectionRunner, poolRunner } from './mysql-runner.ts';
import { takesSeveral } from './open-mysql.ts';

export interface MysqlStoreOptions {
  /** The schema (database) in which the tables lie; made where it is missing. Default: the connection's. */
  readonly schema?: string;
  /** What the names of the tables begin with. Default `bihuan_`. */
  readonly prefix?: string;
  /** Who is to be told of every event, by name: `deliver` tells them. Whoever writes to these tables names the same. Default: nobody, and nothing is kept for it. */
  readonly consumers?: readonly string[];
  /** Leave the pool open on `close()`: it has other users. Default no. */
  readonly keepOpen?: boolean;
  /** How long to wait for others, and for a server that is gone to come back, in milliseconds, before answering `busy`. Default 5000. */
  readonly patience?: number;
  /** How long one attempt may take, in milliseconds, waiting for a connection included, before the connection is given up. Default 30,000. A command ends after `patience` and this together. */
  readonly timeout?: number;
}

/** A store in MySQL or MariaDB. */
export interface MysqlStore extends SqlStore {
  /**
   * All that `work` asks of this store, and of an engine over it, is part of the transaction that the host has begun on this connection: committed
   * with the host's own rows, or undone with them. Each command in it is whole or refused, as always. Begin it with `read committed`:
   * under MySQL's default two that open cases at once may wait for each other, and MySQL then undoes one of them whole.
   * 在宿主自己的事务里办理事项：与宿主的行一起提交或一起撤销。请用 `read committed`。
   * @example
   * await connection.query('set transaction isolation level read committed');
   * await connection.beginTransaction();
   * await connection.query('update orders set done = 1 where id = 7');
   * const closed = await store.within(connection, () => aCase.act('close', {}, { by: 'li', at }));
   * await (closed.ok ? connection.commit() : connection.rollback());
   */
  within<T>(connection: MysqlConnection, work: () => Promise<T>): Promise<T>;
}

/**
 * A store in a MySQL 8 or MariaDB database to which the caller has opened a pool. The tables are made and brought up to date by themselves.
 * MySQL / MariaDB 存储：连接池由调用方打开，表会自动建立和升级。
 * @throws {StoreOpenError} when the database cannot be reached, was made by a later version, or the connection cannot carry every sign
 * @example
 * const store = await mysqlStore(openMysql('mysql://user:password@localhost/district'));
 */
export async function mysqlStore(pool: MysqlPool, { schema, prefix = defaultPrefix, keepOpen = false, patience = 5000, timeout = 30_000, consumers = [] }: MysqlStoreOptions = {}): Promise<MysqlStore> {
  const place = { prefix, ...(schema !== undefined && { schema }) };
  await migrate(pool, place);
  const ours = takesSeveral(pool);
  const runner = poolRunner(pool, { patience, timeout, ours, together: ours && !await isClustered(pool) });
  const outside: SqlRunner = { ...runner, close: async () => { if (!keepOpen) await runner.close(); } };
  const standing = new AsyncLocalStorage<SqlRunner>();
  return {
    ...storeOver(mysql, place, () => standing.getStore() ?? outside, consumers),
    within: (connection, work) => standing.run(connectionRunner(connection, patience), work),
  };
}
