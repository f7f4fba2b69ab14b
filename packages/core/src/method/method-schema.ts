import { z } from 'zod';
import { ActionSchema } from './action-schema.ts';
import { ClassificationSchema } from './classification-schema.ts';
import { ClockSchema } from './clock-schema.ts';
import { Condition, Requirement } from './condition-schema.ts';
import { AskSchema, FieldSchema, RecordSchema } from './field-schema.ts';
import { LinkSchema } from './link-schema.ts';
import { About, Name, Text, named } from './names.ts';
import { NormSchema } from './norm-schema.ts';
import { BoardSchema, LedgerSchema, ListSchema, MetricSchema } from './query-schema.ts';
import { Cast, Scenario } from './scenario-schema.ts';
import { SubjectSchema } from './subject-schema.ts';
import { Move, ReplyTemplate } from './template-schema.ts';
import { CalendarSpecSchema, DayText, DurationText, TimeDefaults } from './time-schema.ts';

const Level = z.strictObject({
  label: Text, in: Name.optional().meta({ description: 'The level above / 上一级' }), beside: Name.optional().meta({ description: 'A body beside this level, outside the tree / 该级旁的单位（不隶属）' }),
}).meta({ id: 'Level', title: 'Level / 层级' });

const Role = z.strictObject({ ...About, at: z.array(Name).min(1).meta({ description: 'Levels at which it is held / 设在哪一级' }) }).meta({ id: 'Role', title: 'Role / 角色' });

const Source = z.strictObject({
  ...About, reporter: z.enum(['required', 'optional', 'none']).optional().meta({ description: 'Is there somebody who raised it? Default optional / 有无诉求人' }),
  takes: named(z.strictObject({ optional: z.literal(true).optional() })).optional().meta({ description: 'Fields asked for when a case comes in this way / 该来源另需填写' }),
}).meta({ id: 'Source', title: 'Source / 来源' });

const Kind = z.strictObject({
  ...About,
  sources: z.array(Name).meta({ description: 'Ways in; none where it is made of other cases / 来源；由其他事项形成的不写来源' }),
  line: z.array(Name).min(1).meta({ description: 'Its steps in order / 环节次序' }),
  edits: Name.optional().meta({ description: 'The action by which fields are corrected / 更正字段用的操作' }),
}).meta({ id: 'Kind', title: 'Kind / 事项类型' });

const Step = z.strictObject({ ...About, when: Condition.optional().meta({ description: 'Part of the line only under this condition / 仅在此条件下经过' }) }).meta({ id: 'Step', title: 'Step / 环节' });

const Ending = z.strictObject({
  ...About,
  labels: z.strictObject({ answer: Name, output: Name.optional(), is: z.record(Name, Text).optional() }).optional().meta({
    description: 'The word depends on a classification: one per answer, or the text of an output / 因分类而异的名称' }),
  outcome: z.enum(['solved', 'not-entered', 'merged', 'referred', 'withdrawn', 'abandoned', 'void', 'removed']).meta({ description: 'Its place in the statistics; removed: a register entry that is struck off / 统计归属；removed 用于名册条目注销' }),
  requires: named(Requirement).optional().meta({ description: 'The checklist: read after what the ending action has recorded / 销号清单' }),
  keeps: z.strictObject({ clocks: z.array(Name).optional(), asks: z.array(Name).optional() }).optional().meta({ description: 'What may stay open after it / 结束后仍保留的时限与派单' }),
}).meta({ id: 'Ending', title: 'Ending / 结果' });

const Parameter = z.strictObject({
  ...About, kind: z.literal('duration'), value: DurationText.optional().meta({ description: 'Set by the district; without it the method does not load / 由本区设定' }),
}).meta({ id: 'Parameter', title: 'Parameter / 参数' });

const Personal = z.strictObject({
  by: z.array(Name).min(1).optional().meta({ description: 'Roles that may see personal data in the clear and have it erased; otherwise every role that stands over the case / 可查看、可删除个人信息的角色；不写则为对该事项有管辖的各角色' }),
  keep: DurationText.optional().meta({ description: 'How long after its end a case keeps personal data; otherwise until it is erased on request / 事项结束后保留个人信息的期限；不写则保留至申请删除' }),
}).meta({ id: 'Personal', title: 'Personal data / 个人信息' });

const Silenced = z.strictObject({ code: z.string(), at: z.string().meta({ description: 'JSON pointer' }), because: Text });

/** The resolved method: one district's way of working, whole. */
export const MethodSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  ...About,
  from: DayText.optional().meta({ description: 'New cases open under this version from this day / 自何日起适用于新事项' }),
  timeZone: z.string().meta({ examples: ['Asia/Shanghai'] }),
  calendar: CalendarSpecSchema,
  time: TimeDefaults.optional(),
  parameters: named(Parameter).optional(),
  levels: named(Level),
  roles: named(Role),
  sources: named(Source),
  kinds: named(Kind),
  fields: named(FieldSchema),
  classifications: named(ClassificationSchema).optional(),
  conditions: named(Condition).optional(),
  steps: named(Step),
  actions: named(ActionSchema),
  records: named(RecordSchema).optional(),
  asks: named(AskSchema).optional(),
  clocks: named(ClockSchema).optional(),
  subjects: named(SubjectSchema).optional(),
  norms: named(NormSchema).optional(),
  links: named(LinkSchema).optional(),
  templates: named(ReplyTemplate).optional(),
  endings: named(Ending),
  list: ListSchema.optional(),
  ledgers: named(LedgerSchema).optional(),
  metrics: named(MetricSchema).optional(),
  boards: named(BoardSchema).optional(),
  moves: z.record(z.string().regex(/^\d+\.\d+\.\d+$/), Move).optional().meta({ description: 'From which older version cases may be moved to this one, and how / 可由哪个旧版本迁移而来，如何迁移' }),
  personal: Personal.optional(),
  cast: Cast.optional(),
  tests: named(Scenario).optional(),
  silenced: named(Silenced).optional(),
}).meta({ id: 'Method', title: 'Method / 工作法', description: 'One district\'s way of working / 一个区的工作法' });
export type Method = z.infer<typeof MethodSchema>;
