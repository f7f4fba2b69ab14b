import type { Words } from '@bihuan/core';
import type { Context } from 'hono';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';

/** Which case a resident's code opens. `id` is a digest of the code: reading the table opens nothing. */
export interface KeptReport { readonly id: string; readonly case: string; readonly unit: string; readonly at: number }

/** Where it is kept which code opens which case, each tenant's apart. */
export interface IntakePort {
  find(tenant: string, id: string): Promise<KeptReport | undefined>;
  /** Keeps one; one that is there already stays as it is. */
  keep(tenant: string, report: KeptReport): Promise<void>;
}

/** Codes in memory: for tests. */
export function memoryIntake(): IntakePort {
  const kept = new Map<string, KeptReport>();
  const key = (tenant: string, id: string) => JSON.stringify([tenant, id]);
  return {
    find: async (tenant, id) => kept.get(key(tenant, id)),
    async keep(tenant, report) { if (!kept.has(key(tenant, report.id))) kept.set(key(tenant, report.id), report); },
  };
}

/** So many in so many seconds. */
export interface Allowance { readonly points: number; readonly duration: number }

/** How often; what is not named keeps its default. Generous by address: behind one address of a telephone company there are many residents. */
export interface IntakeLimits {
  /** Reports from one address. Default 20 an hour. */
  readonly reports: Allowance;
  /** Reports at one unit. Default 120 an hour. */
  readonly unit: Allowance;
  /** Photos from one address. Default 60 an hour. */
  readonly photos: Allowance;
  /** Everything else from one address. Default 240 in 5 minutes. */
  readonly reads: Allowance;
  /** Wrong codes from one address. Default 20 an hour. */
  readonly misses: Allowance;
}

/** How residents report without signing in. */
export interface IntakeOptions {
  readonly port: IntakePort;
  /**
   * The sources by which they may. Without `as` the resident opens it himself, which the method must allow (`{"reporter": true}`); with it, it is
   * opened by virtue of a post with that role over the unit: the event names the resident as the person, and the post. `unitIn`: the field that takes
   * the unit of the code; it is not asked for.
   */
  readonly sources: Readonly<Record<string, { readonly as?: string; readonly unitIn?: string }>>;
  /** Levels whose units have a QR code. */
  readonly levels: readonly string[];
  readonly phone?: string;
  /** What is kept of a resident and for how long; a sentence is made of the method's `personal.keep` where none is given. */
  readonly keeps?: Words;
  readonly limits?: Partial<IntakeLimits>;
  /** Whose request it is, for the limits. Default: the connection's address, which behind a proxy is the proxy's. */
  readonly address?: (c: Context) => string;
  /** Counters that several processes share, such as a `RateLimiterRedis`. Default: in memory. */
  readonly counter?: (options: Allowance & { readonly keyPrefix: string }) => RateLimiterAbstract;
}
