import { AsyncLocalStorage } from 'node:async_hooks';
import { defaultPrefix, postgres, storeOver, type SqlRunner, type SqlStore } from '../sql/index.ts';
import type { PostgresClient, PostgresPool } from './client.ts';
import { migrate } from './migrate.ts';
import { clientRunner, poolRunner } from './postgres-runner.ts';

export interface PostgresStoreOptions {
  /** The schema in which the tables lie; made where it is missing. Default: the first of the connection's search path. */
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
  /** Keep statements prepared on their connections. Default yes; no behind a pooler that hands a connection to somebody else after each transaction. */
  readonly prepare?: boolean;
}

/** A store in PostgreSQL. */
export interface PostgresStore extends SqlStore {
  /**
   * All that `work` asks of this store, and of an engine over it, is part of the transaction that the host has begun on this client: committed
   * with the host's own rows, or undone with them. Each command in it is whole or refused, as always.
   * 在宿主自己的事务里办理事项：与宿主的行一起提交或一起撤销。
   * @example
   * await client.query('begin');
   * await client.query('update orders set done = true where id = 7');
   * const closed = await store.within(client, () => aCase.act('close', {}, { by: 'li', at }));
   * await client.query(closed.ok ? 'commit' : 'rollback');
   */
  within<T>(client: PostgresClient, work: () => Promise<T>): Promise<T>;
}

/**
 * A store in a PostgreSQL database to which the caller has opened a pool. The tables are made and brought up to date by themselves.
 * PostgreSQL 存储：连接池由调用方打开，表会自动建立和升级。
 * @throws {StoreOpenError} when the database cannot be reached, was made by a later version, or cannot keep every sign
 * @example
 * const store = await postgresStore(new pg.Pool({ connectionString }), { schema: 'bihuan' });
 */
export async function postgresStore(pool: PostgresPool, { schema, prefix = defaultPrefix, keepOpen = false, patience = 5000, timeout = 30_000, prepare = true, consumers = [] }: PostgresStoreOptions = {}): Promise<PostgresStore> {
  const place = { prefix, ...(schema !== undefined && { schema }) };
  await migrate(pool, place);
  const runner = poolRunner(pool, { patience, timeout, prepare });
  const outside: SqlRunner = { ...runner, close: async () => { if (!keepOpen) await runner.close(); } };
  const standing = new AsyncLocalStorage<SqlRunner>();
  return {
    ...storeOver(postgres, place, () => standing.getStore() ?? outside, consumers),
    within: (client, work) => standing.run(clientRunner(client, patience, prepare), work),
  };
}
