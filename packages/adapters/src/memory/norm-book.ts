import type { CaseStore, Count, NormPeriod } from '@bihuan/core';
import { compareText } from './find-cases.ts';

/**
 * What norms have counted, and what their closed periods came to.
 * 履职与限额的计数，以及已结周期的结果。
 */
export class NormBook {
  /** By norm and period, then by whom it is of. */
  readonly #counts = new Map<string, Map<string, number>>();
  readonly #closed = new Map<string, NormPeriod>();
  /** By norm. */
  readonly #lastEnds = new Map<string, number>();

  /** The first of these counts that would pass its most, each reckoned on top of those before it. */
  refused(counts: readonly Count[]): Count | undefined {
    const added = new Map<string, number>();
    return counts.find(({ norm, of, period, add, max }) => {
      const key = keyOf(norm, period, of);
      const value = (added.get(key) ?? 0) + add;
      added.set(key, value);
      return add > 0 && max !== undefined && (this.#countsOf(norm, period)?.get(of) ?? 0) + value > max;
    });
  }

  add(counts: readonly Count[]): void {
    for (const { norm, of, period, add } of counts) {
      const key = keyOf(norm, period);
      const values = this.#counts.get(key) ?? new Map<string, number>();
      this.#counts.set(key, values.set(of, (values.get(of) ?? 0) + add));
    }
  }

  counts(norm: string, period: string, of?: readonly string[]): ReadonlyMap<string, number> {
    const values = this.#countsOf(norm, period) ?? new Map<string, number>();
    return of === undefined ? new Map(values) : new Map(of.flatMap((whose) => (values.has(whose) ? [[whose, values.get(whose)!] as const] : [])));
  }

  close(periods: readonly NormPeriod[]): void {
    for (const period of periods) {
      const key = keyOf(period.norm, period.period, period.of);
      if (this.#closed.has(key)) continue;
      this.#closed.set(key, period);
      this.#lastEnds.set(period.norm, Math.max(period.ends, this.#lastEnds.get(period.norm) ?? period.ends));
    }
  }

  lastClosed(norm: string): number | undefined {
    return this.#lastEnds.get(norm);
  }

  closed({ norm, period, of, met }: Parameters<CaseStore['closedPeriods']>[1]): readonly NormPeriod[] {
    return [...this.#closed.values()]
      .filter((each) => each.norm === norm && (period === undefined || each.period === period) && (of === undefined || each.of === of) && (met === undefined || each.met === met))
      .sort((a, b) => compareText(a.period, b.period) || compareText(a.of, b.of));
  }

  #countsOf(norm: string, period: string): ReadonlyMap<string, number> | undefined {
    return this.#counts.get(keyOf(norm, period));
  }
}

const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts);
