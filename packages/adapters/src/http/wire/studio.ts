import { z } from '@hono/zod-openapi';
import { MoveResultJson } from './street.ts';
import { IsoInstant, Named, Words } from './words.ts';

/** A version of the method. One that came with the server was published by nobody. */
export const StudioVersion = z.object({
  version: z.string(), label: Words, from: z.string().optional(), published: z.object({ at: IsoInstant, by: z.string() }).optional(), inForce: z.boolean(),
}).openapi('StudioVersion');
export type StudioVersion = z.infer<typeof StudioVersion>;

/** The draft as it was last saved. */
export const StudioDraft = z.object({ text: z.string(), revision: z.int(), at: IsoInstant, by: z.string() }).openapi('StudioDraft');
export type StudioDraft = z.infer<typeof StudioDraft>;

export const StudioInfo = z.object({
  method: z.string(), versions: z.array(StudioVersion), files: z.array(z.object({ id: z.string(), version: z.string(), label: Words })), draft: StudioDraft.nullable(),
}).openapi('Studio');
export type StudioInfo = z.infer<typeof StudioInfo>;

export const StudioText = z.object({ text: z.string() }).openapi('StudioText');

/** `seen`: the revision that the editor has before them; 0 where there was no draft. */
export const StudioDraftCall = z.object({ text: z.string().max(900_000), seen: z.int().min(0) }).openapi('StudioDraftCall');
export const StudioDraftSaved = z.object({ revision: z.int() }).openapi('StudioDraftSaved');

/** What publishing would mean: what becomes of each open case if it is moved, and roles of the method that nobody holds. */
export const StudioTrial = z.object({ cases: z.array(MoveResultJson), unheld: z.array(Named) }).openapi('StudioTrial');
export type StudioTrial = z.infer<typeof StudioTrial>;

export const StudioPublished = z.object({ version: z.string() }).openapi('StudioPublished');
