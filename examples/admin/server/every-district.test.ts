import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseRecord, DutyJson, IssuedListJson, LedgerTableJson, LineageJson, MethodInfo, MetricValueJson, NormTableJson, OpeningJson, PublicationJson, SubjectRecord } from '@bihuan/adapters/http';
import { type DemoApi, type Visitor, demoApi, jsonInit } from './demo-api.fixture.ts';
import { readManifest } from './demo-manifest.ts';

const listOf = (filter: object, range = [0, 24]) => `filter=${encodeURIComponent(JSON.stringify(filter))}&range=${JSON.stringify(range)}`;
const words = { zh: expect.any(String), en: expect.any(String) };

describe.each(readManifest().map(({ id }) => id))('the district %s', (id) => {
  let api: DemoApi;
  let visitors: Visitor[];
  let method: MethodInfo;
  let someone: Visitor;
  beforeAll(async () => {
    api = await demoApi({}, { of: id });
    visitors = await Promise.all(api.district.logins.map(({ username }) => api.visitor(username)));
    someone = visitors[0]!;
    [method] = await someone.json<[MethodInfo]>('/api/methods');
  }, 120_000);

  it('has cases, and a page for every one of the first', async () => {
    const rows = await someone.json<CaseRecord[]>(`/api/cases?${listOf({ view: 'all' }, [0, 9])}`);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) for (const what of ['', '/explain', '/timeline']) expect([row.id, what, (await someone.request(`/api/cases/${row.id}${what}`)).status]).toEqual([row.id, what, 200]);
    for (const row of rows) {
      const [self, ...others] = await someone.json<LineageJson>(`/api/lineage/${row.id}`);
      expect(self).toMatchObject({ id: row.id, above: null, depth: 0 });
      for (const { above, link } of others) expect([above, link]).toEqual([expect.any(String), expect.objectContaining({ label: words })]);
    }
  });

  it('lists every subject with the columns that it holds, personal ones withheld, and has a page for the first', async () => {
    for (const { name, of, columns } of method.subjects) {
      const rows = await someone.json<SubjectRecord[]>(`/api/subjects?${listOf({ kind: name })}`);
      for (const row of rows) {
        expect(row).toMatchObject({ kind: name, of, title: words, labels: { home: words } });
        expect(Object.keys(row.cells)).toEqual(columns.map((column) => column.name));
        for (const column of columns) if (column.personal) expect(row.cells[column.name]!.zh).toBe('（不公开）');
      }
      const [first] = rows;
      if (first === undefined) continue;
      for (const what of ['', '/explain', '/timeline', '/norms']) {
        const path = `/api/subjects/${encodeURIComponent(first.id)}${what}`;
        expect([path, (await someone.request(path)).status]).toEqual([path, 200]);
      }
      expect(await someone.json(`/api/subjects?filter=${encodeURIComponent(JSON.stringify({ id: [first.id, 'nobody'] }))}`)).toMatchObject([{ id: first.id }]);
    }
  });

  it('says everybody\'s duties, and for each a way to do it that leads somewhere', async () => {
    for (const visitor of visitors) {
      for (const duty of await visitor.json<DutyJson[]>('/api/duties')) {
        expect(duty).toMatchObject({ label: words, subject: words, running: expect.any(Boolean) });
        for (const { does, on, subject } of duty.ways) {
          if (does === 'act') expect([on, (await visitor.request(`/api/${subject ? 'subjects' : 'cases'}/${encodeURIComponent(on!)}/explain`)).status]).toEqual([on, 200]);
        }
      }
    }
  });

  it('has a table for every norm', async () => {
    for (const { name } of method.norms) {
      const table = await someone.json<NormTableJson>(`/api/norms/${name}`);
      expect(table).toMatchObject({ name, label: words, min: expect.any(Number) });
      for (const row of table.rows) expect(row).toMatchObject({ label: words, met: expect.any(Boolean) });
    }
  });

  it('has every ledger with its issued lists, and every board', async () => {
    for (const { name, issuedBy } of method.ledgers) {
      const { rows } = await someone.json<LedgerTableJson>(`/api/ledgers/${name}`);
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      expect((await someone.request(`/api/ledgers/${name}/xlsx`)).status).toBe(200);
      const issued = await someone.json<IssuedListJson[]>(`/api/ledgers/${name}/issued`);
      expect(issuedBy !== undefined || issued.length === 0).toBe(true);
      for (const list of issued) expect(list).toMatchObject({ ledger: name, unitLabel: words, at: expect.stringMatching(/^\d{4}-/) });
    }
    for (const { name } of method.boards) {
      for (const metric of await someone.json<MetricValueJson[]>(`/api/boards/${name}`)) expect(await someone.json(`/api/metrics/${metric.name}`)).toMatchObject({ name: metric.name, count: metric.count });
    }
  });

  it('shows its public ledgers to everybody, and nothing else', async () => {
    const nobody = await api.visitor();
    const open = await nobody.json<{ name: string }[]>('/api/publications');
    expect(open.map(({ name }) => name)).toEqual(method.ledgers.filter((ledger) => ledger.public).map(({ name }) => name));
    for (const { name } of open) {
      const shown = await nobody.json<PublicationJson>(`/api/publications/${name}`);
      for (const row of shown.rows) expect(row).toHaveLength(shown.columns.length);
    }
    for (const { name } of method.ledgers.filter((ledger) => !ledger.public)) expect((await nobody.request(`/api/publications/${name}`)).status).toBe(404);
  });

  it('offers forms whose inputs it describes, to report and to enter', async () => {
    for (const visitor of visitors) {
      for (const { form, register, source } of await visitor.json<OpeningJson[]>('/api/openings')) {
        if (register) expect(source.name).toBe('');
        for (const { kind, kinds } of form) expect(kind === 'case' || kind === 'cases').toBe(kinds !== undefined);
      }
    }
    for (const { name: kind, sources: [source] } of method.kinds) {
      expect((await someone.request('/api/similar', jsonInit('POST', { kind, ...(source === undefined ? {} : { source }), fields: {} }))).status).toBe(200);
    }
    expect((await someone.request('/api/moves/try', jsonInit('POST', {}))).status).toBe(200);
  });
});
