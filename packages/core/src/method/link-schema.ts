import { z } from 'zod';
import { Condition, Fact, Literal } from './condition-schema.ts';
import { About, Name, Text, named } from './names.ts';
import { DurationText } from './time-schema.ts';

const oneOrMore = z.union([Name, z.array(Name).min(1)]);

/** What one side hands to the other: input by input a value, or a fact read on this side. */
export const Giving = z.record(Name, z.union([Literal, Fact])).meta({
  id: 'Giving', title: 'Giving / 带入', description: 'Inputs of the other action, each a value or a fact of this case / 带给对方操作的填报项：固定值或本事项的事实',
});
export type Giving = z.infer<typeof Giving>;

/** Opens a further case in the same transaction, by the opening action that is the key. */
export const Spawn = z.strictObject({
  link: Name.optional().meta({ description: 'How the two are linked / 以何种关联相连' }),
  when: Condition.optional().meta({ description: 'Only under this condition, read after what was filled in / 仅在此条件下' }),
  source: Name.optional().meta({ description: 'The way by which it comes in; default the first of its kind / 新事项的来源，默认该类型的第一种' }),
  home: Fact.optional().meta({ description: 'The unit that it belongs to; without it, the same / 新事项的属地，默认同本事项' }),
  reporter: z.literal(true).optional().meta({ description: 'It has the same reporter / 诉求人相同' }),
  gives: Giving.optional(),
}).meta({ id: 'Spawn', title: 'Spawn / 另立事项' });
export type Spawn = z.infer<typeof Spawn>;

/** When two reports are the same matter. */
const Same = z.strictObject({
  fields: z.array(Name).min(1).optional().meta({ description: 'Fields that agree / 相同的字段' }),
  near: z.strictObject({
    field: Name.meta({ description: 'A field for a place on the map / 地图上的点的字段' }),
    metres: z.int().positive().max(100_000).meta({ description: 'Along the ground / 地面距离（米）' }),
  }).optional().meta({ description: 'Their places on the map lie so near / 地点相距不超过多少米' }),
  home: z.literal(true).optional().meta({ description: 'They belong to the same unit / 属地相同' }),
  within: DurationText.meta({ description: 'Opened so long before at most / 最多早多久' }),
  endings: z.array(Name).min(1).optional().meta({ description: 'Only ended so; without it, open or ended alike / 仅限以这些结果结束的' }),
  open: z.literal(true).optional().meta({ description: 'Only those still open / 仅限未结束的' }),
  as: z.enum(['offered', 'linked']).meta({ description: 'offered: shown to who registers it; linked: linked by itself / 登记时提示，或自动关联' }),
});

/** What the other side does when something happens on this one: a command of its own, done once. */
const Following = z.strictObject({
  of: z.enum(['from', 'to']).meta({ description: 'The side on which it happens; the other side acts / 发生的一侧，另一侧随之操作' }),
  after: z.union([z.strictObject({ ending: oneOrMore }), z.strictObject({ action: oneOrMore })]),
  gives: Giving.optional(),
});

/**
 * How cases belong together: duplicates, campaigns, need → problem → service, recurrence, two cases of one report. The `from` side names
 * the `to` side; what the end of one means for the other is a condition there (`links`), or an action that follows.
 */
export const LinkSchema = z.strictObject({
  ...About,
  back: Text.optional().meta({ description: 'Its word, read from the `to` side / 从对方看的名称' }),
  from: oneOrMore.meta({ description: 'Kinds or subjects / 事项类型或对象' }),
  to: oneOrMore.meta({ description: 'Kinds or subjects / 事项类型或对象' }),
  one: z.literal(true).optional().meta({ description: 'Of each `from` at most one / 每个起点至多一个' }),
  same: Same.optional().meta({ description: 'When two are the same matter: 重复、复发 / 何为同一事项' }),
  follows: named(Following).optional().meta({ description: 'The action that the other side takes by itself / 另一侧随之进行的操作' }),
}).meta({ id: 'Link', title: 'Link / 关联' });
export type LinkSchema = z.infer<typeof LinkSchema>;
