import { HttpError, fetchUtils } from 'ra-core';
import simpleRestProvider from 'ra-data-simple-rest';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaseRecord, SavedQuery } from '@bihuan/adapters/http';
import { type DemoApi, type Visitor, demoApi, jsonInit, origin } from './demo-api.fixture.ts';

// Drives the real provider, line by line of its contract; the numbers are those of the list that we keep to.
let api: DemoApi;
let clerk: Visitor;
let seen: { url: URL; init: RequestInit; headers: Headers; response: Response }[] = [];
const provider = simpleRestProvider('/api', fetchUtils.fetchJson);
const page = { pagination: { page: 1, perPage: 10 }, sort: { field: 'id', order: 'ASC' as const }, filter: {} };
const last = () => seen.at(-1)!;

beforeAll(async () => {
  api = await demoApi();
  clerk = await api.visitor(api.district.logins[0]!.username);
  vi.stubGlobal('fetch', async (input: string | Request, init: RequestInit = {}) => {
    const request = typeof input === 'string' ? undefined : input;
    const url = new URL(request?.url ?? (input as string), origin);
    const all: RequestInit = request ? { method: request.method, headers: request.headers, ...(request.method === 'GET' ? {} : { body: await request.text() }) } : init;
    const response = await clerk.request(url.href, all);
    seen.push({ url, init: all, headers: new Headers(all.headers), response: response.clone() });
    return response;
  });
});
afterAll(() => { vi.unstubAllGlobals(); });
beforeEach(() => { seen = []; });

const failure = async (promise: Promise<unknown>): Promise<HttpError> => promise.then(() => { throw new Error('it was not refused'); }, (error: HttpError) => error);
const idsOf = (rows: readonly { id: unknown }[]) => rows.map(({ id }) => id);

