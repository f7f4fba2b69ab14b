import type { CaseState } from '../case/messages.ts';
import { markOf, queriedBy, withEntries } from './case-entries.ts';
import type { Desk } from './desk.ts';
import type { ReprojectReport } from './engine-types.ts';
import { gatherFacts } from './gather-facts.ts';
import { project } from './project.ts';
import { keptOf, readCase } from './read-case.ts';

/** How many are asked for at once. */
const AT_ONCE = 200;

/** Makes anew what was written beside cases by older versions of their methods, or of this engine: rows, and what ledgers and metrics find. No event is written. */
export const reproject = async (desk: Desk, limit: number): Promise<ReprojectReport> => {
  const report = { cases: 0, left: 0, more: false };
  const passed = new Set<string>();
  for (const id of new Set(desk.book.all.map(({ method }) => method.id))) {
    const mark = markOf(queriedBy(desk.book, id)!);
    for (;;) {
      // Those that cannot be made anew are found again, and passed over.
      const found = (await desk.store.outdated(desk.tenant, id, mark, AT_ONCE + passed.size)).filter((caseId) => !passed.has(caseId));
      if (found.length === 0) break;
      for (const caseId of found) {
        if (report.cases >= limit) return { ...report, more: true };
        if (await remake(desk, caseId)) report.cases += 1;
        else report.left += 1;
        passed.add(caseId);
      }
    }
  }
  return report;
};

/** False where its version was not given to the engine, where the directory does not know its unit any more, or where somebody was writing to it: then it stays as it was. */
const remake = async (desk: Desk, caseId: string): Promise<boolean> => {
  const state = await readCase(desk, caseId);
  const rules = state && desk.book.find(state);
  if (state === undefined || rules === undefined) return false;
  const facts = await gatherFacts(desk, rules, { units: [state.home, state.holder], state });
  if (facts.units[state.home] === undefined && await hadUnitsAbove(desk, state)) return false;
  const made = withEntries(desk.book, { caseId, expected: state.version, events: [], state, row: project(rules, state, facts) });
  return made.entries !== undefined && (await desk.store.append({ tenant: desk.tenant, writes: [{ ...made, state: keptOf(state) }] })).ok;
};

/** Was it known, when it was written, what stands above its unit? */
const hadUnitsAbove = async ({ store, tenant }: Desk, { id, step }: CaseState): Promise<boolean> => {
  const { rows } = await store.list(tenant, { of: step === '' ? 'subjects' : 'cases', where: [{ on: 'id', op: 'is', value: id }], limit: 1 });
  return rows.some(({ within }) => within.length > 1);
};
