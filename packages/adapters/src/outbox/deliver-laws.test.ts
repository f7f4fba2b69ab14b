import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseStore } from '@bihuan/core';
import { databaseStores } from '../contract/databases.fixture.ts';
import { batchOf, here } from '../contract/sample-cases.ts';
import { memoryStore } from '../memory/index.ts';
import { openSqlite, sqliteStore } from '../sqlite/index.ts';
import { deadLetters, deliver, sendAgain } from './index.ts';

const consumers = ['one', 'two'];
const stores: readonly (readonly [string, () => CaseStore])[] = [['memory', () => memoryStore({ consumers })], ['sqlite', () => sqliteStore(openSqlite(':memory:'), { consumers })], ...await databaseStores({ consumers })];

const start = 1_800_000_000_000;
/** What happens in a run: events are written, workers pass (each attempt taken in, refused, or taken in by one that dies before it says so), time goes by, dead letters are sent again. */
const step = fc.oneof(
  fc.record({ write: fc.constantFrom('c1', 'c2', 'c3'), events: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ passes: fc.array(fc.record({ consumer: fc.constantFrom(...consumers), fates: fc.array(fc.constantFrom('taken', 'taken', 'refused', 'died'), { minLength: 1, maxLength: 4 }) }), { minLength: 1, maxLength: 3 }), writes: fc.boolean() }),
  fc.record({ later: fc.constantFrom(1, 500, 5000, 70_000) }),
);

describe.each(stores)('%s', (_, open) => {
  it('whatever fails and whoever dies, every consumer is told every event at least once, each for the first time only after all that went before it in its case', () => fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const store = open();
      const versions = new Map<string, number>();
      const taken = new Map<string, number[]>();
      let now = start;
      const write = async (id: string, events: number) => {
        const expected = versions.get(id) ?? 0;
        expect(await store.append(batchOf(id, { expected, events }))).toEqual({ ok: true });
        versions.set(id, expected + events);
      };
      const pass = (consumer: string, fates: readonly string[]) => {
        let [tried, gone] = [0, false];
        // A worker that has died moves nothing any more.
        const worker: CaseStore = { ...store, moveLane: async (...move) => (gone ? false : store.moveLane(...move)) };
        return deliver({ store: worker, tenant: here, consumer, now: () => now, batch: 2, attempts: 3, wait: () => 400, send: async ({ caseId, seq }) => {
          const fate = gone ? 'died' : fates[tried++ % fates.length];
          if (fate === 'refused') return { ok: false, reason: 'no' };
          if (!gone) taken.set(`${consumer} ${caseId}`, [...taken.get(`${consumer} ${caseId}`) ?? [], seq]);
          gone ||= fate === 'died';
          return undefined;
        } });
      };
      for (const each of steps) {
        if ('write' in each) await write(each.write, each.events);
        else if ('later' in each) now += each.later;
        else await Promise.all([...each.passes.map(({ consumer, fates }) => pass(consumer, fates)), ...(each.writes ? [write('c2', 1)] : [])]);
      }
      for (let rounds = 0; rounds < 200; rounds++, now += 70_000) {
        let idle = true;
        for (const consumer of consumers) {
          for (const { caseId, seq } of await deadLetters({ store, tenant: here, consumer })) { idle = false; await sendAgain({ store, tenant: here, consumer, caseId, seq, now }); }
          if ((await pass(consumer, ['taken'])).delivered > 0) idle = false;
        }
        if (idle && rounds > 1) break;
      }
      for (const consumer of consumers) for (const [id, version] of versions) {
        const seqs = taken.get(`${consumer} ${id}`) ?? [];
        expect([...new Set(seqs)], `${consumer} ${id}: in order, none left out`).toEqual(Array.from({ length: version }, (__, i) => i + 1));
        seqs.forEach((seq, i) => { if (i > 0) expect([seqs[i - 1]! + 1, seqs[i - 1]!], 'only the event that was not acknowledged comes again').toContain(seq); });
        expect(await store.takeLanes(here, consumer, { now: now + 1e9, until: now + 2e9, limit: 9 })).toEqual([]);
      }
      await store.close();
    }), { numRuns: 30 }), 100_000);
});
