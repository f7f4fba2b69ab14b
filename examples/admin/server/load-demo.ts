import { rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { createEngine, playScenario } from '@bihuan/core';
import { type SqliteDatabase, openSqlite, sqliteStore } from '@bihuan/adapters/sqlite';
import type { DemoDistrict } from './demo-district.ts';
import { settingsTable } from './server-tables.ts';
import { addAccounts } from './sqlite-sessions.ts';

/** How many entries are played before others have their turn. */
const portion = 5;

/** The loading was broken off because the server stops. */
export class Stopped extends Error {}

interface LoadOptions {
  /** Everybody's password as it is kept. */
  readonly password: string;
  readonly stopped: () => boolean;
  readonly onFailure: (says: string) => void;
}

/** Is this district in the database already, whole? */
export const isLoaded = (database: SqliteDatabase, id: string): boolean => settingsTable(database).get(settingOf(id)) !== undefined;

/** Marks a district as one whose story is not to be played. */
export const leaveUnplayed = (database: SqliteDatabase, id: string): void => settingsTable(database).set(settingOf(id), 'unplayed');

const settingOf = (id: string): string => `demo.${id}`;

/**
 * Plays a district's story, command by command, into a draft beside the database, and takes it over in one transaction, with its
 * people's accounts: a start that was broken off leaves nothing half done, and meanwhile the other districts work.
 */
export async function loadDemo(database: SqliteDatabase, path: string, district: DemoDistrict, { password, stopped, onFailure }: LoadOptions): Promise<void> {
  const draft = `${path}.${district.id}.loading`;
  discard(draft);
  const beside = openSqlite(draft, { synchronous: 'normal' });
  try {
    const engine = createEngine({ methods: [district.rules.method], store: sqliteStore(beside, { keepOpen: true }), directory: district.directory, tenant: district.id });
    const { failures } = await playScenario(engine, district.scenario, {
      rules: district.rules,
      onEntry: async (done) => {
        if (done % portion === 0) await setImmediate();
        if (stopped()) throw new Stopped();
      },
    });
    for (const { at, says } of failures) onFailure(`${district.id} ${at} ${says.zh} · ${says.en}`);
    beside.exec('pragma wal_checkpoint(truncate)');
    takeOver(database, draft, () => {
      addAccounts(database, district.id, district.people, password);
      settingsTable(database).set(settingOf(district.id), 'played');
    });
  } finally {
    beside.close();
    discard(draft);
  }
}

/** Every row of a tenant's tables, in one transaction. Both have the same tables: the store makes them in one way. */
function takeOver(database: SqliteDatabase, draft: string, also: () => void): void {
  database.prepare('attach database ? as draft').run(draft);
  try {
    const tables = (database.prepare(`select m.name from draft.sqlite_schema m join pragma_table_info(m.name, 'draft') c where m.type = 'table' and c.name = 'tenant'`).all() as { name: string }[]).map(({ name }) => name);
    database.exec('begin immediate');
    try {
      for (const table of tables) {
        const columns = (database.prepare(`select name from pragma_table_info(?, 'draft')`).all(table) as { name: string }[]).map(({ name }) => `"${name}"`).join(', ');
        database.exec(`insert into main."${table}" (${columns}) select ${columns} from draft."${table}"`);
      }
      also();
      database.exec('commit');
    } catch (error) {
      database.exec('rollback');
      throw error;
    }
  } finally {
    database.exec('detach database draft');
  }
}

const discard = (path: string): void => {
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
};
