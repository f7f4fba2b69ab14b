import assert from 'node:assert/strict';
import type { CaseStore } from '@bihuan/core';
import { batchOf, claimOf, elsewhere, fill, here, keyOf, periodOf, together, writeOf, type Promised } from './sample-cases.ts';

const counted = async (store: CaseStore, ...query: [norm: string, period: string, of?: readonly string[]]): Promise<Record<string, number>> => Object.fromEntries(await store.counts(here, ...query));

/** What norms count, the quota that no two at once pass, and periods that are over. */
export const norms: readonly Promised[] = [
  { promise: 'given counts by norm, by whom and by period, when they are asked for, then each has its own, also of some only, and nobody else’s', async check(store) {
    assert.deepEqual(await counted(store, '认领', '2021-11'), {});
    await fill(store, {
      c1: { counts: [claimOf('post:a'), claimOf('post:b', { add: 3 }), claimOf('post:a', { period: '2021-12' }), claimOf('post:a', { norm: '走访' })] },
      c2: { counts: [claimOf('post:a', { add: 2 }), claimOf('value:楼道🙂', { period: '' })] }, c3: { counts: [] },
    });
    assert.deepEqual(await counted(store, '认领', '2021-11'), { 'post:a': 3, 'post:b': 3 });
    assert.deepEqual(await counted(store, '认领', '2021-11', ['post:b', 'post:zzz']), { 'post:b': 3 });
    assert.deepEqual(await counted(store, '认领', '2021-11', []), {});
    assert.deepEqual([await counted(store, '认领', '2021-12'), await counted(store, '走访', '2021-11'), await counted(store, '认领', '')], [{ 'post:a': 1 }, { 'post:a': 1 }, { 'value:楼道🙂': 1 }]);
    assert.deepEqual([...await store.counts(elsewhere, '认领', '2021-11')], []);
    const before = await store.counts(here, '认领', '2021-11');
    const many = Array.from({ length: 1200 }, (_, i) => `unit:${i}`);
    await fill(store, { c4: { counts: many.map((of) => claimOf(of)) } });
    assert.equal((await store.counts(here, '认领', '2021-11', many)).size, 1200, 'of however many is asked');
    assert.deepEqual([...before.keys()].sort(), ['post:a', 'post:b'], 'what was answered stays as it was');
  } },
  { promise: 'given a count that stands at its most, when one more comes, then the whole batch is refused with that count and nothing of it is there', async check(store) {
    const claim = claimOf('post:a', { max: 2 });
    await fill(store, { c1: { counts: [claim] }, c2: { counts: [claim] } });
    const refused = { ok: false, why: 'count', count: claim };
    assert.deepEqual(await store.append(together([writeOf('c1', { expected: 1 }), writeOf('c3')], { counts: [claimOf('post:b', { max: 1 }), claim, claimOf('post:c')], key: keyOf('k1') })), refused);
    assert.deepEqual(await counted(store, '认领', '2021-11'), { 'post:a': 2 });
    assert.deepEqual([await store.read(here, 'c3'), (await store.read(here, 'c1'))?.version, await store.recall(here, 'k1')], [undefined, 1, undefined]);
    assert.deepEqual(await store.append(batchOf('c3', { counts: [claimOf('post:a', { period: '2021-12', max: 2 }), claimOf('post:b', { max: 1 })] })), { ok: true }, 'another month, another person');
    assert.deepEqual(await store.append(batchOf('c4', { counts: [claimOf('post:a', { add: -1, max: 0 })] })), { ok: true }, 'giving back is never refused');
    assert.deepEqual(await store.append(batchOf('c5', { counts: [claim] })), { ok: true });
    assert.deepEqual(await store.append(batchOf('c6', { counts: [claimOf('post:a')] })), { ok: true }, 'without a most there is none');
    assert.deepEqual(await counted(store, '认领', '2021-11'), { 'post:a': 3, 'post:b': 1 });
  } },
  { promise: 'given several counts of the same in one batch, then each is reckoned on top of those before it', async check(store) {
    const claim = claimOf('post:a', { max: 3 });
    assert.deepEqual(await store.append(batchOf('c1', { counts: [claim, { ...claim, add: 3 }] })), { ok: false, why: 'count', count: { ...claim, add: 3 } });
    assert.deepEqual(await store.append(batchOf('c1', { counts: [claim, claim, claim] })), { ok: true });
    assert.deepEqual(await store.append(batchOf('c2', { counts: [{ ...claim, add: -1 }, claim] })), { ok: true });
    assert.deepEqual(await store.append(batchOf('c3', { counts: [claim] })), { ok: false, why: 'count', count: claim });
    assert.deepEqual(await counted(store, '认领', '2021-11'), { 'post:a': 3 });
  } },
  { promise: 'of any number of claims at once, exactly as many pass as the quota leaves', async check(store) {
    for (const [max, claims] of [[0, 3], [1, 2], [1, 20], [3, 3], [5, 40], [40, 20]] as const) {
      const claim = claimOf(`post:${max}-${claims}`, { max });
      const all = await Promise.all(Array.from({ length: claims }, (_, i) => store.append(batchOf(`${claim.of}-${i}`, { counts: [claim] }))));
      const passed = Math.min(max, claims);
      assert.equal(all.filter(({ ok }) => ok).length, passed);
      assert.deepEqual(all.filter(({ ok }) => !ok), Array.from({ length: claims - passed }, () => ({ ok: false, why: 'count', count: claim })));
      assert.equal((await store.counts(here, claim.norm, claim.period)).get(claim.of) ?? 0, passed);
      assert.equal(await store.count(here, { where: [{ on: 'id', op: 'like', value: `${claim.of}-` }] }), passed);
    }
  } },
  { promise: 'a batch that is refused by version or key counts nothing', async check(store) {
    await fill(store, { c1: { key: keyOf('k1'), counts: [claimOf('post:a')] } });
    assert.equal((await store.append(batchOf('c1', { counts: [claimOf('post:a', { max: 9 })] }))).ok, false);
    assert.equal((await store.append(batchOf('c2', { key: keyOf('k1'), counts: [claimOf('post:a', { max: 9 })] }))).ok, false);
    assert.deepEqual(await counted(store, '认领', '2021-11'), { 'post:a': 1 });
  } },
  { promise: 'given closed periods, when they are asked for by norm, period, whom and whether met, then they come in order of period, then of whom', async check(store) {
    const [b1, a1, a2, c1] = [periodOf('unit:b', { met: false, count: 0 }), periodOf('unit:a'), periodOf('unit:a', { period: '2021-12', unit: 'grid-2', ends: -1, count: 1.5, met: false }), periodOf('楼🙂', { period: '' })];
    await store.closePeriods(here, []);
    await store.closePeriods(here, [a2, b1, periodOf('unit:a', { norm: '例会' })]);
    await store.closePeriods(here, [a1, c1]);
    const closed = (query: Omit<Parameters<CaseStore['closedPeriods']>[1], 'norm'>) => store.closedPeriods(here, { norm: '走访', ...query });
    assert.deepEqual(await closed({}), [c1, a1, b1, a2]);
    assert.deepEqual([await closed({ period: '2021-11' }), await closed({ of: 'unit:a' }), await closed({ met: false }), await closed({ met: true, period: '' })], [[a1, b1], [a1, a2], [b1, a2], [c1]]);
    assert.deepEqual([await closed({ of: 'unit:a', period: '2021-12', met: false }), await closed({ of: 'unit:zzz' })], [[a2], []]);
    assert.deepEqual([await store.closedPeriods(here, { norm: '无' }), await store.closedPeriods(elsewhere, { norm: '走访' })], [[], []]);
    assert.deepEqual([await store.lastClosed(here, '走访'), await store.lastClosed(here, '无'), await store.lastClosed(elsewhere, '走访')], [a1.ends, undefined, undefined]);
    await store.closePeriods(here, [periodOf('unit:a', { period: '2022-01', ends: a1.ends + 1 })]);
    assert.equal(await store.lastClosed(here, '走访'), a1.ends + 1);
  } },
  { promise: 'given a period that is closed, when it is closed again with another count, then it stays as it is, and the others of that call are kept', async check(store) {
    await store.closePeriods(here, [periodOf('unit:a', { count: 2, met: false })]);
    await store.closePeriods(here, [periodOf('unit:a', { count: 9, met: true, unit: 'x', ends: 1 }), periodOf('unit:b')]);
    await Promise.all([1, 2, 3].map((count) => store.closePeriods(here, [periodOf('unit:c', { count: 7 }), periodOf('unit:b', { count })])));
    assert.deepEqual(await store.closedPeriods(here, { norm: '走访' }), [periodOf('unit:a', { count: 2, met: false }), periodOf('unit:b'), periodOf('unit:c', { count: 7 })]);
    await store.closePeriods(elsewhere, [periodOf('unit:a', { count: 5 })]);
    assert.deepEqual(await store.closedPeriods(elsewhere, { norm: '走访' }), [periodOf('unit:a', { count: 5 })], 'each tenant its own');
  } },
];
