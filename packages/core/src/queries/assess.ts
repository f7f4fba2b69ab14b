import type { PeriodDays } from '../calendar/index.ts';
import type { Rules } from '../case/rules.ts';
import type { Words } from '../issues/issue.ts';
import type { Fact } from '../method/condition-schema.ts';
import type { MetricSchema, Over } from '../method/query-schema.ts';
import type { Fraction } from './fraction.ts';
import { inPeriod } from './in-period.ts';
import { itemsOf } from './items.ts';
import type { Found, Item } from './items.ts';
import { lensOf } from './lens.ts';
import type { Lens } from './lens.ts';
import { reckoned, reckoner } from './reckon.ts';
import type { Reckoned } from './reckon.ts';
import { metricsIn, scoreOf } from './score.ts';
import { figureOf } from './tally.ts';
import type { Tally } from './tally.ts';

/** What has been loaded for what a query is over. */
export type World = (over: Over | undefined) => Found;

/** A figure, and beside it what it is with those that are exempt, where there are such. */
export interface Assessed extends Reckoned { readonly raw?: Reckoned }

export interface Assessment {
  readonly total: Assessed;
  /** By the value of the fact that they are grouped by, in the order in which the method lists its values. */
  readonly groups: ReadonlyMap<string, Assessed & { readonly label: Words }>;
  /** What nobody comes to: of a group that has nothing of this. */
  readonly none: Assessed;
  readonly order: readonly string[];
}

/** What a metric that is no score comes to in a period, by a fact. */
export type Assessor = (schema: MetricSchema, period: PeriodDays | undefined, by: Fact | undefined) => Assessment;

/** A metric in one period: over all, and by group. A score is reckoned from the others in the same period and of the same group. */
export const assess = (rules: Rules, schema: MetricSchema, assessor: Assessor, period: PeriodDays | undefined, by: Fact | undefined, within: readonly MetricSchema[] = []): Assessment =>
  (schema.score === undefined ? assessor(schema, period, by) : assessScore(rules, { ...schema, score: schema.score }, assessor, period, by, [...within, schema]));

/** Reckons from the cases themselves. */
export const fromCases = (rules: Rules, world: World): Assessor => (schema, period, by) => assessItems(rules, schema, world(schema.over), period, by);

/** Reckons from tallies. `labelOf`: what a group is called. */
export const fromTallies = (rules: Rules, schema: MetricSchema, tallies: readonly Tally[], by: Fact | undefined, labelOf: (group: string) => Words): Assessment => {
  const assessed = (all: readonly Tally[]): Assessed =>
    (schema.exempt === undefined ? figureOf(schema, all) : { ...figureOf(schema, all.filter(({ exempt }) => !exempt)), raw: figureOf(schema, all) });
  const order = by === undefined ? [] : orderOf(lensOf(rules, schema.over), by);
  const groups = by === undefined ? [] : grouped(tallies, ({ group }) => group, order);
  return {
    total: assessed(tallies), none: assessed([]), order,
    groups: new Map(groups.map(([group, own]) => [group, { ...assessed(own), label: labelOf(group) }])),
  };
};

const orderOf = (lens: Lens, by: Fact): readonly string[] => [...lens.shape(by)?.options?.keys() ?? []];

const assessItems = (rules: Rules, schema: MetricSchema, found: Found, period: PeriodDays | undefined, by: Fact | undefined): Assessment => {
  const lens = lensOf(rules, schema.over, found.names);
  const [of, reckon] = [lens.condition(schema.of), reckoner(rules, lens, schema)];
  const exempt = schema.exempt && lens.condition(schema.exempt);
  const assessed = (items: readonly Item[]): Assessed =>
    (exempt === undefined ? reckon(items) : { ...reckon(items.filter(({ scope }) => !exempt(scope))), raw: reckon(items) });
  const looked = inPeriod(rules, lens, schema, period, itemsOf(schema.over, found).filter((item) => of(item.scope)));
  const order = by === undefined ? [] : orderOf(lens, by);
  const groups = by === undefined ? [] : grouped(looked, groupReader(lens, by), order);
  return {
    total: assessed(looked), none: assessed([]), order,
    groups: new Map(groups.map(([value, items]) => [value, { ...assessed(items), label: lens.group(by!, namesake(items).scope) }])),
  };
};

/** The one by which a group is called: of the least id, however they were found. */
const namesake = (items: readonly Item[]): Item => items.reduce((least, item) => (item.id < least.id ? item : least));

/** What has no value is a group of its own, called by nothing. */
const groupReader = (lens: Lens, by: Fact): ((item: Item) => string) => {
  const read = lens.read(by);
  return ({ scope }) => {
    const value = read(scope);
    return value === undefined ? '' : String(value);
  };
};

/** Groups in the order in which the method lists the values, then by their own. */
const grouped = <T>(all: readonly T[], groupOf: (one: T) => string, order: readonly string[]): readonly (readonly [string, readonly T[]])[] => {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = groupOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups].sort(([a], [b]) => byOrder(order, a, b));
};

const byOrder = (order: readonly string[], a: string, b: string): number => {
  const place = (value: string): number => (order.includes(value) ? order.indexOf(value) : order.length);
  return place(a) - place(b) || (a < b ? -1 : 1);
};

type Scored = MetricSchema & { readonly score: NonNullable<MetricSchema['score']> };

const assessScore = (rules: Rules, schema: Scored, assessor: Assessor, period: PeriodDays | undefined, by: Fact | undefined, within: readonly MetricSchema[]): Assessment => {
  const parts = new Map<string, Assessment>();
  for (const name of metricsIn(schema.score)) {
    const other = rules.method.metrics?.[name];
    // One that leads back to itself has no value: loading refuses it.
    if (other !== undefined && !within.includes(other) && !parts.has(name)) parts.set(name, assess(rules, other, assessor, period, by, within));
  }
  const score = (of: (part: Assessment) => Reckoned): Reckoned =>
    reckoned({ count: 0 }, scoreOf(schema.score, (name): Fraction | undefined => { const part = parts.get(name); return part && of(part).exact; }));
  const all = [...parts.values()];
  const assessed = (of: (part: Assessment) => Assessed): Assessed =>
    ({ ...score(of), ...(all.some((part) => part.none.raw) && { raw: score((part) => of(part).raw ?? of(part)) }) });
  const order = all[0]?.order ?? [];
  const labels = new Map(all.flatMap((part) => [...part.groups].map(([value, { label }]) => [value, label] as const)));
  return {
    order, total: assessed((part) => part.total), none: assessed((part) => part.none),
    groups: new Map([...labels].sort(([a], [b]) => byOrder(order, a, b))
      .map(([value, label]) => [value, { ...assessed((part) => part.groups.get(value) ?? part.none), label }])),
  };
};
