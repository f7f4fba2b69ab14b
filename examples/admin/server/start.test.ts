import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqlite, sqliteStore } from '@bihuan/adapters/sqlite';
import { type RunningServer, startAdmin } from './admin-server.ts';
import { announcement, districtAnnouncement } from './announce.ts';
import { type DemoDistrict, demoDistrict, demoPassword } from './demo-district.ts';
import { type DistrictPlan, readManifest } from './demo-manifest.ts';
import { type Settings, readSettings } from './settings.ts';
import { StartFailure } from './start-failure.ts';

let folder: string;
let plans: readonly DistrictPlan[];
let district: DemoDistrict;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bihuan-'));
  plans = readManifest().slice(0, 1);
  district = demoDistrict(plans[0]!);
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const settings = (more: Partial<Settings> = {}): Settings => ({ port: 0, database: join(folder, 'deep', 'demo.sqlite'), clock: 'demo', secure: false, districts: [], ...more });
const failure = (promise: Promise<unknown>): Promise<StartFailure> => promise.then(() => { throw new Error('it started'); }, (error: StartFailure) => error);

/** How many cases somebody sees who opens the file in a process of their own while the server runs. */
const casesSeenByAnotherProcess = (path: string): number => Number(execFileSync(process.execPath, [
  '-e', "const Database = require('libsql'); console.log(new Database(process.argv[1]).prepare('select count(*) as n from bihuan_cases where subject = 0').get().n)", path,
], { encoding: 'utf8' }));

