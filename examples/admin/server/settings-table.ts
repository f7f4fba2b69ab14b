import type { Kysely } from 'kysely';
import { put } from './put.ts';
import type { ServerTables } from './server-tables.ts';

/** Single values by name, kept between starts. */
export interface SettingsTable {
  get(name: string): Promise<string | undefined>;
  set(name: string, value: string): Promise<void>;
  /** The value that is there; this one is kept where there is none, also where several servers ask at once. */
  keep(name: string, value: string): Promise<string>;
}

/** Settings in the database; with a district, its own. */
export function settingsTable(queries: Kysely<ServerTables>, district = ''): SettingsTable {
  const own = (name: string): string => (district === '' ? name : `${district}/${name}`);
  const get = async (name: string): Promise<string | undefined> => (await queries.selectFrom('server_settings').select('value').where('name', '=', own(name)).executeTakeFirst())?.value;
  const add = (name: string, value: string) => queries.insertInto('server_settings').values({ name: own(name), value }).execute();
  return {
    get,
    set: (name, value) => put(
      () => queries.updateTable('server_settings').set({ value }).where('name', '=', own(name)).execute(),
      () => add(name, value)),
    async keep(name, value) {
      const kept = await get(name);
      if (kept !== undefined) return kept;
      try {
        await add(name, value);
        return value;
      } catch (error) {
        const others = await get(name);
        if (others === undefined) throw error;
        return others;
      }
    },
  };
}
