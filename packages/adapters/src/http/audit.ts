import { csvCell } from '@bihuan/core';
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { jsonAnswer, newRouter, refusals } from './api-app.ts';
import type { ApiEnv, ApiOptions } from './api-options.ts';
import type { AuditEntry, AuditPort, LogQuery, LoginEntry } from './audit-port.ts';
import { auditCodes, auditWord, loginWords } from './audit-words.ts';
import { directoryWords } from './directory-words.ts';
import { iso, zoneOfMethod } from './iso.ts';
import { listHeaders } from './list-response.ts';
import { refuseWith } from './problem.ts';
import { languageOf } from './request-language.ts';
import type { SessionGuard } from './session-guard.ts';
import { AuditLine, ChainCheck, LogCheck, LoginLine, Named } from './wire/index.ts';

const tags = ['audit'];
const Query = z.object({
  from: z.string().max(10).optional().openapi({ description: 'First day / 起日', example: '2026-03-01' }), to: z.string().max(10).optional(),
  who: z.string().max(200).optional().openapi({ description: 'Person, or user name / 人员或用户名' }), what: z.string().max(60).optional(),
  offset: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(1000).default(50),
});
const list = <T extends z.ZodType>(path: string, summary: string, line: T) => createRoute({ method: 'get', path, tags, summary, request: { query: Query }, responses: { 200: jsonAnswer(z.array(line), 'The last first'), ...refusals } });
const entries = list('/entries', 'What administrators changed / 管理日志', AuditLine);
const logins = list('/logins', 'Sign-ins / 登录日志', LoginLine);
const codes = createRoute({ method: 'get', path: '/codes', tags, summary: 'What the audit log tells apart / 操作种类', responses: { 200: jsonAnswer(z.array(Named), 'Codes with their words'), ...refusals } });
const checkLog = createRoute({ method: 'post', path: '/check', tags, summary: 'Is the audit log what was written? / 核对管理日志', responses: { 200: jsonAnswer(LogCheck, 'Its hashes reckoned anew'), ...refusals } });
const checkCases = createRoute({
  method: 'post', path: '/check-cases', tags, summary: 'Are the cases what was written? / 核对事项记录链', request: { query: z.object({ after: z.string().max(200).default('') }) },
  responses: { 200: jsonAnswer(ChainCheck, 'One portion; go on after `next`'), ...refusals },
});
const csv = createRoute({
  method: 'get', path: '/{log}/csv', tags, summary: 'A log as a table / 导出', request: { params: z.object({ log: z.enum(['entries', 'logins']) }), query: Query.omit({ offset: true, limit: true }) },
  responses: { 200: { content: { 'text/csv': { schema: z.string() } }, description: 'Every line that the filter finds, at most 100,000' }, ...refusals },
});

const portion = 200;
const mostExported = 100_000;

/** `/api/audit`: who signed in and who changed what, for administrators; and whether what is kept is what was written. */
export function auditRoutes(options: ApiOptions, guard: SessionGuard) {
  const { engine, realClock = Date.now } = options;
  const zone = zoneOfMethod(engine.methods[0]!);
  const port = (): AuditPort => {
    if (options.audit === undefined) throw refuseWith('http.unknown-route', { method: 'GET', path: '/api/audit' });
    return options.audit;
  };
  const day = (text: string | undefined, end: boolean): number | undefined => {
    if (text === undefined || text === '') return undefined;
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) throw refuseWith('people.day-unreadable', { given: text }, [end ? 'to' : 'from']);
    return zone.instantOf(text, end ? '24:00' : '00:00') - (end ? 1 : 0);
  };
  const queryOf = ({ from, to, who, what, offset = 0, limit = mostExported }: Omit<z.infer<typeof Query>, 'offset' | 'limit'> & { offset?: number; limit?: number }): LogQuery => {
    const [first, last] = [day(from, false), day(to, true)];
    return { ...(first !== undefined && { from: first }), ...(last !== undefined && { to: last }), ...(who && { who }), ...(what && { what }), offset, limit };
  };
  const words = () => directoryWords(engine.directory, engine.tenant);
  const auditLine = async ({ seq, at, by, what, about, detail }: AuditEntry, { person }: ReturnType<typeof words>): Promise<AuditLine> => ({ seq, at: iso(at, zone), by, byName: (await person(by)).zh, what, label: auditWord(what), about, detail: { ...detail } });
  const loginLine = async ({ at, username, person, result }: LoginEntry, say: ReturnType<typeof words>): Promise<LoginLine> => ({ at: iso(at, zone), username, person, name: person === null ? null : (await say.person(person)).zh, result });
  const note = (c: Context<ApiEnv>, what: string, detail: AuditEntry['detail']): Promise<void> => port().add(engine.tenant, c.get('actor').person, realClock(), { what, about: 'audit', detail });
  const routes = newRouter();
  routes.use('*', guard.administrators);
  return routes
    .openapi(entries, async (c) => {
      const query = queryOf(c.req.valid('query'));
      const [{ rows, total }, say] = [await port().entries(engine.tenant, query), words()];
      return c.json(await Promise.all(rows.map((row) => auditLine(row, say))), 200, listHeaders('entries', rows, query.offset, total));
    })
    .openapi(logins, async (c) => {
      const query = queryOf(c.req.valid('query'));
      const [{ rows, total }, say] = [await port().logins(engine.tenant, query), words()];
      return c.json(await Promise.all(rows.map((row) => loginLine(row, say))), 200, listHeaders('logins', rows, query.offset, total));
    })
    .openapi(codes, (c) => c.json(auditCodes.map((name) => ({ name, label: auditWord(name) })), 200))
    .openapi(checkLog, async (c) => {
      const { entries: length, broken = null } = await port().checkLog(engine.tenant);
      await note(c, 'audit.check', { log: true, entries: length, broken });
      return c.json({ entries: length, broken }, 200);
    })
    .openapi(checkCases, async (c) => {
      const { after } = c.req.valid('query');
      const { next = null, broken, ...counted } = await port().checkCases(engine.tenant, after, portion);
      if (next === null || broken.length > 0) await note(c, 'audit.check', { log: false, after, broken: broken.length });
      return c.json({ ...counted, broken: [...broken], next }, 200);
    })
    .openapi(csv, async (c) => {
      const { log } = c.req.valid('param');
      const query = queryOf(c.req.valid('query'));
      const [language, say] = [languageOf(c), words()];
      const heads = headings[log].map((head) => head[language]);
      const rows = log === 'entries'
        ? await Promise.all((await port().entries(engine.tenant, query)).rows.map(async (row) => { const { seq, at, byName, by, label, about, detail } = await auditLine(row, say); return [String(seq), at, byName, by, label[language], about, JSON.stringify(detail)]; }))
        : await Promise.all((await port().logins(engine.tenant, query)).rows.map(async (row) => { const { at, username, name, result } = await loginLine(row, say); return [at, username, name ?? '', loginWords[result][language]]; }));
      await note(c, 'audit.export', { log, rows: rows.length });
      const text = `\uFEFF${[heads, ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
      return c.body(text, 200, { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${log}.csv"` });
    });
}

const headings = {
  entries: [{ zh: '序号', en: 'No.' }, { zh: '时间', en: 'When' }, { zh: '操作人', en: 'By' }, { zh: '人员标识', en: 'Id' }, { zh: '操作', en: 'What' }, { zh: '对象', en: 'About' }, { zh: '内容', en: 'Detail' }],
  logins: [{ zh: '时间', en: 'When' }, { zh: '用户名', en: 'User name' }, { zh: '姓名', en: 'Name' }, { zh: '结果', en: 'Result' }],
} as const;
