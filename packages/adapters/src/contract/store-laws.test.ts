import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Appended, Batch, CaseStore } from '@bihuan/core';
import { memoryStore } from '../memory/index.ts';
import { openSqlite, sqliteStore } from '../sqlite/index.ts';
import { databaseStores } from './databases.fixture.ts';
import { batchOf, claimOf, followOf, here, keyOf, periodOf, together, writeOf } from './sample-cases.ts';

const stores: readonly (readonly [string, () => CaseStore])[] = [['memory', memoryStore], ['sqlite', () => sqliteStore(openSqlite(':memory:'))], ...await databaseStores()];

const caseId = fc.constantFrom('c1', 'c2', 'c3', 'c4');
const count = fc.record({ of: fc.constantFrom('post:a', 'post:b'), period: fc.constantFrom('2021-11', ''), add: fc.constantFrom(1, 1, 2, -1), max: fc.constantFrom(0, 1, 2, 4) }, { requiredKeys: ['of', 'period', 'add'] });
const follow = fc.record({ id: fc.constantFrom('f1', 'f2', 'f3', 'f4'), at: fc.constantFrom(1, 2, 3) });

/** A command as a law draws it: `stale` cases are written at a version that is not theirs. */
const command = fc.record({
  cases: fc.uniqueArray(fc.record({ id: caseId, events: fc.integer({ min: 1, max: 2 }), stale: fc.nat(9).map((n) => n === 0) }), { selector: ({ id }) => id, minLength: 1, maxLength: 3 }),
  counts: fc.array(count, { maxLength: 3 }), follows: fc.array(follow, { maxLength: 3 }), key: fc.option(fc.constantFrom('k1', 'k2', 'k3'), { nil: undefined }),
});
const step = fc.oneof({ weight: 4, arbitrary: command }, { weight: 1, arbitrary: fc.record({ done: follow.map(({ id }) => id) }) });

/** A store as the port's words say it, as plainly as they can be said. */
class PlainStore {
  readonly versions = new Map<string, number>();
  readonly counts = new Map<string, number>();
  readonly keys = new Set<string>();
  follows: { id: string; at: number }[] = [];

  /** Why it refuses, or nothing. */
  append({ writes, counts = [], follows = [], key }: Batch): Exclude<Appended, { ok: true }>['why'] | undefined {
    if (key && this.keys.has(key.key)) return 'key';
    if (writes.some((write) => this.version(write.caseId) !== write.expected)) return 'version';
    const after = new Map(this.counts);
    for (const { of, period, add, max } of counts) {
      const value = (after.get(`${of} ${period}`) ?? 0) + add;
      if (add > 0 && max !== undefined && value > max) return 'count';
      after.set(`${of} ${period}`, value);
    }
    for (const write of writes) this.versions.set(write.caseId, write.state.version);
    for (const [name, value] of after) this.counts.set(name, value);
    for (const each of follows) if (!this.follows.some(({ id }) => id === each.id)) this.follows.push(each);
    if (key) this.keys.add(key.key);
    return undefined;
  }

  version(id: string): number { return this.versions.get(id) ?? 0; }
}

/** All that anybody can see of a store. */
const seenOf = async (store: CaseStore) => ({
  versions: Object.fromEntries((await store.list(here, {})).rows.map(({ id, version }) => [id, version])),
  events: Object.fromEntries(await Promise.all(['c1', 'c2', 'c3', 'c4'].map(async (id) => [id, (await store.history(here, id)).length] as const))),
  counts: Object.fromEntries((await Promise.all(['2021-11', ''].map(async (period) => [...await store.counts(here, '认领', period)].map(([of, value]) => [`${of} ${period}`, value] as const)))).flat()),
  follows: (await store.followUps(here, 99)).map(({ id }) => id),
  keys: (await Promise.all(['k1', 'k2', 'k3'].map(async (key) => (await store.recall(here, key) ? [key] : [])))).flat(),
});
const seenOfPlain = (plain: PlainStore): Awaited<ReturnType<typeof seenOf>> => ({
  versions: Object.fromEntries(plain.versions), events: Object.fromEntries(['c1', 'c2', 'c3', 'c4'].map((id) => [id, plain.version(id)])), counts: Object.fromEntries(plain.counts),
  follows: plain.follows.toSorted((a, b) => a.at - b.at).map(({ id }) => id), keys: [...plain.keys].sort(),
});

