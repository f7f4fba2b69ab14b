import type { CaseState } from '../case/messages.ts';
import { lineage } from '../queries/lineage.ts';
import type { LineageNode } from '../queries/lineage.ts';
import type { Desk } from './desk.ts';
import { readCase } from './read-case.ts';
import { rulesOf } from './subjects.ts';

/** How many cases a walk over links takes in at most. */
const most = 500;

/** Everything that a case belongs with, as far as links lead: loaded first, then walked. */
export const lineageOf = async (desk: Desk, id: string): Promise<LineageNode | undefined> => {
  const start = await readCase(desk, id);
  if (start === undefined) return undefined;
  const known = new Map<string, CaseState>([[id, start]]);
  for (let ahead = [start]; ahead.length > 0 && known.size < most;) {
    const next: CaseState[] = [];
    for (const other of ahead.flatMap((state) => state.links.map((link) => link.case))) {
      const state = known.has(other) ? undefined : await readCase(desk, other);
      if (state === undefined) continue;
      known.set(other, state);
      next.push(state);
    }
    ahead = next;
  }
  return lineage(rulesOf(desk, start, start.last), start, (other) => known.get(other));
};
