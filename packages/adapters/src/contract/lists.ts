import assert from 'node:assert/strict';
import type { CaseQuery, CaseRow, CaseStore, Filter } from '@bihuan/core';
import { all, batchOf, elsewhere, fill, here, type Promised } from './sample-cases.ts';

const ids = async (store: CaseStore, query: CaseQuery): Promise<string> => (await store.list(here, query)).rows.map(({ id }) => id).join(' ');

/** Each filter finds what the table says; and count, total and states agree with the list. */
async function finds(store: CaseStore, table: readonly (readonly [on: string, op: Filter['op'], value: Filter['value'], found: string])[]): Promise<void> {
  for (const [on, op, value, found] of table) {
    const query: CaseQuery = { where: [{ on, op, value }] };
    const title = `${on} ${op} ${JSON.stringify(value)}`;
    assert.equal(await ids(store, query), found, title);
    assert.equal(await store.count(here, query), found ? found.split(/ (?=\S)/).length : 0, title);
  }
}
const rows = (table: Readonly<Record<string, Partial<CaseRow>>>) => Object.fromEntries(Object.entries(table).map(([id, row]) => [id, { row }]));

/** Lists, counts and streams: which cases, in which order, which stretch of them. */
export const lists: readonly Promised[] = [
  { promise: 'every filter works on every column of the row', async check(store) {
    await fill(store, rows({
      c1: { step: '受理', kind: 'a', due: 10, ended: null, broken: false, ending: null },
      c2: { step: '办理', kind: 'b', due: 20, ended: 5, broken: true, ending: 'struck-off', outcome: 'done', method: 'm2', source: 'app', home: 'g2', holder: 's2', warn: 15, next: 3, opened: 1, search: 'find me' },
      c3: { step: '办理', kind: 'c', due: null, ended: 0, broken: false, ending: '' },
    }));
    await finds(store, [
      ['step', 'is', '办理', 'c2 c3'], ['step', 'not', '办理', 'c1'], ['step', 'in', ['受理', 'x'], 'c1'], ['step', 'in', [], ''], ['step', 'is', 1, ''],
      ['due', 'is', 20, 'c2'], ['due', 'is', '20', ''], ['due', 'not', 20, 'c1 c3'], ['due', 'not', '20', 'c1 c2 c3'], ['due', 'is', null, 'c3'], ['due', 'not', null, 'c1 c2'],
      ['due', 'min', 10, 'c1 c2'], ['due', 'above', 10, 'c2'], ['due', 'max', 10, 'c1'], ['due', 'below', 20, 'c1'], ['due', 'max', 'zzz', ''], ['due', 'min', null, ''],
      ['due', 'in', [20, 10, '5', true], 'c1 c2'], ['due', 'known', true, 'c1 c2'], ['due', 'known', false, 'c3'],
      ['ended', 'known', true, 'c2 c3'], ['ended', 'is', 0, 'c3'], ['ending', 'is', '', 'c3'], ['ending', 'known', false, 'c1'], ['ending', 'not', 'struck-off', 'c1 c3'],
      ['broken', 'is', true, 'c2'], ['broken', 'not', true, 'c1 c3'], ['broken', 'is', 1, ''], ['broken', 'in', [true, false], 'c1 c2 c3'], ['broken', 'min', true, 'c2'],
      ['kind', 'min', 'b', 'c2 c3'], ['kind', 'below', 'b', 'c1'], ['id', 'above', 'c1', 'c2 c3'], ['version', 'is', 1, 'c1 c2 c3'],
      ['method', 'is', 'm2', 'c2'], ['source', 'is', 'app', 'c2'], ['home', 'is', 'g2', 'c2'], ['holder', 'is', 's2', 'c2'], ['outcome', 'is', 'done', 'c2'],
      ['warn', 'is', 15, 'c2'], ['next', 'is', 3, 'c2'], ['opened', 'is', 1, 'c2'], ['search', 'is', 'find me', 'c2'],
    ]);
  } },
  { promise: 'every filter works on values, text with text, number with number, yes-no with yes-no', async check(store) {
    await fill(store, rows({
      t1: { values: { 'field.x': '修复' } }, t2: { values: { 'field.x': '10' } }, n1: { values: { 'field.x': 10 } }, n2: { values: { 'field.x': 9.5 } }, n3: { values: { 'field.x': 1 } },
      b1: { values: { 'field.x': true } }, b2: { values: { 'field.x': false } }, z1: { values: { 'field.x': null, 'field.y': 10 } }, z2: {},
    }));
    await finds(store, [
      ['field.x', 'is', '10', 't2'], ['field.x', 'is', 10, 'n1'], ['field.x', 'is', true, 'b1'], ['field.x', 'is', false, 'b2'], ['field.x', 'is', 1, 'n3'],
      ['field.x', 'is', null, 'z1 z2'], ['field.x', 'not', null, 'b1 b2 n1 n2 n3 t1 t2'], ['field.x', 'not', 10, 'b1 b2 n2 n3 t1 t2 z1 z2'], ['field.x', 'not', '修复', 'b1 b2 n1 n2 n3 t2 z1 z2'],
      ['field.x', 'in', [10, '10', true], 'b1 n1 t2'], ['field.x', 'in', [], ''], ['field.x', 'min', 9.5, 'n1 n2'], ['field.x', 'above', 9.5, 'n1'], ['field.x', 'max', 9.5, 'n2 n3'], ['field.x', 'below', 9.5, 'n3'],
      ['field.x', 'min', '2', 't1'], ['field.x', 'max', '2', 't2'], ['field.x', 'max', true, 'b1 b2'], ['field.x', 'below', true, 'b2'], ['field.x', 'min', null, ''],
      ['field.x', 'known', true, 'b1 b2 n1 n2 n3 t1 t2'], ['field.x', 'known', false, 'z1 z2'], ['field.y', 'is', 10, 'z1'], ['field.none', 'known', true, ''], ['field.none', 'not', 1, 'b1 b2 n1 n2 n3 t1 t2 z1 z2'],
      ['values', 'known', true, ''], ['awaited', 'known', true, ''], ["x' or 1=1 --", 'is', 'a', ''], ['constructor', 'known', true, ''],
    ]);
  } },
  { promise: 'like and search find a part of a text, Chinese too, without regard to ASCII case, with % and _ as they stand', async check(store) {
    await fill(store, rows({
      c1: { search: '地基下陷 Street-A', values: { t: '完成100%' } }, c2: { search: '地基_下陷 street-b', values: { t: '完成1000' } }, c3: { search: '🙂 a\\b', values: { t: '100_000' } }, c4: { search: '', values: { t: 100 } },
    }));
    const found: readonly (readonly [string, string])[] = [['地基', 'c1 c2'], ['基下', 'c1'], ['STREET-a', 'c1'], ['_', 'c2'], ['%', ''], ['🙂', 'c3'], ['a\\b', 'c3'], ['\\', 'c3'], ['下地', ''], ['', 'c1 c2 c3 c4']];
    for (const [search, expected] of found) assert.equal(await ids(store, { search }), expected, search);
    await finds(store, [['t', 'like', '100%', 'c1'], ['t', 'like', '100', 'c1 c2 c3'], ['t', 'like', '100_', 'c3'], ['t', 'like', 100, ''], ['search', 'like', 'STREET', 'c1 c2'], ['due', 'like', '1', '']]);
  } },
  { promise: 'search finds words of two signs and of more as a text has them now, in its own tenant', async check(store) {
    await fill(store, rows({ c1: { search: '小区井盖缺失，请尽快处理' }, c2: { search: '井边的盖子' }, c3: { search: '路灯' } }));
    await store.append(batchOf('c1', { tenant: elsewhere, row: { search: '井盖' } }));
    assert.deepEqual([await ids(store, { search: '井盖' }), await ids(store, { search: '井盖缺失' }), await ids(store, { search: '失，请' }), await ids(store, { search: '盖井' })], ['c1', 'c1', 'c1', '']);
    await store.append(batchOf('c1', { expected: 1, row: { search: '小区井圈缺失，已补' } }));
    await store.append(batchOf('c3', { expected: 1, row: { search: '路灯与井盖' } }));
    assert.deepEqual([await ids(store, { search: '井盖' }), await ids(store, { search: '已补' }), await ids(store, { search: '路灯', within: 'grid-1' }), await store.count(here, { search: '缺失' })], ['c3', 'c1', 'c3', 1]);
  } },
  { promise: 'texts that differ only in case, in an accent or in a blank at the end are different, also as ids and keys; however long they are, they are found', async check(store) {
    const long = '路'.repeat(10_000);
    await fill(store, rows({ c1: { values: { t: 'a' } }, C1: { values: { t: 'A' } }, 'c1 ': { values: { t: 'a ' } }, c2: { values: { t: 'á' } }, c3: { values: { t: long } }, c4: { values: { t: `${long}b` }, search: long } }));
    await finds(store, [
      ['t', 'is', 'a', 'c1'], ['t', 'is', 'A', 'C1'], ['t', 'is', 'a ', 'c1 '], ['t', 'is', 'á', 'c2'], ['t', 'in', ['A', 'á'], 'C1 c2'], ['id', 'is', 'c1', 'c1'], ['id', 'is', 'c1 ', 'c1 '],
      ['t', 'is', long, 'c3'], ['t', 'min', long, 'c3 c4'], ['t', 'above', long, 'c4'], ['t', 'below', `${long}b`, 'C1 c1 c1  c2 c3'], ['t', 'max', `${long}b`, 'C1 c1 c1  c2 c3 c4'], ['t', 'like', '路b', 'c4'],
      ['t', 'in', [long, 'x'], 'c3'], ['t', 'not', long, 'C1 c1 c1  c2 c4'], ['search', 'is', long, 'c4'],
    ]);
    assert.equal((await all(store.states(here, { where: [{ on: 't', op: 'is', value: 'a ' }] })))[0]?.id, 'c1 ');
  } },
  { promise: 'what no text should hold, and numbers beyond any column, break nothing', async check(store) {
    const odd = 'a\0b\u007f';
    await fill(store, rows({ c1: { search: odd, values: { t: odd, n: 1e300 } }, c2: { values: { n: -1e300 } } }));
    assert.equal(await ids(store, { search: odd }), 'c1');
    await finds(store, [['t', 'is', odd, 'c1'], ['t', 'like', 'A\0B', 'c1'], ['version', 'is', 1.5, ''], ['version', 'max', 1e15, 'c1 c2'], ['version', 'above', -1e300, 'c1 c2'], ['due', 'below', 1e300, ''], ['n', 'is', 1e300, 'c1'], ['n', 'below', 0, 'c2'], ['broken', 'is', 3, '']]);
    assert.deepEqual((await store.list(here, {})).rows[0]!.values, { t: odd, n: 1e300 });
  } },
  { promise: 'units, posts and entries of registers are in no list of cases, and cases in no list of subjects', async check(store) {
    await fill(store, {
      'c1': { row: { due: 2, values: { v: 1 } } }, 'c2': { row: { due: 1 } }, 'unit:grid-1': { row: { kind: 'grid', subject: true, due: 0, values: { v: 1 }, awaited: [{ what: 'x', person: 'zhang' }] } },
      'household-000002': { row: { kind: 'household', subject: true, within: ['grid-2'] } }, 'household-000001': { row: { kind: 'household', subject: true, next: 1 } },
    });
    const household = [{ on: 'kind', op: 'is', value: 'household' }] as const;
    for (const [query, found] of [
      [{}, 'c1 c2'], [{ of: 'cases', sort: [{ by: 'due', order: 'asc' }] }, 'c2 c1'], [{ of: 'subjects' }, 'household-000001 household-000002 unit:grid-1'],
      [{ of: 'subjects', where: household }, 'household-000001 household-000002'], [{ of: 'subjects', where: household, within: 'grid-2' }, 'household-000002'], [{ where: household }, ''],
      [{ of: 'subjects', sort: [{ by: 'due', order: 'asc' }], limit: 1 }, 'unit:grid-1'], [{ where: [{ on: 'v', op: 'is', value: 1 }] }, 'c1'], [{ awaits: { person: 'zhang', posts: [] } }, ''],
      [{ of: 'subjects', awaits: { person: 'zhang', posts: [] }, actedBy: 'wang' }, 'unit:grid-1'], [{ where: [{ on: 'subject', op: 'is', value: true }] }, ''], [{ within: 'grid-1', search: '' }, 'c1 c2'],
    ] as const) {
      assert.equal(await ids(store, query), found, JSON.stringify(query));
      assert.deepEqual((await all(store.states(here, query))).map(({ id }) => id).join(' '), found, JSON.stringify(query));
    }
    assert.deepEqual([await store.count(here, {}), await store.count(here, { of: 'subjects' }), (await store.list(here, { limit: 1 })).total], [2, 3, 2]);
    assert.equal((await store.list(here, { of: 'subjects', where: household })).rows[0]?.subject, true);
    assert.deepEqual(await store.due(here, 9, 9), [{ caseId: 'household-000001', at: 1 }], 'what has duties falls due like a case');
  } },
  { promise: 'all of several conditions hold', async check(store) {
    await fill(store, {
      c1: { row: { step: 'a', within: ['g1', 's1'], search: 'x', values: { v: 1 } } }, c2: { row: { step: 'a', within: ['g2', 's1'], search: 'x', values: { v: 2 } } },
      c3: { row: { step: 'b', within: ['g2', 's1'], search: 'x', values: { v: 2 } } }, c4: { row: { step: 'a', within: ['g9'], search: 'x', values: { v: 2 } } },
    });
    const query: CaseQuery = { where: [{ on: 'step', op: 'is', value: 'a' }, { on: 'v', op: 'min', value: 1 }, { on: 'v', op: 'above', value: 1 }], within: 's1', search: 'X', actedBy: 'wang' };
    assert.equal(await ids(store, query), 'c2');
  } },
  { promise: 'within finds the cases at home in a unit or below it', async check(store) {
    await fill(store, rows({ c1: { within: ['网格一', '街道', '区'] }, c2: { within: ['网格二', '街道', '区'] }, c3: { within: ['区'] }, c4: { within: [] } }));
    for (const [within, found] of [['网格一', 'c1'], ['街道', 'c1 c2'], ['区', 'c1 c2 c3'], ['别处', '']] as const) assert.equal(await ids(store, { within }), found, within);
  } },
  { promise: 'awaits finds the cases that await a person, a role at a unit that the person holds, or a unit in which the person holds any', async check(store) {
    await fill(store, rows({
      c1: { awaited: [{ what: 'a', person: 'zhang' }] }, c2: { awaited: [{ what: 'a', role: 'leader', unit: 's1' }] }, c3: { awaited: [{ what: 'a', role: 'leader', unit: 's2' }, { what: 'b', person: 'li' }] },
      c4: { awaited: [{ what: 'a', person: 'li', role: 'leader', unit: 's1' }] }, c5: { awaited: [{ what: 'reporter' }, { what: 'role', role: 'leader' }] }, c6: {}, c7: { awaited: [{ what: 'ask', unit: 'station' }] },
    }));
    const leader = { role: 'leader', unit: 's1' };
    assert.equal(await ids(store, { awaits: { person: 'zhang', posts: [] } }), 'c1');
    assert.equal(await ids(store, { awaits: { person: 'zhang', posts: [leader] } }), 'c1 c2', 'a row that names a person waits for that person only');
    assert.equal(await ids(store, { awaits: { person: 'wu', posts: [leader, { role: 'leader', unit: 's2' }] } }), 'c2 c3');
    assert.equal(await ids(store, { awaits: { person: 'wu', posts: [{ role: 'clerk', unit: 's1' }, { role: 'leader', unit: 's9' }] } }), '');
    assert.equal(await ids(store, { awaits: { person: 'wu', posts: [{ role: 'clerk', unit: 'station' }] } }), 'c7', 'a unit without a role waits for whoever holds a post there');
    assert.equal(await ids(store, { awaits: { person: 'li', posts: [] } }), 'c3 c4');
    assert.equal(await store.count(here, { awaits: { person: 'li', posts: [leader] } }), 3);
  } },
  { promise: 'actedBy finds the cases in which a person has ever acted', async check(store) {
    await fill(store, { c1: { person: 'zhang' }, c2: { person: 'li' }, c3: { person: 'zhang' } });
    await store.append(batchOf('c2', { expected: 1, person: 'zhang' }));
    await store.append(batchOf('c3', { expected: 1, person: 'zhang' }));
    assert.equal(await ids(store, { actedBy: 'zhang' }), 'c1 c2 c3');
    assert.equal(await ids(store, { actedBy: 'li' }), 'c2');
    assert.equal(await ids(store, { actedBy: 'nobody' }), '');
  } },
  { promise: 'sorts by any column or value, missing ones last, ties by id', async check(store) {
    await fill(store, rows({
      c5: { due: 20, values: { n: 10, t: '乙' } }, c4: { due: null, values: { n: 9, t: '甲' } }, c3: { due: 10, values: { n: 10 } }, c2: { due: null, values: { t: 'a' } }, c1: { due: 20, values: { n: -1.5, t: '🙂' } }, c0: { due: 5, broken: true, values: { n: 10, t: '' } },
    }));
    const sorted = (...sort: NonNullable<CaseQuery['sort']>) => ids(store, { sort });
    assert.equal(await ids(store, {}), 'c0 c1 c2 c3 c4 c5');
    assert.equal(await sorted({ by: 'id', order: 'desc' }), 'c5 c4 c3 c2 c1 c0');
    assert.equal(await sorted({ by: 'due', order: 'asc' }), 'c0 c3 c1 c5 c2 c4');
    assert.equal(await sorted({ by: 'due', order: 'desc' }), 'c1 c5 c3 c0 c2 c4');
    assert.equal(await sorted({ by: 'n', order: 'asc' }), 'c1 c4 c0 c3 c5 c2');
    assert.equal(await sorted({ by: 'n', order: 'desc' }, { by: 'due', order: 'desc' }), 'c5 c3 c0 c4 c1 c2');
    assert.equal(await sorted({ by: 't', order: 'asc' }), 'c0 c2 c5 c4 c1 c3', 'texts by code point');
    assert.equal(await sorted({ by: 't', order: 'desc' }), 'c1 c4 c5 c2 c0 c3');
    assert.equal(await sorted({ by: 'broken', order: 'desc' }, { by: 'n', order: 'asc' }, { by: 't', order: 'asc' }), 'c0 c1 c4 c5 c3 c2');
    assert.equal(await sorted({ by: 'nothing', order: 'asc' }), 'c0 c1 c2 c3 c4 c5');
  } },
  { promise: 'a stretch and the total of all are right, also past the end, and without a limit all come', async check(store) {
    const many = Array.from({ length: 60 }, (_, i) => `c${String(i).padStart(2, '0')}`);
    await fill(store, Object.fromEntries(many.map((id, i) => [id, { row: { opened: i, kind: i % 2 ? 'odd' : 'even' } }])));
    assert.equal((await store.list(here, {})).rows.length, 60, 'no default page size');
    const stretch = async (offset?: number, limit?: number) => {
      const { rows: found, total } = await store.list(here, { where: [{ on: 'kind', op: 'is', value: 'odd' }], sort: [{ by: 'opened', order: 'desc' }], ...(offset !== undefined && { offset }), ...(limit !== undefined && { limit }) });
      return [found.length, found[0]?.opened, total];
    };
    assert.deepEqual(await stretch(0, 25), [25, 59, 30]);
    assert.deepEqual(await stretch(25, 25), [5, 9, 30]);
    assert.deepEqual(await stretch(30, 25), [0, undefined, 30]);
    assert.deepEqual(await stretch(1000, 25), [0, undefined, 30]);
    assert.deepEqual(await stretch(28), [2, 3, 30]);
    assert.deepEqual(await stretch(0, 0), [0, undefined, 30]);
    assert.equal(await store.count(here, { offset: 28, limit: 1 }), 60, 'a count is of all');
  } },
  { promise: 'a page goes on where the last one ended, whatever has come before it since, and its total is of all', async check(store) {
    await fill(store, rows({ c1: { due: 1 }, c2: { due: 2 }, c3: { due: 2, ended: 9 }, c4: { due: 3 }, c5: { due: null }, c6: { due: null } }));
    const page = async (after?: CaseQuery['after']) => { const { rows: found, total } = await store.list(here, { sort: [{ by: 'due', order: 'asc' }], limit: 2, ...(after && { after }) }); return [...found.map(({ id }) => id), total].join(' '); };
    assert.equal(await page(), 'c1 c2 6');
    await fill(store, rows({ c0: { due: 0 } }));
    assert.deepEqual([await page({ by: [2], id: 'c2' }), await page({ by: [3], id: 'c4' }), await page({ by: [null], id: 'c6' })], ['c3 c4 7', 'c5 c6 7', '7']);
    assert.equal((await all(store.states(here, { sort: [{ by: 'opened', order: 'desc' }], after: { by: [1_700_000_000_000], id: 'c4' } }))).map(({ id }) => id).join(' '), 'c5 c6');
  } },
  { promise: 'states streams the states in the order of the query', async check(store) {
    await fill(store, { c1: { row: { due: 3 } }, c2: { row: { due: 1 }, state: { step: '办理' } }, c3: { row: { due: 2 } }, c4: { row: { due: 9 } } });
    const query: CaseQuery = { where: [{ on: 'due', op: 'below', value: 9 }], sort: [{ by: 'due', order: 'asc' }] };
    const states = await all(store.states(here, query));
    assert.deepEqual(states.map(({ id }) => id), ['c2', 'c3', 'c1']);
    assert.deepEqual(states[0], await store.read(here, 'c2'));
    assert.deepEqual((await all(store.states(here, { ...query, offset: 1, limit: 1 }))).map(({ id }) => id), ['c3']);
    const seen: string[] = [];
    for await (const { id } of store.states(here, query)) {
      seen.push(id);
      if (seen.length === 1) assert.deepEqual(await store.append(batchOf('c1', { expected: 1, row: { due: 3 } })), { ok: true }, 'writing goes on meanwhile');
      if (seen.length === 2) break;
    }
    assert.deepEqual(seen, ['c2', 'c3']);
  } },
];
