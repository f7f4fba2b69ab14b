import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apart } from '../contract/databases.fixture.ts';
import { contractConsumers, storeContract } from '../contract/index.ts';
import { openStore } from '../contract/open-store.fixture.ts';
import { batchOf, claimOf, followOf, here, keyOf } from '../contract/sample-cases.ts';
import { loadOn } from '../faults/street-load.fixture.ts';
import { openProxy, type Proxy } from '../faults/proxy.fixture.ts';
import { mysqlStore, openMysql } from '../mysql/index.ts';
import type { SqlStore } from '../sql/index.ts';
import { galera, statusOf, type Galera } from './galera.fixture.ts';

let cluster: Galera;
beforeAll(async () => { cluster = await galera(); }, 300_000);
afterAll(async () => { await cluster?.end(); }, 60_000);
const addressOf = (i: number, schema: string) => `${cluster.nodes[i]!.url}#${schema}`;
const rollbacks = () => cluster.nodes.reduce((sum, node) => sum + Number(statusOf(node, 'wsrep_local_cert_failures') ?? 0) + Number(statusOf(node, 'wsrep_local_bf_aborts') ?? 0), 0);

describe('the published contract', () => {
  let all: Proxy;
  let spread: SqlStore;
  beforeAll(async () => {
    all = await openProxy(...cluster.nodes.map(({ port }) => port));
    spread = await mysqlStore(openMysql(`mysql://root@127.0.0.1:${all.port}/test`, { connections: 9 }), { schema: 'contract', patience: 20_000, consumers: contractConsumers });
  }, 60_000);
  afterAll(async () => {
    await spread.close();
    await all.end();
  });
  let tenants = 0;
  it.each(storeContract)('over all nodes by turns: $promise', async ({ check }) => { await check(apart(spread, `#${++tenants}`)); }, 60_000);
});

it('processes start on every node at once where there is nothing yet', async () => {
  const stores = await Promise.all([0, 1, 2].map((i) => openStore(addressOf(i, 'begun'))));
  expect(await stores[0]!.append(batchOf('c1'))).toEqual({ ok: true });
  expect(await stores[2]!.read(here, 'c1'), 'what one node has written, another reads').toMatchObject({ version: 1 });
  await Promise.all(stores.map((store) => store.close()));
}, 120_000);

it('of writers at one version on all nodes exactly one wins; counters, numbers, keys and lanes are given out once', async () => {
  const stores = await Promise.all([0, 1, 2].map((i) => mysqlStore(openMysql(cluster.nodes[i]!.url), { schema: 'races', patience: 30_000, consumers: ['far'] })));
  for (let round = 0; round < 60; round++) {
    const [id, key] = [`c${round}`, `k${round}`];
    const opened = await Promise.all(stores.map((store, i) => store.append(batchOf(id, { follows: [followOf(`${id}-${i}`)] }))));
    expect(opened.filter(({ ok }) => ok).length, JSON.stringify(opened)).toBe(1);
    const wrote = await Promise.all(stores.map((store) => store.append(batchOf(id, { expected: 1 }))));
    expect(wrote.filter(({ ok }) => ok).length, JSON.stringify(wrote)).toBe(1);
    expect(wrote.filter(({ ok }) => !ok)).toEqual([1, 2].map(() => ({ ok: false, why: 'version', caseId: id, actual: 2 })));
    const keyed = await Promise.all(stores.map((store, i) => store.append(batchOf(`${id}-keyed-${i}`, { key: keyOf(key) }))));
    expect(keyed.filter((each) => each.ok).length).toBe(1);
    expect(keyed.filter((each) => !each.ok && each.why === 'key').length).toBe(2);
  }
  const claims = await Promise.all(Array.from({ length: 60 }, (_, i) => stores[i % 3]!.append(batchOf(`claim-${i}`, { counts: [claimOf('post:a', { max: 25 })] }))));
  expect(claims.filter(({ ok }) => ok).length).toBe(25);
  expect((await stores[1]!.counts(here, '认领', '2021-11')).get('post:a')).toBe(25);
  const numbers = await Promise.all(Array.from({ length: 90 }, (_, i) => stores[i % 3]!.next(here, 'case')));
  expect(numbers.toSorted((a, b) => a! - b!)).toEqual(Array.from({ length: 90 }, (_, i) => i + 1));
  const now = 2_000_000_000_000;
  const taken = (await Promise.all(Array.from({ length: 12 }, (_, i) => stores[i % 3]!.takeLanes(here, 'far', { now, until: now + 60_000, limit: 7 })))).flat().map(({ caseId }) => caseId);
  expect(taken.length).toBe(new Set(taken).size);
  expect(taken.length).toBeGreaterThan(0);
  await Promise.all(stores.map((store) => store.close()));
}, 300_000);

it('writers and sweepers on all nodes through the engine, at the same case and the same quota, while a node is killed with -9 and comes back', async () => {
  let [conflicts, since] = [0, rollbacks()];
  const load = await loadOn(addressOf(0, 'street'));
  const kills = Math.max(1, Math.floor(Number(process.env['BIHUAN_FAULTS'] ?? 0) / 100));
  const victims: number[] = [];
  try {
    const writers = [0, 1, 2].flatMap((i) => [load.start('write', addressOf(i, 'street')), load.start(i === 1 ? 'sweep' : 'write', addressOf(i, 'street'))]);
    await Promise.all(writers.map(({ ready }) => ready));
    for (let n = 0; n < kills; n++) {
      await load.more(150, 120_000);
      const victim = cluster.nodes[2 - n % 3]!;
      victims.push(2 - n % 3);
      conflicts += rollbacks() - since;
      await victim.kill();
      await load.more(50, 120_000); // the others go on
      since = rollbacks();
      await cluster.rejoin(victim); // it counts from nothing
    }
    await load.more(150, 120_000);
  } finally {
    await load.end();
  }
  await setTimeout(500);
  const results = [];
  for (const i of [0, 1, 2]) results.push(await load.check(addressOf(i, 'street')));
  expect(new Set(results.map(({ events }) => events)).size, 'every node has the same').toBe(1);
  const { acknowledged, cases, events, errors } = results[0]!;
  console.log(`Galera, three nodes, six processes, ${victims.length} nodes killed: ${acknowledged} answers, ${cases} cases, ${events} events on every node, ${conflicts + rollbacks() - since} conflicts tried again, errors told: ${errors.join(', ') || 'none'}`);
}, 600_000);
