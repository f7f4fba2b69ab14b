import { setTimeout as wait } from 'node:timers/promises';
import { createRoute, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { streamSSE } from 'hono/streaming';
import { newRouter, refusals } from './api-app.ts';
import type { ApiEnv, ApiOptions } from './api-options.ts';
import { refuseWith } from './problem.ts';
import { type SessionGuard, sessionOf } from './session-guard.ts';

/** After a change that was answered well, whoever listens is told of its topic: the first part of its path. */
export const tellsChanges = ({ engine, changes }: ApiOptions): MiddlewareHandler<ApiEnv> => async (c, next) => {
  await next();
  const topic = /^\/api\/([\w-]+)/.exec(c.req.path)?.[1];
  if (c.req.method !== 'GET' && c.res.status < 400 && topic !== undefined && !silent.has(topic)) changes?.tell(engine.tenant, topic === 'demo' ? 'cases' : topic);
};
const silent: ReadonlySet<string> = new Set(['session', 'similar', 'saved-queries', 'audit', 'events']);

const listen = createRoute({
  method: 'get', path: '/', tags: ['events'], summary: 'That something has changed / 变化通知', description: 'Server-sent events `change` with a topic (`cases`, `people`, …), no data / 只说哪类有变化，不含内容',
  responses: { 200: { content: { 'text/event-stream': { schema: z.string() } }, description: 'A stream that goes on' }, ...refusals },
});

const heartbeatMs = 20_000;
const gatherMs = 400;

/** `/api/events`: a page hears that what it shows may be old. It ends with the session; listening does not keep one alive. */
export function eventRoutes(options: ApiOptions, guard: SessionGuard) {
  const { engine, changes, sessions, realClock = Date.now } = options;
  const routes = newRouter();
  routes.use('*', guard.required);
  return routes.openapi(listen, async (c) => {
    if (changes === undefined) throw refuseWith('http.unknown-route', { method: 'GET', path: c.req.path });
    const session = await sessionOf(c, options);
    return streamSSE(c, async (stream) => {
      const topics = new Set<string>();
      const over = new AbortController();
      let wake = (): void => {};
      const stop = changes.hear(engine.tenant, (topic) => {
        if (topic === 'closed') over.abort();
        else topics.add(topic);
        wake();
      });
      stream.onAbort(() => { over.abort(); wake(); });
      try {
        await stream.writeSSE({ event: 'open', data: '' });
        while (!over.signal.aborted && !stream.aborted) {
          await Promise.race([new Promise<void>((resolve) => { wake = resolve; }), wait(heartbeatMs, undefined, { signal: over.signal, ref: false }).catch(() => undefined)]);
          if (topics.size > 0) await wait(gatherMs); // what comes at once is told once
          const told = [...topics];
          topics.clear();
          if (told.length > 0) for (const topic of told) await stream.writeSSE({ event: 'change', data: topic });
          else {
            const kept = session && await sessions.find(session.id);
            if (!kept || realClock() - kept.seen > (options.signIn.idleMinutes ?? 30) * 60_000) break;
            await stream.write(': \n\n');
          }
        }
      } finally {
        stop();
      }
    }) as never;
  });
}
