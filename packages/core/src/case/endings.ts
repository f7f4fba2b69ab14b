import { issue } from '../issues/issue.ts';
import type { Issue, Words } from '../issues/issue.ts';
import { wordsOf } from '../method/words.ts';
import type { Scope } from '../rules/reading.ts';
import type { Draft } from './draft.ts';
import { replyTo } from './effects.ts';
import type { CaseState, Signature } from './messages.ts';
import type { EndingRule, Rules } from './rules.ts';
import { isOpen, settled } from './run-clocks.ts';

/** Ends the case; what may not stay open after this ending is withdrawn. */
export const endCase = (draft: Draft, ending: EndingRule, by: Signature | undefined): void => {
  draft.apply({ type: 'ended', ending: ending.name, outcome: ending.outcome });
  draft.happened(ending.happening);
  for (const ask of draft.state.asks) {
    if (isOpen(ask) && !ending.schema.keeps?.asks?.includes(ask.name)) replyTo(draft, ask, 'withdrawn', by);
  }
};

/** After the clocks have heard of an ending: those that neither stopped nor may go on count for nothing. */
export const settleClocks = (rules: Rules, draft: Draft): void => {
  const ended = draft.state.ended;
  if (!ended) return;
  const keeps = rules.endings.get(ended.ending)?.schema.keeps?.clocks ?? [];
  for (const clock of Object.values(draft.state.clocks)) {
    if ((clock.stopped !== undefined && clock.rungs.length === 0) || keeps.includes(clock.name)) continue;
    draft.apply({ type: 'clock', how: clock.stopped === undefined ? 'void' : 'rung', clock: settled(clock, draft.on.recorded) });
  }
};

/** What is still missing for an ending. 件件有回音: an answer to the reporter, or the recorded reason why none can be given, is part of every one. */
export const endingIssues = (rules: Rules, ending: EndingRule, scope: Scope): Issue[] => {
  const label = endingLabel(rules, ending, scope.state as CaseState);
  const issues: Issue[] = [];
  for (const requirement of ending.requires) {
    if (requirement.when(scope) && !requirement.holds(scope)) {
      issues.push(issue('ending.requirement', ['ends', requirement.name], { ending: label, requirement: requirement.name, say: requirement.say }));
    }
  }
  if (wantsAnswer(ending) && !isAnswered(rules, scope.state as CaseState)) issues.push(issue('ending.unanswered', ['ends'], { ending: label }));
  return issues;
};

/** Whatever was reported is answered; an entry that is struck off a register was reported by nobody. */
export const wantsAnswer = (ending: EndingRule): boolean => ending.outcome !== 'removed';

/** Is there a valid record that answers the reporter, or that gives the reason why nobody can be answered? */
export const isAnswered = (rules: Rules, state: CaseState): boolean =>
  state.records.some((record) => !record.withdrawn && rules.method.records?.[record.name]?.serves !== undefined);

/** The ending's word; it may depend on a classification (按时销号, 问题归零, 任务兑现). */
export const endingLabel = (rules: Rules, ending: EndingRule, state: CaseState): Words => {
  const by = ending.schema.labels;
  if (by === undefined) return ending.label;
  const answer = state.answers[by.answer];
  if (by.output !== undefined) return answer?.outputs?.[by.output] ?? ending.label;
  const word = by.is?.[answer?.is ?? ''];
  return word === undefined ? ending.label : wordsOf(word);
};
