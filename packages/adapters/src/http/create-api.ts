import { randomUUID } from 'node:crypto';
import { bodyLimit } from 'hono/body-limit';
import { except } from 'hono/combine';
import { cors } from 'hono/cors';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import type { ErrorHandler } from 'hono';
import { newRouter } from './api-app.ts';
import type { ApiEnv, ApiOptions, Failure } from './api-options.ts';
import { auditRoutes } from './audit.ts';
import { boardRoutes, metricRoutes } from './boards.ts';
import { caseLogRoutes, openingRoutes, subjectLogRoutes } from './case-actions.ts';
import { caseRoutes } from './cases.ts';
import { caseSheetRoutes } from './case-sheet.ts';
import { eventRoutes, tellsChanges } from './changes.ts';
import { demoRoutes } from './demo.ts';
import { dutyRoutes, normRoutes, subjectNormRoutes } from './duties.ts';
import { fileRoutes } from './files.ts';
import { healthRoutes } from './health.ts';
import { holdingFiles } from './held-files.ts';
import { intakeRoutes } from './intake.ts';
import { ledgerRoutes } from './ledgers.ts';
import { lineageRoutes, similarRoutes } from './linked.ts';
import { methodRoutes } from './methods.ts';
import { moveRoutes } from './moves.ts';
import { peopleRoutes } from './people.ts';
import { postRoutes } from './posts.ts';
import { publicationRoutes } from './publications.ts';
import { Refusal, problemResponse, refuseWith } from './problem.ts';
import { registerImportRoutes } from './register-import.ts';
import { savedQueryRoutes } from './saved-queries.ts';
import { screenRoutes } from './screen.ts';
import { sessionGuard } from './session-guard.ts';
import { sessionRoutes } from './session.ts';
import { studioRoutes } from './studio.ts';
import { registerRoutes, subjectRoutes } from './subjects.ts';
import { transportIssue } from './transport-issues.ts';
import { unitRoutes } from './units.ts';

const largestBody = 1_000_000;

/** Resources that answer only who has signed in; `publications` and `intake` answer everybody. */
const closed = [
  'cases', 'subjects', 'registers', 'openings', 'similar', 'lineage', 'duties', 'norms', 'units', 'posts', 'methods', 'ledgers', 'boards', 'metrics', 'moves', 'saved-queries', 'screen', 'files',
] as const;

/**
 * The HTTP API over an engine: REST in the dialect of ra-data-simple-rest, sign-in by cookie, refusals as problem details,
 * an OpenAPI document at `/api/openapi.json`. It holds no rule: who may do what is the engine's to decide.
 * @example
 * const app = createApi({ engine, sessions, savedQueries, now: Date.now, signIn: { secret } });
 * serve({ fetch: app.fetch, port: 3000 });
 */
