import { compare, dividedBy, fraction, plus } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import type { Finding } from './entries.ts';
import { reckoned } from './reckon.ts';
import type { Reckoned } from './reckon.ts';
import type { MetricSchema } from '../method/query-schema.ts';

/** Some things of one group that are alike exempt, or alike not, added up: as a store adds up entries, or one by one. */
export interface Tally {
  readonly group: string;
  readonly exempt: boolean;
  readonly count: number;
  /** Of how many the share holds. */
  readonly hits: number;
  /** What they measure, of those that measure something. A median is reckoned of tallies that measure one amount each. */
  readonly measured?: { readonly sum: Fraction; readonly least: Fraction; readonly greatest: Fraction };
  /** The cases behind them, where they are told. */
  readonly ids?: readonly string[];
}

/** What was found in cases, one tally for each. */
export const talliesOf = (findings: readonly Finding[]): readonly Tally[] => findings.map(({ item: { id }, group, hit, exempt, amount }) =>
  ({ group, exempt, count: 1, hits: hit ? 1 : 0, ids: [id], ...(amount && { measured: { sum: amount, least: amount, greatest: amount } }) }));

/** What tallies come to: how many, which share, or how much. */
export const figureOf = ({ share, measure }: Pick<MetricSchema, 'share' | 'measure'>, tallies: readonly Tally[]): Reckoned => {
  if (measure) {
    const measured = tallies.filter((each) => each.measured !== undefined);
    return reckoned({ count: total(measured, 'count') }, combined(measured, measure.as), behind(measured));
  }
  const count = total(tallies, 'count');
  if (share === undefined) return reckoned({ count }, fraction(count), behind(tallies));
  const hits = total(tallies, 'hits');
  return reckoned({ count: hits, of: count, ...(count > 0 && { share: hits / count }) }, count === 0 ? undefined : fraction(hits, count), behind(tallies.filter((each) => each.hits > 0)));
};

const total = (tallies: readonly Tally[], what: 'count' | 'hits'): number => tallies.reduce((sum, each) => sum + each[what], 0);
const behind = (tallies: readonly Tally[]): readonly { readonly id: string }[] => tallies.flatMap(({ ids = [] }) => ids.map((id) => ({ id })));

const combined = (tallies: readonly Tally[], as: NonNullable<MetricSchema['measure']>['as']): Fraction | undefined => {
  const sum = (): Fraction => tallies.reduce((all, { measured }) => plus(all, measured!.sum), fraction(0));
  if (as === 'sum') return sum();
  if (tallies.length === 0) return undefined;
  const count = total(tallies, 'count');
  if (as === 'average') return dividedBy(sum(), fraction(count));
  if (as === 'median') return median(tallies, count);
  const all = tallies.map(({ measured }) => measured![as]);
  return all.reduce((a, b) => ((compare(a, b) <= 0) === (as === 'least') ? a : b));
};

/** Half way between the two in the middle. */
const median = (tallies: readonly Tally[], count: number): Fraction | undefined => {
  const sorted = tallies.map(({ measured, count: n }) => ({ amount: measured!.least, n })).sort((a, b) => compare(a.amount, b.amount));
  const at = (place: number): Fraction => {
    let left = place;
    return sorted.find(({ n }) => (left -= n) < 0)!.amount;
  };
  return dividedBy(plus(at(Math.floor((count - 1) / 2)), at(Math.floor(count / 2))), fraction(2));
};
