import { sql } from 'kysely';
import type { Count } from '@bihuan/core';
import type { Statements } from './queries.ts';
import { stretches } from './queries.ts';
import type { Rows, Statement } from './statement.ts';

/** How a batch's counts are written, or which of them passes its most. */
export type Reckoned = { readonly statements: readonly Statement[] } | { readonly refused: Count };

/** The counters of norms. */
export interface NormCounts {
  /** What has to be read, and locked, before these counts can be reckoned: the counters that have a most. */
  read(tenant: string, counts: readonly Count[]): readonly Statement[];
  /** Reckons each on top of those before it. One that is not there yet and has a most is begun in a way that fails where another begins it at the same time. */
  reckon(tenant: string, counts: readonly Count[], read: readonly Rows[]): Reckoned;
  /** What has been counted, by whom it is of. */
  values(tenant: string, norm: string, period: string, of?: readonly string[]): readonly Statement[];
  valuesOf(read: readonly Rows[]): ReadonlyMap<string, number>;
}

/** Counts in this database. */
export function normCounts(statements: Statements): NormCounts {
  const { dialect } = statements;
  const columns = ['tenant', 'norm', 'period', 'whose', 'value'] as const;
  const key = columns.slice(0, 4);
  const [begin, step] = [statements.insert('counts', columns), statements.insert('counts', columns, dialect.add('counts', key, 'value'))];
  const everyone = statements.hot(['tenant', 'norm', 'period'], ([row]) =>
    sql`select norm, period, whose, value from ${sql.table('counts')} where tenant = ${row!.tenant} and norm = ${row!.norm} and period = ${row!.period}`);
  const some = (end: typeof dialect.locked) => statements.hot(['tenant', 'norm', 'period', 'whose'], (rows) =>
    sql`select norm, period, whose, value from ${sql.table('counts')} where tenant = ${rows[0]!.tenant} and norm = ${rows[0]!.norm} and period = ${rows[0]!.period} and whose in (${sql.join(rows.map((row) => row.whose))}) order by whose ${end}`);
  const [seen, locked] = [some(sql``), some(dialect.locked)];
  const of = (tenant: string, whom: readonly string[], norm: string, period: string, statement = seen) => stretches(whom).map((part) => statement(part.map((whose) => ({ tenant, norm, period, whose }))));

  return {
    read: (tenant, counts) => [...limited(counts)].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, group]) => of(tenant, [...group.of].sort(), group.norm, group.period, locked)),
    reckon(tenant, counts, read) {
      const kept = new Map(read.flat().map((row) => [keyOf(row as { norm: string; period: string; whose: string }), Number(row['value'])]));
      const limits = new Set([...limited(counts).values()].flatMap(({ norm, period, of: whom }) => [...whom].map((whose) => keyOf({ norm, period, whose }))));
      const sums = new Map<string, { readonly tenant: string; readonly norm: string; readonly period: string; readonly whose: string; value: number }>();
      for (const count of counts) {
        const { norm, of: whose, period, add, max } = count;
        const name = keyOf({ norm, period, whose });
        const sum = sums.get(name) ?? { tenant, norm, period, whose, value: 0 };
        sum.value += add;
        if (add > 0 && max !== undefined && (kept.get(name) ?? 0) + sum.value > max) return { refused: count };
        sums.set(name, sum);
      }
      const sorted = [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
      const isNew = (name: string) => limits.has(name) && !kept.has(name);
      return { statements: [...begin(sorted.filter(([name]) => isNew(name)).map(([, sum]) => sum)), ...step(sorted.filter(([name]) => !isNew(name)).map(([, sum]) => sum))] };
    },
    values: (tenant, norm, period, whom) => (whom ? of(tenant, [...new Set(whom)], norm, period) : [everyone([{ tenant, norm, period }])]),
    valuesOf: (read) => new Map(read.flat().map((row) => [row['whose'] as string, Number(row['value'])])),
  };
}

/** Whose counters have a most, by norm and period. */
function limited(counts: readonly Count[]): ReadonlyMap<string, { readonly norm: string; readonly period: string; readonly of: Set<string> }> {
  const groups = new Map<string, { readonly norm: string; readonly period: string; readonly of: Set<string> }>();
  for (const { norm, period, of, add, max } of counts) {
    if (max === undefined || add <= 0) continue;
    const name = JSON.stringify([norm, period]);
    const group = groups.get(name) ?? { norm, period, of: new Set<string>() };
    groups.set(name, group);
    group.of.add(of);
  }
  return groups;
}

const keyOf = ({ norm, period, whose }: { norm: string; period: string; whose: string }): string => JSON.stringify([norm, period, whose]);
