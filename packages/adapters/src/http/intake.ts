import { createHash } from 'node:crypto';
import { type Actor, type Method, type OpenInput, type Unit, type Words, wordsOf } from '@bihuan/core';
import { createRoute, z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import type { Context } from 'hono';
import { jsonAnswer, jsonBody, newRouter, refusals } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import { methodOf } from './case-records.ts';
import { openingJson } from './explanation-json.ts';
import { intakeGuards } from './intake-guards.ts';
import type { IntakeOptions, KeptReport } from './intake-options.ts';
import { progressOf, reporterOf, residentForm } from './intake-progress.ts';
import { today } from './iso.ts';
import { Refusal, refuseWith, valueOf } from './problem.ts';
import { publicLedgers } from './publications.ts';
import { FileJson, IntakeCall, IntakeDraft, IntakeInfo, IntakePlace, IntakeProgress, IntakeReceipt, IntakeReport, IntakeSimilar, type IntakeUnit, type IntakeWay } from './wire/index.ts';

const tags = ['intake'];
const largestReport = 64_000;
const largestPhoto = 1_000_000;
const CodeHeader = z.object({ 'report-code': z.string().max(60) });
const One = z.object({ id: z.string().max(200) });

const info = createRoute({ method: 'get', path: '/', tags, summary: 'Where residents may report / 群众可在哪里上报', responses: { 200: jsonAnswer(IntakeInfo, 'No sign-in'), ...refusals } });
const place = createRoute({
  method: 'get', path: '/units/{id}', tags, summary: 'The forms of a unit / 网格的上报表', request: { params: One }, responses: { 200: jsonAnswer(IntakePlace, 'What its QR code leads to'), ...refusals },
});
const photo = createRoute({
  method: 'post', path: '/units/{id}/photos', tags, summary: 'Upload a photo for a report / 上传照片', request: { params: One, body: { content: { 'image/jpeg': { schema: z.any().openapi({ type: 'string', format: 'binary' }) } }, required: true } },
  responses: { 201: jsonAnswer(FileJson, 'Goes into an input of kind `files`; swept where no report refers to it'), ...refusals },
});
const similar = createRoute({
  method: 'post', path: '/similar', tags, summary: 'Has it been reported already? / 是否已有人反映', request: jsonBody(IntakeDraft), responses: { 200: jsonAnswer(IntakeSimilar, 'How many; nothing of who'), ...refusals },
});
const report = createRoute({
  method: 'post', path: '/reports', tags, summary: 'Report as a resident / 随手拍', request: jsonBody(IntakeReport), responses: { 201: jsonAnswer(IntakeReceipt, 'Received'), ...refusals },
});
const progress = createRoute({
  method: 'get', path: '/reports/{id}', tags, summary: 'How a report stands, by number and code / 查询进度', request: { params: One, headers: CodeHeader },
  responses: { 200: jsonAnswer(IntakeProgress, 'For its reporter'), ...refusals },
});
const act = createRoute({
  method: 'post', path: '/reports/{id}/actions/{action}', tags, summary: 'Rate, withdraw: what the method allows the reporter / 评价、撤回',
  request: { params: One.extend({ action: z.string().max(100) }), headers: CodeHeader.extend({ 'idempotency-key': z.string().min(1).max(100).optional() }), ...jsonBody(IntakeCall) },
  responses: { 200: jsonAnswer(IntakeProgress, 'As it stands after it'), ...refusals },
});

/** `/api/intake`: residents report, look how it stands and rate, without signing in. Where the host does not open it, it is not there. */
export function intakeRoutes(api: ApiOptions) {
  const router = newRouter();
  return api.intake === undefined ? router : opened(api, api.intake);
}

function opened(api: ApiOptions, intake: IntakeOptions) {
  const { engine, now } = api;
  const { directory, tenant } = engine;
  const { port } = intake;
  const guards = intakeGuards(intake);
  const method = engine.methods.at(-1)!;
  const isOpen = ({ level }: Unit): boolean => intake.levels.includes(level);
  const unitOf = async (id: string): Promise<Unit> => {
    const unit = await directory.unit(tenant, id, today(api));
    if (unit === undefined || !isOpen(unit)) throw refuseWith('intake.no-unit', {}, ['unit']);
    return unit;
  };
  const shown = async ({ id, label, parent }: Unit): Promise<IntakeUnit> => ({ name: id, label, above: (parent === undefined ? undefined : await directory.unit(tenant, parent))?.label ?? { zh: '', en: '' } });
  /** In whose name a report by this source is opened at a unit. */
  const actorFor = async (source: string, unit: string): Promise<Actor | undefined> => {
    const way = Object.hasOwn(intake.sources, source) ? intake.sources[source] : undefined;
    if (way?.as === undefined) return way && reporterOf('');
    const [post] = await directory.posts(tenant, { role: way.as, over: unit, day: today(api) });
    return post && { ...reporterOf(''), posts: [post] };
  };
  const waysAt = async (unit: string): Promise<IntakeWay[]> => {
    const ways = await Promise.all(Object.keys(intake.sources).map(async (source) => {
      const actor = await actorFor(source, unit);
      const opening = actor && (await engine.openings(actor, now())).find((each) => each.source.name === source && each.register !== true);
      if (opening === undefined) return [];
      const { source: { reporter, ...named }, form } = openingJson(opening, methodOf(engine, opening.method));
      const own = residentForm(form.filter(({ name }) => name !== intake.sources[source]!.unitIn), api.files !== undefined);
      return own === undefined ? [] : [{ source: named, reporter, form: own }];
    }));
    return ways.flat();
  };
  /** The report that a code opens; a number alone opens none, nor does a code that belongs to another number. */
  const own = async (c: Context, id: string, code: string): Promise<KeptReport> => {
    await guards.mayTry(c);
    const kept = await port.find(tenant, digest(code));
    if (kept?.case === id) return kept;
    await guards.missed(c);
    throw refuseWith('intake.unknown', {});
  };

  const router = newRouter();
  router.use('*', guards.read);
  const [short, long] = [largestReport, largestPhoto].map((maxSize) => bodyLimit({ maxSize, onError: () => { throw refuseWith('http.too-large', { limit: maxSize }); } }));
  router.use('*', (c, next) => (c.req.path.endsWith('/photos') ? long! : short!)(c, next));
  return router
    .openapi(info, async (c) => c.json({
      label: wordsOf(method.label), ...(intake.phone !== undefined && { phone: intake.phone }), keeps: intake.keeps ?? keepsOf(method),
      units: await Promise.all((await directory.units(tenant, today(api))).filter(isOpen).map(shown)), publications: publicLedgers(engine),
    }, 200))
    .openapi(place, async (c) => {
      const unit = await unitOf(c.req.valid('param').id);
      return c.json({ ...await shown(unit), ways: await waysAt(unit.id) }, 200);
    })
    .openapi(photo, async (c) => {
      if (api.files === undefined) throw refuseWith('http.unknown-route', { method: 'POST', path: c.req.path });
      await unitOf(c.req.valid('param').id);
      await guards.photo(c);
      const taken = await api.files.put(tenant, new Uint8Array(await c.req.arrayBuffer()), { name: '照片.jpg', type: 'image/jpeg' }, (api.realClock ?? Date.now)());
      if (!taken.ok) throw new Refusal(taken.issues);
      const { name, size, type, hash } = taken.value;
      return c.json({ name, size, type, hash }, 201);
    })
    .openapi(similar, async (c) => {
      const { unit, ...draft } = c.req.valid('json');
      const found = await engine.similar({ ...draft, home: (await unitOf(unit)).id }, now());
      return c.json({ count: found.length, stands: found.slice(0, 5).flatMap(({ stands }) => stands ?? []) }, 200, { 'Cache-Control': 'no-store' });
    })
    .openapi(report, async (c) => {
      const { unit, source, fields, reporter, agent, code, website } = c.req.valid('json');
      if (website !== undefined && website !== '') throw refuseWith('intake.robot', {});
      const id = digest(code);
      const before = await port.find(tenant, id);
      if (before !== undefined) return c.json({ id: before.case }, 201);
      const { id: home } = await unitOf(unit);
      const actor = await actorFor(source, home);
      if (actor === undefined) throw refuseWith('intake.no-source', {}, ['source']);
      await guards.report(c, home);
      const at = now();
      const { unitIn } = intake.sources[source]!;
      const input: OpenInput = { source, home, fields: unitIn === undefined ? fields : { ...fields, [unitIn]: home }, ...reporterFrom(reporter, agent) };
      const { id: number } = valueOf(await engine.open(input, { by: actor, at, key: `intake:${id}` }));
      await port.keep(tenant, { id, case: number, unit: home, at });
      return c.json({ id: number }, 201);
    })
    .openapi(progress, async (c) => {
      const { id } = c.req.valid('param');
      const kept = await own(c, id, c.req.valid('header')['report-code']);
      return c.json(await progressOf(engine, intake, kept.case, now()), 200, { 'Cache-Control': 'no-store' });
    })
    .openapi(act, async (c) => {
      const { id, action } = c.req.valid('param');
      const { 'report-code': code, 'idempotency-key': key } = c.req.valid('header');
      const kept = await own(c, id, code);
      valueOf(await engine.act(kept.case, action, c.req.valid('json').input, { by: reporterOf(kept.case), at: now(), ...(key !== undefined && { key: `intake:${kept.id}:${key}` }) }));
      return c.json(await progressOf(engine, intake, kept.case, now()), 200, { 'Cache-Control': 'no-store' });
    });
}

interface Named { readonly name?: string | undefined; readonly phone?: string | undefined }

/** Whom it concerns; who entered it on that person's behalf stands beside it. All of it is personal, and lies beside the log. */
function reporterFrom(reporter: Named = {}, agent: Named = {}): Pick<OpenInput, 'reporter'> {
  const entered = [agent.name, agent.phone].filter(Boolean).join(' ');
  const given = Object.entries({ name: reporter.name, phone: reporter.phone, ref: entered && `代办 ${entered}` }).filter(([, value]) => value);
  return given.length === 0 ? {} : { reporter: Object.fromEntries(given) };
}

const keepsOf = ({ personal }: Method): Words => (personal?.keep === undefined
  ? { zh: '您的姓名和电话只用于办理和回复这件事，依申请可以删除', en: 'Your name and telephone number are used only to handle and answer this matter, and are erased on request' }
  : { zh: `您的姓名和电话只用于办理和回复这件事，办结后保存 ${personal.keep}，到期删除，也可以申请提前删除`, en: `Your name and telephone number are used only to handle and answer this matter. They are kept for ${personal.keep} after it is closed and then erased, or earlier on request` });

const digest = (code: string): string => createHash('sha256').update(code).digest('base64url');
