import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CaseStore } from '@bihuan/core';
import { databases } from '../contract/databases.fixture.ts';
import { contractConsumers } from '../contract/index.ts';
import { elsewhere, fill, here } from '../contract/sample-cases.ts';
import { deliver } from '../outbox/index.ts';
import { openSqlite, sqliteStore } from '../sqlite/index.ts';
import { bihuan, folderOf } from './command-line.fixture.ts';

const consumer = contractConsumers[0];
const now = Date.parse('2027-02-01T01:00:00Z');

interface Place { readonly options: readonly string[]; readonly store: () => Promise<CaseStore>; [Symbol.dispose](): void }
const places: readonly (readonly [string, () => Promise<Place>])[] = [
  ['sqlite', async () => {
    const folder = folderOf({});
    const file = join(folder.path, 'cases.db');
    return { options: ['--db', file], store: async () => sqliteStore(openSqlite(file), { consumers: contractConsumers }), [Symbol.dispose]: () => folder[Symbol.dispose]() };
  }],
  ...databases.map((database) => [database.name, async (): Promise<Place> => {
    const schema = await database.schema();
    return { options: ['--db', database.url, '--schema', schema], store: () => database.open(schema, { consumers: contractConsumers }), [Symbol.dispose]: () => {} };
  }] as const),
];

/** Two cases whose first event was refused for good, in one of them with another event behind it; and one of another tenant. */
async function giveUp(store: CaseStore): Promise<void> {
  await fill(store, { c1: { events: 2 }, c2: {}, c3: { tenant: elsewhere } });
  for (const tenant of [here, elsewhere]) await deliver({ store, tenant, consumer, now: () => now, send: async () => ({ ok: false, reason: 'HTTP 422', final: true }) });
}

describe.each(places)('dead letters, in %s', (_, make) => {
  it('are listed with the reason and what waits behind, and sent again at the next pass of a clock of any year', { timeout: 60_000 }, async () => {
    using place = await make();
    const store = await place.store();
    await giveUp(store);
    const listed = await bihuan('.', 'dead-letters', 'list', ...place.options);
    expect([listed.code, listed.err]).toEqual([1, '']);
    expect(listed.out).toMatch(new RegExp(`${here}  ${consumer}  c1 .*第 1 条.*event 1, 1 attempts, last 2027-02-01T01:00:00.000Z, 1 waiting behind it  HTTP 422\n`));
    expect(listed.out).toMatch(/死信 3 · 3 dead letters\n$/);
    const json = await bihuan('.', 'dead-letters', 'list', '--tenant', here, '--consumer', consumer, '--case', 'c2', '--json', ...place.options);
    expect(JSON.parse(json.out)).toMatchObject({ letters: [{ tenant: here, consumer, caseId: 'c2', seq: 1, tries: 1, tried: now, reason: 'HTTP 422', waiting: 0, event: { seq: 1 } }] });

    const sent = await bihuan('.', 'dead-letters', 'resend', '--case', 'c1', ...place.options);
    expect([sent.code, sent.out]).toEqual([0, '1 封将在下一轮投递时重送 · 1 will be sent again at the next pass\n']);
    const got: string[] = [];
    await deliver({ store, tenant: here, consumer, now: () => now, send: async ({ caseId, seq }) => { got.push(`${caseId} ${seq}`); } });
    expect(got).toEqual(['c1 1', 'c1 2']);
    expect((await bihuan('.', 'dead-letters', 'list', ...place.options)).out).toContain('死信 2');
    expect((await bihuan('.', 'dead-letters', 'resend', ...place.options)).code).toBe(0);
    expect(await bihuan('.', 'dead-letters', 'list', ...place.options)).toMatchObject({ code: 0, out: '死信 0 · 0 dead letters\n' });
    await store.close();
  });
});

it('says what else was meant than list or resend, and that a database has no tables', async () => {
  using folder = folderOf({});
  expect(await bihuan(folder.path, 'dead-letters', 'lst', '--db', 'a.db')).toMatchObject({ code: 2, err: expect.stringContaining('应为 list 或 resend') });
  openSqlite(join(folder.path, 'empty.db')).close();
  expect(await bihuan(folder.path, 'dead-letters', 'list', '--db', 'empty.db')).toMatchObject({ code: 2, err: expect.stringContaining('没有闭环的表') });
  expect(await bihuan(folder.path, 'dead-letters', 'list', '--db', 'none.db')).toMatchObject({ code: 2, err: expect.stringContaining('没有文件') });
});
