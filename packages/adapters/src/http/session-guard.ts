import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '@bihuan/core';
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import type { ApiEnv, ApiOptions } from './api-options.ts';
import { refuseWith } from './problem.ts';
import type { Session } from './session-port.ts';

const minute = 60_000;

/** Signs people in and out, and says who is asking. The actor is made from the directory on every request; nothing of it comes from the client. */
export function sessionGuard({ engine, sessions, signIn, realClock = Date.now }: ApiOptions) {
  const name = signIn.cookie ?? 'bihuan_session';
  const idle = (signIn.idleMinutes ?? 30) * minute;
  const longest = (signIn.longestMinutes ?? 12 * 60) * minute;
  const cookie = { path: '/', httpOnly: true, sameSite: 'Lax', secure: signIn.secure ?? false } as const;

  const current = async (c: Context): Promise<Session | undefined> => {
    const token = await getSignedCookie(c, signIn.secret, name);
    if (!token) return undefined;
    const session = await sessions.find(digest(token));
    if (session === undefined) return undefined;
    const now = realClock();
    if (now - session.seen > idle || now - session.started > longest) {
      await sessions.end(session.id);
      return undefined;
    }
    if (now - session.seen > minute) await sessions.touch(session.id, now);
    return session;
  };

  return {
    /** Who is asking, with the posts held now; nobody when there is no session or the directory no longer knows the person. */
    async actor(c: Context): Promise<Actor | undefined> {
      const session = await current(c);
      return session && engine.directory.person(engine.tenant, session.person);
    },
    /** A new session; whatever session the browser had before is over. */
    async begin(c: Context, username: string, person: string): Promise<void> {
      const before = await current(c);
      if (before) await sessions.end(before.id);
      const token = randomBytes(32).toString('base64url');
      const now = realClock();
      await sessions.start({ id: digest(token), username, person, started: now, seen: now });
      await setSignedCookie(c, name, token, signIn.secret, cookie);
    },
    async end(c: Context): Promise<void> {
      const session = await current(c);
      if (session) await sessions.end(session.id);
      deleteCookie(c, name, cookie);
    },
    /** Lets only those through who have signed in. */
    required: (async (c, next) => {
      const session = await current(c);
      const actor = session && await engine.directory.person(engine.tenant, session.person);
      if (actor === undefined) throw refuseWith('session.missing', {});
      c.set('actor', actor);
      await next();
    }) satisfies MiddlewareHandler<ApiEnv>,
  };
}
export type SessionGuard = ReturnType<typeof sessionGuard>;

const digest = (token: string): string => createHash('sha256').update(token).digest('base64url');
