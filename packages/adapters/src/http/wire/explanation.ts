import { z } from '@hono/zod-openapi';
import { LightName } from './case-record.ts';
import { FileJson } from './file.ts';
import { ProblemIssue } from './problem-document.ts';
import { IsoInstant, Named, Words } from './words.ts';

/** One input of a form. */
export const FormInputJson = z.object({
  name: z.string(), label: Words,
  kind: z.enum(['text', 'long-text', 'number', 'date', 'moment', 'yes-no', 'choice', 'choices', 'post', 'posts', 'unit', 'units', 'names', 'point', 'case', 'cases', 'files']),
  optional: z.boolean(),
  options: z.array(Named.extend({ text: Words.optional() })).optional().openapi({ description: '`text`: what a template drafts / 范本拟出的文字' }),
  kinds: z.array(z.string()).optional().openapi({ description: 'Of `case` and `cases`: kinds or subjects / 可选的事项类型或对象' }),
  role: z.string().optional(), level: z.string().optional(),
  min: z.number().optional(), max: z.number().optional(), value: z.unknown().optional(), group: Words.optional(), note: Words.optional(),
}).openapi('FormInput');
export type FormInputJson = z.infer<typeof FormInputJson>;

/** One action: may this person take it now; if not, every reason as a sentence; the form it needs. */
export const ExplainedActionJson = z.object({
  name: z.string(), label: Words, allowed: z.boolean(), issues: z.array(ProblemIssue), form: z.array(FormInputJson),
  ends: z.string().optional(), source: Words.optional(), note: Words.optional(),
}).openapi('ExplainedAction');
export type ExplainedActionJson = z.infer<typeof ExplainedActionJson>;

/** One clock with why it is due when it is due. */
export const ExplainedClockJson = z.object({
  id: z.string(), name: z.string(), label: Words, phase: z.string(), light: LightName, binds: z.enum(['hard', 'soft', 'minimum']),
  started: IsoInstant,
  due: z.object({ at: IsoInstant, day: z.string().optional(), provisional: z.boolean().optional() }).optional(),
  dueText: Words.optional(), stopped: IsoInstant.optional(), provisional: z.boolean(), lateFromTheStart: z.boolean(),
  exempt: z.object({ why: Words, by: z.string().optional(), at: IsoInstant }).optional(),
  segments: z.array(z.object({ kind: z.string() }).catchall(z.unknown())), because: z.array(Words), source: Words.optional(),
}).openapi('ExplainedClock');
export type ExplainedClockJson = z.infer<typeof ExplainedClockJson>;

/** One line of an ending's checklist, and the endings themselves. */
export const ExplainedEndingJson = z.object({
  name: z.string(), label: Words, outcome: z.string(), ready: z.boolean(),
  checklist: z.array(z.object({ name: z.string(), say: Words, met: z.boolean(), source: Words.optional(), by: z.array(Named).optional() })),
}).openapi('ExplainedEnding');
export type ExplainedEndingJson = z.infer<typeof ExplainedEndingJson>;

/** A case or subject that this one belongs with, as far as it is known here. */
export const ExplainedLinkJson = z.object({
  link: z.string(), label: Words, case: z.string(), kind: Named.optional(), title: z.string().optional(), stands: Words.optional(), ended: z.boolean().optional(),
}).openapi('ExplainedLink');
export type ExplainedLinkJson = z.infer<typeof ExplainedLinkJson>;

/** Everything that a screen shows of one case to one person; instants as ISO. */
export const ExplanationJson = z.object({
  id: z.string(), version: z.int(), at: IsoInstant, kind: Named, source: Named, step: Named,
  ended: z.object({ ending: z.string(), outcome: z.string(), label: Words, at: IsoInstant }).optional(),
  line: z.array(z.object({ name: z.string(), label: Words, state: z.enum(['done', 'here', 'ahead', 'skipped']), when: Words.optional(), source: Words.optional() })),
  facts: z.array(z.object({ name: z.string(), label: Words, value: z.unknown(), text: Words, personal: z.boolean().optional() })),
  answers: z.array(z.object({ name: z.string(), label: Words, text: Words, because: Words.optional() })),
  records: z.array(z.object({
    id: z.string(), name: z.string(), label: Words, at: IsoInstant, by: z.string().optional(), withdrawn: z.boolean(),
    values: z.array(z.object({ label: Words, text: Words, files: z.array(FileJson).optional() })),
  })),
  asks: z.array(z.object({
    id: z.string(), name: z.string(), label: Words, to: Words, at: IsoInstant, state: z.enum(['open', 'accepted', 'replied']), reply: Words.optional(),
  })),
  clocks: z.array(ExplainedClockJson), links: z.array(ExplainedLinkJson), actions: z.array(ExplainedActionJson), endings: z.array(ExplainedEndingJson), awaited: z.array(Words),
  reporter: z.object({ name: z.string().optional(), phone: z.string().optional(), ref: z.string().optional() }).optional(),
  personal: z.object({ held: z.boolean(), shown: z.boolean(), erased: z.boolean(), mayReveal: z.boolean() }).openapi({ description: 'Personal data is masked unless `shown`; `mayReveal`: POST …/reveal shows it, on record / 个人信息默认遮盖；可查看的人查看时留痕' }),
  backdate: Words.optional().openapi({ description: 'How far back an act may be said to have happened; absent: not at all / 最多可补录多久以前' }),
}).openapi('Explanation');
export type ExplanationJson = z.infer<typeof ExplanationJson>;

/** One line of the timeline: who did what when, and what followed. */
export const TimelineLineJson = z.object({
  seq: z.int(), at: IsoInstant, day: z.string().optional(), recorded: IsoInstant, title: Words,
  by: z.object({ name: z.string(), role: Words.optional(), unit: z.string().optional() }).optional(),
  details: z.array(z.object({ type: z.string(), text: Words })),
}).openapi('TimelineLine');
export type TimelineLineJson = z.infer<typeof TimelineLineJson>;

/** A form by which this person may open a case. */
export const OpeningJson = z.object({
  method: z.string(), kind: z.string(), action: z.string(), label: Words,
  register: z.literal(true).optional().openapi({ description: 'An entry of a register instead of a case / 名册条目' }),
  source: z.object({ name: z.string(), label: Words, reporter: z.enum(['required', 'optional', 'none']) }),
  form: z.array(FormInputJson),
}).openapi('Opening');
export type OpeningJson = z.infer<typeof OpeningJson>;
