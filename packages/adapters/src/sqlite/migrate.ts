import { keepMigrations, migrationsIn, sqlite, type Fill, type Place, type Rows } from '../sql/index.ts';
import { isBusy, transact, type SqliteDatabase } from './database.ts';
import { SqliteOpenError } from './sqlite-open-error.ts';

/**
 * Brings the tables up to date: all or nothing, and one process after the other when several start at once. Kysely's own migrator is
 * not used: it awaits between its steps, and a lock held meanwhile would block every other connection of this process for good.
 * 把表升级到最新：要么全成要么全不成；多个进程同时启动时依次进行。
 */
export function migrate(database: SqliteDatabase, place: Place): void {
  unlessBusy(() => transact(database, () => {
    database.exec(keepMigrations(sqlite, place));
    const table = `${place.prefix}migrations`.replaceAll('"', '""');
    const migrations = migrationsIn(sqlite, place);
    const done = new Set((database.prepare(`select name from "${table}"`).all() as { name: string }[]).map(({ name }) => name));
    for (const name of done) if (!migrations.some((known) => known.name === name)) throw new SqliteOpenError('sqlite.newer', '', new Error(`unknown migration ${name}`));
    for (const { name, statements, fill } of migrations) {
      if (done.has(name)) continue;
      for (const statement of statements) database.exec(statement);
      if (fill) follow(database, fill());
      database.prepare(`insert into "${table}" (name) values (?)`).run(name);
    }
  }));
}

function follow(database: SqliteDatabase, filling: ReturnType<Fill>): void {
  for (let step = filling.next([]); !step.done;) {
    const statement = database.prepare(step.value.sql);
    if (statement.reader) step = filling.next(statement.all(step.value.parameters) as Rows);
    else {
      statement.run(step.value.parameters);
      step = filling.next([]);
    }
  }
}

/** Somebody else was writing for too long: that is said as when the file is opened. */
function unlessBusy(work: () => void): void {
  try { work(); } catch (cause) { throw isBusy(cause) ? new SqliteOpenError('sqlite.busy', '', cause) : cause; }
}
