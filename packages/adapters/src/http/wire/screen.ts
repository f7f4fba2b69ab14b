import { z } from '@hono/zod-openapi';
import { IsoInstant, Named, Words } from './words.ts';

const Filter = z.record(z.string(), z.string()).openapi({ description: 'The filter of the list that the number counts / 数字背后的列表条件' });
const Counted = z.object({ name: z.string(), label: Words, count: z.int(), filter: Filter });

/** What the big screen shows. Every number comes with the filter of the list behind it; nothing personal is in it. */
export const ScreenJson = z.object({
  district: Words, at: IsoInstant,
  tabs: z.array(z.object({ view: z.enum(['all', 'open', 'ended', 'due-soon', 'overdue']), count: z.int(), filter: Filter })),
  kinds: z.array(Counted), sources: z.array(Counted),
  trend: z.array(z.object({ month: z.string().openapi({ example: '2021-11' }), opened: z.int(), ended: z.int(), openedFilter: Filter, endedFilter: Filter })),
  units: z.array(Counted.extend({ open: z.int(), overdue: z.int() })),
  latest: z.array(z.object({ id: z.string(), what: z.enum(['opened', 'ended']), at: IsoInstant, kind: Words, source: Words.nullable(), unit: Words })),
  boards: z.array(Named),
}).openapi('Screen');
export type ScreenJson = z.infer<typeof ScreenJson>;
