import type { KeptQuery, SavedQueryPort } from '@bihuan/adapters/http';
import type { Kysely } from 'kysely';
import { put } from './put.ts';
import type { ServerTables } from './server-tables.ts';

/** Saved queries in the database: on an office machine that several share, each finds their own. */
export function keptSavedQueries(queries: Kysely<ServerTables>): SavedQueryPort {
  return {
    async list(tenant, person) {
      const rows = await queries.selectFrom('server_saved_queries').select(['id', 'label', 'resource', 'value', 'created'])
        .where('tenant', '=', tenant).where('person', '=', person).orderBy('created').orderBy('id').execute();
      return rows.map(({ value, ...query }) => ({ ...query, value: JSON.parse(value) as KeptQuery['value'] }));
    },
    put: (tenant, person, { id, label, resource, value: kept, created }) => {
      const value = JSON.stringify(kept);
      return put(
        () => queries.updateTable('server_saved_queries').set({ label, resource, value }).where('tenant', '=', tenant).where('person', '=', person).where('id', '=', id).execute(),
        () => queries.insertInto('server_saved_queries').values({ tenant, person, id, label, resource, value, created }).execute());
    },
    async remove(tenant, person, id) {
      await queries.deleteFrom('server_saved_queries').where('tenant', '=', tenant).where('person', '=', person).where('id', '=', id).execute();
    },
  };
}
