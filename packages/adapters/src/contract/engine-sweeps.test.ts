import { describe, expect, it } from 'vitest';
import type { CaseStore } from '@bihuan/core';
import { assign, at, engineOn, report, stores } from './engine-street.fixture.ts';

/** Cases whose light comes on and that break their limit by 20 November, if nobody does anything. */
async function backlog(store: CaseStore, cases: number): Promise<readonly string[]> {
  const engine = engineOn(store);
  const ids: string[] = [];
  for (let n = 0; n < cases; n++) {
    const id = await report(engine, '11-01 09:00');
    await assign(engine, id, '11-01 10:00');
    ids.push(id);
  }
  return ids;
}
const broken = async (store: CaseStore, ids: readonly string[]): Promise<readonly number[]> =>
  Promise.all(ids.map(async (id) => (await store.history('default', id)).flatMap(({ changes }) => changes).filter((change) => change.type === 'clock' && change.how === 'broken').length));

describe.each(stores)('several that sweep at once, on %s', (_, open) => {
  it('let everything happen exactly once between them, whoever comes first', async () => {
    const store = open();
    const ids = await backlog(store, 24);
    const reports = await Promise.all([1, 2, 3, 4].map((worker) => engineOn(store).tick(at('11-20 10:00'), { worker })));
    expect(reports.reduce((sum, { events }) => sum + events, 0), 'a warning and the limit broken').toBe(48);
    expect(await broken(store, ids)).toEqual(ids.map(() => 1));
    expect(await engineOn(store).tick(at('11-20 10:00'))).toEqual({ cases: 0, events: 0, more: false, conflicts: 0 });
    await store.close();
  });

  it('one that stops between reading and writing leaves nothing behind: the next sweep does all of it', async () => {
    const store = open();
    const ids = await backlog(store, 6);
    let writes = 0;
    const failing: CaseStore = { ...store, append: (batch) => (++writes > 2 ? Promise.reject(new Error('the plug is pulled')) : store.append(batch)) };
    await expect(engineOn(failing).tick(at('11-20 10:00'), { worker: 1 })).rejects.toThrow('the plug is pulled');
    expect(await engineOn(store).tick(at('11-20 10:00'), { worker: 2 })).toEqual({ cases: 4, events: 8, more: false, conflicts: 0 });
    expect(await broken(store, ids)).toEqual(ids.map(() => 1));
    await store.close();
  });

  it('one that waits on a case holds up nobody else', async () => {
    const store = open();
    const ids = await backlog(store, 6);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => { release = resolve; });
    const slow: CaseStore = { ...store, append: async (batch) => { await held; return store.append(batch); } };
    const waiting = engineOn(slow).tick(at('11-20 10:00'), { worker: 1 });
    expect(await engineOn(store).tick(at('11-20 10:00'), { worker: 2 })).toEqual({ cases: 6, events: 12, more: false, conflicts: 0 });
    release();
    expect(await waiting, 'what it had in hand is refused by its version').toMatchObject({ events: 0, conflicts: 1 });
    expect(await broken(store, ids)).toEqual(ids.map(() => 1));
    await store.close();
  });
});
