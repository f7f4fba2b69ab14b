import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProblemDocument, SessionInfo } from '@bihuan/adapters/http';
import { type DemoApi, type Visitor, demoApi, jsonInit } from './demo-api.fixture.ts';
import { demoPassword } from './demo-district.ts';
import { grounds } from './ground.fixture.ts';

const minute = 60_000;
let api: DemoApi;
let name: string;

const login = (username: string, password: string, headers: Record<string, string> = {}) => jsonInit('POST', { username, password }, headers);

describe.each(grounds)('signing in, kept in %s', (_, on) => {
  beforeAll(async () => {
    api = await demoApi({}, { story: false, on });
    name = api.district.logins[0]!.username;
  });
  afterAll(() => api.close());
  beforeEach(() => { api.time.real += 60 * minute; });
  it('answers who it is, with posts and their words; the cookie is out of reach of scripts and other sites', async () => {
    const visitor = await api.visitor();
    const answer = await visitor.request('/api/session', login(name, demoPassword));
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly/);
    expect(answer.headers.get('set-cookie')).toMatch(/SameSite=Lax/);
    expect(await answer.json()).toMatchObject({ id: name, fullName: expect.any(String), posts: [{ role: 'clerk', roleLabel: { zh: '社区/热线工作人员' }, unitLabel: { zh: '振华街道' } }] });
    expect(await visitor.json<SessionInfo>('/api/session')).toMatchObject({ id: name });
  });

  it('says who is an administrator, who needs no post', async () => {
    const session = async (username: string) => (await api.visitor(username)).json<SessionInfo>('/api/session');
    expect(await session('admin')).toMatchObject({ administrator: true, fullName: '管理员', posts: [] });
    expect(await session(name)).toMatchObject({ administrator: false });
  });

  it('a wrong name and a wrong password are told apart by nobody', async () => {
    const visitor = await api.visitor();
    const [a, b] = [await visitor.request('/api/session', login('nobody', 'x')), await visitor.request('/api/session', login(name, 'x'))];
    expect([a.status, b.status]).toEqual([401, 401]);
    expect(await a.json()).toEqual(await b.json());
  });

  it('after five failures the name is locked, also for the right password; later it is free again', async () => {
    const visitor = await api.visitor();
    const victim = api.district.logins[1]!.username;
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push((await visitor.request('/api/session', login(victim, 'wrong'))).status);
    expect(statuses).toEqual([401, 401, 401, 401, 429, 429]);
    const locked = await visitor.request('/api/session', login(victim, demoPassword));
    expect(locked.status).toBe(429);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
    api.time.real += 16 * minute;
    expect((await visitor.request('/api/session', login(victim, demoPassword))).status).toBe(200);
  });

  it('a session ends after half an hour without a request, not while there are some', async () => {
    const visitor = await api.visitor(name);
    for (let i = 0; i < 4; i++) {
      api.time.real += 20 * minute;
      expect((await visitor.request('/api/session')).status).toBe(200);
    }
    api.time.real += 31 * minute;
    expect((await visitor.request('/api/session')).status).toBe(401);
  });

  it('moving the business clock signs nobody out', async () => {
    const visitor = await api.visitor(name);
    api.time.now += 24 * 60 * minute;
    expect((await visitor.request('/api/session')).status).toBe(200);
  });

  it('signing out ends the session in the store, so that a stolen cookie is worth nothing', async () => {
    const visitor = await api.visitor();
    const cookie = (await visitor.request('/api/session', login(name, demoPassword))).headers.get('set-cookie')!.split(';')[0]!;
    const stolen = () => api.app.request('http://localhost/api/session', { headers: { Cookie: cookie } });
    expect((await stolen()).status).toBe(200);
    expect(await visitor.json('/api/session', { method: 'DELETE' })).toEqual({});
    expect((await stolen()).status).toBe(401);
  });

  it('a cookie that was tampered with is nobody\'s', async () => {
    const visitor = await api.visitor();
    const cookie = (await visitor.request('/api/session', login(name, demoPassword))).headers.get('set-cookie')!.split(';')[0]!;
    const forged = cookie.replace(/=(.)/, (_, sign: string) => `=${sign === 'A' ? 'B' : 'A'}`);
    expect((await api.app.request('http://localhost/api/cases', { headers: { Cookie: forged } })).status).toBe(401);
  });

  it('what looks like another site\'s form is refused', async () => {
    const visitor = await api.visitor(name);
    const answer = await visitor.request('/api/cases/000001', { method: 'DELETE', headers: { 'Content-Type': 'text/plain', Origin: 'https://evil.example' } });
    expect(answer.status).toBe(403);
  });

  it('posts and units come from the directory, whatever the client says', async () => {
    const visitor = await api.visitor(api.district.logins[4]!.username);
    const answer = await visitor.request('/api/cases', jsonInit('POST', { source: 'survey', fields: { content: 'x' }, by: { person: name, posts: [{ role: 'clerk', unit: 'zhenhua' }] } }));
    expect(answer.status).toBe(403);
  });
});

describe('refusals are problem details', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    api = await demoApi({}, { story: false });
    visitor = await api.visitor(name = api.district.logins[0]!.username);
  });
  const problem = async (path: string, init?: RequestInit) => {
    const answer = await visitor.request(path, init);
    return { answer, body: await answer.json() as ProblemDocument };
  };

  it.each([
    ['an unknown route', '/api/nothing/here', undefined, 404, 'http.unknown-route'],
    ['an unknown method', '/api/cases', { method: 'PATCH' } as RequestInit, 404, 'http.unknown-route'],
    ['bad JSON', '/api/cases', { method: 'POST', body: '{', headers: { 'Content-Type': 'application/json' } } as RequestInit, 400, 'http.bad-json'],
    ['another content type', '/api/cases', { method: 'POST', body: 'a=1', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } } as RequestInit, 415, 'http.wrong-type'],
    ['a body of the wrong shape', '/api/cases', jsonInit('POST', { source: 1 }), 422, 'http.bad-body'],
    ['too much', '/api/cases', jsonInit('POST', { source: 'survey', fields: { content: 'x'.repeat(1_100_000) } }), 413, 'http.too-large'],
    ['an unknown case', '/api/cases/999999/explain', undefined, 404, 'record.not-found'],
    ['the clock, where there is no demo', '/api/demo/clock', jsonInit('POST', { advance: '1 day' }), 404, 'http.unknown-route'],
  ])('%s', async (_what, path, init, status, code) => {
    const { answer, body } = await problem(path, init);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(body).toMatchObject({ status, message: expect.any(String), issues: [{ code, zh: expect.any(String), en: expect.any(String) }] });
    expect(body.detail).toBe(body.issues[0]!.zh);
  });

  it('speaks English to whoever asks for it', async () => {
    const { body } = await problem('/api/nothing', { headers: { 'Accept-Language': 'en-GB,en;q=0.9,zh;q=0.1' } });
    expect(body.detail).toBe(body.issues[0]!.en);
  });

  it('a failure says its number and nothing else; the log has the rest', async () => {
    let isBroken = false;
    const now = (): number => { if (isBroken) throw new Error('a secret of the inside'); return Date.parse('2021-11-06T10:00:00Z'); };
    const broken = await demoApi({ now }, { story: false });
    const visitor = await broken.visitor(name);
    isBroken = true;
    const answer = await visitor.request('/api/cases');
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).not.toContain('secret');
    const { instance } = JSON.parse(text) as ProblemDocument;
    expect(instance).toContain(broken.failures[0]!.correlation);
    expect(String(broken.failures[0]!.error)).toContain('a secret of the inside');
  });
});
