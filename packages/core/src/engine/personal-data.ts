import type { Actor, CaseCommand, CaseState } from '../case/messages.ts';
import { explain } from '../case/explain.ts';
import type { Explanation } from '../case/explanation.ts';
import { accept, issue } from '../issues/issue.ts';
import type { Result } from '../issues/issue.ts';
import { repeated, readContext } from './commands.ts';
import type { ReadContext } from './commands.ts';
import { momentOf } from './desk.ts';
import type { Desk } from './desk.ts';
import type { CommandContext, MomentInput, TickReport } from './engine-types.ts';
import { gatherFacts } from './gather-facts.ts';
import { keptOf, readCase } from './read-case.ts';
import { decideAt, settle } from './settle.ts';
import { rulesOf } from './subjects.ts';

/** Shows a case with its personal data in the clear to somebody who may see it, and puts on record that he did. */
export const reveal = async (desk: Desk, id: string, context: CommandContext): Promise<Result<Explanation>> => {
  const read = await readContext(desk, context, ['reveal', id]);
  if (!read.ok) return read;
  const { by, at } = read.value;
  const settled = await onCase(desk, id, read.value, { type: 'reveal', by, at });
  if (!settled.ok) return settled;
  const state = (await readCase(desk, id))!;
  const rules = rulesOf(desk, state, at);
  const facts = await gatherFacts(desk, rules, { units: [state.home, state.holder], state, by, at, named: true });
  return accept(explain(rules, state, by, at, facts, { clear: true, kept: keptOf(state) }));
};

/** Erases the personal data of a case: what lies beside its log goes, the log and its chain stay whole (《个人信息保护法》第四十七条). */
export const erase = async (desk: Desk, id: string, because: string, context: CommandContext): Promise<Result<CaseState>> => {
  const read = await readContext(desk, context, ['erase', id, because]);
  if (!read.ok) return read;
  const { by, at, key } = read.value;
  const before = key && await repeated(desk, key);
  return before ?? onCase(desk, id, read.value, { type: 'erase', because, by, at });
};

const onCase = async (desk: Desk, id: string, { by, at, key }: ReadContext, command: CaseCommand): Promise<Result<CaseState>> => {
  const state = await readCase(desk, id);
  if (state === undefined) return { ok: false, issues: [issue('case.unknown', ['id'], { id })] };
  const rules = rulesOf(desk, state, at);
  const facts = await gatherFacts(desk, rules, { units: [state.home, state.holder], state, by, at });
  const settled = await settle(desk, { rules, facts, by, at, key, ...(command.type === 'erase' && { erases: true as const }), ...decideAt(rules, state, command, facts) });
  return settled.ok && command.type === 'erase' ? accept((await readCase(desk, id))!) : settled;
};

/** Erases the personal data of cases that ended so long ago that their method keeps it no longer. */
export const forget = async (desk: Desk, now: MomentInput, limit: number): Promise<TickReport> => {
  const at = momentOf(now);
  if (at === undefined) throw new RangeError(`forget: "${now}" is no moment`);
  const report = { cases: 0, events: 0, more: false, conflicts: 0 };
  for (const { method, time } of desk.book.all) {
    if (method.personal?.keep === undefined) continue;
    const until = time.add(at, method.personal.keep, -1) as number;
    const because = `保留期满（${method.personal.keep}）`;
    for (;;) {
      const ids = await desk.store.holdingSince(desk.tenant, { method: `${method.id}@${method.version}`, ended: until, limit: AT_ONCE });
      const { conflicts } = report;
      for (const id of ids) {
        if (report.cases >= limit) return { ...report, more: true };
        const settled = await onCase(desk, id, { by: itself, at }, { type: 'erase', because, by: itself, at });
        report.cases += 1;
        if (settled.ok) report.events += 1;
        else report.conflicts += 1;
      }
      // One that somebody else is writing to is found again the next time.
      if (ids.length < AT_ONCE || report.conflicts > conflicts) break;
    }
  }
  return report;
};

const AT_ONCE = 200;
const itself: Actor = { person: '', posts: [] };

/** Cases that hold this very value as personal data (a name, a telephone number): for whoever asks what is kept of him. */
export const holding = (desk: Desk, value: string): Promise<readonly string[]> => desk.store.holding(desk.tenant, JSON.stringify(value));
