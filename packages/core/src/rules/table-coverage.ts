import type { Words } from '../issues/issue.ts';
import type { ClassificationSchema } from '../method/classification-schema.ts';
import type { Fact } from '../method/condition-schema.ts';
import { rulesInOrder } from './compile-table.ts';
import { AxisCollector, type Axis, type Decided } from './coverage-axes.ts';
import { everyCell, mergeCells, type Merged } from './coverage-cells.ts';
import type { FactTime, FactValue } from './fact.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The most combinations of values that are tried. */
export const MOST_COMBINATIONS = 10_000;

/** One combination of values, as a sample: what is not named may be anything. A fact without a value is not known. */
export interface Combination {
  readonly facts: readonly { readonly fact: Fact; readonly value?: FactValue; readonly says: Words }[];
  /** It comes about only because something is not known. */
  readonly unknown: boolean;
}

/**
 * What can be said of a decision table without any case. Only what is certain: where a rule asks for something whose values cannot be
 * listed, `undecided` says so, and the rest holds whatever that turns out to be.
 */
export interface TableCoverage {
  /** Rules that never decide, because the rules named in `by` always come first; `by` is empty when the rule can hold for no case at all. */
  readonly hidden: readonly { readonly rule: string; readonly by: readonly string[] }[];
  /** Combinations that no rule answers, at most twenty; those that need something to be not known come last. */
  readonly gaps: readonly Combination[];
  /** With `unique`: two rules that match at once, with a sample. */
  readonly overlaps: readonly { readonly rules: readonly [string, string]; readonly at: Combination }[];
  /** Why not everything could be decided. */
  readonly undecided?: { readonly reason: 'unclear'; readonly says: readonly Words[] } | { readonly reason: 'too-many'; readonly combinations: number };
}

/**
 * Decides which rules an earlier one hides, which combinations of values no rule answers, and with `unique` which rules overlap: over choices,
 * yes-no, numbers and dates compared with values. Facts are taken as independent of one another; numbers and dates are cut at what they are compared with.
 */
export const tableCoverage = (classification: ClassificationSchema, vocabulary: Vocabulary, time: FactTime): TableCoverage => {
  const collector = new AxisCollector(vocabulary, time);
  const rules = rulesInOrder(classification).map(([name, { when }]): Judged => ({ name, holds: when ? collector.take(when) : () => true }));
  const axes = collector.axes();
  const combinations = axes.reduce((product, axis) => product * axis.regions.length, 1);
  if (combinations > MOST_COMBINATIONS) return { hidden: [], gaps: [], overlaps: [], undecided: { reason: 'too-many', combinations } };
  const unclear = axes.filter((axis) => axis.kind === 'unclear');
  const cells = everyCell(axes).map((cell): Cell => ({ cell, matching: matchingAt(rules, axes, cell) }));
  const hit = classification.hit ?? 'first';
  return {
    hidden: hit === 'first' ? hiddenIn(rules, cells) : neverHolding(rules, cells),
    gaps: gapsIn(axes, cells),
    overlaps: hit === 'unique' ? overlapsIn(rules, axes, cells) : [],
    ...(unclear.length > 0 && { undecided: { reason: 'unclear' as const, says: unclear.map((axis) => axis.says) } }),
  };
};

interface Judged { readonly name: string; readonly holds: Decided }
interface Cell { readonly cell: readonly number[]; readonly matching: readonly number[] }

const matchingAt = (rules: readonly Judged[], axes: readonly Axis[], cell: readonly number[]): readonly number[] => {
  const values = new Map(axes.map((axis, i) => [axis.key, axis.regions[cell[i]!]!.value]));
  return rules.flatMap(({ holds }, i) => (holds((key) => values.get(key)) ? [i] : []));
};

