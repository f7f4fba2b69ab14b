import type { AuthProvider } from 'react-admin';
import { ask } from './http-client.ts';
import type { Session } from './wire.ts';

let session: Promise<Session> | undefined;

/** Who is logged in, asked once and kept until a login, a logout or a 401. */
const current = (): Promise<Session> => {
  session ??= ask<Session>('/session').catch((error: unknown) => {
    session = undefined;
    throw error;
  });
  return session;
};

/** The session cookie is the server's; the page only asks whose it is. A 401 leads to the login page, a 403 is shown and nothing else. */
export const authProvider: AuthProvider & { getIdentity(): Promise<Session & { readonly posts: Session['posts'] }> } = {
  async login({ district, username, password }: { district: string; username: string; password: string }) {
    session = Promise.resolve(await ask<Session>(`/districts/${encodeURIComponent(district)}/session`, { method: 'POST', body: JSON.stringify({ username, password }) }));
  },
  async logout() {
    const had = session;
    session = undefined;
    if (had) await ask('/session', { method: 'DELETE' }).catch(() => undefined);
  },
  async checkAuth() {
    await current().catch(() => { throw { message: false }; });
  },
  async checkError(error: { status?: number }) {
    if (error.status !== 401) return;
    session = undefined;
    throw error;
  },
  getIdentity: current,
  async getPermissions() {
    return (await current()).posts.map(({ role }) => role);
  },
};
