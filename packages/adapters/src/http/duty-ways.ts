import { type Actor, type Duty, type Method, subjectId, wordsOf } from '@bihuan/core';
import type { DutyWay } from './wire/index.ts';

type ActionSchema = Method['actions'][string];

/** How whoever has a duty can do what it counts: by which of the actions that are theirs, and on which log. Read off the method; who may is decided when it is done. */
export function waysOf(method: Method, { norm, of }: Pick<Duty, 'norm' | 'of'>, actor: Actor): DutyWay[] {
  const schema = method.norms?.[norm];
  if (schema === undefined) return [];
  return Object.entries(method.actions)
    .filter(([name, action]) => counts(schema.counts, name, action) && isTheirs(action, actor))
    .map(([name, action]) => ({ action: name, label: wordsOf(action.label), ...place(method, schema.per, of, action, actor) }));
}

type Norm = NonNullable<Method['norms']>[string];

const counts = (what: Norm['counts'], name: string, { leaves, opens }: ActionSchema): boolean =>
  ('action' in what ? what.action === name : 'record' in what ? Object.hasOwn(leaves ?? {}, what.record) : opens === what.entries);

const isTheirs = ({ by }: ActionSchema, { posts }: Actor): boolean =>
  by.some((doer) => (typeof doer === 'string' ? posts.some(({ role }) => role === doer) : 'role' in doer ? posts.some(({ role }) => role === doer.role) : 'ask' in doer));

/** Where it is done: on the member's own log, on that of the person's post or unit, on one to be chosen, or by opening something. */
function place(method: Method, per: Norm['per'], of: string, { opens, on }: ActionSchema, { posts }: Actor): Omit<DutyWay, 'action' | 'label'> {
  if (opens !== undefined) return { does: 'open', among: opens, subject: !Object.hasOwn(method.kinds, opens) };
  const each = 'each' in per ? per.each : undefined;
  if (on === undefined) return each !== undefined && Object.hasOwn(method.kinds, each) ? { does: 'act', on: of, subject: false } : { does: 'choose', subject: false };
  if (each === on) return { does: 'act', on: of, subject: true };
  const subject = method.subjects?.[on]?.of;
  if (subject && 'role' in subject) {
    const own = posts.find(({ role }) => role === subject.role);
    if (own) return { does: 'act', on: subjectId.post(own.id), subject: true };
  }
  if (subject && 'level' in subject) {
    const own = posts.find(({ role, unit }) => unit !== '' && (method.roles[role]?.at ?? []).includes(subject.level));
    if (own) return { does: 'act', on: subjectId.unit(own.unit), subject: true };
  }
  return { does: 'choose', among: on, subject: true };
}
