import { type Unit, wordsOf } from '@bihuan/core';
import { createRoute, z } from '@hono/zod-openapi';
import { readCsv } from '../tables/csv.ts';
import { decode } from '../tables/decode.ts';
import { jsonAnswer, jsonBody, newRouter, refusals } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import { today } from './iso.ts';
import { hashPassword } from './password.ts';
import { peopleTemplate, planPeople } from './people-import.ts';
import type { Decided, People, PeoplePort } from './people-port.ts';
import { addPerson, addPost, addUnit, badPassword, changePerson, changePost, closeUnit, endPost, renameUnit } from './people-rules.ts';
import { Refusal, issueJson, refuseWith } from './problem.ts';
import { languageOf } from './request-language.ts';
import type { SessionGuard } from './session-guard.ts';
import { transportIssue } from './transport-issues.ts';
import { LastDay, NewPerson, NewPost, NewUnit, PeopleImport, PeopleInfo, PersonChange, PostChange, UnitName } from './wire/index.ts';

const tags = ['people'];
const params = z.object({ id: z.string().max(60) });
const tableParams = z.object({ table: z.enum(['units', 'people']) });
const changed = { 200: jsonAnswer(PeopleInfo, 'Everything as it is now'), ...refusals };
const read = createRoute({ method: 'get', path: '/', tags, summary: 'Units, posts and people / 组织与人员', responses: { 200: jsonAnswer(PeopleInfo, 'With their history'), ...refusals } });
const route = <B extends z.ZodType>(method: 'post' | 'put', path: string, summary: string, body: B) => createRoute({ method, path, tags, summary, request: { params, ...jsonBody(body) }, responses: changed });
const newUnit = createRoute({ method: 'post', path: '/units', tags, summary: 'Set up a unit / 设立单位', request: jsonBody(NewUnit), responses: changed });
const newPost = createRoute({ method: 'post', path: '/posts', tags, summary: 'Give somebody a post / 任岗', request: jsonBody(NewPost), responses: changed });
const newPerson = createRoute({ method: 'post', path: '/persons', tags, summary: 'Add somebody / 新增人员', request: jsonBody(NewPerson), responses: changed });
const unitName = route('put', '/units/{id}', 'Rename a unit / 改名', UnitName);
const unitEnd = route('post', '/units/{id}/close', 'Close a unit / 撤销', LastDay);
const postChange = route('put', '/posts/{id}', 'Another post from a day on / 调岗', PostChange);
const postEnd = route('post', '/posts/{id}/end', 'End a post / 离岗', LastDay);
const personChange = route('put', '/persons/{id}', 'Name, password, administrator, on or off / 修改人员', PersonChange);
const template = createRoute({
  method: 'get', path: '/{table}/template.csv', tags, summary: 'The empty table / 空表', request: { params: tableParams, query: z.object({ lang: z.enum(['zh', 'en']).optional() }) },
  responses: { 200: { content: { 'text/csv': { schema: z.string() } }, description: 'Header and an example row' }, ...refusals },
});
const bring = createRoute({
  method: 'post', path: '/{table}/import', tags, summary: 'Bring in units or people / 导入单位或人员', description: 'All rows, or none where any has a problem / 全部导入或全不导入',
  request: { params: tableParams, query: z.object({ 'dry-run': z.enum(['true', 'false']).optional() }), body: { content: { 'text/csv': { schema: z.string() } } } },
  responses: { 200: jsonAnswer(PeopleImport, 'What it came to'), ...refusals },
});

