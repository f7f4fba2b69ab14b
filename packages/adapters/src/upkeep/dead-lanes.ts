import { sql } from 'kysely';
import type { Session } from './session.ts';

/** A consumer of a tenant for whom something stands that was given up. */
export interface Stuck { readonly tenant: string; readonly consumer: string }

/** For whom dead letters stand. */
export async function stuckConsumers({ run, statements }: Session): Promise<readonly Stuck[]> {
  const rows = await run(statements.build(sql`select distinct tenant, consumer from ${sql.table('outbox')} where next is null order by tenant, consumer`));
  return rows.map(({ tenant, consumer }) => ({ tenant: tenant as string, consumer: consumer as string }));
}
