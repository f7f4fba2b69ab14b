import type { Engine, IssuedList, LedgerTable } from '@bihuan/core';
import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer, jsonBody, newRouter, refusals } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import { ledgerToXlsx } from '../spreadsheet/index.ts';
import { KeyHeader, keyOf } from './cases.ts';
import { directoryWords } from './directory-words.ts';
import { iso, zoneOfMethod } from './iso.ts';
import { refuseWith, valueOf } from './problem.ts';
import { languageOf } from './request-language.ts';
import { IssueCall, IssuedListJson, LedgerTableJson } from './wire/index.ts';

const tags = ['reports'];
const params = z.object({ name: z.string().openapi({ example: 'worksheet' }) });
const query = z.object({
  period: z.string().max(20).optional().openapi({ example: '2021-11', description: 'Year, quarter, month … / 周期' }), within: z.string().max(200).optional(),
  lang: z.enum(['zh', 'en']).optional(),
});

const pageQuery = {
  offset: z.coerce.number().int().min(0).optional().openapi({ description: 'Rows to pass over / 跳过的行数' }),
  limit: z.coerce.number().int().min(1).max(1000).optional().openapi({ description: 'A page of so many rows; default all / 每页行数，默认全部' }),
};

const read = createRoute({
  method: 'get', path: '/{name}', tags, summary: 'A ledger / 台账', request: { params, query: query.omit({ lang: true }).extend(pageQuery) },
  responses: { 200: jsonAnswer(LedgerTableJson, 'Columns and rows'), ...refusals },
});
const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const file = createRoute({
  method: 'get', path: '/{name}/xlsx', tags, summary: 'The same as an Excel file / 导出 Excel', request: { params, query },
  responses: { 200: { content: { [mime]: { schema: { type: 'string', format: 'binary' } as const } }, description: 'An .xlsx file' }, ...refusals },
});

const issue = createRoute({
  method: 'post', path: '/{name}/issue', tags, summary: 'Issue it: its rows are fixed from then on / 发布清单', request: { params, headers: KeyHeader, ...jsonBody(IssueCall) },
  responses: { 201: jsonAnswer(IssuedListJson, 'As it was issued'), ...refusals },
});
const issued = createRoute({
  method: 'get', path: '/{name}/issued', tags, summary: 'The lists that were issued, the last first / 已发布的清单', request: { params },
  responses: { 200: jsonAnswer(z.array(IssuedListJson), 'With their rows as they were'), ...refusals },
});

/** `/api/ledgers`: worksheets and registers, as JSON and as Excel, and the lists issued of them. */
export function ledgerRoutes({ engine, now }: ApiOptions) {
  return newRouter()
    .openapi(read, async (c) => c.json(ledgerJson(await ledgerOf(engine, c.req.valid('param').name, c.req.valid('query'), now())), 200, { 'Cache-Control': 'no-store' }))
    .openapi(file, async (c) => {
      const { name } = c.req.valid('param');
      const { lang = languageOf(c), ...options } = c.req.valid('query');
      const table = await ledgerOf(engine, name, options, now());
      const bytes = await ledgerToXlsx(table, { lang });
      return c.body(new Uint8Array(bytes), 200, { 'Content-Type': mime, 'Content-Disposition': attachment(table, lang), 'Cache-Control': 'no-store' });
    })
    .openapi(issue, async (c) => {
      const { name } = c.req.valid('param');
      const { period, within } = c.req.valid('json');
      const actor = c.get('actor');
      const list = valueOf(await engine.issue(name, { ...(period ? { period } : {}), ...(within ? { within } : {}) }, {
        by: actor, at: now(), ...keyOf(actor, c.req.valid('header')['idempotency-key']),
      }));
      return c.json((await issuedJson(engine, [list]))[0]!, 201);
    })
    .openapi(issued, async (c) => {
      const { name } = c.req.valid('param');
      if (engine.methods.every(({ ledgers }) => !Object.hasOwn(ledgers ?? {}, name))) throw refuseWith('record.not-found', { id: name });
      return c.json(await issuedJson(engine, await engine.issued(name)), 200, { 'Cache-Control': 'no-store' });
    });
}

/** Issued lists as they go over the wire. */
export async function issuedJson(engine: Engine, lists: readonly IssuedList[]): Promise<IssuedListJson[]> {
  const words = directoryWords(engine.directory, engine.tenant);
  const zone = zoneOfMethod(engine.methods[0]!);
  return Promise.all(lists.map(async ({ columns, rows, at, ...list }) => ({
    ...list, unitLabel: await words.unit(list.unit), at: iso(at, zone), columns: [...columns], rows: rows.map((row) => [...row]),
  })));
}

/** A ledger for a period and a unit. */
export async function ledgerOf(engine: Engine, name: string, { period, within, offset, limit }: LedgerAsked, at: number): Promise<LedgerTable> {
  return valueOf(await engine.ledger(name, { at, ...(period ? { period } : {}), ...(within ? { within } : {}), ...(offset ? { offset } : {}), ...(limit ? { limit } : {}) }));
}

interface LedgerAsked { readonly period?: string | undefined; readonly within?: string | undefined; readonly offset?: number | undefined; readonly limit?: number | undefined }

const ledgerJson = ({ columns, rows, ...table }: LedgerTable): LedgerTableJson => ({
  ...table, columns: [...columns], rows: rows.map(({ id, key, cells, values }) => ({ id, key, cells: [...cells], values: [...values] })),
});

/** The file is called by the ledger's own word; the plain name is for clients that cannot read that. */
function attachment({ name, label, period }: LedgerTable, language: 'zh' | 'en'): string {
  const word = [label[language], period].filter(Boolean).join(' ').replace(/[\\/:*?"<>|“”]/g, '');
  const encoded = encodeURIComponent(`${word}.xlsx`).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${[name, period].filter(Boolean).join('-').replace(/[^\w.-]/g, '_')}.xlsx"; filename*=UTF-8''${encoded}`;
}
