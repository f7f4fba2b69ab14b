import { createRoute, z } from '@hono/zod-openapi';
import type { Post } from '@bihuan/core';
import { jsonAnswer, newRouter, refusals } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import { type DirectoryWords, directoryWords } from './directory-words.ts';
import { ListParameters, readParameters } from './list-parameters.ts';
import { listHeaders } from './list-response.ts';
import { plainList } from './plain-list.ts';
import { refuseWith } from './problem.ts';
import { roleLabel } from './session.ts';
import { PostRecord } from './wire/index.ts';

const tags = ['directory'];
const list = createRoute({
  method: 'get', path: '/', tags, summary: 'Posts / 岗位', description: 'Filter `role`, and `over`: posts at this unit or above it.',
  request: { query: ListParameters }, responses: { 200: jsonAnswer(z.array(PostRecord), 'Posts'), ...refusals },
});
const read = createRoute({
  method: 'get', path: '/{id}', tags, summary: 'One post', request: { params: z.object({ id: z.string() }) }, responses: { 200: jsonAnswer(PostRecord, 'The post'), ...refusals },
});

/** `/api/posts`: who holds which role where. */
export function postRoutes({ engine }: ApiOptions) {
  const { directory, tenant } = engine;
  const record = async ({ id, role, unit, person, name }: Post, words: DirectoryWords): Promise<PostRecord> => ({
    id, role, roleLabel: roleLabel(engine, role), unit, unitLabel: await words.unit(unit), person, name: name ?? (await words.person(person)).zh,
  });
  return newRouter()
    .openapi(list, async (c) => {
      const parameters = c.req.valid('query');
      const { over, ...filter } = readParameters(parameters).filter;
      const words = directoryWords(directory, tenant);
      const posts = await directory.posts(tenant, typeof over === 'string' && over !== '' ? { over } : {});
      const records = await Promise.all(posts.map((post) => record(post, words)));
      const { rows, offset, total } = plainList(records, { ...parameters, filter: JSON.stringify(filter) }, ['id', 'role', 'roleLabel', 'unit', 'unitLabel', 'person', 'name']);
      return c.json([...rows], 200, listHeaders('posts', rows, offset, total));
    })
    .openapi(read, async (c) => {
      const { id } = c.req.valid('param');
      const post = await directory.post(tenant, id);
      if (post === undefined) throw refuseWith('record.not-found', { id });
      return c.json(await record(post, directoryWords(directory, tenant)), 200);
    });
}
