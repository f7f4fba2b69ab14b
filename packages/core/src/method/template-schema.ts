import { z } from 'zod';
import { Condition } from './condition-schema.ts';
import { Template } from './effect-schema.ts';
import { About, Name } from './names.ts';

/**
 * A text to start from: the same class gets the same reply (有理有据、公平公正). The record that is drafted from it names the template and its
 * version, in `<field>-template`.
 */
export const ReplyTemplate = z.strictObject({
  ...About,
  version: z.int().positive().meta({ description: 'Raised with each change of the text / 文字每改一次加一' }),
  for: z.strictObject({ record: Name, field: Name }).meta({ description: 'The text of which record it drafts / 用于哪种记录的哪个文字项' }),
  when: Condition.optional().meta({ description: 'Offered only under this condition: its class / 仅在此条件下提供' }),
  say: Template,
}).meta({ id: 'ReplyTemplate', title: 'Reply template / 答复模板' });
export type ReplyTemplate = z.infer<typeof ReplyTemplate>;

/** What becomes of a case of an older version that is moved to this one. What has the same name in both stays as it is. */
export const Move = z.strictObject({
  by: z.array(Name).min(1).meta({ description: 'Roles that may move cases / 谁可以迁移' }),
  steps: z.record(Name, Name).optional().meta({ description: 'Old step → new step / 旧环节对应的新环节' }),
  asks: z.record(Name, z.union([Name, z.strictObject({ withdraw: z.literal(true) })])).optional().meta({ description: 'Old ask → new ask, or withdrawn / 旧派单对应的新派单，或撤回' }),
  clocks: z.record(Name, z.union([Name, z.strictObject({ void: z.literal(true) }), z.strictObject({ anew: z.literal(true).meta({ description: 'Its limit is read from the new version; its start stays / 按新版重算期限，起点不变' }) })])).optional().meta({ description: 'Old clock → new clock, void, or its limit read anew / 旧时限对应的新时限、作废或重算' }),
}).meta({ id: 'Move', title: 'Move / 版本迁移' });
export type Move = z.infer<typeof Move>;
