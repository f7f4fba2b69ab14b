import { hash } from 'node:crypto';
import type { Send } from '../outbox/index.ts';
import type { RedisConnection } from './open-redis.ts';

export interface RedisStreamsOptions {
  readonly redis: RedisConnection;
  /** What the names of the streams begin with: `bihuan:<tenant>:0`, `:1` … Default `bihuan`. */
  readonly prefix?: string;
  /** Over how many streams the cases of a tenant are spread: as many readers can work side by side. Not to be changed while events are unread. Default 1. */
  readonly partitions?: number;
  /** How many events a stream holds at most. Default 100 000. */
  readonly most?: number;
  /**
   * What happens at that length. `wait` (default): no further event is taken in until the reader has removed what it has read, and nothing is lost; the outbox
   * keeps the rest. `trim`: the oldest ones go, read or not: for readers that only want to know how things are now.
   */
  readonly full?: 'wait' | 'trim';
}

/**
 * Adds each event to a Redis stream. All events of a case come to the same stream, in order; one whose acknowledgement was lost comes twice, with the same id.
 * 把事件写入 Redis Stream：同一事项总在同一个流里，先后不乱；确认丢失时会重复，编号相同。
 * @example
 * await deliver({ store, consumer: 'bus', send: redisStreams({ redis: await openRedis(url), partitions: 4 }), now: Date.now });
 */
export function redisStreams({ redis, prefix = 'bihuan', partitions = 1, most = 100_000, full = 'wait' }: RedisStreamsOptions): Send {
  return async ({ id, tenant, caseId, seq, event }) => {
    const stream = streamOf({ prefix, tenant, caseId, partitions });
    const fields = ['id', id, 'tenant', tenant, 'case', caseId, 'seq', String(seq), 'event', JSON.stringify(event)];
    const added = await redis.sendCommand(full === 'trim' ? ['XADD', stream, 'MAXLEN', '~', String(most), '*', ...fields] : ['EVAL', unlessFull, '1', stream, String(most), ...fields]);
    return added === null ? { ok: false, reason: `${stream} is full: ${most}` } : { ok: true };
  };
}

/** The stream in which all events of a case are. */
export const streamOf = ({ prefix = 'bihuan', tenant, caseId, partitions = 1 }: { readonly prefix?: string; readonly tenant: string; readonly caseId: string; readonly partitions?: number }): string =>
  `${prefix}:${tenant}:${Number.parseInt(hash('sha256', caseId, 'hex').slice(0, 8), 16) % partitions}`;

/** Looks at the length and adds in one step: nobody comes between. */
const unlessFull = "if redis.call('XLEN', KEYS[1]) >= tonumber(ARGV[1]) then return false end return redis.call('XADD', KEYS[1], '*', unpack(ARGV, 2))";
