import { type CaseRow, type Engine, type LedgerTable, type ListInput, type Words } from '@bihuan/core';
import { createRoute, z } from '@hono/zod-openapi';
import { ledgerToXlsx } from '../spreadsheet/index.ts';
import { newRouter, refusals } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import { caseRecords } from './case-records.ts';
import { iso, zoneOfMethod } from './iso.ts';
import { ListParameters, mostRows } from './list-parameters.ts';
import { caseListReader } from './list-query.ts';
import { methodWords } from './method-words.ts';
import { valueOf } from './problem.ts';
import { languageOf } from './request-language.ts';
import type { CaseRecord } from './wire/index.ts';

const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const sheet = createRoute({
  method: 'get', path: '/xlsx', tags: ['cases'], summary: 'The list as an Excel file, every row of it / 导出事项列表',
  request: { query: ListParameters.pick({ filter: true, sort: true }).extend({
    columns: z.string().max(4000).optional().openapi({ description: 'Names in order, by commas; all where none is named / 列名', example: 'id,light,due,content' }), lang: z.enum(['zh', 'en']).optional(),
  }) },
  responses: { 200: { content: { [mime]: { schema: { type: 'string', format: 'binary' } as const } }, description: 'An .xlsx file' }, ...refusals },
});

/** `/api/cases/xlsx`: what the list shows, by the same filter and sort, to the last row. */
export function caseSheetRoutes({ engine, now }: ApiOptions) {
  const readList = caseListReader(engine.methods);
  return newRouter().openapi(sheet, async (c) => {
    const at = now();
    const { columns, lang = languageOf(c), ...parameters } = c.req.valid('query');
    const rows = await everyRow(readList(parameters, at), (query) => engine.list(query, c.get('actor'), at));
    const table = tableOf(engine, await caseRecords(engine, rows, at), columns?.split(','), at);
    const bytes = await ledgerToXlsx(table, { lang });
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': mime, 'Content-Disposition': `attachment; filename="cases-${table.period}.xlsx"; filename*=UTF-8''${encodeURIComponent(`${table.label[lang]} ${table.period}.xlsx`)}`, 'Cache-Control': 'no-store',
    });
  });
}

/** One stretch after the other: an answer of the store has its bound, a file has none. */
async function everyRow(query: ListInput, list: (query: ListInput) => ReturnType<Engine['list']>): Promise<CaseRow[]> {
  const found: CaseRow[] = [];
  for (;;) {
    const { rows, total } = valueOf(await list({ ...query, offset: found.length, limit: mostRows }));
    found.push(...rows);
    if (rows.length === 0 || found.length >= total) return found;
  }
}

const own: Readonly<Record<string, { readonly label: Words; readonly text: (row: CaseRecord) => Words }>> = {
  id: { label: { zh: '编号', en: 'Number' }, text: ({ id }) => plain(id) },
  light: { label: { zh: '时限', en: 'Time limit' }, text: ({ labels }) => labels.light },
  due: { label: { zh: '到期', en: 'Due' }, text: ({ due }) => plain(due === null ? '' : dueText(due)) },
};

function tableOf(engine: Engine, rows: readonly CaseRecord[], chosen: readonly string[] | undefined, at: number): LedgerTable {
  const method = engine.methods.at(-1)!;
  const all = [
    ...Object.entries(own).map(([name, column]) => ({ name, ...column })),
    ...methodWords(method).columns.map(({ name, label }) => ({ name, label, text: (row: CaseRecord) => row.cells[name] ?? plain('') })),
  ];
  const columns = chosen === undefined ? all : chosen.flatMap((name) => all.find((column) => column.name === name) ?? []);
  return {
    name: 'cases', label: { zh: '事项列表', en: 'Cases' }, period: iso(at, zoneOfMethod(method)).slice(0, 10),
    columns: columns.map(({ name, label }) => ({ name, label })),
    rows: rows.map((row) => ({ id: row.id, key: row.id, cells: columns.map(({ text }) => text(row)), values: [] })),
  };
}

const plain = (text: string): Words => ({ zh: text, en: text });

/** The midnight that ends a day is said as 24:00 of that day. */
const dueText = (due: string): string => {
  const [day, time] = [due.slice(0, 10), due.slice(11, 16)];
  return time === '00:00' ? `${new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)} 24:00` : `${day} ${time}`;
};
