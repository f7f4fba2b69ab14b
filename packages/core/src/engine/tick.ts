import { decide } from '../case/decide.ts';
import { elapse } from '../case/elapse.ts';
import type { Actor, CaseState } from '../case/messages.ts';
import { accept } from '../issues/issue.ts';
import type { Result } from '../issues/issue.ts';
import { closeNorms } from './close-norms.ts';
import { readContext } from './commands.ts';
import { momentOf } from './desk.ts';
import type { Desk } from './desk.ts';
import type { CommandContext, MomentInput, TickReport } from './engine-types.ts';
import { gatherFacts } from './gather-facts.ts';
import { followUpsOf, readCase, statesOf } from './read-case.ts';
import { followOne, settle } from './settle.ts';
import { rulesOf } from './subjects.ts';

const itself: Actor = { person: '', posts: [] };

/** Lets everything happen that has fallen due: clocks and their ladders, what follows elsewhere and was left over, norms whose period is over. */
export const tick = async (desk: Desk, now: MomentInput, limit: number): Promise<TickReport> => {
  const at = momentOf(now);
  if (at === undefined) throw new RangeError(`tick: "${now}" is no moment`);
  const report = { cases: 0, events: 0, more: false, conflicts: 0 };
  const seen = new Set<string>();
  for (;;) {
    const due = (await desk.store.due(desk.tenant, at, 200)).filter(({ caseId }) => !seen.has(caseId));
    if (due.length === 0) break;
    for (const { caseId } of due) {
      if (report.cases >= limit) return { ...report, more: true };
      seen.add(caseId);
      const state = await readCase(desk, caseId);
      if (state !== undefined) await pass(desk, state, at, report);
    }
  }
  for (const follow of await followUpsOf(desk, 1000)) await followOne(desk, follow);
  await closeNorms(desk, at);
  return report;
};

const pass = async (desk: Desk, state: CaseState, at: number, report: { cases: number; events: number; conflicts: number }): Promise<void> => {
  const rules = rulesOf(desk, state, at);
  const facts = await gatherFacts(desk, rules, { units: [state.home, state.holder], state, at });
  const { state: after, events } = elapse(rules, state, at, facts);
  if (events.length === 0) return;
  const settled = await settle(desk, { rules, facts, before: state, state: after, due: events, decision: accept([]), by: itself, at });
  report.cases += 1;
  if (settled.ok) report.events += events.length;
  else report.conflicts += 1;
};

/** Reckons anew every running clock whose due time relied on an arrangement that was not known: it is now, or it has changed. */
export const inform = async (desk: Desk, context: CommandContext): Promise<Result<TickReport>> => {
  const read = await readContext(desk, context, ['inform']);
  if (!read.ok) return read;
  const { by, at } = read.value;
  const report = { cases: 0, events: 0, more: false, conflicts: 0 };
  // Every case: a soft clock without a ladder has no instant at which something happens, and a due time all the same.
  for (const of of ['cases', 'subjects'] as const) {
    for await (const state of statesOf(desk, { of })) {
      const rules = desk.book.find(state);
      if (rules === undefined) continue;
      const facts = await gatherFacts(desk, rules, { units: [state.home, state.holder], state });
      const due = elapse(rules, state, at, facts);
      const decision = decide(rules, due.state, { type: 'inform', edition: rules.calendar.edition, by, at }, facts);
      if (!decision.ok || decision.value.length === 0) continue;
      const settled = await settle(desk, { rules, facts, before: state, state: due.state, due: due.events, decision, by, at });
      report.cases += 1;
      if (settled.ok) report.events += due.events.length + decision.value.length;
      else report.conflicts += 1;
    }
  }
  return accept(report);
};
