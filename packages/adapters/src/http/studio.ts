import { type Engine, type Method, findingText, parseMethod, wordsOf, writeJson } from '@bihuan/core';
import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer, jsonBody, newRouter, refusals } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import { iso, today, zoneOfMethod } from './iso.ts';
import { namedWords, methodWords } from './method-words.ts';
import { moveJson } from './moves.ts';
import { Refusal, refuseWith, valueOf } from './problem.ts';
import type { SessionGuard } from './session-guard.ts';
import type { PublishedVersion, StudioPort } from './studio-port.ts';
import { transportIssue } from './transport-issues.ts';
import { StudioDraft, StudioDraftCall, StudioDraftSaved, StudioInfo, StudioPublished, StudioText, StudioTrial, type StudioVersion } from './wire/index.ts';

const tags = ['studio'];
const text = { 200: jsonAnswer(StudioText, 'The file'), ...refusals };
const info = createRoute({ method: 'get', path: '/', tags, summary: 'Versions and the draft / 版本与草稿', responses: { 200: jsonAnswer(StudioInfo, 'The studio'), ...refusals } });
const version = createRoute({ method: 'get', path: '/versions/{version}', tags, summary: 'A version as JSON', request: { params: z.object({ version: z.string() }) }, responses: text });
const file = createRoute({ method: 'get', path: '/files/{method}', tags, summary: 'A method to begin with / 起始工作法', request: { params: z.object({ method: z.string() }) }, responses: text });
const scenarios = createRoute({ method: 'get', path: '/scenarios', tags, summary: 'The method\'s scenarios / 情景', responses: text });
const readDraft = createRoute({ method: 'get', path: '/draft', tags, summary: 'The draft / 草稿', responses: { 200: jsonAnswer(StudioDraft, 'The draft'), ...refusals } });
const saveDraft = createRoute({ method: 'put', path: '/draft', tags, summary: 'Save the draft / 保存草稿', request: jsonBody(StudioDraftCall), responses: { 200: jsonAnswer(StudioDraftSaved, 'Saved'), ...refusals } });
const dropDraft = createRoute({ method: 'delete', path: '/draft', tags, summary: 'Throw the draft away / 放弃草稿', responses: { 200: jsonAnswer(z.object({}), 'Gone'), ...refusals } });
const attempt = createRoute({ method: 'post', path: '/try', tags, summary: 'What publishing would mean / 试算影响', request: jsonBody(StudioText), responses: { 200: jsonAnswer(StudioTrial, 'Case by case'), ...refusals } });
const publish = createRoute({ method: 'post', path: '/publish', tags, summary: 'Publish a version / 发布', request: jsonBody(StudioText), responses: { 201: jsonAnswer(StudioPublished, 'In force'), ...refusals } });

