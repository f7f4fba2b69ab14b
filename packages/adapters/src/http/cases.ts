import type { Actor, CaseRow, Engine } from '@bihuan/core';
import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer, jsonBody, newRouter, refusals } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import { caseDetail, caseRecords, methodOf } from './case-records.ts';
import { correction } from './case-correction.ts';
import { ListParameters } from './list-parameters.ts';
import { caseListReader } from './list-query.ts';
import { listHeaders } from './list-response.ts';
import { Refusal, refuseWith, valueOf } from './problem.ts';
import { CaseCounts, CaseDetail, CaseRecord, NewCase } from './wire/index.ts';

const tags = ['cases'];
const OneCase = z.object({ id: z.string().openapi({ example: 'CASE-000001' }) });
/** Sent with whatever changes something: the same key with the same contents acts once. */
export const KeyHeader = z.object({ 'idempotency-key': z.string().min(1).max(200).optional() });

const list = createRoute({
  method: 'get', path: '/', tags, summary: 'List of cases / 事项列表', request: { query: ListParameters },
  responses: { 200: jsonAnswer(z.array(CaseRecord), 'Rows; `Content-Range` has the total'), ...refusals },
});
const counts = createRoute({
  method: 'get', path: '/counts', tags, summary: 'All tabs at once / 各列表的件数', request: { query: ListParameters.pick({ filter: true }) },
  responses: { 200: jsonAnswer(CaseCounts, 'How many cases each tab holds'), ...refusals },
});
const read = createRoute({
  method: 'get', path: '/{id}', tags, summary: 'One case / 事项', request: { params: OneCase, query: ListParameters.pick({ embed: true }) },
  responses: { 200: jsonAnswer(CaseDetail, 'The row and its fields'), ...refusals },
});
const open = createRoute({
  method: 'post', path: '/', tags, summary: 'Report a case / 登记事项', request: { headers: KeyHeader, ...jsonBody(NewCase) },
  responses: { 201: jsonAnswer(CaseDetail, 'Opened'), ...refusals },
});
const correct = createRoute({
  method: 'put', path: '/{id}', tags, summary: 'Correct fields / 更正字段', description: 'Merges what differs; what is derived or unknown is ignored.',
  request: { params: OneCase, headers: KeyHeader, ...jsonBody(z.record(z.string(), z.unknown())) },
  responses: { 200: jsonAnswer(CaseDetail, 'As it stands now'), ...refusals },
});
const remove = createRoute({
  method: 'delete', path: '/{id}', tags, summary: 'Refused: cases are voided, not deleted / 事项不能删除', request: { params: OneCase }, responses: refusals,
});

/** `/api/cases`: the list, one case, reporting and correcting. */
export function caseRoutes({ engine, now }: ApiOptions) {
  const readList = caseListReader(engine.methods);
  return newRouter()
    .openapi(list, async (c) => {
      const at = now();
      const query = readList(c.req.valid('query'), at);
      const { rows, total } = valueOf(await engine.list(query, c.get('actor'), at));
      return c.json(await caseRecords(engine, rows, at), 200, listHeaders('cases', rows, query.offset ?? 0, total));
    })
    .openapi(counts, async (c) => {
      const at = now();
      const { view: _view, sort: _sort, offset: _offset, limit: _limit, ...rest } = readList(c.req.valid('query'), at);
      return c.json(valueOf(await engine.counts(rest, c.get('actor'), at)), 200, { 'Cache-Control': 'no-store' });
    })
    .openapi(read, async (c) => c.json(await detailOf(engine, c.req.valid('param').id, c.get('actor'), now()), 200, { 'Cache-Control': 'no-store' }))
    .openapi(open, async (c) => {
      const { method, kind, action, source, home, reporter, ...body } = c.req.valid('json');
      const actor = c.get('actor');
      const at = now();
      const opened = valueOf(await engine.open(given({ ...body, method, kind, action, source, home, reporter: reporter && given(reporter) }), {
        by: actor, at, ...keyOf(actor, c.req.valid('header')['idempotency-key']),
      }));
      return c.json(await detailOf(engine, opened.id, actor, at), 201, { Location: `/api/cases/${encodeURIComponent(opened.id)}` });
    })
    .openapi(correct, async (c) => {
      const { id } = c.req.valid('param');
      const actor = c.get('actor');
      const at = now();
      const aCase = await engine.case(id);
      if (aCase === undefined) throw refuseWith('record.not-found', { id });
      const change = correction(aCase.state, methodOf(engine, aCase.state.method), c.req.valid('json'));
      if (change.what === 'nothing') return c.json(await detailOf(engine, id, actor, at), 200);
      if (change.what === 'impossible') throw refuseWith('case.no-edit', {});
      valueOf(await engine.act(id, change.action, change.input, {
        by: actor, at, ...keyOf(actor, c.req.valid('header')['idempotency-key']), ...(change.version === undefined ? {} : { expected: change.version }),
      }));
      return c.json(await detailOf(engine, id, actor, at), 200);
    })
    .openapi(remove, () => {
      throw new Refusal(refuseWith('case.no-delete', {}).issues, 405, { Allow: 'GET, PUT' });
    });
}

/** The row of one case. */
export async function rowOf(engine: Engine, id: string, actor: Actor, at: number): Promise<CaseRow> {
  const { rows } = valueOf(await engine.list({ where: [{ on: 'id', op: 'is', value: id }], limit: 1 }, actor, at));
  if (rows[0] === undefined) throw refuseWith('record.not-found', { id });
  return rows[0];
}

/** One case for forms; 404 when there is none. */
export async function detailOf(engine: Engine, id: string, actor: Actor, at: number): Promise<CaseDetail> {
  const [row, aCase] = await Promise.all([rowOf(engine, id, actor, at), engine.case(id)]);
  if (aCase === undefined) throw refuseWith('record.not-found', { id });
  const [record] = await caseRecords(engine, [row], at);
  return caseDetail(record!, aCase.state, methodOf(engine, row.method));
}

/** An idempotency key is each person's own: nobody meets another's. */
export const keyOf = (actor: Actor, key: string | undefined): { readonly key?: string } => (key === undefined ? {} : { key: `${actor.person}/${key}` });

type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };
/** Without the keys that have no value. */
export const given = <T extends object>(input: T): Given<T> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Given<T>;
