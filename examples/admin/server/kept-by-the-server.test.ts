import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SavedQueryPort, type SessionPort, memorySavedQueries, memorySessions } from '@bihuan/adapters/http';
import { places } from './databases.fixture.ts';
import { keptSavedQueries } from './kept-saved-queries.ts';
import { accountsOf, forgetSessions, hasAccounts, keptSessions } from './kept-sessions.ts';
import { type ServerDatabase, openServerDatabase } from './open-database.ts';
import { settingsTable } from './settings-table.ts';

const [east, west] = ['东区', 'west'];
const li = { username: 'li', person: 'li-1', password: 'kept' };
const session = { id: 's1', tenant: east, username: 'li', person: 'li-1', started: 1_700_000_000_001, seen: 1_700_000_000_001.5 };
const query = { id: 'q1', label: '我的“待办” 𠮷 \\\' " ;--', resource: 'cases', value: { filter: { view: 'todo', deep: [1, null, '𠮷'] } }, created: 1_700_000_000_000 };

describe.each([['memory', undefined] as const, ...places])('what the server keeps, in %s', (_, empty) => {
  let database: ServerDatabase | undefined;
  let sessions: SessionPort;
  let saved: SavedQueryPort;
  beforeAll(async () => {
    database = empty && await openServerDatabase((await empty()).address);
    if (database) await database.together([accountsOf(database.queries, east, ['li', 'Li'], 'kept')]);
    sessions = database ? keptSessions(database.queries) : memorySessions([{ tenant: east, ...li, person: 'li' }, { tenant: east, username: 'Li', person: 'Li', password: 'kept' }]);
    saved = database ? keptSavedQueries(database.queries) : memorySavedQueries();
  });
  afterAll(async () => { await database?.close(); });

  it('finds an account of its own tenant only, by the exact name', async () => {
    expect(await sessions.account(east, 'li')).toMatchObject({ username: 'li', person: 'li', password: 'kept' });
    expect(await sessions.account(east, 'Li')).toMatchObject({ person: 'Li' });
    expect([await sessions.account(west, 'li'), await sessions.account(east, 'LI')]).toEqual([undefined, undefined]);
    if (database) expect([await hasAccounts(database.queries, east), await hasAccounts(database.queries, west)]).toEqual([true, false]);
  });

  it('keeps a session until it is ended, by itself or with all of the person', async () => {
    await sessions.start(session);
    expect(await sessions.find('s1')).toEqual(session);
    await sessions.touch('s1', session.seen + 60_000);
    expect((await sessions.find('s1'))!.seen).toBe(session.seen + 60_000);
    await sessions.end('s1');
    expect(await sessions.find('s1')).toBeUndefined();
    for (const [id, tenant, person] of [['a', east, 'p'], ['b', east, 'p'], ['c', east, 'other'], ['d', west, 'p']] as const) await sessions.start({ ...session, id, tenant, person });
    await sessions.endAll(east, 'p');
    expect(await Promise.all(['a', 'b', 'c', 'd'].map(async (id) => await sessions.find(id) !== undefined))).toEqual([false, false, true, true]);
  });

  it('counts failures of a name in a row, many at once too, and begins anew when told', async () => {
    const count = async () => (await sessions.attempts(east, 'li')).count;
    expect(await count()).toBe(0);
    await sessions.fail(east, 'li', 1, false);
    await Promise.all([1, 2, 3].map((at) => sessions.fail(east, 'li', at, false)));
    expect([await count(), (await sessions.attempts(west, 'li')).count]).toEqual([4, 0]);
    await sessions.fail(east, 'li', 9, true);
    expect(await sessions.attempts(east, 'li')).toEqual({ count: 1, last: 9 });
    await sessions.clear(east, 'li');
    expect(await sessions.attempts(east, 'li')).toEqual({ count: 0, last: 0 });
  });

  it('keeps saved queries of each person apart, whatever signs are in them, and replaces one by its id', async () => {
    await saved.put(east, 'li', query);
    await saved.put(east, 'li', { ...query, id: 'q2', created: query.created - 1 });
    await saved.put(east, 'li', { ...query, label: '改过' });
    const kept = await saved.list(east, 'li');
    expect(kept.toSorted((a, b) => a.created - b.created)).toEqual([{ ...query, id: 'q2', created: query.created - 1 }, { ...query, label: '改过' }]);
    expect([await saved.list(east, 'wang'), await saved.list(west, 'li')]).toEqual([[], []]);
    await saved.remove(east, 'li', 'q1');
    expect((await saved.list(east, 'li')).map(({ id }) => id)).toEqual(['q2']);
  });
});

describe.each(places)('the tables of the server, in %s', (_, empty) => {
  it('forget sessions that nobody has used, and keep of two first values the one that came first', async () => {
    const database = await openServerDatabase((await empty()).address);
    const sessions = keptSessions(database.queries);
    await sessions.start({ ...session, id: 'old', seen: 5 });
    await sessions.start({ ...session, id: 'new', seen: 15 });
    await forgetSessions(database.queries, 10);
    expect([await sessions.find('old'), (await sessions.find('new'))?.id]).toEqual([undefined, 'new']);
    const settings = settingsTable(database.queries);
    const values = await Promise.all(['a', 'b', 'c'].map((value) => settings.keep('secret', value)));
    expect(new Set(values).size).toBe(1);
    await settingsTable(database.queries, 'east').set('secret', 'of the east');
    expect([await settings.get('secret'), await settings.get('none')]).toEqual([values[0], undefined]);
    await database.close();
  });

  it('take all of a number of changes, or none', async () => {
    const database = await openServerDatabase((await empty()).address);
    const add = (name: string) => database.queries.insertInto('server_settings').values({ name, value: '1' }).compile();
    await expect(database.together([add('a'), add('b'), add('a')])).rejects.toThrow();
    expect(await database.queries.selectFrom('server_settings').select('name').execute()).toEqual([]);
    await database.together([add('a'), add('b')]);
    expect((await database.queries.selectFrom('server_settings').select('name').execute()).length).toBe(2);
    await database.close();
  });
});
