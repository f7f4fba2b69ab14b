import type { Scope } from '../rules/reading.ts';
import type { Actor, CaseState, Facts } from './messages.ts';
import { pathOf } from './posts.ts';

/** The scope in which conditions about a case are read: the case, the moment, who acts and over which units, and the cases that it is linked with. */
export const scopeOf = (state: CaseState, at: number, facts: Facts | undefined, actor?: Actor): Scope => {
  const cases = facts?.cases;
  const linked = cases && ((id: string): CaseState | undefined => cases[id]);
  if (actor === undefined) return linked === undefined ? { state, at } : { state, at, linked };
  if (facts === undefined) return { state, at, actor };
  const standsOver = (unit: string): boolean => pathOf(state.home, facts).includes(unit) || pathOf(state.holder, facts).includes(unit);
  return linked === undefined ? { state, at, actor, standsOver } : { state, at, linked, actor, standsOver };
};
