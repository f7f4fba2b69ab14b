import type { FindingParams } from './finding-params.ts';
import type { RefusalParams } from './refusal-params.ts';

/** Every code with what its sentence needs. Public and append-only. */
export interface IssueParams extends RefusalParams, FindingParams {}
export type IssueCode = keyof IssueParams;

export type { Words } from './words.ts';

/** What was refused or found: a code for programs, a path for forms and files, params for the sentence. Plain JSON, never thrown. */
export type Issue<C extends IssueCode = IssueCode> = {
  readonly [K in C]: { readonly code: K; readonly path: readonly (string | number)[]; readonly params: IssueParams[K] };
}[C];

/** What a call gives: a value, or every issue at once. */
export type Result<T, I = Issue> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: readonly I[] };

export const accept = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const refuse = <I>(...issues: I[]): { readonly ok: false; readonly issues: readonly I[] } => ({ ok: false, issues });

/** Builds one issue, its params checked against its code. */
export const issue = <C extends IssueCode>(code: C, path: readonly (string | number)[], params: IssueParams[C]): Issue<C> =>
  ({ code, path, params }) as unknown as Issue<C>;
