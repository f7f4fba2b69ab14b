import assert from 'node:assert/strict';
import type { CaseStore } from '@bihuan/core';
import { batchOf, claimOf, elsewhere, fill, followOf, here, keyOf, together, writeOf, type Promised } from './sample-cases.ts';

const waiting = async (store: CaseStore, limit = 99): Promise<string> => (await store.followUps(here, limit)).map(({ id }) => id).join(' ');

/** What follows in other cases: kept with its cause, until it is done. */
export const followUps: readonly Promised[] = [
  { promise: 'given a command with follow-ups, when it is written, then they wait exactly as they were given, until each is done', async check(store) {
    assert.deepEqual(await store.followUps(here, 9), []);
    const [one, two] = [followOf('c1#1:同诉:c9'), followOf('c1#1:同诉:c8', { caseId: 'c8', action: '', input: {}, by: { person: 'wang' } })];
    await fill(store, { c1: { follows: [one, two] } });
    assert.deepEqual(await store.followUps(here, 9), [one, two]);
    assert.deepEqual(await store.followUps(here, 9), [one, two], 'asking changes nothing');
    await store.followed(here, one.id);
    assert.deepEqual(await store.followUps(here, 9), [two]);
    await store.followed(here, one.id);
    await store.followed(here, 'unknown');
    assert.deepEqual(await store.followUps(here, 9), [two]);
    await store.followed(here, two.id);
    assert.deepEqual(await store.followUps(here, 9), []);
  } },
  { promise: 'given follow-ups of several commands, then the oldest comes first, those of one instant as they came, and no more than asked for', async check(store) {
    await fill(store, {
      c1: { follows: [followOf('z', { at: 20 }), followOf('y', { at: 20 })] }, c2: { follows: [followOf('x', { at: 10 })] }, c3: { follows: [followOf('a', { at: 20 }), followOf('w', { at: -5 })] },
    });
    assert.equal(await waiting(store), 'w x z y a');
    assert.equal(await waiting(store, 2), 'w x');
    assert.equal(await waiting(store, 0), '');
    for (const id of ['w', 'a', 'z']) await store.followed(here, id);
    await fill(store, { c4: { follows: [followOf('b', { at: 20 })] } });
    assert.equal(await waiting(store), 'x y b', 'whoever comes later stands behind, also when the last has gone');
  } },
  { promise: 'a batch that is refused, for whatever reason, leaves no follow-up', async check(store) {
    await fill(store, { c1: { key: keyOf('k1'), counts: [claimOf('p')] } });
    const follows = [followOf('lost')];
    for (const batch of [
      batchOf('c1', { expected: 5, follows }), batchOf('c2', { key: keyOf('k1'), follows }), batchOf('c2', { counts: [claimOf('p', { max: 1 })], follows }), together([writeOf('c2'), writeOf('c1')], { follows }),
    ]) assert.equal((await store.append(batch)).ok, false);
    assert.equal(await waiting(store), '');
  } },
  { promise: 'given a follow-up that waits, when the same comes again, then it waits once, as it first was', async check(store) {
    await fill(store, { c1: { follows: [followOf('f1'), followOf('f2'), followOf('f1', { action: 'other' })] } });
    await fill(store, { c2: { follows: [followOf('f1', { action: 'other', at: 5 })] } });
    assert.deepEqual(await store.followUps(here, 9), [followOf('f1'), followOf('f2')]);
  } },
  { promise: 'given the same follow-up in two tenants, when it is done in one, then it still waits in the other', async check(store) {
    await fill(store, { c1: { follows: [followOf('f1')] } });
    assert.deepEqual(await store.followUps(elsewhere, 9), []);
    await fill(store, { c1: { tenant: elsewhere, follows: [followOf('f1', { action: 'theirs' })] } });
    await store.followed(here, 'f1');
    assert.deepEqual([await store.followUps(here, 9), await store.followUps(elsewhere, 9)], [[], [followOf('f1', { action: 'theirs' })]]);
  } },
];
