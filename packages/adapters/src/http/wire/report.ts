import { z } from '@hono/zod-openapi';
import { IsoInstant, Words } from './words.ts';

const columns = z.array(z.object({ name: z.string(), label: Words }));

/** A worksheet, register or account: columns in order, one row for each thing that it is over. */
export const LedgerTableJson = z.object({
  name: z.string(), label: Words, period: z.string().optional(), columns,
  rows: z.array(z.object({
    id: z.string().openapi({ description: 'The case or subject / 事项或对象' }), key: z.string().openapi({ description: 'The row\'s own: one case may have several / 行号' }),
    cells: z.array(Words), values: z.array(z.unknown()),
  })),
  total: z.int().optional().openapi({ description: 'How many rows there are, where a page was asked for / 总行数（分页时）' }),
}).openapi('Ledger');
export type LedgerTableJson = z.infer<typeof LedgerTableJson>;

/** A list that was issued: its rows as they were then, for ever. */
export const IssuedListJson = z.object({
  id: z.string(), ledger: z.string(), label: Words, period: z.string().optional(), unit: z.string(), unitLabel: Words, at: IsoInstant, by: z.string().optional(),
  columns: z.array(z.string()), rows: z.array(z.array(z.string())),
}).openapi('IssuedList');
export type IssuedListJson = z.infer<typeof IssuedListJson>;

/** For which period and unit a list is issued. */
export const IssueCall = z.object({ period: z.string().max(20).optional(), within: z.string().max(200).optional() }).openapi('IssueCall');

/** A ledger as everybody may see it: no row leads to its case. */
export const PublicationJson = z.object({
  name: z.string(), label: Words, district: Words, period: z.string().optional(), columns, rows: z.array(z.array(Words)), issued: z.array(IssuedListJson),
}).openapi('Publication');
export type PublicationJson = z.infer<typeof PublicationJson>;

const figure = {
  count: z.number(), of: z.number().optional(), share: z.number().optional(),
  fraction: z.string().optional().openapi({ description: 'Exactly / 精确值', example: '2/3' }),
};
/** What a metric came to. */
const Figure = z.object({ ...figure, value: z.number().optional() }).openapi('Figure');

const ids = z.array(z.string()).optional().openapi({ description: 'The cases behind it, where they were asked for / 背后的事项（请求时要求才有）' });
/** A number of a board; with the cases behind it it opens its list. */
export const MetricValueJson = z.object({
  name: z.string(), label: Words, period: z.string().optional(), asOf: IsoInstant, ...figure,
  value: z.number().optional().openapi({ description: 'The count, share, measure or score / 数值' }), ids,
  raw: Figure.optional().openapi({ description: 'With those that are exempt / 剔除前' }),
  in: z.enum(['minutes', 'hours', 'days', 'working-hours', 'working-days']).optional(),
  groups: z.array(z.object({
    value: z.string(), label: Words, ...figure, figure: z.number().optional(), ids, raw: Figure.optional(),
    rank: z.int().optional().openapi({ description: 'From 1; equals share one / 名次，并列同名次' }),
  })).optional(),
  previous: Figure.optional(), change: z.enum(['rising', 'falling', 'level']).optional(),
  wanted: z.enum(['rising', 'falling']).optional(),
  target: z.object({ min: z.number().optional(), max: z.number().optional(), met: z.boolean() }).optional(),
}).openapi('Metric');
export type MetricValueJson = z.infer<typeof MetricValueJson>;
