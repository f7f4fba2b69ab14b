export type { MysqlConnection, MysqlPool, MysqlQuery } from './connection.ts';
export { mysqlStore, type MysqlStore, type MysqlStoreOptions } from './mysql-store.ts';
export { openMysql, type OpenMysqlOptions } from './open-mysql.ts';
export { StoreOpenError, type ChainVerdict, type StoreOpenCode } from '../sql/index.ts';
