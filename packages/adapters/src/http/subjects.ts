import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer, jsonBody, newRouter, refusals } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import { KeyHeader, given, keyOf } from './cases.ts';
import { ListParameters, readParameters } from './list-parameters.ts';
import { caseListReader } from './list-query.ts';
import { listHeaders } from './list-response.ts';
import { plainList } from './plain-list.ts';
import { refuseWith, valueOf } from './problem.ts';
import { entryRecords, membersOfSubject, methodWithSubject, registersOf, subjectDetail, subjectRecord } from './subject-records.ts';
import { NewEntry, SubjectDetail, SubjectRecord } from './wire/index.ts';

const tags = ['subjects'];
const OneSubject = z.object({ id: z.string().openapi({ example: 'household-000001' }) });

const list = createRoute({
  method: 'get', path: '/', tags, summary: 'Units, posts and register entries / 名册与对象', request: { query: ListParameters },
  description: 'The filter `kind` names the subject; without it, entries of every register / 用 kind 指明对象',
  responses: { 200: jsonAnswer(z.array(SubjectRecord), 'Rows with the columns that the subject holds'), ...refusals },
});
const read = createRoute({
  method: 'get', path: '/{id}', tags, summary: 'One subject / 对象', request: { params: OneSubject }, responses: { 200: jsonAnswer(SubjectDetail, 'The row and its fields'), ...refusals },
});
const enter = createRoute({
  method: 'post', path: '/', tags, summary: 'Enter something into a register / 登记名册条目', request: { headers: KeyHeader, ...jsonBody(NewEntry) },
  responses: { 201: jsonAnswer(SubjectDetail, 'Entered'), ...refusals },
});
const registers = createRoute({
  method: 'get', path: '/', tags, summary: 'The registers of the methods / 有哪些名册', responses: { 200: jsonAnswer(z.array(z.string()), 'Their names'), ...refusals },
});

/** `/api/registers`: which subjects are registers; their entries are under `/api/subjects`. */
export const registerRoutes = ({ engine }: ApiOptions) => newRouter().openapi(registers, (c) => c.json([...registersOf(engine)], 200));

/** `/api/subjects`: what has duties and a log without being a case. */
export function subjectRoutes({ engine, now }: ApiOptions) {
  const readList = caseListReader(engine.methods);
  return newRouter()
    .openapi(list, async (c) => {
      const parameters = c.req.valid('query');
      const { kind, ...others } = readParameters(parameters).filter;
      const [actor, at] = [c.get('actor'), now()];
      if (Array.isArray(others['id'])) {
        const found = await Promise.all(others['id'].map((id) => subjectRecord(engine, String(id), actor, at)));
        const rows = found.filter((each) => each !== undefined);
        return c.json(rows, 200, listHeaders('subjects', rows, 0, rows.length));
      }
      const names = kind === undefined ? registersOf(engine) : (Array.isArray(kind) ? kind : [kind]).map(String);
      for (const name of names) if (methodWithSubject(engine, name) === undefined) throw refuseWith('record.not-found', { id: name });
      const [first = ''] = names;
      const method = methodWithSubject(engine, first);
      if (names.length === 1 && method && !('register' in method.subjects![first]!.of)) {
        const members = await membersOfSubject(engine, first, method, actor, at);
        const { view: _view, ...filter } = others;
        const { rows, offset, total } = plainList(members, { ...parameters, filter: JSON.stringify(filter) }, ['id', 'title', 'home', 'labels', 'version', 'opened', 'due', 'light']);
        return c.json([...rows], 200, listHeaders('subjects', rows, offset, total));
      }
      const query = readList({ ...parameters, filter: JSON.stringify(others), sort: parameters.sort ?? '["id","ASC"]' }, at);
      const { rows, total } = valueOf(await engine.list({ ...query, of: 'subjects', where: [...query.where ?? [], { on: 'kind', op: 'in', value: names }] }, actor, at));
      return c.json(await entryRecords(engine, rows, at), 200, listHeaders('subjects', rows, query.offset ?? 0, total));
    })
    .openapi(read, async (c) => c.json(await subjectDetail(engine, c.req.valid('param').id, c.get('actor'), now()), 200, { 'Cache-Control': 'no-store' }))
    .openapi(enter, async (c) => {
      const { method, action, home, ...body } = c.req.valid('json');
      const [actor, at] = [c.get('actor'), now()];
      const entered = valueOf(await engine.open(given({ ...body, method, action, home }), { by: actor, at, ...keyOf(actor, c.req.valid('header')['idempotency-key']) }));
      return c.json(await subjectDetail(engine, entered.id, actor, at), 201, { Location: `/api/subjects/${encodeURIComponent(entered.id)}` });
    });
}
