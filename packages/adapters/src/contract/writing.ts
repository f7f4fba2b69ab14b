import assert from 'node:assert/strict';
import type { CaseEvent } from '@bihuan/core';
import { actedEvent, all, batchOf, elsewhere, fill, here, keyOf, rowOf, stateOf, type Promised } from './sample-cases.ts';

const rich: CaseEvent = {
  v: 1, type: 'acted', action: 'admit', seq: 1, at: -1, day: '2021-11-30', recorded: 1_638_288_000_000,
  by: { person: 'zhang', name: '张三丰🙂', role: 'leader', unit: 'street', post: 'p-1' },
  changes: [
    { type: 'field', name: 'content', value: '地基下陷，“楼道”\n𠮷野家 100%_\\ \' " \u2028 é 🏚️' },
    { type: 'field', name: 'goal', value: null },
    { type: 'field', name: 'cost', value: 12345.678 },
    { type: 'field', name: 'zero', value: 0 },
    { type: 'field', name: 'none', value: [] },
    { type: 'field', name: 'photos', value: [{ name: '照片.jpg', size: 9_007_199_254_740_991, type: 'image/jpeg', hash: 'ab' }] },
    { type: 'told', name: 'warn', to: [{ role: 'leader', unit: 'street' }], text: { zh: '临近', en: '' } },
  ],
};

