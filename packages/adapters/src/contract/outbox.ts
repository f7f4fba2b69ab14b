import assert from 'node:assert/strict';
import type { CaseStore, Lane } from '@bihuan/core';
import { actedEvent, batchOf, claimOf, elsewhere, fill, here, keyOf, together, writeOf, type Promised } from './sample-cases.ts';

/** The consumers that a store has to be opened with for the contract. */
export const contractConsumers: readonly [string, string] = ['webhook', '归档🗄'];
const [webhook, archive] = contractConsumers;

const early = actedEvent(0).recorded;
const late = early + 100_000;
interface Taking { readonly now?: number; readonly until?: number; readonly limit?: number; readonly consumer?: string; readonly tenant?: string }
const take = (store: CaseStore, { now = late, until = now + 1000, limit = 99, consumer = webhook, tenant = here }: Taking = {}) => store.takeLanes(tenant, consumer, { now, until, limit });
/** `c1 1–3`: the events of a case that are to be delivered. */
const said = (lanes: readonly Lane[]): string => lanes.map(({ caseId, seq, last }) => `${caseId} ${seq}–${last}`).join(', ');
const fresh = { tries: 0, tried: null, reason: null };
/** Delivered up to `seq`: whoever has it lets go of it. */
const delivered = (store: CaseStore, lane: Lane, seq = lane.last, next = late) => store.moveLane(here, webhook, lane, { ...fresh, seq: seq + 1, tried: late, next });
const died = (store: CaseStore, lane: Lane, reason = '对方不收') => store.moveLane(here, webhook, lane, { seq: lane.seq, tries: 9, tried: late, reason, next: null });
const dead = async (store: CaseStore, stretch: Parameters<CaseStore['deadLanes']>[2] = { limit: 99 }, consumer = webhook) => store.deadLanes(here, consumer, stretch);

