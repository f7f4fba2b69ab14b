import { randomBytes } from 'node:crypto';
import { serve } from '@hono/node-server';
import { createApi, hashPassword } from '@bihuan/adapters/http';
import { type SqliteDatabase, sqliteStore } from '@bihuan/adapters/sqlite';
import { createEngine } from '@bihuan/core';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { AddressInfo } from 'node:net';
import { type DemoDistrict, demoPassword } from './demo-district.ts';
import { loadDemo } from './load-demo.ts';
import { isFirstStart, openDatabase } from './open-database.ts';
import { pagesFolder } from './places.ts';
import { demoClock, realClock } from './server-clock.ts';
import { hasAccounts, makeServerTables, settingsTable } from './server-tables.ts';
import type { Settings } from './settings.ts';
import { sqliteSavedQueries } from './sqlite-saved-queries.ts';
import { addAccounts, forgetSessions, sqliteSessions } from './sqlite-sessions.ts';
import { StartFailure } from './start-failure.ts';
import { startTicking } from './ticking.ts';
import { webPages } from './web-pages.ts';

const day = 86_400_000;

export interface RunningServer {
  readonly port: number;
  /** Resolves when the demo is loaded and requests are answered. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/** Starts the example: it listens at once; requests wait while the demo is being loaded for the first time. */
export async function startAdmin(settings: Settings, district: DemoDistrict, say: (line: string) => void): Promise<RunningServer> {
  const first = isFirstStart(settings.database);
  let begin!: () => void;
  const listening = new Promise<void>((resolve) => { begin = resolve; });
  const site = listening.then(async () => {
    if (first) await loadDemo(settings.database, district, (line) => say(`演示数据 · demo: ${line}`));
    const database = openDatabase(settings.database);
    makeServerTables(database);
    if (!hasAccounts(database)) addAccounts(database, district.people, await hashPassword(demoPassword));
    return siteOver(database, settings, district, say);
  });
  const server = await listen(settings.port, async (request) => (await site).fetch(request));
  begin();
  return {
    port: server.port,
    ready: site.then(() => undefined),
    async close() {
      await server.close();
      (await site).stop();
    },
  };
}

/** The API and the pages over an open database. */
function siteOver(database: SqliteDatabase, settings: Settings, district: DemoDistrict, say: (line: string) => void) {
  const kept = settingsTable(database);
  const secret = kept.get('session.secret') ?? randomBytes(32).toString('base64url');
  kept.set('session.secret', secret);
  forgetSessions(database, Date.now() - day);
  const clock = settings.clock === 'real' ? realClock : demoClock(kept, district.begins, district.rules.calendar);
  const engine = createEngine({ methods: [district.rules.method], store: sqliteStore(database, { keepOpen: true }), directory: district.directory });
  const ticking = startTicking(engine, clock.now, say);
  const { advance } = clock;
  const api = createApi({
    engine, now: clock.now, sessions: sqliteSessions(database), savedQueries: sqliteSavedQueries(database),
    signIn: { secret, secure: settings.secure },
    demo: {
      logins: district.logins,
      ...(advance && { advance: async (by) => {
        advance(by);
        await ticking.now();
      } }),
    },
  });
  const site = new Hono().use('*', compress()).route('/', api).route('/', webPages(pagesFolder));
  return {
    fetch: (request: Request) => site.fetch(request),
    stop() {
      ticking.stop();
      database.close();
    },
  };
}

/** Listens, or says why not. */
function listen(port: number, fetch: (request: Request) => Promise<Response>): Promise<{ readonly port: number; close(): Promise<void> }> {
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
