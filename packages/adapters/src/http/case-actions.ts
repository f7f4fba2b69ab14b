import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer, jsonBody, newRouter, refusals } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import { KeyHeader, detailOf, keyOf, rowOf } from './cases.ts';
import { methodOf } from './case-records.ts';
import { explanationJson, openingJson, timelineJson } from './explanation-json.ts';
import { refuseWith, valueOf } from './problem.ts';
import { ActionCall, CaseDetail, ExplanationJson, OpeningJson, TimelineLineJson } from './wire/index.ts';

const tags = ['actions'];
const params = z.object({ id: z.string() });

const act = createRoute({
  method: 'post', path: '/cases/{id}/actions/{action}', tags, summary: 'Take an action / 办理操作',
  request: { params: params.extend({ action: z.string() }), headers: KeyHeader, ...jsonBody(ActionCall) },
  responses: { 200: jsonAnswer(CaseDetail, 'The case after it'), ...refusals },
});
const explain = createRoute({
  method: 'get', path: '/cases/{id}/explain', tags, summary: 'What may be done, what is missing, why it is due / 事项说明', request: { params },
  responses: { 200: jsonAnswer(ExplanationJson, 'For the person who asks, now'), ...refusals },
});
const timeline = createRoute({
  method: 'get', path: '/cases/{id}/timeline', tags, summary: 'Who did what when / 流转记录', request: { params },
  responses: { 200: jsonAnswer(z.array(TimelineLineJson), 'In order'), ...refusals },
});
const openings = createRoute({
  method: 'get', path: '/openings', tags, summary: 'What this person may report / 可登记的事项',
  responses: { 200: jsonAnswer(z.array(OpeningJson), 'One form for each kind and source'), ...refusals },
});

/** What the engine says of a case to the person who asks, and the actions themselves. Who may do what is the engine's to decide. */
export function actionRoutes({ engine, now }: ApiOptions) {
  return newRouter()
    .openapi(act, async (c) => {
      const { id, action } = c.req.valid('param');
      const { input, version, happened } = c.req.valid('json');
      const actor = c.get('actor');
      const at = now();
      valueOf(await engine.act(id, action, input, {
        by: actor, at, ...keyOf(actor, c.req.valid('header')['idempotency-key']),
        ...(version === undefined ? {} : { expected: version }), ...(happened === undefined ? {} : { happened }),
      }));
      return c.json(await detailOf(engine, id, actor, at), 200);
    })
    .openapi(explain, async (c) => {
      const { id } = c.req.valid('param');
      const actor = c.get('actor');
      const at = now();
      const explanation = await engine.explain(id, actor, at);
      if (explanation === undefined) throw refuseWith('record.not-found', { id });
      const { method } = await rowOf(engine, id, actor, at);
      return c.json(explanationJson(explanation, methodOf(engine, method)), 200, { 'Cache-Control': 'no-store' });
    })
    .openapi(timeline, async (c) => {
      const { id } = c.req.valid('param');
      const { method } = await rowOf(engine, id, c.get('actor'), now());
      return c.json(timelineJson(await engine.timeline(id), methodOf(engine, method)), 200, { 'Cache-Control': 'no-store' });
    })
    .openapi(openings, async (c) => {
      const found = await engine.openings(c.get('actor'), now());
      return c.json(found.map((opening) => openingJson(opening, methodOf(engine, opening.method))), 200, { 'Cache-Control': 'no-store' });
    });
}
