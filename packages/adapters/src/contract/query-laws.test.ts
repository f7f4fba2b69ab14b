import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CaseQuery, CaseStore } from '@bihuan/core';
import { memoryStore } from '../memory/index.ts';
import { openSqlite, sqliteStore } from '../sqlite/index.ts';
import { databaseStores } from './databases.fixture.ts';
import { all, batchOf, here, type Draft } from './sample-cases.ts';

const stores = [['sqlite', () => sqliteStore(openSqlite(':memory:'))] as const, ...await databaseStores()];

const text = fc.constantFrom('', 'a', 'A', 'ab', 'a ', 'É', 'é', '10', '%', '_', '\\', "'", '修复', '修', '🙂', '\uffee', '𠮷');
const number = fc.constantFrom(-1.5, 0, 1, 10, 1e15, 0.1);
const scalar = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const maybe = fc.oneof(number.map(Math.trunc), fc.constant(null));
const unit = fc.constantFrom('g1', 'g2', 's1');
const post = fc.record({ role: fc.constantFrom('leader', 'clerk'), unit });
const person = fc.constantFrom('zhang', 'li');
const name = fc.constantFrom('field.a', 'field.b', 'step', 'due', 'broken', 'ending', 'id', 'version', 'nothing', 'search', 'subject');

const draft: fc.Arbitrary<Draft> = fc.record({
  person,
  row: fc.record({
    subject: fc.boolean(), step: text, ending: fc.oneof(text, fc.constant(null)), due: maybe, broken: fc.boolean(), search: fc.array(text).map((parts) => parts.join('')), within: fc.uniqueArray(unit),
    values: fc.dictionary(fc.constantFrom('field.a', 'field.b'), scalar),
    awaited: fc.array(fc.oneof(person.map((who) => ({ what: 'x', person: who })), post.map((held) => ({ what: 'y', ...held })), unit.map((at) => ({ what: 'z', unit: at })))),
  }),
});
const filter = fc.record({
  on: name, op: fc.constantFrom('is', 'not', 'in', 'min', 'max', 'above', 'below', 'like', 'known'),
  value: fc.oneof(scalar, fc.array(fc.oneof(text, number, fc.boolean()), { maxLength: 3 })),
});
const query = fc.record({
  of: fc.constantFrom('cases', 'subjects'),
  where: fc.array(filter, { maxLength: 2 }), search: text, within: unit, awaits: fc.record({ person, posts: fc.array(post, { maxLength: 2 }) }), actedBy: person,
  sort: fc.array(fc.record({ by: name, order: fc.constantFrom('asc', 'desc') }), { maxLength: 3 }), offset: fc.nat(5), limit: fc.nat(6),
}, { requiredKeys: [] }) as fc.Arbitrary<CaseQuery>;

type Drafts = readonly (readonly [id: string, draft: Draft])[];

/** All that a query finds, two at a time, each page going on where the last one ended. */
async function pagesOf(store: CaseStore, query: CaseQuery): Promise<readonly string[]> {
  const { offset: _, ...rest } = query;
  const ids: string[] = [];
  for (let after: CaseQuery['after'], page = 0; page < 5; page++) {
    const { rows, total } = await store.list(here, { ...rest, ...(after && { after }), limit: 2 });
    ids.push(...rows.map(({ id }) => id), `of ${total}`);
    const last = rows.at(-1);
    if (last === undefined) break;
    after = { by: (query.sort ?? []).map(({ by }) => (by in last ? last[by as 'id'] : last.values[by] ?? null)), id: last.id };
  }
  return ids;
}

/** What a store answers to all queries over cases that were written, and written again. */
async function answersOf(store: CaseStore, drafts: Drafts, queries: readonly CaseQuery[]): Promise<unknown> {
  const versions = new Map<string, number>();
  for (const [id, each] of drafts) {
    const expected = versions.get(id) ?? 0;
    await store.append(batchOf(id, { ...each, expected }));
    versions.set(id, expected + 1);
  }
  const answers: unknown[] = [];
  for (const each of queries) answers.push(await pagesOf(store, each), [each, await store.list(here, each), await store.count(here, each), (await all(store.states(here, each))).map(({ id }) => id)]);
  await store.close();
  return answers;
}

it.each(stores)('any query over any cases, written and written again, finds the same in %s as in JavaScript', async (_, open) => {
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom('c1', 'c2', 'c3', 'c4', 'c5'), draft), { maxLength: 12 }), fc.array(query, { maxLength: 12 }), async (drafts, queries) => {
    expect(await answersOf(open(), drafts, queries)).toEqual(await answersOf(memoryStore(), drafts, queries));
  }), { numRuns: 40 });
}, 120_000);
