import { type Engine, wordsOf } from '@bihuan/core';
import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer, newRouter, refusals } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import { issuedJson, ledgerOf } from './ledgers.ts';
import { refuseWith } from './problem.ts';
import { Named, PublicationJson } from './wire/index.ts';

const tags = ['publications'];
const list = createRoute({ method: 'get', path: '/', tags, summary: 'What is shown to everybody / 公示', responses: { 200: jsonAnswer(z.array(Named), 'Public ledgers'), ...refusals } });
const read = createRoute({
  method: 'get', path: '/{name}', tags, summary: 'A public ledger; no sign-in / 公示台账，无需登录',
  request: { params: z.object({ name: z.string() }), query: z.object({ period: z.string().max(20).optional(), within: z.string().max(200).optional() }) },
  responses: { 200: jsonAnswer(PublicationJson, 'Personal values are withheld, rows lead nowhere'), ...refusals },
});

/** The public ledgers of an engine's methods. */
export const publicLedgers = (engine: Engine): Named[] => {
  const found = new Map(engine.methods.flatMap(({ ledgers }) => Object.entries(ledgers ?? {})).filter(([, ledger]) => ledger.public === true));
  return [...found].map(([name, { label }]) => ({ name, label: wordsOf(label) }));
};

/** `/api/publications`: the only resource that asks nobody who he is. A ledger that is not public is as if it were not there. */
export function publicationRoutes({ engine, now }: ApiOptions) {
  return newRouter()
    .openapi(list, (c) => c.json(publicLedgers(engine), 200))
    .openapi(read, async (c) => {
      const { name } = c.req.valid('param');
      if (!publicLedgers(engine).some((ledger) => ledger.name === name)) throw refuseWith('record.not-found', { id: name });
      const { columns, rows, label, period } = await ledgerOf(engine, name, c.req.valid('query'), now());
      return c.json({
        name, label, district: wordsOf(engine.methods.at(-1)!.label), ...(period === undefined ? {} : { period }), columns: [...columns], rows: rows.map(({ cells }) => [...cells]),
        issued: await issuedJson(engine, await engine.issued(name)),
      }, 200, { 'Cache-Control': 'no-store' });
    });
}
