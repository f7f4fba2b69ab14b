import { z } from 'zod';
import { Name, Text } from './names.ts';
import { DurationText } from './time-schema.ts';

/** A value written in a method. */
export const Literal = z.union([z.string(), z.number(), z.boolean()]);
export type Literal = z.infer<typeof Literal>;

const caseFacts = ['id', 'kind', 'source', 'step', 'ending', 'outcome', 'home', 'holder', 'home-level', 'holder-level', 'opened', 'ended', 'reporter', 'opened-by', 'now'] as const;
const clockFacts = ['state', 'started', 'due', 'stopped', 'late', 'holder', 'exempt'] as const;
const askFacts = ['state', 'post', 'person', 'unit', 'asked', 'replied', 'reply'] as const;
const linkFacts = ['count', 'ids'] as const;
const LinkSide = z.enum(['from', 'to']).meta({ description: 'Only where this case stands on that side: from, it names the other; to, it is named / 仅计本事项为该侧的：from 由本事项指向对方，to 由对方指向本事项' });
const actionFacts = ['at', 'by', 'count'] as const;

/**
 * A fact is pointed at by a small object, the same in conditions, columns, metrics, templates and tests.
 * 事实：条件、列、指标、模板、测试里都用同一种写法指出。
 */
const FactAgain = z.lazy((): z.ZodType<Fact> => Fact);
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
  link: {
    link: Name.meta({ description: 'Cases linked so, on either side / 以此关联的事项，不论哪一侧' }),
    side: LinkSide.optional(),
    show: z.enum(linkFacts).optional().meta({ description: 'How many (default), or their ids / 多少（默认），或编号' }),
    reads: FactAgain.optional().meta({ description: 'Instead: this fact of the one linked last / 改为读取最后关联者的该事实' }),
  },
  action: { action: Name, show: z.enum(actionFacts).optional().meta({ description: 'When it was last taken, by whom, how often. Default: count' }) },
} as const;

/** Points at one fact of a case. */
export type Fact =
  | { field: string }
  | { answer: string; output?: string }
  | { record: string; show?: string; pick?: 'last' | 'first' }
  | { case: (typeof caseFacts)[number] }
  | { clock: string; show?: (typeof clockFacts)[number] }
  | { ask: string; show?: (typeof askFacts)[number] }
  | { action: string; show?: (typeof actionFacts)[number] }
  | { link: string; side?: 'from' | 'to'; show?: (typeof linkFacts)[number]; reads?: Fact };

export const Fact = z.union([
  z.strictObject(factShapes.field), z.strictObject(factShapes.answer), z.strictObject(factShapes.record),
  z.strictObject(factShapes.case), z.strictObject(factShapes.clock), z.strictObject(factShapes.ask), z.strictObject(factShapes.action),
  z.strictObject(factShapes.link),
]).meta({ id: 'Fact', title: 'Fact / 事实' }) as z.ZodType<Fact>;

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
  within: DurationText.optional().meta({ description: 'Only those of the last so long / 仅计最近多久以内的' }),
  last: z.int().positive().optional().meta({ description: 'Only the last so many: with `every`, so many in a row / 仅看最近几条；与 every 合用即“连续几次”' }),
};

/** A share, as an exact fraction or as a percentage. */
export const Share = z.string().regex(/^(\d+\/[1-9]\d*|\d+(\.\d+)?%)$/).meta({ id: 'Share', title: 'Share / 比例', examples: ['2/3', '1/2', '80%'] });
const shareTests = { min: Share.optional(), above: Share.optional(), max: Share.optional(), below: Share.optional() };

interface Quantified {
  count?: { min?: number; max?: number }; every?: Condition; where?: Condition; since?: { action: string }; within?: string; last?: number;
}
export interface Tests {
  is?: Operand; not?: Operand; in?: Literal[]; min?: Operand; max?: Operand; above?: Operand; below?: Operand; known?: boolean; has?: Literal;
}

/** A condition: a small closed language, never a string that is run. A missing value makes a comparison false. */
export type Condition =
  | { all: Condition[] } | { any: Condition[] } | { not: Condition } | { use: string }
  | (Fact & Tests)
  | ({ records: string } & Quantified)
  | ({ asks: string } & Quantified)
  | ({ clocks: string } & Quantified)
  | ({ links: string; side?: 'from' | 'to' } & Quantified)
  | { share: Fact; of: Fact; min?: string; above?: string; max?: string; below?: string }
  | { sample: { oneIn: number; named: string } }
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
  z.strictObject({ clocks: Name, ...counting }),
  z.strictObject({ links: Name.meta({ description: 'Cases linked so; `where` and `every` are read in the linked case / 以此关联的事项；where 与 every 在对方事项中判断' }), side: LinkSide.optional(), ...counting }),
  z.strictObject({ share: Fact, of: Fact, ...shareTests }).meta({ description: 'A share of two numbers, each with its own denominator: quorum, majority / 两数之比：法定人数、多数' }),
  z.strictObject({ sample: z.strictObject({ oneIn: z.int().positive(), named: Name }) }).meta({ description: 'Drawn: one in so many, fixed for each case by its id / 抽样：每多少件抽一件，由编号确定' }),
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
