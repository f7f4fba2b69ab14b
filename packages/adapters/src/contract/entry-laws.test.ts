import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createEngine, directoryOfCast, embeddedDirectory, type CaseStore, type Engine, type LooseMethod } from '@bihuan/core';
import { lawMethods } from '../../../core/src/case/laws-methods.fixture.ts';
import { mutantsOf, type Mutant } from '../../../core/src/case/mutate-method.fixture.ts';
import { settledByOwnEvents } from '../../../core/src/queries/settled.ts';
import { moves } from '../../../core/src/case/random-life.fixture.ts';
import { memoryStore } from '../memory/index.ts';
import { openSqlite, sqliteStore } from '../sqlite/index.ts';
import { databaseStores } from './databases.fixture.ts';
import { liveStreet, type Life } from './random-street.fixture.ts';

vi.setConfig({ testTimeout: 240_000 });

const seed = Number(process.env['LAWS_SEED'] ?? (process.env['CI'] === undefined ? Math.floor(Math.random() * 2 ** 31) : 20_261_122));
console.info(`laws of entries: LAWS_SEED=${seed}`);
const TRIES = 6, RUNS = Number(process.env['LAWS_RUNS'] ?? 6), DAY = 86_400_000;

const stores: readonly (readonly [string, () => CaseStore])[] = [['memory', memoryStore], ['sqlite', () => sqliteStore(openSqlite(':memory:'))], ...await databaseStores()];

/** The reference: whatever lies there is taken to have been written by other queries, so that all is read from the cases. */
const fromCases = (store: CaseStore): CaseStore => ({ ...store, outdated: async () => ['any'] });
/** Tells of every walk over many cases: what is looked up by id is none. */
const watched = (store: CaseStore, walked: () => void): CaseStore => ({
  ...store,
  states(tenant, query) {
    if (!query.where?.some(({ on }) => on === 'id')) walked();
    return store.states(tenant, query);
  },
});
const engineOf = ({ method }: Mutant, { world: { people } }: Life, store: CaseStore): Engine =>
  createEngine({ methods: [method as LooseMethod], directory: embeddedDirectory(directoryOfCast(people.cast)), store }).plain;

/** In which periods, of which units, and when: each query in a few of them. */
const looksOf = ({ rules }: Mutant, { end, world: { people } }: Life, turn: number) => {
  const [day, units] = [rules.time.dayOf(end), Object.keys(people.units)];
  const periods = [undefined, day.slice(0, 4), day.slice(0, 7), day, rules.time.dayOf(end - DAY), `${day.slice(0, 4)}-Q${1 + turn % 4}`];
  return [0, 1, 2].map((n) => {
    const [period, within] = [periods[(turn + n) % periods.length], n === 0 ? undefined : units[(turn * 7 + n) % units.length]];
    return { at: end + [0, 3 * DAY, 60 * DAY][(turn + n) % 3]!, ...(period !== undefined && { period }), ...(within !== undefined && { within }) };
  });
};

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const withoutIds = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'ids' ? undefined : part)));

describe.each(lawMethods)('$id', ({ id, json }) => {
  const { mutants } = mutantsOf(id, json, seed + 1, TRIES);
  const lives = new Map<string, Promise<Life>>();
  afterAll(() => lives.clear());

  it.each(stores)('on %s every ledger, page of a ledger and metric from entries is what the cases say, at any moment, of any unit and period', async (_, open) => {
    await fc.assert(fc.asyncProperty(fc.nat(mutants.length - 1), moves(40, 15), async (which, steps) => {
      const mutant = mutants[which]!;
      const key = `${which} ${JSON.stringify(steps)}`;
      if (!lives.has(key)) lives.set(key, liveStreet(mutant, steps));
      const life = await lives.get(key)!;
      const store = open();
      for (const batch of life.world.batches) expect((await store.append(batch)).ok).toBe(true);
      let walks = 0;
      const [quick, slow] = [engineOf(mutant, life, watched(store, () => { walks += 1; })), engineOf(mutant, life, fromCases(store))];
      for (const [turn, name] of Object.keys(mutant.rules.method.ledgers ?? {}).entries()) {
        for (const look of looksOf(mutant, life, turn)) {
          const whole = await slow.ledger(name, look);
          expect([name, look, plain(await quick.ledger(name, look))]).toEqual([name, look, plain(whole)]);
          const page = { ...look, offset: turn % 3, limit: 2 };
          expect([name, page, plain(await quick.ledger(name, page))]).toEqual([name, page, plain(await slow.ledger(name, page))]);
        }
      }
      for (const [turn, [name, schema]] of Object.entries(mutant.rules.method.metrics ?? {}).entries()) {
        const before = walks;
        for (const look of looksOf(mutant, life, turn)) {
          const said = plain(await slow.metric(name, { ...look, ids: true }));
          expect([name, look, plain(await quick.metric(name, { ...look, ids: true }))]).toEqual([name, look, said]);
          expect([name, look, plain(await quick.metric(name, look))]).toEqual([name, look, withoutIds(said)]);
        }
        if (settledByOwnEvents(mutant.rules, schema)) expect([name, walks - before]).toEqual([name, 0]);
      }
      await store.close();
    }), { numRuns: RUNS, seed, interruptAfterTimeLimit: 40_000, endOnFailure: true });
  });
});
