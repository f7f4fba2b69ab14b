import { Kysely, Migrator, SqliteDialect, type SqliteDatabase as KyselyDatabase } from 'kysely';
import type { SqliteDatabase } from './database.ts';
import { migrations, type Tables } from './tables.ts';

/** The query layer over a database that the caller has opened. */
export const queriesOver = (database: SqliteDatabase): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new SqliteDialect({ database: database as KyselyDatabase }) });

const running = new WeakMap<SqliteDatabase, Promise<void>>();

/**
 * Brings the tables up to date: once a database, all or nothing, and one process after the other when several start at once.
 * 把表升级到最新：每个数据库一次，要么全成要么全不成；多个进程同时启动时依次进行。
 */
export function migrate(database: SqliteDatabase): Promise<void> {
  let run = running.get(database);
  if (!run) running.set(database, run = upToDate(database));
  return run;
}

async function upToDate(database: SqliteDatabase): Promise<void> {
  const migrator = new Migrator({ db: queriesOver(database), provider: migrations, migrationTableName: 'bihuan_migrations', migrationLockTableName: 'bihuan_migrations_lock' });
  database.exec('begin immediate'); // SQLite's own lock; the migrator opens no transaction here
  try {
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
    database.exec('commit');
  } catch (error) {
    try { database.exec('rollback'); } catch { /* SQLite has already rolled back: the cause is what counts */ }
    throw error;
  }
}
