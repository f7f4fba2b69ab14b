import { previousPeriod } from '../calendar/index.ts';
import type { PeriodDays } from '../calendar/index.ts';
import type { Rules } from '../case/rules.ts';
import type { Fact } from '../method/condition-schema.ts';
import type { MetricSchema } from '../method/query-schema.ts';
import { fromCases } from '../queries/assess.ts';
import type { Assessment, Assessor } from '../queries/assess.ts';
import { metricsBehind } from '../queries/metric.ts';
import { metricReads } from '../queries/reads.ts';
import type { Desk } from './desk.ts';
import { loadWorld } from './query-world.ts';
import { quickFigures } from './quick-figures.ts';

/** What some metrics are asked for. `past`: as things stood before now. */
export interface Measuring {
  readonly period: PeriodDays | undefined;
  readonly within?: string | undefined;
  readonly ids?: boolean | undefined;
  readonly at: number;
  readonly past: boolean;
}

/** Everything that these metrics are reckoned from, read beforehand: from entries where it lies there, else from the cases, which are loaded once. */
export const readAssessor = async (desk: Desk, rules: Rules, metrics: readonly MetricSchema[], measuring: Measuring): Promise<Assessor> => {
  const { within, at, past } = measuring;
  const quick = past ? undefined : await quickFigures(desk, rules, measuring);
  const known = new Map<string, Assessment>();
  const slow = new Set<MetricSchema>();
  for (const { schema, period, by } of askedOf(rules, metrics, measuring.period)) {
    const key = keyOf(schema, period, by);
    const assessment = known.get(key) ?? await quick?.assess(schema, period, by);
    if (assessment) known.set(key, assessment);
    else slow.add(schema);
  }
  const world = slow.size === 0 ? undefined : await loadWorld(desk, rules, {
    overs: [...slow].map(({ over }) => over), reads: [...slow, ...metrics].flatMap((metric) => metricReads(metric, rules.vocabulary)), at, asOf: at, within,
  });
  const slowly = world && fromCases(rules, world);
  return (schema, period, by) => known.get(keyOf(schema, period, by)) ?? slowly!(schema, period, by);
};

interface AskedFor { readonly schema: MetricSchema; readonly period: PeriodDays | undefined; readonly by: Fact | undefined }

/** Each metric that is no score, by the fact of what is reckoned from it; of the period before without it. */
const askedOf = (rules: Rules, metrics: readonly MetricSchema[], period: PeriodDays | undefined): readonly AskedFor[] => metrics.flatMap((metric) => {
  const leaves = [...metricsBehind(rules, metric)].filter(({ score }) => score === undefined);
  const earlier = period && previousPeriod(period);
  return leaves.flatMap((schema): AskedFor[] => [{ schema, period, by: metric.by }, ...(earlier ? [{ schema, period: earlier, by: undefined }] : [])]);
});

const keyOf = ({ over, of, share, measure, exempt, dated }: MetricSchema, period: PeriodDays | undefined, by: Fact | undefined): string =>
  JSON.stringify([over, of, share, measure, exempt, dated, period?.name, by]);