describe.each(stores)('%s store', (_, open) => {
  it('any commands over any cases leave what a plain reading of the port says, and a refused one leaves nothing', () => fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const [store, plain] = [open(), new PlainStore()];
      for (const each of steps) {
        if ('done' in each) {
          plain.follows = plain.follows.filter(({ id }) => id !== each.done);
          await store.followed(here, each.done);
        } else {
          const [first, ...rest] = each.cases.map(({ id, events, stale }) => writeOf(id, { events, expected: plain.version(id) + (stale ? 1 : 0) }));
          const batch = together([first!, ...rest], {
            counts: each.counts.map((one) => claimOf(one.of, one)), follows: each.follows.map(({ id, at }) => followOf(id, { at })), ...(each.key && { key: keyOf(each.key) }),
          });
          const appended = await store.append(batch);
          expect(appended.ok ? undefined : appended.why).toBe(plain.append(batch));
        }
        expect(await seenOf(store)).toEqual(seenOfPlain(plain));
      }
      await store.close();
    }), { numRuns: 60 }), 60_000);

  it('of claims at once, of whatever size and by however many, no counter ever passes its most, and it stands at the sum of those that passed', () => fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 12 }), fc.array(fc.record({ of: fc.constantFrom('post:a', 'post:b'), add: fc.integer({ min: 1, max: 4 }) }), { maxLength: 20 }), async (max, claims) => {
      const store = open();
      const answers = await Promise.all(claims.map(({ of, add }, i) => store.append(batchOf(`c${i}`, { counts: [claimOf(of, { add, max })] }))));
      const counts = await store.counts(here, '认领', '2021-11');
      for (const of of ['post:a', 'post:b']) {
        const sum = claims.reduce((total, claim, i) => total + (claim.of === of && answers[i]!.ok ? claim.add : 0), 0);
        expect(counts.get(of) ?? 0).toBe(sum);
        expect(sum).toBeLessThanOrEqual(max);
        claims.forEach((claim, i) => { if (claim.of === of && !answers[i]!.ok) expect(sum + claim.add, 'only what would have passed it was refused').toBeGreaterThan(max); });
      }
      expect(await store.count(here, {})).toBe(answers.filter(({ ok }) => ok).length);
      await store.close();
    }), { numRuns: 60 }), 60_000);

  it('a closed period is what it was closed with first, however often and in whatever order it is closed again', () => fc.assert(
    fc.asyncProperty(fc.array(fc.array(fc.record({ of: fc.constantFrom('a', 'b', 'é', '🙂', '\uffee'), period: fc.constantFrom('2021-11', '2021-12'), count: fc.nat(3), met: fc.boolean() }), { maxLength: 4 }), { maxLength: 6 }), async (calls) => {
      const store = open();
      const first = new Map<string, ReturnType<typeof periodOf>>();
      for (const call of calls) {
        const periods = call.map((each) => periodOf(each.of, each));
        for (const period of periods) if (!first.has(`${period.period} ${period.of}`)) first.set(`${period.period} ${period.of}`, period);
        await store.closePeriods(here, periods);
      }
      const utf8 = (text: string) => Buffer.from(text);
      expect(await store.closedPeriods(here, { norm: '走访' })).toEqual([...first].sort(([a], [b]) => Buffer.compare(utf8(a), utf8(b))).map(([, period]) => period));
      await store.close();
    }), { numRuns: 60 }), 60_000);
});
