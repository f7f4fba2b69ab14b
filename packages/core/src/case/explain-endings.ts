import type { Scope } from '../rules/reading.ts';
import { endingLabel, isAnswered, wantsAnswer } from './endings.ts';
import type { ChecklistItem, ExplainedEnding } from './explanation.ts';
import type { CaseState } from './messages.ts';
import { isFor } from './may-act.ts';
import type { ActionRule, EndingRule, Rules } from './rules.ts';

const answered = { zh: '已答复诉求人，或已写明无法答复的原因', en: 'The reporter has been answered, or it is on record why nobody can be' };

/** For each ending that an action leads to, the checklist: what is there, what is missing, and which actions can bring it about. */
export const explainEndings = (rules: Rules, state: CaseState, scope: Scope): ExplainedEnding[] => {
  if (state.ended) return [];
  const reachable = new Set<string>();
  for (const action of rules.actions.values()) {
    if (action.schema.ends !== undefined && isFor(rules, action, state.kind) && comesTo(rules, action, state.kind)) reachable.add(action.schema.ends);
  }
  return [...rules.endings.values()].filter((ending) => reachable.has(ending.name)).map((ending) => {
    const checklist = [...ending.requires.filter((requirement) => requirement.when(scope)).map((requirement): ChecklistItem => ({
      name: requirement.name, say: requirement.say, met: requirement.holds(scope),
      ...(requirement.source && { source: requirement.source }), by: bringers(rules, state.kind, requirement),
    })), ...(wantsAnswer(ending) ? [{ name: 'answered', say: answered, met: isAnswered(rules, state), by: answerers(rules, state.kind) }] : [])];
    return {
      name: ending.name, label: endingLabel(rules, ending, state), outcome: ending.outcome, checklist: withoutRepeats(checklist),
      ready: checklist.every((item) => item.met),
    };
  });
};

/** Can a case of this kind come to where the action is taken? */
const comesTo = (rules: Rules, { from }: ActionRule, kind: string): boolean => {
  const line = rules.method.kinds[kind]?.line;
  return from === undefined || line === undefined || line.some((step) => from.has(step));
};

/** A method that asks for the answer in its own words need not see it asked for twice. */
const withoutRepeats = (checklist: readonly ChecklistItem[]): ChecklistItem[] =>
  checklist.filter((item, place) => checklist.findIndex((other) => other.name === item.name) === place);

/** The actions of the case's own kind, where its line comes to them. */
const ownActions = (rules: Rules, kind: string): ActionRule[] => [...rules.actions.values()].filter((action) => isFor(rules, action, kind) && comesTo(rules, action, kind));

type Bringer = NonNullable<ChecklistItem['by']>[number];

const bringers = (rules: Rules, kind: string, { reads }: EndingRule['requires'][number]): Bringer[] =>
  ownActions(rules, kind)
    .filter(({ schema, name, after, from }) => schema.opens === undefined && !(after.size > 0 && !from) && (
      Object.keys(schema.leaves ?? {}).some((record) => reads.records.has(record))
      || Object.keys(schema.takes ?? {}).some((field) => reads.fields.has(field))
      || Object.keys(schema.answers ?? {}).some((answer) => reads.answers.has(answer))
      || Object.keys(schema.asks ?? {}).some((ask) => reads.asks.has(ask))
      || Object.keys(schema.replies ?? {}).some((ask) => reads.asks.has(ask))
      || (reads.records.size === 0 && reads.actions.has(name))))
    .map(({ name, label }) => ({ name, label }));

const answerers = (rules: Rules, kind: string): Bringer[] =>
  ownActions(rules, kind)
    .filter(({ schema }) => Object.keys(schema.leaves ?? {}).some((record) => rules.method.records?.[record]?.serves !== undefined))
    .map(({ name, label }) => ({ name, label }));
