import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CaseStore } from '@bihuan/core';
import { memoryStore } from '../memory/index.ts';
import { openSqlite, sqliteStore } from '../sqlite/index.ts';
import { databaseStores } from './databases.fixture.ts';
import { batchOf, here } from './sample-cases.ts';

const stores = [['sqlite', () => sqliteStore(openSqlite(':memory:'))] as const, ...await databaseStores()];

/** Few signs, so that texts share much: Han, some beyond 16 bits, letters with a case in ASCII and beyond, digits, blanks, and what SQL and the text indexes read as signs of their own. */
const sign = fc.constantFrom('修', '复', '路', '灯', '，', '。', '𠮷', '🙂', '👍🏽', 'a', 'A', 'b', 'É', 'é', 'ß', 'K', '1', '2', ' ', '\n', '%', '_', '!', '\\', "'", '"', '*', '+', '-', '~', '(', '@', '的', 'the');
const text = (maxLength: number) => fc.array(sign, { maxLength }).map((signs) => signs.join(''));
/** Written, perhaps to a case that is there, and then asked for: any text, and parts of what was written. */
const written = fc.array(fc.record({ id: fc.constantFrom('c1', 'c2', 'c3', 'c4'), search: text(12) }), { minLength: 1, maxLength: 8 });
const asked = fc.array(fc.oneof(fc.record({ text: text(4) }), fc.record({ nr: fc.nat(7), from: fc.nat(11), length: fc.integer({ min: 1, max: 6 }) })), { minLength: 1, maxLength: 10 });

async function answersOf(store: CaseStore, texts: readonly { readonly id: string; readonly search: string }[], searches: readonly string[]): Promise<unknown> {
  const versions = new Map<string, number>();
  for (const { id, search } of texts) {
    const expected = versions.get(id) ?? 0;
    expect(await store.append(batchOf(id, { expected, row: { search } }))).toEqual({ ok: true });
    versions.set(id, expected + 1);
  }
  const answers: unknown[] = [];
  for (const search of searches) {
    const { rows, total } = await store.list(here, { search, limit: 3 });
    answers.push([search, rows.map(({ id }) => id), total, await store.count(here, { search, within: 'grid-1' })]);
  }
  await store.close();
  return answers;
}

it.each(stores)('whatever is searched, %s finds the texts of which it is a part, without regard to ASCII case, and no others', async (_, open) => {
  await fc.assert(fc.asyncProperty(written, asked, async (texts, parts) => {
    const searches = parts.map((part) => ('text' in part ? part.text : [...texts[part.nr % texts.length]!.search].slice(part.from, part.from + part.length).join('')));
    expect(await answersOf(open(), texts, searches)).toEqual(await answersOf(memoryStore(), texts, searches));
  }), { numRuns: 40 });
}, 120_000);
