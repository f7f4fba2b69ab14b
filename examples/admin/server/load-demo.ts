import { setImmediate } from 'node:timers/promises';
import { createEngine, playScenario } from '@bihuan/core';
import { type SqliteDatabase, openSqlite, sqliteStore } from '@bihuan/adapters/sqlite';
import { type CompiledQuery, sql } from 'kysely';
import type { DemoDistrict } from './demo-district.ts';
import { accountsOf } from './kept-sessions.ts';
import type { ServerDatabase } from './open-database.ts';
import { settingsTable } from './settings-table.ts';

/** How many entries are played before others have their turn. */
const portion = 5;
/** How many rows go into one insert. */
const most = 500;

/** The loading was broken off because the server stops. */
export class Stopped extends Error {}

interface LoadOptions {
  /** Everybody's password as it is kept. */
  readonly password: string;
  readonly stopped: () => boolean;
  readonly onFailure: (says: string) => void;
}

/** Is this district in the database already, whole? */
export const isLoaded = async ({ queries }: Pick<ServerDatabase, 'queries'>, id: string): Promise<boolean> => await settingsTable(queries).get(settingOf(id)) !== undefined;

/** Marks a district as one whose story is not to be played. */
export const leaveUnplayed = ({ queries }: Pick<ServerDatabase, 'queries'>, id: string): Promise<void> => settingsTable(queries).set(settingOf(id), 'unplayed');

const settingOf = (id: string): string => `demo.${id}`;

/**
 * Plays a district's story, command by command, into a draft in memory, and takes it over in one transaction, with its people's
 * accounts: a start that was broken off leaves nothing half done, and meanwhile the other districts work. Where another server
 * has taken it over meanwhile, that one stays.
 */
export async function loadDemo(database: ServerDatabase, district: DemoDistrict, { password, stopped, onFailure }: LoadOptions): Promise<void> {
  const draft = openSqlite(':memory:');
  try {
    const engine = createEngine({ methods: [district.rules.method], store: sqliteStore(draft, { keepOpen: true }), directory: district.directory, tenant: district.id });
    const { failures } = await playScenario(engine, district.scenario, {
      rules: district.rules,
      onEntry: async (done) => {
        if (done % portion === 0) await setImmediate();
        if (stopped()) throw new Stopped();
      },
    });
    for (const { at, says } of failures) onFailure(`${district.id} ${at} ${says.zh} · ${says.en}`);
    const { queries } = database;
    // The mark comes first: of two servers that load at once, one waits for it, and then finds it there.
    const mark = queries.insertInto('server_settings').values({ name: settingOf(district.id), value: 'played' }).compile();
    try {
      await database.together([mark, accountsOf(queries, district.id, district.people, password, [district.administrator.username]), ...copyOf(draft, queries)]);
    } catch (error) {
      if (!await isLoaded(database, district.id)) throw error;
    }
  } finally {
    draft.close();
  }
}

/** What writes every row of a draft's tenants. All databases have the same tables, but for a number that SQLite gives its rows by itself: that one is given anew. */
function copyOf(draft: SqliteDatabase, queries: ServerDatabase['queries']): readonly CompiledQuery[] {
  const tables = draft.prepare(`select m.name from sqlite_schema m join pragma_table_info(m.name) c where m.type = 'table' and c.name = 'tenant'`).all() as { name: string }[];
  return tables.flatMap(({ name }) => {
    const rows = draft.prepare(`select * from "${name}"`).all() as Readonly<Record<string, unknown>>[];
    const keys = draft.prepare(`select name, type from pragma_table_info('${name}') where pk > 0`).all() as { name: string; type: string }[];
    const numbered = keys.length === 1 && keys[0]!.type.toLowerCase() === 'integer' ? keys[0]!.name : undefined;
    const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== numbered);
    const into = sql`insert into ${sql.table(name)} (${sql.join(columns.map((column) => sql.ref(column)))}) values`;
    return Array.from({ length: Math.ceil(rows.length / most) }, (_, i) =>
      sql`${into} ${sql.join(rows.slice(i * most, (i + 1) * most).map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`))}`.compile(queries));
  });
}
