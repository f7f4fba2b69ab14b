import { z } from '@hono/zod-openapi';
import { Named, Words } from './words.ts';

/** A column of the list. `by` is the name to filter and sort on. */
export const ListColumn = z.object({ name: z.string(), label: Words, sortable: z.boolean(), by: z.string() }).openapi('ListColumn');

/** A filter of the list: what kind of input, on which name. */
export const ListFilter = z.object({
  name: z.string(), label: Words, by: z.string(), kind: z.enum(['text', 'number', 'date', 'moment', 'yes-no', 'choice', 'post', 'unit']),
  options: z.array(Named).optional(),
}).openapi('ListFilter');

/** A unit, post or register that has duties and a log: its columns, and the actions that open an entry. */
export const SubjectInfo = Named.extend({
  of: z.enum(['unit', 'post', 'register']), level: z.string().optional(), role: z.string().optional(),
  columns: z.array(z.object({ name: z.string(), label: Words, personal: z.boolean() })), opens: z.array(Named),
}).openapi('SubjectInfo');
export type SubjectInfo = z.infer<typeof SubjectInfo>;

/** A norm: how many, at least and at most, per period; `days` for days of the calendar, `any` for any moment. */
export const NormInfo = Named.extend({
  per: Words, period: z.enum(['day', 'week', 'month', 'quarter', 'half-year', 'year', 'days', 'any']), min: z.int().optional(), max: z.int().optional(), refuses: z.boolean(),
}).openapi('NormInfo');
export type NormInfo = z.infer<typeof NormInfo>;

/** The flow of a kind: its steps and endings, and which actions lead from one to the other; the same as Mermaid text. */
export const Flow = z.object({
  nodes: z.array(Named.extend({ ending: z.boolean(), outcome: z.string().optional() })),
  edges: z.array(z.object({ from: z.string(), to: z.string(), action: z.string(), label: Words, back: z.boolean().optional() })),
  anywhere: z.array(z.object({ to: z.string(), action: z.string().optional(), clock: z.string().optional(), label: Words })).openapi({
    description: 'What can happen at any step: by an action without `from`, or by itself at a rung of a clock' }),
  mermaid: z.string(),
}).openapi('Flow');
export type Flow = z.infer<typeof Flow>;

/** What a screen needs to know of a method: words, columns, filters, flow. It holds no rule. */
export const MethodInfo = z.object({
  id: z.string(), version: z.string(), label: Words, timeZone: z.string(),
  list: z.object({ columns: z.array(ListColumn), filters: z.array(ListFilter) }),
  kinds: z.array(Named.extend({ sources: z.array(z.string()), line: z.array(z.string()), edits: z.string().optional() })),
  steps: z.array(Named), sources: z.array(Named.extend({ reporter: z.enum(['required', 'optional', 'none']) })),
  endings: z.array(Named.extend({ outcome: z.string() })),
  roles: z.array(Named), levels: z.array(Named), actions: z.array(Named),
  subjects: z.array(SubjectInfo), norms: z.array(NormInfo), links: z.array(Named.extend({ back: Words.optional() })),
  moves: z.array(z.string()).openapi({ description: 'Older versions from which cases can be moved / 可迁移的旧版本' }),
  ledgers: z.array(Named.extend({ period: z.string().optional(), public: z.boolean(), issuedBy: z.array(z.string()).optional() })), boards: z.array(Named),
  flow: z.record(z.string(), Flow),
}).openapi('Method');
export type MethodInfo = z.infer<typeof MethodInfo>;
