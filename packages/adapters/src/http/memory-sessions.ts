import type { Account, Attempts, Session, SessionPort } from './session-port.ts';

/** Sessions in memory: for tests, and for one process that may forget them. */
export function memorySessions(accounts: readonly Account[] = []): SessionPort {
  const byName = new Map(accounts.map((account) => [account.username, account]));
  const sessions = new Map<string, Session>();
  const failures = new Map<string, Attempts>();
  return {
    account: async (username) => byName.get(username),
    async start(session) { sessions.set(session.id, session); },
    find: async (id) => sessions.get(id),
    async touch(id, seen) {
      const session = sessions.get(id);
      if (session) sessions.set(id, { ...session, seen });
    },
    async end(id) { sessions.delete(id); },
    async endAll(person) {
      for (const { id, person: own } of sessions.values()) if (own === person) sessions.delete(id);
    },
    attempts: async (username) => failures.get(username) ?? { count: 0, last: 0 },
    async fail(username, at, anew) {
      failures.set(username, { count: anew ? 1 : (failures.get(username)?.count ?? 0) + 1, last: at });
    },
    async clear(username) { failures.delete(username); },
  };
}
