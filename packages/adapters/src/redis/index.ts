export { openRedis, type OpenedRedis, type OpenRedisOptions, type RedisConnection } from './open-redis.ts';
export { redisStreams, streamOf, type RedisStreamsOptions } from './redis-streams.ts';
