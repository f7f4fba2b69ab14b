import Database from 'libsql';
import type { SqliteDatabase } from './database.ts';
import { SqliteOpenError, type SqliteOpenCode } from './sqlite-open-error.ts';

export interface OpenSqliteOptions {
  /** How long to wait for somebody else's write, in milliseconds, before answering `busy`. Nothing else runs meanwhile. Default 2000. */
  readonly busyTimeout?: number;
  /** `full` (default): what was answered survives a power cut. `normal`: it survives a killed process; the last writes before a power cut may be lost. */
  readonly synchronous?: 'full' | 'normal';
}

/**
 * Opens a SQLite database for a store: write-ahead log, durable commits, waiting for others' writes. `:memory:` is one that nobody else sees.
 * 打开供存储使用的 SQLite 数据库：预写日志、提交即落盘、等待他人写完。
 * @throws {SqliteOpenError} when the path cannot be written or is no database
 * @example
 * const store = sqliteStore(openSqlite('street.db'));
 */
export function openSqlite(path: string, { busyTimeout = 2000, synchronous = 'full' }: OpenSqliteOptions = {}): SqliteDatabase {
  let database: SqliteDatabase | undefined;
  try {
    database = new Database(path);
    database.exec(`pragma busy_timeout = ${Math.trunc(busyTimeout)}`);
    database.prepare('pragma journal_mode = wal').all();
    database.exec(`pragma synchronous = ${synchronous === 'normal' ? 'normal' : 'full'}`);
    database.exec('pragma foreign_keys = on');
    database.prepare('pragma wal_autocheckpoint = 10000').all(); // 40 MB: checkpoints cost a third of the writes at the default
    database.exec('begin immediate; rollback'); // a database that can only be read shows itself now, not at the first case
    return database;
  } catch (cause) {
    database?.close();
    throw new SqliteOpenError(codeOf(cause), path, cause);
  }
}

function codeOf(cause: unknown): SqliteOpenCode {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) return 'sqlite.not-a-database';
  if (code.startsWith('SQLITE_READONLY')) return 'sqlite.read-only';
  if (code.startsWith('SQLITE_BUSY')) return 'sqlite.busy';
  return 'sqlite.cannot-open';
}
