import { z } from 'zod';
import { WEEKDAYS, parseDuration } from '../calendar/index.ts';
import { About, Name, Text, named } from './names.ts';

/** A length of time as people write it; the Chinese spelling is read too. */
export const DurationText = z.string().refine((text) => parseDuration(text) !== undefined, {
  params: { code: 'duration.unreadable' },
}).meta({
  id: 'Duration', title: 'Duration / 时长', description: '"15 minutes", "24 hours", "3 working days", "16 working hours", "1 month"; "3个工作日", "24小时"',
  examples: ['3 working days', '24 hours', '3个工作日'],
});

export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/).meta({ id: 'TimeOfDay', title: 'Time of day / 时刻', examples: ['09:00'] });
export const DayText = z.iso.date().meta({ id: 'Day', title: 'Day / 日期', examples: ['2021-11-30'] });
const MonthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/).meta({ examples: ['06-01'] });
const Span = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/).meta({ description: 'One stretch of office hours / 一段办公时间', examples: ['09:00-12:00'] });
const Weekday = z.enum(WEEKDAYS);
const Spans = z.array(Span).min(1);
const OfficeHours = z.union([
  Spans,
  z.strictObject({ default: Spans.optional(), mon: Spans.optional(), tue: Spans.optional(), wed: Spans.optional(), thu: Spans.optional(), fri: Spans.optional(), sat: Spans.optional(), sun: Spans.optional() }),
]).meta({ id: 'OfficeHours', title: 'Office hours / 办公时间', description: 'Several spans for a lunch break; by weekday where they differ / 可分段，可按星期' });
const DayOrRange = z.string().regex(/^\d{4}-\d{2}-\d{2}(\/\d{4}-\d{2}-\d{2})?$/).meta({ examples: ['2025-08-08', '2025-12-01/2025-12-05'] });

/** Working time: the State Council's arrangement (`cn`) with the district's own hours, seasons and days on top. */
export const CalendarSpecSchema = z.strictObject({
  base: z.enum(['cn', 'none']).meta({ description: '`cn`: the State Council\'s yearly arrangement, make-up days included / 国务院节假日安排（含调休）' }),
  week: z.array(Weekday).min(1).optional().meta({ description: 'Working days of the week; default Monday to Friday / 每周工作日' }),
  hours: OfficeHours.optional(),
  seasons: named(z.strictObject({ from: MonthDay, to: MonthDay, hours: OfficeHours })).optional().meta({ description: 'Parts of the year with hours of their own / 夏令、冬令办公时间' }),
  days: z.record(DayOrRange, z.strictObject({
    is: z.enum(['work', 'rest']), name: Text.optional(), hours: Spans.optional(),
  })).optional().meta({ description: 'The district\'s own days / 本区另行规定的日子' }),
  knownYears: z.array(z.int()).optional().meta({ description: 'Years whose arrangement is complete in `days` / `days` 中已列全安排的年份' }),
}).meta({ id: 'Calendar', title: 'Calendar / 日历' });

const policies = {
  countStart: z.boolean().optional().meta({ description: 'The day it starts on counts as its first; default no (《民法典》第二百零一条) / 起始日是否计入' }),
  moment: z.boolean().optional().meta({ description: 'From moment to moment although written in days / 按时刻起止' }),
  ends: z.union([z.enum(['midnight', 'office']), TimeOfDay]).optional().meta({ description: 'Where the last day ends; default midnight / 最后一日截止时刻' }),
  restDay: z.enum(['next', 'stay']).optional().meta({ description: 'A last day that is a rest day moves on; default next (第二百零三条) / 末日为休息日的处理' }),
  hold: z.enum(['whole-days', 'exact']).optional(),
  reads: z.enum(['recorded', 'happened']).optional().meta({ description: 'Which time of an act it reads; default recorded / 以登记时间还是发生时间为准' }),
};

/** What all clocks of a method do unless they say otherwise. */
export const TimeDefaults = z.strictObject({
  ...policies,
  quiet: z.strictObject({ from: TimeOfDay, to: TimeOfDay }).optional().meta({ description: 'No reminder in this span; default 22:00 to 07:00 / 夜间不催' }),
  backdate: DurationText.optional().meta({ description: 'How far back an act may be said to have happened; default not at all / 最多补录多久以前' }),
}).meta({ id: 'TimeDefaults', title: 'Time / 时间口径' });

