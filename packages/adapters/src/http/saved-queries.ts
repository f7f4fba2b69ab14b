import { randomUUID } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer, jsonBody, newRouter, refusals } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import { iso, zoneOfMethod } from './iso.ts';
import { ListParameters } from './list-parameters.ts';
import { listHeaders } from './list-response.ts';
import { plainList } from './plain-list.ts';
import { refuseWith } from './problem.ts';
import type { KeptQuery } from './saved-query-port.ts';
import { SavedQuery, SavedQueryBody } from './wire/index.ts';

const tags = ['saved queries'];
const params = z.object({ id: z.string() });
const one = { 200: jsonAnswer(SavedQuery, 'The saved query'), ...refusals };

const list = createRoute({
  method: 'get', path: '/', tags, summary: 'Saved queries / 常用查询', request: { query: ListParameters },
  responses: { 200: jsonAnswer(z.array(SavedQuery), 'The person\'s own'), ...refusals },
});
const read = createRoute({ method: 'get', path: '/{id}', tags, summary: 'One', request: { params }, responses: one });
const create = createRoute({
  method: 'post', path: '/', tags, summary: 'Save one', request: jsonBody(SavedQueryBody), responses: { 201: jsonAnswer(SavedQuery, 'Saved'), ...refusals },
});
const update = createRoute({ method: 'put', path: '/{id}', tags, summary: 'Change one (merges)', request: { params, ...jsonBody(SavedQueryBody.partial()) }, responses: one });
const remove = createRoute({ method: 'delete', path: '/{id}', tags, summary: 'Remove one', request: { params }, responses: one });

/** `/api/saved-queries`: a plain resource, each person's own. */
export function savedQueryRoutes({ engine, savedQueries, now }: ApiOptions) {
  const zone = zoneOfMethod(engine.methods[0]!);
  const json = ({ created, ...query }: KeptQuery): SavedQuery => ({ ...query, value: { ...query.value }, created: iso(created, zone) });
  const find = async (person: string, id: string): Promise<KeptQuery> => {
    const found = (await savedQueries.list(engine.tenant, person)).find((query) => query.id === id);
    if (found === undefined) throw refuseWith('record.not-found', { id });
    return found;
  };
  return newRouter()
    .openapi(list, async (c) => {
      const kept = (await savedQueries.list(engine.tenant, c.get('actor').person)).map(json);
      const { rows, offset, total } = plainList(kept, c.req.valid('query'), ['id', 'label', 'resource', 'created'], 'created');
      return c.json([...rows], 200, listHeaders('saved-queries', rows, offset, total));
    })
    .openapi(read, async (c) => c.json(json(await find(c.get('actor').person, c.req.valid('param').id)), 200))
    .openapi(create, async (c) => {
      const query = { id: randomUUID(), ...c.req.valid('json'), created: now() };
      await savedQueries.put(engine.tenant, c.get('actor').person, query);
      return c.json(json(query), 201);
    })
    .openapi(update, async (c) => {
      const { person } = c.get('actor');
      const query = await find(person, c.req.valid('param').id);
      const { label = query.label, resource = query.resource, value = query.value } = sent(c.req.valid('json'), await c.req.json<object>());
      const changed = { ...query, label, resource, value };
      await savedQueries.put(engine.tenant, person, changed);
      return c.json(json(changed), 200);
    })
    .openapi(remove, async (c) => {
      const { person } = c.get('actor');
      const query = await find(person, c.req.valid('param').id);
      await savedQueries.remove(engine.tenant, person, query.id);
      return c.json(json(query), 200);
    });
}

/** Only what was sent: a default of the schema changes nothing. */
const sent = <T extends object>(body: T, raw: object): Partial<T> =>
  Object.fromEntries(Object.entries(body).filter(([name]) => Object.hasOwn(raw, name))) as Partial<T>;
