import type { CaseState } from '../case/messages.ts';
import type { Rules } from '../case/rules.ts';
import type { Over } from '../method/query-schema.ts';
import { emptyLog } from '../case/subject-log.ts';
import { memberId } from '../norms/index.ts';
import type { World } from '../queries/assess.ts';
import { kindsIn } from '../queries/items.ts';
import type { Found } from '../queries/items.ts';
import type { Mentions } from '../rules/index.ts';
import { standingNorm } from './close-norms.ts';
import type { Desk } from './desk.ts';
import type { HeldPost, Unit } from './directory-port.ts';
import { asOfMoment, loadLinked } from './load-linked.ts';
import { statesOf } from './read-case.ts';
import type { CaseQuery, Filter } from './store-port.ts';

/** What a query wants loaded: what it and those that it is reckoned from are over, what they read, and the view that is asked for. */
export interface Viewing {
  readonly overs: readonly (Over | undefined)[];
  readonly reads: readonly Mentions[];
  readonly at: number;
  /** As things stood then: without it, as they stand. */
  readonly asOf?: number | undefined;
  readonly within?: string | undefined;
  readonly where?: readonly Filter[] | undefined;
}

/** Loads everything that some queries look at, once: cases and subjects, members, norm periods, linked cases, names. */
export const loadWorld = async (desk: Desk, rules: Rules, viewing: Viewing): Promise<World> => {
  const { overs, reads, at, asOf, within } = viewing;
  const people = await readDirectory(desk, rules, at, within);
  const states = new Map<string, readonly CaseState[]>();
  const found = new Map<string, Found>();
  for (const over of overs) {
    const key = JSON.stringify(over ?? null);
    if (found.has(key)) continue;
    if (over !== undefined && 'norm' in over) {
      const written = await standingNorm(desk, rules, over.norm, at) ?? await desk.store.closedPeriods(desk.tenant, { norm: over.norm });
      const norms = written.filter(({ ends, unit }) => (asOf === undefined || ends <= asOf) && people.stands(unit));
      found.set(key, { states: [], at, norms, names: people.names });
      continue;
    }
    const wanted = whatOf(rules, over).map((query) => ({ key: JSON.stringify(query), query }));
    for (const { key: known, query } of wanted) if (!states.has(known)) states.set(known, await readStates(desk, rules, query, viewing));
    const all = wanted.flatMap(({ key: known }) => states.get(known)!);
    found.set(key, { states: 'each' in (over ?? {}) ? withMembers(rules, (over as { each: string }).each, all, people, viewing) : inOrder(all, wanted.length), at, names: people.names });
  }
  const linked = reads.some((each) => each.linked.size > 0) ? await loadLinked(desk, [...found.values()].flatMap((each) => each.states), reads, asOf) : undefined;
  return (over) => {
    const each = found.get(JSON.stringify(over ?? null)) ?? { states: [], at };
    return linked ? { ...each, linked: (id) => linked.get(id) } : each;
  };
};

interface Wanted { readonly of: 'cases' | 'subjects'; readonly kinds?: readonly string[] }

/** Which states can hold what a query is over: only the kinds that it names; records, asks and clocks may stand in every log. */
const whatOf = ({ method }: Rules, over: Over | undefined): readonly Wanted[] => {
  const subjects = Object.keys(method.subjects ?? {});
  if (over === undefined) return [{ of: 'cases' }];
  if ('each' in over) return [{ of: subjects.includes(over.each) ? 'subjects' : 'cases', kinds: [over.each] }];
  if ('cases' in over) {
    const named = [...kindsIn(over)];
    const [entries, kinds] = [named.filter((kind) => subjects.includes(kind)), named.filter((kind) => !subjects.includes(kind))];
    return [...(kinds.length > 0 ? [{ of: 'cases', kinds } as const] : []), ...(entries.length > 0 ? [{ of: 'subjects', kinds: entries } as const] : [])];
  }
  return subjects.length > 0 ? [{ of: 'cases' }, { of: 'subjects' }] : [{ of: 'cases' }];
};

const readStates = async (desk: Desk, rules: Rules, { of, kinds }: Wanted, { within, where = [], asOf }: Viewing): Promise<readonly CaseState[]> => {
  const filters: readonly Filter[] = [
    ...where, ...(kinds ? [{ on: 'kind', op: 'in', value: kinds } as const] : []), ...(asOf === undefined ? [] : [{ on: 'opened', op: 'max', value: asOf } as const]),
  ];
  const query: CaseQuery = { of, sort: [{ by: 'opened', order: 'asc' }], where: filters, ...(within !== undefined && { within }) };
  const states: CaseState[] = [];
  for await (const state of statesOf(desk, query)) {
    const then = state.method.id === rules.method.id ? await asOfMoment(desk, state, asOf) : undefined;
    if (then) states.push(then);
  }
  return states;
};

const inOrder = (states: readonly CaseState[], from: number): readonly CaseState[] => (from === 1 ? states : states.toSorted((a, b) => a.opened - b.opened || (a.id < b.id ? -1 : 1)));

interface People { readonly units: readonly Unit[]; readonly posts: readonly HeldPost[]; readonly names: NonNullable<Found['names']>; stands(unit: string): boolean }

/** How people and units are called on the day of this moment. */
export const namesAt = async (desk: Desk, rules: Rules, at: number): Promise<NonNullable<Found['names']>> => (await readDirectory(desk, rules, at, undefined)).names;

/** The tree and the posts as they stood on the day; `stands`: is this unit the one that is looked at, or below it? */
const readDirectory = async ({ directory, tenant }: Desk, rules: Rules, at: number, within: string | undefined): Promise<People> => {
  const day = rules.time.dayOf(at);
  const [units, posts] = [await directory.units(tenant, day), await directory.posts(tenant, { day })];
  const [unitById, postById] = [new Map(units.map((unit) => [unit.id, unit])), new Map(posts.map((post) => [post.id, post]))];
  const persons = new Map(posts.map((post) => [post.person, post.name]));
  return {
    units, posts,
    names: { unit: (id) => unitById.get(id)?.label.zh, post: (id) => postById.get(id)?.name, person: (id) => persons.get(id) },
    stands: (unit) => {
      if (within === undefined) return true;
      const seen = new Set<string>();
      for (let up: string | undefined = unit; up !== undefined && !seen.has(up); up = unitById.get(up)?.parent) {
        if (up === within) return true;
        seen.add(up);
      }
      return false;
    },
  };
};

/** Every member of a subject in the tree's own order, those without a log too; a filter finds only what has one. Entries of a register have logs. */
const withMembers = (rules: Rules, each: string, logs: readonly CaseState[], { units, posts, stands }: People, { where = [] }: Viewing): readonly CaseState[] => {
  const of = rules.method.subjects?.[each]?.of;
  if (of === undefined || 'register' in of) return logs;
  const byId = new Map(logs.map((state) => [state.id, state]));
  const levels = new Map(units.map(({ id, level }) => [id, level]));
  const member = (id: string, home: string): readonly CaseState[] => {
    const log = byId.get(id);
    if (log) return [log];
    const level = levels.get(home) ?? '';
    return where.length > 0 || !stands(home) ? [] : [emptyLog(each, id, home, { home: level, holder: level }, { id: rules.method.id, version: rules.method.version })];
  };
  return 'level' in of
    ? units.filter(({ level }) => level === of.level).flatMap(({ id }) => member(memberId.unit(id), id))
    : posts.filter(({ role }) => role === of.role).flatMap(({ id, unit }) => member(memberId.post(id), unit));
};
