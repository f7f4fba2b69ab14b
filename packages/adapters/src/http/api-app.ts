import { OpenAPIHono } from '@hono/zod-openapi';
import type { ZodError } from 'zod';
import type { ApiEnv } from './api-options.ts';
import { Refusal } from './problem.ts';
import { transportIssue } from './transport-issues.ts';
import { ProblemDocument } from './wire/index.ts';

/** A router whose requests are checked by its schemas; what does not fit is refused, every place at once. */
export const newRouter = (): OpenAPIHono<ApiEnv> => new OpenAPIHono<ApiEnv>({
  defaultHook: (result) => {
    if (!result.success) throw misfit(result.error as ZodError, result.target);
  },
});

const misfit = ({ issues }: ZodError, target: string): Refusal => new Refusal(issues.map(({ path, ...rest }) => {
  const at = path.map((part) => (typeof part === 'number' ? part : String(part)));
  const expected = 'expected' in rest && typeof rest.expected === 'string' ? rest.expected : rest.code;
  return target === 'json'
    ? transportIssue('http.bad-body', { at: at.join('.') || 'JSON', expected }, at)
    : transportIssue('http.bad-query', { parameter: at.join('.'), expected }, at);
}));

/** An answer in JSON, for the OpenAPI document and the types. */
export const jsonAnswer = <T>(schema: T, description: string) => ({ content: { 'application/json': { schema } }, description });

/** A JSON body. */
export const jsonBody = <T>(schema: T) => ({ body: { content: { 'application/json': { schema } }, required: true } }) as const;

/** Every refusal looks alike. */
export const refusals = { default: { content: { 'application/problem+json': { schema: ProblemDocument } }, description: 'Problem details / 拒绝说明（RFC 9457）' } } as const;
