import { accept, issue } from '../issues/issue.ts';
import type { Result } from '../issues/issue.ts';
import { readContext } from './commands.ts';
import type { Desk } from './desk.ts';
import type { CommandContext } from './engine-types.ts';
import { gatherFacts } from './gather-facts.ts';
import { statesOf } from './read-case.ts';
import { decideAt, settle } from './settle.ts';
import type { MoveResult } from './street-types.ts';

/**
 * Moves open cases to the version in force, by what it says of theirs; `trying` only tells what would become of each. Without ids, every
 * open case of an older version of the same method.
 */
export const moveCases = async (
  desk: Desk, input: { readonly method?: string; readonly ids?: readonly string[] }, context: CommandContext, trying: boolean,
): Promise<Result<readonly MoveResult[]>> => {
  const read = await readContext(desk, context, ['move', input]);
  if (!read.ok) return read;
  const { by, at } = read.value;
  const rules = desk.book.inForce(at).find(({ method }) => input.method === undefined || method.id === input.method);
  if (rules === undefined) return { ok: false, issues: [issue('method.unknown', ['method'], { method: input.method ?? '' })] };
  const results: MoveResult[] = [];
  for await (const state of statesOf(desk, { where: [{ on: 'ended', op: 'known', value: false }] })) {
    if (state.method.id !== rules.method.id || state.method.version === rules.method.version) continue;
    if (input.ids && !input.ids.includes(state.id)) continue;
    const old = desk.book.find(state) ?? rules;
    const facts = await gatherFacts(desk, rules, { units: [state.home, state.holder], state });
    // What is due happens under the version that the case has had until now.
    const due = decideAt(old, state, { type: 'inform', edition: old.calendar.edition, at, by }, facts);
    const { decision } = decideAt(rules, due.state, { type: 'move', at, by }, facts);
    const settled = trying || !decision.ok ? undefined : await settle(desk, { rules, facts, before: state, state: due.state, due: due.due, decision, by, at });
    const issues = !decision.ok ? decision.issues : settled && !settled.ok ? settled.issues : [];
    const changes = decision.ok ? decision.value.flatMap((event) => event.changes) : [];
    const step = changes.find((change) => change.type === 'step');
    results.push({
      id: state.id, from: state.method.version, ok: issues.length === 0, issues, ...(step && { step: { from: step.from, to: step.to } }),
      clocks: [...new Set(changes.flatMap((change) => (change.type === 'clock' ? [change.clock.name] : [])))],
      asks: changes.flatMap((change) => (change.type === 'replied' && change.as === 'withdrawn' ? [change.name] : [])),
    });
  }
  return accept(results);
};
