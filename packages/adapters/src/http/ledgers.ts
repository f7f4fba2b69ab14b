import type { Engine, LedgerTable } from '@bihuan/core';
import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer, newRouter, refusals } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import { ledgerToXlsx } from '../spreadsheet/index.ts';
import { valueOf } from './problem.ts';
import { languageOf } from './request-language.ts';
import { LedgerTableJson } from './wire/index.ts';

const tags = ['reports'];
const params = z.object({ name: z.string().openapi({ example: 'worksheet' }) });
const query = z.object({
  period: z.string().max(20).optional().openapi({ example: '2021-11', description: 'Year, quarter, month … / 周期' }), within: z.string().max(200).optional(),
  lang: z.enum(['zh', 'en']).optional(),
});

const read = createRoute({
  method: 'get', path: '/{name}', tags, summary: 'A ledger / 台账', request: { params, query: query.omit({ lang: true }) },
  responses: { 200: jsonAnswer(LedgerTableJson, 'Columns and rows'), ...refusals },
});
const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const file = createRoute({
  method: 'get', path: '/{name}/xlsx', tags, summary: 'The same as an Excel file / 导出 Excel', request: { params, query },
  responses: { 200: { content: { [mime]: { schema: { type: 'string', format: 'binary' } as const } }, description: 'An .xlsx file' }, ...refusals },
});

/** `/api/ledgers`: worksheets and registers, as JSON and as Excel. */
export function ledgerRoutes({ engine, now }: ApiOptions) {
  return newRouter()
    .openapi(read, async (c) => c.json(ledgerJson(await ledgerOf(engine, c.req.valid('param').name, c.req.valid('query'), now())), 200, { 'Cache-Control': 'no-store' }))
    .openapi(file, async (c) => {
      const { name } = c.req.valid('param');
      const { lang = languageOf(c), ...options } = c.req.valid('query');
      const table = await ledgerOf(engine, name, options, now());
      const bytes = await ledgerToXlsx(table, { lang });
      return c.body(new Uint8Array(bytes), 200, { 'Content-Type': mime, 'Content-Disposition': attachment(table, lang), 'Cache-Control': 'no-store' });
    });
}

async function ledgerOf(engine: Engine, name: string, { period, within }: { period?: string | undefined; within?: string | undefined }, at: number): Promise<LedgerTable> {
  return valueOf(await engine.ledger(name, { at, ...(period ? { period } : {}), ...(within ? { within } : {}) }));
}

const ledgerJson = ({ columns, rows, ...table }: LedgerTable): LedgerTableJson => ({
  ...table, columns: [...columns], rows: rows.map(({ id, cells, values }) => ({ id, cells: [...cells], values: [...values] })),
});

/** The file is called by the ledger's own word; the plain name is for clients that cannot read that. */
function attachment({ name, label, period }: LedgerTable, language: 'zh' | 'en'): string {
  const word = [label[language], period].filter(Boolean).join(' ').replace(/[\\/:*?"<>|“”]/g, '');
  const encoded = encodeURIComponent(`${word}.xlsx`).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${[name, period].filter(Boolean).join('-').replace(/[^\w.-]/g, '_')}.xlsx"; filename*=UTF-8''${encoded}`;
}
