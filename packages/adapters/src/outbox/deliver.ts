import { unseal, type CaseEvent, type Lane } from '@bihuan/core';
import { backOff } from './back-off.ts';
import { idOf, type OutboxStore, type Send, type Sent } from './delivery.ts';

export interface DeliverOptions {
  readonly store: OutboxStore;
  /** Default `default`, as in an engine. */
  readonly tenant?: string;
  /** One of those with whose names the store was opened. */
  readonly consumer: string;
  readonly send: Send;
  /** The consumer may have personal data (a text message needs the number): it gets the values in place of their references. What it keeps, it has to erase itself. Default no. */
  readonly withPersonal?: true;
  /** The clock, in milliseconds: the same by which commands are given. */
  readonly now: () => number;
  /** How many cases are told of at once. Default 20. */
  readonly batch?: number;
  /** How long a case is kept from other workers, in milliseconds. Default a minute; at least twice as long as an attempt may take. */
  readonly lease?: number;
  /** After how many attempts in vain an event is a dead letter. Default 60: about two days. */
  readonly attempts?: number;
  /** How long to wait after so many attempts in vain. Default `backOff()`. */
  readonly wait?: (tries: number) => number;
}

/** What one pass came to, in events. */
export interface DeliverReport {
  readonly delivered: number;
  /** To be tried again later. */
  readonly failed: number;
  /** Given up: dead letters. */
  readonly dead: number;
  /** Sent, but no longer ours to say so, or not to be written down just now: they come again. */
  readonly lost: number;
  /** Whether another pass at once is worth while. */
  readonly more: boolean;
}
type Tally = { -readonly [K in keyof DeliverReport]: DeliverReport[K] };

/**
 * Tells a consumer what is to be told now: one pass, which the host repeats as it likes, in as many processes as it likes. Each event is sent at
 * least once, those of a case one after the other: none before the earlier ones have been delivered, or given up and passed over by hand.
 * 向一个接收方送一轮：至少一次，同一事项按先后；可在多个进程里反复调用。
 * @throws what a broken store throws; never what `send` throws
 * @example
 * setInterval(() => void deliver({ store, consumer: 'webhook', send: webhook({ url, secret }), now: Date.now }), 1000);
 */
export async function deliver(options: DeliverOptions): Promise<DeliverReport> {
  const { store, tenant = 'default', consumer, now, batch = 20, lease = 60_000 } = options;
  if (!(lease > 0)) throw new RangeError('A lease has to last: lease > 0');
  const began = now();
  const lanes = await store.takeLanes(tenant, consumer, { now: began, until: began + lease, limit: batch });
  const tally: Tally = { delivered: 0, failed: 0, dead: 0, lost: 0, more: lanes.length === batch && batch > 0 };
  const told = await Promise.allSettled(lanes.map((lane) => tellLane({ attempts: 60, wait: usual, ...options, tenant, until: began + lease / 2 }, lane, tally)));
  const broken = told.find((each) => each.status === 'rejected');
  if (broken) throw broken.reason;
  return tally;
}

const usual = backOff();
const fresh = { tries: 0, reason: null } as const;
interface Telling extends DeliverOptions { readonly tenant: string; readonly attempts: number; readonly wait: (tries: number) => number; readonly until: number }

/** Tells what one case has to say, event by event, until all is told, one cannot be, or half the lease is over. */
async function tellLane(telling: Telling, lane: Lane, tally: Tally): Promise<void> {
  const { store, tenant, consumer, now, until, attempts, wait } = telling;
  const kept = await store.history(tenant, lane.caseId, lane.seq - 1);
  const events = telling.withPersonal ? unseal(kept, (await store.personal(tenant, [lane.caseId])).get(lane.caseId) ?? new Map()) : kept;
  if (events.length === 0) { // what is kept no longer cannot be told
    await store.moveLane(tenant, consumer, lane, { ...fresh, seq: lane.last + 1, tried: lane.tried, next: now() });
    return;
  }
  let [seq, tries] = [lane.seq, lane.tries];
  for (const event of events) {
    const at = now();
    if (at > until) {
      tally.more = true;
      await store.moveLane(tenant, consumer, { ...lane, seq }, { seq, tries, tried: lane.tried, reason: lane.reason, next: at });
      return;
    }
    const sent = await attempt(telling, lane.caseId, event, at, tries);
    const over = now();
    if (!sent.ok) {
      tries += 1;
      const dead = sent.final === true || tries >= attempts;
      const moved = await write(telling, { ...lane, seq }, { seq, tries, tried: at, reason: sent.reason.slice(0, 500), next: dead ? null : over + Math.max(sent.after ?? 0, wait(tries)) });
      tally[moved ? (dead ? 'dead' : 'failed') : 'lost'] += 1;
      return;
    }
    const last = event === events.at(-1);
    const moved = await write(telling, { ...lane, seq }, { ...fresh, seq: event.seq + 1, tried: at, next: last ? over : lane.next });
    tally[moved ? 'delivered' : 'lost'] += 1;
    if (!moved) return;
    [seq, tries] = [event.seq + 1, 0];
  }
}

/** Writes down what came of an attempt; a store that is busy is asked again, as long as nobody else can have taken the case over. */
async function write({ store, tenant, consumer, now }: Telling, from: Lane, to: Parameters<OutboxStore['moveLane']>[3]): Promise<boolean> {
  for (let left = 3; left > 0; left--) {
    if (await store.moveLane(tenant, consumer, from, to)) return true;
    if (now() >= from.next!) return false;
  }
  return false;
}

/** One attempt; whatever it throws is a failed one. */
async function attempt({ send, tenant, consumer }: Telling, caseId: string, event: CaseEvent, at: number, tries: number): Promise<Sent> {
  try {
    return await send({ id: idOf(tenant, caseId, event.seq), tenant, consumer, caseId, seq: event.seq, event, at, tries }) ?? { ok: true };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}
