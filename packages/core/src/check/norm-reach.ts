import type { Words } from '../issues/issue.ts';
import type { Method } from '../method/method-schema.ts';
import type { NormSchema } from '../method/norm-schema.ts';
import { isFor } from './life.ts';

type Action = Method['actions'][string];

/** The actions by which a norm is kept: the one that it counts, or those that leave the record. None where it counts entries. */
export function actionsOf(norm: NormSchema, method: Method): readonly Action[] {
  const { counts } = norm;
  if ('entries' in counts) return [];
  return Object.entries(method.actions).flatMap(([name, action]) => (('action' in counts ? name === counts.action : Object.hasOwn(action.leaves ?? {}, counts.record)) ? [action] : []));
}

/** Whose something is where the norm does not say: of a unit what is at home there, of a post what it did, of an entry or case its own. */
export function throughOf(norm: NormSchema, method: Method): NonNullable<NormSchema['through']> {
  if (norm.through !== undefined) return norm.through;
  const of = 'each' in norm.per ? method.subjects?.[norm.per.each]?.of : undefined;
  return of === undefined || 'register' in of ? 'itself' : 'level' in of ? 'home' : 'actor';
}

/** Why nothing that could happen counts for anybody of this norm; nothing when something may. */
export function whyNobody(norm: NormSchema, method: Method): Words | undefined {
  const actions = actionsOf(norm, method);
  if (!('each' in norm.per) || actions.length === 0) return undefined;
  const { each } = norm.per;
  const of = method.subjects?.[each]?.of;
  const through = throughOf(norm, method);
  if (through === 'itself') {
    return actions.some((action) => isFor(action, each, method)) ? undefined : { zh: '所计的操作不是对该对象进行的', en: 'what is counted is not done on it' };
  }
  if (of === undefined || 'register' in of || typeof through === 'object') return undefined;
  if (through === 'home') {
    return 'role' in of || actions.some((action) => couldBeAtHome(action, of.level, method)) ? undefined : { zh: '所计的操作不在该级单位或其下级', en: 'what is counted never stands in such a unit or below it' };
  }
  return actions.some((action) => action.by.some((doer) => couldBeBy(doer, of, method))) ? undefined
    : 'role' in of ? { zh: '该角色不能进行所计的操作', en: 'this role may not do what is counted' } : { zh: '该级没有能进行所计操作的角色', en: 'no role at this level may do what is counted' };
}

/** Could the log that it stands in belong to a unit of this level, or one below? Any case could. */
function couldBeAtHome(action: Action, level: string, method: Method): boolean {
  const of = method.subjects?.[action.on ?? action.opens ?? '']?.of;
  if (of === undefined) return true;
  const levels = 'level' in of ? [of.level] : 'role' in of ? method.roles[of.role]?.at ?? [] : of.register;
  return levels.some((each) => liesIn(each, level, method));
}

function liesIn(level: string, other: string, method: Method): boolean {
  for (let at: string | undefined = level, i = 0; at !== undefined && i < 50; i++) {
    if (at === other) return true;
    at = method.levels[at]?.in ?? method.levels[at]?.beside;
  }
  return false;
}

/** Could a post with this role, or of a unit of this level, be who does it? Whoever answers an ask may be anybody. */
function couldBeBy(doer: Action['by'][number], of: { readonly role: string } | { readonly level: string }, method: Method): boolean {
  if (typeof doer === 'object' && !('role' in doer)) return 'ask' in doer;
  const role = typeof doer === 'string' ? doer : doer.role;
  return 'role' in of ? role === of.role : method.roles[role]?.at.includes(of.level) ?? true;
}