const otherTriggers = [
  z.strictObject({ action: Name }),
  z.strictObject({ record: Name }),
  z.strictObject({ ask: Name, as: z.enum(['asked', 'done', 'accepted', 'granted', 'refused', 'sent-back', 'withdrawn']).optional().meta({ description: 'Default: asked when it starts, any final reply when it stops' }) }),
  z.strictObject({ step: Name, leaves: z.literal(true).optional().meta({ description: 'When it is left instead of entered / 离开该环节时' }) }),
  z.strictObject({ ending: Name }),
  z.strictObject({ answer: Name }),
  z.strictObject({ clock: Name, at: z.enum(['stop', 'broken']) }),
] as const;

/** Something that happens: what stops, holds or resumes a clock. */
export const Trigger = z.union([...otherTriggers, z.strictObject({ field: Name.meta({ description: 'When this field is set / 填写该字段时' }) })])
  .meta({ id: 'Trigger', title: 'Trigger / 起止事件' });
export type Trigger = z.infer<typeof Trigger>;

/** What starts a clock: something that happens, or the day that stands in a field. */
export const StartTrigger = z.union([
  ...otherTriggers,
  z.strictObject({
    field: Name.meta({ description: 'When this field is set / 填写该字段时' }),
    day: z.literal(true).optional().meta({ description:
      'Counts from the day (or moment) that the field holds, not from when it is set; corrected, it moves the clock / 从字段所填日期起算，而非填写之时；更正日期则时限随之变动' }),
  }),
]).meta({ id: 'StartTrigger', title: 'Start / 起算事件', examples: [{ field: 'completed', day: true }] });
export type StartTrigger = z.infer<typeof StartTrigger>;

const SimpleLimit = z.union([
  DurationText, z.literal('none'),
  z.strictObject({ field: Name.meta({ description: 'A date field / 日期字段' }) }),
  z.strictObject({ parameter: Name.meta({ description: 'A duration that the district sets / 由本区设定的参数' }) }),
  z.strictObject({ endOf: z.enum(['day', 'week', 'month', 'quarter', 'half-year', 'year']) }),
]);

/** How long a clock may run. */
export const LimitSchema = z.union([
  ...SimpleLimit.options,
  z.strictObject({
    answer: Name.meta({ description: 'A classification / 分类' }),
    is: z.record(Name, SimpleLimit).meta({ description: 'The limit for each answer / 各结论的时限' }),
    otherwise: SimpleLimit.optional().meta({ description: 'While it is not answered / 未分类时' }),
  }),
  z.strictObject({ before: DurationText, of: Name.meta({ description: 'Laid out backwards from this clock\'s due time / 从该时限倒排' }) }),
  z.strictObject({ after: DurationText, of: Name.meta({ description: 'From this clock\'s due time onwards / 从该时限届满起算' }) }),
]).meta({ id: 'Limit', title: 'Limit / 期限' });
export type LimitSchema = z.infer<typeof LimitSchema>;

const Again = z.enum(['keep', 'resume', 'anew']);
const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)]);

export const clockShape = {
  ...About,
  ...policies,
  per: z.strictObject({ ask: Name }).optional().meta({ description: 'One for each ask of this name / 每个派单各计' }),
  kinds: z.array(Name).optional(),
  starts: oneOrMore(StartTrigger).meta({ description: 'What starts it / 起算' }),
  stops: oneOrMore(Trigger).meta({ description: 'What keeps the promise / 停表' }),
  limit: LimitSchema,
  binds: z.enum(['hard', 'soft', 'minimum']).optional().meta({ description: 'hard (default): broken when passed; soft: only warns; minimum: not earlier than / 硬时限、软时限、最短期限' }),
  again: z.union([Again, z.strictObject({ otherwise: Again, on: named(Again) })]).optional().meta({
    description: 'When what starts it happens again: keep on (default), resume with what was left, or start anew; per action / 再次触发时的口径' }),
  holds: named(z.strictObject({ label: Text, from: oneOrMore(Trigger), to: oneOrMore(Trigger) })).optional().meta({ description: 'What stops the count for a while / 中止事由' }),
} as const;
