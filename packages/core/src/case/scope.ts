import type { Scope } from '../rules/reading.ts';
import type { Actor, CaseState, Facts } from './messages.ts';

/** The scope in which conditions about a case are read: the case, the moment, who acts, and the cases that it is linked with. */
export const scopeOf = (state: CaseState, at: number, facts: Facts | undefined, actor?: Actor): Scope => {
  const cases = facts?.cases;
  if (cases === undefined) return actor === undefined ? { state, at } : { state, at, actor };
  const linked = (id: string): CaseState | undefined => cases[id];
  return actor === undefined ? { state, at, linked } : { state, at, linked, actor };
};
