import { sqliteStore, openSqlite, SqliteOpenError, type SqliteStore } from '@bihuan/adapters/sqlite';
import { postgresStore } from '@bihuan/adapters/postgres';
import { mysqlStore, openMysql } from '@bihuan/adapters/mysql';
import type { CaseStore } from '@bihuan/core';
import { type CompiledQuery, Kysely, MysqlDialect, PostgresDialect, type RawBuilder, SqliteDialect, sql } from 'kysely';
import { createPool } from 'mysql2';
import pg from 'pg';
import { type DatabaseAddress, shownAddress } from './database-address.ts';
import type { ServerTables } from './server-tables.ts';
import { StartFailure } from './start-failure.ts';

/** A store of cases that also checks what lies in it. */
export type KeptStore = CaseStore & Pick<SqliteStore, 'verify'>;

/** A database that answers: the server's own tables by one set of queries, the cases by their store. */
export interface Connection {
  readonly queries: Kysely<ServerTables>;
  /** The schema in which new tables lie, where the database has several. */
  readonly schema?: string;
  /** What a table's definition ends with. */
  readonly tableEnd: RawBuilder<unknown>;
  /** A column for texts longer than 64 kB. */
  readonly longText: RawBuilder<unknown>;
  /** Runs all of these, in this order, or none. */
  together(queries: readonly CompiledQuery[]): Promise<void>;
  /** The store of cases; its tables are made where they are missing. */
  openStore(): Promise<KeptStore>;
  close(): Promise<void>;
}

/** Connects to the database of an address; what stands against it is said in one sentence. */
export const connect = (address: DatabaseAddress): Promise<Connection> =>
  (address.kind === 'sqlite' ? connectSqlite(address.path) : address.kind === 'postgres' ? connectPostgres(address.url) : connectMysql(address.url));

/** One connection for all: whatever is written together is written at once, so that nothing of a store comes between. */
async function connectSqlite(path: string): Promise<Connection> {
  const database = openFile(path);
  return {
    queries: new Kysely<ServerTables>({ dialect: new SqliteDialect({ database: database as typeof database & { close(): void } }) }), tableEnd: sql``, longText: sql`text`,
    async together(queries) {
      database.exec('begin immediate');
      try {
        for (const query of queries) database.prepare(query.sql).run([...query.parameters]);
        database.exec('commit');
      } catch (error) {
        database.exec('rollback');
        throw error;
      }
    },
    openStore: async () => sqliteStore(database, { keepOpen: true }),
    close: async () => { database.close(); },
  };
}

function openFile(path: string) {
  try {
    return openSqlite(path);
  } catch (error) {
    if (error instanceof SqliteOpenError) throw new StartFailure(error.text, error);
    throw error;
  }
}

async function connectPostgres(url: string): Promise<Connection> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000, application_name: 'bihuan-admin', keepAlive: true });
  pool.on('error', () => { /* a connection that broke while idle: the pool makes a new one */ });
  const queries = new Kysely<ServerTables>({ dialect: new PostgresDialect({ pool }) });
  const { rows: [here] } = await reached({ kind: 'postgres', url }, sql<{ name: string | null }>`select current_schema() as name`.execute(queries), () => queries.destroy());
  if (here!.name === null) {
    await queries.destroy();
    throw new StartFailure({ zh: '数据库中没有这个连接可用的 schema，请先建好', en: 'The database has no schema that this connection may use: make one first' });
  }
  return {
    queries, schema: here!.name, tableEnd: sql``, longText: sql`text`, together: inTransaction(queries),
    openStore: () => opened(postgresStore(pool, { keepOpen: true })),
    close: () => queries.destroy(),
  };
}

async function connectMysql(url: string): Promise<Connection> {
  const pool = createPool({ uri: url, connectionLimit: 3, connectTimeout: 10_000, charset: 'utf8mb4', enableKeepAlive: true });
  // Values are written into the text with backslashes before quotes: every connection has to read them so.
  pool.on('connection', (connection) => { connection.query("set session sql_mode = replace(@@sql_mode, 'NO_BACKSLASH_ESCAPES', '')"); });
  const queries = new Kysely<ServerTables>({ dialect: new MysqlDialect({ pool }) });
  await reached({ kind: 'mysql', url }, sql`select 1`.execute(queries), () => queries.destroy());
  let store: KeptStore | undefined;
  return {
    queries, tableEnd: sql`engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin`, longText: sql`longtext`, together: inTransaction(queries),
    openStore: async () => store = await opened(mysqlStore(openMysql(url))),
    async close() {
      await store?.close();
      await queries.destroy();
    },
  };
}

const inTransaction = (database: Kysely<ServerTables>): Connection['together'] => (queries) => database.transaction().execute(async (transaction) => {
  for (const query of queries) await transaction.executeQuery(query);
});

/** The first answer of a database, or why there is none. */
async function reached<T>(address: DatabaseAddress, answer: Promise<T>, close: () => Promise<void>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    await close();
    const [where, why] = [shownAddress(address), cause instanceof Error ? cause.message || String('code' in cause ? cause.code : cause) : String(cause)];
    throw new StartFailure({
      zh: `连不上数据库“${where}”：请检查地址、用户名和口令，库是否已建，服务是否已启动（${why}）`,
      en: `Cannot connect to the database "${where}": check address, user and password, whether the database has been made and whether its server runs (${why})`,
    }, cause);
  }
}

/** A store, or in one sentence why there is none. */
const opened = <T>(store: Promise<T>): Promise<T> => store.catch((error: unknown) => {
  if (error instanceof Error && error.name === 'StoreOpenError' && 'text' in error) throw new StartFailure(error.text as StartFailure['text'], error);
  throw error;
});
