import assert from 'node:assert/strict';
import type { CaseStore, CaseWrite, Entry } from '@bihuan/core';
import { elsewhere, here, rowOf, together, writeOf, type Promised } from './sample-cases.ts';

const entryOf = (query: string, over: Partial<Entry> = {}): Entry => ({ query, nr: 0, day: '2021-11-05', group: '', hit: false, exempt: false, top: 0, bottom: 0, ...over });

/** A case with these entries, of the grid, opened then. */
const write = (caseId: string, list: readonly Entry[], { expected = 0, opened = 1, place = '\tgrid-1\tstreet\t', mark = 'sample@1' } = {}): CaseWrite =>
  ({ ...writeOf(caseId, { expected }), row: rowOf(caseId, expected + 1, { opened }), entries: { mark, place, list } });
const fill = async (store: CaseStore, ...writes: readonly CaseWrite[]) => {
  for (const each of writes) assert.ok((await store.append(together([each]))).ok);
};
const idsOf = async (store: CaseStore, wanted: Parameters<CaseStore['entries']>[1]) => (await store.entries(here, wanted)).map((entry) => `${entry.case}#${entry.nr}`);
const byGroup = (a: { group: string; bottom: number; exempt: boolean; least: number }, b: typeof a) => (a.group < b.group ? -1 : a.group > b.group ? 1 : a.bottom - b.bottom || Number(a.exempt) - Number(b.exempt) || a.least - b.least);
const sumsOf = async (store: CaseStore, wanted: Parameters<CaseStore['sums']>[1]) => (await store.sums(here, wanted)).toSorted(byGroup);

