import { z } from 'zod';
import { Condition, Fact } from './condition-schema.ts';
import { About, Name, Text, named } from './names.ts';

const PeriodName = z.enum(['day', 'week', 'month', 'quarter', 'half-year', 'year']);

const Column = z.strictObject({ label: Text, show: Fact, source: Text.optional() }).meta({ id: 'Column', title: 'Column / 列' });

/** A named view: which cases, which columns in which order, which date puts a case into its period. */
export const LedgerSchema = z.strictObject({
  ...About,
  where: Condition.optional(),
  dated: Fact.optional().meta({ description: 'The date that puts a case into its period / 按哪个时间归入周期' }),
  period: PeriodName.optional(),
  columns: named(Column),
  order: z.array(Name).min(1),
}).meta({ id: 'Ledger', title: 'Ledger / 台账' });
export type LedgerSchema = z.infer<typeof LedgerSchema>;

/** A number about many cases: how many, or what share, by unit and period, with its target. */
export const MetricSchema = z.strictObject({
  ...About,
  of: Condition.optional().meta({ description: 'Which cases are looked at; default all / 统计范围（分母）' }),
  share: Condition.optional().meta({ description: 'With it the metric is a rate: the share of which this holds / 分子条件，写了就是比率' }),
  dated: Fact.meta({ description: 'The date that puts a case into its period / 按哪个时间归入周期' }),
  period: PeriodName.optional(),
  by: Fact.optional().meta({ description: 'Broken down by this fact / 按此分组' }),
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
