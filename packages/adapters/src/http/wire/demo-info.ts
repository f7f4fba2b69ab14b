import { z } from '@hono/zod-openapi';
import { IsoInstant, Words } from './words.ts';

/** A login that the demo offers, one for each role. */
export const DemoLogin = z.object({ username: z.string(), password: z.string(), role: Words, name: z.string() }).openapi('DemoLogin');
export type DemoLogin = z.infer<typeof DemoLogin>;

/** Whether this is a demo, and what time it is for the server. */
export const DemoInfo = z.object({ demo: z.boolean(), now: IsoInstant, logins: z.array(DemoLogin).optional() }).openapi('Demo');
export type DemoInfo = z.infer<typeof DemoInfo>;

export const ClockAdvance = z.object({ advance: z.string().openapi({ description: 'A duration / 时长', example: '1 day' }) }).openapi('ClockAdvance');
export const ClockNow = z.object({ now: IsoInstant }).openapi('ClockNow');
