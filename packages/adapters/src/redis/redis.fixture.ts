// The Redis on this machine, for tests: each file of tests has names of its own, gone at its end.
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, describe, it } from 'vitest';
import { openRedis, type OpenedRedis } from './open-redis.ts';

const url = process.env['BIHUAN_TEST_REDIS'] ?? 'redis://127.0.0.1:6379';
const { hostname, port } = new URL(url);
const answers = await new Promise<boolean>((resolve) => {
  const socket = connect({ host: hostname, port: Number(port), timeout: 2000 });
  for (const [event, there] of [['connect', true], ['error', false], ['timeout', false]] as const) socket.once(event, () => { socket.destroy(); resolve(there); });
});
if (!answers && process.env['CI'] === 'true') throw new Error(`No Redis answers at ${url}: CI runs on it`);
if (!answers) describe('redis', () => { it.skip(`没有 Redis 应答，未测试 · NOT TESTED HERE: no Redis answers at ${url}`); });

/** A Redis that answers, for one file of tests. */
export interface TestRedis { readonly url: string; readonly prefix: string; readonly open: () => Promise<OpenedRedis> }

const prefix = `bihuan_test_${process.pid}_${randomBytes(4).toString('hex')}`;
afterAll(async () => {
  if (!answers) return;
  const redis = await openRedis(url);
  let cursor = '0';
  do {
    const [next, keys] = await redis.sendCommand(['SCAN', cursor, 'MATCH', `${prefix}*`, 'COUNT', '1000']) as [string, string[]];
    if (keys.length > 0) await redis.sendCommand(['DEL', ...keys]);
    cursor = next;
  } while (cursor !== '0');
  await redis.close();
});

/** One, or none on a machine without. */
export const redisServers: readonly TestRedis[] = answers ? [{ url, prefix, open: () => openRedis(url) }] : [];
