import type { SessionPort } from '@bihuan/adapters/http';
import type { CompiledQuery, Kysely } from 'kysely';
import { put } from './put.ts';
import type { ServerTables } from './server-tables.ts';

/** Accounts and sessions in the database, so that a restart signs nobody out and a session can be ended from outside. */
export function keptSessions(queries: Kysely<ServerTables>): SessionPort {
  return {
    async account(tenant, username) {
      const row = await queries.selectFrom('server_accounts').select(['username', 'person', 'password', 'administrator', 'off'])
        .where('tenant', '=', tenant).where('username', '=', username).executeTakeFirst();
      return row && { ...row, administrator: row.administrator === 1, off: row.off === 1 };
    },
    async start({ id, tenant, username, person, started, seen }) { await queries.insertInto('server_sessions').values({ id, tenant, username, person, started, seen }).execute(); },
    find: (id) => queries.selectFrom('server_sessions').select(['id', 'tenant', 'username', 'person', 'started', 'seen']).where('id', '=', id).executeTakeFirst(),
    async touch(id, seen) { await queries.updateTable('server_sessions').set({ seen }).where('id', '=', id).execute(); },
    async end(id) { await queries.deleteFrom('server_sessions').where('id', '=', id).execute(); },
    async endAll(tenant, person) { await queries.deleteFrom('server_sessions').where('tenant', '=', tenant).where('person', '=', person).execute(); },
    attempts: async (tenant, username) => await queries.selectFrom('server_attempts').select(['count', 'last'])
      .where('tenant', '=', tenant).where('username', '=', username).executeTakeFirst() ?? { count: 0, last: 0 },
    fail: (tenant, username, at, anew) => put(
      () => queries.updateTable('server_attempts').set((each) => ({ count: anew ? 1 : each('count', '+', 1), last: at })).where('tenant', '=', tenant).where('username', '=', username).execute(),
      () => queries.insertInto('server_attempts').values({ tenant, username, count: 1, last: at }).execute()),
    async clear(tenant, username) { await queries.deleteFrom('server_attempts').where('tenant', '=', tenant).where('username', '=', username).execute(); },
  };
}

/** Whether anybody can sign in to a district. */
export const hasAccounts = async (queries: Kysely<ServerTables>, tenant: string): Promise<boolean> =>
  await queries.selectFrom('server_accounts').select('username').where('tenant', '=', tenant).limit(1).executeTakeFirst() !== undefined;

/** What adds accounts of a district that share one kept password; those named are administrators too. */
export const accountsOf = (queries: Kysely<ServerTables>, tenant: string, people: readonly string[], password: string, administrators: readonly string[] = []): CompiledQuery =>
  queries.insertInto('server_accounts').values(people.map((person) => ({ tenant, username: person, person, password, administrator: Number(administrators.includes(person)) }))).compile();

/** Forgets sessions that nobody has used since. */
export const forgetSessions = async (queries: Kysely<ServerTables>, before: number): Promise<void> => {
  await queries.deleteFrom('server_sessions').where('seen', '<', before).execute();
};
