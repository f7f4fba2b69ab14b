import { createEngine, directoryOfCast, embeddedDirectory, type Actor, type CaseHandle, type CaseState, type Engine, type Facts, type LooseMethod, type OpenInput, type Result } from '@bihuan/core';
import type { Mutant } from '../../../core/src/case/mutate-method.fixture.ts';
import { castOf, type RandomCast } from '../../../core/src/case/random-cast.fixture.ts';
import { formFilled, pickOf } from '../../../core/src/case/random-input.fixture.ts';
import { isFor, actionIssues } from '../../../core/src/case/may-act.ts';
import { elapse } from '../../../core/src/case/elapse.ts';
import { doersFor, homeOfSubject, homesFor, lifeStart, waysIn, type Move } from '../../../core/src/case/random-life.fixture.ts';
import type { ActionRule, Rules } from '../../../core/src/case/rules.ts';
import { signatureFor } from '../../../core/src/case/posts.ts';
import { emptySubject } from '../../../core/src/case/subject-log.ts';
import { scopeOf } from '../../../core/src/case/scope.ts';
import { memoryStore } from '../memory/index.ts';
import { recording, tryingOut, type Recording } from './watched-stores.fixture.ts';

/** Test helper: one thing that somebody asks of the engine, whole: it can be asked again of another. */
export type Asked = { readonly at: number } & (
  | { readonly do: 'open'; readonly input: OpenInput; readonly by: Actor }
  | { readonly do: 'act'; readonly id: string; readonly action: string; readonly input: Readonly<Record<string, unknown>>; readonly by: Actor }
  | { readonly do: 'issue'; readonly ledger: string; readonly period?: string; readonly within: string; readonly by: Actor }
  | { readonly do: 'tick' }
);

/** What was asked, what came of it, and which of the batches written so far it wrote. `allowed`: what the engine had explained of it. */
export interface Attempt { readonly asked: Asked; readonly result: Result<unknown> | undefined; readonly wrote: readonly [from: number, to: number]; readonly allowed?: boolean }

/** An engine on a store in memory whose batches are remembered, and the people of its method. */
export interface World extends Recording { readonly engine: Engine; readonly dry: Engine; readonly people: RandomCast; readonly rules: Rules; readonly done: Set<string>; readonly focus: { id: string } }
export interface Life { readonly world: World; readonly attempts: readonly Attempt[]; readonly end: number }

export const tenant = 'default';

export const worldOf = ({ method, rules }: Mutant): World => {
  const people = castOf(method);
  const options = { methods: [method as LooseMethod], directory: embeddedDirectory(directoryOfCast(people.cast)) };
  const recorded = recording(memoryStore());
  return { ...recorded, people, rules, done: new Set(), focus: { id: '' }, engine: createEngine({ ...options, store: recorded.store }).plain, dry: createEngine({ ...options, store: tryingOut(recorded.store) }).plain };
};

/** Asks it, under a key where one is given. */
export const ask = async ({ engine }: Pick<World, 'engine'>, asked: Asked, key?: string): Promise<Result<CaseHandle> | Result<unknown> | undefined> => {
  const { at } = asked;
  if (asked.do === 'tick') return void await engine.tick(at);
  const context = { by: asked.by, at, ...(key !== undefined && { key }) };
  if (asked.do === 'open') return engine.open(asked.input, context);
  if (asked.do === 'act') return engine.act(asked.id, asked.action, asked.input, context);
  return engine.issue(asked.ledger, { ...(asked.period !== undefined && { period: asked.period }), within: asked.within }, context);
};

/** Every log there is, cases and subjects. */
export const logsOf = async ({ store }: Pick<World, 'store'>): Promise<readonly CaseState[]> => {
  const states: CaseState[] = [];
  for (const of of ['cases', 'subjects'] as const) for await (const state of store.states(tenant, { of })) states.push(state);
  return states;
};

