export type { MysqlConnection, MysqlPool, MysqlQuery } from './connection.ts';
export { mysqlStore, type MysqlStore, type MysqlStoreOptions } from './mysql-store.ts';
export { openMysql, type OpenMysqlOptions } from './open-mysql.ts';
export { StoreError, StoreOpenError, type ChainVerdict, type StoreErrorCode, type StoreOpenCode } from '../sql/index.ts';
