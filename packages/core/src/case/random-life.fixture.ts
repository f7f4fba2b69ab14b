import fc from 'fast-check';
import { formatInstant, parseInstant } from '../calendar/index.ts';
import type { Method } from '../method/method-schema.ts';
import type { ScenarioFile } from '../method/scenario-schema.ts';
import { decide } from './decide.ts';
import { elapse } from './elapse.ts';
import { evolve } from './evolve.ts';
import { explainActions } from './explain-actions.ts';
import type { FormInput } from './explanation.ts';
import type { ActCommand, Actor, CaseEvent, CaseState, Facts, OpenCommand, Post } from './messages.ts';
import { compileMethod } from './rules.ts';
import type { Rules } from './rules.ts';

/** Test helper: a random life of one case. Every number is read modulo what there is to choose from at that point. */
export interface Move { readonly pick: number; readonly who: number; readonly wait: number; readonly seed: number; readonly blind: boolean }

export const moves = (max = 24): fc.Arbitrary<readonly Move[]> => fc.array(fc.record({
  pick: fc.nat(1000), who: fc.nat(1000), wait: fc.oneof(fc.nat(60), fc.nat(60 * 8), fc.nat(60 * 24 * 4), fc.nat(60 * 24 * 25)), seed: fc.nat(100_000), blind: fc.nat(4).map((n) => n === 0),
}), { minLength: Math.min(12, max), maxLength: max, size: 'max' });

/** The people of the random lives: every role at its first level, in a little tree. */
export const peopleOf = (method: Method): { readonly actors: readonly Actor[]; readonly facts: Facts; readonly home: string } => {
  const levels = Object.keys(method.levels);
  const path = ['home', 'street', 'district'];
  const posts = Object.keys(method.roles).flatMap((role): Post[] => [1, 2].map((n) => ({
    id: `${role}-${n}`, role, unit: n === 1 ? 'street' : 'home', person: `${role}-${n}`, name: `${role} ${n}`,
  })));
  return {
    actors: posts.map((post) => ({ person: post.person, name: post.name!, posts: [post] })),
    home: 'home',
    facts: {
      units: Object.fromEntries([...path.map((id, n) => [id, { level: levels[Math.min(n, levels.length - 1)]!, path: path.slice(n) }]), ...levels.map((level) => [`at-${level}`, { level, path: [`at-${level}`] }])]),
      posts: Object.fromEntries(posts.map((post) => [post.id, post])),
    },
  };
};

/** One thing that was tried, and what came of it. */
export interface Attempt {
  readonly command: OpenCommand | ActCommand;
  readonly before: CaseState | undefined;
  readonly due: readonly CaseEvent[];
  readonly events: readonly CaseEvent[];
  readonly issues: readonly { readonly code: string }[];
}
export interface Life { readonly state: CaseState; readonly events: readonly CaseEvent[]; readonly attempts: readonly Attempt[]; readonly end: number }

const start = parseInstant('2021-09-24T08:30:00+08:00')!;

/** Lives a case: opens it, then tries one thing after another, allowed or not; due things happen in between. */
export const live = (rules: Rules, steps: readonly Move[]): Life | undefined => {
  const { actors, facts, home } = peopleOf(rules.method);
  const attempts: Attempt[] = [];
  const events: CaseEvent[] = [];
  let at = start;
  let state: CaseState | undefined;
  for (const move of steps) {
    at += move.wait * 60_000 + move.seed % 60_000;
    const before = state;
    const due: readonly CaseEvent[] = state ? elapse(rules, state, at, facts).events : [];
    state = due.reduce<CaseState | undefined>(evolve, state);
    const command = state === undefined ? opening(rules, actors, home, move, at) : action(rules, state, actors, facts, move, at);
    const decision = decide(rules, state, command, facts);
    const decided = decision.ok ? decision.value : [];
    state = decided.reduce<CaseState | undefined>(evolve, state);
    events.push(...due, ...decided);
    attempts.push({ command, before, due, events: decided, issues: decision.ok ? [] : decision.issues });
  }
  return state && { state, events, attempts, end: at };
};

const opening = (rules: Rules, actors: readonly Actor[], home: string, move: Move, at: number): OpenCommand => {
  const kind = pickOf(Object.keys(rules.method.kinds), move.pick)!;
  const source = pickOf(rules.method.kinds[kind]!.sources, move.seed)!;
  const opens = [...rules.actions.values()].find((rule) => rule.schema.opens === kind)!;
  const by = actors.find((actor) => opens.by.some((doer) => doer === actor.posts[0]!.role || (typeof doer === 'object' && 'role' in doer && doer.role === actor.posts[0]!.role))) ?? actors[0]!;
  const input: Record<string, unknown> = {};
  for (const name of [...Object.keys(opens.schema.takes ?? {}), ...Object.keys(rules.method.sources[source]!.takes ?? {})]) input[name] = '内容';
  for (const rule of opens.inputs) input[rule.name] = valueFor(rule, move.seed, at, rules);
  return { type: 'open', id: 'c1', kind, source, home, reporter: { name: '王先生' }, input, by, at };
};

