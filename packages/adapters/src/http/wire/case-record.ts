import { z } from '@hono/zod-openapi';
import { IsoInstant, Words } from './words.ts';

/** A traffic light, by what is due next; never colour alone: `labels.light` has the word. */
export const LightName = z.enum(['none', 'green', 'yellow', 'red', 'held', 'met', 'late', 'void']).openapi('Light');
export type LightName = z.infer<typeof LightName>;

const shape = {
  id: z.string(), method: z.string(), kind: z.string(), source: z.string(), step: z.string(),
  ending: z.string().nullable(), outcome: z.string().nullable(), home: z.string(), holder: z.string(),
  opened: IsoInstant, ended: IsoInstant.nullable(),
  due: IsoInstant.nullable().openapi({ description: 'Nearest due time of a running hard clock / 最近的硬时限' }),
  warn: IsoInstant.nullable(),
  light: LightName, broken: z.boolean(), version: z.int(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).openapi({ description: '`field.x`, `answer.x`, `clock.x` …' }),
  labels: z.object({ kind: Words, source: Words, step: Words, ending: Words.nullable(), home: Words, holder: Words, light: Words }),
  cells: z.record(z.string(), Words).openapi({ description: 'One for each column of the method\'s list / 列表各列的文字' }),
};

/** One row of the list of cases, with the words for whatever it names. */
export const CaseRecord = z.object(shape).openapi('Case');
export type CaseRecord = z.infer<typeof CaseRecord>;

/**
 * One case for forms: the row, its declared fields under `fields`, and each of them also at the top where no column of the row
 * has its name. A moment is ISO, a day `YYYY-MM-DD`.
 */
export const CaseDetail = z.object({ ...shape, fields: z.record(z.string(), z.unknown()) }).catchall(z.unknown()).openapi('CaseDetail');
export type CaseDetail = z.infer<typeof CaseDetail>;

/** How many cases each tab holds. */
export const CaseCounts = z.object({
  todo: z.int(), 'due-soon': z.int(), overdue: z.int(), 'mine-done': z.int(), open: z.int(), ended: z.int(), all: z.int(),
}).openapi('CaseCounts');
export type CaseCounts = z.infer<typeof CaseCounts>;

/** What a report needs. */
export const NewCase = z.object({
  method: z.string().optional(), kind: z.string().optional(), action: z.string().optional(), source: z.string().optional(), home: z.string().optional(),
  reporter: z.object({ name: z.string().max(200).optional(), phone: z.string().max(50).optional() }).optional(),
  fields: z.record(z.string(), z.unknown()).default({}),
}).openapi('NewCase');
export type NewCase = z.infer<typeof NewCase>;

/** A report that is being written: what may be the same matter is asked for before it is sent. */
export const DraftReport = NewCase.omit({ reporter: true }).openapi('DraftReport');

/** An action's inputs; `version` is the one that the form was drawn from, `happened` when it was, if that was earlier. */
export const ActionCall = z.object({
  input: z.record(z.string(), z.unknown()).default({}), version: z.int().optional(), happened: IsoInstant.optional(),
}).openapi('ActionCall');
export type ActionCall = z.infer<typeof ActionCall>;
