import type { ActCommand, CaseState } from '../case/messages.ts';
import type { Rules } from '../case/rules.ts';
import type { Desk } from './desk.ts';

/** A unit or post that has no log yet, and by which rules it is one. */
export interface FoundSubject { readonly rules: Rules; readonly begins: NonNullable<ActCommand['subject']> }

/** The unit or post that an id names, as a subject of the method that is in force; for an action, the subject that it is on. */
export const findSubject = async (desk: Desk, id: string, at: number, action?: string): Promise<FoundSubject | undefined> => {
  const [what, name] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)];
  if (what !== 'unit' && what !== 'post') return undefined;
  const unit = what === 'unit' ? await desk.directory.unit(desk.tenant, name) : undefined;
  const post = what === 'post' ? await desk.directory.post(desk.tenant, name) : undefined;
  for (const rules of desk.book.inForce(at)) {
    const on = action === undefined ? undefined : rules.actions.get(action)?.schema.on;
    for (const [kind, { of }] of Object.entries(rules.method.subjects ?? {})) {
      if (on !== undefined && kind !== on) continue;
      if (unit && 'level' in of && of.level === unit.level) return { rules, begins: { id, kind, home: unit.id } };
      if (post && 'role' in of && of.role === post.role) return { rules, begins: { id, kind, home: post.unit } };
    }
  }
  return undefined;
};

/** A case stays with its own version; a unit, a post or an entry of a register goes by the version in force. */
export const rulesOf = (desk: Desk, state: CaseState, at: number): Rules => {
  const inForce = desk.book.inForce(at).find(({ method }) => method.id === state.method.id);
  return inForce !== undefined && isSubject(inForce, state.kind) ? inForce : desk.book.of(state);
};

export const isSubject = (rules: Rules, kind: string): boolean => !Object.hasOwn(rules.method.kinds, kind);
