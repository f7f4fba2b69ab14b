import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { batchOf, claimOf, fill, followOf, here, keyOf, periodOf } from '../contract/sample-cases.ts';
import { openSqlite, sqliteStore, SqliteOpenError, type SqliteDatabase } from './index.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bihuan-'));
  file = join(folder, 'cases.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const tables = (database: SqliteDatabase) => database.prepare("select name from sqlite_master where type = 'table' order by name").all().map((row) => (row as { name: string }).name);

describe('two connections to one file', () => {
  it('see each other’s cases, and of two writers one wins', async () => {
    const [one, two] = [sqliteStore(openSqlite(file)), sqliteStore(openSqlite(file))];
    await fill(one, { c1: {} });
    expect((await two.read(here, 'c1'))?.version).toBe(1);
    const both = await Promise.all([one.append(batchOf('c1', { expected: 1 })), two.append(batchOf('c1', { expected: 1 }))]);
    expect(both.map(({ ok }) => ok)).toEqual([true, false]);
    expect(await Promise.all([one.next(here, 'case'), two.next(here, 'case'), one.next(here, 'case')])).toEqual([1, 2, 3]);
  });

  it('a write that has to wait too long is answered with busy, and leaves nothing', async () => {
    const store = sqliteStore(openSqlite(file, { busyTimeout: 20 }));
    await fill(store, { c1: {} });
    const other = openSqlite(file);
    other.exec('begin immediate');
    expect(await store.append(batchOf('c1', { expected: 1 }))).toEqual({ ok: false, why: 'busy' });
    expect(await store.next(here, 'case')).toBeUndefined();
    await expect(store.closePeriods(here, [periodOf('grid-1')])).resolves.toBe(false);
    await expect(store.followed(here, 'f1')).resolves.toBeUndefined();
    await expect(store.remember(here, { key: 'k', digest: 'd', outcome: '{}' })).resolves.toBeUndefined();
    expect((await store.read(here, 'c1'))?.version, 'reading goes on').toBe(1);
    other.exec('rollback');
    expect(await store.append(batchOf('c1', { expected: 1 }))).toEqual({ ok: true });
  });
});

describe('the tables', () => {
  it('are made once, whoever comes first, and again does no harm', async () => {
    const databases = [openSqlite(file), openSqlite(file), openSqlite(file)];
    const stores = databases.flatMap((database) => [sqliteStore(database), sqliteStore(database)]);
    expect(await Promise.all(stores.map((store) => store.count(here, {})))).toEqual([0, 0, 0, 0, 0, 0]);
    expect(tables(databases[0]!)).toEqual([
      'bihuan_acted', 'bihuan_awaited', 'bihuan_cases', 'bihuan_counts', 'bihuan_entered', 'bihuan_entries', 'bihuan_events', 'bihuan_follows', 'bihuan_heads', 'bihuan_keys', 'bihuan_migrations', 'bihuan_outbox', 'bihuan_periods', 'bihuan_personal', 'bihuan_sequences', 'bihuan_sums', 'bihuan_tallies', 'bihuan_text_index', 'bihuan_text_index_config', 'bihuan_text_index_data', 'bihuan_text_index_idx', 'bihuan_texts', 'bihuan_units', 'bihuan_values',
    ]);
    expect(databases[0]!.prepare('select count(*) as n from bihuan_migrations').all()).toEqual([{ n: 9 }]);
  });

  it('keep what was written when the file is opened again', async () => {
    const first = sqliteStore(openSqlite(file));
    await fill(first, { c1: { events: 3, key: keyOf('k1'), row: { values: { a: '一' }, next: 5 } } });
    await first.close();
    const again = sqliteStore(openSqlite(file));
    expect((await again.history(here, 'c1')).length).toBe(3);
    expect(await again.recall(here, 'k1')).toEqual(keyOf('k1'));
    expect(await again.due(here, 5, 1)).toEqual([{ caseId: 'c1', at: 5 }]);
    expect(await again.append(batchOf('c1', { expected: 3 }))).toEqual({ ok: true });
  });

  it('leave a database open that has other users', async () => {
    const database = openSqlite(file);
    await sqliteStore(database, { keepOpen: true }).close();
    expect(tables(database)).toContain('bihuan_cases');
  });

  it('a database of a later version is refused, not damaged', async () => {
    const database = openSqlite(file);
    await sqliteStore(database, { keepOpen: true }).close();
    database.exec("insert into bihuan_migrations values ('9999-later', '2030-01-01T00:00:00.000Z')");
    const other = openSqlite(file);
    expect(() => sqliteStore(other)).toThrow(expect.objectContaining({ code: 'sqlite.newer', cause: expect.objectContaining({ message: expect.stringContaining('9999-later') }) }));
    other.exec('begin; rollback'); // no transaction is left open
  });
});

it.each(['events', 'heads', 'cases', 'values', 'units', 'awaited', 'acted', 'tallies', 'texts', 'keys', 'counts', 'follows', 'outbox'])('a write that fails at %s leaves nothing of its batch, and the error is thrown', async (table) => {
  const database = openSqlite(file);
  const store = sqliteStore(database, { consumers: ['webhook'] });
  const before = { values: { a: 1 }, awaited: [{ what: 'x', person: 'p' }] };
  await fill(store, { c1: { row: before } });
  const event = ['heads', 'cases'].includes(table) ? 'update' : 'insert';
  database.exec(`create trigger broken before ${event} on bihuan_${table} begin select raise(abort, 'disk on fire'); end`);
  const change = { expected: 1, person: 'li', key: keyOf('k1'), counts: [claimOf('p')], follows: [followOf('f1')], row: { step: 'new', search: '新', values: { a: 2 }, within: ['grid-2'], awaited: [{ what: 'y', person: 'q' }] } };
  await expect(store.append(batchOf('c1', change))).rejects.toThrow('disk on fire');
  database.exec('drop trigger broken');
  expect((await store.list(here, {})).rows).toEqual([batchOf('c1', { row: before }).writes[0].row]);
  expect([(await store.history(here, 'c1')).length, (await store.read(here, 'c1'))?.version, await store.recall(here, 'k1')]).toEqual([1, 1, undefined]);
  expect([(await store.counts(here, '认领', '2021-11')).size, (await store.followUps(here, 9)).length]).toEqual([0, 0]);
  expect([await store.count(here, { actedBy: 'li' }), await store.count(here, { awaits: { person: 'p', posts: [] } })]).toEqual([0, 1]);
  expect(database.prepare('select last from bihuan_outbox').all()).toEqual([{ last: 1 }]);
  expect(await store.append(batchOf('c1', change))).toEqual({ ok: true });
});

it('a store that is opened without consumers keeps nothing to tell them', async () => {
  const database = openSqlite(file);
  await fill(sqliteStore(database), { c1: { events: 3 } });
  expect(database.prepare('select count(*) as n from bihuan_outbox').all()).toEqual([{ n: 0 }]);
});

describe('the chain of hashes', () => {
  it.each([
    ['an event changed by a letter', "update bihuan_events set body = replace(body, '第2条', '第3条') where seq = 2", 2],
    ['an event taken out', 'delete from bihuan_events where seq = 3', 3],
    ['the tail cut off', 'delete from bihuan_events where seq > 4', 5],
    ['everything gone', 'delete from bihuan_events', 1],
    ['an event rewritten with a hash of its own', "update bihuan_events set hash = 'ab' where seq = 1", 1],
  ])('shows %s', async (_, damage, seq) => {
    const database = openSqlite(file);
    const store = sqliteStore(database);
    await fill(store, { c1: { events: 3 }, c2: {} });
    await store.append(batchOf('c1', { expected: 3, events: 3 }));
    expect(await store.verify(here, 'c1')).toEqual({ ok: true, events: 6 });
    database.exec(`${damage}${damage.includes('where') ? ' and' : ' where'} case_id = 'c1'`);
    expect(await store.verify(here, 'c1')).toEqual({ ok: false, seq });
    expect(await store.verify(here, 'c2')).toEqual({ ok: true, events: 1 });
  });
});

describe('a database that cannot be opened says why, in Chinese and English', () => {
  it.each([
    ['a folder that does not exist', () => join(folder, 'none', 'cases.db'), 'sqlite.cannot-open', '无法打开数据库文件'],
    ['a folder', () => folder, 'sqlite.cannot-open', '无法打开数据库文件'],
    ['a file that is no database', () => { writeFileSync(file, '办结'.repeat(1000)); return file; }, 'sqlite.not-a-database', '不是 SQLite 数据库文件'],
  ])('%s', (_, path, code, sentence) => {
    const attempt = () => openSqlite(path());
    expect(attempt).toThrow(SqliteOpenError);
    try { attempt(); } catch (error) { expect(error).toMatchObject({ code, text: { zh: expect.stringContaining(sentence) } }); expect((error as Error).cause).toBeInstanceOf(Error); }
  });

  it('a file that somebody else has locked', () => {
    const other = openSqlite(file);
    other.exec('begin immediate');
    expect(() => openSqlite(file, { busyTimeout: 10 })).toThrow(expect.objectContaining({ code: 'sqlite.busy' }));
    other.exec('rollback');
  });
});

describe('a transaction with the host’s own rows', () => {
  it('is kept whole when the work ends well, and undone whole when it throws; whoever else asks waits', async () => {
    const database = openSqlite(file);
    const store = sqliteStore(database);
    database.exec('create table orders (id text)');
    const work = (id: string, end: () => void) => store.transaction(async () => {
      expect(await store.append(batchOf(id, { key: keyOf(id) }))).toEqual({ ok: true });
      database.prepare('insert into orders values (?)').run(id);
      await new Promise((resolve) => { setTimeout(resolve, 5); });
      expect(await store.append(batchOf(id))).toEqual({ ok: false, why: 'version', caseId: id, actual: 1 });
      end();
    });
    const [kept, undone, other] = await Promise.allSettled([work('c1', () => {}), work('c2', () => { throw new Error('changed my mind'); }), store.append(batchOf('c3'))]);
    expect([kept.status, undone.status, other.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await store.list(here, {})).rows.map(({ id }) => id)).toEqual(['c1', 'c3']);
    expect([database.prepare('select id from orders').all(), await store.recall(here, 'c2')]).toEqual([[{ id: 'c1' }], undefined]);
  });
});
