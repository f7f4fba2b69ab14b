import { z } from 'zod';
import { Condition } from './condition-schema.ts';
import { About, Name, Text, named } from './names.ts';

/** One row of a decision table. `then` is the answer, or one value for each output. */
export const Rule = z.strictObject({
  label: Text.optional(), source: Text.optional(), note: Text.optional(),
  when: Condition.optional().meta({ description: 'Without it the rule always matches / 不写则总成立' }),
  // One answer (its name), or each output's text.
  then: z.union([Name, z.record(Name, Text)]),
}).meta({ id: 'Rule', title: 'Rule / 规则' });

/** What a case is found to be: by a person, by a decision table, or by a table that a person confirms or overrules. */
export const ClassificationSchema = z.strictObject({
  ...About,
  by: z.enum(['person', 'table', 'proposed']).meta({ description: 'person; table; proposed: the table proposes, a person decides / 人工、规则、规则建议后人工确认' }),
  answers: named(Text).optional().meta({ description: 'The possible answers / 可能的结论' }),
  outputs: named(Text).optional().meta({ description: 'Instead of one answer, several texts at once / 一次得出多项' }),
  hit: z.enum(['first', 'unique', 'collect']).optional().meta({ description: 'first (default): the first rule that matches; unique: exactly one may; collect: all that match' }),
  rules: named(Rule).optional(),
  order: z.array(Name).optional().meta({ description: 'The rules in the order in which they are tried / 规则次序' }),
}).meta({ id: 'Classification', title: 'Classification / 分类' });
export type ClassificationSchema = z.infer<typeof ClassificationSchema>;
