import fc from 'fast-check';
import { parseInstant } from '../calendar/index.ts';
import type { ScenarioFile } from '../method/scenario-schema.ts';
import { decide } from './decide.ts';
import { elapse } from './elapse.ts';
import { evolve } from './evolve.ts';
import { explainActions } from './explain-actions.ts';
import { scenarioOf } from './life-scenario.fixture.ts';
import type { ActCommand, Actor, CaseEvent, CaseState, Facts, OpenCommand } from './messages.ts';
import { castOf } from './random-cast.fixture.ts';
import type { RandomCast } from './random-cast.fixture.ts';
import { formFilled, pickOf } from './random-input.fixture.ts';
import type { ActionRule, Rules } from './rules.ts';
import { scopeOf } from './scope.ts';

/** Test helper: a random life of one log. Every number is read modulo what there is to choose from at that point. */
export interface Move { readonly pick: number; readonly who: number; readonly wait: number; readonly seed: number; readonly way: number }

export const moves = (max = 24, min = Math.min(12, max)): fc.Arbitrary<readonly Move[]> => fc.array(fc.record({
  pick: fc.nat(1000), who: fc.nat(1000), wait: fc.oneof({ weight: 2, arbitrary: fc.nat(60) }, { weight: 3, arbitrary: fc.nat(60 * 8) }, { weight: 2, arbitrary: fc.nat(60 * 24 * 4) }, { weight: 1, arbitrary: fc.nat(60 * 24 * 25) }), seed: fc.nat(100_000), way: fc.nat(99),
}), { minLength: min, maxLength: max, size: 'max' });

export const lifeStart = parseInstant('2021-09-24T08:30:00+08:00')!;

