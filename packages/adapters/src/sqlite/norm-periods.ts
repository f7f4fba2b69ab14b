import { sql, type RawBuilder } from 'kysely';
import type { CaseStore, NormPeriod } from '@bihuan/core';
import type { SqliteDatabase } from './database.ts';
import type { Tables } from './tables.ts';

type PeriodRecord = Omit<Tables['bihuan_periods'], 'tenant'>;

/** Keeps closed periods; one that is there already stays as it is. To be run in a transaction. */
export function periodWriter(database: SqliteDatabase): (tenant: string, periods: readonly NormPeriod[]) => void {
  const add = database.prepare('insert into bihuan_periods (tenant, norm, period, whose, unit, ends, value, met) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing');
  return (tenant, periods) => {
    for (const { norm, period, of, unit, ends, count, met } of periods) add.run(tenant, norm, period, of, unit, ends, count, Number(met));
  };
}

/** The closed periods of a norm that are asked for, in order of period, then of whom. */
export function selectPeriods(tenant: string, { norm, period, of, met }: Parameters<CaseStore['closedPeriods']>[1]): RawBuilder<PeriodRecord> {
  const all = [sql`tenant = ${tenant}`, sql`norm = ${norm}`];
  if (period !== undefined) all.push(sql`period = ${period}`);
  if (of !== undefined) all.push(sql`whose = ${of}`);
  if (met !== undefined) all.push(sql`met = ${Number(met)}`);
  return sql<PeriodRecord>`select norm, period, whose, unit, ends, value, met from bihuan_periods where ${sql.join(all, sql` and `)} order by period, whose`;
}

/** The period as it was closed. */
export const periodOf = ({ norm, period, whose, unit, ends, value, met }: PeriodRecord): NormPeriod =>
  ({ norm, of: whose, unit, period, ends, count: value, met: met === 1 });