/** Reading back what was written, and writing all of it or nothing. */
export const writing: readonly Promised[] = [
  { promise: 'an unknown case has no state, no events, no row', async check(store) {
    assert.equal(await store.read(here, 'c1'), undefined);
    assert.deepEqual(await store.history(here, 'c1'), []);
    assert.deepEqual(await store.list(here, {}), { rows: [], total: 0 });
    assert.equal(await store.recall(here, 'k1'), undefined);
  } },
  { promise: 'state, events and row come back exactly as they were written', async check(store) {
    const state = stateOf('事-1', 1, {
      fields: { content: '地基下陷🙂', cost: 0.1, urgent: false, tags: ['a', '乙'] }, reporter: { name: '李四' },
      clocks: { close: { id: 'close', name: 'close', phase: 'running', binds: 'hard', start: { at: 5 }, limit: { kind: 'none' }, rungs: [], holds: [], extensions: [],
        policy: { countStart: false, moment: false, ends: 'midnight', restDay: 'next', hold: 'whole-days' } } },
    });
    const row = rowOf('事-1', 1, {
      ending: 'struck-off', outcome: '办结', ended: 7, due: 1.5, warn: 0, broken: true, next: -3, subject: false, search: '地基下陷 𠮷🙂', within: ['grid-1', '街道', '区'],
      values: { 'field.goal': '修复🙂', 'field.cost': 0.1, 'field.big': 1e15, 'field.empty': '', 'field.none': null, 'field.urgent': false, 'field.seen': true, 'field.one': 1 },
      awaited: [{ what: 'ask:2', role: 'leader', unit: '街道' }, { what: 'ask:1', person: 'zhang' }, { what: 'step' }],
    });
    assert.deepEqual(await store.append({ tenant: here, writes: [{ caseId: '事-1', expected: 0, events: [rich], state, row }] }), { ok: true });
    assert.deepEqual(await store.read(here, '事-1'), state);
    assert.deepEqual(await store.history(here, '事-1'), [rich]);
    assert.deepEqual(await store.list(here, {}), { rows: [row], total: 1 });
  } },
  { promise: 'events come back in order, from any point on, over many commands', async check(store) {
    await fill(store, { c1: { events: 3 } });
    await store.append(batchOf('c1', { expected: 3, events: 2 }));
    assert.deepEqual(await store.history(here, 'c1'), [1, 2, 3, 4, 5].map((seq) => actedEvent(seq)));
    assert.deepEqual((await store.history(here, 'c1', 3)).map(({ seq }) => seq), [4, 5]);
    assert.deepEqual(await store.history(here, 'c1', 5), []);
  } },
  { promise: 'a history may have a thousand events', async check(store) {
    await fill(store, { c1: { events: 900 } });
    for (let version = 900; version < 1000; version += 10) await store.append(batchOf('c1', { expected: version, events: 10 }));
    const history = await store.history(here, 'c1');
    assert.deepEqual(history.map(({ seq }) => seq), Array.from({ length: 1000 }, (_, i) => i + 1));
    assert.equal((await store.read(here, 'c1'))?.version, 1000);
  } },
  { promise: 'of two writers at one version exactly one wins and the other is told the actual version', async check(store) {
    const first = await Promise.all([store.append(batchOf('c1', { events: 2 })), store.append(batchOf('c1', { events: 2 }))]);
    assert.deepEqual(first.filter(({ ok }) => ok).length, 1);
    assert.deepEqual(first.find(({ ok }) => !ok), { ok: false, why: 'version', caseId: 'c1', actual: 2 });
    const later = await Promise.all(Array.from({ length: 5 }, () => store.append(batchOf('c1', { expected: 2 }))));
    assert.equal(later.filter(({ ok }) => ok).length, 1);
    assert.deepEqual(await store.append(batchOf('c1', { expected: 9 })), { ok: false, why: 'version', caseId: 'c1', actual: 3 });
    assert.deepEqual(await store.append(batchOf('c9', { expected: 1 })), { ok: false, why: 'version', caseId: 'c9', actual: 0 });
    assert.equal((await store.history(here, 'c1')).length, 3);
  } },
  { promise: 'a refused batch leaves nothing: no event, state, row, value, awaited row, due time or key', async check(store) {
    await fill(store, { c1: { row: { values: { 'field.goal': 'a' }, next: 10 }, key: keyOf('k1') } });
    const lost = { row: { step: 'lost', values: { 'field.goal': 'lost' }, awaited: [{ what: 'x', person: 'lost' }], within: ['lost'], next: 5 }, state: { step: 'lost' }, person: 'lost' };
    assert.equal((await store.append(batchOf('c1', { ...lost, expected: 0, key: keyOf('k2') }))).ok, false);
    assert.equal((await store.append(batchOf('c1', { ...lost, expected: 1, key: keyOf('k1') }))).ok, false);
    assert.equal((await store.append(batchOf('c2', { ...lost, key: keyOf('k1') }))).ok, false);
    assert.equal(await store.recall(here, 'k2'), undefined);
    assert.equal(await store.read(here, 'c2'), undefined);
    assert.deepEqual(await store.history(here, 'c2'), []);
    assert.deepEqual(await store.history(here, 'c1'), [actedEvent(1)]);
    assert.equal((await store.read(here, 'c1'))?.step, 'admit');
    for (const query of [{ within: 'lost' }, { actedBy: 'lost' }, { awaits: { person: 'lost', posts: [] } }, { where: [{ on: 'field.goal', op: 'is', value: 'lost' }] }] as const)
      assert.equal(await store.count(here, query), 0);
    assert.deepEqual(await store.due(here, 100, 10), [{ caseId: 'c1', at: 10 }]);
  } },
  { promise: 'what a row no longer has is gone when it is written again', async check(store) {
    await fill(store, { c1: { row: { values: { a: 'old', b: 1, c: true }, awaited: [{ what: 'x', person: 'zhang' }, { what: 'y', role: 'leader', unit: 'street' }], within: ['grid-1', 'street'], due: 9, next: 9 } } });
    const row = rowOf('c1', 2, { values: { b: 2, d: 'new' }, awaited: [{ what: 'x', person: 'li' }], within: ['grid-2'] });
    await store.append(batchOf('c1', { expected: 1, row }));
    assert.deepEqual((await store.list(here, {})).rows, [row]);
    for (const on of ['a', 'c', 'due', 'next']) assert.equal(await store.count(here, { where: [{ on, op: 'known', value: true }] }), 0, on);
    assert.equal(await store.count(here, { where: [{ on: 'b', op: 'is', value: 1 }] }), 0);
    assert.equal(await store.count(here, { where: [{ on: 'b', op: 'is', value: 2 }, { on: 'd', op: 'is', value: 'new' }] }), 1);
    assert.equal(await store.count(here, { awaits: { person: 'zhang', posts: [{ role: 'leader', unit: 'street' }] } }), 0);
    assert.equal(await store.count(here, { awaits: { person: 'li', posts: [] } }), 1);
    assert.deepEqual([await store.count(here, { within: 'street' }), await store.count(here, { within: 'grid-2' })], [0, 1]);
    assert.deepEqual(await store.due(here, 100, 10), []);
  } },
  { promise: 'readers see no half-written case', async check(store) {
    const reads: Promise<void>[] = [];
    for (let version = 0; version < 40; version += 4) {
      const written = store.append(batchOf('c1', { expected: version, events: 4, row: { values: { n: version + 4 } } }));
      reads.push(store.read(here, 'c1').then((state) => assert.equal((state?.version ?? 0) % 4, 0)));
      reads.push(store.history(here, 'c1').then((events) => assert.equal(events.length % 4, 0)));
      reads.push(store.list(here, {}).then(({ rows }) => { for (const row of rows) assert.equal(row.values['n'], row.version); }));
      assert.ok((await written).ok);
    }
    await Promise.all(reads);
    assert.equal((await store.read(here, 'c1'))?.version, 40);
  } },
  { promise: 'tenants never see each other', async check(store) {
    await fill(store, { c1: { key: keyOf('k1'), row: { next: 1, awaited: [{ what: 'x', person: 'wang' }], values: { a: 'x' } } } });
    const mine = { read: undefined, history: [], recall: undefined, due: [], list: { rows: [], total: 0 }, count: 0, states: [] };
    const seen = async () => ({
      read: await store.read(elsewhere, 'c1'), history: await store.history(elsewhere, 'c1'), recall: await store.recall(elsewhere, 'k1'), due: await store.due(elsewhere, 9, 9),
      list: await store.list(elsewhere, {}), count: await store.count(elsewhere, { within: 'grid-1' }), states: await all(store.states(elsewhere, {})),
    });
    assert.deepEqual(await seen(), mine);
    for (const query of [{ actedBy: 'wang' }, { awaits: { person: 'wang', posts: [] } }, { where: [{ on: 'a', op: 'is', value: 'x' }] }] as const)
      assert.equal(await store.count(elsewhere, query), 0);
    assert.equal(await store.next(here, 'case'), 1);
    assert.equal(await store.next(elsewhere, 'case'), 1);
    await store.remember(elsewhere, keyOf('k1', { digest: 'theirs' }));
    assert.equal((await store.recall(here, 'k1'))?.digest, 'd1');
    await fill(store, { c1: { tenant: elsewhere, events: 2, row: { values: { a: 'y' } } } });
    assert.deepEqual([(await store.read(here, 'c1'))?.version, (await store.read(elsewhere, 'c1'))?.version], [1, 2]);
    const sorted = await store.list(here, { sort: [{ by: 'a', order: 'asc' }], where: [{ on: 'a', op: 'not', value: 'z' }] });
    assert.deepEqual([sorted.total, sorted.rows[0]?.values['a']], [1, 'x']);
  } },
];
