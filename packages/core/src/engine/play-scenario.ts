import { parseInstant } from '../calendar/index.ts';
import type { Actor } from '../case/messages.ts';
import { sourceless } from '../case/open-case.ts';
import type { Rules } from '../case/rules.ts';
import type { Result, Words } from '../issues/issue.ts';
import type { Scenario, TimelineEntry } from '../method/scenario-schema.ts';
import { compare, compareSimilar } from './compare-scenario.ts';
import type { Engine } from './engine-types.ts';
import { isCalled, nameOf, sentences, subjectOf } from './play.ts';
import type { Play } from './play.ts';

/** What did not go as the scenario says, and at which entry. */
export interface ScenarioFailure { readonly entry: number; readonly at: string; readonly says: Words }

export interface ScenarioResult { readonly ok: boolean; readonly cases: number; readonly failures: readonly ScenarioFailure[] }

/** How a scenario is played: the rules whose conditions it checks, and whoever wants to know how far it has come. */
export interface PlayOptions {
  readonly rules: Rules;
  readonly onEntry?: (done: number, of: number) => void | Promise<void>;
}

/**
 * Plays a scenario on an engine, entry by entry at its own time: commands, or just time passing; and compares what came of each with
 * what is expected. The same function runs a method's tests and loads a demo district into a store. `as` names a post of the directory.
 */
export const playScenario = async (engine: Engine, scenario: Scenario, { rules, onEntry }: PlayOptions): Promise<ScenarioResult> => {
  const ids = new Map<string, string>();
  const failures: ScenarioFailure[] = [];
  for (const [place, entry] of scenario.timeline.entries()) {
    const at = parseInstant(entry.at, rules.calendar.zone);
    const fail = (zh: string, en: string): void => { failures.push({ entry: place, at: entry.at, says: { zh, en } }); };
    if (at === undefined) {
      fail(`时间“${entry.at}”无法识别`, `the time "${entry.at}" cannot be read`);
      continue;
    }
    const play: Play = { engine, rules, entry, at, ids, fail };
    const actor = await actorOf(play);
    if (entry.similar) await compareSimilar(play);
    if (entry.do === undefined) await engine.tick(at);
    else for (let n = 1; n <= (entry.times ?? 1); n += 1) await command(play, actor, entry.times === undefined ? undefined : n);
    if (entry.issue) await issueList(play, actor);
    await compare(play, actor);
    await onEntry?.(place + 1, scenario.timeline.length);
  }
  return { ok: failures.length === 0, cases: ids.size, failures };
};

/** Somebody with the posts that are held then. */
const actorOf = async ({ engine, rules, entry, at, fail }: Play): Promise<Actor> => {
  if (entry.as === undefined) return { person: 'nobody', posts: [] };
  const post = await engine.directory.post(engine.tenant, entry.as);
  const actor = post && await engine.directory.person(engine.tenant, post.person, rules.calendar.zone.localDayOf(at));
  if (actor) return actor;
  fail(`人物“${entry.as}”不在名单里`, `"${entry.as}" is not in the cast`);
  return { person: entry.as, posts: [] };
};

const command = async (play: Play, by: Actor, n?: number): Promise<void> => {
  const { engine, rules, entry, at, ids, fail } = play;
  const action = entry.do!;
  const opens = rules.actions.get(action)?.schema.opens;
  // So many times: to each of as many cases that were opened so, or else to the one, again and again.
  const numbered = `${nameOf(entry)}-${n}`;
  const name = n === undefined || (opens === undefined && !ids.has(numbered)) ? nameOf(entry) : numbered;
  const known = subjectOf(entry) ?? ids.get(name);
  if (opens === undefined && known === undefined) return fail(`还没有事项“${name}”`, `there is no case "${name}" yet`);
  const happened = entry.happened === undefined ? undefined : parseInstant(entry.happened, rules.calendar.zone);
  const context = { by, at, ...(happened !== undefined && { happened }) };
  const input = inputsOf(play, action);
  const result = opens !== undefined && known === undefined
    ? await engine.open({
        method: rules.method.id, kind: opens, action, fields: input, ...(!sourceless(rules, opens) && { source: entry.source ?? rules.method.kinds[opens]?.sources[0] ?? '' }),
        ...(entry.home !== undefined && { home: entry.home }), ...(entry.reporter && { reporter: reporterOf(entry.reporter) }),
      }, context)
    : await engine.act(known!, action, input, context);
  if (result.ok) {
    if (subjectOf(entry) === undefined) ids.set(name, result.value.id);
    await nameOpened(play, result.value.id);
  }
  compareRefusal(play, result);
};

const compareRefusal = ({ entry, fail }: Play, result: Result<unknown>): void => {
  const refused = entry.expect?.refused;
  if (result.ok) {
    if (refused !== undefined) fail(`应被拒绝（${refused}），却成功了`, `should have been refused (${refused}), but was not`);
  } else if (refused === undefined) fail(`被拒绝：${sentences(result.issues).zh}`, `was refused: ${sentences(result.issues).en}`);
  else if (!result.issues.some((issue) => isCalled(issue, refused))) {
    fail(`应因“${refused}”被拒绝，实际：${sentences(result.issues).zh}`, `should have been refused for "${refused}", but: ${sentences(result.issues).en}`);
  }
};

/** Inputs as written; where a case is to be named, the scenario's own name for it stands for its id. */
const inputsOf = ({ rules, entry, ids }: Play, action: string): Readonly<Record<string, unknown>> => {
  const links = new Set(rules.actions.get(action)?.inputs.filter(({ goes }) => goes.to === 'link').map(({ name }) => name));
  const idOf = (name: unknown): unknown => (typeof name === 'string' ? ids.get(name) ?? name : name);
  return Object.fromEntries(Object.entries(entry.with ?? {}).map(([name, value]) =>
    [name, !links.has(name) ? value : Array.isArray(value) ? value.map(idOf) : idOf(value)]));
};

/** Gives the cases that were opened besides the names by which the scenario goes on about them. */
const nameOpened = async ({ engine, entry, ids, fail }: Play, id: string): Promise<void> => {
  if (entry.opened === undefined) return;
  const spawned = (await engine.history(id)).at(-1)?.changes.filter((change) => change.type === 'spawned') ?? [];
  for (const [action, name] of Object.entries(entry.opened)) {
    const found = spawned.find((change) => change.action === action);
    if (found) ids.set(name, found.id);
    else fail(`没有由“${action}”另立事项`, `nothing was opened by "${action}"`);
  }
};

const issueList = async (play: Play, by: Actor): Promise<void> => {
  const { engine, entry, at } = play;
  const options = { ...(entry.period !== undefined && { period: entry.period }), ...(entry.unit !== undefined && { within: entry.unit }) };
  compareRefusal(play, await engine.issue(entry.issue!.ledger, options, { by, at }));
};

const reporterOf = ({ name, phone }: NonNullable<TimelineEntry['reporter']>): { name?: string; phone?: string } =>
  ({ ...(name !== undefined && { name }), ...(phone !== undefined && { phone }) });
