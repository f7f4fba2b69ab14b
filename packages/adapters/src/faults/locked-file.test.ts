import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { afterAll, expect, it } from 'vitest';
import { openSqlite, sqliteStore } from '../sqlite/index.ts';
import { openSession } from '../upkeep/session.ts';
import { tenantsIn, verifyTables } from '../upkeep/verify-tables.ts';
import { clockFrom, engineAt } from './busy-street.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'bihuan-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Another process that has locked the file for itself alone, until it is killed. */
async function lockedBy(file: string): Promise<() => Promise<void>> {
  const program = `import Database from 'libsql'; const db = new Database(${JSON.stringify(file)}); db.exec('begin exclusive'); console.log('locked'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'], cwd: import.meta.dirname });
  await new Promise((resolve) => { child.stdout.once('data', resolve); });
  return () => new Promise((resolve) => { child.once('close', () => resolve()).kill('SIGKILL'); });
}

it('a SQLite file that another process has locked: a command is answered with store.busy, reading goes on, and once the lock is gone the same command succeeds; nothing is lost', async () => {
  const file = join(folder, 'locked.db');
  const store = sqliteStore(openSqlite(file, { busyTimeout: 100 }));
  const street = engineAt(store);
  const at = clockFrom(Date.now());
  const report = (key: string) => street.open({ source: 'desk', home: 'xin', fields: { content: key } }, { by: 'wang', at: at(), key });
  const first = await report('first');
  expect(first.ok).toBe(true);
  const id = first.ok ? first.value.id : '';

  const unlock = await lockedBy(file);
  const busy = { ok: false, issues: [expect.objectContaining({ code: 'store.busy' })] };
  expect([await report('second'), await street.act(id, 'claim', {}, { by: 'wang', at: at(), key: 'claim' })]).toEqual([busy, busy]);
  expect((await street.case(id))?.state.version, 'reading goes on').toBe(1);
  await unlock();

  expect([(await report('second')).ok, (await street.act(id, 'claim', {}, { by: 'wang', at: at(), key: 'claim' })).ok]).toEqual([true, true]);
  const session = await openSession({ address: file });
  expect(await verifyTables(session, await tenantsIn(session))).toMatchObject({ cases: 2, findings: [] });
  await session.close();
  await store.close();
});
