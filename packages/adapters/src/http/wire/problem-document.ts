import { z } from '@hono/zod-openapi';

/** One reason why a request was refused: a code for programs, a path for forms, the sentence in both languages. */
export const ProblemIssue = z.object({
  code: z.string(), path: z.array(z.union([z.string(), z.number()])), params: z.record(z.string(), z.unknown()), zh: z.string(), en: z.string(),
}).openapi('ProblemIssue');
export type ProblemIssue = z.infer<typeof ProblemIssue>;

/** RFC 9457. `message` and `errors` are what react-admin shows; the rest is for programs. */
export const ProblemDocument = z.object({
  type: z.string(), title: z.string(), status: z.int(), detail: z.string(),
  instance: z.string().optional().openapi({ description: 'Correlation id of a failure, also in the log / 故障编号' }),
  message: z.string(),
  errors: z.record(z.string(), z.union([z.string(), z.object({ serverError: z.string() })])),
  issues: z.array(ProblemIssue),
}).openapi('Problem');
export type ProblemDocument = z.infer<typeof ProblemDocument>;
