import { createClient } from '@redis/client';

/** What is needed of a connection to Redis that the caller has opened: `@redis/client` and `redis` have it. */
export interface RedisConnection {
  sendCommand(command: string[]): Promise<unknown>;
}

/** A connection of one's own. */
export interface OpenedRedis extends RedisConnection {
  close(): Promise<void>;
}

export interface OpenRedisOptions {
  /** How long a command may take, in milliseconds, before it counts as failed. Default 5000. */
  readonly timeout?: number;
  /** Told of every broken connection; it is opened anew by itself. Default: nobody. */
  readonly onError?: (error: Error) => void;
}

/**
 * Connects to Redis for deliveries: a command that cannot be sent fails at once instead of waiting in memory, since the outbox keeps it anyway.
 * 连接 Redis：断线时命令立即失败而不在内存里排队，反正 outbox 会留着；连接自动重建。
 * @throws the driver's own error, when nothing answers at first
 * @example
 * const redis = await openRedis('redis://127.0.0.1:6379');
 */
export async function openRedis(url: string, { timeout = 5000, onError = () => {} }: OpenRedisOptions = {}): Promise<OpenedRedis> {
  let connected = false;
  const client = createClient({
    url, RESP: 2, disableOfflineQueue: true, commandOptions: { timeout },
    socket: { connectTimeout: timeout, reconnectStrategy: (tries, cause) => (connected ? Math.min(100 * 2 ** tries, 5000) : cause) },
  });
  client.on('error', onError);
  await client.connect();
  connected = true;
  return {
    sendCommand: (command) => client.sendCommand(command),
    close: async () => { if (client.isReady) await client.close(); else client.destroy(); },
  };
}
