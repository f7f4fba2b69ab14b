import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditLine, ChainCheck, LogCheck, LoginLine } from '@bihuan/adapters/http';
import { places } from './databases.fixture.ts';
import { type DemoApi, type Visitor, demoApi, jsonInit } from './demo-api.fixture.ts';
import { type Ground, inDatabase } from './ground.fixture.ts';

let api: DemoApi;
let admin: Visitor;
let ground: Ground;

const entries = (query = '') => admin.json<AuditLine[]>(`/api/audit/entries${query}`);
const logins = (query = '') => admin.json<LoginLine[]>(`/api/audit/logins${query}`);
const check = () => admin.json<LogCheck>('/api/audit/check', { method: 'POST' });
const checkCases = async (after = ''): Promise<ChainCheck> => admin.json<ChainCheck>(`/api/audit/check-cases?after=${after}`, { method: 'POST' });

describe.each(places)('the logs of a district, kept in %s', { timeout: 30_000 }, (_, empty) => {
  beforeAll(async () => {
    api = await demoApi({}, { story: false, on: async (...given) => ground = await inDatabase(empty)(...given) });
    admin = await api.visitor('admin');
  }, 60_000);
  afterAll(() => api.close());

  it('tell who signed in, failed, was locked and left, the last first', async () => {
    const person = api.district.logins[0]!.username;
    const visitor = await api.visitor(person);
    api.time.real += 1_000;
    await visitor.request('/api/session', { method: 'DELETE' });
    for (let i = 0; i < 6; i++) {
      api.time.real += 1_000;
      await visitor.request('/api/session', jsonInit('POST', { username: person, password: 'wrong' }));
    }
    expect((await logins(`?who=${person}`)).map(({ result }) => result)).toEqual(['locked', 'locked', 'wrong', 'wrong', 'wrong', 'wrong', 'out', 'in']);
    expect((await logins('?what=out'))[0]).toMatchObject({ username: person, person, name: expect.not.stringContaining('-'), at: expect.stringMatching(/^2023-11-1\dT/) });
    const page = await admin.request(`/api/audit/logins?who=${person}&limit=3&offset=6`);
    expect([(await page.json() as LoginLine[]).length, page.headers.get('content-range')]).toEqual([2, 'logins 6-7/8']);
    expect(await logins('?from=2023-11-20')).toEqual([]);
    expect((await admin.request('/api/audit/logins?from=yesterday')).status).toBe(422);
  });

  it('tell what an administrator changed, never a password', async () => {
    await admin.request('/api/people/persons', jsonInit('POST', { id: 'new-one', name: '新人', password: 'never in a log' }));
    await admin.request('/api/people/persons/new-one', jsonInit('PUT', { off: true }));
    const [off, added, started] = await entries();
    expect(off).toMatchObject({ seq: 3, by: 'admin', byName: '管理员', what: 'person.off', label: { zh: '停用账号' }, about: 'new-one', detail: { off: true } });
    expect(added).toMatchObject({ what: 'person.add', detail: { name: '新人', username: 'new-one' } });
    expect(started).toMatchObject({ seq: 1, what: 'directory.start' });
    expect(JSON.stringify(await entries())).not.toContain('never in');
    expect((await entries('?what=person.off')).map(({ about }) => about)).toEqual(['new-one']);
  });

  it('are exported as a table, which is itself on record', async () => {
    const text = await (await admin.request('/api/audit/entries/csv')).text();
    expect(text.split('\r\n')[0]).toBe('序号,时间,操作人,人员标识,操作,对象,内容');
    expect(text).toContain('停用账号');
    expect((await entries())[0]).toMatchObject({ what: 'audit.export', detail: { log: 'entries' } });
  });

  it('are for administrators only', async () => {
    const clerk = await api.visitor(api.district.logins[1]!.username);
    for (const path of ['entries', 'logins', 'codes', 'entries/csv']) expect([path, (await clerk.request(`/api/audit/${path}`)).status]).toEqual([path, 403]);
    for (const path of ['check', 'check-cases']) expect([path, (await clerk.request(`/api/audit/${path}`, { method: 'POST' })).status]).toEqual([path, 403]);
  });

  it('show where a line was changed', async () => {
    const queries = ground.database!.queries;
    expect(await check()).toEqual({ entries: expect.any(Number), broken: null });
    const [line] = (await queries.selectFrom('server_audit').selectAll().where('seq', '=', 2).execute());
    await queries.updateTable('server_audit').set({ body: line!.body.replace('新人', '旧人') }).where('seq', '=', 2).execute();
    expect(await check()).toMatchObject({ broken: 2 });
    await queries.updateTable('server_audit').set({ body: line!.body, person: 'somebody-else' }).where('seq', '=', 2).execute();
    expect(await check()).toMatchObject({ broken: 2 });
    await queries.updateTable('server_audit').set({ person: line!.person }).where('seq', '=', 2).execute();
    expect(await check()).toMatchObject({ broken: null });
  });

  it('show where the end was cut off', async () => {
    const { queries } = ground.database!;
    const { entries: length } = await check(); // which adds a line on itself
    await queries.deleteFrom('server_audit').where('seq', '=', length + 1).execute();
    expect(await check()).toMatchObject({ broken: length + 1 });
  });

  it('show which case is not what was written, and which event', async () => {
    api.time.real += 16 * 60_000; // the lock is over
    const reporter = await api.visitor(api.district.logins[0]!.username);
    const ids: string[] = [];
    for (const content of ['井盖松动', '路灯不亮']) ids.push((await (await reporter.request('/api/cases', jsonInit('POST', { source: 'survey', fields: { content, place: '北街' } }))).json() as { id: string }).id);
    admin = await api.visitor('admin');
    expect(await checkCases()).toMatchObject({ cases: 2, broken: [], next: null });
    await sql`update bihuan_events set body = replace(body, '井盖松动', '井盖完好') where case_id = ${ids[0]}`.execute(ground.database!.queries);
    expect(await checkCases()).toMatchObject({ broken: [{ id: ids[0], seq: 1 }] });
    await sql`delete from bihuan_events where case_id = ${ids[1]}`.execute(ground.database!.queries);
    expect((await checkCases()).broken.map(({ id }) => id)).toEqual(ids);
    expect(await checkCases(ids[1])).toMatchObject({ cases: 0, broken: [] });
  });
});
