import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, type District, createApi, createDistricts } from '@bihuan/adapters/http';
import { createEngine } from '@bihuan/core';
import { jsonInit, origin } from './demo-api.fixture.ts';
import { demoDistrict, demoPassword } from './demo-district.ts';
import { readManifest } from './demo-manifest.ts';
import { type Ground, type MakeGround, grounds } from './ground.fixture.ts';

// Two tenants of the same method, with the same people by the same ids: nothing but the tenant tells them apart.
const tenants = ['east', 'west'] as const;
let door: ReturnType<typeof createDistricts>;
const cookies: Record<string, string> = {};
const ids: Record<string, string> = {};
let paths: string[] = [];
let documented: string[] = [];

const ask = (path: string, cookie: string, init: RequestInit = {}): Promise<Response> => {
  const headers = new Headers(init.headers);
  headers.set('Cookie', cookie);
  headers.set('Origin', origin);
  return Promise.resolve(door.request(origin + path, { ...init, headers }));
};

let ground: Ground;

async function build(on: MakeGround): Promise<void> {
  const district = demoDistrict(readManifest(['1330'])[0]!);
  ground = await on(district.people, tenants);
  const { store, sessions, savedQueries } = ground;
  const shared = { sessions, savedQueries, signIn: { secret: 'only for tests' } };
  const districts = tenants.map((tenant): District => {
    const engine = createEngine({ methods: [district.rules.method], store, directory: district.directory, tenant, newId: (n) => `${tenant}-${n}` });
    const api: Api = createApi({ ...shared, engine, now: () => district.begins });
    return { id: tenant, label: { zh: tenant, en: tenant }, api, logins: [], publications: [] };
  });
  districts.push({ id: 'north', label: { zh: '北', en: 'North' }, api: undefined, logins: [], publications: [] });
  door = createDistricts({ ...shared, districts: () => districts });
  for (const tenant of tenants) {
    const answer = await ask(`/api/districts/${tenant}/session`, '', jsonInit('POST', { username: district.logins[0]!.username, password: demoPassword }));
    expect(await answer.json()).toMatchObject({ district: tenant });
    cookies[tenant] = answer.headers.get('set-cookie')!.split(';')[0]!;
    const made = await ask('/api/cases', cookies[tenant], jsonInit('POST', { source: 'survey', fields: { content: `only of ${tenant}`, place: '北街' } }));
    ids[tenant] = (await made.json() as { id: string }).id;
    await ask('/api/saved-queries', cookies[tenant], jsonInit('POST', { label: `of ${tenant}` }));
  }
  const document = await (await ask('/api/openapi.json', cookies['east']!)).json() as { paths: Record<string, Record<string, unknown>> };
  documented = Object.keys(document.paths);
  const open = ['/healthz', '/api/districts', '/api/demo', '/api/publications', '/api/publications/{name}', '/api/demo/clock'];
  paths = Object.entries(document.paths).filter(([path, verbs]) => 'get' in verbs && !open.includes(path)).map(([path]) => path);
}

const filled = (path: string, tenant: string): string => path.replace('{id}', ids[tenant]!).replace(/\{\w+\}/g, 'worksheet');

describe.each(grounds)('the districts of one server, kept in %s', (_, on) => {
  beforeAll(() => build(on), 60_000);
  afterAll(() => ground.close());

  it('are listed for everybody, those that are being loaded too', async () => {
    expect(await (await ask('/api/districts', '')).json()).toMatchObject([{ id: 'east', state: 'ready' }, { id: 'west', state: 'ready' }, { id: 'north', state: 'loading' }]);
  });

  it('the document of the API names the door too', () => { expect(documented).toContain('/api/districts'); });

  it('no route of one answers a session of the other, or nobody', async () => {
    expect(paths.length).toBeGreaterThan(25);
    for (const path of paths) {
      const answers = [
        await ask(`/api/districts/west${filled(path, 'west').slice('/api'.length)}`, cookies['east']!),
        await ask(`/api/districts/west${filled(path, 'west').slice('/api'.length)}`, ''),
      ];
      expect([path, ...answers.map(({ status }) => status)]).toEqual([path, 401, 401]);
    }
  });

  it('a caller finds nothing of the other under its own session either', async () => {
    for (const path of paths.filter((each) => each.includes('{id}'))) {
      const answer = await ask(filled(path, 'west'), cookies['east']!);
      expect([path, answer.status, (await answer.text()).includes('only of west')]).toEqual([path, 404, false]);
    }
    for (const tenant of tenants) {
      for (const path of ['/api/cases', '/api/ledgers/worksheet', '/api/saved-queries', '/api/cases?filter={"q":"only"}']) {
        const text = await (await ask(path, cookies[tenant]!)).text();
        expect([path, text.includes(tenant === 'east' ? 'west' : 'east')]).toEqual([path, false]);
      }
      expect((await (await ask('/api/cases', cookies[tenant]!)).json() as unknown[]).length).toBe(1);
    }
  });

  it('no action on the other\'s case is taken', async () => {
    const action = jsonInit('POST', { input: {} });
    expect((await ask(`/api/cases/${ids['west']}/actions/void`, cookies['east']!, action)).status).toBe(404);
    expect((await ask(`/api/districts/west/cases/${ids['west']}/actions/void`, cookies['east']!, action)).status).toBe(401);
  });

  it('one that is being loaded answers that it is, one that is not there is not found', async () => {
    expect((await ask('/api/districts/north/session', '', jsonInit('POST', { username: 'a', password: 'b' }))).status).toBe(503);
    expect((await ask('/api/districts/south/session', '')).status).toBe(404);
  });

  it('signing in to another ends the session before', async () => {
    const { logins } = demoDistrict(readManifest(['1330'])[0]!);
    const answer = await ask('/api/districts/west/session', cookies['east']!, jsonInit('POST', { username: logins[0]!.username, password: demoPassword }));
    expect((await ask('/api/session', cookies['east']!)).status).toBe(401);
    expect(await (await ask('/api/session', answer.headers.get('set-cookie')!.split(';')[0]!)).json()).toMatchObject({ district: 'west' });
  });
});
