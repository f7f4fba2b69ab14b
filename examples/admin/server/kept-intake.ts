import type { IntakePort } from '@bihuan/adapters/http';
import type { Kysely } from 'kysely';
import type { ServerTables } from './server-tables.ts';

/** Which code of a resident opens which case, in the database: of the code only its digest. */
export function keptIntake(queries: Kysely<ServerTables>): IntakePort {
  const find: IntakePort['find'] = async (tenant, id) => {
    const row = await queries.selectFrom('server_intake').select(['case_id', 'unit', 'at']).where('tenant', '=', tenant).where('id', '=', id).executeTakeFirst();
    return row && { id, case: row.case_id, unit: row.unit, at: row.at };
  };
  return {
    find,
    async keep(tenant, { id, case: case_id, unit, at }) {
      try {
        await queries.insertInto('server_intake').values({ tenant, id, case_id, unit, at }).execute();
      } catch (error) {
        if (await find(tenant, id) === undefined) throw error;
      }
    },
  };
}
