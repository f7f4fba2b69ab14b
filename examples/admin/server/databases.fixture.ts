// The databases that the server's tests run on: a file, and whichever servers answer on this machine, each time an empty place.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { openSqlite } from '@bihuan/adapters/sqlite';
import { databases } from '../../../packages/adapters/src/contract/databases.fixture.ts';
import { type DatabaseAddress, databaseAddress } from './database-address.ts';

export interface Place {
  readonly address: DatabaseAddress;
  /** Makes an empty table in it. */
  readonly make: (table: string) => Promise<void>;
  /** Runs a statement of the test's own, on a server. */
  readonly run?: (statement: (table: string) => string) => Promise<readonly Record<string, unknown>[]>;
}

const folder = mkdtempSync(join(tmpdir(), 'bihuan-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });
let files = 0;

/** Each kind of database by name, with a way to an empty place in it that is gone when the tests of this file are over. */
export const places: readonly (readonly [name: string, empty: () => Promise<Place>])[] = [
  ['sqlite', async () => {
    const path = join(folder, `deep-${++files}`, 'demo.sqlite');
    return {
      address: databaseAddress(path),
      async make(table) {
        mkdirSync(dirname(path), { recursive: true });
        const database = openSqlite(path);
        database.exec(`create table ${table} (name varchar(20))`);
        database.close();
      },
    };
  }],
  ...databases.map((database) => [database.name, async (): Promise<Place> => {
    const schema = await database.schema();
    await database.run(`create ${database.name === 'postgres' ? 'schema' : 'database'} ${schema}`);
    const url = new URL(database.url);
    if (database.name === 'postgres') url.searchParams.set('options', `-c search_path=${schema}`);
    else url.pathname = `/${schema}`;
    return { address: databaseAddress(url.href), make: async (table) => { await database.run(`create table ${schema}.${table} (name varchar(20))`); }, run: (statement) => database.run(statement(`${schema}.`)) };
  }] as const),
];
