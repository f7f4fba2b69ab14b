import { randomBytes } from 'node:crypto';
import { type ChangeBus, changeBus } from '@bihuan/adapters/http';
import type { Kysely } from 'kysely';
import type { ServerTables } from './server-tables.ts';
import { settingsTable } from './settings-table.ts';

const name = 'changed';

/** What has changed, also in other processes over the same database: each leaves a mark, and looks now and then for another's. */
export function keptChanges(queries: Kysely<ServerTables>, everyMs = 3_000): ChangeBus {
  const own = new Map<string, string>();
  const seen = new Map<string, string>();
  const marking = new Set<string>();
  const bus = changeBus({
    everyMs,
    async figure(tenant) {
      const mark = await settingsTable(queries, tenant).get(name) ?? '';
      if (mark !== own.get(tenant)) seen.set(tenant, mark); // whoever listens here has been told of our own, and of what came before it
      return seen.get(tenant) ?? '';
    },
  });
  const leaveMark = (tenant: string): void => {
    if (marking.has(tenant)) return;
    marking.add(tenant);
    setTimeout(() => {
      marking.delete(tenant);
      const mark = randomBytes(12).toString('base64url');
      own.set(tenant, mark);
      settingsTable(queries, tenant).set(name, mark).catch(() => undefined); // another process then learns of it with the next change
    }, everyMs / 3).unref();
  };
  return {
    ...bus,
    tell(tenant, topic) {
      bus.tell(tenant, topic);
      leaveMark(tenant);
    },
  };
}
