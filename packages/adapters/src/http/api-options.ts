import type { Actor, Duration, Engine } from '@bihuan/core';
import type { AuditPort } from './audit-port.ts';
import type { ChangeBus } from './change-bus.ts';
import type { IntakeOptions } from './intake-options.ts';
import type { PeoplePort } from './people-port.ts';
import type { FileStore } from '../files/port.ts';
import type { SavedQueryPort } from './saved-query-port.ts';
import type { SessionPort } from './session-port.ts';
import type { StudioPort } from './studio-port.ts';
import type { DemoLogin } from './wire/index.ts';

/** What a demo adds: its logins and, where its clock is its own, a way to move it on. */
export interface DemoPort {
  readonly logins: readonly DemoLogin[];
  /** Moves the clock on and lets what has fallen due happen. */
  readonly advance?: (by: Duration) => Promise<void>;
}

/** How sign-ins behave. The secret signs the cookie; it stays the same between starts. */
export interface SignInOptions {
  readonly secret: string;
  /** Only over https. Default false: an intranet may have none. */
  readonly secure?: boolean;
  readonly cookie?: string;
  /** Without a request for so long a session ends. Default 30 minutes. */
  readonly idleMinutes?: number;
  /** However busy, after so long it ends. Default 12 hours. */
  readonly longestMinutes?: number;
  /** After so many failures in a row a name is locked. Default 5, for 15 minutes. */
  readonly attempts?: number;
  readonly lockMinutes?: number;
}

/** A failure that nobody foresaw, for the log: the client is told only its correlation id. */
export interface Failure { readonly correlation: string; readonly method: string; readonly path: string; readonly error: unknown }

/** Everything that the API needs. Time is the engine's; sign-ins go by the real clock, so that a demo may move time without signing people out. */
export interface ApiOptions {
  readonly engine: Engine;
  readonly sessions: SessionPort;
  readonly savedQueries: SavedQueryPort;
  /** Where attachments lie; without it there are no uploads, and what an input of kind `files` says is not checked. */
  readonly files?: FileStore;
  readonly now: () => number;
  readonly signIn: SignInOptions;
  readonly demo?: DemoPort;
  /** The method studio; without it the method changes only where the host does. */
  readonly studio?: StudioPort;
  /** Lets residents report without signing in; without it `/api/intake` is not there. */
  readonly intake?: IntakeOptions;
  /** Units, posts and people, where the host keeps no directory of its own; without it they change only there. */
  readonly people?: PeoplePort;
  /** The logs of sign-ins and of administrators' changes. */
  readonly audit?: AuditPort;
  /** By which open pages hear that something has changed. */
  readonly changes?: ChangeBus;
  /** Other sites that may call it from a browser; default none but its own. */
  readonly allowedOrigins?: readonly string[];
  readonly log?: (failure: Failure) => void;
  readonly realClock?: () => number;
}

/** What the middleware has found out about a request. */
export interface ApiEnv { Variables: { actor: Actor } }