/** What consumers are still to be told. */
export const outbox: readonly Promised[] = [
  { promise: 'given a command, when it is written, then every consumer of the store has its events to be told, and nobody else has', async check(store) {
    assert.deepEqual(await take(store), []);
    await fill(store, { c1: { events: 3 } });
    for (const consumer of contractConsumers)
      assert.deepEqual(await take(store, { consumer }), [{ caseId: 'c1', seq: 1, last: 3, ...fresh, next: late + 1000 }]);
    assert.deepEqual(await take(store, { consumer: 'unknown' }), []);
    assert.deepEqual(await take(store, { tenant: elsewhere }), []);
    assert.deepEqual([await dead(store), await store.deadLanes(here, 'unknown', { limit: 9 })], [[], []]);
  } },
  { promise: 'given a command on several cases, one of them written twice, then each has all of its events to be told', async check(store) {
    await fill(store, { c2: { events: 2 } });
    await store.append(together([writeOf('c1', { events: 2 }), writeOf('c2', { expected: 2 }), writeOf('c1', { expected: 2 }), writeOf('c3')]));
    assert.equal(said(await take(store)), 'c1 1–3, c2 1–3, c3 1–1');
  } },
  { promise: 'a batch that is refused, for whatever reason, leaves nothing to be told', async check(store) {
    await fill(store, { c1: { key: keyOf('k1'), counts: [claimOf('p')] } });
    for (const lane of await take(store)) await delivered(store, lane);
    for (const batch of [batchOf('c1', { expected: 5 }), batchOf('c2', { key: keyOf('k1') }), batchOf('c2', { counts: [claimOf('p', { max: 1 })] }), together([writeOf('c2'), writeOf('c1')])])
      assert.equal((await store.append(batch)).ok, false);
    assert.deepEqual(await take(store), []);
  } },
  { promise: 'what was written first is taken first, ties by case, no more than asked for, and nothing before its time', async check(store) {
    await fill(store, { c3: { events: 2 }, c1: {} });
    await store.append(batchOf('c9', { events: 2 }));
    assert.equal(said(await take(store, { now: early })), '');
    assert.equal(said(await take(store, { limit: 0 })), '');
    assert.equal(said(await take(store, { now: early + 1, until: late, limit: 2 })), 'c1 1–1, c3 1–2');
    assert.equal(said(await take(store, { now: early + 1, until: late })), 'c9 1–2');
  } },
  { promise: 'while somebody has it, nobody else gets it; when the lease is over, anybody does, and whoever had it moves nothing any more', async check(store) {
    await fill(store, { c1: { events: 2 } });
    const [first] = await take(store, { now: late, until: late + 10 });
    assert.equal(said(await take(store, { now: late + 9, until: late + 99 })), '');
    const [second] = await take(store, { now: late + 10, until: late + 20 });
    assert.equal(said([second!]), 'c1 1–2');
    assert.equal(await delivered(store, first!), false);
    assert.equal(await died(store, first!), false);
    assert.equal(await delivered(store, second!, 1, second!.next!), true, 'and keeps it for the next event');
    assert.equal(said(await take(store, { now: late + 19 })), '');
    assert.equal(await delivered(store, second!, 1), false, 'the same step twice is taken once');
    assert.equal(await delivered(store, { ...second!, seq: 2 }), true);
    assert.equal(await delivered(store, { ...second!, seq: 2 }), false);
    assert.equal(said(await take(store, { now: late + 1e9 })), '');
  } },
  { promise: 'of many that take at once, none gets what another has, and together they get everything', async check(store) {
    const ids = Array.from({ length: 40 }, (_, i) => `c${i + 10}`);
    await fill(store, Object.fromEntries(ids.map((id) => [id, {}])));
    const taken: string[] = [];
    for (let rounds = 0; taken.length < ids.length && rounds < 50; rounds++)
      taken.push(...(await Promise.all(Array.from({ length: 8 }, () => take(store, { limit: 3 })))).flat().map(({ caseId }) => caseId));
    assert.deepEqual(taken.toSorted(), ids);
  } },
  { promise: 'an event that is written while those before it are being delivered is delivered after them', async check(store) {
    await fill(store, { c1: {} });
    const [lane] = await take(store);
    await store.append(batchOf('c1', { expected: 1, events: 2 }));
    assert.equal(said(await take(store)), '', 'they have to wait');
    assert.equal(await delivered(store, lane!), true);
    const [rest] = await take(store);
    assert.equal(said([rest!]), 'c1 2–3');
    const [told] = await Promise.all([delivered(store, rest!), store.append(batchOf('c1', { expected: 3 }))]);
    assert.equal(told, true);
    assert.equal(said(await take(store)), 'c1 4–4', 'whichever came first');
  } },
  { promise: 'what could not be delivered waits for its next attempt, with how often and why', async check(store) {
    await fill(store, { c1: {}, c2: {} });
    const [lane] = await take(store);
    const failed = { tries: 1, tried: late, reason: 'HTTP 500：暂不可用🙂\n', next: late + 5000 };
    assert.equal(await store.moveLane(here, webhook, lane!, { seq: 1, ...failed }), true);
    assert.equal(said(await take(store, { now: late + 4999, until: late + 9e9 })), 'c2 1–1');
    assert.deepEqual(await take(store, { now: late + 5000, until: late + 6000 }), [{ caseId: 'c1', seq: 1, last: 1, ...failed, next: late + 6000 }]);
    assert.equal(said(await take(store, { consumer: archive })), 'c1 1–1, c2 1–1', 'another consumer is told all the same');
  } },
  { promise: 'a dead letter stands: nobody takes it, and what comes after it waits until it is sent again or passed over', async check(store) {
    await fill(store, { c2: { events: 2 }, c1: {}, c3: {} });
    for (const lane of await take(store)) if (lane.caseId !== 'c3') await died(store, lane);
    await store.append(batchOf('c2', { expected: 2 }));
    assert.equal(said(await take(store, { now: late + 1e9, until: late + 2e9 })), 'c3 1–1');
    const letter = { seq: 1, tries: 9, tried: late, reason: '对方不收', next: null };
    assert.deepEqual(await dead(store), [{ caseId: 'c1', last: 1, ...letter }, { caseId: 'c2', last: 3, ...letter }]);
    assert.deepEqual([said(await dead(store, { limit: 1 })), said(await dead(store, { limit: 9, after: 'c1' })), said(await dead(store, { limit: 9 }, archive))], ['c1 1–1', 'c2 1–3', '']);

    const [one, two] = await dead(store);
    assert.equal(await store.moveLane(here, webhook, one!, { ...fresh, seq: 1, next: late }), true, 'sent again');
    assert.equal(await store.moveLane(here, webhook, one!, { ...fresh, seq: 1, next: late }), false);
    assert.equal(await store.moveLane(here, webhook, two!, { ...fresh, seq: 2, next: late }), true, 'passed over');
    assert.equal(said(await take(store)), 'c1 1–1, c2 2–3');
    assert.deepEqual(await dead(store), []);
  } },
  { promise: 'given the same case in two tenants, when its events are delivered in one, then they are still to be told in the other', async check(store) {
    await fill(store, { c1: {} });
    await fill(store, { c1: { tenant: elsewhere, events: 2 } });
    const [lane] = await take(store);
    assert.equal(await store.moveLane(elsewhere, webhook, lane!, { ...fresh, seq: 2, next: late }), false);
    assert.equal(await delivered(store, lane!), true);
    assert.deepEqual([said(await take(store)), said(await take(store, { tenant: elsewhere }))], ['', 'c1 1–2']);
  } },
];
