import type { StudioPort } from '@bihuan/adapters/http';
import type { Kysely } from 'kysely';
import type { ServerTables } from './server-tables.ts';

/** What the studio keeps of one district: each version published, and the draft. */
export type KeptStudio = Pick<StudioPort, 'versions' | 'text' | 'draft' | 'saveDraft' | 'dropDraft' | 'publish'>;

/** The studio's drafts and versions in the database. */
export function keptStudio(queries: Kysely<ServerTables>, tenant: string): KeptStudio {
  const text: KeptStudio['text'] = async (version) =>
    (await queries.selectFrom('server_methods').select('text').where('tenant', '=', tenant).where('version', '=', version).executeTakeFirst())?.text;
  const draft: KeptStudio['draft'] = () => queries.selectFrom('server_drafts').select(['text', 'revision', 'at', 'by']).where('tenant', '=', tenant).executeTakeFirst();
  return {
    versions: () => queries.selectFrom('server_methods').select(['version', 'at', 'by']).where('tenant', '=', tenant).orderBy('at').orderBy('version').execute(),
    text, draft,
    async saveDraft(changed, seen) {
      if (seen === 0) return added(() => queries.insertInto('server_drafts').values({ tenant, ...changed, revision: 1 }).execute(), draft);
      const { numUpdatedRows } = await queries.updateTable('server_drafts').set({ ...changed, revision: seen + 1 }).where('tenant', '=', tenant).where('revision', '=', seen).executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async dropDraft() { await queries.deleteFrom('server_drafts').where('tenant', '=', tenant).execute(); },
    publish: (version) => added(() => queries.insertInto('server_methods').values({ tenant, ...version }).execute(), () => text(version.version)),
  };
}

/** Adds a row; false where one with its key is there already. */
async function added(add: () => Promise<unknown>, there: () => Promise<unknown>): Promise<boolean> {
  if (await there() !== undefined) return false;
  try {
    await add();
    return true;
  } catch (error) {
    if (await there() === undefined) throw error;
    return false;
  }
}
