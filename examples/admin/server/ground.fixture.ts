import { type AuditPort, type PeoplePort, type SavedQueryPort, type SessionPort, hashPassword, memorySavedQueries, memorySessions } from '@bihuan/adapters/http';
import { memoryStore } from '@bihuan/adapters/memory';
import type { CaseStore } from '@bihuan/core';
import { type Place, places } from './databases.fixture.ts';
import { demoPassword } from './demo-district.ts';
import { keptSavedQueries } from './kept-saved-queries.ts';
import { keptAudit } from './kept-audit.ts';
import { keptPeople } from './kept-people.ts';
import { accountsOf, keptSessions } from './kept-sessions.ts';
import { type ServerDatabase, openServerDatabase } from './open-database.ts';

/** What the API stands on: in memory, or in a database as the server keeps it. */
export interface Ground {
  readonly store: CaseStore;
  readonly sessions: SessionPort;
  readonly savedQueries: SavedQueryPort;
  readonly database?: ServerDatabase;
  /** Which the server has in a database only. */
  readonly people?: PeoplePort;
  readonly audit?: AuditPort;
  close(): Promise<void>;
}

/** Makes a ground whose accounts are these people, of each of these tenants. */
export type MakeGround = (people: readonly string[], tenants: readonly string[]) => Promise<Ground>;

export const inMemory: MakeGround = async (people, tenants) => {
  const password = await hashPassword(demoPassword);
  const accounts = tenants.flatMap((tenant) => people.map((person) => ({ tenant, username: person, person, password, administrator: person === 'admin' })));
  return { store: memoryStore(), sessions: memorySessions(accounts), savedQueries: memorySavedQueries(), close: async () => {} };
};

/** A database of its own. */
export const inDatabase = (empty: () => Promise<Place>): MakeGround => async (people, tenants) => {
  const database = await openServerDatabase((await empty()).address);
  const { queries, store } = database;
  const password = await hashPassword(demoPassword);
  await database.together(tenants.map((tenant) => accountsOf(queries, tenant, people, password, ['admin'])));
  return { database, store, people: keptPeople(database), audit: keptAudit(database), sessions: keptSessions(queries), savedQueries: keptSavedQueries(queries), close: database.close };
};

/** Memory, a file, and whichever servers answer on this machine. */
export const grounds: readonly (readonly [name: string, make: MakeGround])[] = [['memory', inMemory], ...places.map(([name, empty]) => [name, inDatabase(empty)] as const)];