describe('ra-data-simple-rest: lists', () => {
  it('1, 3: a list is 200 with an array, and the total stands behind the slash of Content-Range', async () => {
    const { data, total } = await provider.getList('cases', page);
    expect(data).toHaveLength(10);
    expect(total).toBe(160);
    expect(last().response.status).toBe(200);
    expect(last().response.headers.get('content-range')).toBe('cases 0-9/160');
    expect(last().headers.get('range')).toBe('cases=0-9');
  });

  it('2: no filter and an empty filter are the same', async () => {
    const { filter: _filter, ...without } = page;
    const [a, b] = [await provider.getList('cases', without), await provider.getList('cases', page)];
    expect(idsOf(a.data!)).toEqual(idsOf(b.data!));
  });

  it('4: past the end and nothing found are 200 with the true total', async () => {
    expect(await provider.getList('cases', { ...page, pagination: { page: 9999, perPage: 10 } })).toMatchObject({ data: [], total: 160 });
    expect(await provider.getList('cases', { ...page, filter: { q: '没有这样的事项' } })).toMatchObject({ data: [], total: 0 });
  });

  it('5: a range is inclusive, page 2 goes on where page 1 ended', async () => {
    const { data: twenty } = await provider.getList('cases', { ...page, pagination: { page: 1, perPage: 20 } });
    const { data: second } = await provider.getList('cases', { ...page, pagination: { page: 2, perPage: 10 } });
    expect(idsOf(second!)).toEqual(idsOf(twenty!).slice(10));
  });

  it('6: X-Total-Count works as well', async () => {
    const other = simpleRestProvider('/api', fetchUtils.fetchJson, 'X-Total-Count');
    expect((await other.getList('cases', page)).total).toBe(160);
    expect(last().headers.has('range')).toBe(false);
  });

  it('8: getMany has no page, no order, and skips ids that there are not', async () => {
    const { data: all } = await provider.getList('cases', { ...page, pagination: { page: 1, perPage: 150 } });
    const ids = [...idsOf(all!), 'nobody'];
    const { data } = await provider.getMany('cases', { ids });
    expect(data).toHaveLength(150);
    expect((await provider.getMany('units', { ids: ['zhenhua', 'nowhere'] })).data).toMatchObject([{ id: 'zhenhua', label: { zh: '振华街道' } }]);
  });

  it('9: getManyReference is a list with the target as a filter', async () => {
    const { data, total } = await provider.getManyReference('cases', { ...page, target: 'home', id: 'yucai' });
    expect(total).toBeGreaterThan(0);
    expect((data as CaseRecord[]).every(({ home }) => home === 'yucai')).toBe(true);
  });

  it('10: embed is accepted', async () => {
    expect((await provider.getList('cases', { ...page, meta: { embed: ['home'] } })).data).toHaveLength(10);
  });

  it('16, 17: nothing depends on Accept; JSON has its content type', async () => {
    await provider.getList('cases', page);
    expect(last().headers.get('accept')).not.toBe('application/json');
    expect(last().response.headers.get('content-type')).toContain('application/json');
  });

  it('22: q, suffixes and arrays', async () => {
    const list = async (filter: object) => (await provider.getList('cases', { ...page, pagination: { page: 1, perPage: 200 }, filter })) as { data: CaseRecord[]; total: number };
    expect((await list({ q: '电梯' })).total).toBeGreaterThan(0);
    expect((await list({ source: ['hotline', 'survey'] })).data.every(({ source }) => source !== 'superior')).toBe(true);
    expect((await list({ source_neq: 'hotline' })).data.some(({ source }) => source === 'hotline')).toBe(false);
    const march = await list({ opened_gte: '2021-03-01', opened_lte: '2021-03-31' });
    expect(march.total).toBeGreaterThan(0);
    expect(march.data.every(({ opened }) => opened.startsWith('2021-03'))).toBe(true);
    expect((await list({ opened_lt: '2021-03-01' })).total).toBe(0);
    expect((await list({ 'field.content_like': '电梯' })).total).toBe((await list({ content_like: '电梯' })).total);
    expect((await list({ answer: { class: 'new' } })).total).toBe(29);
    expect((await list({ class: 'hard' })).total).toBe(51);
    expect((await list({ within: 'zhenhua' })).total).toBe(160);
  });

  it('23: a count is a list of one', async () => {
    const { data, total } = await provider.getList('cases', { ...page, pagination: { page: 1, perPage: 1 } });
    expect([data!.length, total]).toEqual([1, 160]);
  });

  it('24, 25: an export of 1,000 and a selection of 250 are not cut short', async () => {
    expect((await provider.getList('cases', { ...page, pagination: { page: 1, perPage: 1000 } })).data).toHaveLength(160);
    expect((await provider.getList('cases', { ...page, pagination: { page: 1, perPage: 250 } })).data).toHaveLength(160);
  });

  it('26: sorts by known names only, ties by id, and what is not JSON is a 400', async () => {
    const { data } = await provider.getList('cases', { ...page, sort: { field: 'source', order: 'DESC' } });
    expect(idsOf(data!)).toEqual([...idsOf(data!)].sort());
    const { data: latest } = await provider.getList('cases', { ...page, sort: { field: 'reported', order: 'DESC' } }) as { data: CaseRecord[] };
    expect(latest.map(({ opened }) => opened)).toEqual(latest.map(({ opened }) => opened).sort().reverse());
    expect((await failure(provider.getList('cases', { ...page, sort: { field: 'opend', order: 'ASC' } }))).message).toContain('opened');
    for (const query of ['filter={', 'filter=[]', 'range=[1]', 'range=[5,2]', 'sort="id"', 'sort=["id","UP"]', 'range=x']) {
      expect((await clerk.request(`/api/cases?${query}`)).status, query).toBe(400);
    }
  });

  it('27: a view is a filter; a key that nobody knows is refused with the one that was meant', async () => {
    const { total } = await provider.getList('cases', { ...page, filter: { view: 'ended' } });
    expect(total).toBeGreaterThan(111);
    const error = await failure(provider.getList('cases', { ...page, filter: { sorce: 'hotline' } }));
    expect(error.status).toBe(400);
    expect(error.message).toContain('source');
    expect((await failure(provider.getList('cases', { ...page, filter: { view: 'tab1' } }))).status).toBe(400);
    expect((await provider.getList('cases', { ...page, filter: { source: '', class: null } })).total).toBe(160);
  });

  it('30, 31: records have ids, totals are numbers, a signal may come along', async () => {
    const { data, total } = await provider.getList('cases', { ...page, signal: new AbortController().signal });
    expect(typeof total).toBe('number');
    expect(data!.every(({ id }) => typeof id === 'string')).toBe(true);
  });
});

