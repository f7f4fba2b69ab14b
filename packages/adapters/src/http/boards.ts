import type { MetricValue, Zone } from '@bihuan/core';
import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer, newRouter, refusals } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import { withIsoInstants, zoneOfMethod } from './iso.ts';
import { valueOf } from './problem.ts';
import { MetricValueJson } from './wire/index.ts';

const read = createRoute({
  method: 'get', path: '/{name}', tags: ['reports'], summary: 'A board / 看板',
  request: {
    params: z.object({ name: z.string().openapi({ example: 'overview' }) }),
    query: z.object({
      period: z.string().max(20).optional().openapi({ example: '2021-11' }), within: z.string().max(200).optional(),
      asOf: z.string().max(40).optional().openapi({ description: 'As it stood then / 截至', example: '2021-11-06T18:00:00+08:00' }),
      ids: z.enum(['true', 'false']).optional().openapi({ description: 'Also the cases behind each number; default not / 是否列出每个数背后的事项，默认不列' }),
    }),
  },
  responses: { 200: jsonAnswer(z.array(MetricValueJson), 'Its numbers'), ...refusals },
});

const one = createRoute({
  method: 'get', path: '/{name}', tags: ['reports'], summary: 'One metric / 指标', request: read.request,
  responses: { 200: jsonAnswer(MetricValueJson, 'The number, exactly, with what it is made up of'), ...refusals },
});

/** `/api/metrics`: one number with its raw figure, groups and ranks. */
export function metricRoutes({ engine, now }: ApiOptions) {
  const zone = zoneOfMethod(engine.methods[0]!);
  return newRouter().openapi(one, async (c) => {
    const { period, within, asOf, ids } = c.req.valid('query');
    const metric = valueOf(await engine.metric(c.req.valid('param').name, {
      at: now(), ...(period ? { period } : {}), ...(within ? { within } : {}), ...(asOf ? { asOf: endOfDay(asOf, zone) } : {}), ids: ids === 'true',
    }));
    return c.json(metricJson(metric, zone), 200, { 'Cache-Control': 'no-store' });
  });
}

/** `/api/boards`: metrics that are shown together. */
export function boardRoutes({ engine, now }: ApiOptions) {
  const zone = zoneOfMethod(engine.methods[0]!);
  return newRouter().openapi(read, async (c) => {
    const { period, within, asOf, ids } = c.req.valid('query');
    const metrics = valueOf(await engine.board(c.req.valid('param').name, {
      at: now(), ...(period ? { period } : {}), ...(within ? { within } : {}), ...(asOf ? { asOf: endOfDay(asOf, zone) } : {}), ids: ids === 'true',
    }));
    return c.json(metrics.map((metric) => metricJson(metric, zone)), 200, { 'Cache-Control': 'no-store' });
  });
}

const metricJson = (metric: MetricValue, zone: Zone): MetricValueJson => withIsoInstants(metric, zone) as MetricValueJson;

/** As of a day means as of its last moment. */
const endOfDay = (asOf: string, zone: Zone): string | number => (/^\d{4}-\d{2}-\d{2}$/.test(asOf) ? zone.instantOf(asOf, '24:00') - 1 : asOf);