/** What queries find in cases: one by one in order, and added up. */
export const entries: readonly Promised[] = [
  { promise: 'entries come back as they were written, by when their cases were opened, then by id and number', async check(store) {
    const one = entryOf('q', { nr: 1, group: '道路🙂', hit: true, exempt: true, top: -999_999_999_999, bottom: 3_600_000 });
    await fill(store, write('c2', [entryOf('q'), one], { opened: 5 }), write('c3', [entryOf('q', { day: '' })], { opened: 3 }), write('c1', [entryOf('q'), entryOf('other')], { opened: 5 }));
    assert.deepEqual(await idsOf(store, { query: 'q' }), ['c3#0', 'c1#0', 'c2#0', 'c2#1']);
    assert.deepEqual((await store.entries(here, { query: 'q' })).at(-1), { ...one, case: 'c2' });
    assert.deepEqual(await idsOf(store, { query: 'none' }), []);
    assert.deepEqual(await store.entries(elsewhere, { query: 'q' }), []);
  } },
  { promise: 'a stretch of entries is cut from that order, and the rest can be left out by day, place and case', async check(store) {
    await fill(store, ...['2021-10-31', '2021-11-01', '2021-11-30', '2021-12-01'].map((day, i) => write(`c${i}`, [entryOf('q', { day })], { opened: i, place: i < 2 ? '\tgrid-1\tstreet\t' : '\tGrid-1\tstreet\t' })));
    const days = { first: '2021-11-01', last: '2021-11-30' };
    assert.deepEqual(await idsOf(store, { query: 'q', offset: 1, limit: 2 }), ['c1#0', 'c2#0']);
    assert.deepEqual(await idsOf(store, { query: 'q', offset: 3 }), ['c3#0']);
    assert.deepEqual(await idsOf(store, { query: 'q', days }), ['c1#0', 'c2#0']);
    assert.deepEqual(await idsOf(store, { query: 'q', days, place: '\tgrid-1\t' }), ['c1#0']);
    assert.deepEqual(await idsOf(store, { query: 'q', place: '\tstreet\t', without: ['c1', 'c2'] }), ['c0#0', 'c3#0']);
    assert.deepEqual((await sumsOf(store, { query: 'q', place: '\tGrid-1\t', without: ['c9'] })).map(({ count }) => count), [2]);
  } },
  { promise: 'entries are added up by group, exactly, however large', async check(store) {
    const large = entryOf('q', { group: 'b', bottom: 1, top: 10 ** 12 - 1, hit: true });
    const many = Array.from({ length: 9010 }, (_, i) => ({ ...large, nr: i + 1 }));
    await fill(store, write('c2', [entryOf('q', { group: 'a', hit: true }), ...many]), write('c1', [entryOf('q', { group: 'a', exempt: true }), entryOf('q', { nr: 1, group: 'a' }), entryOf('q', { nr: 2, group: 'b', bottom: 1, top: -7 })]));
    const [exempt, plain, both] = [{ group: 'a', exempt: true, count: 1, hits: 0, case: 'c1' }, { group: 'a', exempt: false, count: 2, hits: 1, case: 'c1' }, { group: 'b', exempt: false, count: 9011, hits: 9010, case: 'c1' }];
    assert.deepEqual(await sumsOf(store, { query: 'q' }), [
      { ...plain, bottom: 0, sum: 0n, least: 0, greatest: 0 }, { ...exempt, bottom: 0, sum: 0n, least: 0, greatest: 0 }, { ...both, bottom: 1, sum: 9010n * 999_999_999_999n - 7n, least: -7, greatest: 999_999_999_999 },
    ]);
    assert.deepEqual((await sumsOf(store, { query: 'q', amounts: true })).slice(2).map(({ count, sum, least, greatest }) => [count, sum, least, greatest]), [[1, -7n, -7, -7], [9010, 9010n * 999_999_999_999n, 999_999_999_999, 999_999_999_999]]);
    assert.deepEqual(await sumsOf(store, { query: 'none' }), []);
  } },
  { promise: 'what a case no longer has is gone when it is written again, and what has changed is changed', async check(store) {
    await fill(store, write('c1', [entryOf('q', { group: 'a' }), entryOf('q', { nr: 1 }), entryOf('other')]));
    await fill(store, write('c1', [entryOf('q', { group: 'b', hit: true }), entryOf('q', { nr: 1, day: '2021-12-01' })], { expected: 1, place: '\tgrid-2\t' }));
    assert.deepEqual((await store.entries(here, { query: 'q', place: '\tgrid-2\t' })).map(({ nr, group, hit, day }) => [nr, group, hit, day]), [[0, 'b', true, '2021-11-05'], [1, '', false, '2021-12-01']]);
    assert.deepEqual(await idsOf(store, { query: 'other' }), []);
    assert.deepEqual(await idsOf(store, { query: 'q', days: { first: '2021-11-01', last: '2021-11-30' } }), ['c1#0']);
    assert.equal((await store.append(together([write('c1', [], { expected: 1 })]))).ok, false);
    assert.equal((await idsOf(store, { query: 'q' })).length, 2);
  } },
  { promise: 'of a method, the cases are known that were written by other queries than those of a mark', async check(store) {
    const { entries: _, ...without } = write('c4', []);
    const other = write('c5', [], { mark: 'sample-2@1' });
    await fill(store, write('c1', [], { mark: 'sample@2' }), write('c2', [], { mark: 'sample@1' }), write('c3', [], { mark: 'sample@3' }), without, { ...other, state: { ...other.state, method: { id: 'sample-2', version: '1' } } });
    const outdated = async (mark: string, limit = 9) => (await store.outdated(here, 'sample', mark, limit)).toSorted();
    assert.deepEqual([await outdated('sample@2'), await outdated('sample@4'), await outdated('sample@2', 1).then(({ length }) => length)], [['c2', 'c3', 'c4'], ['c1', 'c2', 'c3', 'c4'], 1]);
    await fill(store, ...['c2', 'c3', 'c4'].map((id) => write(id, [entryOf('q')], { expected: 1, mark: 'sample@2' })));
    assert.deepEqual([await outdated('sample@2'), await store.outdated(elsewhere, 'sample', 'sample@2', 9)], [[], []]);
  } },
  { promise: 'a write without events changes what lies beside a case, and nothing else', async check(store) {
    await fill(store, write('c1', [entryOf('q')]));
    const again = { ...write('c1', [entryOf('q', { group: 'a' })]), expected: 1, events: [], row: rowOf('c1', 1, { values: { 'field.a': 1 } }) };
    await fill(store, again);
    assert.deepEqual([(await store.history(here, 'c1')).length, (await store.read(here, 'c1'))?.version, (await store.list(here, {})).rows[0]!.values], [1, 1, { 'field.a': 1 }]);
    assert.deepEqual((await store.entries(here, { query: 'q' })).map(({ group }) => group), ['a']);
    assert.deepEqual(await store.append(together([{ ...again, expected: 0 }])), { ok: false, why: 'version', caseId: 'c1', actual: 1 });
  } },
];