/** A client of a server that listens. */
function client({ port }: RunningServer) {
  const url = `http://127.0.0.1:${port}`;
  let cookie = '';
  const call = async (path: string, method = 'GET', body?: unknown) => {
    const answer = await fetch(url + path, { method, headers: { 'Content-Type': 'application/json', Cookie: cookie, Origin: url }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return answer;
  };
  return { call, json: async <T>(path: string, method?: string, body?: unknown) => await (await call(path, method, body)).json() as T };
}

describe('the example server', () => {
  it('loads the demo at its first start, says meanwhile that it is being loaded, and keeps everything between starts', { timeout: 60_000 }, async () => {
    const lines: string[] = [];
    const first = await startAdmin(settings(), plans, (line) => lines.push(line));
    const browser = client(first);
    expect(await browser.json('/api/districts')).toMatchObject([{ id: district.id, label: { zh: expect.any(String) }, state: 'loading', logins: [] }]);
    expect((await browser.call('/api/demo')).status).toBe(503);
    await first.ready;
    expect(lines).toEqual([]);
    expect(await browser.json('/api/districts')).toMatchObject([{ id: district.id, state: 'ready', logins: expect.arrayContaining([expect.objectContaining({ username: district.logins[0]!.username })]) }]);
    const { now } = await browser.json<{ now: string }>('/api/demo');
    expect(now).toMatch(/^2021-11-08T09:00:\d\d/);
    const [login] = district.logins;
    expect((await browser.call('/api/session', 'POST', { username: login!.username, password: demoPassword })).status).toBe(200);
    expect((await browser.call('/api/cases?range=[0,0]')).headers.get('content-range')).toBe('cases 0-0/160');
    const made = await browser.json<{ id: string }>('/api/cases', 'POST', { source: 'survey', fields: { content: '新的一件', place: '北街' } });
    const later = await browser.json<{ now: string }>('/api/demo/clock', 'POST', { advance: '3 working days' });
    expect(later.now).toMatch(/^2021-11-11T09:0/);
    expect(casesSeenByAnotherProcess(settings().database)).toBe(161);
    expect((await browser.call('/api/demo/clock', 'POST', { advance: 'a while' })).status).toBe(422);
    expect((await browser.call('/api/demo/clock', 'POST', { advance: '90 years' })).status).toBe(422);
    await first.close();

    const second = await startAdmin(settings(), plans, () => undefined);
    await second.ready;
    const again = client(second);
    await again.call('/api/session', 'POST', { username: login!.username, password: demoPassword });
    expect((await again.call(`/api/cases/${made.id}`)).status).toBe(200);
    expect((await again.json<{ now: string }>('/api/demo')).now).toMatch(/^2021-11-11T09:0/);
    await second.close();
  });

  it('opens a database into which cases were loaded before its first start, and lets people sign in', { timeout: 30_000 }, async () => {
    const path = join(folder, 'loaded.sqlite');
    await sqliteStore(openSqlite(path)).close(); // what `bihuan load` leaves: the store's tables and nothing of the server's
    const server = await startAdmin(settings({ database: path }), plans, () => undefined);
    await server.ready;
    const browser = client(server);
    expect((await browser.call('/api/session', 'POST', { username: district.logins[0]!.username, password: demoPassword })).status).toBe(200);
    expect((await browser.call('/api/cases?range=[0,0]')).headers.get('content-range')).toMatch(/\/0$/);
    await server.close();
  });

  it('refuses a port that is taken in one sentence', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => { other.listen(0, resolve); });
    const { port } = other.address() as { port: number };
    const error = await failure(startAdmin(settings({ port, database: join(folder, 'unused.sqlite') }), plans, () => undefined));
    other.close();
    expect(error).toBeInstanceOf(StartFailure);
    expect(error.text.zh).toContain(String(port));
  });

  it('refuses a file that is no database, a folder, and somebody else\'s database; and leaves them as they are', async () => {
    const text = join(folder, 'letter.txt');
    writeFileSync(text, 'this is a letter, and a rather long one, so that nobody takes it for an empty file'.repeat(20));
    const inside = join(folder, 'a-folder');
    mkdirSync(inside);
    const others = join(folder, 'others.sqlite');
    const database = openSqlite(others);
    database.exec('create table theirs (id integer)');
    database.close();
    for (const path of [text, inside, others, join(text, 'below.sqlite'), '/proc/nowhere/bihuan.sqlite']) {
      const error = await failure(startAdmin(settings({ database: path }), plans, () => undefined));
      expect([path, error instanceof StartFailure, error.text?.zh]).toEqual([path, true, expect.any(String)]);
    }
    expect(openSqlite(others).prepare('select count(*) n from theirs').get()).toMatchObject({ n: 0 });
  });

  it('names a district whose files are missing, with the reason, and loads the others', { timeout: 60_000 }, async () => {
    const lines: string[] = [];
    const missing: DistrictPlan = { ...plans[0]!, id: 'nowhere', label: { zh: '无', en: 'None' }, method: 'nowhere.json' };
    const server = await startAdmin(settings({ database: join(folder, 'two.sqlite') }), [missing, plans[0]!], (line) => lines.push(line));
    await server.ready;
    expect(await client(server).json('/api/districts')).toMatchObject([{ id: 'nowhere', state: 'failed', why: { zh: expect.stringContaining('nowhere.json') } }, { state: 'ready' }]);
    expect(lines).toHaveLength(1);
    await server.close();
  });

  it('leaves nothing behind when it is stopped while loading, and begins anew', { timeout: 60_000 }, async () => {
    const database = join(folder, 'broken-off.sqlite');
    const broken = await startAdmin(settings({ database }), plans, () => undefined);
    await broken.close();
    expect(broken.districts[0]!.api).toBeUndefined();
    const whole = await startAdmin(settings({ database }), plans, () => undefined);
    await whole.ready;
    expect(whole.districts[0]!.api).toBeDefined();
    await whole.close();
  });

  it('does not touch a database of the time when a server had one district', async () => {
    const path = join(folder, 'old.sqlite');
    const database = openSqlite(path);
    database.exec('create table server_settings (name text primary key, value text); create table server_accounts (username text primary key)');
    database.close();
    expect((await failure(startAdmin(settings({ database: path }), plans, () => undefined))).text.zh).toContain('旧版');
  });

  it('reads its settings, and says what is wrong with them', () => {
    expect(readSettings({ PORT: '8080', BIHUAN_DB: '/srv/a.sqlite', BIHUAN_CLOCK: 'real' })).toEqual({ port: 8080, database: '/srv/a.sqlite', clock: 'real', secure: false, districts: [] });
    expect(readSettings({ BIHUAN_DISTRICTS: 'a, b' }).districts).toEqual(['a', 'b']);
    expect(() => readManifest(['nobody'])).toThrow(StartFailure);
    expect(readSettings({}).database).toMatch(/data[\\/]bihuan\.sqlite$/);
    expect(() => readSettings({ PORT: 'x' })).toThrow(StartFailure);
    expect(() => readSettings({ BIHUAN_CLOCK: 'fast' })).toThrow(StartFailure);
  });

  it('announces the address and one login for each role, in both languages', () => {
    const text = districtAnnouncement({ ...plans[0]!, logins: district.logins });
    expect(announcement('http://localhost:3000', '', 1)).toContain('http://localhost:3000');
    expect(text).toContain(district.id);
    for (const { role, username } of district.logins) for (const part of [role.zh, role.en, username, demoPassword]) expect(text).toContain(part);
    expect(district.logins.map(({ role }) => role.zh)).toEqual([...district.rules.vocabulary.roles.values()].map(({ zh }) => zh));
  });
});
