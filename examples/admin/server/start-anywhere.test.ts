import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { mysqlStore, openMysql } from '@bihuan/adapters/mysql';
import { openPostgres, postgresStore } from '@bihuan/adapters/postgres';
import { openSqlite, sqliteStore } from '@bihuan/adapters/sqlite';
import { startAdmin } from './admin-server.ts';
import { type Place, places } from './databases.fixture.ts';
import { type DemoDistrict, demoDistrict, demoPassword } from './demo-district.ts';
import { type DistrictPlan, readManifest } from './demo-manifest.ts';
import { clientOf } from './server-client.fixture.ts';
import type { Settings } from './settings.ts';
import { StartFailure } from './start-failure.ts';

const silent = (): void => undefined;
const settings = ({ address }: Place): Settings => ({ port: 0, database: address, clock: 'demo', secure: false, districts: [] });
const failure = (promise: Promise<unknown>): Promise<StartFailure> => promise.then(() => { throw new Error('it started'); }, (error: StartFailure) => error);

/** What somebody finds who asks the database from elsewhere while the server runs. */
async function foundElsewhere({ address, run }: Place, what: string): Promise<number> {
  const statement = (at: string) => `select count(*) as n from ${at}${what}`;
  if (address.kind !== 'sqlite') return Number((await run!(statement))[0]!['n']);
  const script = 'const Database = require("libsql"); console.log(new Database(process.argv[1]).prepare(process.argv[2]).get().n)';
  return Number(execFileSync(process.execPath, ['-e', script, address.path, statement('')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
}

/** A store of cases, as `bihuan load` opens one. */
const storeAt = ({ address }: Place) =>
  (address.kind === 'sqlite' ? sqliteStore(openSqlite(address.path)) : address.kind === 'postgres' ? postgresStore(openPostgres(address.url)) : mysqlStore(openMysql(address.url)));

let plans: readonly DistrictPlan[];
let district: DemoDistrict;
beforeAll(() => {
  plans = readManifest().slice(0, 1);
  district = demoDistrict(plans[0]!);
});

describe.each(places)('the example server on %s', (_, empty) => {
  it('loads the demo at its first start, says meanwhile that it is being loaded, and keeps everything between starts', { timeout: 90_000 }, async () => {
    const place = await empty();
    const lines: string[] = [];
    const first = await startAdmin(settings(place), plans, (line) => lines.push(line));
    const browser = clientOf(first);
    expect(await browser.json('/api/districts')).toMatchObject([{ id: district.id, label: { zh: expect.any(String) }, state: 'loading', logins: [] }]);
    expect((await browser.call('/api/demo')).status).toBe(503);
    await first.ready;
    expect(lines).toEqual([]);
    expect(await browser.json('/api/districts')).toMatchObject([{ id: district.id, state: 'ready', logins: expect.arrayContaining([expect.objectContaining({ username: district.logins[0]!.username })]) }]);
    const { now } = await browser.json<{ now: string }>('/api/demo');
    expect(now).toMatch(/^2021-11-08T09:00:\d\d/);
    const [login] = district.logins;
    const signedIn = await browser.call('/api/session', 'POST', { username: login!.username, password: demoPassword });
    expect(signedIn.status).toBe(200);
    expect((await browser.call('/api/cases?range=[0,0]')).headers.get('content-range')).toBe('cases 0-0/160');
    const made = await browser.json<{ id: string }>('/api/cases', 'POST', { source: 'survey', fields: { content: '新的一件', place: '北街' } });
    const later = await browser.json<{ now: string }>('/api/demo/clock', 'POST', { advance: '3 working days' });
    expect(later.now).toMatch(/^2021-11-11T09:0/);
    expect(await foundElsewhere(place, 'bihuan_cases where subject = 0')).toBe(161);
    expect((await browser.call('/api/demo/clock', 'POST', { advance: 'a while' })).status).toBe(422);
    expect((await browser.call('/api/demo/clock', 'POST', { advance: '90 years' })).status).toBe(422);
    await first.close();

    const second = await startAdmin(settings(place), plans, silent);
    await second.ready;
    const again = clientOf(second);
    again.adopt(signedIn); // a restart signs nobody out
    expect((await again.call(`/api/cases/${made.id}`)).status).toBe(200);
    expect((await again.json<{ now: string }>('/api/demo')).now).toMatch(/^2021-11-11T09:0/);
    expect(await foundElsewhere(place, 'bihuan_cases where subject = 0')).toBe(161);
    await second.close();
  });

  it('opens a database into which cases were loaded before its first start, and lets people sign in', { timeout: 60_000 }, async () => {
    const place = await empty();
    if (place.address.kind === 'sqlite') mkdirSync(dirname(place.address.path));
    await (await storeAt(place)).close(); // what `bihuan load` leaves: the store's tables and nothing of the server's
    const server = await startAdmin(settings(place), plans, silent);
    await server.ready;
    const browser = clientOf(server);
    expect((await browser.call('/api/session', 'POST', { username: district.logins[0]!.username, password: demoPassword })).status).toBe(200);
    expect((await browser.call('/api/cases?range=[0,0]')).headers.get('content-range')).toMatch(/\/0$/);
    await server.close();
  });

  it('leaves nothing behind when it is stopped while loading, and begins anew', { timeout: 90_000 }, async () => {
    const place = await empty();
    const broken = await startAdmin(settings(place), plans, silent);
    await broken.close();
    expect(broken.districts[0]!.api).toBeUndefined();
    expect(await foundElsewhere(place, 'bihuan_cases')).toBe(0);
    const whole = await startAdmin(settings(place), plans, silent);
    await whole.ready;
    expect(whole.districts[0]!.api).toBeDefined();
    await whole.close();
  });

  it('two servers that start at once on an empty database load the demo once, and know each other\'s sessions', { timeout: 120_000 }, async () => {
    const place = await empty();
    const lines: string[] = [];
    const [one, two] = await Promise.all([1, 2].map(() => startAdmin(settings(place), plans, (line) => lines.push(line))));
    await Promise.all([one!.ready, two!.ready]);
    expect(lines).toEqual([]);
    expect(await foundElsewhere(place, 'bihuan_cases where subject = 0')).toBe(160);
    const [here, there] = [clientOf(one!), clientOf(two!)];
    const signedIn = await here.call('/api/session', 'POST', { username: district.logins[0]!.username, password: demoPassword });
    there.adopt(signedIn);
    expect((await there.call('/api/session')).status).toBe(200);
    await Promise.all([one!.close(), two!.close()]);
  });

  it('refuses somebody else\'s database, and leaves it as it is', { timeout: 30_000 }, async () => {
    const place = await empty();
    await place.make('theirs');
    const error = await failure(startAdmin(settings(place), plans, silent));
    expect([error instanceof StartFailure, error.text?.zh]).toEqual([true, expect.stringContaining('其他程序')]);
    expect(await foundElsewhere(place, 'theirs')).toBe(0);
    await expect(foundElsewhere(place, 'server_settings')).rejects.toThrow();
  });

  it('does not touch a database of the time when a server had one district', { timeout: 30_000 }, async () => {
    const place = await empty();
    await place.make('server_settings');
    await place.make('server_accounts');
    expect((await failure(startAdmin(settings(place), plans, silent))).text.zh).toContain('旧版');
  });
});
