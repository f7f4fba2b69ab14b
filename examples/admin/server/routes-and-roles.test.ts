import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseDetail, CaseRecord, ExplanationJson, LedgerTableJson, MethodInfo, MetricValueJson, OpeningJson, PostRecord, ProblemDocument, TimelineLineJson } from '@bihuan/adapters/http';
import { type DemoApi, type Visitor, demoApi, jsonInit } from './demo-api.fixture.ts';
import { grounds } from './ground.fixture.ts';

let api: DemoApi;
const visitors = new Map<string, Visitor>();
const roleNames = ['clerk', 'leading-group', 'party-committee', 'link-leader', 'responsible'];
const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+08:00$/;

const as = (role: string): Visitor => visitors.get(role)!;

describe.each(grounds)('on %s', (_, on) => {
  beforeAll(async () => {
    api = await demoApi({}, { on });
    for (const [i, { username }] of api.district.logins.entries()) visitors.set(roleNames[i]!, await api.visitor(username));
  }, 60_000);
  afterAll(() => api.close());

  describe.each(roleNames)('every route answers %s', (role) => {
    it.each([
      '/api/session', '/api/demo', '/api/cases', '/api/cases/counts', '/api/cases/xlsx', '/api/cases/000001', '/api/cases/000001/explain', '/api/cases/000001/timeline', '/api/openings',
      '/api/units', '/api/units/zhenhua', '/api/posts', '/api/methods', '/api/ledgers/worksheet?period=2021', '/api/ledgers/worksheet/xlsx?period=2021',
      '/api/boards/overview', '/api/boards/hotline?period=2021-10', '/api/screen', '/api/saved-queries', '/api/openapi.json', '/healthz',
    ])('%s', async (path) => {
      expect((await as(role).request(path)).status).toBe(200);
    });

    it('the number on every tab is the length of its list', async () => {
      const counts = await as(role).json<Record<string, number>>('/api/cases/counts');
      for (const [view, count] of Object.entries(counts)) {
        const list = await as(role).request(`/api/cases?range=[0,0]&filter=${encodeURIComponent(JSON.stringify({ view }))}`);
        expect([view, list.headers.get('content-range')!.split('/')[1]]).toEqual([view, String(count)]);
      }
      expect(counts['all']).toBe(160);
    });
  });

  describe('what a case says', () => {
    const list = (filter: object) => as('clerk').json<CaseRecord[]>(`/api/cases?filter=${encodeURIComponent(JSON.stringify(filter))}`);

    it('rows have words for whatever they name, and moments with the method\'s offset', async () => {
      const [row] = await list({ view: 'ended', class: 'new' });
      expect(row).toMatchObject({ labels: { step: { zh: expect.any(String) }, ending: { zh: '任务兑现' }, light: { en: expect.any(String) } } });
      expect(row!.opened).toMatch(iso);
      expect(Object.keys(row!.cells)).toEqual(['content', 'source', 'home', 'class', 'step', 'person', 'reported', 'close-by', 'ending']);
      expect(row!.cells['class']!.zh).toContain('目标上墙');
      expect(row!.cells['home']!.zh).toMatch(/社区$/);
      expect(row!.cells['ending']!.zh).toBe('任务兑现');
      expect(row!.cells['person']!.zh).not.toMatch(/^[a-z-]+$/);
      expect(row!.cells['reported']!.zh).toMatch(/^2021-\d\d-\d\d \d\d:\d\d$/);
    });

    it('lights can be filtered on, and every row has the light that was asked for', async () => {
      const open = await list({ view: 'open' });
      for (const light of ['red', 'yellow', 'green', 'none']) {
        const found = await list({ view: 'open', light });
        expect(found.map(({ id }) => id).sort()).toEqual(open.filter((row) => row.light === light).map(({ id }) => id).sort());
      }
      expect((await list({ light: 'red' })).length).toBeGreaterThan(0);
    });

    it('an explanation carries no number for a moment, and a sentence for every reason', async () => {
      const [row] = await list({ view: 'open', class: 'hard' });
      const explanation = await as('clerk').json<ExplanationJson>(`/api/cases/${row!.id}/explain`);
      expect(explanation.at).toMatch(iso);
      for (const clock of explanation.clocks) expect(clock.started).toMatch(iso);
      const refused = explanation.actions.filter(({ allowed }) => !allowed);
      expect(refused.length).toBeGreaterThan(0);
      for (const { issues } of refused) for (const { zh, en } of issues) expect(zh && en).toBeTruthy();
      expect(JSON.stringify(explanation)).not.toMatch(/"(at|from|to|started|stopped)":\d/);
      const lines = await as('clerk').json<TimelineLineJson[]>(`/api/cases/${row!.id}/timeline`);
      expect(lines.every(({ at, recorded }) => iso.test(at) && iso.test(recorded))).toBe(true);
    });

    it('what is allowed can be done, and leaves a new version', async () => {
      const openings = await as('clerk').json<OpeningJson[]>('/api/openings');
      expect(openings.map(({ source }) => source.name).sort()).toEqual(['hotline', 'superior', 'survey']);
      expect(await as('responsible').json('/api/openings')).toEqual([]);
      const made = await as('clerk').request('/api/cases', jsonInit('POST', { source: 'survey', fields: { content: '井盖松动', place: '北街' } }));
      expect(made.status).toBe(201);
      const { id, version } = await made.json() as CaseDetail;
      const admit = jsonInit('POST', { input: { class: 'urgent', goal: '修好', 'close-by': '2021-11-30' }, version }, { 'Idempotency-Key': 'k1' });
      const done = await as('leading-group').request(`/api/cases/${id}/actions/admit`, admit);
      expect(done.status).toBe(200);
      const after = await done.json() as CaseDetail;
      expect(after).toMatchObject({ step: 'scheduling', fields: { goal: '修好', 'close-by': '2021-11-30' } });
      const again = await as('leading-group').json<CaseDetail>(`/api/cases/${id}/actions/admit`, admit);
      expect(again.version).toBe(after.version); // the same key with the same contents acts once
      const other = await as('leading-group').request(`/api/cases/${id}/actions/admit`, jsonInit('POST', { input: { class: 'new' } }, { 'Idempotency-Key': 'k1' }));
      expect(other.status).toBe(409);
      const light = await as('leading-group').request(`/api/cases/${id}/actions/light-up`, jsonInit('POST', { input: {} }));
      expect(light.status).toBe(404);
    });
  });

  describe('what the method says', () => {
    it('columns, filters and the flow of each kind come from its file', async () => {
      const method = await as('clerk').json<MethodInfo>(`/api/methods/${api.district.rules.method.id}`);
      expect(method.list.columns.map(({ by }) => by)).toContain('clock.close.due');
      expect(method.list.filters.find(({ name }) => name === 'class')).toMatchObject({ by: 'answer.class', kind: 'choice', options: expect.arrayContaining([expect.objectContaining({ name: 'new' })]) });
      const { nodes, edges, mermaid } = method.flow['matter']!;
      const names = nodes.map(({ name }) => name);
      expect(names).toContain('ending:solved');
      for (const { from, to } of edges) expect(names).toEqual(expect.arrayContaining([from, to]));
      expect(edges).toContainEqual(expect.objectContaining({ from: 'accepting', to: 'ending:solved', action: 'accept' }));
      expect(edges).toContainEqual(expect.objectContaining({ from: 'accepting', to: 'handling', back: true }));
      expect(mermaid).toMatch(/^flowchart TD\n/);
    });

    it('every listed name can be filtered and sorted on', async () => {
      const method = await as('clerk').json<MethodInfo>(`/api/methods/${api.district.rules.method.id}`);
      for (const { by } of method.list.columns) expect([by, (await as('clerk').request(`/api/cases?sort=["${by}","ASC"]&range=[0,0]`)).status]).toEqual([by, 200]);
      for (const { by, name } of method.list.filters) {
        for (const key of [by, name]) expect([key, (await as('clerk').request(`/api/cases?filter={"${key}":"x"}&range=[0,0]`)).status]).toEqual([key, 200]);
      }
    });

    it('posts can be asked for by role and by the unit they are over', async () => {
      const filter = encodeURIComponent(JSON.stringify({ role: 'responsible', over: 'yucai' }));
      const posts = await as('clerk').json<PostRecord[]>(`/api/posts?filter=${filter}`);
      expect(posts.map(({ unit }) => unit).sort()).toEqual(['yucai', 'zhenhua']);
      expect(posts[0]).toMatchObject({ roleLabel: { zh: '责任人' }, unitLabel: { zh: expect.any(String) } });
    });

    it('a board\'s number opens its list', async () => {
      const board = await as('clerk').json<MetricValueJson[]>('/api/boards/overview?asOf=2021-11-06&ids=true');
      const done = board.find(({ name }) => name === 'done')!;
      expect(done.count).toBe(111);
      const rows = await as('clerk').json<CaseRecord[]>(`/api/cases?filter=${encodeURIComponent(JSON.stringify({ id: done.ids! }))}`);
      expect(rows).toHaveLength(111);
    });

    it('a ledger is the same as JSON and as Excel, and its file is called by its Chinese word', async () => {
      const table = await as('clerk').json<LedgerTableJson>('/api/ledgers/worksheet?period=2021');
      expect(table.columns.map(({ label }) => label.zh)).toEqual(['任务来源', '结果目标', '主要内容', '解决措施', '处理结果', '责任人', '上报时间', '销号时限']);
      const file = await as('clerk').request('/api/ledgers/worksheet/xlsx?period=2021');
      expect(file.headers.get('content-disposition')).toMatch(new RegExp(`filename\\*=UTF-8''[^;]*${encodeURIComponent('工作表 2021.xlsx')}`));
      expect(new Uint8Array(await file.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    });

    it.each([['/api/ledgers/workshet', 404, 'worksheet'], ['/api/boards/nope', 404, ''], ['/api/ledgers/worksheet?period=20x1', 400, ''], ['/api/methods/9', 404, '']])(
      '%s is refused with %i', async (path, status, mend) => {
        const answer = await as('clerk').request(path);
        const problem = await answer.json() as ProblemDocument;
        expect(answer.status).toBe(status);
        expect(problem.detail).toContain(mend);
      });
  });
});
