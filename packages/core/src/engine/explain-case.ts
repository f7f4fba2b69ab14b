import { elapse } from '../case/elapse.ts';
import { explain } from '../case/explain.ts';
import type { Explanation } from '../case/explanation.ts';
import type { Actor, CaseState } from '../case/messages.ts';
import type { Rules } from '../case/rules.ts';
import { emptySubject } from '../case/subject-log.ts';
import { fullFor } from './counted.ts';
import { actorOf, momentOf } from './desk.ts';
import type { Desk } from './desk.ts';
import type { MomentInput } from './engine-types.ts';
import { gatherFacts } from './gather-facts.ts';
import { keptOf, readCase } from './read-case.ts';
import { findSubject, rulesOf } from './subjects.ts';

/** Everything that a screen shows of a case or a subject to one person; of a unit or post without a log, what could be done on it. */
export const explainCase = async (desk: Desk, id: string, actor: Actor | string, moment: MomentInput): Promise<Explanation | undefined> => {
  const at = momentOf(moment);
  if (at === undefined) throw new RangeError(`explain: "${moment}" is no moment`);
  const stored = await readCase(desk, id);
  const found = stored ? { rules: rulesOf(desk, stored, at), state: stored } : await begunBy(desk, id, at);
  if (found === undefined) return undefined;
  const { rules, state } = found;
  const who = await actorOf(desk, actor, at);
  const facts = await gatherFacts(desk, rules, { units: [state.home, state.holder], state, by: who, at, named: true });
  // What is due by then but not yet swept is shown as it will be.
  const { state: then } = elapse(rules, state, at, facts);
  const explanation = explain(rules, then, who, at, facts, { kept: keptOf(state) });
  const actions = await Promise.all(explanation.actions.map(async (action) => {
    const full = action.allowed ? await fullFor(desk, rules, rules.actions.get(action.name)!, then, who, at, facts) : [];
    return full.length === 0 ? action : { ...action, allowed: false, issues: full };
  }));
  return { ...explanation, actions, version: state.version };
};

const begunBy = async (desk: Desk, id: string, at: number): Promise<{ rules: Rules; state: CaseState } | undefined> => {
  const subject = await findSubject(desk, id, at);
  if (subject === undefined) return undefined;
  const facts = await gatherFacts(desk, subject.rules, { units: [subject.begins.home] });
  return { rules: subject.rules, state: emptySubject(subject.rules, subject.begins, facts, at) };
};