/** `/api/people`: the directory of an office without one of its own, for its administrators. Nothing is deleted: what is over has a last day. */
export function peopleRoutes(options: ApiOptions, guard: SessionGuard) {
  const { engine, sessions, now, realClock = Date.now } = options;
  const method = engine.methods.at(-1)!;
  const port = (): PeoplePort => {
    if (options.people === undefined) throw refuseWith('http.unknown-route', { method: 'GET', path: '/api/people' });
    return options.people;
  };
  const world = () => ({ method, today: today({ engine, now }) });
  const info = async (): Promise<PeopleInfo> => peopleInfo(await port().read(engine.tenant), world());
  const change = async (by: Parameters<PeoplePort['change']>[1], decide: (people: People) => Decided): Promise<PeopleInfo> => {
    const decided = await port().change(engine.tenant, by, realClock(), decide);
    if (!decided.ok) throw new Refusal(decided.issues);
    for (const { id, account } of decided.rows.people ?? []) if (account?.off || decided.done.what === 'person.password') await sessions.endAll(engine.tenant, id);
    return info();
  };
  const kept = async (password: string | undefined, username: string): Promise<string | undefined> => {
    if (password === undefined) return undefined;
    const weak = badPassword(password, username);
    if (weak.length > 0) throw new Refusal(weak);
    return hashPassword(password);
  };
  const routes = newRouter();
  routes.use('*', guard.administrators);
  return routes
    .openapi(read, async (c) => c.json(await info(), 200, { 'Cache-Control': 'no-store' }))
    .openapi(newUnit, async (c) => {
      const { label, ...unit } = c.req.valid('json');
      return c.json(await change(c.get('actor'), (people) => addUnit(people, { ...unit, label: { zh: label.zh, en: label.en ?? label.zh } }, world())), 200);
    })
    .openapi(unitName, async (c) => {
      const { label: { zh, en = zh } } = c.req.valid('json');
      return c.json(await change(c.get('actor'), (people) => renameUnit(people, c.req.valid('param').id, { zh, en })), 200);
    })
    .openapi(unitEnd, async (c) => c.json(await change(c.get('actor'), (people) => closeUnit(people, c.req.valid('param').id, c.req.valid('json').until)), 200))
    .openapi(newPost, async (c) => c.json(await change(c.get('actor'), (people) => addPost(people, c.req.valid('json'), world())), 200))
    .openapi(postChange, async (c) => c.json(await change(c.get('actor'), (people) => changePost(people, c.req.valid('param').id, c.req.valid('json'), world())), 200))
    .openapi(postEnd, async (c) => c.json(await change(c.get('actor'), (people) => endPost(people, c.req.valid('param').id, c.req.valid('json').until)), 200))
    .openapi(newPerson, async (c) => {
      const { password, ...person } = c.req.valid('json');
      const hash = await kept(password, person.username ?? person.id);
      return c.json(await change(c.get('actor'), (people) => addPerson(people, person, hash)), 200);
    })
    .openapi(personChange, async (c) => {
      const { password, ...given } = c.req.valid('json');
      const { id } = c.req.valid('param');
      const hash = await kept(password, id);
      return c.json(await change(c.get('actor'), (people) => changePerson(people, id, given, hash)), 200);
    })
    .openapi(template, async (c) => {
      const { table } = c.req.valid('param');
      const lang = c.req.valid('query').lang ?? languageOf(c);
      return c.body(peopleTemplate(table, method, lang), 200, { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${table}.csv"` });
    })
    .openapi(bring, async (c) => {
      const { table } = c.req.valid('param');
      const dryRun = c.req.valid('query')['dry-run'] === 'true';
      const decoded = decode(new Uint8Array(await c.req.arrayBuffer()));
      if (decoded === undefined || decoded.text.includes('\0')) throw new Refusal([transportIssue('people.empty', {})]);
      const rows = readCsv(decoded.text);
      const plan = planPeople(table, rows, await port().read(engine.tenant), world());
      const report: PeopleImport = { dryRun, rows: rows.rows.length, added: plan.added, unchanged: plan.unchanged, problems: plan.problems.map(({ line, issues }) => ({ line, issues: issues.map(issueJson) })) };
      if (dryRun || plan.problems.length > 0 || plan.added === 0) return c.json(report, 200);
      const hashes = new Map<string, string>();
      for (const [id, password] of plan.passwords) hashes.set(id, await hashPassword(password));
      await change(c.get('actor'), (people) => {
        const again = planPeople(table, rows, people, world()); // somebody may have changed something since
        if (again.problems.length > 0) return { ok: false, issues: again.problems.flatMap(({ issues }) => issues) };
        const taken = [...again.passwords.keys()].filter((id) => !hashes.has(id));
        if (taken.length > 0) return { ok: false, issues: taken.map((username) => transportIssue('people.username-taken', { username })) };
        const withPasswords = (again.rows.people ?? []).map((person) => ({ ...person, ...(hashes.has(person.id) && { password: hashes.get(person.id)! }) }));
        return { ok: true, rows: { ...again.rows, people: withPasswords }, done: { what: `${table}.import`, about: table, detail: { added: again.added } } };
      });
      return c.json(report, 200);
    });
}

const lasting = ({ from, until }: { readonly from?: string; readonly until?: string }) => ({ from: from ?? null, until: until ?? null });
const unitJson = ({ id, label, level, parent, ...days }: Unit): PeopleInfo['units'][number] => ({ id, label, level, parent: parent ?? null, ...lasting(days) });

function peopleInfo({ units, posts, people }: People, { method, today: day }: { readonly method: ApiOptions['engine']['methods'][number]; readonly today: string }): PeopleInfo {
  return {
    today: day, units: units.map(unitJson), posts: posts.map(({ id, person, role, unit, ...days }) => ({ id, person, role, unit, ...lasting(days) })),
    people: people.map(({ id, name, account }) => ({ id, name, account: account ?? null })),
    levels: Object.entries(method.levels).map(([name, { label, in: above, beside }]) => ({
      name, label: wordsOf(label), above: [above, beside, beside === undefined ? undefined : method.levels[beside]?.in].filter((each) => each !== undefined),
    })),
    roles: Object.entries(method.roles).map(([name, { label, at }]) => ({ name, label: wordsOf(label), at: [...at], personal: method.personal?.by?.includes(name) ?? false })),
  };
}
