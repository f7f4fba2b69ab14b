import type { Words } from '@bihuan/core';
import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer, newRouter } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import type { Api } from './create-api.ts';
import { Refusal, problemResponse, refuseWith } from './problem.ts';
import { sessionOf } from './session-guard.ts';
import { type DemoLogin, DistrictInfo, type Named } from './wire/index.ts';

/** One district behind the door: its API once it is loaded, or why it never will be. */
export interface District {
  /** The tenant of its engine. */
  readonly id: string;
  readonly label: Words;
  readonly api: Api | undefined;
  readonly why?: Words | undefined;
  readonly logins: readonly DemoLogin[];
  readonly publications: readonly Named[];
}

export interface DistrictsOptions extends Pick<ApiOptions, 'sessions' | 'signIn' | 'realClock'> {
  /** In the order in which they are offered; asked for anew on every request. */
  readonly districts: () => readonly District[];
}

const list = createRoute({
  method: 'get', path: '/api/districts', tags: ['districts'], summary: 'The districts of this server / 本服务的各区',
  responses: { 200: jsonAnswer(z.array(DistrictInfo), 'Also those that are still being loaded') },
});

/** As much of an OpenAPI document as is put together here. */
interface Document { readonly paths?: object; readonly components?: { readonly schemas?: object } }

const prefix = /^\/api\/districts\/([^/]+)(\/.*)$/;

/**
 * One door for several districts, each an API over an engine of its own tenant. `/api/…` is the district that the session is of (the
 * first, for who has none); `/api/districts/{id}/…` is that one, to sign in there or to read what it publishes. A session opens its own
 * district and no other: each API looks for sessions of its own tenant only.
 */
export function createDistricts(options: DistrictsOptions) {
  const find = (id: string): District | undefined => options.districts().find((district) => district.id === id);
  const app = newRouter();
  app.onError((error, c) => {
    if (error instanceof Refusal) return problemResponse(c, error);
    throw error;
  });
  const routes = app.openapi(list, (c) => c.json(options.districts().map(districtInfo), 200, { 'Cache-Control': 'no-store' }));
  routes.get('/api/openapi.json', async (c) => {
    const inner = await (await apiOf(options.districts().find(({ api }) => api !== undefined), '').fetch(c.req.raw)).json() as Document;
    const { paths, components } = routes.getOpenAPI31Document({ openapi: '3.1.0', info: { title: '', version: '' } }) as Document;
    return c.json({ ...inner, paths: { ...paths, ...inner.paths }, components: { ...inner.components, schemas: { ...components?.schemas, ...inner.components?.schemas } } });
  });
  routes.all('/api/*', async (c) => {
    const [, id, rest] = prefix.exec(c.req.path) ?? [];
    if (id === undefined) {
      const session = await sessionOf(c, options);
      const district = session ? find(session.tenant) : options.districts().find(({ api }) => api !== undefined) ?? options.districts()[0];
      return apiOf(district, session?.tenant ?? '').fetch(c.req.raw, c.env);
    }
    const api = apiOf(find(decodeURIComponent(id)), id);
    const url = new URL(c.req.url);
    url.pathname = `/api${rest}`;
    return api.fetch(new Request(url, c.req.raw), c.env);
  });
  routes.get('/healthz', (c) => c.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' }));
  return routes;
}

function apiOf(district: District | undefined, id: string): Api {
  if (district === undefined) throw refuseWith('district.unknown', { id });
  if (district.api !== undefined) return district.api;
  throw new Refusal(refuseWith('http.loading', {}).issues, 503, { 'Retry-After': '2' });
}

const districtInfo = ({ id, label, api, why, logins, publications }: District): DistrictInfo => ({
  id, label, state: why ? 'failed' : api ? 'ready' : 'loading', ...(why ? { why } : {}), logins: [...logins], publications: [...publications],
});
