import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseRecord } from '@bihuan/adapters/http';
import { type DemoApi, type Visitor, demoApi, jsonInit } from './demo-api.fixture.ts';

let api: DemoApi;
let clerk: Visitor;
beforeAll(async () => {
  api = await demoApi();
  clerk = await api.visitor(api.district.logins[0]!.username);
});
afterAll(() => api.close());

/** The rows of the file, title and header apart. */
async function rowsOf(query: string): Promise<{ header: string[]; rows: string[][]; xml: string }> {
  const answer = await clerk.request(`/api/cases/xlsx${query}`);
  expect(answer.status).toBe(200);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const strings = [...strFromU8(files['xl/sharedStrings.xml']!).matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, value]) => value!);
  const xml = strFromU8(files['xl/worksheets/sheet1.xml']!);
  const lines = [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) => [...row!.matchAll(/<c [^>]*?(?:\/>|>(?:<v>(\d+)<\/v>)?<\/c>)/g)].map(([, n]) => (n === undefined ? '' : strings[Number(n)]!)));
  return { header: lines[1]!, rows: lines.slice(2), xml };
}
const query = (filter: object, more = '') => `?filter=${encodeURIComponent(JSON.stringify(filter))}${more}`;

describe('the list as an Excel file', () => {
  it('has every row that the list has, in its order, and only the columns that are shown', async () => {
    const list = await clerk.json<CaseRecord[]>(`/api/cases${query({ class: 'hard' }, '&sort=["opened","DESC"]')}`);
    const { header, rows } = await rowsOf(query({ class: 'hard' }, '&sort=["opened","DESC"]&columns=id,due,content'));
    expect(header).toEqual(['序号', '编号', '到期', '主要内容']);
    expect(rows.map(([, id]) => id)).toEqual(list.map(({ id }) => id));
    expect(rows).toHaveLength(51);
  });
  it('keeps what looks like a formula as text', async () => {
    await clerk.json('/api/cases', jsonInit('POST', { source: 'survey', home: 'zhenhua', fields: { content: '=HYPERLINK("http://x")', place: '东街' } }));
    const { rows, xml } = await rowsOf(query({ q: 'HYPERLINK' }, '&columns=content'));
    expect(rows.map(([, content]) => content?.replaceAll('&quot;', '"'))).toEqual(['=HYPERLINK("http://x")']);
    expect(xml).not.toContain('<f>');
  });
  it('refuses a filter that nobody knows, as the list does', async () => expect((await clerk.request(`/api/cases/xlsx${query({ sorce: 'x' })}`)).status).toBe(400));
});