const action = (rules: Rules, state: CaseState, actors: readonly Actor[], facts: Facts, move: Move, at: number): ActCommand => {
  const by = pickOf(actors, move.who)!;
  if (move.blind) {
    const rule = pickOf([...rules.actions.values()], move.pick)!;
    return { type: 'act', action: rule.name, input: Object.fromEntries(rule.inputs.map((input) => [input.name, valueFor(input, move.seed, at, rules)])), by, at };
  }
  // Sighted: one of the things that somebody may do. Mostly what carries the case on, seldom what gives it up, so that lives get somewhere.
  const possible = actors.flatMap((actor) => explainActions(rules, state, actor, { state, at, actor }, facts).filter((one) => one.allowed).map((one) => ({ actor, one })));
  const outcome = (ends: string | undefined): string | undefined => (ends === undefined ? undefined : rules.method.endings[ends]?.outcome);
  const alive = possible.filter(({ one }) => outcome(one.ends) === undefined || outcome(one.ends) === 'solved');
  const onward = alive.filter(({ one }) => rules.method.actions[one.name]!.to !== undefined || one.ends !== undefined);
  const fresh = alive.filter(({ one }) => state.done[one.name] === undefined);
  const kind = move.seed % 10;
  const from = [kind < 4 ? onward : kind < 8 ? fresh : kind < 9 ? alive : possible, alive, possible].find((list) => list.length > 0) ?? [];
  const chosen = pickOf(from, move.pick);
  if (chosen) return { type: 'act', action: chosen.one.name, input: formFilled(chosen.one.form, move.seed, at, rules), by: chosen.actor, at };
  return { type: 'act', action: [...rules.actions.keys()][0]!, input: {}, by, at };
};

export const formFilled = (form: readonly FormInput[], seed: number, at: number, rules: Rules): Record<string, unknown> =>
  Object.fromEntries(form.map((input) => [input.name, valueFor(input, seed, at, rules)]));

/** A value that the input takes. */
const valueFor = (input: Pick<FormInput, 'name' | 'kind' | 'options' | 'role' | 'level' | 'min'>, seed: number, at: number, rules: Rules): unknown => {
  switch (input.kind) {
    case 'text': case 'long-text': return `文字${seed}`;
    case 'number': return (input.min ?? 0) + seed % 7;
    case 'date': return formatInstant(at + (seed % 40 - 5) * 86_400_000, rules.calendar.zone).slice(0, 10);
    case 'moment': return at + seed % 1000;
    case 'yes-no': return seed % 2 === 0;
    case 'choice': return pickOf(input.options ?? [], seed)?.name ?? 'none';
    case 'choices': return (input.options ?? []).filter((_, n) => n === 0 || (seed >> n) % 2 === 0).map((option) => option.name);
    case 'post': return `${input.role}-${1 + seed % 2}`;
    case 'unit': return `at-${input.level}`;
    case 'files': return [];
  }
};

const pickOf = <T>(list: readonly T[], n: number): T | undefined => (list.length === 0 ? undefined : list[n % list.length]);

/** Mutations of a method: a conditional step dropped, a policy flipped, a limit changed. The laws hold for whatever loads. */
export const mutations = (method: Method): readonly { readonly name: string; readonly rules: Rules }[] => {
  const mutate = (name: string, change: (copy: Method) => void): { name: string; rules: Rules } => {
    const copy = structuredClone(method);
    change(copy);
    return { name, rules: compileMethod(copy) };
  };
  return [
    { name: 'as shipped', rules: compileMethod(method) },
    ...Object.keys(method.steps).filter((step) => method.steps[step]!.when).map((step) => mutate(`without step ${step}`, (copy) => {
      for (const kind of Object.values(copy.kinds)) kind.line = kind.line.filter((name) => name !== step);
    })),
    ...(['anew', 'resume', 'keep'] as const).map((again) => mutate(`every clock starts again: ${again}`, (copy) => {
      for (const clock of Object.values(copy.clocks ?? {})) clock.again = again;
    })),
    mutate('start day counted, rest days stay, end at the office\'s close', (copy) => { copy.time = { ...copy.time, countStart: true, restDay: 'stay', ends: 'office' }; }),
    ...['2 hours', '1 day', '16 working hours', '1 month'].map((limit) => mutate(`every limit ${limit}`, (copy) => {
      for (const clock of Object.values(copy.clocks ?? {})) if (typeof clock.limit === 'string' && clock.limit !== 'none') clock.limit = limit;
    })),
  ];
};

/** A life as a scenario file that `bihuan test` takes: what a failing law prints. */
export const asScenario = (life: Life, { method, calendar }: Rules): ScenarioFile => {
  const { facts } = peopleOf(method);
  const unit = ([id, { level, path }]: [string, Facts['units'][string]]): [string, ScenarioFile['cast']['units'][string]] => [id, { label: id, level, ...(path[1] !== undefined && { under: path[1] }) }];
  return {
    method: method.id,
    cast: {
      units: Object.fromEntries(Object.entries(facts.units).map(unit)),
      posts: Object.fromEntries(Object.values(facts.posts).map(({ id, role, unit: at, person, name }) => [id, { person, role, unit: at, ...(name !== undefined && { name }) }])),
    },
    scenarios: { failing: { timeline: life.attempts.map(({ command, issues }) => ({
      at: formatInstant(command.at, calendar.zone), as: command.by.posts[0]!.id,
      do: command.type === 'act' ? command.action : Object.entries(method.actions).find(([, action]) => action.opens === command.kind)![0],
      ...(command.type === 'open' && { source: command.source, home: command.home, reporter: { name: command.reporter?.name ?? '' } }),
      with: command.input as Record<string, string>,
      ...(issues.length > 0 && { expect: { refused: issues[0]!.code } }),
    })) } },
  };
};