/** `/api/studio`: the method itself as something to work on. Open to administrators; a host that gives no port has no studio. */
export function studioRoutes({ engine, studio, now }: ApiOptions, guard: SessionGuard) {
  const port = (): StudioPort => {
    if (studio === undefined) throw refuseWith('studio.none', {});
    return studio;
  };
  const own = engine.methods.at(-1)!;
  const zone = zoneOfMethod(own);
  const routes = newRouter();
  routes.use('*', guard.administrators);
  return routes
    .openapi(info, async (c) => {
      const [published, draft] = await Promise.all([port().versions(), port().draft()]);
      return c.json({
        method: own.id, versions: versionsOf(engine, published, today({ engine, now }), (at) => iso(at, zone)),
        files: port().files.map(({ id, version: number, label }) => ({ id, version: number, label })), draft: draft === undefined ? null : { ...draft, at: iso(draft.at, zone) },
      }, 200, { 'Cache-Control': 'no-store' });
    })
    .openapi(version, async (c) => {
      const { version: wanted } = c.req.valid('param');
      const known = engine.methods.find((method) => method.id === own.id && method.version === wanted);
      const found = await port().text(wanted) ?? port().files.find((each) => each.id === own.id && each.version === wanted)?.text ?? (known && writeJson(known));
      if (found === undefined) throw refuseWith('record.not-found', { id: wanted });
      return c.json({ text: found }, 200);
    })
    .openapi(file, (c) => {
      const { method } = c.req.valid('param');
      const found = port().files.find(({ id }) => id === method);
      if (found === undefined) throw refuseWith('record.not-found', { id: method });
      return c.json({ text: found.text }, 200);
    })
    .openapi(scenarios, (c) => c.json({ text: port().scenarios ?? '' }, 200))
    .openapi(readDraft, async (c) => {
      const draft = await port().draft();
      if (draft === undefined) throw refuseWith('record.not-found', { id: 'draft' });
      return c.json({ ...draft, at: iso(draft.at, zone) }, 200, { 'Cache-Control': 'no-store' });
    })
    .openapi(saveDraft, async (c) => {
      const { text: written, seen } = c.req.valid('json');
      const saved = await port().saveDraft({ text: written, at: now(), by: nameOf(c.get('actor')) }, seen);
      if (!saved) throw refuseWith('studio.draft-changed', { by: (await port().draft())?.by ?? '' });
      return c.json({ revision: seen + 1 }, 200);
    })
    .openapi(dropDraft, async (c) => {
      await port().dropDraft();
      return c.json({}, 200);
    })
    .openapi(attempt, async (c) => c.json(await trial(engine, port(), sound(c.req.valid('json').text, own), now()), 200))
    .openapi(publish, async (c) => {
      const { text: written } = c.req.valid('json');
      const method = sound(written, own);
      const newest = engine.methods.filter(({ id }) => id === own.id).map((each) => each.version).sort(byNumber).at(-1)!;
      const kept = byNumber(method.version, newest) > 0 && await port().publish({ version: method.version, text: written, at: now(), by: nameOf(c.get('actor')) });
      if (!kept) throw refuseWith('studio.version-not-higher', { given: method.version, newest }, ['version']);
      await port().dropDraft();
      await port().published();
      return c.json({ version: method.version }, 201);
    });
}

const nameOf = ({ name, person }: { readonly name?: string; readonly person: string }): string => name ?? person;

/** A method that can run here; otherwise every finding leaves as a reason. */
function sound(written: string, own: Method): Method {
  const parsed = parseMethod(written);
  if (!parsed.ok) {
    throw new Refusal(parsed.issues.filter(({ severity }) => severity === 'error').map((found) => transportIssue('studio.finding', { finding: found.code, ...findingText(found) }, [...found.path])));
  }
  if (parsed.value.id !== own.id) throw refuseWith('studio.other-method', { given: parsed.value.id, own: own.id }, ['id']);
  return parsed.value;
}

function versionsOf(engine: Engine, published: readonly PublishedVersion[], day: string, said: (at: number) => string): StudioVersion[] {
  const own = engine.methods.filter(({ id }) => id === engine.methods.at(-1)!.id).toSorted((a, b) => byNumber(a.version, b.version));
  const inForce = own.findLast(({ from }) => from === undefined || from <= day);
  return own.map((method) => {
    const found = published.find((each) => each.version === method.version);
    return {
      version: method.version, label: wordsOf(method.label), inForce: method === inForce, ...(method.from !== undefined && { from: method.from }),
      ...(found && { published: { at: said(found.at), by: found.by } }),
    };
  });
}

/** Tried as if everybody who may move cases had done so at once, and as if it were in force already. */
async function trial(engine: Engine, port: StudioPort, { from: _from, ...method }: Method, at: number): Promise<StudioTrial> {
  const posts = await engine.directory.posts(engine.tenant);
  const candidate = port.engineWith(method);
  const results = valueOf(await candidate.tryMove({ method: method.id }, { by: { person: 'studio', posts }, at }));
  const unheld = namedWords(methodWords(method).vocabulary.roles).filter(({ name }) => !posts.some(({ role }) => role === name));
  return { cases: results.map((result) => moveJson(candidate, result)), unheld };
}

/** Versions by their three numbers. */
function byNumber(a: string, b: string): number {
  const [left, right] = [a, b].map((each) => each.split('.').map(Number)) as [number[], number[]];
  return left.map((n, i) => n - (right[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
