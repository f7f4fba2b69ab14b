import { z } from 'zod';
import { Condition, Fact } from './condition-schema.ts';
import { About, Name, Text, named } from './names.ts';
import { PeriodName } from './norm-schema.ts';

const Column = z.strictObject({ label: Text, show: Fact, source: Text.optional() }).meta({ id: 'Column', title: 'Column / 列' });
const oneOrMore = z.union([Name, z.array(Name).min(1)]);

/**
 * What a query is over. Of a record, ask, clock or norm period, `{ "field": … }` reads its own values (`at`, `by`, `unit`, `state`, `late`,
 * `count`, `met` …); a field that it has not, and every other fact, is read of its case.
 */
export const Over = z.union([
  z.strictObject({ cases: oneOrMore.meta({ description: 'Cases of these kinds / 这些类型的事项' }) }),
  z.strictObject({ each: Name.meta({ description: 'Every subject, those without a log too / 每个对象，无日志的也算' }) }),
  z.strictObject({ records: Name }), z.strictObject({ asks: Name }), z.strictObject({ clocks: Name }),
  z.strictObject({ norm: Name.meta({ description: 'Every subject and period of this norm / 该要求的每个对象每个周期' }) }),
]).meta({ id: 'Over', title: 'Over / 统计对象', description: 'Default: all cases / 默认：全部事项' });
export type Over = z.infer<typeof Over>;

/** A named view: what, which columns in which order, which date puts it into its period. */
export const LedgerSchema = z.strictObject({
  ...About,
  over: Over.optional(),
  where: Condition.optional(),
  dated: Fact.optional().meta({ description: 'The date that puts a case into its period / 按哪个时间归入周期' }),
  period: PeriodName.optional(),
  columns: named(Column),
  order: z.array(Name).min(1),
  sort: z.array(z.strictObject({ by: Fact, order: z.enum(['asc', 'desc']).optional() })).min(1).optional().meta({ description: 'Rows by these, first first; default by the date that puts them into their period, then by time of opening / 行的次序；默认按归入周期的时间，再按受理时间' }),
  public: z.literal(true).optional().meta({ description: 'Shown to everybody: may hold no personal data / 对外公开（晒），不得含个人信息' }),
  issued: z.strictObject({ by: z.array(Name).min(1) }).optional().meta({ description: 'May be issued, which fixes its rows; who may / 可发布：发布后行即固定；由谁发布' }),
}).meta({ id: 'Ledger', title: 'Ledger / 台账' });
export type LedgerSchema = z.infer<typeof LedgerSchema>;

/** What is measured of each thing looked at. */
const Measure = z.strictObject({
  of: z.union([
    Fact,
    z.strictObject({ from: Fact, to: Fact, in: z.enum(['minutes', 'hours', 'days', 'working-hours', 'working-days']) }).meta({ description: 'The time between two moments / 两个时间之间多久' }),
  ]),
  as: z.enum(['sum', 'average', 'median', 'least', 'greatest']),
}).meta({ id: 'Measure', title: 'Measure / 度量' });

/** A small closed arithmetic over other metrics of the same unit and period; exact. */
export type Score =
  | number | { metric: string }
  | { sum: Score[] } | { product: Score[] } | { least: Score[] } | { greatest: Score[] }
  | { difference: [Score, Score] } | { quotient: [Score, Score] } | { whole: Score }
  | { steps: Score; table: { min?: number | undefined; is: number }[] };
const ScoreAgain = z.lazy((): z.ZodType<Score> => Score);
export const Score: z.ZodType<Score> = z.union([
  z.number(), z.strictObject({ metric: Name }),
  z.strictObject({ sum: z.array(ScoreAgain).min(1) }), z.strictObject({ product: z.array(ScoreAgain).min(1) }),
  z.strictObject({ least: z.array(ScoreAgain).min(1) }), z.strictObject({ greatest: z.array(ScoreAgain).min(1) }),
  z.strictObject({ difference: z.tuple([ScoreAgain, ScoreAgain]) }), z.strictObject({ quotient: z.tuple([ScoreAgain, ScoreAgain]) }),
  z.strictObject({ whole: ScoreAgain }),
  z.strictObject({ steps: ScoreAgain, table: z.array(z.strictObject({ min: z.number().optional(), is: z.number() })).min(1) }),
]).meta({ id: 'Score', title: 'Score / 计分', description: 'A number, another metric, or sum, difference, product, quotient, least, greatest, whole part, a table of steps / 数、其他指标，或和、差、积、商、最小、最大、取整、分档' });

/** A number about many: how many, what share, how much, or a score; by unit and period, with its target. */
export const MetricSchema = z.strictObject({
  ...About,
  over: Over.optional(),
  of: Condition.optional().meta({ description: 'Which are looked at; default all / 统计范围（分母）' }),
  share: Condition.optional().meta({ description: 'With it the metric is a rate: the share of which this holds / 分子条件，写了就是比率' }),
  measure: Measure.optional().meta({ description: 'Instead: so much / 改为度量值' }),
  score: Score.optional().meta({ description: 'Instead: reckoned from other metrics / 改为由其他指标计算' }),
  exempt: Condition.optional().meta({ description: 'Left out of the figure; the raw one stays beside it / 剔除条件，剔除前的数并列显示' }),
  dated: Fact.optional().meta({ description: 'The date that puts it into its period; what has none counts in every one / 按哪个时间归入周期' }),
  period: PeriodName.optional(),
  by: Fact.optional().meta({ description: 'Broken down by this fact / 按此分组' }),
  rank: z.enum(['highest', 'lowest']).optional().meta({ description: 'The groups are ranked, the highest or the lowest first / 分组排名：高者或低者在前' }),
  wanted: z.enum(['rising', 'falling']).optional(),
  target: z.strictObject({ min: z.number().optional(), max: z.number().optional() }).optional(),
}).meta({ id: 'Metric', title: 'Metric / 指标' });
export type MetricSchema = z.infer<typeof MetricSchema>;

/** Metrics that are shown together. */
export const BoardSchema = z.strictObject({ ...About, metrics: z.array(Name).min(1) }).meta({ id: 'Board', title: 'Board / 看板' });

/** The list of cases: columns in order, and what it can be filtered by. */
export const ListSchema = z.strictObject({
  columns: named(Column), order: z.array(Name).min(1), filters: named(z.strictObject({ label: Text, by: Fact })).optional(),
}).meta({ id: 'List', title: 'List / 列表' });
