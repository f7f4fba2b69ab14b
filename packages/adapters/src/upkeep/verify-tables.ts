import { sql, type RawBuilder } from 'kysely';
import type { Session } from './session.ts';
import { verifyCase, type ChainFinding, type StoredEvent, type StoredHead, type StoredRow } from './verify-case.ts';
import type { Rows } from '../sql/index.ts';
import type { Tables } from '../sql/tables.ts';

/** What was looked at, and what was found. */
export interface Verified { readonly tenants: readonly string[]; readonly cases: number; readonly events: number; readonly findings: readonly ChainFinding[] }

const ask = (session: Session, query: RawBuilder<unknown>): Promise<Rows> => session.run(session.statements.build(query));
const PAGE = 200;

/** Every tenant that has rows in one of these tables, each by a look-up of the next: nothing is read through. */
export async function tenantsIn(session: Session, tables: readonly (keyof Tables)[] = ['heads', 'events', 'cases']): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const table of tables) {
    for (let last: string | null | undefined = ''; ;) {
      const [row] = await ask(session, sql`select min(tenant) as tenant from ${sql.table(table)} where tenant > ${last}`);
      last = row?.['tenant'] as string | null;
      if (last === null) break;
      found.add(last);
    }
  }
  return [...found].sort();
}

/** Verifies every case of these tenants, page by page. */
export async function verifyTables(session: Session, tenants: readonly string[], progress: (done: number, of: number) => void = () => {}): Promise<Verified> {
  const findings: ChainFinding[] = [];
  let [cases, events, of] = [0, 0, 0];
  for (const tenant of tenants) of += Number((await ask(session, sql`select count(*) as n from ${sql.table('heads')} where tenant = ${tenant}`))[0]!['n']);
  for (const tenant of tenants) {
    for (let after = ''; ;) {
      const part = (table: keyof Tables, id: string) => sql`select id from (select distinct ${sql.ref(id)} as id from ${sql.table(table)} where tenant = ${tenant} and ${sql.ref(id)} > ${after} order by ${sql.ref(id)} limit ${sql.raw(String(PAGE))}) as ${sql.ref(table)}`;
      const ids = (await ask(session, sql`${part('heads', 'case_id')} union ${part('events', 'case_id')} union ${part('cases', 'id')} order by id limit ${sql.raw(String(PAGE))}`)).map(({ id }) => id as string);
      if (ids.length === 0) break;
      const within = (column: string) => sql`tenant = ${tenant} and ${sql.ref(column)} in (${sql.join(ids)})`;
      const heads = new Map((await ask(session, sql`select case_id, version, hash, state from ${sql.table('heads')} where ${within('case_id')}`)).map((row) => [row['case_id'], row as unknown as StoredHead]));
      const rows = new Map((await ask(session, sql`select * from ${sql.table('cases')} where ${within('id')}`)).map((row) => [row['id'], row as StoredRow]));
      const logs = new Map(ids.map((id) => [id, [] as StoredEvent[]]));
      for (const row of await ask(session, sql`select case_id, seq, body, hash, at, recorded, type from ${sql.table('events')} where ${within('case_id')} order by case_id, seq`)) logs.get(row['case_id'] as string)!.push(row as unknown as StoredEvent);
      for (const caseId of ids) {
        const log = logs.get(caseId)!;
        events += log.length;
        for (const each of verifyCase(log, heads.get(caseId), rows.get(caseId))) findings.push({ tenant, caseId, ...each });
      }
      cases += ids.length;
      progress(cases, of);
      after = ids.at(-1)!;
    }
  }
  return { tenants, cases, events, findings };
}
