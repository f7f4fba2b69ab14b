import { z } from '@hono/zod-openapi';
import { ProblemIssue } from './problem-document.ts';
import { IsoInstant, Named, Words } from './words.ts';

const Id = z.string().max(60);
const Day = z.string().max(10).openapi({ format: 'date', example: '2026-03-01' });
const name = z.string().trim().min(1).max(100);
const lasting = { from: Day.nullable(), until: Day.nullable() };

/** A unit with its days: closed ones too. */
export const PeopleUnit = z.object({ id: Id, label: Words, level: z.string(), parent: z.string().nullable(), ...lasting }).openapi('PeopleUnit');
export const PeoplePost = z.object({ id: Id, person: Id, role: z.string(), unit: Id, ...lasting }).openapi('PeoplePost');
export const PersonRecord = z.object({
  id: Id, name: z.string(),
  account: z.object({ username: z.string(), administrator: z.boolean(), off: z.boolean() }).nullable().openapi({ description: 'How they sign in / 登录账号' }),
}).openapi('Person');
export type PersonRecord = z.infer<typeof PersonRecord>;

/** Everything that the page on people shows: the tree, the posts, the people, and what the method says of levels and roles. */
export const PeopleInfo = z.object({
  today: Day, units: z.array(PeopleUnit), posts: z.array(PeoplePost), people: z.array(PersonRecord),
  levels: z.array(Named.extend({ above: z.array(z.string()).openapi({ description: 'Levels of the unit above / 上级单位的层级' }) })),
  roles: z.array(Named.extend({ at: z.array(z.string()), personal: z.boolean().openapi({ description: 'Sees personal data in the clear / 可查看个人信息原文' }) })),
}).openapi('People');
export type PeopleInfo = z.infer<typeof PeopleInfo>;

export const NewUnit = z.object({ id: Id, label: z.object({ zh: name, en: name.optional() }), level: z.string().max(60), parent: Id.optional(), from: Day.optional() }).openapi('NewUnit');
export const UnitName = z.object({ label: z.object({ zh: name, en: name.optional() }) }).openapi('UnitName');
export const LastDay = z.object({ until: Day }).openapi('LastDay');
export const NewPost = z.object({ person: Id, role: z.string().max(60), unit: Id, from: Day.optional() }).openapi('NewPost');
export const PostChange = z.object({ role: z.string().max(60), unit: Id, from: Day }).openapi('PostChange');
const password = z.string().min(1).max(200);
export const NewPerson = z.object({ id: Id, name, username: z.string().trim().min(1).max(100).optional(), password: password.optional(), administrator: z.boolean().optional() }).openapi('NewPerson');
export const PersonChange = z.object({ name: name.optional(), password: password.optional(), administrator: z.boolean().optional(), off: z.boolean().optional() }).openapi('PersonChange');

/** What an import of units or people came to, row by row; nothing is written where a row has a problem. */
export const PeopleImport = z.object({
  dryRun: z.boolean(), rows: z.int(), added: z.int(), unchanged: z.int(), problems: z.array(z.object({ line: z.int(), issues: z.array(ProblemIssue) })),
}).openapi('PeopleImport');
export type PeopleImport = z.infer<typeof PeopleImport>;

/** A line of the audit log. */
export const AuditLine = z.object({
  seq: z.int(), at: IsoInstant, by: z.string(), byName: z.string(), what: z.string(), label: Words, about: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
}).openapi('AuditLine');
export type AuditLine = z.infer<typeof AuditLine>;

/** An attempt to sign in, or a sign-out. */
export const LoginLine = z.object({ at: IsoInstant, username: z.string(), person: z.string().nullable(), name: z.string().nullable(), result: z.enum(['in', 'wrong', 'off', 'locked', 'out']) }).openapi('LoginLine');
export type LoginLine = z.infer<typeof LoginLine>;

/** Whether the audit log is what was written: its length, and the first line that is not. */
export const LogCheck = z.object({ entries: z.int(), broken: z.int().nullable() }).openapi('LogCheck');
/** One portion of the check of the cases' chains. */
export const ChainCheck = z.object({ cases: z.int(), events: z.int(), broken: z.array(z.object({ id: z.string(), seq: z.int() })), next: z.string().nullable() }).openapi('ChainCheck');
export type LogCheck = z.infer<typeof LogCheck>;
export type ChainCheck = z.infer<typeof ChainCheck>;
