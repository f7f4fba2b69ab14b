import type { CaseState, Facts } from '../case/messages.ts';
import { pathOf, stands } from '../case/posts.ts';
import type { ActionRule, Rules } from '../case/rules.ts';
import { isOpen } from '../case/run-clocks.ts';
import type { AwaitedRow } from './store-port.ts';

/** Who is awaited: whoever was asked and has not replied, and whoever can move the case on from where it stands. */
export const awaitedBy = (rules: Rules, state: CaseState, facts: Facts): AwaitedRow[] => {
  const rows: AwaitedRow[] = [];
  const add = (row: AwaitedRow): void => { if (!rows.some((other) => isSame(other, row))) rows.push(row); };
  const addRole = (what: string, role: string): void => {
    for (const unit of pathOf(state.home, facts)) add({ what, role, unit });
  };
  const addAsk = (what: string, to: CaseState['asks'][number]['to']): void => {
    if (to.person !== undefined) add({ what, person: to.person });
    else if (to.role !== undefined) addRole(what, to.role);
    else if (to.unit !== undefined) add({ what, unit: to.unit });
  };
  for (const ask of state.asks) if (isOpen(ask)) addAsk(ask.name, ask.to);
  if (state.ended) return rows;
  for (const { name, by, answers } of movers(rules, state.kind, state.step)) {
    if (answers.length > 0 && answers.every((answer) => state.answers[answer.name] !== undefined)) continue;
    for (const doer of by) {
      if (typeof doer === 'string') addRole(name, doer);
      else if ('role' in doer && doer.where === 'here') for (const unit of new Set([state.home, state.holder])) add({ what: name, role: doer.role, unit });
      else if ('role' in doer) addRole(name, doer.role);
      else if ('ask' in doer) for (const ask of state.asks) if (ask.name === doer.ask && stands(ask, state)) addAsk(name, ask.to);
    }
  }
  return rows;
};

const isSame = (a: AwaitedRow, b: AwaitedRow): boolean => a.what === b.what && a.person === b.person && a.role === b.role && a.unit === b.unit;

/** The actions that carry a case of this kind on from this step; looked for once. */
const movers = (rules: Rules, kind: string, step: string): readonly ActionRule[] => {
  let byKind = knownMovers.get(rules);
  if (byKind === undefined) knownMovers.set(rules, byKind = new Map());
  let bySteps = byKind.get(kind);
  if (bySteps === undefined) byKind.set(kind, bySteps = new Map());
  let found = bySteps.get(step);
  if (found === undefined) bySteps.set(step, found = [...rules.actions.values()].filter(({ schema }) => movesOn(rules, kind, step, schema)));
  return found;
};
const knownMovers = new WeakMap<Rules, Map<string, Map<string, readonly ActionRule[]>>>();

/** Does this action carry a case on from this step: not a correction, not a way back, not a way to give it up? */
const movesOn = (rules: Rules, kind: string, step: string, action: ActionRule['schema']): boolean => {
  if (!action.from?.includes(step) || (action.to === undefined && action.ends === undefined)) return false;
  const line = rules.method.kinds[kind]?.line ?? [];
  if (typeof action.to === 'object' || (action.to !== undefined && action.to !== 'next' && line.includes(action.to) && line.indexOf(action.to) < line.indexOf(step))) return false;
  const outcome = action.ends === undefined ? undefined : rules.method.endings[action.ends]?.outcome;
  return outcome === undefined || outcome === 'solved' || outcome === 'not-entered' || outcome === 'referred';
};
