import type { Actor, Engine, Words } from '@bihuan/core';
import { createRoute } from '@hono/zod-openapi';
import { z } from '@hono/zod-openapi';
import { jsonAnswer, jsonBody, newRouter, refusals } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import type { LoginResult } from './audit-port.ts';
import { directoryWords } from './directory-words.ts';
import { today } from './iso.ts';
import { methodWords } from './method-words.ts';
import { verifyPassword } from './password.ts';
import { Refusal, refuseWith } from './problem.ts';
import type { SessionGuard } from './session-guard.ts';
import { transportIssue } from './transport-issues.ts';
import { Login, SessionInfo } from './wire/index.ts';

const tags = ['session'];
const begin = createRoute({
  method: 'post', path: '/', tags, summary: 'Sign in / 登录', request: jsonBody(Login),
  responses: { 200: jsonAnswer(SessionInfo, 'Signed in; the session is in a cookie / 已登录'), ...refusals },
});
const read = createRoute({
  method: 'get', path: '/', tags, summary: 'Who is signed in / 当前登录人', responses: { 200: jsonAnswer(SessionInfo, 'Who it is'), ...refusals },
});
const end = createRoute({
  method: 'delete', path: '/', tags, summary: 'Sign out / 退出', responses: { 200: jsonAnswer(z.object({}), 'Signed out'), ...refusals },
});

/** `/api/session`: signing in, out, and who it is. A name is locked for a while after too many failures in a row. */
export function sessionRoutes({ engine, sessions, signIn, audit, now: engineNow, realClock = Date.now }: ApiOptions, guard: SessionGuard) {
  const most = signIn.attempts ?? 5;
  const lock = (signIn.lockMinutes ?? 15) * 60_000;
  return newRouter()
    .openapi(begin, async (c) => {
      const { username, password } = c.req.valid('json');
      const now = realClock();
      const { count, last } = await sessions.attempts(engine.tenant, username);
      const stale = now - last >= lock;
      const account = await sessions.account(engine.tenant, username);
      const log = (result: LoginResult) => audit?.login(engine.tenant, { at: now, username, person: account?.person ?? null, result });
      if (!stale && count >= most) {
        await log('locked');
        throw locked(last + lock - now);
      }
      const right = await verifyPassword(password, account?.off ? undefined : account?.password);
      const actor = right ? await engine.directory.person(engine.tenant, account!.person, today({ engine, now: engineNow })) : undefined;
      if (actor === undefined) {
        await sessions.fail(engine.tenant, username, now, stale);
        const left = most - (stale ? 1 : count + 1);
        await log(account?.off ? 'off' : left <= 0 ? 'locked' : 'wrong');
        throw left <= 0 ? locked(lock) : refuseWith('session.wrong', { left });
      }
      await sessions.clear(engine.tenant, username);
      await guard.begin(c, username, actor.person);
      await log('in');
      return c.json(await sessionInfo(engine, actor, account!.administrator), 200);
    })
    .openapi(read, async (c) => {
      const actor = await guard.actor(c);
      if (actor === undefined) throw refuseWith('session.missing', {});
      return c.json(await sessionInfo(engine, actor, await guard.isAdministrator(c)), 200, { 'Cache-Control': 'no-store' });
    })
    .openapi(end, async (c) => {
      const session = await guard.end(c);
      if (session) await audit?.login(session.tenant, { at: realClock(), username: session.username, person: session.person, result: 'out' });
      return c.json({}, 200);
    });
}

const locked = (ms: number): Refusal => new Refusal(
  [transportIssue('session.locked', { minutes: Math.max(1, Math.ceil(ms / 60_000)) })], 429, { 'Retry-After': String(Math.ceil(ms / 1000)) });

/** A person with the posts held now, in words. */
async function sessionInfo(engine: Engine, actor: Actor, administrator = false): Promise<SessionInfo> {
  const words = directoryWords(engine.directory, engine.tenant);
  return {
    id: actor.person, district: engine.tenant, administrator,
    fullName: actor.name ?? actor.posts.find(({ name }) => name !== undefined)?.name ?? actor.person,
    posts: await Promise.all(actor.posts.map(async ({ id, role, unit }) => ({ id, role, roleLabel: roleLabel(engine, role), unit, unitLabel: await words.unit(unit) }))),
  };
}

/** The word for a role, in whichever method has it. */
export function roleLabel(engine: Engine, role: string): Words {
  for (const method of engine.methods) {
    const label = methodWords(method).vocabulary.roles.get(role);
    if (label !== undefined) return label;
  }
  return { zh: role, en: role };
}
