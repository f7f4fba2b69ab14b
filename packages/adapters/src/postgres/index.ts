export type { PooledClient, PostgresClient, PostgresPool } from './client.ts';
export { openPostgres, type OpenPostgresOptions } from './open-postgres.ts';
export { postgresStore, type PostgresStore, type PostgresStoreOptions } from './postgres-store.ts';
export { StoreError, StoreOpenError, type ChainVerdict, type StoreErrorCode, type StoreOpenCode } from '../sql/index.ts';
