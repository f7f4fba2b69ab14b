import { expect, it } from 'vitest';
import type { CaseStore, Engine, LooseMethod } from '@bihuan/core';
import { assign, at, done, engineOn, report, settle, stores, street } from './engine-street.fixture.ts';

const next = { ...street, version: '1.1.0', metrics: { ...street.metrics, topics: { label: '各类', by: { field: 'topic' } } } } as unknown as LooseMethod;

/** How many times all cases were walked over. */
const watched = (store: CaseStore) => {
  const walks = { n: 0 };
  return { walks, store: { ...store, states: (...[tenant, query]: Parameters<CaseStore['states']>) => { if (!query.where?.some(({ on }) => on === 'id')) walks.n += 1; return store.states(tenant, query); } } };
};
const figure = async (engine: Engine, name: string) => {
  const result = await engine.metric(name, { at: at('11-30 10:00') });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return { count: result.value.count, groups: result.value.groups?.map(({ value, count }) => [value, count]) };
};

it.each(stores)('on %s a metric that a new version adds is read from the cases until they have been written anew, and then from entries: no event is written', async (_, open) => {
  const store = open();
  const first = engineOn(store);
  const ids = [await report(first, '11-01 09:00'), await report(first, '11-01 09:01', { topic: 'water' }), await report(first, '11-01 09:02')];
  await assign(first, ids[0]!, '11-01 10:00');
  const { walks, store: seen } = watched(store);
  const both = engineOn(seen, [street as unknown as LooseMethod, next]);
  const topics = { count: 3, groups: [['road', 2], ['water', 1]] };

  expect([await figure(both, 'topics'), walks.n]).toEqual([topics, 1]);
  const before = await Promise.all(ids.map((id) => store.history('default', id)));
  const rows = await store.list('default', {});
  expect(await both.reproject({ limit: 2 })).toEqual({ cases: 2, left: 0, more: true });
  expect([await figure(both, 'topics'), walks.n], 'one that is left is enough').toEqual([topics, 2]);
  expect(await both.reproject()).toEqual({ cases: 1, left: 0, more: false });
  expect([await figure(both, 'topics'), walks.n]).toEqual([topics, 2]);
  expect(await Promise.all(ids.map((id) => store.history('default', id)))).toEqual(before);
  expect(await store.list('default', {})).toEqual(rows);
  expect(await both.reproject()).toEqual({ cases: 0, left: 0, more: false });

  // Somebody who still runs the old version alone writes to a case: it is found again.
  await settle(first, ids[0]!, '11-03 10:00');
  expect([await figure(both, 'topics'), walks.n]).toEqual([topics, 3]);
  await report(both, '11-04 10:00', { topic: 'water' });
  expect(await both.reproject()).toEqual({ cases: 1, left: 0, more: false });
  expect([(await figure(both, 'topics')).count, walks.n]).toEqual([4, 3]);
  await store.close();
});

it('a case whose version is not there stays as it was, and is told', async () => {
  const [, open] = stores[0]!;
  const store = open();
  const old = engineOn(store);
  done(await old.open({ source: 'desk', fields: { content: '漏水', topic: 'water' } } as Parameters<Engine['open']>[0], { by: 'wang', at: at('11-01 09:00') }));
  const only = engineOn(store, [next]);
  expect(await only.reproject()).toEqual({ cases: 0, left: 1, more: false });
  expect((await figure(only, 'topics')).count).toBe(1);
  await store.close();
});
