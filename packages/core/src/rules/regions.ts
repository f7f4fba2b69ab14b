import type { Literal } from '../method/condition-schema.ts';
import type { FactValue } from './fact.ts';

/** A text that no name and no day of a method is: it stands for every value that is not mentioned. */
export const OTHER = '\u0000other';

/**
 * Numbers, or days, cut at the values that conditions compare with: before the first, each value itself, what lies between.
 * Within a region every comparison answers alike. Region 2i is the open stretch before `cuts[i]`, region 2i+1 is `cuts[i]`.
 */
export const cutsOf = <T extends number | string>(literals: readonly Literal[], type: 'number' | 'string'): readonly T[] =>
  [...new Set(literals.filter((literal): literal is T => typeof literal === type))].sort((a, b) => (a < b ? -1 : 1));

/** In which region a value lies. */
export const regionOf = (value: number | string, cuts: readonly (number | string)[]): number => {
  for (let i = 0; i < cuts.length; i += 1) {
    const cut = cuts[i]!;
    if (value < cut) return 2 * i;
    if (value === cut) return 2 * i + 1;
  }
  return 2 * cuts.length;
};

/** A number inside each region; nothing where there is none (between two neighbouring whole numbers, outside the bounds). */
export const numberSamples = (cuts: readonly number[], bounds: { readonly whole: boolean; readonly min?: number; readonly max?: number }): readonly (FactValue | undefined)[] => {
  const low = bounds.min ?? Number.NEGATIVE_INFINITY;
  const high = bounds.max ?? Number.POSITIVE_INFINITY;
  return Array.from({ length: 2 * cuts.length + 1 }, (_, region) => {
    if (region % 2 === 1) { const cut = cuts[(region - 1) / 2]!; return cut >= low && cut <= high ? cut : undefined; }
    return between(cuts[region / 2 - 1], cuts[region / 2], { low, high, whole: bounds.whole });
  });
};

const between = (below: number | undefined, above: number | undefined, { low, high, whole }: { low: number; high: number; whole: boolean }): number | undefined => {
  const fits = (value: number): boolean => value >= low && value <= high && (below === undefined || value > below) && (above === undefined || value < above);
  const middle = below === undefined ? (above ?? 1) - 1 : above === undefined ? below + 1 : (below + above) / 2;
  const tries = whole ? [Math.floor(middle), Math.ceil(middle), ...(below === undefined ? [Math.ceil(low)] : [Math.floor(below) + 1])] : [middle, low, high];
  return tries.find((value) => Number.isFinite(value) && fits(value));
};

/** A text inside each region, by the order of texts. */
export const textSamples = (cuts: readonly string[]): readonly string[] =>
  Array.from({ length: 2 * cuts.length + 1 }, (_, region) => (region % 2 === 1 ? cuts[(region - 1) / 2]! : region === 0 ? '' : `${cuts[region / 2 - 1]!}!`));

/** A day inside each region; nothing between two days that follow one another. */
export const daySamples = (cuts: readonly string[]): readonly (FactValue | undefined)[] =>
  Array.from({ length: 2 * cuts.length + 1 }, (_, region) => {
    if (region % 2 === 1) return cuts[(region - 1) / 2]!;
    const below = cuts[region / 2 - 1];
    const above = cuts[region / 2];
    if (below === undefined) return above === undefined ? '2000-01-01' : shifted(above, -1);
    const next = shifted(below, 1);
    return above === undefined || next < above ? next : undefined;
  });

const shifted = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
