import { type Engine, type LineageNode, titleOf, wordsOf } from '@bihuan/core';
import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer, jsonBody, newRouter, refusals } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import { given } from './cases.ts';
import { methodOf } from './case-records.ts';
import { iso, zoneOfMethod } from './iso.ts';
import { methodWords } from './method-words.ts';
import { refuseWith } from './problem.ts';
import { DraftReport, LineageJson, SimilarJson } from './wire/index.ts';

const tags = ['links'];
const similar = createRoute({
  method: 'post', path: '/', tags, summary: 'What may be the same matter as a report being written / 疑似同一事项', request: jsonBody(DraftReport),
  responses: { 200: jsonAnswer(z.array(SimilarJson), 'Nothing is written'), ...refusals },
});
const lineage = createRoute({
  method: 'get', path: '/{id}', tags, summary: 'Everything that a case belongs with / 关联脉络', request: { params: z.object({ id: z.string() }) },
  responses: { 200: jsonAnswer(LineageJson, 'The case itself first, then in breadth as a tree'), ...refusals },
});

/** `/api/similar`: asked while a report is being written. */
export function similarRoutes({ engine, now }: ApiOptions) {
  const zone = zoneOfMethod(engine.methods[0]!);
  return newRouter().openapi(similar, async (c) => {
    const { fields, ...draft } = c.req.valid('json');
    const found = await engine.similar({ ...given(draft), fields }, now());
    return c.json(found.map(({ opened, ...each }) => ({ ...each, opened: iso(opened, zone) })), 200);
  });
}

/** `/api/lineage/{id}`: need → problem → service and back. */
export function lineageRoutes({ engine }: ApiOptions) {
  return newRouter().openapi(lineage, async (c) => {
    const { id } = c.req.valid('param');
    const root = await engine.lineage(id);
    if (root === undefined) throw refuseWith('record.not-found', { id });
    return c.json(await flattened(engine, root), 200, { 'Cache-Control': 'no-store' });
  });
}

async function flattened(engine: Engine, node: LineageNode, above: string | null = null, depth = 0): Promise<LineageJson> {
  const aCase = await engine.case(node.id);
  const method = methodOf(engine, aCase?.state.method ?? engine.methods[0]!.id);
  const { vocabulary } = methodWords(method);
  const stands = node.ending !== undefined ? vocabulary.endings.get(node.ending) : node.step === undefined ? undefined : vocabulary.steps.get(node.step);
  const title = aCase && titleOf({ method }, aCase.state);
  const here: LineageJson[number] = {
    id: node.id, above, depth, kind: { name: node.kind, label: node.label }, ended: node.ending !== undefined, subject: !Object.hasOwn(method.kinds, node.kind),
    ...(node.link && { link: node.link }), ...(title !== undefined && { title }), ...(stands && { stands: wordsOf(stands) }),
  };
  return [here, ...(await Promise.all(node.linked.map((each) => flattened(engine, each, node.id, depth + 1)))).flat()];
}
