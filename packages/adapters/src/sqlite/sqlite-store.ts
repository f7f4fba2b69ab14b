import { AsyncLocalStorage } from 'node:async_hooks';
import { defaultPrefix, storeOver, sqlite, type SqlRunner, type SqlStore } from '../sql/index.ts';
import type { SqliteDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { sqliteRunner } from './sqlite-runner.ts';

export interface SqliteStoreOptions {
  /** Leave the database open on `close()`: it has other users. Default no. */
  readonly keepOpen?: boolean;
  /** What the names of the tables begin with. Default `bihuan_`. */
  readonly prefix?: string;
  /** Who is to be told of every event, by name: `deliver` tells them. Whoever writes to these tables names the same. Default: nobody, and nothing is kept for it. */
  readonly consumers?: readonly string[];
}

/** A store in a SQLite database. */
export interface SqliteStore extends SqlStore {
  /**
   * Runs work in one transaction of this database: all that it writes through this store, and through the database itself, is kept when it has ended well, and nothing when it throws.
   * Whatever else is asked of this store waits meanwhile.
   * 在同一个事务里办理事项并写宿主自己的表：正常结束则一起提交，抛错则一起撤销。
   * @example
   * await store.transaction(async () => {
   *   const closed = await aCase.act('close', {}, { by: 'li', at });
   *   if (!closed.ok) throw new Error(closed.issues[0].code);
   *   database.prepare('update orders set done = 1 where id = ?').run(7);
   * });
   */
  transaction<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * A store in a SQLite database that the caller has opened, with `libsql` or `better-sqlite3`. The tables are made and brought up to date by themselves.
 * SQLite 存储：数据库由调用方打开（libsql 或 better-sqlite3），表会自动建立和升级。
 * @example
 * const store = sqliteStore(openSqlite('street.db'));
 */
export function sqliteStore(database: SqliteDatabase, { keepOpen = false, prefix = defaultPrefix, consumers = [] }: SqliteStoreOptions = {}): SqliteStore {
  const place = { prefix };
  migrate(database, place);
  // What is deleted is overwritten: an erased value is in no free page.
  database.exec('pragma secure_delete = on');
  const runner = sqliteRunner(database);
  const close = async () => { if (!keepOpen) database.close(); };
  const [alone, within] = [runner(false), { ...runner(true), close }];
  const standing = new AsyncLocalStorage<SqlRunner>();
  let held: Promise<void> | undefined;
  const outside: SqlRunner = {
    read: async (statements) => { while (held) await held; return alone.read(statements); },
    once: async (statements) => { while (held) await held; return alone.once(statements); },
    write: async (program) => { while (held) await held; return alone.write(program); },
    close,
  };
  const store = storeOver(sqlite, place, () => standing.getStore() ?? outside, consumers);
  return {
    ...store,
    async append(batch) {
      const appended = await store.append(batch);
      // Nor in the write-ahead log, unless others are still reading there: then it goes with the next checkpoint.
      if (appended.ok && batch.erased?.length && standing.getStore() === undefined) database.exec('pragma wal_checkpoint(truncate)');
      return appended;
    },
    async transaction(work) {
      while (held) await held;
      let release = (): void => {};
      held = new Promise((resolve) => { release = resolve; });
      try {
        database.exec('begin immediate');
        try {
          const result = await standing.run(within, work);
          database.exec('commit');
          return result;
        } catch (error) {
          database.exec('rollback');
          throw error;
        }
      } finally {
        held = undefined;
        release();
      }
    },
  };
}
