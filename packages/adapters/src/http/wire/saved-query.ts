import { z } from '@hono/zod-openapi';
import { IsoInstant } from './words.ts';

/** What a person wants to find again: a resource's filter, sort and page size, under a name. */
export const SavedQueryBody = z.object({
  label: z.string().min(1).max(100), resource: z.string().max(100).default('cases'),
  value: z.record(z.string(), z.unknown()).default({}).openapi({ description: 'filter, sort, perPage, displayedFilters as react-admin keeps them' }),
}).openapi('SavedQueryBody');
export type SavedQueryBody = z.infer<typeof SavedQueryBody>;

export const SavedQuery = z.object({
  id: z.string(), label: z.string(), resource: z.string(), value: z.record(z.string(), z.unknown()), created: IsoInstant,
}).openapi('SavedQuery');
export type SavedQuery = z.infer<typeof SavedQuery>;
