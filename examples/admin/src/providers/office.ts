import type { AuditLine, ChainCheck, ImportReportJson, LogCheck, LoginLine, Named, PeopleImport, PeopleInfo, PersonRecord, ScreenJson } from '@bihuan/adapters/http';
import { api, ask, httpClient, query } from './http-client.ts';

// What an administrator asks of the server. Types alone come from it.

export type People = PeopleInfo;
export type PeopleUnit = PeopleInfo['units'][number];
export type PeoplePost = PeopleInfo['posts'][number];
export type Person = PersonRecord;
export type Screen = ScreenJson;
export type { AuditLine, ChainCheck, ImportReportJson, LogCheck, LoginLine, PeopleImport };

const part = encodeURIComponent;
const send = <T>(method: 'POST' | 'PUT', path: string, body: unknown): Promise<T> => ask<T>(path, { method, body: JSON.stringify(body) });
/** A table as it is on disk: the server finds out how it is encoded. */
const table = <T>(path: string, file: Blob): Promise<T> => ask<T>(path, { method: 'POST', body: file, headers: new Headers({ Accept: 'application/json', 'Content-Type': 'text/csv' }) });

export type LogSlice = Readonly<Record<'from' | 'to' | 'who' | 'what', string>>;

/** A page of a log and how long all of it is. */
async function page<T>(log: string, slice: LogSlice, offset: number, limit: number): Promise<{ readonly rows: readonly T[]; readonly total: number }> {
  const { json, headers } = await httpClient(`${api}/audit/${log}${query({ ...slice, offset: String(offset), limit: String(limit) })}`);
  return { rows: json as T[], total: Number(headers.get('X-Total-Count')) };
}

export const office = {
  people: () => ask<People>('/people'),
  /** Changes units, posts or people; the answer is everything as it is then. */
  change: (method: 'POST' | 'PUT', path: string, body: unknown) => send<People>(method, `/people${path}`, body),
  bringPeople: (what: 'units' | 'people', file: Blob, dryRun: boolean) => table<PeopleImport>(`/people/${what}/import?dry-run=${dryRun}`, file),
  entries: (slice: LogSlice, offset: number, limit: number) => page<AuditLine>('entries', slice, offset, limit),
  logins: (slice: LogSlice, offset: number, limit: number) => page<LoginLine>('logins', slice, offset, limit),
  codes: () => ask<Named[]>('/audit/codes'),
  checkLog: () => send<LogCheck>('POST', '/audit/check', {}),
  checkCases: (after: string) => send<ChainCheck>('POST', `/audit/check-cases?after=${part(after)}`, {}),
  screen: () => ask<Screen>('/screen'),
  bringRegister: (subject: string, file: Blob, dryRun: boolean) => table<ImportReportJson>(`/registers/${part(subject)}/import?dry-run=${dryRun}`, file),
};

export const peopleTemplate = (what: 'units' | 'people', lang: string): string => `${api}/people/${what}/template.csv?lang=${lang}`;
export const registerTemplate = (subject: string, lang: string): string => `${api}/registers/${part(subject)}/template.csv?lang=${lang}`;
export const logFile = (log: 'entries' | 'logins', slice: LogSlice): string => `${api}/audit/${log}/csv${query(slice)}`;