/** The people of the random lives, and what decisions are told of the world. */
export interface People extends RandomCast { readonly facts: Facts }
const known = new WeakMap<Rules, People>();
export const peopleOf = (rules: Rules): People => {
  const there = known.get(rules);
  if (there) return there;
  const people = castOf(rules.method);
  const made = { ...people, facts: { units: people.units, posts: people.posts, cases: {}, ids: ['s1', 's2', 's3', 's4'] } };
  known.set(rules, made);
  return made;
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

/** Lives one log: begins it by one of the ways in, then tries one thing after another, allowed or not; due things happen in between. */
export const live = (rules: Rules, steps: readonly Move[]): Life | undefined => {
  const people = peopleOf(rules);
  const attempts: Attempt[] = [];
  const events: CaseEvent[] = [];
  let at = lifeStart;
  let state: CaseState | undefined;
  for (const move of steps) {
    at += move.wait * 60_000 + move.seed % 60_000;
    const before = state;
    const due: readonly CaseEvent[] = state ? elapse(rules, state, at, people.facts).events : [];
    state = due.reduce<CaseState | undefined>(evolve, state);
    const command = state === undefined ? beginning(rules, people, move, at) : action(rules, state, people, move, at);
    if (command === undefined) continue;
    const decision = decide(rules, state, command, people.facts);
    const decided = decision.ok ? decision.value : [];
    state = decided.reduce<CaseState | undefined>(evolve, state);
    events.push(...due, ...decided);
    attempts.push({ command, before, due, events: decided, issues: decision.ok ? [] : decision.issues });
  }
  return state && { state, events, attempts, end: at };
};

/** A way in: a kind by a source, a register, or an action on a unit or post that has no log yet. */
export interface Way { readonly action: ActionRule; readonly kind: string; readonly source: string; readonly levels?: readonly string[]; readonly begins?: readonly string[] }

/** Every way in that somebody may take. */
export const waysIn = (rules: Rules, people: RandomCast): readonly Way[] => [...rules.actions.values()].flatMap((action): Way[] => {
  const { opens, on } = action.schema;
  const register = rules.method.subjects?.[opens ?? '']?.of;
  if (opens !== undefined && register) return 'register' in register ? [{ action, kind: opens, source: '', levels: register.register }] : [];
  if (opens !== undefined) return (rules.method.kinds[opens]?.sources ?? []).map((source) => ({ action, kind: opens, source }));
  const begun = on === undefined ? undefined : rules.method.subjects?.[on]?.of;
  if (on === undefined || begun === undefined || 'register' in begun) return [];
  return [{ action, kind: on, source: '', begins: 'level' in begun
    ? Object.keys(people.units).filter((id) => people.units[id]!.level === begun.level).map((id) => `unit:${id}`)
    : Object.values(people.posts).filter(({ role }) => role === begun.role).map(({ id }) => `post:${id}`) }];
});

/** The unit of a unit's or a post's log. */
export const homeOfSubject = (people: RandomCast, id: string): string => (id.startsWith('unit:') ? id.slice(5) : people.posts[id.slice(5)]!.unit);

/** The roles that an action names. */
export const rolesOf = (action: ActionRule): ReadonlySet<string> =>
  new Set(action.by.flatMap((doer) => (typeof doer === 'string' ? [doer] : 'role' in doer ? [doer.role] : [])));

/** Who may by their roles, those first who stand over that unit. */
export const doersFor = (action: ActionRule, people: RandomCast, home: string): readonly Actor[] => {
  const roles = rolesOf(action);
  const path = people.units[home]?.path ?? [];
  const holders = people.actors.filter(({ posts }) => posts.some(({ role }) => roles.has(role)));
  const over = holders.filter(({ posts }) => posts.some(({ role, unit }) => roles.has(role) && path.includes(unit)));
  return over.length > 0 ? over : holders;
};

const beginning = (rules: Rules, people: People, { pick, who, seed }: Move, at: number): OpenCommand | ActCommand | undefined => {
  const way = pickOf(waysIn(rules, people), pick);
  if (way === undefined) return undefined;
  const { kind, source, action: { name }, begins } = way;
  const inputs = begins ? way.action.inputs : rules.openingInputs(way.action, source);
  const input = formFilled(inputs, seed, { rules, people, at });
  const subject = begins && pickOf(begins, who);
  const home = subject === undefined ? pickOf(homesFor(way, people), seed) : homeOfSubject(people, subject);
  if (input === undefined || home === undefined) return undefined;
  const by = pickOf(doersFor(way.action, people, home), who) ?? people.actors[0]!;
  if (subject !== undefined) return { type: 'act', subject: { id: subject, kind, home }, action: name, input, by, at };
  return { type: 'open', id: 'c1', kind, action: name, source, home, ...(source !== '' && { reporter: { name: '王先生' } }), input, by, at };
};

/** Where a case may be at home: a unit at the bottom of the tree, so that everybody stands over it; an entry, where its register has entries. */
export const homesFor = ({ levels }: Pick<Way, 'levels'>, people: RandomCast): readonly string[] => {
  const above = new Set(Object.values(people.units).flatMap(({ path }) => path.slice(1)));
  const ids = Object.keys(people.units);
  const deepest = Math.max(...ids.map((id) => people.units[id]!.path.length));
  return levels ? ids.filter((id) => levels.includes(people.units[id]!.level)) : ids.filter((id) => !above.has(id) && people.units[id]!.path.length >= deepest - 1);
};

const action = (rules: Rules, state: CaseState, people: People, move: Move, at: number): ActCommand => {
  const { actors, facts } = people;
  const choices = { rules, people, at, self: state.id };
  const reporter: Actor = { person: 'reporter', posts: [], reporterOf: state.id };
  const by = pickOf([...actors, reporter], move.who)!;
  const blind = (): ActCommand => {
    const rule = pickOf([...rules.actions.values()], move.pick)!;
    return { type: 'act', action: rule.name, input: formFilled(rule.inputs, move.seed, choices) ?? {}, by, at };
  };
  if (move.way < 20) return blind();
  // Sighted: one of the things that somebody may do. Mostly what carries the case on, seldom what gives it up, so that lives get somewhere.
  const possible = [...actors, reporter].flatMap((actor) => explainActions(rules, state, actor, scopeOf(state, at, facts, actor), facts).filter((one) => one.allowed).map((one) => ({ actor, one })));
  const outcome = (ends: string | undefined): string | undefined => (ends === undefined ? undefined : rules.method.endings[ends]?.outcome);
  const alive = possible.filter(({ one }) => outcome(one.ends) === undefined || outcome(one.ends) === 'solved');
  const onward = alive.filter(({ one }) => rules.method.actions[one.name]!.to !== undefined || one.ends !== undefined);
  const fresh = alive.filter(({ one }) => state.done[one.name] === undefined);
  const kind = move.seed % 10;
  const from = [kind < 4 ? onward : kind < 8 ? fresh : kind < 9 ? alive : possible, alive, possible].find((list) => list.length > 0) ?? [];
  const chosen = pickOf(from, move.pick);
  const input = chosen && formFilled(chosen.one.form, move.seed, choices);
  return chosen && input ? { type: 'act', action: chosen.one.name, input, by: chosen.actor, at } : blind();
};

/** A life as a scenario file: what a failing law prints. */
export const asScenario = (life: Life, rules: Rules): ScenarioFile => scenarioOf(rules, peopleOf(rules), life.attempts.map(({ command, issues }) => ({
  at: command.at, as: command.by.posts[0]?.id, input: command.input, refused: issues[0]?.code,
  ...(command.type === 'open'
    ? { do: command.action, itself: 'it', home: command.home, ...(command.source !== '' && { source: command.source }), reporter: command.reporter?.name }
    : { do: command.action, on: command.subject?.id ?? (/^(unit|post):/.test(life.state.id) ? life.state.id : 'it') }),
})));