export function createApi(given: ApiOptions) {
  const options = holdingFiles(given);
  const guard = sessionGuard(options);
  const app = newRouter();
  app.onError(errorHandler(options.log ?? printFailure));

  app.use('*', secureHeaders({ strictTransportSecurity: options.signIn.secure === true }));
  if (options.allowedOrigins?.length) {
    app.use('/api/*', cors({
      origin: [...options.allowedOrigins], credentials: true, allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
      allowHeaders: ['Content-Type', 'Authorization', 'Range', 'Accept-Language', 'Idempotency-Key'],
      exposeHeaders: ['Content-Range', 'X-Total-Count', 'ETag', 'Location', 'Retry-After', 'Content-Disposition'],
    }));
  }
  app.use('/api/*', csrf({ origin: (origin, c) => origin === new URL(c.req.url).origin || (options.allowedOrigins ?? []).includes(origin) }));
  app.use('/api/*', except('/api/files', bodyLimit({ maxSize: largestBody, onError: () => { throw refuseWith('http.too-large', { limit: largestBody }); } })));
  app.use('/api/*', tellsChanges(options));
  for (const resource of closed) {
    app.use(`/api/${resource}`, guard.required);
    app.use(`/api/${resource}/*`, guard.required);
  }

  const routes = app
    .route('/', healthRoutes())
    .route('/api/session', sessionRoutes(options, guard))
    .route('/api/demo', demoRoutes(options, guard))
    .route('/api/cases', caseSheetRoutes(options))
    .route('/api/cases', caseRoutes(options))
    .route('/api/cases', caseLogRoutes(options))
    .route('/api/subjects', subjectRoutes(options))
    .route('/api/subjects', subjectLogRoutes(options))
    .route('/api/subjects', subjectNormRoutes(options))
    .route('/api/registers', registerRoutes(options))
    .route('/api/registers', registerImportRoutes(options))
    .route('/api/openings', openingRoutes(options))
    .route('/api/similar', similarRoutes(options))
    .route('/api/lineage', lineageRoutes(options))
    .route('/api/duties', dutyRoutes(options))
    .route('/api/norms', normRoutes(options))
    .route('/api/units', unitRoutes(options))
    .route('/api/posts', postRoutes(options))
    .route('/api/methods', methodRoutes(options))
    .route('/api/ledgers', ledgerRoutes(options))
    .route('/api/boards', boardRoutes(options))
    .route('/api/metrics', metricRoutes(options))
    .route('/api/moves', moveRoutes(options))
    .route('/api/studio', studioRoutes(options, guard))
    .route('/api/publications', publicationRoutes(options))
    .route('/api/intake', intakeRoutes(options))
    .route('/api/screen', screenRoutes(options))
    .route('/api/events', eventRoutes(options, guard))
    .route('/api/people', peopleRoutes(options, guard))
    .route('/api/audit', auditRoutes(options, guard))
    .route('/api/saved-queries', savedQueryRoutes(options))
    .route('/api/files', fileRoutes(options));

  let document: ReturnType<typeof routes.getOpenAPI31Document> | undefined;
  routes.get('/api/openapi.json', (c) => c.json(document ??= routes.getOpenAPI31Document(described)));
  routes.all('/api/*', (c) => { throw refuseWith('http.unknown-route', { method: c.req.method, path: c.req.path }); });
  return routes;
}

const described = {
  openapi: '3.1.0', info: { title: '闭环 Bihuan API', version: '1', description: 'REST for ra-data-simple-rest; refusals are RFC 9457 problem details.' },
};

/** The API's type, for typed clients (`hc<Api>` of hono/client). */
export type Api = ReturnType<typeof createApi>;

/** Every refusal leaves as a problem document, a database that has failed with its sentence; of what nobody foresaw the client learns a correlation id, the log the rest. */
const errorHandler = (log: (failure: Failure) => void): ErrorHandler<ApiEnv> => (error, c) => {
  if (error instanceof Refusal) return problemResponse(c, error);
  if (error instanceof HTTPException && error.status < 500) return problemResponse(c, foreign(error, c.req.method, c.req.path));
  const correlation = randomUUID().slice(0, 8);
  log({ correlation, method: c.req.method, path: c.req.path, error });
  if (isStoreFailure(error)) return problemResponse(c, refuseWith('store.failed', { why: error.code, ...error.text }), correlation);
  return problemResponse(c, new Refusal([transportIssue('http.failed', { correlation })], 500), correlation);
};

/** A database that does not answer, whose disk is full, or that went away in the middle: whatever store it is. */
const isStoreFailure = (error: Error): error is Error & { readonly code: string; readonly text: { readonly zh: string; readonly en: string } } =>
  error.name === 'StoreError' && 'code' in error && 'text' in error;

/** What hono's own middleware refuses. */
function foreign({ status }: HTTPException, method: string, path: string): Refusal {
  switch (status) {
    case 403: return refuseWith('http.cross-site', {});
    case 413: return refuseWith('http.too-large', { limit: largestBody });
    case 415: return refuseWith('http.wrong-type', {});
    case 404: return refuseWith('http.unknown-route', { method, path });
    default: return refuseWith('http.bad-json', {});
  }
}

const printFailure = ({ correlation, method, path, error }: Failure): void => {
  console.error(`[bihuan] ${correlation} ${method} ${path}`, error);
};
