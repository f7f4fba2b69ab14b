import { z } from 'zod';
import { Name, Text } from './names.ts';
import { DurationText } from './time-schema.ts';

/** A value written in a method. */
export const Literal = z.union([z.string(), z.number(), z.boolean()]);
export type Literal = z.infer<typeof Literal>;

const caseFacts = ['id', 'kind', 'source', 'step', 'ending', 'outcome', 'home', 'holder', 'opened', 'ended', 'reporter', 'opened-by', 'now'] as const;
const clockFacts = ['state', 'started', 'due', 'stopped', 'late', 'holder'] as const;
const askFacts = ['state', 'post', 'person', 'unit', 'asked', 'replied', 'reply'] as const;
const actionFacts = ['at', 'by', 'count'] as const;

/**
 * A fact is pointed at by a small object, the same in conditions, columns, metrics, templates and tests.
 * 事实：条件、列、指标、模板、测试里都用同一种写法指出。
 */
export const factShapes = {
  field: { field: Name.meta({ description: 'A field of the case; inside `where` of a record, a field of that record / 事项（或该记录）的字段' }) },
  answer: {
    answer: Name.meta({ description: 'The answer of a classification / 分类结论' }),
    output: Name.optional().meta({ description: 'One output of a table with several / 多输出表中的一个' }),
  },
  record: {
    record: Name.meta({ description: 'The last valid record of this name / 最近一条有效记录' }),
    show: Name.optional().meta({ description: 'One of its fields; without it, whether there is one / 其中的字段' }),
    pick: z.enum(['last', 'first']).optional(),
  },
  case: { case: z.enum(caseFacts) },
  clock: { clock: Name, show: z.enum(clockFacts).optional().meta({ description: 'Default: state / 默认：状态' }) },
  ask: { ask: Name, show: z.enum(askFacts).optional().meta({ description: 'Default: state / 默认：状态' }) },
  action: { action: Name, show: z.enum(actionFacts).optional().meta({ description: 'When it was last taken, by whom, how often. Default: count' }) },
} as const;

/** Points at one fact of a case. */
export const Fact = z.union([
  z.strictObject(factShapes.field), z.strictObject(factShapes.answer), z.strictObject(factShapes.record),
  z.strictObject(factShapes.case), z.strictObject(factShapes.clock), z.strictObject(factShapes.ask), z.strictObject(factShapes.action),
]).meta({ id: 'Fact', title: 'Fact / 事实' });
export type Fact = z.infer<typeof Fact>;

/** What a fact is compared with: a value, or another fact moved by a duration (`plus` later, `minus` earlier). */
export const Operand = z.union([
  Literal,
  z.strictObject({ fact: Fact, plus: DurationText.optional(), minus: DurationText.optional() }),
]).meta({ id: 'Operand', title: 'Operand / 比较值' });
export type Operand = z.infer<typeof Operand>;

const tests = {
  is: Operand.optional(), not: Operand.optional(),
  in: z.array(Literal).min(1).optional(),
  min: Operand.optional(), max: Operand.optional(), above: Operand.optional(), below: Operand.optional(),
  known: z.boolean().optional(),
  has: Literal.optional().meta({ description: 'A multiple choice contains this / 多选中包含' }),
};

/** A number between two ends, both included. */
export const Bounds = z.strictObject({ min: z.int().nonnegative().optional(), max: z.int().nonnegative().optional() });

const Within = z.lazy((): z.ZodType<Condition> => Condition);
const counting = {
  count: Bounds.optional(), every: Within.optional(), where: Within.optional(),
  since: z.strictObject({ action: Name }).optional().meta({ description: 'Only those after this action was last taken / 仅计该操作之后的' }),
};

interface Quantified { count?: { min?: number; max?: number }; every?: Condition; where?: Condition; since?: { action: string } }
export interface Tests {
  is?: Operand; not?: Operand; in?: Literal[]; min?: Operand; max?: Operand; above?: Operand; below?: Operand; known?: boolean; has?: Literal;
}

/** A condition: a small closed language, never a string that is run. A missing value makes a comparison false. */
export type Condition =
  | { all: Condition[] } | { any: Condition[] } | { not: Condition } | { use: string }
  | (Fact & Tests)
  | ({ records: string } & Quantified)
  | ({ asks: string } & Quantified)
  | { actor: { role?: string; notWhoDid?: string; isAsked?: string } }
  | { time: { from?: string; to?: string; yearFrom?: string; yearTo?: string; day?: { min?: string; max?: string } } };

export const Condition: z.ZodType<Condition> = z.lazy(() => z.union([
  z.strictObject({ all: z.array(Condition).min(1) }),
  z.strictObject({ any: z.array(Condition).min(1) }),
  z.strictObject({ not: Condition }),
  z.strictObject({ use: Name.meta({ description: 'A condition by its name in `conditions` / 引用已命名的条件' }) }),
  ...Object.values(factShapes).map((shape) => z.strictObject({ ...shape, ...tests })),
  z.strictObject({ records: Name, ...counting }),
  z.strictObject({ asks: Name, ...counting }),
  z.strictObject({ actor: z.strictObject({
    role: Name.optional(),
    notWhoDid: Name.optional().meta({ description: 'Not the person who took this action: persons are compared, not posts / 不是同一人' }),
    isAsked: Name.optional(),
  }) }),
  z.strictObject({ time: z.strictObject({
    from: z.string().optional(), to: z.string().optional(),
    yearFrom: z.string().optional(), yearTo: z.string().optional(),
    day: z.strictObject({ min: z.string().optional(), max: z.string().optional() }).optional(),
  }) }),
]) as unknown as z.ZodType<Condition>).meta({ id: 'Condition', title: 'Condition / 条件' });

/** A requirement: when it applies, what must hold, and what is said when it does not. */
export const Requirement = z.strictObject({
  say: Text.meta({ description: 'What must be true, as the checklist says it / 清单上的话' }),
  when: Condition.optional().meta({ description: 'When it applies; default always / 何时适用' }),
  if: Condition.meta({ description: 'What must hold / 必须满足' }),
  source: Text.optional(),
  note: Text.optional(),
}).meta({ id: 'Requirement', title: 'Requirement / 要求' });
export type Requirement = z.infer<typeof Requirement>;
