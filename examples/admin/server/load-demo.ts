import { renameSync, rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { createEngine, playScenario } from '@bihuan/core';
import { hashPassword } from '@bihuan/adapters/http';
import { openSqlite, sqliteStore } from '@bihuan/adapters/sqlite';
import { type DemoDistrict, demoPassword } from './demo-district.ts';
import { makeServerTables, settingsTable } from './server-tables.ts';
import { addAccounts } from './sqlite-sessions.ts';

/** How many entries are played before others have their turn. */
const portion = 20;

/**
 * Plays the demo's story, command by command, into a new database. It is made beside its place and moved there when it is whole:
 * a start that was broken off leaves nothing half done. What is moved is a copy that nobody has open: a file that is renamed under an
 * open connection keeps its old write-ahead log in this process, and other processes would not see what is written here.
 */
export async function loadDemo(path: string, district: DemoDistrict, onFailure: (says: string) => void): Promise<void> {
  const [draft, whole] = [`${path}.loading`, `${path}.whole`];
  discard(draft);
  discard(whole);
  const database = openSqlite(draft, { synchronous: 'normal' });
  try {
    makeServerTables(database);
    addAccounts(database, district.people, await hashPassword(demoPassword));
    const engine = createEngine({ methods: [district.rules.method], store: sqliteStore(database, { keepOpen: true }), directory: district.directory });
    const { failures } = await playScenario(engine, district.scenario, {
      rules: district.rules, onEntry: async (done) => { if (done % portion === 0) await setImmediate(); },
    });
    for (const { at, says } of failures) onFailure(`${at} ${says.zh} · ${says.en}`);
    settingsTable(database).set('demo', district.rules.method.id);
    database.prepare('vacuum into ?').run(whole);
  } finally {
    database.close();
  }
  renameSync(whole, path);
  discard(draft);
}

const discard = (path: string): void => {
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
};
