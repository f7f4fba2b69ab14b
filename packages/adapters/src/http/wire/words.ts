import { z } from '@hono/zod-openapi';

/** A word in both languages. */
export const Words = z.object({ zh: z.string(), en: z.string() }).openapi('Words', { example: { zh: '梳理筛选', en: 'Screening' } });
export type Words = z.infer<typeof Words>;

/** A named thing of a method with its word on screen. */
export const Named = z.object({ name: z.string(), label: Words }).openapi('Named');
export type Named = z.infer<typeof Named>;

/** A moment as clocks in the method's zone show it. */
export const IsoInstant = z.string().openapi('Instant', { format: 'date-time', example: '2021-10-08T09:00:00+08:00' });
