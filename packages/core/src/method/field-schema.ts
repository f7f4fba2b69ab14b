import { z } from 'zod';
import { Condition } from './condition-schema.ts';
import { About, Name, Text, named } from './names.ts';

const common = {
  ...About,
  personal: z.literal(true).optional().meta({ description: 'Personal data / 个人信息' }),
  optional: z.literal(true).optional().meta({ description: 'Inside a record: may be left out / 记录中可不填' }),
};
const options = named(Text).meta({ description: 'The choices / 选项' });

/** Something that is known: its kind decides the input, the check, the column and what it can be compared with. */
export const FieldSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.enum(['text', 'long-text']), max: z.int().positive().optional() }),
  z.strictObject({ ...common, kind: z.literal('number'), min: z.number().optional(), max: z.number().optional() }),
  z.strictObject({ ...common, kind: z.enum(['date', 'moment', 'yes-no']) }),
  z.strictObject({ ...common, kind: z.enum(['choice', 'choices']), options }),
  z.strictObject({ ...common, kind: z.literal('post'), role: Name }),
  z.strictObject({ ...common, kind: z.literal('unit'), level: Name.optional() }),
  z.strictObject({ ...common, kind: z.literal('posts'), role: Name.optional() }),
  z.strictObject({ ...common, kind: z.literal('units'), level: Name.optional() }),
  z.strictObject({ ...common, kind: z.literal('names').meta({ description: 'Names of people or bodies, such as who took part / 人名或单位名，如参加人' }) }),
  z.strictObject({ ...common, kind: z.literal('point').meta({ description: 'A place on the map: latitude and longitude in degrees, `30.5728,104.0668` / 地图上的点：纬度,经度' }) }),
  z.strictObject({ ...common, kind: z.literal('files') }),
]).meta({ id: 'Field', title: 'Field / 字段' });
export type FieldSchema = z.infer<typeof FieldSchema>;

/** A typed entry that an action leaves: 会诊, 走访, 验收, 答复 … */
export const RecordSchema = z.strictObject({
  ...About,
  serves: z.enum(['answer', 'reason']).optional().meta({
    description: 'It is an answer to the reporter, or the recorded reason why none can be given: no case ends without one / 是对诉求人的答复，或无法答复的原因（件件有回音）' }),
   fields: named(FieldSchema).optional(),
}).meta({ id: 'Record', title: 'Record / 记录' });

const Addressed = z.union([
  z.strictObject({ post: Name.meta({ description: 'A post with this role, chosen by who asks / 由派单人选定的岗位' }) }),
  z.strictObject({ role: Name.meta({ description: 'Whoever holds this role over the case / 属地担任该角色的人' }) }),
  z.strictObject({ unit: Name.meta({ description: 'A unit of this level, chosen by who asks / 由派单人选定的单位' }) }),
  z.strictObject({ actor: z.literal(true).meta({ description: 'Whoever takes the action: a claim / 操作人自己（认领）' }) }),
  z.strictObject({ ask: Name.meta({ description: 'Whoever answers this other ask / 另一派单的承办人' }) }),
  z.strictObject({ reporter: z.literal(true) }),
]).meta({ id: 'Addressed', title: 'Addressed / 派给谁' });

/** Something asked of somebody, with a closed set of replies: 派单, 认领, 延期, 督办单 alike. */
export const AskSchema = z.strictObject({
  ...About,
  of: z.union([
    ...Addressed.options,
    z.strictObject({
      first: z.array(z.strictObject({ when: Condition.optional(), of: z.strictObject({ role: Name }) })).min(1).meta({ description: 'Whoever the first case that holds names: the granter may depend on class, amount, or how often it was granted / 按条件确定由谁答复' }),
    }),
  ]),
  replies: named(z.strictObject({ label: Text.optional() })).optional().meta({ description: 'done, accepted, granted, refused, sent-back, withdrawn' }),
  many: z.literal(true).optional().meta({ description: 'Several may be open at once, and several may be asked in one go; otherwise a new one withdraws the old / 可同时派给多家' }),
}).meta({ id: 'Ask', title: 'Ask / 派单' });
