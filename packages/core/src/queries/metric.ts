import { previousPeriod } from '../calendar/index.ts';
import type { PeriodDays } from '../calendar/index.ts';
import type { Rules } from '../case/rules.ts';
import type { MetricSchema } from '../method/query-schema.ts';
import { wordsOf } from '../method/words.ts';
import { assess } from './assess.ts';
import type { Assessed, Assessment, Assessor } from './assess.ts';
import type { MetricGroup, MetricValue } from './figures.ts';
import { compare, exactly, fraction } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import { metricsIn } from './score.ts';

/** As of when a metric is read (as text, for whoever is shown it), in which period, and whether the cases behind each number are told. */
export interface Asked { readonly asOf: string; readonly period?: PeriodDays | undefined; readonly ids?: boolean | undefined }

/** A metric: in all and by group, ranked if it says so, beside the period before and its target. */
export const metricValue = (rules: Rules, name: string, schema: MetricSchema, assessor: Assessor, { asOf, period, ids = true }: Asked): MetricValue => {
  const now = assess(rules, schema, assessor, period, schema.by);
  const earlier = period && previousPeriod(period);
  const before = earlier && assess(rules, schema, assessor, earlier, undefined).total;
  const { target, wanted, measure } = schema;
  return {
    name, label: wordsOf(schema.label), asOf, ...(period && { period: period.name }), ...now.total.figure, ...(ids && { ids: now.total.ids }),
    ...(now.total.raw && { raw: now.total.raw.figure }),
    ...(measure && 'in' in measure.of && { in: measure.of.in }),
    ...(schema.by && { groups: groupsOf(now, schema.rank, ids) }),
    ...(before && { previous: before.figure, ...changeOf(before.exact, now.total.exact) }),
    ...(wanted && { wanted }),
    ...(target && { target: { ...(target.min !== undefined && { min: target.min }), ...(target.max !== undefined && { max: target.max }), met: meets(target, now.total.exact) } }),
  };
};

/** This metric and those that it is reckoned from, each once. */
export const metricsBehind = (rules: Pick<Rules, 'method'>, schema: MetricSchema, seen: Set<MetricSchema> = new Set()): ReadonlySet<MetricSchema> => {
  if (seen.has(schema)) return seen;
  seen.add(schema);
  for (const name of schema.score === undefined ? [] : metricsIn(schema.score)) {
    const other = rules.method.metrics?.[name];
    if (other) metricsBehind(rules, other, seen);
  }
  return seen;
};

const groupsOf = ({ groups }: Assessment, rank: MetricSchema['rank'], told: boolean): MetricGroup[] => {
  const ranks = rank && ranked([...groups].map(([value, { exact }]) => [value, exact]), rank);
  const all = [...groups].map(([value, { label, ...assessed }]): MetricGroup => ({ value, label, ...groupFigure(assessed, told), ...(ranks?.has(value) && { rank: ranks.get(value)! }) }));
  return ranks ? all.sort((a, b) => (a.rank ?? all.length + 1) - (b.rank ?? all.length + 1)) : all;
};

const groupFigure = ({ figure: { value, ...figure }, ids, raw }: Assessed, told: boolean): Omit<MetricGroup, 'value' | 'label'> =>
  ({ ...figure, ...(value !== undefined && { figure: value }), ...(told && { ids }), ...(raw && { raw: raw.figure }) });

/** Who is how far ahead: one more than are better, so that who comes to the same has the same rank: 1, 2, 2, 4. What has no value has no rank. */
export const ranked = (values: readonly (readonly [string, Fraction | undefined])[], first: 'highest' | 'lowest'): ReadonlyMap<string, number> => {
  const known = values.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
  known.sort((a, b) => (first === 'highest' ? compare(b.value, a.value) : compare(a.value, b.value)));
  const ranks = new Map<string, number>();
  known.forEach(({ name, value }, i) => {
    const previous = known[i - 1];
    ranks.set(name, previous && compare(previous.value, value) === 0 ? ranks.get(previous.name)! : i + 1);
  });
  return ranks;
};

const changeOf = (before: Fraction | undefined, now: Fraction | undefined): Pick<MetricValue, 'change'> => {
  if (before === undefined || now === undefined) return {};
  const order = compare(now, before);
  return { change: order > 0 ? 'rising' : order < 0 ? 'falling' : 'level' };
};

/** Compared exactly. Where there is nothing that has a value, no least is reached and no most is passed. */
const meets = ({ min, max }: NonNullable<MetricSchema['target']>, value: Fraction = fraction(0)): boolean =>
  (min === undefined || compare(value, exactly(min)) >= 0) && (max === undefined || compare(value, exactly(max)) <= 0);
