import { z } from 'zod';
import { Condition, Requirement } from './condition-schema.ts';
import { ClockEffect, Input, Leaving, Reply, effectShape } from './effect-schema.ts';
import { Spawn } from './link-schema.ts';
import { About, Name, named } from './names.ts';

/** Who may act: a role over the case, whoever answers an ask, the reporter, or the other side of a link. */
export const Doer = z.union([
  Name,
  z.strictObject({ role: Name, where: z.enum(['below', 'here', 'any']).optional().meta({
    description: 'below (default): on cases of its own unit and the units below; here: of its own unit only; any / 本单位及下级（默认）、仅本单位、不限' }) }),
  z.strictObject({ ask: Name }),
  z.strictObject({ reporter: z.literal(true) }),
  z.strictObject({ link: Name.meta({ description: 'By itself, because of what happened on the other side of this link / 因关联的另一侧而自动进行' }) }),
]).meta({ id: 'Doer', title: 'Doer / 操作人' });
export type Doer = z.infer<typeof Doer>;

/**
 * What somebody may do to a case. What it does happens in this order, whatever the order of the keys: fields and links, records, classifications,
 * replies to asks, new asks, checks, clocks by hand, handing up, step, further cases, ending; then every clock whose trigger was among
 * them; tellings last.
 */
export const ActionSchema = z.strictObject({
  ...About,
  opens: Name.optional().meta({ description: 'The kind of case, or the register, that it opens an entry of / 登记哪类事项或哪种名册条目' }),
  on: Name.optional().meta({ description: 'Taken on this subject instead of on a case / 对该对象进行，而不是对事项' }),
  kinds: z.array(Name).optional().meta({ description: 'Only for these kinds / 仅限事项类型' }),
  from: z.array(Name).min(1).optional().meta({ description: 'Steps at which it can be taken; without it, any step while the case is open / 可在哪些环节操作' }),
  after: z.array(Name).min(1).optional().meta({ description: 'Endings after which it can be taken / 结束后仍可操作（如重开）' }),
  by: z.array(Doer).min(1).meta({ description: 'Who may / 谁可以操作' }),
  when: Condition.optional().meta({ description: 'Offered only under this condition / 出现条件' }),
  requires: named(Requirement).optional().meta({ description: 'What must be true before / 操作前须满足' }),
  takes: named(Input).optional().meta({ description: 'Fields that it asks for / 填写的字段' }),
  leaves: named(Leaving).optional().meta({ description: 'Records that it leaves / 形成的记录' }),
  answers: named(Input).optional().meta({ description: 'Classifications that it answers / 作出的分类' }),
  checks: named(Requirement).optional().meta({ description: 'What must be true of what was filled in, read after it / 对填报内容的校验' }),
  replies: named(z.strictObject({ as: Reply, optional: z.literal(true).optional().meta({ description: 'Only if such an ask is open / 有待答复的才答复' }) })).optional().meta({ description: 'Asks that it replies to / 对派单的回复' }),
  withdraws: z.literal(true).optional().meta({ description: 'Withdraws a wrong record, which stays readable but counts no more / 撤回错误记录' }),
  clocks: named(ClockEffect).optional(),
  links: named(z.strictObject({ optional: z.literal(true).optional() })).optional().meta({ description: 'Links it to cases that are chosen / 关联到选定的事项' }),
  spawns: named(Spawn).optional().meta({ description: 'Opens further cases; the key is the action that opens them / 另立事项，键为登记它的操作' }),
  ...effectShape,
}).meta({ id: 'Action', title: 'Action / 操作' });
export type ActionSchema = z.infer<typeof ActionSchema>;
