import { z } from 'zod';
import { WEEKDAYS } from '../calendar/index.ts';
import { Condition } from './condition-schema.ts';
import { About, Name } from './names.ts';
import { DurationText } from './time-schema.ts';

export const PeriodName = z.enum(['day', 'week', 'month', 'quarter', 'half-year', 'year']).meta({ id: 'PeriodName', title: 'Period / 周期' });
export type PeriodName = z.infer<typeof PeriodName>;

/** Days of the calendar on which something is due: 逢四, the last day, the third working day. */
export const CalendarDays = z.strictObject({
  monthDays: z.array(z.int().min(1).max(31)).min(1).optional().meta({ description: 'Days of the month / 每月几号', examples: [[4, 14, 24]] }),
  weekdays: z.array(z.enum(WEEKDAYS)).min(1).optional().meta({ description: 'Days of the week / 星期几' }),
  last: z.literal(true).optional().meta({ description: 'The last day of the month / 每月最后一天' }),
  workingDays: z.array(z.int().min(-23).max(23)).min(1).optional().meta({ description: 'The n-th working day of the month; negative from its end / 每月第几个工作日，负数从月末数' }),
  months: z.array(z.int().min(1).max(12)).min(1).optional().meta({ description: 'Only in these months / 仅限这些月份' }),
  restDay: z.enum(['stay', 'next', 'before', 'skip']).optional().meta({ description: 'If it is a rest day: stay (default), the next or the last working day, or not at all / 遇休息日：不变（默认）、顺延、提前、取消' }),
}).meta({ id: 'CalendarDays', title: 'Days / 日子' });
export type CalendarDays = z.infer<typeof CalendarDays>;

/**
 * How many, at least and at most, per whom and per period: 日巡查, 逢四说事, 每周走访, 季度例会, 认领 1–3, 联系 5–10 户, 微网格 70–80 户 alike.
 * One that was not met is a fact, written once when its period is over. What follows an event is a clock, not a norm.
 */
export const NormSchema = z.strictObject({
  ...About,
  per: z.union([
    z.strictObject({
      each: Name.meta({ description: 'A subject, or a kind of case / 对象，或事项类型' }),
      while: Condition.optional().meta({ description: 'Only while this holds of it / 仅在其满足条件期间' }),
    }),
    z.strictObject({ field: Name.meta({ description: 'Each value of a field / 字段的每个取值' }) }),
  ]).meta({ description: 'Per whom / 对谁要求' }),
  counts: z.union([
    z.strictObject({ action: Name, where: Condition.optional() }),
    z.strictObject({ record: Name, where: Condition.optional().meta({ description: 'Only records of which this holds / 仅计满足条件的记录' }) }),
    z.strictObject({ entries: Name.meta({ description: 'Open cases of a kind, or entries of a register / 未结束的事项或名册条目' }), where: Condition.optional() }),
  ]).meta({ description: 'What is counted / 计什么' }),
  through: z.union([
    z.enum(['itself', 'home', 'actor']),
    z.strictObject({ field: Name.meta({ description: 'A field that names the post or unit / 指明岗位或单位的字段' }) }),
  ]).optional().meta({ description: 'Whose it is: on the subject itself; at home in the unit or below (default for units); done by the post or a post of the unit (default for posts); or named by a field / 算在谁头上' }),
  every: PeriodName.optional().meta({ description: 'Per period; with neither `every` nor `on`, at any moment / 每个周期；都不写则任何时刻' }),
  on: CalendarDays.optional().meta({ description: 'On days of the calendar / 在哪些日子' }),
  restDays: z.literal('off').optional().meta({ description: 'Daily, but not on rest days / 每日要求，休息日除外' }),
  min: z.int().nonnegative().optional(), max: z.int().nonnegative().optional(),
  over: z.enum(['refuse', 'report']).optional().meta({ description: 'What would pass `max`: refused, or reported (default) / 超过上限：拒绝，或仅报告（默认）' }),
  effort: DurationText.optional().meta({ description: 'How long one takes; adds up to a warning when a day is too short / 每次耗时，用于检查负担' }),
}).meta({ id: 'Norm', title: 'Norm / 履职与限额' });
export type NormSchema = z.infer<typeof NormSchema>;
