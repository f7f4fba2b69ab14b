import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer, newRouter } from './api-app.ts';

const read = createRoute({
  method: 'get', path: '/healthz', tags: ['health'], summary: 'Is it up?', responses: { 200: jsonAnswer(z.object({ status: z.literal('ok') }), 'It is') },
});

/** `/healthz`: for whatever watches the process. */
export const healthRoutes = () => newRouter().openapi(read, (c) => c.json({ status: 'ok' } as const, 200, { 'Cache-Control': 'no-store' }));
