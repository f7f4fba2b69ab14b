import assert from 'node:assert/strict';
import { batchOf, fill, followOf, here, keyOf, type Promised } from './sample-cases.ts';

/** Idempotency keys, sequences, and what falls due. */
export const keysAndNumbers: readonly Promised[] = [
  { promise: 'a key is recorded with its command, and a second append with it is refused with the entry that is there', async check(store) {
    const entry = keyOf('k1', { digest: '摘要', outcome: '{"events":["登记"]}' });
    await fill(store, { c1: { key: entry } });
    assert.deepEqual(await store.recall(here, 'k1'), entry);
    const again = await store.append(batchOf('c1', { expected: 0, key: keyOf('k1', { digest: 'other' }) }));
    assert.deepEqual(again, { ok: false, why: 'key', entry });
    assert.deepEqual(await store.append(batchOf('c2', { key: keyOf('k1') })), { ok: false, why: 'key', entry });
    assert.deepEqual(await store.append(batchOf('c1', { expected: 1, key: keyOf('k2') })), { ok: true });
  } },
  { promise: 'a key, and the id of a follow-up, may be long, and two that differ only at the end are two', async check(store) {
    const [one, two] = ['一', '二'].map((end) => `${'键🙂'.repeat(100)}${end}`) as [string, string];
    await fill(store, { c1: { key: keyOf(one), follows: [followOf(one), followOf(two)] } });
    assert.deepEqual([await store.recall(here, one), await store.recall(here, two)], [keyOf(one), undefined]);
    assert.deepEqual(await store.append(batchOf('c2', { key: keyOf(one) })), { ok: false, why: 'key', entry: keyOf(one) });
    assert.deepEqual(await store.append(batchOf('c2', { key: keyOf(two) })), { ok: true });
    await store.followed(here, one);
    assert.deepEqual(await store.followUps(here, 9), [followOf(two)]);
  } },
  { promise: 'the same key at once acts once', async check(store) {
    const all = await Promise.all(['c1', 'c2', 'c3'].map((id) => store.append(batchOf(id, { key: keyOf('k1') }))));
    assert.equal(all.filter(({ ok }) => ok).length, 1);
    assert.equal(await store.count(here, {}), 1);
  } },
  { promise: 'a refused command is remembered; what is remembered first stays, and an append with its key is refused', async check(store) {
    const entry = keyOf('k1', { outcome: '{"ok":false}' });
    await store.remember(here, entry);
    await store.remember(here, keyOf('k1', { digest: 'other', outcome: 'other' }));
    assert.deepEqual(await store.recall(here, 'k1'), entry);
    assert.deepEqual(await store.append(batchOf('c1', { key: keyOf('k1') })), { ok: false, why: 'key', entry });
    await fill(store, { c2: { key: keyOf('k2') } });
    await store.remember(here, keyOf('k2', { outcome: 'other' }));
    assert.deepEqual(await store.recall(here, 'k2'), keyOf('k2'));
  } },
  { promise: 'a sequence counts 1, 2, 3, each name its own, and repeats nothing when many ask at once', async check(store) {
    assert.deepEqual([await store.next(here, 'case'), await store.next(here, 'case'), await store.next(here, '编号-2021')], [1, 2, 1]);
    const numbers = await Promise.all(Array.from({ length: 50 }, () => store.next(here, 'case')));
    assert.deepEqual(numbers.map((n) => n ?? 0).sort((a, b) => a - b), Array.from({ length: 50 }, (_, i) => i + 3));
  } },
  { promise: 'due gives what is due and nothing else, the earliest first, ties by id, ended cases too', async check(store) {
    await fill(store, {
      c5: { row: { next: 30 } }, c4: { row: { next: 10 } }, c3: { row: { next: 10, ended: 5, ending: 'struck-off' } },
      c2: { row: { next: null } }, c1: { row: { next: 31 } }, c0: { row: { next: 20 } },
    });
    const due = [{ caseId: 'c3', at: 10 }, { caseId: 'c4', at: 10 }, { caseId: 'c0', at: 20 }, { caseId: 'c5', at: 30 }];
    assert.deepEqual(await store.due(here, 30, 10), due);
    assert.deepEqual(await store.due(here, 30, 10), due, 'asking changes nothing');
    assert.deepEqual(await store.due(here, 30, 2), due.slice(0, 2));
    assert.deepEqual(await store.due(here, 9, 10), []);
  } },
  { promise: 'a due time that moves is due at its new time only', async check(store) {
    await fill(store, { c1: { row: { next: 10 } }, c2: { row: { next: 20 } } });
    await store.append(batchOf('c1', { expected: 1, row: { next: 30 } }));
    assert.deepEqual(await store.due(here, 20, 10), [{ caseId: 'c2', at: 20 }]);
    await store.append(batchOf('c1', { expected: 2, row: { next: 10 } }));
    await store.append(batchOf('c2', { expected: 1, row: { next: null } }));
    assert.deepEqual(await store.due(here, 99, 10), [{ caseId: 'c1', at: 10 }]);
    await store.append(batchOf('c1', { expected: 3, row: { next: 20 } }));
    await store.append(batchOf('c1', { expected: 4, row: { next: 10 } }));
    assert.deepEqual(await store.due(here, 99, 10), [{ caseId: 'c1', at: 10 }], 'once, also when it moved there and back');
  } },
];
