import { z } from '@hono/zod-openapi';
import { IsoInstant, Words } from './words.ts';

/** A worksheet, register or account: columns in order, one row for each case. */
export const LedgerTableJson = z.object({
  name: z.string(), label: Words, period: z.string().optional(),
  columns: z.array(z.object({ name: z.string(), label: Words })),
  rows: z.array(z.object({ id: z.string(), cells: z.array(Words), values: z.array(z.unknown()) })),
}).openapi('Ledger');
export type LedgerTableJson = z.infer<typeof LedgerTableJson>;

const count = { count: z.number(), of: z.number().optional() };

/** A number of a board, with the cases behind it, so that it opens its list. */
export const MetricValueJson = z.object({
  name: z.string(), label: Words, period: z.string().optional(), asOf: IsoInstant, ...count, share: z.number().optional(), ids: z.array(z.string()),
  groups: z.array(z.object({ value: z.string(), label: Words, ...count, ids: z.array(z.string()) })).optional(),
  previous: z.object({ ...count, share: z.number().optional() }).optional(),
  wanted: z.enum(['rising', 'falling']).optional(),
  target: z.object({ min: z.number().optional(), max: z.number().optional(), met: z.boolean() }).optional(),
}).openapi('Metric');
export type MetricValueJson = z.infer<typeof MetricValueJson>;
