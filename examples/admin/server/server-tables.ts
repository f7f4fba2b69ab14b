import type { SqliteDatabase } from '@bihuan/adapters/sqlite';

/** What the server keeps beside the cases: settings, accounts, sessions, failed attempts, saved queries. */
export function makeServerTables(database: SqliteDatabase): void {
  database.exec(`
    create table if not exists server_settings (name text primary key, value text not null) strict;
    create table if not exists server_accounts (username text primary key, person text not null, password text not null) strict;
    create table if not exists server_sessions (id text primary key, username text not null, person text not null, started integer not null, seen integer not null) strict;
    create index if not exists server_sessions_person on server_sessions (person);
    create table if not exists server_attempts (username text primary key, count integer not null, last integer not null) strict;
    create table if not exists server_saved_queries (person text not null, id text not null, label text not null, resource text not null, value text not null, created integer not null, primary key (person, id)) strict;
  `);
}

/** Whether a database has been made by this server. */
export const hasServerTables = (database: SqliteDatabase): boolean =>
  database.prepare(`select 1 from sqlite_schema where name = 'server_settings'`).get() !== undefined;

/** Whether cases have been loaded into a database, by this server or by `bihuan load`. */
export const hasCases = (database: SqliteDatabase): boolean =>
  database.prepare(`select 1 from sqlite_schema where name = 'bihuan_cases'`).get() !== undefined;

/** Whether anybody can sign in. */
export const hasAccounts = (database: SqliteDatabase): boolean => database.prepare('select 1 from server_accounts').get() !== undefined;

/** Whether there is anything in a database at all. */
export const isEmptyDatabase = (database: SqliteDatabase): boolean => database.prepare('select 1 from sqlite_schema').get() === undefined;

/** Single values by name, kept between starts. */
export interface SettingsTable {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
}

/** Settings in the database. */
export function settingsTable(database: SqliteDatabase): SettingsTable {
  const read = database.prepare('select value from server_settings where name = ?');
  const write = database.prepare('insert into server_settings (name, value) values (?, ?) on conflict (name) do update set value = excluded.value');
  return {
    get: (name) => (read.get(name) as { value: string } | undefined)?.value,
    set(name, value) { write.run(name, value); },
  };
}
