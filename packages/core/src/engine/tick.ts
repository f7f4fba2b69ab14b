import { decide } from '../case/decide.ts';
import { elapse } from '../case/elapse.ts';
import type { Actor, CaseState } from '../case/messages.ts';
import { accept } from '../issues/issue.ts';
import type { Result } from '../issues/issue.ts';
import { closeNorms } from './close-norms.ts';
import { readContext } from './commands.ts';
import { momentOf } from './desk.ts';
import type { Desk } from './desk.ts';
import type { CommandContext, MomentInput, TickOptions, TickReport } from './engine-types.ts';
import { gatherFacts } from './gather-facts.ts';
import { followUpsOf, readCase, statesOf } from './read-case.ts';
import { followOne, settle } from './settle.ts';
import { rulesOf } from './subjects.ts';

const itself: Actor = { person: '', posts: [] };

/** Lets everything happen that has fallen due: clocks and their ladders, what follows elsewhere and was left over, norms whose period is over. */
export const tick = async (desk: Desk, now: MomentInput, { limit = Infinity, worker }: TickOptions): Promise<TickReport> => {
  const at = momentOf(now);
  if (at === undefined) throw new RangeError(`tick: "${now}" is no moment`);
  const report = { cases: 0, events: 0, more: false, conflicts: 0 };
  const seen = new Set<string>();
  const [page, window] = worker === undefined ? [200, 200] : [100, 2_000];
  for (let passed = 0; ;) {
    const found = await desk.store.due(desk.tenant, at, window + passed);
    const due = found.filter(({ caseId }) => !seen.has(caseId));
    if (due.length === 0) break;
    passed = found.length - due.length; // done by somebody else, or nothing happened: they do not hide the others
    for (const { caseId } of worker === undefined ? due : inTurnOf(worker, due).slice(0, page)) {
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

/**
 * What is due in an order of this worker's own: several that sweep at once seldom come to one case together, and who comes second finds it
 * done, or is refused by its version. So nobody holds anything: a worker that stops in the midst leaves nothing behind.
 */
const inTurnOf = <T extends { readonly caseId: string }>(worker: number, due: readonly T[]): readonly T[] => {
  const places = new Map(due.map((one) => [one, placeOf(one.caseId, worker)]));
  return [...due].sort((a, b) => places.get(a)! - places.get(b)!);
};

const placeOf = (caseId: string, worker: number): number => {
  let place = Math.imul(worker + 1, 0x9e37_79b1);
  for (let i = 0; i < caseId.length; i++) place = Math.imul(place ^ caseId.charCodeAt(i), 0x0100_0193);
  return (place ^ (place >>> 15)) >>> 0;
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
