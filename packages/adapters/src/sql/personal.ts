import { sql } from 'kysely';
import type { PersonalRow } from '@bihuan/core';
import type { Statements } from './queries.ts';
import type { Rows, Statement } from './statement.ts';

/** Personal values, beside the events. */
export interface Personal {
  of(tenant: string, caseIds: readonly string[]): Statement;
  /** By case, then by reference. */
  valuesOf(rows: Rows): ReadonlyMap<string, ReadonlyMap<string, string>>;
  holding(tenant: string, value: string): Statement;
  holdingSince(tenant: string, query: { readonly method: string; readonly ended: number; readonly limit: number }): Statement;
  /** Erases what lies there, then adds: to be run in the transaction of the events. */
  write(tenant: string, erased: readonly string[], added: readonly PersonalRow[]): readonly Statement[];
}

export function personalIn(statements: Statements): Personal {
  const { dialect } = statements;
  const of = statements.hot(['tenant', 'case_id'], (rows) =>
    sql`select case_id, ref, value from ${sql.table('personal')} where tenant = ${rows[0]!.tenant} and case_id in (${sql.join(rows.map((row) => row.case_id))})`);
  const add = statements.insert('personal', ['tenant', 'case_id', 'ref', 'value']);
  const erase = statements.hot(['tenant', 'case_id'], ([row]) => sql`delete from ${sql.table('personal')} where tenant = ${row!.tenant} and case_id = ${row!.case_id}`);
  return {
    of: (tenant, caseIds) => of(caseIds.map((case_id) => ({ tenant, case_id }))),
    valuesOf(rows) {
      const values = new Map<string, Map<string, string>>();
      for (const { case_id, ref, value } of rows as unknown as readonly { case_id: string; ref: string; value: string }[]) {
        let ofCase = values.get(case_id);
        if (!ofCase) values.set(case_id, ofCase = new Map());
        ofCase.set(ref, value);
      }
      return values;
    },
    holding: (tenant, value) => statements.build(sql`select distinct case_id from ${sql.table('personal')} where tenant = ${tenant} and value = ${value} order by case_id`),
    holdingSince: (tenant, { method, ended, limit }) => statements.build(sql`
      select c.id as case_id from ${sql.table('cases')} as c where c.tenant = ${tenant} and c.method = ${method} and c.ended <= ${dialect.number(ended)}
      and exists (select 1 from ${sql.table('personal')} as p where p.tenant = ${tenant} and p.case_id = c.id) order by c.ended, c.id ${dialect.stretch(0, limit)}`),
    write: (tenant, erased, added) => [
      ...erased.map((case_id) => erase([{ tenant, case_id }])),
      ...add(added.map(({ caseId, ref, value }) => ({ tenant, case_id: caseId, ref, value }))),
    ],
  };
}
