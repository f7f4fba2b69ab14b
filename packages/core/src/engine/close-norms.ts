import type { CaseState, Facts } from '../case/messages.ts';
import type { Rules } from '../case/rules.ts';
import { EVER, compileNorms, currentPeriod, duePeriods, entriesCount, isPeriodic, judge, membersOf, unitFactsOf } from '../norms/index.ts';
import type { NormPeriod, NormRules, Population } from '../norms/index.ts';
import type { Desk } from './desk.ts';
import { statesOf as statesFound } from './read-case.ts';
import type { Filter } from './store-port.ts';
import { asOfMoment } from './load-linked.ts';
import { sweptTo } from './swept.ts';

/**
 * Writes once what every norm came to in each period that is over: by whom it was met and by whom not. It begins with the period in which
 * the first thing was put on record. False while the store is too busy to write it.
 */
export const closeNorms = async (desk: Desk, at: number): Promise<boolean> => {
  for (const rules of desk.book.inForce(at)) {
    const norms = compileNorms(rules);
    for (const norm of norms.all.values()) {
      if (!isPeriodic(norm)) continue;
      const from = await closedUpTo(desk, norm.name);
      if (from === undefined) return true;
      const periods = duePeriods(norm, from, at, rules);
      if (periods.length === 0) continue;
      const population = await populationOf(desk, norms, norm.schema.per);
      const facts = factsOf(population);
      for (const period of periods) {
        const end = period.ends - 1;
        // Of whom it was required, and what there was, is read as it stood then: a tick that comes late says the same as one in time.
        const states = 'each' in norm.schema.per && norm.schema.per.while !== undefined ? await asOfAll(desk, population.states, end, facts) : population.states.map((state) => sweptTo(desk, state, end, facts));
        const members = membersOf(norms, norm, { ...population, states }, end, facts);
        const counters = 'entries' in norm.schema.counts
          ? entriesCount(norms, norm, await asOfAll(desk, await statesOf(desk, norms, norm.schema.counts.entries), end, facts), facts, end)
          : await desk.store.counts(desk.tenant, norm.name, period.name);
        // What a busy store could not write is closed by a later tick.
        if (!await desk.store.closePeriods(desk.tenant, judge(norm, period, members, counters))) return false;
        desk.closed.set(norm.name, period.ends);
      }
    }
  }
  return true;
};

/** When the next period of any norm ends, as far as an engine has looked: until then no command finds one to close. */
const nextEnds = new WeakMap<Desk, number>();

/**
 * Closes what is over before a command is decided, as whatever is due happens first: what is put on record, or withdrawn, after the end of
 * a period changes nothing of what it came to, whether or not a tick was in time.
 */
export const closeOver = async (desk: Desk, at: number): Promise<void> => {
  if (at < (nextEnds.get(desk) ?? Number.NEGATIVE_INFINITY) || !await closeNorms(desk, at)) return;
  const ends = desk.book.all.flatMap((rules) => [...compileNorms(rules).all.values()].flatMap((norm) => (isPeriodic(norm) ? currentPeriod(norm, at, rules)?.ends ?? [] : [])));
  nextEnds.set(desk, Math.min(Number.POSITIVE_INFINITY, ...ends));
};

/** The logs as they stood at a moment, with what was due by then though nobody had swept it yet. */
const asOfAll = async (desk: Desk, states: readonly CaseState[], end: number, facts: Facts): Promise<CaseState[]> => {
  const then: CaseState[] = [];
  for (const state of states) {
    const stood = await asOfMoment(desk, state, end);
    if (stood) then.push(sweptTo(desk, stood, end, facts));
  }
  return then;
};

/** What a norm without periods comes to, member by member, as things stood at a moment; nothing where it has periods, which are written. */
export const standingNorm = async (desk: Desk, rules: Rules, name: string, at: number): Promise<readonly NormPeriod[] | undefined> => {
  const norms = compileNorms(rules);
  const norm = norms.all.get(name);
  if (norm === undefined || isPeriodic(norm)) return undefined;
  const { units, posts, states } = await populationOf(desk, norms, norm.schema.per);
  const [facts, today] = [factsOf({ units, posts, states }), rules.time.dayOf(at)];
  const population = { units, posts, states: await asOfAll(desk, states, at, facts) };
  const counters = 'entries' in norm.schema.counts
    ? entriesCount(norms, norm, await asOfAll(desk, await statesOf(desk, norms, norm.schema.counts.entries), at, facts), facts, at)
    : await desk.store.counts(desk.tenant, name, EVER);
  return judge(norm, { name: EVER, first: today, last: today, ends: at }, membersOf(norms, norm, population, at, facts), counters);
};

/** The end of the last period that was closed; before the first, the moment of the first thing on record. Nothing while there is none. */
const closedUpTo = async (desk: Desk, norm: string): Promise<number | undefined> => {
  const known = desk.closed.get(norm);
  if (known !== undefined) return known;
  return await desk.store.lastClosed(desk.tenant, norm) ?? firstOnRecord(desk);
};

const firstOnRecord = async (desk: Desk): Promise<number | undefined> => {
  const firsts = await Promise.all((['cases', 'subjects'] as const).map(async (of) =>
    (await desk.store.list(desk.tenant, { of, sort: [{ by: 'opened', order: 'asc' }], limit: 1 })).rows[0]?.opened));
  const known = firsts.filter((opened) => opened !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
};

/** Everybody of whom norms may require something: units and posts from the directory, and the logs that there are of those in question. */
export const populationOf = async (desk: Desk, norms: NormRules, per: NonNullable<NormRules['rules']['method']['norms']>[string]['per']): Promise<Population> => {
  const units = await desk.directory.units(desk.tenant);
  const posts = await desk.directory.posts(desk.tenant);
  const states = 'each' in per ? await statesOf(desk, norms, per.each) : (await Promise.all(Object.keys(norms.rules.method.kinds).map((kind) => statesOf(desk, norms, kind)))).flat();
  return { units, posts, states };
};

/** All logs of a kind or subject, ended ones too: who was there in a period may have gone since. `homes`: only those at home there. */
export const statesOf = async (desk: Desk, { rules }: Pick<NormRules, 'rules'>, kind: string, homes?: readonly string[]): Promise<CaseState[]> => {
  const of = Object.hasOwn(rules.method.subjects ?? {}, kind) ? 'subjects' as const : 'cases' as const;
  const where: Filter[] = [{ on: 'kind', op: 'is', value: kind }, ...(homes ? [{ on: 'home', op: 'in', value: homes } as const] : [])];
  const states: CaseState[] = [];
  for await (const state of statesFound(desk, { of, where })) states.push(state);
  return states;
};

/** The tree as facts, for whatever is laid to a unit by where it stands. */
export const factsOf = ({ units, posts }: Population): Facts => ({ units: unitFactsOf(units), posts: Object.fromEntries(posts.map((post) => [post.id, post])) });
