import assert from 'node:assert/strict';
import type { CaseStore, CaseWrite, Entry, EntrySum } from '@bihuan/core';
import { elsewhere, here, rowOf, together, writeOf, type Promised } from './sample-cases.ts';

const entryOf = (query: string, over: Partial<Entry> = {}): Entry => ({ query, nr: 0, day: '2021-11-05', group: '', hit: false, exempt: false, top: 0, bottom: 0, ...over });

/** A case with these entries, of the grid, opened then. */
const write = (caseId: string, list: readonly Entry[], { expected = 0, opened = 1, place = '\tgrid-1\tstreet\t', mark = 'sample@1' } = {}): CaseWrite =>
  ({ ...writeOf(caseId, { expected }), row: rowOf(caseId, expected + 1, { opened }), entries: { mark, place, list } });
const fill = async (store: CaseStore, ...writes: readonly CaseWrite[]) => {
  for (const each of writes) assert.ok((await store.append(together([each]))).ok);
};
const idsOf = async (store: CaseStore, wanted: Parameters<CaseStore['entries']>[1]) => (await store.entries(here, wanted)).map((entry) => `${entry.case}#${entry.nr}`);
const byGroup = (a: EntrySum, b: EntrySum) => (a.group < b.group ? -1 : a.group > b.group ? 1 : a.bottom - b.bottom || Number(a.exempt) - Number(b.exempt) || (a.ends?.least ?? 0) - (b.ends?.least ?? 0));
const sumsOf = async (store: CaseStore, wanted: Parameters<CaseStore['sums']>[1]) => (await store.sums(here, wanted)).toSorted(byGroup);

/** What queries find in cases: one by one in order, and added up. */
export const entries: readonly Promised[] = [
  { promise: 'entries come back as they were written, by day, then by when their cases were opened, then by id and number', async check(store) {
    const one = entryOf('q', { nr: 1, group: '道路🙂', hit: true, exempt: true, top: -999_999_999_999, bottom: 3_600_000 });
    await fill(store, write('c2', [entryOf('q'), one], { opened: 5 }), write('c3', [entryOf('q'), entryOf('q', { nr: 1, day: '2021-11-06' })], { opened: 3 }), write('c1', [entryOf('q'), entryOf('other')], { opened: 5 }));
    assert.deepEqual(await idsOf(store, { query: 'q' }), ['c3#0', 'c1#0', 'c2#0', 'c2#1', 'c3#1']);
    assert.deepEqual((await store.entries(here, { query: 'q' })).at(-2), { ...one, case: 'c2' });
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
    assert.deepEqual((await sumsOf(store, { of: 'counts', query: 'q', place: '\tGrid-1\t', without: ['c9'] })).map(({ count }) => count), [2]);
  } },
  { promise: 'entries are added up by group, exactly, however large', async check(store) {
    const large = entryOf('q', { group: 'b', bottom: 1, top: 10 ** 12 - 1, hit: true });
    const many = Array.from({ length: 901 }, (_, i) => ({ ...large, nr: i + 1 }));
    await fill(store, write('c2', [entryOf('q', { group: 'a', hit: true }), ...many]), write('c1', [entryOf('q', { group: 'a', exempt: true }), entryOf('q', { nr: 1, group: 'a' }), entryOf('q', { nr: 2, group: 'b', bottom: 1, top: -7 })]));
    for (let n = 3; n < 12; n++) await fill(store, write(`c${n}`, many));
    const plain = { group: 'a', exempt: false, bottom: 0, count: 2, hits: 1, sum: 0n }, exempt = { group: 'a', exempt: true, bottom: 0, count: 1, hits: 0, sum: 0n };
    const amounts = { group: 'b', exempt: false, bottom: 1, count: 9011, hits: 9010, sum: 9010n * 999_999_999_999n - 7n };
    const [none, whole] = [{ least: 0, greatest: 0, case: 'c1' }, { least: -7, greatest: 999_999_999_999, case: 'c1' }];
    assert.deepEqual(await sumsOf(store, { query: 'q', of: 'counts' }), [plain, exempt, amounts]);
    assert.deepEqual(await sumsOf(store, { query: 'q', of: 'counts', days: { first: '2021-11-02', last: '2021-11-29' } }), [plain, exempt, amounts]);
    assert.deepEqual(await sumsOf(store, { query: 'q', of: 'ends' }), [{ ...plain, ends: none }, { ...exempt, ends: none }, { ...amounts, ends: whole }]);
    assert.deepEqual((await sumsOf(store, { query: 'q', of: 'amounts' })).slice(2).map(({ count, sum, ends }) => [count, sum, ends?.least, ends?.greatest]), [[1, -7n, -7, -7], [9010, 9010n * 999_999_999_999n, 999_999_999_999, 999_999_999_999]]);
    assert.deepEqual(await sumsOf(store, { query: 'none', of: 'counts' }), []);
  } },
  { promise: 'counts of whole months, of any days, of a place and of all are those of the entries, however often these have changed', async check(store) {
    const days = ['', '2021-10-31', '2021-11-01', '2021-11-30', '2021-12-01', '2022-01-15'];
    const listOf = (turn: number, n: number) => days.filter((_, i) => (i + n + turn) % 3 > 0).map((day, nr) => entryOf('q', { nr, day, group: 'ab'[(nr + turn) % 2]!, hit: (n + nr) % 2 === 0, exempt: n === 3, top: 10 * n + nr, bottom: (turn + nr) % 2 }));
    const placeOf = (n: number) => (n % 2 === 0 ? '\tgrid-1\tstreet\t' : '\tgrid-2\tstreet\t');
    for (const turn of [0, 1, 2]) for (const n of [0, 1, 2, 3]) await fill(store, write(`c${n}`, listOf(turn, n), { expected: turn, place: placeOf(turn === 2 ? n + 1 : n) }));
    for (const place of [undefined, '\tgrid-1\t', '\tstreet\t', '\tgrid-9\t']) {
      for (const [first, last] of [[], ['2021-11-01', '2021-11-30'], ['2021-01-01', '2021-12-31'], ['2021-10-01', '2021-12-31'], ['2021-11-30', '2021-12-01'], ['2021-11-01', '2021-11-29'], ['2024-02-01', '2024-02-29']]) {
        const wanted = { query: 'q', ...(place !== undefined && { place }), ...(first && last && { days: { first, last } }) };
        const entries = await store.entries(here, wanted);
        const of = (group: string, exempt: boolean, bottom: number) => entries.filter((one) => one.group === group && one.exempt === exempt && one.bottom === bottom);
        const reckoned = ['a', 'b'].flatMap((group) => [0, 1].flatMap((bottom) => [false, true].flatMap((exempt) => {
          const all = of(group, exempt, bottom);
          return all.length === 0 ? [] : [{ group, exempt, bottom, count: all.length, hits: all.filter(({ hit }) => hit).length, sum: all.reduce((sum, { top }) => sum + BigInt(top), 0n) }];
        })));
        assert.deepEqual(await sumsOf(store, { ...wanted, of: 'counts' }), reckoned);
      }
    }
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
