import { z } from '@hono/zod-openapi';
import { DemoLogin } from './demo-info.ts';
import { Named, Words } from './words.ts';

/** A district of the server: its method, whether it can be entered yet, who may try it, and what it shows to everybody. */
export const DistrictInfo = z.object({
  id: z.string(), label: Words, state: z.enum(['loading', 'ready', 'failed']),
  why: Words.optional().openapi({ description: 'failed: what stands against it / 未能载入的原因' }),
  logins: z.array(DemoLogin), publications: z.array(Named),
}).openapi('District');
export type DistrictInfo = z.infer<typeof DistrictInfo>;
