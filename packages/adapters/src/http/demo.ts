import { type Duration, parseDuration } from '@bihuan/core';
import { createRoute } from '@hono/zod-openapi';
import { jsonAnswer, jsonBody, newRouter, refusals } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import { iso, zoneOfMethod } from './iso.ts';
import { refuseWith } from './problem.ts';
import type { SessionGuard } from './session-guard.ts';
import { ClockAdvance, ClockNow, DemoInfo } from './wire/index.ts';

const tags = ['demo'];
const read = createRoute({
  method: 'get', path: '/', tags, summary: 'Is it a demo, and what time is it? / 是否演示', responses: { 200: jsonAnswer(DemoInfo, 'The demo'), ...refusals },
});
const advance = createRoute({
  method: 'post', path: '/clock', tags, summary: 'Move the demo\'s clock on / 拨快演示时钟', request: jsonBody(ClockAdvance),
  responses: { 200: jsonAnswer(ClockNow, 'The time now'), ...refusals },
});

/** A year at once: everything that falls due on the way happens before the answer. */
const most: Readonly<Record<Duration['unit'], number>> = {
  minutes: 527_040, hours: 8_784, days: 366, weeks: 52, months: 12, years: 1, 'working-minutes': 120_000, 'working-hours': 2_000, 'working-days': 250,
};

/** `/api/demo`: the server's time and, in a demo, its logins and its clock. */
export function demoRoutes({ engine, demo, now }: ApiOptions, guard: SessionGuard) {
  const zone = zoneOfMethod(engine.methods[0]!);
  const routes = newRouter();
  routes.use('/clock', guard.required);
  return routes
    .openapi(read, (c) => c.json({ demo: demo !== undefined, now: iso(now(), zone), ...(demo && { logins: [...demo.logins] }) }, 200, { 'Cache-Control': 'no-store' }))
    .openapi(advance, async (c) => {
      if (demo?.advance === undefined) throw refuseWith('http.unknown-route', { method: 'POST', path: c.req.path });
      const text = c.req.valid('json').advance;
      const duration = parseDuration(text);
      if (duration === undefined || duration.amount > most[duration.unit]) throw refuseWith('demo.bad-duration', { given: text }, ['advance']);
      await demo.advance(duration);
      return c.json({ now: iso(now(), zone) }, 200);
    });
}
