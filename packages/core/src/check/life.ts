import type { Condition } from '../method/condition-schema.ts';
import type { Method } from '../method/method-schema.ts';
import { couldHold, type Possible } from './could-hold.ts';
import { mustHold } from './must-hold.ts';

type Action = Method['actions'][string];

/** What can ever become of a case of one kind, or of a subject: an over-estimate, so that what is not in it is certainly impossible. */
export interface Life extends Possible {
  readonly kind: string;
  readonly actions: Set<string>;
  readonly endings: Set<string>;
}

/** Everything that can happen to a case of this kind, or to a subject of this name; `before`: until it ends for the first time. */
export function lifeOf(method: Method, kind: string): { readonly before: Life; readonly whole: Life } {
  const life: Life = { kind, steps: new Set(), actions: new Set(), records: new Set(), answers: new Set(), asks: new Set(), fields: new Set(), links: linksOf(method, kind), endings: new Set() };
  grow(method, life, false);
  const before = copied(life);
  grow(method, life, true);
  return { before, whole: life };
}

/** The steps that `next` can lead to: those later up to the first that always applies, and earlier ones that were left out. */
export function nextSteps(method: Method, kind: string, from: string): readonly string[] {
  const line = method.kinds[kind]?.line ?? [];
  const place = line.indexOf(from);
  return [...laterSteps(method, kind, from), ...line.slice(1, Math.max(place, 1))];
}

/** The steps after one up to the first that always applies. */
export function laterSteps(method: Method, kind: string, from: string): readonly string[] {
  const line = method.kinds[kind]?.line ?? [];
  const later = line.slice(line.indexOf(from) + 1);
  const sure = later.findIndex((step) => method.steps[step]?.when === undefined);
  return sure < 0 ? later : later.slice(0, sure + 1);
}

/** Is it one of this kind's, or this subject's, actions? */
export const isFor = (action: Action, kind: string, method: Method): boolean => {
  if (action.on !== undefined || action.opens !== undefined) return (action.on ?? action.opens) === kind;
  return action.kinds?.includes(kind) ?? !isSubject(method, kind);
};

/** A unit, post or register: it has no steps. */
export const isSubject = (method: Method, kind: string): boolean => method.subjects !== undefined && Object.hasOwn(method.subjects, kind);

/** The links that a case of this kind can stand in, if anything makes them. */
const linksOf = (method: Method, kind: string): Set<string> => new Set(
  Object.entries(method.links ?? {}).flatMap(([name, { from, to, same }]) => ([from, to].flat().includes(kind) && (same?.as === 'linked' || isLinked(method, name)) ? [name] : [])));

/** Does an action link so, or open a case that is linked so? */
export const isLinked = (method: Method, link: string): boolean => Object.values(method.actions).some(({ links, spawns }) =>
  Object.hasOwn(links ?? {}, link) || Object.values(spawns ?? {}).some((spawn) => spawn.link === link));

/** Does an action on another case open one by this action? */
export const isSpawned = (method: Method, opening: string): boolean => Object.values(method.actions).some(({ spawns }) => Object.hasOwn(spawns ?? {}, opening));

/** Why an action cannot be taken in this life, or nothing if it can. */
export function whyNot(method: Method, name: string, life: Life): 'kind' | 'from' | 'by' | 'link' | { readonly when: Condition } | { readonly requires: string } | undefined {
  const action = method.actions[name]!;
  if (!isFor(action, life.kind, method)) return 'kind';
  if (action.opens === undefined && (!isSubject(method, life.kind) || action.after !== undefined)) {
    const during = action.after === undefined || action.from !== undefined ? (action.from ?? [...life.steps]).some((step) => life.steps.has(step)) : false;
    const after = action.after?.some((ending) => life.endings.has(ending)) ?? false;
    if (!during && !after) return 'from';
  }
  const cannot = action.by.map((doer) => (typeof doer === 'string' ? undefined : 'ask' in doer ? (life.asks.has(doer.ask) ? undefined : 'by')
    : 'link' in doer && !Object.hasOwn(method.links?.[doer.link]?.follows ?? {}, name) ? 'link' : undefined));
  // A case that is opened besides needs nobody who may open it.
  const besides = action.opens !== undefined && isSpawned(method, name);
  if (!besides && !cannot.includes(undefined)) return cannot.includes('by') ? 'by' : 'link';
  if (action.when !== undefined && !couldHold(action.when, life, method)) return { when: action.when };
  for (const [name, { when, if: wanted }] of Object.entries(action.requires ?? {})) {
    if ((when === undefined || mustHold(when, life, method)) && !couldHold(wanted, life, method)) return { requires: name };
  }
  return undefined;
}

// --- growing until nothing new comes ---

function grow(method: Method, life: Life, reopening: boolean): void {
  for (let before = -1; before !== sizeOf(life);) {
    before = sizeOf(life);
    for (const [name, action] of Object.entries(method.actions)) {
      if (life.actions.has(name) && action.to === undefined) continue;
      if (!reopening && action.after !== undefined && action.from === undefined && action.opens === undefined) continue;
      if (whyNot(method, name, life) === undefined) take(method, name, action, life);
    }
    for (const clock of Object.values(method.clocks ?? {})) {
      if (clock.kinds !== undefined && !clock.kinds.includes(life.kind)) continue;
      for (const rung of Object.values(clock.ladder ?? {})) follow(method, rung, [...life.steps], life);
    }
  }
}

function take(method: Method, name: string, action: Action, life: Life): void {
  life.actions.add(name);
  if (action.opens !== undefined) {
    const { line = [], sources = [] } = method.kinds[action.opens] ?? {};
    if (line[0] !== undefined) life.steps.add(line[0]);
    for (const source of sources) for (const field of Object.keys(method.sources[source]?.takes ?? {})) life.fields.add(field);
  }
  for (const field of Object.keys(action.takes ?? {})) life.fields.add(field);
  for (const record of Object.keys(action.leaves ?? {})) life.records.add(record);
  for (const answer of Object.keys(action.answers ?? {})) life.answers.add(answer);
  const from = action.opens === undefined ? (action.from ?? [...life.steps]) : (method.kinds[action.opens]?.line.slice(0, 1) ?? []);
  follow(method, action, from.filter((step) => life.steps.has(step)), life);
}

function follow(method: Method, effects: Pick<Action, 'asks' | 'to' | 'ends'>, from: readonly string[], life: Life): void {
  for (const ask of Object.keys(effects.asks ?? {})) life.asks.add(ask);
  if (effects.ends !== undefined) life.endings.add(effects.ends);
  if (effects.to === undefined || isSubject(method, life.kind)) return;
  if (typeof effects.to === 'object') for (const next of nextSteps(method, life.kind, effects.to.after)) life.steps.add(next);
  else if (effects.to !== 'next') life.steps.add(effects.to);
  else for (const step of from) for (const next of nextSteps(method, life.kind, step)) life.steps.add(next);
}

const sizeOf = (life: Life): number => life.steps.size + life.actions.size + life.records.size + life.answers.size + life.asks.size + life.fields.size + life.endings.size;

const copied = (life: Life): Life => ({
  kind: life.kind, steps: new Set(life.steps), actions: new Set(life.actions), records: new Set(life.records), answers: new Set(life.answers),
  asks: new Set(life.asks), fields: new Set(life.fields), links: new Set(life.links), endings: new Set(life.endings),
});
