import { z } from 'zod';
import { About, Name } from './names.ts';

/**
 * What is not a case but has duties: every unit of a level (patrols to a grid, meetings of a street), every post with a role (a cadre's
 * contacts), every entry of a register (a household, a courtyard, a business). Each has a log of its own, like a case, and actions `on` it.
 */
export const SubjectSchema = z.strictObject({
  ...About,
  of: z.union([
    z.strictObject({ level: Name.meta({ description: 'Every unit of this level / 该级的每个单位' }) }),
    z.strictObject({ role: Name.meta({ description: 'Every post with this role / 担任该角色的每个岗位' }) }),
    z.strictObject({ register: z.array(Name).min(1).meta({ description: 'A register: its entries stand in units of these levels / 名册：条目所在单位的层级' }) }),
  ]).meta({ description: 'What it is / 是什么' }),
  holds: z.array(Name).min(1).optional().meta({ description: 'The fields that describe it: columns of the register and of its import / 描述它的字段（名册的列、导入的列）' }),
  title: Name.optional().meta({ description: 'The field that it is called by / 以哪个字段称呼' }),
}).meta({ id: 'Subject', title: 'Subject / 对象', description: 'A unit, post or register entry that has duties and a log / 有履职要求、有日志的单位、岗位或名册条目' });
export type SubjectSchema = z.infer<typeof SubjectSchema>;