/** A street lives: several cases, entries, units and posts at once, several people, time in steps; each thing asked of the engine. */
export const liveStreet = async (mutant: Mutant, moves: readonly Move[]): Promise<Life> => {
  const world = worldOf(mutant);
  const attempts: Attempt[] = [];
  let at = lifeStart;
  for (const move of moves) {
    at += move.wait * 60_000 + move.seed % 60_000;
    const next = await nextOf(world, move, at);
    if (next === undefined) continue;
    const from = world.batches.length;
    const result = await ask(world, next.asked);
    attempts.push({ ...next, result, wrote: [from, world.batches.length] });
  }
  return { world, attempts, end: at };
};

type Next = Pick<Attempt, 'asked' | 'allowed'>;

const nextOf = async (world: World, move: Move, at: number): Promise<Next | undefined> => {
  const logs = (await logsOf(world)).filter(({ kind }) => kind !== 'list');
  const { way } = move;
  const open = logs.filter(({ ended }) => !ended);
  if (open.length === 0 || way < 10 - open.length) return opening(world, logs, move, at);
  if (way < 16) return { asked: { do: 'tick', at } };
  if (way < 18) return issuing(world, move, at);
  // Mostly the one that was acted on last; now and then any other, ended ones too.
  const focus = way < 70 ? open.find(({ id }) => id === world.focus.id) : undefined;
  const target = way < 24 ? beginnable(world, move) : focus ? focus.id : pickOf(way < 90 ? open : logs, move.who)?.id;
  return target === undefined ? opening(world, logs, move, at) : acting(world, logs, target, way >= 92, move, at);
};

const opening = ({ rules, people }: World, logs: readonly CaseState[], { pick, who, seed }: Move, at: number): Next | undefined => {
  const way = pickOf(waysIn(rules, people).filter(({ begins }) => !begins), pick);
  const home = way && pickOf(homesFor(way, people).slice(0, 3), seed);
  const fields = way && formFilled(rules.openingInputs(way.action, way.source), seed, { rules, people, at, logs });
  if (way === undefined || fields === undefined || home === undefined) return undefined;
  const register = way.source === '';
  const input: OpenInput = { kind: way.kind, action: way.action.name, home, fields, ...(!register && { source: way.source, ...(seed % 4 > 0 && { reporter: { name: '王先生' } }) }) };
  return { asked: { do: 'open', input, by: pickOf(doersFor(way.action, people, home), who) ?? people.actors[0]!, at } };
};

/** A unit or post of which somebody may put something on record. */
const beginnable = ({ rules, people }: World, { pick, seed }: Move): string | undefined => pickOf(pickOf(waysIn(rules, people).filter(({ begins }) => begins), pick)?.begins?.slice(0, 3) ?? [], seed);

const issuing = ({ rules, people }: World, { pick, seed }: Move, at: number): Next => {
  const [ledger, schema] = pickOf(Object.entries(rules.method.ledgers ?? {}).filter(([, { issued }]) => issued), pick) ?? [];
  const by = people.actors.find(({ posts }) => posts.some(({ role }) => schema?.issued?.by.includes(role)));
  if (ledger === undefined || by === undefined) return { asked: { do: 'tick', at } };
  const year = rules.time.dayOf(at).slice(0, 4);
  return { asked: { do: 'issue', ledger, by, within: by.posts[0]!.unit, at, ...(schema?.period && { period: `${year}-Q${1 + seed % 4}` }) } };
};

