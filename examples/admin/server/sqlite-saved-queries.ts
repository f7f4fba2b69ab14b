import type { KeptQuery, SavedQueryPort } from '@bihuan/adapters/http';
import type { SqliteDatabase } from '@bihuan/adapters/sqlite';

interface SavedRow extends Omit<KeptQuery, 'value'> { readonly value: string }

/** Saved queries in the database: on an office machine that several share, each finds their own. */
export function sqliteSavedQueries(database: SqliteDatabase): SavedQueryPort {
  const list = database.prepare('select id, label, resource, value, created from server_saved_queries where tenant = ? and person = ? order by created, id');
  const put = database.prepare(`insert into server_saved_queries (tenant, person, id, label, resource, value, created) values (?, ?, ?, ?, ?, ?, ?)
    on conflict (tenant, person, id) do update set label = excluded.label, resource = excluded.resource, value = excluded.value`);
  const remove = database.prepare('delete from server_saved_queries where tenant = ? and person = ? and id = ?');
  return {
    list: async (tenant, person) => (list.all(tenant, person) as SavedRow[]).map(({ value, ...query }) => ({ ...query, value: JSON.parse(value) as KeptQuery['value'] })),
    async put(tenant, person, { id, label, resource, value, created }) { put.run(tenant, person, id, label, resource, JSON.stringify(value), created); },
    async remove(tenant, person, id) { remove.run(tenant, person, id); },
  };
}
