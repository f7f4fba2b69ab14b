import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { createDistricts, hashPassword } from '@bihuan/adapters/http';
import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import type { AddressInfo } from 'node:net';
import { demoPassword } from './demo-district.ts';
import type { DistrictPlan } from './demo-manifest.ts';
import { keptIntake } from './kept-intake.ts';
import { keptChanges } from './kept-changes.ts';
import { keptSavedQueries } from './kept-saved-queries.ts';
import { forgetSessions, keptSessions } from './kept-sessions.ts';
import { type ServerDatabase, openServerDatabase } from './open-database.ts';
import { openFiles } from './open-files.ts';
import { pagesFolder } from './places.ts';
import { type Ground, RunningDistrict } from './running-district.ts';
import { settingsTable } from './settings-table.ts';
import type { Settings } from './settings.ts';
import { StartFailure } from './start-failure.ts';
import { webPages } from './web-pages.ts';

const day = 86_400_000;

export interface RunningServer {
  readonly port: number;
  /** In the manifest's order, as far as they have come. */
  readonly districts: readonly RunningDistrict[];
  /** Resolves when every district is loaded, or has said why it is not. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/** Starts the example: it listens and answers at once; the districts are loaded behind it, one after the other, each open as soon as it is there. */
export async function startAdmin(settings: Settings, plans: readonly DistrictPlan[], say: (line: string) => void): Promise<RunningServer> {
  const files = openFiles(settings.files);
  const database = await openServerDatabase(settings.database);
  const ground = { ...await groundOn(database, settings), ...(files && { files }), say };
  const districts = plans.map((plan) => new RunningDistrict(plan, ground));
  const doors = createDistricts({ districts: () => districts, sessions: ground.sessions, signIn: ground.signIn });
  const site = new Hono().use('*', compress()).route('/', doors).route('/', webPages(pagesFolder));
  const server = await listen(settings.port, async (request, env) => site.fetch(request, env)).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const ready = (async () => {
    for (const district of districts) {
      await setImmediate(); // whoever asks already is answered first
      await district.load();
    }
  })();
  return {
    port: server.port, districts, ready,
    async close() {
      ground.changes.close();
      await server.close();
      for (const district of districts) district.stop();
      await ready;
      await database.close();
    },
  };
}

/** Behind a reverse proxy of our own the address that it saw; what stands before that, anybody may have written. */
const forwardedFor = (c: Context): string => c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() ?? 'unknown';

async function groundOn(database: ServerDatabase, settings: Settings): Promise<Omit<Ground, 'say'>> {
  const { queries } = database;
  const secret = await settingsTable(queries).keep('session.secret', randomBytes(32).toString('base64url'));
  await forgetSessions(queries, Date.now() - day);
  let hashed: Promise<string> | undefined;
  return {
    database, settings, sessions: keptSessions(queries), savedQueries: keptSavedQueries(queries), changes: keptChanges(queries), intake: { port: keptIntake(queries), ...(settings.proxied && { address: forwardedFor }) }, signIn: { secret, secure: settings.secure },
    password: () => hashed ??= hashPassword(demoPassword),
  };
}

/** Listens, or says why not. */
function listen(port: number, fetch: (request: Request, env: object) => Promise<Response>): Promise<{ readonly port: number; close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port }, (info: AddressInfo) => resolve({
      port: info.port,
      close: () => new Promise((done) => {
        server.close(() => done());
        if ('closeIdleConnections' in server) server.closeIdleConnections();
        setTimeout(() => { if ('closeAllConnections' in server) server.closeAllConnections(); }, 2_000).unref();
      }),
    }));
    server.once('error', (error: NodeJS.ErrnoException) => reject(
      error.code === 'EADDRINUSE' ? new StartFailure({ zh: `端口 ${port} 已被占用，请用 PORT=… 换一个`, en: `Port ${port} is taken: choose another with PORT=…` }, error)
        : error.code === 'EACCES' ? new StartFailure({ zh: `没有权限使用端口 ${port}，请用 PORT=… 换一个`, en: `Port ${port} may not be used: choose another with PORT=…` }, error)
          : error));
  });
}