describe('ra-data-simple-rest: one record', () => {
  it('7: a record has its id; one that there is not is 404', async () => {
    const { data: [first] } = await provider.getList('cases', page) as { data: CaseRecord[] };
    expect((await provider.getOne('cases', { id: first!.id })).data).toMatchObject({ id: first!.id, content: expect.any(String), fields: { content: expect.any(String) } });
    expect((await failure(provider.getOne('cases', { id: 'a/b ?' }))).status).toBe(404);
  });

  it('11, 12, 13: created is answered whole; an update may send everything back, a bulk update only what it changes', async () => {
    const { data: made } = await provider.create('cases', { data: { source: 'survey', home: 'zhenhua', fields: { content: '路灯不亮', place: '东街' } } });
    expect(made).toMatchObject({ source: 'survey', content: '路灯不亮', labels: { home: { zh: '振华街道' } } });
    const { data: changed } = await provider.update('cases', { id: made.id, data: { ...made, content: '路灯不亮三天', light: 'red', nonsense: 1 }, previousData: made });
    expect(changed).toMatchObject({ id: made.id, content: '路灯不亮三天', place: '东街' });
    expect(changed.light).not.toBe('red');
    const { data: ids } = await provider.updateMany('cases', { ids: [made.id], data: { place: '西街' } });
    expect(ids).toEqual([made.id]);
    expect((await provider.getOne('cases', { id: made.id })).data).toMatchObject({ content: '路灯不亮三天', place: '西街' });
    const { data: same } = await provider.update('cases', { id: made.id, data: changed, previousData: changed }).catch((error: HttpError) => ({ data: error }));
    expect(same).toMatchObject({ status: 409 }); // it would put 东街 back over a newer version
  });

  it('14, 15: a delete is text/plain without a body and answered with the record', async () => {
    const make = async (label: string) => (await provider.create('saved-queries', { data: { label, resource: 'cases', value: { filter: { view: 'todo' } } } })).data as SavedQuery;
    const [a, b, c] = [await make('甲'), await make('乙'), await make('丙')];
    expect((await provider.delete('saved-queries', { id: a!.id, previousData: a! })).data).toMatchObject({ id: a!.id });
    expect(last().headers.get('content-type')).toBe('text/plain');
    expect((await provider.deleteMany('saved-queries', { ids: [b!.id, c!.id] })).data).toEqual([b!.id, c!.id]);
    expect((await provider.getList('saved-queries', page)).total).toBe(0);
  });

  it('14: a case is never deleted, and the answer says what to do instead', async () => {
    const { data: [first] } = await provider.getList('cases', page) as { data: CaseRecord[] };
    const error = await failure(provider.delete('cases', { id: first!.id, previousData: first! }));
    expect([error.status, error.message]).toEqual([405, '事项不能删除，请用“作废”并写明原因']);
  });

  it('18, 19: a refused form is 422 with a sentence at its field', async () => {
    const error = await failure(provider.create('cases', { data: { source: 'survey', home: 'zhenhua', fields: {} } }));
    expect(error.status).toBe(422);
    expect(error.message).toBeTruthy();
    expect(error.body).toMatchObject({ errors: { content: expect.any(String), root: { serverError: expect.any(String) } } });
  });

  it('20: without a session 401, not allowed 403', async () => {
    const stranger = await api.visitor();
    expect((await stranger.request('/api/cases')).status).toBe(401);
    const { data: [first] } = await provider.getList('cases', { ...page, filter: { step: 'screening' } }) as { data: CaseRecord[] };
    expect((await clerk.request(`/api/cases/${first!.id}/actions/admit`, jsonInit('POST', { input: {} }))).status).toBe(403);
  });

  it('21: another site gets no word, unless it is on the list', async () => {
    const preflight = { method: 'OPTIONS', headers: { Origin: 'https://office.example', 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'range' } };
    expect((await api.app.request(`${origin}/api/cases`, preflight)).headers.get('access-control-allow-origin')).toBeNull();
    const open = await demoApi({ allowedOrigins: ['https://office.example'] }, { story: false });
    const answer = await open.app.request(`${origin}/api/cases`, preflight);
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://office.example');
    expect(answer.headers.get('access-control-allow-headers')).toContain('Range');
    const list = await open.app.request(`${origin}/api/cases`, { headers: { Origin: 'https://office.example' } });
    expect(list.headers.get('access-control-expose-headers')).toContain('Content-Range');
  });

  it('28, 29: an action moves the case on; a version that has been overtaken is 409', async () => {
    const { data: made } = await provider.create('cases', { data: { source: 'hotline', home: 'zhenhua', reporter: { name: '周先生', phone: '139' }, fields: { content: '下水道堵塞', place: '南街', 'order-no': 'T1' } } });
    const after = await clerk.json<CaseRecord>(`/api/cases/${made.id}/actions/call`, jsonInit('POST', { input: { situation: '已问清' }, version: made.version }));
    expect(after.version).toBeGreaterThan(made.version as number);
    const stale = await clerk.request(`/api/cases/${made.id}/actions/call`, jsonInit('POST', { input: { situation: '再次' }, version: made.version }));
    expect(stale.status).toBe(409);
  });
});
