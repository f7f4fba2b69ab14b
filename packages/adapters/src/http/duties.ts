import { type Duty, type Engine, type NormTable, subjectId } from '@bihuan/core';
import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer, newRouter, refusals } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import { type DirectoryWords, directoryWords } from './directory-words.ts';
import { waysOf } from './duty-ways.ts';
import { iso, zoneOfMethod } from './iso.ts';
import { methodWords } from './method-words.ts';
import { valueOf } from './problem.ts';
import { methodWithSubject, subjectDetail } from './subject-records.ts';
import { DutyJson, NormTableJson } from './wire/index.ts';

const tags = ['duties'];
const mine = createRoute({
  method: 'get', path: '/', tags, summary: 'What I have to do now / 我的履职', responses: { 200: jsonAnswer(z.array(DutyJson), 'The most pressing first, each with the ways to do it'), ...refusals },
});
const readTable = createRoute({
  method: 'get', path: '/{name}', tags, summary: 'What a norm has come to in a period / 履职情况',
  request: { params: z.object({ name: z.string() }), query: z.object({ period: z.string().max(20).optional().openapi({ example: '2024-07-04' }), within: z.string().max(200).optional() }) },
  responses: { 200: jsonAnswer(NormTableJson, 'Member by member; the running period, unless one is named'), ...refusals },
});

const ofSubject = createRoute({
  method: 'get', path: '/{id}/norms', tags, summary: 'What is required of one subject, and how far it has come / 该对象的履职', request: { params: z.object({ id: z.string() }) },
  responses: { 200: jsonAnswer(z.array(NormTableJson), 'Each norm with the one row, for the running period'), ...refusals },
});

/** Below `/api/subjects/{id}`. */
export function subjectNormRoutes({ engine, now }: ApiOptions) {
  return newRouter().openapi(ofSubject, async (c) => {
    const { id } = c.req.valid('param');
    const [actor, at] = [c.get('actor'), now()];
    const { kind } = await subjectDetail(engine, id, actor, at);
    const words = directoryWords(engine.directory, engine.tenant);
    const names = Object.entries(methodWithSubject(engine, kind)?.norms ?? {}).filter(([, { per }]) => 'each' in per && per.each === kind).map(([name]) => name);
    const tables = await Promise.all(names.map(async (name) => tableJson(valueOf(await engine.norm(name, { at })), true, words, id)));
    return c.json(tables.filter(({ rows }) => rows.length > 0), 200, { 'Cache-Control': 'no-store' });
  });
}

/** `/api/duties`: of who is signed in. */
export function dutyRoutes({ engine, now }: ApiOptions) {
  const zone = zoneOfMethod(engine.methods[0]!);
  return newRouter().openapi(mine, async (c) => {
    const [actor, at] = [c.get('actor'), now()];
    const words = directoryWords(engine.directory, engine.tenant);
    const today = zone.localDayOf(at);
    const found = await engine.duties(actor, at);
    return c.json(await Promise.all(found.map(async ({ subject, ends, first, ...duty }) => ({
      ...duty, subject: subject ?? await calledBy(words, duty.of), unitLabel: await words.unit(duty.unit),
      ...(first !== undefined && { first }), ...(ends !== undefined && { ends: iso(ends, zone) }),
      running: first === undefined || first <= today, ways: waysOf(methodWithNorm(engine, duty.norm), duty, actor),
    }))), 200, { 'Cache-Control': 'no-store' });
  });
}

/** `/api/norms/{name}`: who met it and who did not. */
export function normRoutes({ engine, now }: ApiOptions) {
  return newRouter().openapi(readTable, async (c) => {
    const { name } = c.req.valid('param');
    const { period, within } = c.req.valid('query');
    const table = valueOf(await engine.norm(name, { at: now(), ...(period ? { period } : {}), ...(within ? { within } : {}) }));
    const method = methodWithNorm(engine, name);
    const { per } = method.norms![name]!;
    const isLog = 'each' in per && !Object.hasOwn(method.kinds, per.each);
    return c.json(await tableJson(table, isLog, directoryWords(engine.directory, engine.tenant)), 200, { 'Cache-Control': 'no-store' });
  });
}

async function tableJson({ rows, ...norm }: NormTable, subject: boolean, words: DirectoryWords, only?: string): Promise<NormTableJson> {
  return {
    ...norm, rows: await Promise.all(rows.filter(({ of }) => only === undefined || of === only).map(async (row) => ({
      ...row, label: row.label.zh === row.of ? await calledBy(words, row.of) : row.label, unitLabel: row.unit === '' ? { zh: '', en: '' } : await words.unit(row.unit), subject,
    }))),
  };
}

const methodWithNorm = (engine: Engine, name: string) => methodWords(engine.methods.findLast(({ norms }) => Object.hasOwn(norms ?? {}, name)) ?? engine.methods[0]!).method;

/** A unit by its word, a post by who holds it, a value or an entry by itself. */
async function calledBy(words: DirectoryWords, of: Duty['of']) {
  for (const what of ['unit', 'post'] as const) {
    const [, id] = new RegExp(`^${what}:(.+)$`).exec(of) ?? [];
    if (id !== undefined && of === subjectId[what](id)) return words[what](id);
  }
  const text = of.replace(/^value:/, '');
  return { zh: text, en: text };
}
