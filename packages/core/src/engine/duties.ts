import { parsePeriod } from '../calendar/index.ts';
import type { Day } from '../calendar/index.ts';
import type { Actor } from '../case/messages.ts';
import { accept, issue } from '../issues/issue.ts';
import type { Result } from '../issues/issue.ts';
import { EVER, compileNorms, dutiesOf, entriesCount, isMet, membersOf, periodOf, runningPeriods, standsOn } from '../norms/index.ts';
import type { Counters, Duty, NormRule, NormRules, Population } from '../norms/index.ts';
import { nearest } from '../method/nearest.ts';
import { factsOf, populationOf, statesOf } from './close-norms.ts';
import { actorOf, momentOf } from './desk.ts';
import type { Desk } from './desk.ts';
import type { MomentInput } from './engine-types.ts';
import type { NormRow, NormTable } from './street-types.ts';

/** What somebody has to do now, by post and for the units of those posts; the most pressing first. */
export const duties = async (desk: Desk, actor: Actor | string, moment: MomentInput): Promise<readonly Duty[]> => {
  const at = momentOf(moment);
  if (at === undefined) throw new RangeError(`duties: "${moment}" is no moment`);
  const { posts } = await actorOf(desk, actor, at);
  const own = new Set(posts.map(({ unit }) => unit));
  const all: Duty[] = [];
  for (const rules of desk.book.inForce(at)) {
    const norms = compileNorms(rules);
    if (norms.all.size === 0) continue;
    const units = (await desk.directory.units(desk.tenant)).filter(({ id }) => own.has(id));
    const states = (await Promise.all([...new Set([...norms.all.values()].flatMap(({ member }) => ('each' in member ? [member.each] : [])))]
      .map((kind) => statesOf(desk, norms, kind, [...own])))).flat();
    const population: Population = { units, posts, states };
    // A value of a field is nobody's duty.
    all.push(...dutiesOf(norms, population, at, await runningCounters(desk, norms, at), factsOf({ ...population, units: await desk.directory.units(desk.tenant) }))
      .filter(({ norm }) => norms.all.get(norm)?.member.of !== 'value'));
  }
  return all;
};

const runningCounters = async (desk: Desk, norms: NormRules, at: number): Promise<ReadonlyMap<string, Counters>> =>
  new Map(await Promise.all(runningPeriods(norms, at).map(async ({ norm, period }): Promise<[string, Counters]> =>
    [norm.name, await countersOf(desk, norms, norm, period?.name ?? EVER, at)])));

const countersOf = async (desk: Desk, norms: NormRules, norm: NormRule, period: string, at: number): Promise<Counters> => {
  const { counts } = norm.schema;
  if (!('entries' in counts)) return desk.store.counts(desk.tenant, norm.name, period);
  const units = await desk.directory.units(desk.tenant);
  return entriesCount(norms, norm, await statesOf(desk, norms, counts.entries), factsOf({ units, posts: await desk.directory.posts(desk.tenant), states: [] }), at);
};

/** Who is in a table: whoever is there today; of a period that is over, on its last day. */
const dayOfTable = ({ rules }: NormRules, period: string, at: number): Day => {
  const [today, last] = [rules.time.dayOf(at), parsePeriod(period)?.last];
  return last !== undefined && last < today ? last : today;
};

/** A norm in one period, member by member: the period that runs, or one by name. What is closed is shown as it was written. */
export const normTable = async (desk: Desk, name: string, options: { readonly period?: string; readonly within?: string; readonly at: MomentInput }): Promise<Result<NormTable>> => {
  const at = momentOf(options.at);
  if (at === undefined) return { ok: false, issues: [issue('command.time-unreadable', ['at'], { at: String(options.at) })] };
  const norms = desk.book.inForce(at).map(compileNorms).find(({ all }) => all.has(name));
  if (norms === undefined) {
    const mend = nearest(name, desk.book.inForce(at).flatMap((rules) => Object.keys(rules.method.norms ?? {})));
    return { ok: false, issues: [issue('query.unknown-name', ['name'], { what: { zh: '履职要求', en: 'norm' }, name, ...(mend !== undefined && { mend }) })] };
  }
  const norm = norms.all.get(name)!;
  const period = options.period ?? periodOf(norm, at, norms.rules) ?? runningPeriods(norms, at).find((running) => running.norm === norm)?.period?.name ?? EVER;
  const population = await populationOf(desk, norms, norm.schema.per);
  const facts = factsOf(population);
  const within = options.within === undefined ? undefined : new Set(Object.entries(facts.units).filter(([, { path }]) => path.includes(options.within!)).map(([id]) => id));
  const closed = new Map((await desk.store.closedPeriods(desk.tenant, { norm: name, period })).map((row) => [row.of, row]));
  const counters = await countersOf(desk, norms, norm, period, at);
  const members = membersOf(norms, norm, population, at, facts).filter((member) => standsOn(member, dayOfTable(norms, period, at)));
  // Whoever is on record for a closed period stays in it, whether still there or not.
  const gone = [...closed.values()].filter(({ of }) => !members.some((member) => member.of === of)).map(({ of, unit }) => ({ of, unit }));
  const rows = [...members, ...gone].filter(({ unit }) => within === undefined || within.has(unit)).flatMap((member): NormRow[] => {
    const written = closed.get(member.of);
    if (closed.size > 0 && written === undefined) return [];
    const count = written?.count ?? counters.get(member.of) ?? 0;
    const label = 'label' in member && member.label ? member.label : { zh: member.of, en: member.of };
    return [{ of: member.of, label, unit: member.unit, count, met: written?.met ?? isMet(norm, count), closed: written !== undefined }];
  });
  return accept({ name, label: norm.label, period, min: norm.min, ...(norm.schema.max !== undefined && { max: norm.schema.max }), rows });
};
