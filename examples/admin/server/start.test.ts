import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqlite } from '@bihuan/adapters/sqlite';
import { startAdmin } from './admin-server.ts';
import { announcement, districtAnnouncement, filesNote } from './announce.ts';
import { databaseAddress, shownAddress } from './database-address.ts';
import { type DemoDistrict, demoDistrict, demoPassword } from './demo-district.ts';
import { type DistrictPlan, readManifest } from './demo-manifest.ts';
import { clientOf } from './server-client.fixture.ts';
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

const settings = (path: string, more: Partial<Settings> = {}): Settings => ({ port: 0, database: databaseAddress(path), clock: 'demo', secure: false, districts: [], ...more });
const failure = (promise: Promise<unknown>): Promise<StartFailure> => promise.then(() => { throw new Error('it started'); }, (error: StartFailure) => error);

describe('the example server', () => {

  it('refuses a port that is taken in one sentence', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => { other.listen(0, resolve); });
    const { port } = other.address() as { port: number };
    const error = await failure(startAdmin(settings(join(folder, 'unused.sqlite'), { port }), plans, () => undefined));
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
      const error = await failure(startAdmin(settings(path), plans, () => undefined));
      expect([path, error instanceof StartFailure, error.text?.zh]).toEqual([path, true, expect.any(String)]);
    }
    expect(openSqlite(others).prepare('select count(*) n from theirs').get()).toMatchObject({ n: 0 });
  });

  it('names a district whose files are missing, with the reason, and loads the others', { timeout: 60_000 }, async () => {
    const lines: string[] = [];
    const missing: DistrictPlan = { ...plans[0]!, id: 'nowhere', label: { zh: '无', en: 'None' }, method: 'nowhere.json' };
    const server = await startAdmin(settings(join(folder, 'two.sqlite')), [missing, plans[0]!], (line) => lines.push(line));
    await server.ready;
    expect(await clientOf(server).json('/api/districts')).toMatchObject([{ id: 'nowhere', state: 'failed', why: { zh: expect.stringContaining('nowhere.json') } }, { state: 'ready' }]);
    expect(lines).toHaveLength(1);
    await server.close();
  });

  it('reads its settings, and says what is wrong with them', () => {
    expect(readSettings({ PORT: '8080', BIHUAN_DB: '/srv/a.sqlite', BIHUAN_CLOCK: 'real' })).toEqual({ port: 8080, database: { kind: 'sqlite', path: '/srv/a.sqlite' }, files: '/srv/a.files', clock: 'real', secure: false, districts: [] });
    expect(readSettings({ BIHUAN_DISTRICTS: 'a, b' }).districts).toEqual(['a', 'b']);
    expect(readSettings({ BIHUAN_DB: 'postgres://u@h/d' }).files).toBeUndefined();
    expect(readSettings({ BIHUAN_DB: 'postgres://u@h/d', BIHUAN_FILES: '/srv/attachments' }).files).toBe('/srv/attachments');
    expect([filesNote(undefined), filesNote('/srv/a.files')]).toEqual([expect.stringContaining('BIHUAN_FILES'), expect.stringContaining('/srv/a.files')]);
    expect(() => readManifest(['nobody'])).toThrow(StartFailure);
    expect(shownAddress(readSettings({}).database)).toMatch(/data[\\/]bihuan\.sqlite$/);
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
