import { readStream, tellRedis } from '../../../../docs/examples/redis-streams.ts';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { batchOf, elsewhere, fill, here, actedEvent } from '../contract/sample-cases.ts';
import { memoryStore } from '../memory/index.ts';
import { deliver, type Delivery } from '../outbox/index.ts';
import { openRedis, redisStreams, streamOf, type OpenedRedis } from './index.ts';
import { redisServers } from './redis.fixture.ts';

const now = 1_800_000_000_000;
const deliveryOf = (caseId: string, seq: number, tenant = here): Delivery => ({ id: `${tenant}:${caseId}:${seq}`, tenant, consumer: 'bus', caseId, seq, event: actedEvent(seq), at: now, tries: 0 });
type Entry = Readonly<Record<string, string>>;
const entryOf = (fields: readonly string[]): Entry => Object.fromEntries(Array.from({ length: fields.length / 2 }, (_, i) => [fields[2 * i], fields[2 * i + 1]]));
const readAll = async (redis: OpenedRedis, stream: string): Promise<readonly Entry[]> => (await redis.sendCommand(['XRANGE', stream, '-', '+']) as [string, string[]][]).map(([, fields]) => entryOf(fields));

it('all events of a case come to one stream, and the cases of a tenant are spread over all of them', () => {
  const of = (caseId: string, partitions: number) => streamOf({ tenant: here, caseId, partitions });
  expect(of('c1', 1)).toBe(`bihuan:${here}:0`);
  expect(new Set(Array.from({ length: 200 }, (_, i) => of(`c${i}`, 4)))).toEqual(new Set([0, 1, 2, 3].map((n) => `bihuan:${here}:${n}`)));
  expect(of('c1', 4)).toBe(of('c1', 4));
});

it('a Redis that is not there is said so at once', async () => {
  await expect(openRedis('redis://127.0.0.1:1')).rejects.toThrow(/ECONNREFUSED/);
});

