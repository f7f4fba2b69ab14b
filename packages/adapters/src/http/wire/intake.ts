import { z } from '@hono/zod-openapi';
import { FormInputJson } from './explanation.ts';
import { IsoInstant, Named, Words } from './words.ts';

/** A unit at which residents may report: what its QR code leads to. */
export const IntakeUnit = Named.extend({ above: Words.openapi({ description: 'Where it lies / 所属' }) }).openapi('IntakeUnit');
export type IntakeUnit = z.infer<typeof IntakeUnit>;

/** What a district offers its residents. */
export const IntakeInfo = z.object({
  label: Words, phone: z.string().optional().openapi({ description: 'For those who cannot use the page / 不便上网的请拨打' }),
  keeps: Words.openapi({ description: 'What is kept and for how long / 个人信息保存说明' }), units: z.array(IntakeUnit), publications: z.array(Named),
}).openapi('Intake');
export type IntakeInfo = z.infer<typeof IntakeInfo>;

/** One way in for residents at a unit: its form; `reporter`: is a name or a telephone number needed? */
export const IntakeWay = z.object({
  source: Named, reporter: z.enum(['required', 'optional', 'none']), form: z.array(FormInputJson),
}).openapi('IntakeWay');
export type IntakeWay = z.infer<typeof IntakeWay>;
export const IntakePlace = IntakeUnit.extend({ ways: z.array(IntakeWay) }).openapi('IntakePlace');
export type IntakePlace = z.infer<typeof IntakePlace>;

const person = z.object({ name: z.string().trim().max(50).optional(), phone: z.string().trim().max(30).optional() });
const draft = {
  unit: z.string().max(200), source: z.string().max(100),
  fields: z.record(z.string().max(100), z.unknown()).default({}),
};
/** A report by a resident. `code`: the secret that opens its progress, made by the page at random; sent again with the same one, it is the same report. */
export const IntakeReport = z.object({
  ...draft, reporter: person.optional().openapi({ description: 'Whom it concerns / 诉求人' }),
  agent: person.optional().openapi({ description: 'Who enters it on behalf of that person / 代办人' }),
  code: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16,40}$/),
  website: z.string().max(200).optional().openapi({ description: 'Left empty by people / 请勿填写' }),
}).openapi('IntakeReport');
export type IntakeReport = z.infer<typeof IntakeReport>;
export const IntakeDraft = z.object(draft).openapi('IntakeDraft');
export const IntakeReceipt = z.object({ id: z.string().openapi({ description: 'The tracking number / 受理编号' }) }).openapi('IntakeReceipt');
export type IntakeReceipt = z.infer<typeof IntakeReceipt>;

/** What may be the same matter: how many, and how they stand; nothing of who said what. */
export const IntakeSimilar = z.object({ count: z.int(), stands: z.array(Words) }).openapi('IntakeSimilar');
export type IntakeSimilar = z.infer<typeof IntakeSimilar>;

const Said = z.object({ label: Words, text: Words });
/** How a report stands, as its reporter may see it. */
export const IntakeProgress = z.object({
  id: z.string(), unit: Words, opened: IsoInstant, step: Words, reported: z.array(Said),
  line: z.array(z.object({ label: Words, state: z.enum(['done', 'here', 'ahead']) })),
  due: z.array(z.object({ label: Words, text: Words, late: z.boolean() })).openapi({ description: 'What has been promised for when / 承诺时限' }),
  ended: z.object({ label: Words, at: IsoInstant }).optional(),
  answers: z.array(z.object({ label: Words, at: IsoInstant, said: z.array(Said) })),
  actions: z.array(z.object({ name: z.string(), label: Words, form: z.array(FormInputJson) })).openapi({ description: 'What the reporter may do now: rate, withdraw / 可评价、可撤回' }),
}).openapi('IntakeProgress');
export type IntakeProgress = z.infer<typeof IntakeProgress>;
export const IntakeCall = z.object({ input: z.record(z.string().max(100), z.unknown()).default({}) }).openapi('IntakeCall');
