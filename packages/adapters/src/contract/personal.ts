import assert from 'node:assert/strict';
import type { Batch, PersonalRow } from '@bihuan/core';
import { batchOf, elsewhere, fill, here, writeOf, type Promised } from './sample-cases.ts';

const of = (caseId: string, ref: string, value: unknown): PersonalRow => ({ caseId, ref, value: JSON.stringify(value) });
const withPersonal = (batch: Batch, personal: readonly PersonalRow[], erased: readonly string[] = []): Batch => ({ ...batch, personal, erased });
const plain = (values: ReadonlyMap<string, ReadonlyMap<string, string>>) => Object.fromEntries([...values].map(([id, each]) => [id, Object.fromEntries(each)]));

/** Personal values lie beside the events, and can be erased there. */
export const personal: readonly Promised[] = [
  { promise: 'personal values are kept beside their case, and come with it', async check(store) {
    const letter = `尊敬的王女士🙂'"\\，${'很长'.repeat(5000)}`;
    await store.append(withPersonal(batchOf('c1'), [of('c1', '1.1', '王小明'), of('c1', '1.2', ['甲', '乙']), of('c1', '1.3', letter)]));
    await fill(store, { c2: {} });
    const whole = await store.readWhole(here, 'c1');
    assert.deepEqual([whole?.state, Object.fromEntries(whole!.personal)], [await store.read(here, 'c1'), { '1.1': '"王小明"', '1.2': '["甲","乙"]', '1.3': JSON.stringify(letter) }]);
    assert.deepEqual([(await store.readWhole(here, 'c2'))!.personal.size, await store.readWhole(here, 'c3')], [0, undefined]);
  } },
  { promise: 'personal values are read for many cases at once, each tenant its own', async check(store) {
    for (const tenant of [here, elsewhere]) await store.append(withPersonal({ ...batchOf('c1'), tenant }, [of('c1', '1.1', tenant)]));
    await store.append(withPersonal(batchOf('c2'), [of('c2', '1.1', '二')]));
    assert.deepEqual(plain(await store.personal(here, ['c1', 'c2', 'c3'])), { c1: { '1.1': JSON.stringify(here) }, c2: { '1.1': '"二"' } });
    assert.deepEqual([await store.holding(here, JSON.stringify(here)), await store.holding(elsewhere, JSON.stringify(here)), (await store.personal(here, [])).size], [['c1'], [], 0]);
  } },
  { promise: 'what is erased is gone, whole and only of that case, and what comes with it or later stays', async check(store) {
    await store.append(withPersonal(batchOf('c1'), [of('c1', '1.1', '王'), of('c1', '1.2', '139')]));
    await store.append(withPersonal(batchOf('c2'), [of('c2', '1.1', '王')]));
    assert.deepEqual(await store.holding(here, '"王"'), ['c1', 'c2']);
    assert.equal((await store.append(withPersonal(batchOf('c1', { expected: 1 }), [of('c1', '2.1', '新')], ['c1']))).ok, true);
    assert.deepEqual(plain(await store.personal(here, ['c1', 'c2'])), { c1: { '2.1': '"新"' }, c2: { '1.1': '"王"' } });
    assert.deepEqual([await store.holding(here, '"王"'), (await store.history(here, 'c1')).length], [['c2'], 2]);
  } },
  { promise: 'a refused batch neither adds nor erases personal values', async check(store) {
    await store.append(withPersonal(batchOf('c1'), [of('c1', '1.1', '王')]));
    const refused = await store.append(withPersonal(batchOf('c1', { expected: 7 }), [of('c1', '8.1', '李')], ['c1']));
    assert.deepEqual([refused.ok, plain(await store.personal(here, ['c1']))], [false, { c1: { '1.1': '"王"' } }]);
  } },
  { promise: 'cases that ended by then and still hold personal values are found, the oldest first', async check(store) {
    const ended = (at: number) => ({ row: { method: 'm@1', ended: at, ending: 'solved' } });
    for (const [id, at] of [['c1', 30], ['c2', 10], ['c3', 20], ['c4', 40]] as const) {
      await store.append(withPersonal({ tenant: here, writes: [writeOf(id, ended(at))] }, id === 'c3' ? [] : [of(id, '1.1', id)]));
    }
    await store.append(withPersonal({ tenant: here, writes: [writeOf('c5', { row: { method: 'm@1' } }), writeOf('c6', { row: { method: 'm@2', ended: 5 } })] }, [of('c5', '1.1', '五'), of('c6', '1.1', '六')]));
    assert.deepEqual(await store.holdingSince(here, { method: 'm@1', ended: 30, limit: 9 }), ['c2', 'c1']);
    assert.deepEqual(await store.holdingSince(here, { method: 'm@1', ended: 30, limit: 1 }), ['c2']);
  } },
];
