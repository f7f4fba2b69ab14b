import { z } from '@hono/zod-openapi';

/** A file that has been uploaded, as an input of kind `files` takes it. */
export const FileJson = z.object({ name: z.string(), size: z.int(), type: z.string(), hash: z.string().openapi({ description: 'SHA-256' }) }).openapi('File');
export type FileJson = z.infer<typeof FileJson>;
