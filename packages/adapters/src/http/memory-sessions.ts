import type { Account, Attempts, Session, SessionPort } from './session-port.ts';

/** Sessions in memory: for tests, and for one process that may forget them. The accounts are of the tenant named, or of every one. */
export function memorySessions(accounts: readonly (Account & { readonly tenant?: string })[] = []): SessionPort {
  const sessions = new Map<string, Session>();
  const failures = new Map<string, Attempts>();
  const key = (tenant: string, username: string) => JSON.stringify([tenant, username]);
  return {
    account: async (tenant, username) => accounts.find((account) => account.username === username && (account.tenant ?? tenant) === tenant),
    async start(session) { sessions.set(session.id, session); },
    find: async (id) => sessions.get(id),
    async touch(id, seen) {
      const session = sessions.get(id);
      if (session) sessions.set(id, { ...session, seen });
    },
    async end(id) { sessions.delete(id); },
    async endAll(tenant, person) {
      for (const session of sessions.values()) if (session.tenant === tenant && session.person === person) sessions.delete(session.id);
    },
    attempts: async (tenant, username) => failures.get(key(tenant, username)) ?? { count: 0, last: 0 },
    async fail(tenant, username, at, anew) {
      failures.set(key(tenant, username), { count: anew ? 1 : (failures.get(key(tenant, username))?.count ?? 0) + 1, last: at });
    },
    async clear(tenant, username) { failures.delete(key(tenant, username)); },
  };
}
