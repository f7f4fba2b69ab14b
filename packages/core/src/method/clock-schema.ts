import { z } from 'zod';
import { Condition } from './condition-schema.ts';
import { effectShape } from './effect-schema.ts';
import { Text } from './names.ts';
import { DurationText, clockShape } from './time-schema.ts';
import { named } from './names.ts';

/** One rung of a clock's ladder: where it stands, when it applies, and what follows by itself. */
export const Rung = z.strictObject({
  label: Text.optional(),
  at: z.union([
    z.literal('due'),
    z.strictObject({ before: DurationText }),
    z.strictObject({ after: DurationText }),
  ]).meta({ description: 'At the end, or so long before or after it / 届满时、届满前或后多久' }),
  every: DurationText.optional().meta({ description: 'And again after each such stretch / 之后每隔多久重复' }),
  times: z.int().positive().max(1000).optional().meta({ description: 'How often at most, with `every`; default 10 / 最多几次' }),
  when: Condition.optional().meta({ description: 'Read when it is reached / 到点时判断' }),
  night: z.literal(true).optional().meta({ description: 'May come at night / 夜间也执行' }),
  ...effectShape,
}).meta({ id: 'Rung', title: 'Rung / 预警阶梯' });
export type Rung = z.infer<typeof Rung>;

/** A promise about time: what starts it, what keeps it, how long it may run, and what happens around its end. */
export const ClockSchema = z.strictObject({
  ...clockShape,
  when: Condition.optional().meta({ description: 'Read when it would start / 起算时判断是否适用' }),
  ladder: named(Rung).optional(),
}).meta({ id: 'Clock', title: 'Clock / 时限' });
export type ClockSchema = z.infer<typeof ClockSchema>;
