import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ApiEnv } from './api-options.ts';
import type { Allowance, IntakeLimits, IntakeOptions } from './intake-options.ts';
import { Refusal } from './problem.ts';
import { transportIssue } from './transport-issues.ts';

const hour = 3_600;
const defaults: IntakeLimits = {
  reports: { points: 20, duration: hour }, unit: { points: 120, duration: hour }, photos: { points: 60, duration: hour }, reads: { points: 240, duration: 300 }, misses: { points: 20, duration: hour },
};

/** Counts what comes from outside, and refuses what is too much with when to try again. */
export function intakeGuards({ limits = {}, counter = inMemory, address = connectionAddress }: IntakeOptions) {
  const counterOf = (name: keyof IntakeLimits): RateLimiterAbstract => counter({ ...(limits[name] ?? defaults[name]), keyPrefix: `intake:${name}` });
  const counters = { reports: counterOf('reports'), unit: counterOf('unit'), photos: counterOf('photos'), reads: counterOf('reads'), misses: counterOf('misses') };
  const from = (c: Context): string => network(address(c));
  return {
    read: (async (c, next) => {
      await spend(counters.reads, from(c));
      await next();
    }) satisfies MiddlewareHandler<ApiEnv>,
    /** One report more, from this address and at this unit. */
    async report(c: Context, unit: string): Promise<void> {
      await spend(counters.reports, from(c));
      await spend(counters.unit, unit);
    },
    photo: (c: Context): Promise<void> => spend(counters.photos, from(c)),
    /** Whoever has guessed too often may not try on, with a right code neither. */
    async mayTry(c: Context): Promise<void> {
      const tried = await counters.misses.get(from(c));
      if (tried !== null && tried.consumedPoints >= counters.misses.points) throw tooMany(tried);
    },
    missed: (c: Context): Promise<void> => spend(counters.misses, from(c)),
  };
}

const inMemory = (options: Allowance & { readonly keyPrefix: string }): RateLimiterAbstract => new RateLimiterMemory(options);

async function spend(counter: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await counter.consume(key);
  } catch (why) {
    throw why instanceof RateLimiterRes ? tooMany(why) : why;
  }
}

const tooMany = ({ msBeforeNext }: RateLimiterRes): Refusal =>
  new Refusal([transportIssue('intake.too-many', { minutes: Math.ceil(msBeforeNext / 60_000) })], 429, { 'Retry-After': String(Math.ceil(msBeforeNext / 1000)) });

/** Of a request that came through no socket (in a test) there is none. */
const connectionAddress = (c: Context): string => {
  const { incoming } = (c.env ?? {}) as { incoming?: object };
  return incoming === undefined ? 'here' : getConnInfo(c).remote.address ?? 'unknown';
};

/** Of an IPv6 address the network: each household has 2^64 addresses. */
const network = (address: string): string => (address.includes('::ffff:') || !address.includes(':') ? address : address.split(':').slice(0, 4).join(':'));
