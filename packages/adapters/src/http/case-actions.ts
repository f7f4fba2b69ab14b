import type { Actor, Method } from '@bihuan/core';
import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer, jsonBody, newRouter, refusals } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import { KeyHeader, detailOf, keyOf, rowOf } from './cases.ts';
import { methodOf } from './case-records.ts';
import { directoryWords } from './directory-words.ts';
import { explanationJson, openingJson, timelineJson } from './explanation-json.ts';
import { refuseWith, valueOf } from './problem.ts';
import { methodWithSubject, subjectDetail } from './subject-records.ts';
import { ActionCall, CaseDetail, ExplanationJson, OpeningJson, SubjectDetail, TimelineLineJson } from './wire/index.ts';

const tags = ['actions'];
const params = z.object({ id: z.string() });

/** What differs between a case and a subject: how it is shown after an action, and by which method's words. */
interface Sort {
  readonly schema: z.ZodType<Record<string, unknown>>;
  readonly detail: (id: string, actor: Actor, at: number) => Promise<Record<string, unknown>>;
  readonly method: (id: string, actor: Actor, at: number) => Promise<Method>;
}

const actOn = (schema: Sort['schema']) => createRoute({
  method: 'post', path: '/{id}/actions/{action}', tags, summary: 'Take an action / 办理操作',
  request: { params: params.extend({ action: z.string() }), headers: KeyHeader, ...jsonBody(ActionCall) },
  responses: { 200: jsonAnswer(schema, 'As it stands after it'), ...refusals },
});
const explain = createRoute({
  method: 'get', path: '/{id}/explain', tags, summary: 'What may be done, what is missing, why it is due / 说明', request: { params },
  responses: { 200: jsonAnswer(ExplanationJson, 'For the person who asks, now'), ...refusals },
});
const timeline = createRoute({
  method: 'get', path: '/{id}/timeline', tags, summary: 'Who did what when / 流转记录', request: { params },
  responses: { 200: jsonAnswer(z.array(TimelineLineJson), 'In order'), ...refusals },
});
const reveal = createRoute({
  method: 'post', path: '/{id}/reveal', tags, summary: 'See personal data in the clear, on record / 查看个人信息（留痕）', request: { params },
  responses: { 200: jsonAnswer(ExplanationJson, 'The same as explain, unmasked'), ...refusals },
});
const erase = createRoute({
  method: 'post', path: '/{id}/erase', tags, summary: 'Erase personal data on request / 依申请删除个人信息',
  request: { params, headers: KeyHeader, ...jsonBody(z.object({ because: z.string().max(500) })) },
  responses: { 200: jsonAnswer(ExplanationJson, 'As it stands after it; the log stays whole'), ...refusals },
});
const openings = createRoute({
  method: 'get', path: '/', tags, summary: 'What this person may report or enter / 可登记的事项与名册',
  responses: { 200: jsonAnswer(z.array(OpeningJson), 'One form for each kind and source'), ...refusals },
});

/** What the engine says of a case or subject to the person who asks, and the actions themselves. Who may do what is the engine's to decide. */
function logRoutes({ engine, now }: ApiOptions, { schema, detail, method }: Sort) {
  return newRouter()
    .openapi(actOn(schema), async (c) => {
      const { id, action } = c.req.valid('param');
      const { input, version, happened } = c.req.valid('json');
      const [actor, at] = [c.get('actor'), now()];
      valueOf(await engine.act(id, action, input, {
        by: actor, at, ...keyOf(actor, c.req.valid('header')['idempotency-key']),
        ...(version === undefined ? {} : { expected: version }), ...(happened === undefined ? {} : { happened }),
      }));
      return c.json(await detail(id, actor, at), 200);
    })
    .openapi(explain, async (c) => {
      const { id } = c.req.valid('param');
      const [actor, at] = [c.get('actor'), now()];
      const words = await method(id, actor, at);
      const explanation = await engine.explain(id, actor, at);
      if (explanation === undefined) throw refuseWith('record.not-found', { id });
      return c.json(await explanationJson(explanation, words, directoryWords(engine.directory, engine.tenant)), 200, { 'Cache-Control': 'no-store' });
    })
    .openapi(reveal, async (c) => {
      const { id } = c.req.valid('param');
      const [actor, at] = [c.get('actor'), now()];
      const words = await method(id, actor, at);
      const explanation = valueOf(await engine.reveal(id, { by: actor, at }));
      return c.json(await explanationJson(explanation, words, directoryWords(engine.directory, engine.tenant)), 200, { 'Cache-Control': 'no-store' });
    })
    .openapi(erase, async (c) => {
      const { id } = c.req.valid('param');
      const [actor, at] = [c.get('actor'), now()];
      const words = await method(id, actor, at);
      valueOf(await engine.erase(id, c.req.valid('json'), { by: actor, at, ...keyOf(actor, c.req.valid('header')['idempotency-key']) }));
      return c.json(await explanationJson((await engine.explain(id, actor, at))!, words, directoryWords(engine.directory, engine.tenant)), 200, { 'Cache-Control': 'no-store' });
    })
    .openapi(timeline, async (c) => {
      const { id } = c.req.valid('param');
      const words = await method(id, c.get('actor'), now());
      return c.json(timelineJson(await engine.timeline(id), words), 200, { 'Cache-Control': 'no-store' });
    });
}

/** Below `/api/cases/{id}`. */
export const caseLogRoutes = (options: ApiOptions) => logRoutes(options, {
  schema: CaseDetail,
  detail: (id, actor, at) => detailOf(options.engine, id, actor, at),
  method: async (id, actor, at) => methodOf(options.engine, (await rowOf(options.engine, id, actor, at)).method),
});

/** Below `/api/subjects/{id}`. A unit or post that has no log yet is explained too. */
export const subjectLogRoutes = (options: ApiOptions) => logRoutes(options, {
  schema: SubjectDetail,
  detail: (id, actor, at) => subjectDetail(options.engine, id, actor, at),
  method: async (id, actor, at) => methodWithSubject(options.engine, (await subjectDetail(options.engine, id, actor, at)).kind)!,
});

/** `/api/openings`. */
export function openingRoutes({ engine, now }: ApiOptions) {
  return newRouter().openapi(openings, async (c) => {
    const found = await engine.openings(c.get('actor'), now());
    return c.json(found.map((opening) => openingJson(opening, methodOf(engine, opening.method))), 200, { 'Cache-Control': 'no-store' });
  });
}
