import { existsSync } from 'node:fs';
import { createConnection } from 'mysql2/promise';
import pg from 'pg';
import type { Words } from '@bihuan/core';
import { defaultPrefix, migrationsIn, mysql, postgres, sqlite, type Dialect, type Rows, type Statement } from '../sql/index.ts';
import { Statements } from '../sql/queries.ts';
import { mysqlStore, openMysql } from '../mysql/index.ts';
import { openPostgres, postgresStore } from '../postgres/index.ts';
import { openSqlite, sqliteStore } from '../sqlite/index.ts';

/** One connection to a store's tables, whatever the database, for work over all of them: a check, a copy. */
export interface Session {
  readonly dialect: Dialect;
  readonly statements: Statements;
  /** The changes of the tables that have been made; none where there are no tables. */
  migrations(): Promise<ReadonlySet<string>>;
  run(statement: Statement): Promise<Rows>;
  /** All work in one transaction: what it reads is of one moment; what it writes is kept when it answers true. */
  together(kind: 'read' | 'write', work: () => Promise<boolean>): Promise<void>;
  close(): Promise<void>;
}

/** Where the tables are. `address`: a SQLite file, `postgres://…` or `mysql://…`. */
export interface Address { readonly address: string; readonly schema?: string; readonly prefix?: string }

/** A database that cannot be worked on, with the sentence that says why. */
export class UpkeepError extends Error {
  readonly text: Words;
  constructor(text: Words, cause?: unknown) {
    super(text.en, { cause });
    this.text = text;
  }
}

/** Opens a database; `make`: its tables are made, or brought up to date, first. 打开数据库；`make` 时先建表、升级。 */
export async function openSession({ address, schema, prefix = defaultPrefix }: Address, make = false): Promise<Session> {
  const place = { prefix, ...(schema !== undefined && { schema }) };
  const over = (dialect: Dialect, rest: Pick<Session, 'run' | 'close'>, begin: Readonly<Record<'read' | 'write', readonly string[]>>): Session => {
    const statements = new Statements(dialect, place);
    const plain = (text: string) => rest.run({ sql: text, parameters: [], hot: false });
    return {
      dialect, statements, ...rest,
      async migrations() {
        const table = [...(schema === undefined ? [] : [schema]), `${prefix}migrations`].map((name) => (dialect.name === 'mysql' ? `\`${name.replaceAll('`', '``')}\`` : `"${name.replaceAll('"', '""')}"`)).join('.');
        const rows = await plain(`select name from ${table}`).catch((error: unknown) => { if (isMissing(error)) return []; throw error; });
        const names = new Set(rows.map(({ name }) => name as string));
        const known = migrationsIn(dialect, place).map(({ name }) => name);
        for (const name of names) if (!known.includes(name)) throw new UpkeepError({ zh: '数据库中的表由更新版本的程序建立，请先升级本程序', en: 'The tables were made by a later version: upgrade this program first' });
        return names;
      },
      async together(kind, work) {
        for (const text of begin[kind]) await plain(text);
        let kept = false;
        try { kept = await work(); } finally { await plain(kept ? 'commit' : 'rollback'); }
      },
    };
  };
  if (/^postgres(ql)?:/.test(address)) {
    if (make) await (await postgresStore(openPostgres(address), place)).close();
    const client = new pg.Client({ connectionString: address });
    await client.connect().catch(cannotConnect);
    return over(postgres, {
      run: async ({ sql, parameters }) => (await client.query(sql, [...parameters])).rows as Rows,
      close: () => client.end(),
    }, { read: ['begin isolation level repeatable read read only'], write: ['begin'] });
  }
  if (/^(mysql|mariadb):/.test(address)) {
    const url = address.replace(/^mariadb:/, 'mysql:');
    if (make) await (await mysqlStore(openMysql(url), place)).close();
    const connection = await createConnection({ uri: url, charset: 'utf8mb4' }).catch(cannotConnect);
    return over(mysql, {
      async run({ sql, parameters }) {
        const [rows] = parameters.length ? await connection.execute(sql, [...parameters]) : await connection.query(sql);
        return Array.isArray(rows) ? rows as unknown as Rows : [];
      },
      close: () => connection.end(),
    }, { read: ['set transaction isolation level repeatable read', 'start transaction with consistent snapshot, read only'], write: ['start transaction'] });
  }
  if (!make && !existsSync(address)) throw new UpkeepError({ zh: `没有文件 ${address}`, en: 'there is no such file' });
  const database = openSqlite(address, { busyTimeout: 10_000 });
  if (make) sqliteStore(database, { keepOpen: true, prefix });
  return over(sqlite, {
    async run({ sql, parameters }) {
      const statement = database.prepare(sql);
      if (statement.reader) return statement.all(parameters) as Rows;
      statement.run(parameters);
      return [];
    },
    close: async () => { database.close(); },
  }, { read: ['begin'], write: ['begin immediate'] });
}

const cannotConnect = (cause: unknown): never => {
  throw new UpkeepError({ zh: '连不上数据库：请检查地址、端口、用户名和口令，以及服务是否已启动', en: 'Cannot connect to the database: check address, port, user and password, and whether the server runs' }, cause);
};

const isMissing = (error: unknown): boolean => error instanceof Error
  && (/no such table/.test(error.message) || ('code' in error && ['42P01', '3F000', 'ER_NO_SUCH_TABLE', 'ER_BAD_DB_ERROR'].includes(String(error.code))));
