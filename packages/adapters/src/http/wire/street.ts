import { z } from '@hono/zod-openapi';
import { LightName } from './case-record.ts';
import { ProblemIssue } from './problem-document.ts';
import { IsoInstant, Named, Words } from './words.ts';

const subjectShape = {
  id: z.string().openapi({ example: 'unit:grid-1' }), kind: z.string().openapi({ description: 'The subject / 对象' }), of: z.enum(['unit', 'post', 'register']),
  title: Words, home: z.string(), opened: IsoInstant.nullable(), ended: IsoInstant.nullable(), due: IsoInstant.nullable(), light: LightName, version: z.int(),
  labels: z.object({ kind: Words, home: Words, light: Words, ending: Words.nullable() }),
  cells: z.record(z.string(), Words).openapi({ description: 'One for each column that the subject holds; personal ones withheld / 各列文字，个人信息隐去' }),
};

/** A unit, a post or an entry of a register, as lists show it. One that has no log yet has version 0. */
export const SubjectRecord = z.object(subjectShape).openapi('Subject');
export type SubjectRecord = z.infer<typeof SubjectRecord>;

/** One subject for forms: its row and its declared fields. */
export const SubjectDetail = z.object({ ...subjectShape, fields: z.record(z.string(), z.unknown()) }).openapi('SubjectDetail');
export type SubjectDetail = z.infer<typeof SubjectDetail>;

/** What an entry of a register needs. */
export const NewEntry = z.object({
  method: z.string().optional(), kind: z.string(), action: z.string().optional(), home: z.string().optional(), fields: z.record(z.string(), z.unknown()).default({}),
}).openapi('NewEntry');

/** A way to do what a norm counts: an action on a log that is known, one to be chosen from a register or the cases, or a form that opens something. */
export const DutyWay = z.object({
  action: z.string(), label: Words, does: z.enum(['act', 'choose', 'open']),
  on: z.string().optional().openapi({ description: 'act: the log / 在哪份日志上操作' }),
  among: z.string().optional().openapi({ description: 'choose, open: the subject or kind of case / 从哪种对象或事项中选，或登记哪种' }),
  subject: z.boolean().optional(),
}).openapi('DutyWay');
export type DutyWay = z.infer<typeof DutyWay>;

/** What somebody has to do in the period that runs, or is the next. */
export const DutyJson = z.object({
  norm: z.string(), label: Words, of: z.string(), subject: Words, unit: z.string(), unitLabel: Words, period: z.string(),
  count: z.int(), min: z.int(), max: z.int().optional(), left: z.int(), met: z.boolean(), first: z.string().optional(), ends: IsoInstant.optional(),
  running: z.boolean().openapi({ description: 'Its period has begun / 已在期内' }), ways: z.array(DutyWay),
}).openapi('Duty');
export type DutyJson = z.infer<typeof DutyJson>;

/** What a norm has come to in one period, member by member. */
export const NormTableJson = z.object({
  name: z.string(), label: Words, period: z.string(), min: z.int(), max: z.int().optional(),
  rows: z.array(z.object({
    of: z.string(), label: Words, unit: z.string(), unitLabel: Words, count: z.int(), met: z.boolean(), closed: z.boolean(),
    subject: z.boolean().openapi({ description: '`of` names a log that can be opened / 可打开其日志' }),
  })),
}).openapi('NormTable');
export type NormTableJson = z.infer<typeof NormTableJson>;

/** A case that a report may be a repetition of. */
export const SimilarJson = z.object({
  link: z.string(), label: Words, id: z.string(), title: z.string().optional(), stands: Words.optional(), opened: IsoInstant,
}).openapi('Similar');
export type SimilarJson = z.infer<typeof SimilarJson>;

/** Everything that a case belongs with, in the order of a tree: each after the one `above` it. */
export const LineageJson = z.array(z.object({
  id: z.string(), above: z.string().nullable(), depth: z.int(), kind: Named, link: Named.optional(), title: z.string().optional(), stands: Words.optional(),
  ended: z.boolean(), subject: z.boolean(),
})).openapi('Lineage');
export type LineageJson = z.infer<typeof LineageJson>;

/** Which open cases are to go over to the version in force; without ids, all of older versions. */
export const MoveCall = z.object({ method: z.string().optional(), ids: z.array(z.string()).max(10_000).optional() }).openapi('MoveCall');

/** What became, or would become, of one case that is moved. */
export const MoveResultJson = z.object({
  id: z.string(), from: z.string(), ok: z.boolean(), issues: z.array(ProblemIssue), step: z.object({ from: Words, to: Words }).optional(),
  clocks: z.array(Words), asks: z.array(Words),
}).openapi('MoveResult');
export type MoveResultJson = z.infer<typeof MoveResultJson>;
