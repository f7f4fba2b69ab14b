import { type Engine, createEngine, playScenario } from '@bihuan/core';
import { type Api, type ApiOptions, type AuditPort, type Failure, type PeoplePort, createApi } from '@bihuan/adapters/http';
import { type DemoDistrict, demoDistrict, demoPassword, peopleOf } from './demo-district.ts';
import { keptDirectory } from './kept-directory.ts';
import { startDirectory } from './kept-people.ts';
import { readManifest } from './demo-manifest.ts';
import { type MakeGround, inMemory } from './ground.fixture.ts';

export const origin = 'http://localhost';

/** The demo district behind the API, in memory and without an open port. */
export interface DemoApi {
  readonly app: Api;
  readonly engine: Engine;
  readonly district: DemoDistrict;
  readonly people?: PeoplePort;
  readonly audit?: AuditPort;
  readonly failures: Failure[];
  /** The business clock and the real one, both movable. */
  readonly time: { now: number; real: number };
  /** A browser with a cookie jar; signed in when a name is given. */
  visitor(username?: string): Promise<Visitor>;
  close(): Promise<void>;
}
export interface Visitor {
  request(path: string, init?: RequestInit): Promise<Response>;
  json<T>(path: string, init?: RequestInit): Promise<T>;
}

/** Plays the demo and puts the API over it; without its story the district is empty. */
export async function demoApi(more: Partial<ApiOptions> = {}, { story = true, of = '1330', on = inMemory as MakeGround } = {}): Promise<DemoApi> {
  const district = demoDistrict(readManifest([of])[0]!);
  const { store, sessions, savedQueries, database, people: kept, audit, close } = await on(district.people, [district.id]);
  if (database) await startDirectory(database, district.id, peopleOf(district), district.administrator.username, 0);
  const directory = database && keptDirectory(database, district.id);
  const people = kept && { ...kept, change: async (...given: Parameters<PeoplePort['change']>) => { const done = await kept.change(...given); directory?.forget(); return done; } };
  const engine = createEngine({ methods: [district.rules.method], store, directory: directory ?? district.directory, tenant: district.id });
  if (story) await playScenario(engine, district.scenario, { rules: district.rules });
  await engine.tick(district.begins);
  const time = { now: district.begins, real: 1_700_000_000_000 };
  const failures: Failure[] = [];
  const app = createApi({
    engine, ...(people && { people }), ...(audit && { audit }), now: () => time.now, realClock: () => time.real, savedQueries, sessions,
    signIn: { secret: 'only for tests' }, log: (failure) => { failures.push(failure); }, ...more,
  });
  const visitor = async (username?: string): Promise<Visitor> => {
    let cookie: string | undefined;
    const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
      const headers = new Headers(init.headers);
      if (cookie !== undefined) headers.set('Cookie', cookie);
      if (init.method !== undefined && init.method !== 'GET' && !headers.has('Origin')) headers.set('Origin', origin);
      const response = await app.request(path.startsWith('http') ? path : origin + path, { ...init, headers });
      const set = response.headers.get('set-cookie');
      if (set !== null) cookie = set.split(';')[0];
      return response;
    };
    if (username !== undefined) {
      const answer = await request('/api/session', jsonInit('POST', { username, password: demoPassword }));
      if (answer.status !== 200) throw new Error(`${username} could not sign in: ${await answer.text()}`);
    }
    return { request, json: async <T>(path: string, init?: RequestInit) => (await (await request(path, init)).json()) as T };
  };
  return { ...(people && { people }), ...(audit && { audit }), app, engine, district, failures, time, visitor, close };
}

/** A request with a JSON body. */
export const jsonInit = (method: string, body: unknown, headers: Record<string, string> = {}): RequestInit =>
  ({ method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } });
