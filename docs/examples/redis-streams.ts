// 投递指南引用的 Redis 代码；有 Redis 的机器上由测试运行。 The Redis code that the outbox guide quotes; a test runs it where Redis answers.
import { deliver } from '@bihuan/adapters/outbox';
import type { OutboxStore } from '@bihuan/adapters/outbox';
import { redisStreams } from '@bihuan/adapters/redis';
import type { RedisConnection } from '@bihuan/adapters/redis';

// #region send
/** One pass: what is to be told goes into four streams. 一轮：写入四个流。 */
export async function tellRedis(redis: RedisConnection, store: OutboxStore, now: () => number, prefix = 'bihuan') {
  return deliver({ store, tenant: 'pingcheng', consumer: 'bus', send: redisStreams({ redis, prefix, partitions: 4, most: 100_000 }), now });
}
// #endregion

type Entries = readonly (readonly [entry: string, fields: readonly string[]])[];
// #region read
/**
 * Takes in what is new in one stream; one reader a stream, so that a case stays in order. What it had taken and not acknowledged when it died comes first.
 * 读一个流，一个流一个读者，同一事项就不乱；上次没确认的先来。
 */
export async function readStream(redis: RedisConnection, stream: string, takeIn: (event: { case: string; seq: number; event: string }) => void): Promise<number> {
  await redis.sendCommand(['XGROUP', 'CREATE', stream, 'board', '0', 'MKSTREAM']).catch((error: Error) => { if (!error.message.startsWith('BUSYGROUP')) throw error; });
  let read = 0;
  for (const from of ['0', '>']) {                                 // not acknowledged, then new · 先未确认的，再新的
    const reply = await redis.sendCommand(['XREADGROUP', 'GROUP', 'board', 'reader', 'COUNT', '100', 'STREAMS', stream, from]) as readonly [string, Entries][] | null;
    for (const [entry, fields] of reply?.[0]?.[1] ?? []) {
      const value = (name: string) => fields[fields.indexOf(name) + 1]!;
      takeIn({ case: value('case'), seq: Number(value('seq')), event: value('event') });   // once: see takeIn above · 只算一次，见上
      await redis.sendCommand(['XACK', stream, 'board', entry]);
      await redis.sendCommand(['XDEL', stream, entry]);            // makes room: the stream holds what is unread · 腾地方：流里只留没读的
      read += 1;
    }
  }
  return read;
}
// #endregion
