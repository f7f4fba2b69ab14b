import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '@bihuan/core';
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import type { ApiEnv, ApiOptions, SignInOptions } from './api-options.ts';
import { today } from './iso.ts';
import { refuseWith } from './problem.ts';
import type { Session } from './session-port.ts';

const minute = 60_000;

const cookieName = ({ cookie }: SignInOptions): string => cookie ?? 'bihuan_session';

/** The session whose cookie a request carries, of whichever tenant; nothing where it has been forged, ended or left alone too long. */
export async function sessionOf(c: Context, { sessions, signIn, realClock = Date.now }: Pick<ApiOptions, 'sessions' | 'signIn' | 'realClock'>): Promise<Session | undefined> {
  const token = await getSignedCookie(c, signIn.secret, cookieName(signIn));
  const session = token ? await sessions.find(digest(token)) : undefined;
  if (session === undefined) return undefined;
  const now = realClock();
  if (now - session.seen > (signIn.idleMinutes ?? 30) * minute || now - session.started > (signIn.longestMinutes ?? 12 * 60) * minute) {
    await sessions.end(session.id);
    return undefined;
  }
  if (now - session.seen > minute) await sessions.touch(session.id, now);
  return session;
}

/** Signs people in and out, and says who is asking. The actor is made from the directory on every request; nothing of it comes from the client. */
export function sessionGuard(options: ApiOptions) {
  const { engine, sessions, signIn, realClock = Date.now } = options;
  const name = cookieName(signIn);
  const cookie = { path: '/', httpOnly: true, sameSite: 'Lax', secure: signIn.secure ?? false } as const;
  const actorOf = async (c: Context): Promise<Actor | undefined> => {
    const session = await sessionOf(c, options);
    return session?.tenant === engine.tenant ? engine.directory.person(engine.tenant, session.person, today(options)) : undefined;
  };

  const isAdministrator = async (c: Context): Promise<boolean> => {
    const session = await sessionOf(c, options);
    if (session?.tenant !== engine.tenant) return false;
    const account = await sessions.account(engine.tenant, session.username);
    return account?.administrator === true && account.off !== true;
  };

  return {
    isAdministrator,
    /** Who is asking, with the posts held now; nobody when there is no session of this tenant or the directory no longer knows the person. */
    actor: actorOf,
    /** A new session; whatever session the browser had before is over. */
    async begin(c: Context, username: string, person: string): Promise<void> {
      const before = await sessionOf(c, options);
      if (before) await sessions.end(before.id);
      const token = randomBytes(32).toString('base64url');
      const now = realClock();
      await sessions.start({ id: digest(token), tenant: engine.tenant, username, person, started: now, seen: now });
      await setSignedCookie(c, name, token, signIn.secret, cookie);
    },
    /** Ends the session, and says which it was. */
    async end(c: Context): Promise<Session | undefined> {
      const session = await sessionOf(c, options);
      if (session) await sessions.end(session.id);
      deleteCookie(c, name, cookie);
      return session;
    },
    /** Lets only those through who have signed in. */
    required: (async (c, next) => {
      const actor = await actorOf(c);
      if (actor === undefined) throw refuseWith('session.missing', {});
      c.set('actor', actor);
      await next();
    }) satisfies MiddlewareHandler<ApiEnv>,
    /** Lets only administrators of the tenant through. */
    administrators: (async (c, next) => {
      const actor = await actorOf(c);
      if (actor === undefined) throw refuseWith('session.missing', {});
      if (!await isAdministrator(c)) throw refuseWith('session.not-administrator', {});
      c.set('actor', actor);
      await next();
    }) satisfies MiddlewareHandler<ApiEnv>,
  };
}
export type SessionGuard = ReturnType<typeof sessionGuard>;

const digest = (token: string): string => createHash('sha256').update(token).digest('base64url');