/** The people whom a log concerns: those over its home, those who were asked, the reporter. */
export const peopleOver = ({ people }: World, state: Pick<CaseState, 'id' | 'home' | 'asks'> | undefined): readonly Actor[] => {
  if (state === undefined) return people.actors;
  const path = people.units[state.home]?.path ?? [];
  const asked = new Set(state.asks.flatMap(({ to }) => (to.post === undefined ? [] : [to.post])));
  return [
    ...people.actors.filter(({ posts }) => posts.some(({ id }) => asked.has(id))),
    ...people.actors.filter(({ posts }) => posts.some(({ unit, id }) => path.includes(unit) && !asked.has(id))),
    ...people.actors.filter(({ posts }) => posts.every(({ unit, id }) => !path.includes(unit) && !asked.has(id))),
    { person: 'reporter', posts: [], reporterOf: state.id },
  ];
};

/** What can be done on a log as it stands then: each action that somebody may take, and the first of the crowd who may. */
const possibilities = ({ rules, people }: World, logs: readonly CaseState[], stored: CaseState, crowd: readonly Actor[], at: number): readonly { readonly action: ActionRule; readonly by: Actor }[] => {
  const facts: Facts = { units: people.units, posts: people.posts, cases: Object.fromEntries(logs.map((log) => [log.id, log])) };
  const { state } = elapse(rules, stored, at, facts);
  return [...rules.actions.values()].flatMap((action) => {
    const may = (actor: Actor): boolean => signatureFor(action.by, actor, state, facts) !== undefined && actionIssues(rules, action, state, actor, scopeOf(state, at, facts, actor), facts).length === 0;
    const by = action.schema.opens === undefined && isFor(rules, action, state.kind) ? crowd.find(may) : undefined;
    return by ? [{ action, by }] : [];
  });
};

/** A unit or post as it is before anything is on record of it. */
const unbegun = ({ rules, people }: World, id: string, at: number): CaseState | undefined => {
  const kind = waysIn(rules, people).find(({ begins }) => begins?.includes(id))?.kind;
  return kind === undefined ? undefined : emptySubject(rules, { id, kind, home: homeOfSubject(people, id) }, { units: people.units, posts: people.posts }, at);
};

const rotated = <T>(list: readonly T[], by: number): readonly T[] => (list.length === 0 ? list : [...list.slice(by % list.length), ...list.slice(0, by % list.length)]);

const acting = async (world: World, logs: readonly CaseState[], id: string, blind: boolean, move: Move, at: number): Promise<Next | undefined> => {
  const { rules, people, engine } = world;
  const choices = { rules, people, at, logs, self: id };
  const state = logs.find((log) => log.id === id) ?? unbegun(world, id, at);
  const crowd = rotated(peopleOver(world, state), move.who);
  const possible = blind || state === undefined ? [] : possibilities(world, logs, state, crowd, at);
  const outcome = ({ action: { schema } }: { action: ActionRule }): string | undefined => (schema.ends === undefined ? undefined : rules.method.endings[schema.ends]?.outcome);
  const alive = possible.filter((one) => outcome(one) === undefined || outcome(one) === 'solved');
  const turn = move.seed % 12;
  // Mostly what nobody has done yet, or what carries the case on; seldom what gives it up: so that lives get somewhere.
  const ways = [
    turn < 5 ? alive.filter(({ action: { name } }) => !world.done.has(name)) : turn < 8 ? alive.filter(({ action: { schema } }) => schema.to !== undefined || schema.ends !== undefined)
      : turn < 9 ? alive.filter(({ action: { schema } }) => (schema.links ?? schema.spawns ?? schema.asks) !== undefined) : turn < 11 ? alive : possible, alive, possible];
  const chosen = pickOf(ways.find((list) => list.length > 0) ?? [], move.pick);
  const by = chosen?.by ?? crowd[0]!;
  const shown = (await engine.explain(id, by, at))?.actions ?? [];
  const one = chosen ? shown.find(({ name }) => name === chosen.action.name) : pickOf(shown, move.pick);
  const input = one && formFilled(one.form, move.seed, choices);
  if (one === undefined || input === undefined) return undefined;
  world.done.add(one.name);
  world.focus.id = id;
  return { asked: { do: 'act', id, action: one.name, input, by, at }, allowed: one.allowed };
};
