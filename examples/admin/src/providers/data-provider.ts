import simpleRestProvider from 'ra-data-simple-rest';
import type { DataProvider, GetListParams, GetManyParams, RaRecord } from 'react-admin';
import { api, ask, httpClient, query } from './http-client.ts';
import { idSet } from './id-sets.ts';
import { listOfIds } from './list-of-ids.ts';
import type {
  CaseLine, Counts, Demo, District, Duty, Explanation, Intake, IssuedList, Ledger, LineageEntry, Method, Metric, MoveResult, NormTable, Opening, Post, Publication, Report, Similar, Subject, TimelineLine, Unit, SavedQuery,
} from './wire.ts';

const rest = simpleRestProvider(api, httpClient);
const post = (body: unknown, key?: string) => ({ method: 'POST', body: JSON.stringify(body), ...(key ? { headers: new Headers({ Accept: 'application/json', 'Idempotency-Key': key }) } : {}) });
const part = encodeURIComponent;

/** A log by its resource and id: a case, or a subject. */
export interface LogRef { readonly id: string; readonly subject: boolean }
const logAt = ({ id, subject }: LogRef) => `/${subject ? 'subjects' : 'cases'}/${part(id)}`;

/** How many ids one address carries: about 1.3 kB of query. */
const idsPerCall = 60;

export interface Slice { readonly period?: string | undefined; readonly within?: string | undefined; readonly asOf?: string | undefined }

/** The REST dialect of react-admin, and what a case can be asked beyond it. Every change waits for the server's word. */
export const dataProvider = {
  ...rest,
  getList: async <T extends RaRecord>(resource: string, params: GetListParams) => {
    const { set, ...filter } = (params.filter ?? {}) as { set?: string };
    if (!set) return rest.getList<T>(resource, params);
    return listOfIds<T>(idSet(set)?.ids ?? [], { ...params, filter }, (chunk) => rest.getList<T>(resource, chunk), idsPerCall);
  },
  getMany: async <T extends RaRecord>(resource: string, { ids, ...params }: GetManyParams<T>) => {
    const calls: Promise<{ data: T[] }>[] = [];
    for (let from = 0; from < ids.length; from += idsPerCall) calls.push(rest.getMany<T>(resource, { ...params, ids: ids.slice(from, from + idsPerCall) }));
    return { data: (await Promise.all(calls)).flatMap(({ data }) => data) };
  },
  /** The number on every tab, in one call. */
  counts: ({ view: _view, ...filter }: Readonly<Record<string, unknown>>) => ask<Counts>(`/cases/counts${query({ filter: JSON.stringify(filter) })}`),
  explain: (log: LogRef) => ask<Explanation>(`${logAt(log)}/explain`),
  timeline: (log: LogRef) => ask<TimelineLine[]>(`${logAt(log)}/timeline`),
  /** Takes an action; the same key with the same contents acts once. */
  act: (log: LogRef, action: string, body: { readonly input: Readonly<Record<string, unknown>>; readonly version?: number }, key: string) =>
    ask<{ readonly id: string }>(`${logAt(log)}/actions/${part(action)}`, post(body, key)),
  /** The case with personal data in the clear: on record each time, so never asked for in passing. */
  reveal: (log: LogRef) => ask<Explanation>(`${logAt(log)}/reveal`, post({})),
  erase: (log: LogRef, because: string, key: string) => ask<Explanation>(`${logAt(log)}/erase`, post({ because }, key)),
  report: (body: Report, key: string) => ask<CaseLine>('/cases', post(body, key)),
  /** Enters something into a register. */
  enter: (body: { readonly kind: string; readonly action: string; readonly home?: string; readonly fields: Readonly<Record<string, unknown>> }, key: string) => ask<Subject>('/subjects', post(body, key)),
  /** What may be the same matter as what is being typed. */
  similar: (body: Omit<Report, 'reporter'>) => ask<Similar[]>('/similar', post(body)),
  lineage: (id: string) => ask<LineageEntry[]>(`/lineage/${part(id)}`),
  /** Where residents may report, and whom they call. */
  intake: () => ask<Intake>('/intake'),
  duties: () => ask<Duty[]>('/duties'),
  norm: (name: string, { period, within }: Slice) => ask<NormTable>(`/norms/${part(name)}${query({ period, within })}`),
  /** What each norm has come to for one subject. */
  normsOf: (id: string) => ask<NormTable[]>(`/subjects/${part(id)}/norms`),
  issue: (name: string, body: Slice, key: string) => ask<IssuedList>(`/ledgers/${part(name)}/issue`, post(body, key)),
  issued: (name: string) => ask<IssuedList[]>(`/ledgers/${part(name)}/issued`),
  tryMoves: () => ask<MoveResult[]>('/moves/try', post({})),
  move: (ids: readonly string[], key: string) => ask<MoveResult[]>('/moves', post({ ids }, key)),
  districts: () => ask<District[]>('/districts'),
  publication: (district: string, name: string, { period }: Slice) => ask<Publication>(`/districts/${part(district)}/publications/${part(name)}${query({ period })}`),
  /** What this person keeps for a list: queries, columns. */
  savedQueries: (resource: string) => ask<SavedQuery[]>(`/saved-queries${query({ filter: JSON.stringify({ resource }) })}`),
  saveQuery: (body: Pick<SavedQuery, 'label' | 'resource' | 'value'>, id?: string) => ask<SavedQuery>(`/saved-queries${id === undefined ? '' : `/${part(id)}`}`, { ...post(body), ...(id === undefined ? {} : { method: 'PUT' }) }),
  removeQuery: (id: string) => ask<SavedQuery>(`/saved-queries/${part(id)}`, { method: 'DELETE' }),
  openings: () => ask<Opening[]>('/openings'),
  posts: (filter: { readonly role?: string | undefined; readonly over?: string | undefined }) => ask<Post[]>(`/posts${query({ filter: JSON.stringify(filter) })}`),
  units: () => ask<Unit[]>('/units'),
  methods: () => ask<Method[]>('/methods'),
  ledger: (name: string, { period, within }: Slice) => ask<Ledger>(`/ledgers/${part(name)}${query({ period, within })}`),
  board: (name: string, { period, asOf, within }: Slice) => ask<Metric[]>(`/boards/${part(name)}${query({ period, asOf, within, ids: 'true' })}`),
  demo: (district = '') => ask<Demo>(district ? `/districts/${part(district)}/demo` : '/demo'),
  advance: (advance: string) => ask<{ readonly now: string }>('/demo/clock', post({ advance })),
};

/** Seen by react-admin as its data provider. */
export type BihuanProvider = typeof dataProvider & DataProvider;

/** Where the list of cases lies as an Excel file. */
export const caseSheetFile = (of: { readonly filter: string; readonly sort: string; readonly columns: string; readonly lang: string }): string => `${api}/cases/xlsx${query(of)}`;

/** Where a ledger lies as an Excel file. */
export const ledgerFile = (name: string, { period, within }: Slice): string => `${api}/ledgers/${part(name)}/xlsx${query({ period, within })}`;