/** Rules that hold somewhere and come first nowhere, with the rules that come first instead; and rules that hold nowhere. */
const hiddenIn = (rules: readonly Judged[], cells: readonly Cell[]): TableCoverage['hidden'] => {
  const first = new Set(cells.map(({ matching }) => matching[0]));
  return rules.flatMap(({ name }, rule) => {
    if (first.has(rule)) return [];
    const by = new Set(cells.filter(({ matching }) => matching.includes(rule)).map(({ matching }) => matching[0]!));
    return [{ rule: name, by: [...by].sort((a, b) => a - b).map((i) => rules[i]!.name) }];
  });
};

const neverHolding = (rules: readonly Judged[], cells: readonly Cell[]): TableCoverage['hidden'] => {
  const holding = new Set(cells.flatMap(({ matching }) => matching));
  return rules.flatMap(({ name }, rule) => (holding.has(rule) ? [] : [{ rule: name, by: [] }]));
};

const MOST_GAPS = 20;

/** What no rule answers, for either answer of everything unclear; neighbouring combinations are told as one. */
const gapsIn = (axes: readonly Axis[], cells: readonly Cell[]): readonly Combination[] => {
  const open = cells.filter(({ matching }) => matching.length === 0).map(({ cell }) => cell);
  const must = axes.flatMap((axis, i) => (axis.kind === 'unclear' ? [i] : []));
  const everyPlace = axes.map(({ regions }) => regions.map((_, place) => place));
  const knownPlace = axes.map(({ regions }) => regions.flatMap(({ missing }, place) => (missing ? [] : [place])));
  const withKnown = open.filter((cell) => !hasMissing(axes, cell));
  const known = mergeCells({ open: withKnown, tell: withKnown, choices: knownPlace, must, most: MOST_GAPS });
  const unknown = mergeCells({ open, tell: open.filter((cell) => hasMissing(axes, cell)), choices: everyPlace, must, most: MOST_GAPS })
    .filter((merged) => hasMissing(axes, merged));
  return [...known.map((merged) => combination(axes, merged, false)), ...unknown.map((merged) => combination(axes, merged, true))].slice(0, MOST_GAPS);
};

const combination = (axes: readonly Axis[], merged: Merged, unknown: boolean): Combination => ({
  facts: axes.flatMap((axis, i) => {
    const region = merged[i] === undefined ? undefined : axis.regions[merged[i]]!;
    return region === undefined || axis.kind === 'unclear' ? [] : [{ fact: axis.fact, ...(region.value !== undefined && { value: region.value }), says: region.says }];
  }),
  unknown,
});

/** Pairs of rules that match at once whatever is unclear, each pair once. */
const overlapsIn = (rules: readonly Judged[], axes: readonly Axis[], cells: readonly Cell[]): TableCoverage['overlaps'] => {
  const clear = axes.map((axis) => axis.kind === 'fact');
  const sure = new Map<string, { cell: readonly number[]; matching: ReadonlySet<number> }>();
  for (const { cell, matching } of cells) {
    const key = cell.filter((_, i) => clear[i]).join();
    const before = sure.get(key)?.matching;
    sure.set(key, { cell, matching: new Set(before ? matching.filter((rule) => before.has(rule)) : matching) });
  }
  const found = new Map<string, TableCoverage['overlaps'][number]>();
  const certain = [...sure.values()].sort((a, b) => Number(hasMissing(axes, a.cell)) - Number(hasMissing(axes, b.cell)));
  for (const { cell, matching } of certain) {
    const together = [...matching].sort((a, b) => a - b);
    for (const [i, a] of together.entries()) for (const b of together.slice(i + 1)) {
      if (!found.has(`${a} ${b}`)) found.set(`${a} ${b}`, { rules: [rules[a]!.name, rules[b]!.name], at: combination(axes, cell, hasMissing(axes, cell)) });
    }
  }
  return [...found.values()];
};

const hasMissing = (axes: readonly Axis[], cell: Merged): boolean => cell.some((place, i) => place !== undefined && axes[i]!.regions[place]!.missing);
