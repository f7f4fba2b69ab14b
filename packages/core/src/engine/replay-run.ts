import type { Instant, Zone } from '../calendar/index.ts';
import type { Actor } from '../case/messages.ts';
import type { Rules } from '../case/rules.ts';
import { issueText } from '../issues/issue-text.ts';
import type { Issue, Result } from '../issues/issue.ts';
import type { Engine } from './engine-types.ts';
import { replayIssue } from './replay-issues.ts';
import type { ReplayCommand, ReplayPlan, ReplayRefusal } from './replay-plan.ts';

export interface ReplayOptions {
  readonly rules: Rules;
  /** Time passes up to here after the last row; default the last thing that happened. */
  readonly until?: Instant;
  /**
   * Gives each command an idempotency key that begins so: a replay into a store that was broken off goes on where it stopped,
   * and a second one changes nothing.
   */
  readonly key?: string;
  readonly onProgress?: (done: number, of: number) => void | Promise<void>;
}

export interface ReplayRun {
  /** The ids of the cases that were opened, in the order of time. */
  readonly opened: readonly string[];
  /** How many steps were taken after that. */
  readonly steps: number;
  readonly refusals: readonly ReplayRefusal[];
  readonly ticks: number;
  readonly until?: Instant;
}

/**
 * Plays a plan on an engine as it would have happened in an office: what all rows say, in the order of time, each command at its own moment.
 *
 * Between them time passes by one tick at the beginning of each month, and one at the end. More would change nothing: whatever falls due
 * happens at its own instant however late the tick comes (law 4), and every command first lets its own case catch up. Fewer would leave
 * cases that nothing else is done to untouched for years, and all of their due work to a single tick at the end.
 */
export const runReplay = async (engine: Engine, { commands }: Pick<ReplayPlan, 'commands'>, { rules, until, key, onProgress }: ReplayOptions): Promise<ReplayRun> => {
  const opened: string[] = [];
  const known = new Set<string>();
  const refusals: ReplayRefusal[] = [];
  const actors = actorsOf(engine);
  const months = monthsFrom(commands[0]?.at ?? 0, rules.calendar.zone);
  let [steps, ticks, month] = [0, 0, months.next().value];
  const tick = async (at: Instant): Promise<void> => { ticks += 1; await engine.tick(at); };

  for (const [i, command] of commands.entries()) {
    if (until !== undefined && command.at > until) break;
    for (; month <= command.at; month = months.next().value) await tick(month);
    const { line, id, opens, action } = command;
    const actor = await actors(command.post);
    if (opens === undefined && !known.has(id)) continue; // why it was not opened has been said
    if (actor === undefined) refusals.push({ line, id, ...(opens === undefined && { action: action! }), ...replayIssue('row.post-unknown', { post: command.post }) });
    else {
      const result = await carryOut(engine, rules, command, actor, key);
      if (!result.ok) for (const issue of result.issues) refusals.push({ line, id, ...(opens === undefined && { action: action! }), code: issue.code, says: issueText(issue) });
      else if (opens === undefined) steps += 1;
      else {
        known.add(id);
        opened.push(id);
      }
    }
    if (i % 256 === 255) await onProgress?.(i + 1, commands.length);
  }
  const end = until ?? commands.at(-1)?.at;
  for (; end !== undefined && month <= end; month = months.next().value) await tick(month);
  if (end !== undefined) await tick(end);
  await onProgress?.(commands.length, commands.length);
  return { opened, steps, refusals, ticks, ...(end !== undefined && { until: end }) };
};

const carryOut = (engine: Engine, rules: Rules, { at, id, opens, action, inputs }: ReplayCommand, by: Actor, key: string | undefined): Promise<Result<unknown, Issue>> => {
  const context = { by, at, ...(key !== undefined && { key: `${key}:${id}:${opens ? 'open' : `${action}@${at}`}` }) };
  if (opens === undefined) return engine.act(id, action!, inputs, context);
  return engine.open({ method: rules.method.id, id, fields: inputs, ...opens, ...(action !== undefined && { action }) }, context);
};

/** Who holds a post; asked of the directory once. */
const actorsOf = (engine: Engine): (post: string) => Promise<Actor | undefined> => {
  const known = new Map<string, Actor | undefined>();
  return async (name) => {
    if (!known.has(name)) {
      const post = await engine.directory.post(engine.tenant, name);
      known.set(name, post && await engine.directory.person(engine.tenant, post.person));
    }
    return known.get(name);
  };
};

/** The beginnings of the months after an instant, without end. */
function* monthsFrom(after: Instant, zone: Zone): Generator<Instant, never> {
  const [year, month] = zone.localDayOf(after).split('-').map(Number) as [number, number];
  for (let n = year * 12 + month; ; n++) yield zone.startOfDay(`${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}-01`);
}
