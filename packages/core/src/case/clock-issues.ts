import { issue } from '../issues/issue.ts';
import type { Issue } from '../issues/issue.ts';
import type { ClockEffect } from '../method/effect-schema.ts';
import type { CaseState, Clock } from './messages.ts';
import type { ActionRule, Rules } from './rules.ts';

/**
 * Why an action cannot do to its clocks what it says: whoever stops, holds, resumes, extends or exempts a clock believes that it is there.
 * To start one, or to let one count for nothing, needs none; `optional` needs none either, nor does a clock of another kind of case.
 */
export const clockIssues = (rules: Rules, action: ActionRule, state: CaseState): readonly Issue[] => {
  const effects = action.schema.clocks;
  if (effects === undefined) return [];
  return Object.entries(effects).flatMap(([name, effect]): readonly Issue[] => {
    const rule = rules.clocks.all.get(name);
    if (rule === undefined || rule.kinds?.has(state.kind) === false || 'start' in effect || 'void' in effect || effect.optional) return [];
    if (currentClocks(state, name).some((clock) => applies(effect, clock))) return [];
    const code = 'resume' in effect ? 'clock.not-held' : 'exempt' in effect ? 'clock.nothing-to-exempt' : 'clock.not-running';
    return [issue(code, ['clocks', name], { clock: rule.label })];
  });
};

/** The clocks of a name as they count now: one, or one for each ask; rounds that are over are left out. */
export const currentClocks = (state: CaseState, name: string): readonly Clock[] =>
  Object.values(state.clocks).filter((clock) => clock.name === name && !clock.id.includes('~'));

/** Can an exemption lie over it? Only what runs or is overdue, done since or not, can count against anybody. */
export const isExemptible = ({ phase }: Clock): boolean => phase === 'running' || phase === 'held' || phase === 'broken';

const applies = (effect: ClockEffect, clock: Clock): boolean => {
  if ('exempt' in effect) return isExemptible(clock);
  if ('hold' in effect) return clock.phase === 'running';
  if ('resume' in effect) return clock.phase === 'held';
  return clock.stopped === undefined && clock.phase !== 'void';
};
