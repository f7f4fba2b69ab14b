import { sql, type RawBuilder } from 'kysely';
import type { CaseStore, NormPeriod } from '@bihuan/core';
import type { Statements } from './queries.ts';
import type { Rows, Statement } from './statement.ts';
import type { Tables } from './tables.ts';

/** Keeps closed periods; one that is there already stays as it is. In one order for everybody, so that two never wait for each other. */
export function periodWriter(statements: Statements): (tenant: string, periods: readonly NormPeriod[]) => readonly Statement[] {
  const add = statements.insert('periods', ['tenant', 'norm', 'period', 'whose', 'unit', 'ends', 'value', 'met'], statements.dialect.keep);
  return (tenant, periods) => {
    const rows = new Map<string, { tenant: string; norm: string; period: string; whose: string; unit: string; ends: number; value: number; met: number }>();
    for (const { norm, period, of, unit, ends, count, met } of periods) {
      const key = JSON.stringify([norm, period, of]);
      if (!rows.has(key)) rows.set(key, { tenant, norm, period, whose: of, unit, ends, value: count, met: Number(met) });
    }
    return add([...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row));
  };
}

/** The closed periods of a norm that are asked for, in order of period, then of whom. */
export function selectPeriods(tenant: string, { norm, period, of, met }: Parameters<CaseStore['closedPeriods']>[1]): RawBuilder<unknown> {
  const all = [sql`tenant = ${tenant}`, sql`norm = ${norm}`];
  if (period !== undefined) all.push(sql`period = ${period}`);
  if (of !== undefined) all.push(sql`whose = ${of}`);
  if (met !== undefined) all.push(sql`met = ${sql.raw(met ? '1' : '0')}`);
  return sql`select norm, period, whose, unit, ends, value, met from ${sql.table('periods')} where ${sql.join(all, sql` and `)} order by period, whose`;
}

/** The periods as they were closed. */
export const periodsOf = (rows: Rows): readonly NormPeriod[] => (rows as unknown as readonly Omit<Tables['periods'], 'tenant'>[]).map(({ norm, period, whose, unit, ends, value, met }) =>
  ({ norm, of: whose, unit, period, ends: Number(ends), count: Number(value), met: Number(met) === 1 }));
