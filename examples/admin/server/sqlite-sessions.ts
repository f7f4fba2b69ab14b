import type { Account, Attempts, Session, SessionPort } from '@bihuan/adapters/http';
import type { SqliteDatabase } from '@bihuan/adapters/sqlite';

/** Accounts and sessions in the database, so that a restart signs nobody out and a session can be ended from outside. */
export function sqliteSessions(database: SqliteDatabase): SessionPort {
  const account = database.prepare('select username, person, password from server_accounts where tenant = ? and username = ?');
  const start = database.prepare('insert into server_sessions (id, tenant, username, person, started, seen) values (?, ?, ?, ?, ?, ?)');
  const find = database.prepare('select id, tenant, username, person, started, seen from server_sessions where id = ?');
  const touch = database.prepare('update server_sessions set seen = ? where id = ?');
  const end = database.prepare('delete from server_sessions where id = ?');
  const endAll = database.prepare('delete from server_sessions where tenant = ? and person = ?');
  const attempts = database.prepare('select count, last from server_attempts where tenant = ? and username = ?');
  const fail = database.prepare(`insert into server_attempts (tenant, username, count, last) values (?, ?, 1, ?)
    on conflict (tenant, username) do update set count = case when ? then 1 else count + 1 end, last = excluded.last`);
  const clear = database.prepare('delete from server_attempts where tenant = ? and username = ?');
  return {
    account: async (tenant, username) => account.get(tenant, username) as Account | undefined,
    async start({ id, tenant, username, person, started, seen }) { start.run(id, tenant, username, person, started, seen); },
    find: async (id) => find.get(id) as Session | undefined,
    async touch(id, seen) { touch.run(seen, id); },
    async end(id) { end.run(id); },
    async endAll(tenant, person) { endAll.run(tenant, person); },
    attempts: async (tenant, username) => (attempts.get(tenant, username) as Attempts | undefined) ?? { count: 0, last: 0 },
    async fail(tenant, username, at, anew) { fail.run(tenant, username, at, anew ? 1 : 0); },
    async clear(tenant, username) { clear.run(tenant, username); },
  };
}

/** Adds accounts of a district that share one kept password. */
export function addAccounts(database: SqliteDatabase, tenant: string, people: readonly string[], password: string): void {
  const add = database.prepare('insert into server_accounts (tenant, username, person, password) values (?, ?, ?, ?) on conflict do nothing');
  for (const person of people) add.run(tenant, person, person, password);
}

/** Forgets sessions that nobody has used since. */
export const forgetSessions = (database: SqliteDatabase, before: number): void => {
  database.prepare('delete from server_sessions where seen < ?').run(before);
};
