export { openSqlite, type OpenSqliteOptions } from './open-sqlite.ts';
export { SqliteOpenError, type SqliteOpenCode } from './sqlite-open-error.ts';
export { sqliteStore, type SqliteStore, type SqliteStoreOptions } from './sqlite-store.ts';
export type { SqliteDatabase, SqliteStatement } from './database.ts';
export { chained, StoreError, type ChainVerdict, type StoreErrorCode } from '../sql/index.ts';
