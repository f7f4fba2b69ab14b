import { z } from 'zod';
import { Condition, Fact, Literal } from './condition-schema.ts';
import { Name, Text, named } from './names.ts';
import { DurationText } from './time-schema.ts';

/** Who is told or asked: who answers an ask, whoever holds a role over the case, the reporter. */
export const Whom = z.union([
  z.strictObject({ ask: Name }), z.strictObject({ role: Name }), z.strictObject({ reporter: z.literal(true) }),
]).meta({ id: 'Whom', title: 'Whom / 对象' });
export type Whom = z.infer<typeof Whom>;

/** Text with facts in it: strings and facts in turn. */
export const Template = z.union([Text, z.array(z.union([Text, Fact])).min(1)]).meta({
  id: 'Template', title: 'Template / 模板', description: 'A text, or pieces of text and facts in turn / 文字与事实交替', examples: [['请于', { clock: 'close', show: 'due' }, '前办结']],
});
export type Template = z.infer<typeof Template>;

/** A message to somebody. */
export const Telling = z.strictObject({
  to: z.array(Whom).min(1), say: Template, when: Condition.optional(),
}).meta({ id: 'Telling', title: 'Telling / 通知' });

/** An input that an action asks for. */
export const Input = z.strictObject({
  optional: z.literal(true).optional(),
  when: Condition.optional().meta({ description: 'Only asked for under this condition / 仅在此条件下填写' }),
}).meta({ id: 'Input', title: 'Input / 填报项' });

/** A record that is left: its fields are inputs, but for those set here. */
export const Leaving = z.strictObject({
  set: z.record(Name, Literal).optional().meta({ description: 'Values that the action itself decides / 由操作直接确定的值' }),
  optional: z.literal(true).optional().meta({ description: 'Left only when one of its fields is given / 填写时才产生' }),
  when: Condition.optional().meta({ description: 'Left, and asked for, only under this condition / 仅在此条件下形成' }),
}).meta({ id: 'Leaving', title: 'Leaving / 形成记录' });

const unlessNone = z.literal(true).optional().meta({ description:
  'Does nothing where there is no such clock; without it the action is refused / 没有这样的时限时不作用；不写则不能操作' });

/** What is done to a clock by hand; most clocks start and stop by their own triggers. */
export const ClockEffect = z.union([
  z.strictObject({ start: z.literal(true) }),
  z.strictObject({ stop: z.literal(true), optional: unlessNone }),
  z.strictObject({ void: z.literal(true) }),
  z.strictObject({ hold: Text, optional: unlessNone }),
  z.strictObject({ resume: z.literal(true), optional: unlessNone }),
  z.strictObject({
    extend: z.union([DurationText, z.strictObject({ field: Name }), z.strictObject({ record: Name, show: Name })]).meta({ description: 'So much longer, or to the day in a field / 延长多久，或延至某日' }),
    from: z.enum(['unshifted', 'due', 'start']).optional(),
    optional: unlessNone,
  }),
  z.strictObject({
    exempt: Text.meta({ description: 'Why it counts against nobody; a breach stays on record, with who had it / 剔除理由：超期记录照留，不计入考核' }),
    optional: unlessNone,
  }),
]).meta({ id: 'ClockEffect', title: 'Effect on a clock / 对时限的作用' });
export type ClockEffect = z.infer<typeof ClockEffect>;

export const Reply = z.enum(['done', 'accepted', 'granted', 'refused', 'sent-back', 'withdrawn']);
export type Reply = z.infer<typeof Reply>;

/** What can follow by itself at a rung of a clock's ladder, and by hand from an action: the same words, in this fixed order. */
export const effectShape = {
  asks: named(z.strictObject({ optional: z.literal(true).optional() })).optional().meta({ description: 'Asks something of somebody / 派单、申请、督办' }),
  tells: named(Telling).optional(),
  raises: z.literal(true).optional().meta({ description: 'Hands the case up one level / 上交一级' }),
  to: z.union([Name, z.strictObject({ after: Name })]).optional().meta({
    description: 'A step; `next`: the first applicable step of the line not yet done; after: the first that applies after that one, what lay behind it undone / 转到环节' }),
  ends: Name.optional().meta({ description: 'An ending / 以何结果结束' }),
} as const;
