import { Kysely, SqliteDialect, type SqliteDatabase as KyselyDatabase } from 'kysely';
import { transact, type SqliteDatabase } from './database.ts';
import { SqliteOpenError } from './sqlite-open-error.ts';
import { migrations, type Tables } from './tables.ts';

/** The query builder for a database that the caller has opened. It builds; what it built is run here, at once. */
export const queriesOver = (database: SqliteDatabase): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new SqliteDialect({ database: database as KyselyDatabase }) });

/**
 * Brings the tables up to date: all or nothing, and one process after the other when several start at once. Kysely's own migrator is
 * not used: it awaits between its steps, and a lock held meanwhile would block every other connection of this process for good.
 * 把表升级到最新：要么全成要么全不成；多个进程同时启动时依次进行。
 */
export function migrate(database: SqliteDatabase): void {
  transact(database, () => {
    database.exec('create table if not exists bihuan_migrations (name varchar(191) not null primary key, applied text not null default current_timestamp)');
    const done = new Set((database.prepare('select name from bihuan_migrations').all() as { name: string }[]).map(({ name }) => name));
    for (const name of done) if (!migrations.some((known) => known.name === name)) throw new SqliteOpenError('sqlite.newer', '', new Error(`unknown migration ${name}`));
    const { schema } = queriesOver(database);
    for (const { name, statements } of migrations) {
      if (done.has(name)) continue;
      for (const statement of statements(schema)) database.exec(statement.compile().sql);
      database.prepare('insert into bihuan_migrations (name) values (?)').run(name);
    }
  });
}
