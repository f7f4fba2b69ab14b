import { z } from 'zod';
import { Condition, Literal } from './condition-schema.ts';
import { Name, Text, named } from './names.ts';

/** A local time `2021-10-08T09:00`, in the method's zone; an offset may be given. */
export const Moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/).meta({ id: 'Moment', examples: ['2021-10-08T09:00'] });

const when = { from: z.iso.date().optional(), until: z.iso.date().optional() };
const CastUnit = z.strictObject({ label: Text, level: Name, under: Name.optional(), ...when });
const CastPost = z.strictObject({ person: z.string(), name: Text.optional(), role: Name, unit: Name, ...when });

/** Units and posts for tests and demo districts. Keys are names used in `as`, `home` and inputs. */
export const Cast = z.strictObject({ units: named(CastUnit), posts: named(CastPost) }).meta({ id: 'Cast', title: 'Cast / 人物与组织' });
export type Cast = z.infer<typeof Cast>;

const InputValue = z.union([Literal, z.array(z.string()), z.array(z.record(z.string(), z.union([z.string(), z.number()])))]);

const LedgerExpectation = z.strictObject({
  columns: z.array(z.string()).optional().meta({ description: 'The Chinese headings in order / 列名次序' }),
  rows: z.int().nonnegative().optional(),
  first: z.record(z.string(), z.string()).optional().meta({ description: 'Cells of the first row by heading / 第一行各列的内容' }),
});

const Expectation = z.strictObject({
  refused: z.string().optional().meta({ description: 'The code of an issue, or the key of a requirement / 拒绝代码或要求的键' }),
  holds: z.array(Condition).optional().meta({ description: 'Conditions that hold then, the same language as everywhere / 此时成立的条件' }),
  allowed: z.array(Name).optional(), notAllowed: z.array(Name).optional(),
  missing: z.record(Name, z.array(Name)).optional().meta({ description: 'For an ending, the requirements still unmet / 某结果还差哪些要求' }),
}).meta({ id: 'Expectation' });

/** One line of a timeline: somebody does something, or time passes; and what is expected then. */
export const TimelineEntry = z.strictObject({
  at: Moment,
  case: Name.optional().meta({ description: 'Which case, where there are several; default `it`' }),
  as: Name.optional().meta({ description: 'A post of the cast' }),
  do: Name.optional(),
  happened: Moment.optional().meta({ description: 'When it happened, if earlier / 发生时间（补录）' }),
  unit: Name.optional().meta({ description: 'The unit that an action on a subject is about, or for which a ledger is issued / 对哪个单位，或为哪个单位发布' }),
  post: Name.optional().meta({ description: 'The post that an action on a subject is about / 对哪个岗位' }),
  times: z.int().positive().max(10_000).optional().meta({ description: 'The same so many times; what is opened is called `name-1`, `name-2` … / 重复多少次' }),
  opened: named(Name).optional().meta({ description: 'What the cases are called that it opens besides, by the action that opens them / 另立的事项叫什么' }),
  issue: z.strictObject({ ledger: Name }).optional().meta({ description: 'Issues a ledger of `period` / 发布清单' }),
  source: Name.optional(), kind: Name.optional(), home: Name.optional(), reporter: z.strictObject({ name: z.string().optional(), phone: z.string().optional() }).optional(),
  with: z.record(Name, InputValue).optional(),
  expect: Expectation.optional(),
  metrics: named(z.union([z.number(), z.record(z.string(), z.number())])).optional().meta({ description: 'Expected metrics as of now: a number, or one for each group' }),
  ledgers: named(LedgerExpectation).optional().meta({ description: 'What ledgers show then / 此时台账的内容' }),
  norms: named(z.record(z.string(), z.int().nonnegative())).optional().meta({ description: 'What norms count in `period`, by unit, post or case / 履职计数' }),
  missed: named(z.array(z.string())).optional().meta({ description: 'Who fell short of a norm in `period`, exactly these / 谁未达到' }),
  ranks: named(z.array(z.string())).optional().meta({ description: 'The groups of a ranked metric in their order / 排名次序' }),
  targets: named(z.boolean()).optional().meta({ description: 'Whether metrics reach their targets / 指标是否达到目标' }),
  lineage: z.array(Name).optional().meta({ description: 'Exactly the cases that one can walk to from this one over links / 从本事项循关联能走到的全部事项' }),
  similar: z.array(Name).optional().meta({ description: 'What is offered as the same matter when this is opened / 登记时提示的相同事项' }),
  period: z.string().optional(),
}).meta({ id: 'TimelineEntry', title: 'Timeline entry / 时间线' });
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const Scenario = z.strictObject({
  label: Text.optional(), shows: z.array(z.string()).optional().meta({ description: 'Fact numbers that it shows / 说明了哪些事实' }),
  cast: Cast.optional(),
  timeline: z.array(TimelineEntry).min(1),
}).meta({ id: 'Scenario', title: 'Scenario / 情景' });
export type Scenario = z.infer<typeof Scenario>;

/** A scenario file `*.scenarios.json`: a cast, and scenarios played on the method. */
export const ScenarioFile = z.strictObject({
  $schema: z.string().optional(), method: z.string(), note: Text.optional(),
  facts: z.record(z.string(), Text).optional().meta({ description: 'Facts of the source, by number: each must be shown by a scenario / 依据中的事实（按编号），每条都须有情景说明' }),
  cast: Cast, scenarios: named(Scenario),
});
export type ScenarioFile = z.infer<typeof ScenarioFile>;
