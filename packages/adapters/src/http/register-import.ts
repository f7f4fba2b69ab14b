import { setImmediate } from 'node:timers/promises';
import { createRoute, z } from '@hono/zod-openapi';
import { findRegister, importRegister, importTemplate, issue, parseImportMap, wordsOf } from '@bihuan/core';
import type { Actor, Engine, ImportMap, ImportReport } from '@bihuan/core';
import type { Context } from 'hono';
import { readCsv } from '../tables/csv.ts';
import { decode } from '../tables/decode.ts';
import { jsonAnswer, newRouter, refusals } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import { importProblem, mapProblem } from './import-problems.ts';
import { Refusal, refuseWith } from './problem.ts';
import { languageOf } from './request-language.ts';
import { Words } from './wire/index.ts';

const tags = ['subjects'];
const params = z.object({ subject: z.string().openapi({ example: 'household' }) });
const Problem = z.object({ code: z.string(), says: Words });

/** What became of every row of a table; nothing is in where there are problems. */
export const ImportReportJson = z.object({
  method: z.string(), register: z.object({ name: z.string(), label: Words }), dryRun: z.boolean(),
  rows: z.int(), entered: z.int(), corrected: z.int(), unchanged: z.int(), refused: z.int(),
  ignored: z.array(z.object({ column: z.string(), mend: z.string().optional() })).openapi({ description: 'Columns that were not used / 没有用到的列' }),
  problems: z.array(Problem).openapi({ description: 'Why no row could be read / 整张表读不了的原因' }),
  results: z.array(z.object({
    line: z.int(), title: z.string().optional(), unit: z.string().optional(), what: z.enum(['entered', 'corrected', 'unchanged', 'refused']), id: z.string().optional(),
    changed: z.array(Words).optional(), issues: z.array(Problem.extend({ column: z.string().optional() })).optional(),
  })),
}).openapi('ImportReport');
export type ImportReportJson = z.infer<typeof ImportReportJson>;

const bring = createRoute({
  method: 'post', path: '/{subject}/import', tags, summary: 'Enter a table into a register / 导入名册',
  description: 'Row by row by the opening action, for whoever may take it; a second time nothing comes twice / 逐行按登记操作；再导不重复',
  request: {
    params, query: z.object({ 'dry-run': z.enum(['true', 'false']).optional().openapi({ description: 'Only tries / 只试导' }) }),
    body: { content: {
      'text/csv': { schema: z.string() },
      'multipart/form-data': { schema: z.object({ file: z.any().optional().openapi({ type: 'string', format: 'binary' }), map: z.string().optional() }) },
    } },
  },
  responses: { 200: jsonAnswer(ImportReportJson, 'What became of each row'), 422: jsonAnswer(ImportReportJson, 'The table could not be read; nothing was written'), ...refusals },
});
const template = createRoute({
  method: 'get', path: '/{subject}/template.csv', tags, summary: 'The empty table of a register / 名册的空表', request: { params, query: z.object({ lang: z.enum(['zh', 'en']).optional() }) },
  responses: { 200: { content: { 'text/csv': { schema: z.string() } }, description: 'Header and one example row' }, ...refusals },
});

/** `/api/registers/:subject`: the empty table, and a filled one back. */
export function registerImportRoutes({ engine, now }: ApiOptions) {
  return newRouter()
    .openapi(bring, async (c) => {
      const [by, at] = [c.get('actor'), now()];
      const { rules, subject } = await registerFor(engine, c.req.valid('param').subject, by, at);
      const dryRun = c.req.valid('query')['dry-run'] === 'true';
      const refused = (problems: ImportReport['problems']) => c.json(reportJson({
        method: `${rules.method.id}@${rules.method.version}`, register: { name: subject, label: wordsOf(rules.method.subjects![subject]!.label) }, dryRun,
        rows: 0, entered: 0, corrected: 0, unchanged: 0, refused: 0, ignored: [], problems, results: [],
      }), 422);
      const { bytes, mapText } = await bodyOf(c);
      if (bytes === undefined) return refused([importProblem.noFile]);
      const decoded = decode(bytes);
      if (decoded === undefined || decoded.text.includes('\0')) return refused([importProblem.encoding]);
      const parsed = mapText === undefined ? undefined : parseImportMap(mapText, rules, subject);
      if (parsed?.ok === false) return refused(parsed.issues.map(mapProblem));
      const map: ImportMap | undefined = parsed?.value;
      const report = await importRegister(engine, {
        subject, method: rules.method.id, table: readCsv(decoded.text, map?.delimiter), by, at, dryRun, ...(map && { map }),
        onProgress: () => setImmediate(), // others are answered between the rows of a long table
      });
      return c.json(reportJson(report), report.problems.length > 0 ? 422 : 200, { 'Cache-Control': 'no-store' });
    })
    .openapi(template, async (c) => {
      const { rules, subject } = await registerFor(engine, c.req.valid('param').subject, c.get('actor'), now());
      const lang = c.req.valid('query').lang ?? languageOf(c);
      const text = importTemplate(rules, subject, await engine.directory.units(engine.tenant), lang);
      const word = encodeURIComponent(`${wordsOf(rules.method.subjects![subject]!.label)[lang]}.csv`).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
      return c.body(text, 200, { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${subject}.csv"; filename*=UTF-8''${word}` });
    });
}

/** The register, for whoever may enter into it. */
async function registerFor(engine: Engine, name: string, actor: Actor, at: number) {
  const found = findRegister(engine, { subject: name, at });
  if (!found.ok) throw refuseWith('record.not-found', { id: name });
  const { rules, subject } = found.value;
  const open = await engine.openings(actor, at);
  if (!open.some(({ register, kind, method }) => register && kind === subject && method === rules.method.id)) {
    const opening = [...rules.actions.values()].find(({ schema }) => schema.opens === subject);
    const who = (opening?.by ?? []).flatMap((doer) => (typeof doer === 'string' ? [doer] : 'role' in doer ? [doer.role] : [])).map((role) => wordsOf(rules.method.roles[role]?.label ?? role));
    throw new Refusal([issue('action.not-yours', ['action'], { action: opening?.label ?? wordsOf(name), who })]);
  }
  return found.value;
}

/** The table as it was sent, and the map beside it. */
async function bodyOf(c: Context): Promise<{ readonly bytes?: Uint8Array; readonly mapText?: string }> {
  const type = (c.req.header('content-type') ?? '').toLowerCase();
  if (type.startsWith('text/csv')) return { bytes: new Uint8Array(await c.req.arrayBuffer()) };
  if (!type.startsWith('multipart/form-data')) return {};
  const { file, map } = await c.req.parseBody();
  const mapText = map instanceof File ? await map.text() : map;
  return { ...(file instanceof File && { bytes: new Uint8Array(await file.arrayBuffer()) }), ...(typeof mapText === 'string' && mapText.trim() !== '' && { mapText }) };
}

const reportJson = ({ problems, ignored, results, ...report }: ImportReport): ImportReportJson => ({
  ...report, problems: [...problems], ignored: [...ignored],
  results: results.map(({ changed, issues, ...row }) => ({ ...row, ...(changed && { changed: [...changed] }), ...(issues && { issues: [...issues] }) })),
});
