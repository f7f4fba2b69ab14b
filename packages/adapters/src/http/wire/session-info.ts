import { z } from '@hono/zod-openapi';
import { Words } from './words.ts';

/** A post that a person holds, with the words for its role and unit. */
export const SessionPost = z.object({ id: z.string(), role: z.string(), roleLabel: Words, unit: z.string(), unitLabel: Words }).openapi('SessionPost');

/** Who is signed in, and in which district (the engine's tenant): `id` and `fullName` are what react-admin's identity wants. */
export const SessionInfo = z.object({
  id: z.string(), fullName: z.string(), district: z.string(), posts: z.array(SessionPost), administrator: z.boolean().openapi({ description: 'May change people, posts and methods / 系统管理员' }),
}).openapi('Session');
export type SessionInfo = z.infer<typeof SessionInfo>;

export const Login = z.object({ username: z.string().min(1).max(200), password: z.string().min(1).max(1000) }).openapi('Login');
export type Login = z.infer<typeof Login>;