describe.each(redisServers)('redis', ({ url, prefix, open }) => {
  it('events come out as they were written, in order per case, each tenant in streams of its own', async () => {
    const redis = await open();
    const options = { redis, prefix: `${prefix}-a`, partitions: 3 };
    const store = memoryStore({ consumers: ['bus'] });
    const ids = ['c1', 'c2', '事项🙂', 'c4', 'c5'];
    await fill(store, Object.fromEntries(ids.map((id) => [id, { events: 4 }])));
    await fill(store, { c1: { tenant: elsewhere } });
    const pass = () => deliver({ store, tenant: here, consumer: 'bus', send: redisStreams(options), now: () => now });
    expect(await pass()).toMatchObject({ delivered: 20, failed: 0 });
    await store.append(batchOf('c2', { expected: 4, events: 3 }));
    expect(await pass()).toMatchObject({ delivered: 3 });
    const entries = (await Promise.all([0, 1, 2].map((n) => readAll(redis, `${prefix}-a:${here}:${n}`)))).flat();
    for (const id of ids) {
      const own = entries.filter((entry) => entry['case'] === id);
      expect(own.map(({ event }) => JSON.parse(event!) as unknown)).toEqual(await store.history(here, id));
      expect(own.map(({ seq, tenant }) => `${tenant} ${seq}`)).toEqual(own.map((_, i) => `${here} ${i + 1}`));
      expect((await readAll(redis, streamOf({ ...options, tenant: here, caseId: id }))).filter((entry) => entry['case'] === id)).toHaveLength(own.length);
    }
    expect(await readAll(redis, `${prefix}-a:${elsewhere}:0`)).toEqual([]);
    await redis.close();
  });

  it('a full stream takes nothing in until its reader has removed what it has read: nothing is lost', async () => {
    const redis = await open();
    const options = { redis, prefix: `${prefix}-b`, most: 3 };
    const store = memoryStore({ consumers: ['bus'] });
    let time = now;
    await fill(store, { c1: { events: 5 } });
    const pass = () => deliver({ store, tenant: here, consumer: 'bus', send: redisStreams(options), now: () => time, wait: () => 1000 });
    const stream = streamOf({ ...options, tenant: here, caseId: 'c1' });
    expect(await pass()).toMatchObject({ delivered: 3, failed: 1 });
    await redis.sendCommand(['XTRIM', stream, 'MAXLEN', '1']);
    time += 1000;
    expect(await pass()).toMatchObject({ delivered: 2, failed: 0 });
    expect((await readAll(redis, stream)).map(({ seq }) => seq)).toEqual(['3', '4', '5']);
    await redis.close();
  });

  it('a stream that is trimmed keeps the newest, about as many as said', async () => {
    const redis = await open();
    const send = redisStreams({ redis, prefix: `${prefix}-c`, most: 100, full: 'trim' });
    for (let seq = 1; seq <= 1000; seq++) expect(await send(deliveryOf('c1', seq))).toEqual({ ok: true });
    const seqs = (await readAll(redis, streamOf({ prefix: `${prefix}-c`, tenant: here, caseId: 'c1' }))).map(({ seq }) => Number(seq));
    expect([seqs.length >= 100, seqs.length < 400, seqs.at(-1)]).toEqual([true, true, 1000]);
    await redis.close();
  });

  it('the reader of the guide takes every event in once and in order, also when it dies before it says so, and makes room', async () => {
    const redis = await open();
    const store = memoryStore({ consumers: ['bus'] });
    const ids = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'];
    await fill(store, Object.fromEntries(ids.map((id) => [id, { tenant: 'pingcheng', events: 3 }])));
    // The first attempt at each event comes through, but its answer is lost: all come twice.
    let time = now;
    const tried = new Set<string>();
    const lossy = { sendCommand: async (command: string[]) => { const answer = await redis.sendCommand(command); const id = command.slice(5).join(); if (tried.has(id)) return answer; tried.add(id); throw new Error('lost'); } };
    for (let i = 0; i < 20; i++, time += 100_000) await tellRedis(lossy, store, () => time, `${prefix}-e`);
    const progress = new Map<string, number>();
    const board: string[] = [];
    let dies = 3;
    const takeIn = (each: { case: string; seq: number }) => {
      if (each.seq > (progress.get(each.case) ?? 0)) { board.push(`${each.case} ${each.seq}`); progress.set(each.case, each.seq); }
      if (dies-- > 0) throw new Error('died');
    };
    const streams = [0, 1, 2, 3].map((n) => `${prefix}-e:pingcheng:${n}`);
    let read = 0;
    for (let i = 0; i < 5; i++) for (const stream of streams) read += await readStream(redis, stream, takeIn).catch(() => 0);
    expect(read, 'each came twice').toBeGreaterThanOrEqual(2 * 18 - 3);
    expect(board).toHaveLength(18);
    for (const id of ids) expect(board.filter((line) => line.startsWith(id))).toEqual([1, 2, 3].map((seq) => `${id} ${seq}`));
    for (const stream of streams) expect(await redis.sendCommand(['XLEN', stream])).toBe(0);
    await redis.close();
  });

  it('while the connection is broken attempts fail and wait in the outbox; when it is back they come, in order', async () => {
    const { hostname, port } = new URL(url);
    const sockets = new Set<Socket>();
    const door = createServer((socket) => {
      const onward = connect(Number(port), hostname);
      for (const each of [socket, onward]) { sockets.add(each); each.on('error', () => {}); }
      socket.pipe(onward).pipe(socket);
    });
    const listen = (at = 0) => new Promise<number>((resolve) => { door.listen(at, '127.0.0.1', () => resolve((door.address() as AddressInfo).port)); });
    const at = await listen();
    const errors: Error[] = [];
    const redis = await openRedis(`redis://127.0.0.1:${at}`, { onError: (error) => errors.push(error), timeout: 1000 });
    const options = { redis, prefix: `${prefix}-d` };
    const store = memoryStore({ consumers: ['bus'] });
    await fill(store, { c1: { events: 2 } });
    let time = now;
    const pass = () => deliver({ store, tenant: here, consumer: 'bus', send: redisStreams(options), now: () => time, wait: () => 1 });
    expect(await pass()).toMatchObject({ delivered: 2 });

    await store.append(batchOf('c1', { expected: 2, events: 2 }));
    const closed = new Promise((resolve) => { door.close(resolve); });
    for (const socket of sockets) socket.destroy();
    await closed;
    await expect.poll(() => errors.length).toBeGreaterThan(0);
    expect(await pass()).toMatchObject({ delivered: 0, failed: 1 });
    await listen(at);
    await expect.poll(async () => { time += 10; return (await pass()).delivered; }, { timeout: 10_000, interval: 50 }).toBe(2);
    expect((await readAll(redis, streamOf({ ...options, tenant: here, caseId: 'c1' }))).map(({ seq }) => seq)).toEqual(['1', '2', '3', '4']);
    await redis.close();
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => { door.close(resolve); });
  }, 30_000);
});
