import { describe, expect, it } from 'vitest';
import { createEngine, directoryOfCast, embeddedDirectory, loadMethod } from '@bihuan/core';
import { householdMethod } from '../cli/import.fixture.ts';
import { gb18030 } from '../cli/command-line.fixture.ts';
import { memoryStore } from '../memory/index.ts';
import { newRouter } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import { Refusal, problemResponse } from './problem.ts';
import { registerImportRoutes } from './register-import.ts';
import type { ImportReportJson } from './register-import.ts';

type Sent = string | FormData | Uint8Array<ArrayBuffer>;

/** The routes over a street in memory, for whoever is named. */
const streetFor = (person = 'li-li') => {
  const method = loadMethod(householdMethod);
  const directory = embeddedDirectory(directoryOfCast(method.cast!));
  const engine = createEngine({ methods: [method], store: memoryStore(), directory });
  const app = newRouter();
  app.onError((error, c) => { if (error instanceof Refusal) return problemResponse(c, error); throw error; });
  app.use('*', async (c, next) => { c.set('actor', (await directory.person('default', person)) ?? { person, posts: [] }); await next(); });
  app.route('/', registerImportRoutes({ engine, now: () => Date.UTC(2021, 10, 1, 1) } as ApiOptions));
  const send = async (body: Sent, query = '', type: string | undefined = 'text/csv') => {
    const response = await app.request(`/household/import${query}`, { method: 'POST', body, ...(type && { headers: { 'Content-Type': type } }) });
    return { status: response.status, report: (await response.json()) as ImportReportJson };
  };
  return { app, engine, send };
};
const mapAlone = new FormData();
mapAlone.set('map', '{}');
const table = '户主,人数,所在网格,电话\n李家,3,第一网格,=1+1\n张家,两人,第二网格,\n';

describe('given a street with a register of households', () => {
  it('when a table is tried, then it says what would become of each row and writes nothing', async () => {
    const { send, engine } = streetFor();
    expect(await send(table, '?dry-run=true')).toMatchObject({ status: 200, report: { dryRun: true, entered: 1, refused: 1, results: [{ line: 2, what: 'entered' }, { line: 3, issues: [{ column: '人数', code: 'input.wrong-type' }] }] } });
    expect(await engine.case('household-000001')).toBeUndefined();
  });

  it('when it is sent for good, and again, then it is in once; what looks like a formula is text', async () => {
    const { send, engine } = streetFor();
    expect((await send(table)).report).toMatchObject({ entered: 1, refused: 1, results: [{ id: 'household-000001' }, {}] });
    expect((await send(table)).report).toMatchObject({ entered: 0, unchanged: 1, refused: 1 });
    expect((await engine.case('household-000001'))?.state).toMatchObject({ version: 1, home: 'first', fields: { phone: '=1+1' } });
  });

  it('when it comes as a form, in GB18030 and with a map, then it is read alike', async () => {
    const form = new FormData();
    form.set('file', new File([gb18030('姓名,人数,所在网格\n李家,3,第一网格\n') as Uint8Array<ArrayBuffer>], '住户.csv', { type: 'application/vnd.ms-excel' }));
    form.set('map', JSON.stringify({ with: { 'household-name': { column: '姓名' } } }));
    expect(await streetFor().send(form, '', '')).toMatchObject({ status: 200, report: { entered: 1 } });
  });

  it.each<[string, Sent, string, string]>([
    ['a workbook', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x00, 0x00, 0xff), 'text/csv', 'import.encoding-unknown'], ['a form without a file', mapAlone, '', 'import.no-file'],
    ['an empty file', '', 'text/csv', 'csv.empty'], ['without a needed column', '户主,所在网格\n李家,第一网格\n', 'text/csv', 'import.columns-missing'],
  ])('when what is sent is %s, then nothing is imported and it says why in both languages', async (_, body, type, code) => {
    expect(await streetFor().send(body, '', type)).toMatchObject({ status: 422, report: { entered: 0, problems: [{ code, says: { zh: expect.any(String) as string, en: expect.any(String) as string } }] } });
  });

  it('when a map names what is not there, then it says where, with the mend', async () => {
    const form = new FormData();
    form.set('file', new File([table], 'a.csv'));
    form.set('map', '{"with":{"peple":{"column":"人数"}}}');
    expect(await streetFor().send(form, '', '')).toMatchObject({ status: 422, report: { problems: [{ says: { zh: expect.stringMatching(/\/with\/peple.*people/) as string } }] } });
  });

  it('when somebody may not enter, then neither table nor template is for them; a register that is not there is not found', async () => {
    const { app, send } = streetFor('nobody');
    expect((await send(table)).status).toBe(403);
    expect((await app.request('/household/template.csv')).status).toBe(403);
    expect((await streetFor().app.request('/courtyard/template.csv')).status).toBe(404);
  });

  it('when the template is asked for, then it is a file that a spreadsheet opens, in the language of who asks', async () => {
    const response = await streetFor().app.request('/household/template.csv', { headers: { 'Accept-Language': 'en' } });
    expect(response.headers.get('content-disposition')).toContain('household.csv');
    expect([...new Uint8Array(await response.clone().arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(await response.text()).toMatch(/^\uFEFF?Grid,Householder,/);
  });
});
