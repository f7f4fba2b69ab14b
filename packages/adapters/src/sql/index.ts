export { mysql, postgres, sqlite, type Dialect } from './dialect.ts';
export { keepMigrations, migrationsIn, type Migration } from './migrations.ts';
export { queriesIn } from './queries.ts';
export { storeOver, type SqlStore } from './store-over.ts';
export type { Cell, Decision, Program, Rows, SqlRunner, Statement } from './statement.ts';
export { defaultPrefix, type Place } from './tables.ts';
export type { ChainVerdict } from './verify-chain.ts';
export { StoreOpenError, type StoreOpenCode } from './store-open-error.ts';
export { tryAgain, type Obstacle } from './try-again.ts';
