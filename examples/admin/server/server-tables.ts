import type { SqliteDatabase } from '@bihuan/adapters/sqlite';

/** What the server keeps beside the cases: settings, and of each district (tenant) accounts, sessions, failed attempts, saved queries. */
export function makeServerTables(database: SqliteDatabase): void {
  database.exec(`
    create table if not exists server_settings (name text primary key, value text not null) strict;
    create table if not exists server_accounts (tenant text not null, username text not null, person text not null, password text not null, primary key (tenant, username)) strict;
    create table if not exists server_sessions (id text primary key, tenant text not null, username text not null, person text not null, started integer not null, seen integer not null) strict;
    create index if not exists server_sessions_person on server_sessions (tenant, person);
    create table if not exists server_attempts (tenant text not null, username text not null, count integer not null, last integer not null, primary key (tenant, username)) strict;
    create table if not exists server_saved_queries (tenant text not null, person text not null, id text not null, label text not null, resource text not null, value text not null, created integer not null, primary key (tenant, person, id)) strict;
  `);
}

/** Whether a database has been made by this server. */
export const hasServerTables = (database: SqliteDatabase): boolean =>
  database.prepare(`select 1 from sqlite_schema where name = 'server_settings'`).get() !== undefined;

/** Whether cases have been loaded into a database, by this server or by `bihuan load`. */
export const hasCases = (database: SqliteDatabase): boolean =>
  database.prepare(`select 1 from sqlite_schema where name = 'bihuan_cases'`).get() !== undefined;

/** Whether the server's tables are of a time when a server had but one district. */
export const isOfOneDistrict = (database: SqliteDatabase): boolean =>
  hasServerTables(database) && database.prepare(`select 1 from pragma_table_info('server_accounts') where name = 'tenant'`).get() === undefined;

/** Whether anybody can sign in to a district. */
export const hasAccounts = (database: SqliteDatabase, tenant: string): boolean => database.prepare('select 1 from server_accounts where tenant = ?').get(tenant) !== undefined;

/** Whether there is anything in a database at all. */
export const isEmptyDatabase = (database: SqliteDatabase): boolean => database.prepare('select 1 from sqlite_schema').get() === undefined;

/** Single values by name, kept between starts. */
export interface SettingsTable {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
}

/** Settings in the database; with a district, its own. */
export function settingsTable(database: SqliteDatabase, district = ''): SettingsTable {
  const own = (name: string): string => (district === '' ? name : `${district}/${name}`);
  const read = database.prepare('select value from server_settings where name = ?');
  const write = database.prepare('insert into server_settings (name, value) values (?, ?) on conflict (name) do update set value = excluded.value');
  return {
    get: (name) => (read.get(own(name)) as { value: string } | undefined)?.value,
    set(name, value) { write.run(own(name), value); },
  };
}
