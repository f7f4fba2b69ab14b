export { openSqlite, SqliteOpenError, type OpenSqliteOptions, type SqliteOpenCode } from './open-sqlite.ts';
export { sqliteStore, type SqliteStoreOptions } from './sqlite-store.ts';
export type { SqliteDatabase, SqliteStatement } from './database.ts';
