import type { Done } from './people-port.ts';

/** A line of the audit log: who changed what, when. Each carries the hash of the one before. */
export interface AuditEntry extends Done { readonly seq: number; readonly at: number; readonly by: string }

/** How an attempt to sign in came out: `off` is an account that is switched off, `locked` a name that is locked for a while. */
export type LoginResult = 'in' | 'wrong' | 'off' | 'locked' | 'out';
export interface LoginEntry { readonly at: number; readonly username: string; readonly person: string | null; readonly result: LoginResult }

/** Which lines of a log, the last first. `at` is epoch ms, both ends included. */
export interface LogQuery { readonly from?: number; readonly to?: number; readonly who?: string; readonly what?: string; readonly offset: number; readonly limit: number }
export interface LogPage<T> { readonly rows: readonly T[]; readonly total: number }

/** One portion of a check of chains: how many cases and events were looked at, where any is broken, and after which case the next portion begins. */
export interface ChainPortion { readonly cases: number; readonly events: number; readonly broken: readonly { readonly id: string; readonly seq: number }[]; readonly next?: string }

/** The logs of sign-ins and of administrators' changes, and whether what is kept is what was written. Times are of the real clock. */
export interface AuditPort {
  login(tenant: string, entry: LoginEntry): Promise<void>;
  logins(tenant: string, query: LogQuery): Promise<LogPage<LoginEntry>>;
  /** Adds a line on something that was changed elsewhere. */
  add(tenant: string, by: string, at: number, done: Done): Promise<void>;
  entries(tenant: string, query: LogQuery): Promise<LogPage<AuditEntry>>;
  /** Reckons the log's hashes anew: its length, and the first line that is not what was written or is missing. */
  checkLog(tenant: string): Promise<{ readonly entries: number; readonly broken?: number }>;
  /** The same for the events of cases, a portion at a time. */
  checkCases(tenant: string, after: string, limit: number): Promise<ChainPortion>;
}
