import { z } from '@hono/zod-openapi';
import { Words } from './words.ts';

/** A unit of the tree, or a body beside it. */
export const UnitRecord = z.object({ id: z.string(), label: Words, level: z.string(), parent: z.string().nullable() }).openapi('Unit');
export type UnitRecord = z.infer<typeof UnitRecord>;

/** A person holding a role in a unit. */
export const PostRecord = z.object({
  id: z.string(), role: z.string(), roleLabel: Words, unit: z.string(), unitLabel: Words, person: z.string(), name: z.string(),
}).openapi('Post');
export type PostRecord = z.infer<typeof PostRecord>;
