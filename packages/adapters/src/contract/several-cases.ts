import assert from 'node:assert/strict';
import { actedEvent, batchOf, claimOf, fill, followOf, here, keyOf, together, writeOf, type Promised } from './sample-cases.ts';

/** One command that writes several cases: all of them, or none. */
export const severalCases: readonly Promised[] = [
  { promise: 'given a case and two that its action opens, when they are written together, then each has its events, state, row and due time', async check(store) {
    await fill(store, { c1: { events: 2 } });
    const opened = together([writeOf('c1', { expected: 2, row: { step: 'split' } }), writeOf('c2', { row: { next: 5, values: { v: 'x' } } }), writeOf('c3', { events: 3, row: { next: 4 } })], { key: keyOf('k1') });
    assert.deepEqual(await store.append(opened), { ok: true });
    assert.deepEqual((await store.list(here, {})).rows, opened.writes.map(({ row }) => row));
    for (const { caseId, state } of opened.writes) assert.deepEqual(await store.read(here, caseId), state);
    assert.deepEqual(await Promise.all(['c1', 'c2', 'c3'].map(async (id) => (await store.history(here, id)).length)), [3, 1, 3]);
    assert.deepEqual(await store.due(here, 9, 9), [{ caseId: 'c3', at: 4 }, { caseId: 'c2', at: 5 }]);
  } },
  { promise: 'given that one of the cases has changed meanwhile, whichever it is, when they are written together, then it is named and nothing of any is there', async check(store) {
    await fill(store, { c1: {}, c2: { row: { next: 50 } } });
    const lost = { row: { step: 'lost', next: 1, within: ['lost'], values: { v: 'lost' }, awaited: [{ what: 'x', person: 'lost' }] }, person: 'lost' };
    const [first, second, third] = [writeOf('c1', { ...lost, expected: 1 }), writeOf('c2', lost), writeOf('c3', lost)];
    const rest = { key: keyOf('k1'), counts: [claimOf('lost')], follows: [followOf('lost')] };
    for (const writes of [[first, second, third], [second, first, third], [third, first, second]] as const)
      assert.deepEqual(await store.append(together(writes, rest)), { ok: false, why: 'version', caseId: 'c2', actual: 1 });
    assert.deepEqual(await store.append(together([writeOf('c3', lost), writeOf('c4', { ...lost, expected: 3 })], rest)), { ok: false, why: 'version', caseId: 'c4', actual: 0 });

    assert.deepEqual([await store.read(here, 'c3'), await store.history(here, 'c3'), await store.recall(here, 'k1')], [undefined, [], undefined]);
    assert.deepEqual([await store.history(here, 'c1'), (await store.read(here, 'c1'))?.version, (await store.list(here, {})).total], [[actedEvent(1)], 1, 2]);
    for (const query of [{ within: 'lost' }, { actedBy: 'lost' }, { awaits: { person: 'lost', posts: [] } }, { where: [{ on: 'v', op: 'known', value: true }] }] as const)
      assert.equal(await store.count(here, query), 0);
    assert.deepEqual([(await store.counts(here, '认领', '2021-11')).size, await store.followUps(here, 9), await store.due(here, 40, 9)], [0, [], []]);
  } },
  { promise: 'given a key that has been used, when several cases are written with it, then the entry that is there is told and none of them is there', async check(store) {
    await fill(store, { c1: { key: keyOf('k1') } });
    const again = together([writeOf('c2'), writeOf('c1', { expected: 7 })], { key: keyOf('k1', { digest: 'other' }), counts: [claimOf('p', { max: 0 })] });
    assert.deepEqual(await store.append(again), { ok: false, why: 'key', entry: keyOf('k1') });
    assert.equal(await store.count(here, {}), 1);
  } },
  { promise: 'given two commands at once that open the same case besides another, then one wins and the other leaves nothing', async check(store) {
    const both = await Promise.all(['c1', 'c2'].map((id) => store.append(together([writeOf(id), writeOf('shared')]))));
    assert.deepEqual(both.filter(({ ok }) => !ok), [{ ok: false, why: 'version', caseId: 'shared', actual: 1 }]);
    const rows = (await store.list(here, {})).rows.map(({ id }) => id);
    assert.deepEqual([rows.length, rows[1]], [2, 'shared']);
  } },
  { promise: 'a case that is written twice in one batch goes on from where it left itself', async check(store) {
    assert.deepEqual(await store.append(together([writeOf('c1', { events: 2 }), writeOf('c2'), writeOf('c1', { expected: 2 })])), { ok: true });
    assert.deepEqual([(await store.read(here, 'c1'))?.version, (await store.history(here, 'c1')).map(({ seq }) => seq)], [3, [1, 2, 3]]);
    assert.deepEqual(await store.append(together([writeOf('c1', { expected: 3 }), writeOf('c1', { expected: 3 })])), { ok: false, why: 'version', caseId: 'c1', actual: 4 });
    assert.equal((await store.read(here, 'c1'))?.version, 3);
  } },
  { promise: 'readers see all cases of one command or none', async check(store) {
    const reads: Promise<void>[] = [];
    for (let version = 0; version < 20; version++) {
      const written = store.append(together([writeOf('c1', { expected: version }), writeOf('c2', { expected: version }), writeOf(`new-${version}`)]));
      reads.push(store.list(here, {}).then(({ rows }) => {
        const [one, two] = [rows.find(({ id }) => id === 'c1'), rows.find(({ id }) => id === 'c2')];
        assert.deepEqual([one?.version, rows.length], [two?.version, one ? 2 + one.version : 0]);
      }));
      assert.ok((await written).ok);
    }
    await Promise.all(reads);
    assert.deepEqual(await store.append(batchOf('c2', { expected: 20 })), { ok: true });
  } },
];
