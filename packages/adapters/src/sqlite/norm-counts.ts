import type { Count } from '@bihuan/core';
import type { SqliteDatabase } from './database.ts';

/** The counters of norms. */
export interface NormCounts {
  /** One more step of a counter; false where its most would be passed. To be run in a transaction: two at once would read the same value. */
  add(tenant: string, count: Count): boolean;
  /** What has been counted, by whom it is of. */
  values(tenant: string, norm: string, period: string, of?: readonly string[]): ReadonlyMap<string, number>;
}

/** Counts on this database. Its statements are prepared once. */
export function normCounts(database: SqliteDatabase): NormCounts {
  const step = database.prepare('insert into bihuan_counts (tenant, norm, period, whose, value) values (?, ?, ?, ?, ?) on conflict (tenant, norm, period, whose) do update set value = value + excluded.value');
  const one = database.prepare('select value from bihuan_counts where tenant = ? and norm = ? and period = ? and whose = ?');
  const everyone = database.prepare('select whose, value from bihuan_counts where tenant = ? and norm = ? and period = ?');
  const value = (...key: readonly [tenant: string, norm: string, period: string, whose: string]) => (one.get(...key) as { value: number } | undefined)?.value;
  return {
    add(tenant, { norm, of, period, add, max }) {
      if (add > 0 && max !== undefined && (value(tenant, norm, period, of) ?? 0) + add > max) return false;
      step.run(tenant, norm, period, of, add);
      return true;
    },
    values(tenant, norm, period, of) {
      if (of === undefined) return new Map((everyone.all(tenant, norm, period) as { whose: string; value: number }[]).map((row) => [row.whose, row.value]));
      const found = new Map<string, number>();
      for (const whose of of) {
        const counted = value(tenant, norm, period, whose);
        if (counted !== undefined) found.set(whose, counted);
      }
      return found;
    },
  };
}
