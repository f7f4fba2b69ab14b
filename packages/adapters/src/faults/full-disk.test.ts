import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../contract/open-store.fixture.ts';
import type { SqlStore } from '../sql/index.ts';
import { openSqlite, sqliteStore, StoreError } from '../sqlite/index.ts';
import { openSession } from '../upkeep/session.ts';
import { tenantsIn, verifyTables } from '../upkeep/verify-tables.ts';
import { engineAt } from './busy-street.fixture.ts';
import { hasMariadb, hasPostgres, ownMariadb, ownPostgres, type OwnServer } from './own-servers.fixture.ts';

const ends: (() => Promise<void> | void)[] = [];
afterAll(async () => { for (const end of ends.reverse()) await end(); });

/** A disk of so many megabytes; nothing where this process may not make one. */
function smallDisk(megabytes: number): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  ends.push(() => { execFileSync('umount', ['-l', folder]); rmSync(folder, { recursive: true }); });
  return folder;
}
/** Leaves a disk without a free byte, until what stands there is removed. */
function fillUp(folder: string): () => void {
  const file = join(folder, 'filler');
  const { bavail, bsize } = statfsSync(folder);
  try { writeFileSync(file, Buffer.alloc(bavail * bsize)); } catch { /* to the brim */ }
  return () => rmSync(file);
}

const long = '路灯不亮'.repeat(20_000);
const report = (store: SqlStore, key: string) => engineAt(store).open({ source: 'desk', home: 'xin', fields: { content: long } }, { by: 'wang', at: Date.UTC(2021, 10, 1), key });
/** Reports until it is refused: what was answered, the case by its key; and the refusal. */
async function reportUntilRefused(store: SqlStore): Promise<{ written: Map<string, string>; refused: string; refusal: unknown }> {
  const written = new Map<string, string>();
  for (let n = 0; n < 2000; n++) {
    try {
      const opened = await report(store, `k${n}`);
      if (!opened.ok) return { written, refused: `k${n}`, refusal: opened.issues[0]!.code };
      written.set(`k${n}`, opened.value.id);
    } catch (refusal) {
      return { written, refused: `k${n}`, refusal };
    }
  }
  throw new Error('the disk is never full');
}
/** Everything that was answered is there, nothing that was refused, and the chains are whole. */
async function holds(store: SqlStore, address: string, written: ReadonlyMap<string, string>): Promise<void> {
  expect((await store.list('default', {})).rows.map(({ id }) => id).toSorted()).toEqual([...written.values()].toSorted());
  for (const [key, id] of written) expect(JSON.parse((await store.recall('default', key))!.outcome)).toEqual({ id });
  const [url = '', schema] = address.split('#');
  const session = await openSession({ address: url, ...(schema !== undefined && { schema }) });
  expect((await verifyTables(session, await tenantsIn(session))).findings).toEqual([]);
  await session.close();
}

const full = expect.objectContaining({ code: 'store.full', text: { zh: expect.stringContaining('磁盘已满'), en: expect.any(String) } });
const disk = smallDisk(8);
/** Servers that are started for it take half a minute: now and then, and always in CI. */
const thorough = process.env['BIHUAN_FAULTS'] !== undefined || process.env['CI'] === 'true';
const servers: readonly (readonly [name: string, on: string | undefined, open: (on: string) => Promise<OwnServer>])[] = [
  ['PostgreSQL', thorough && hasPostgres ? smallDisk(160) : undefined, (on) => ownPostgres({ on, settings: ['min_wal_size=32MB', 'max_wal_size=32MB', 'wal_recycle=off'] })],
  ['MariaDB', thorough && hasMariadb ? smallDisk(240) : undefined, (on) => ownMariadb({ on })],
];

describe('a full disk', () => {
  it('SQLite that may not grow any further: the command is refused with a clear error, nothing of it is there; with room again it goes on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bihuan-'));
    ends.push(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'full.db');
    const database = openSqlite(file);
    const store = sqliteStore(database);
    database.prepare('pragma max_page_count = 2000').all();
    const { written, refusal } = await reportUntilRefused(store);
    expect(refusal).toBeInstanceOf(StoreError);
    expect([refusal, written.size > 0]).toEqual([full, true]);
    await holds(store, file, written);
    database.prepare('pragma max_page_count = 100000').all();
    expect((await report(store, 'later')).ok).toBe(true);
    await store.close();
  });

  it.skipIf(disk === undefined)('SQLite on a disk that fills up (a tmpfs of 8 MB; wants the right to mount)', async () => {
    const file = join(disk!, 'full.db');
    const store = await openStore(file);
    const { written, refusal } = await reportUntilRefused(store);
    expect([refusal, written.size > 0]).toEqual([full, true]);
    await store.close(); // also when the disk is full
    execFileSync('mount', ['-o', 'remount,size=64m', disk!]);
    const again = await openStore(file);
    await holds(again, file, written);
    expect((await report(again, 'later')).ok).toBe(true);
    await again.close();
  });

  it.each(servers.filter(([, on]) => on !== undefined))('%s on a disk that fills up (a tmpfs; wants the right to mount): nothing that was answered is lost', async (_, on, open) => {
    const server = await open(on!);
    ends.push(() => server.end());
    const address = `${server.url}#bihuan`;
    const store = await openStore(address);
    expect((await report(store, 'before')).ok).toBe(true);
    const release = fillUp(on!);
    const { written, refused, refusal } = await reportUntilRefused(store);
    // Its log has no room either: then the server itself goes down, and is started again by whoever watches over it.
    expect([full, expect.objectContaining({ code: 'store.unknown' }), 'store.busy']).toContainEqual(refusal);
    release();
    await server.kill();
    await server.start();
    const there = await store.recall('default', refused);
    if (refusal === 'store.busy' || (refusal as StoreError).code === 'store.full') expect(there, 'nothing of it').toBeUndefined();
    expect((await report(store, refused)).ok, 'the same again').toBe(true);
    const idOf = async (key: string) => [key, (JSON.parse((await store.recall('default', key))!.outcome) as { id: string }).id] as const;
    await holds(store, address, new Map([...written, await idOf('before'), await idOf(refused)]));
    await store.close();
  }, 90_000);
});
