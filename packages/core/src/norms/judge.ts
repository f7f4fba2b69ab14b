import { dayOf } from '../calendar/index.ts';
import type { Instant } from '../calendar/index.ts';
import type { Facts } from '../case/messages.ts';
import type { Words } from '../issues/issue.ts';
import { membersOf, standsOn } from './members.ts';
import type { Member, Population } from './members.ts';
import { EVER, currentPeriod, isPeriodic } from './norm-periods.ts';
import type { Period } from './norm-periods.ts';
import type { NormRule, NormRules } from './norm-rules.ts';

/** What a period that is over came to for one member of a norm: written once. */
export interface NormPeriod {
  readonly norm: string; readonly of: string; readonly unit: string; readonly period: string;
  readonly ends: Instant; readonly count: number; readonly met: boolean;
}

/** What the members of one norm have come to in one period; who is not there has come to none. */
export type Counters = ReadonlyMap<string, number>;

/** Is this as many as the norm wants? */
export const isMet = ({ min, max }: NormRule, count: number): boolean => count >= min && count <= max;

/**
 * What a period that is over came to for each member, met or not. Who was not there on its last day (joined or entered later, left or
 * struck off before) is left out.
 */
export const judge = (norm: NormRule, { name, last, ends }: Period, members: readonly Member[], counters: Counters): readonly NormPeriod[] =>
  members.filter((member) => standsOn(member, last)).map(({ of, unit }) => {
    const count = counters.get(of) ?? 0;
    return { norm: norm.name, of, unit, period: name, ends, count, met: isMet(norm, count) };
  });

/** What somebody has to do in a period, and how far it has come. */
export interface Duty {
  readonly norm: string;
  readonly label: Words;
  readonly of: string;
  readonly unit: string;
  readonly subject?: Words;
  readonly period: string;
  readonly count: number;
  readonly min: number;
  readonly max?: number;
  /** How many are still wanting. */
  readonly left: number;
  readonly met: boolean;
  /** Where the period is of certain days: when it begins to count and when it is over. */
  readonly first?: string;
  readonly ends?: Instant;
}

/** The period of each norm that runs at a moment, or is the next: whose counters `dutiesOf` wants. */
export const runningPeriods = (norms: NormRules, at: Instant): readonly { readonly norm: NormRule; readonly period: Period | undefined }[] =>
  [...norms.all.values()].flatMap((norm) => {
    const period = currentPeriod(norm, at, norms.rules);
    return period === undefined && isPeriodic(norm) ? [] : [{ norm, period }];
  });

/**
 * The duties of those who are handed in (an actor's posts and their units, or a unit with its entries), with the period that runs or comes
 * next. `counters`: by norm, what `runningPeriods` counted so far, or `entriesCount` says. What ends first comes first.
 */
export const dutiesOf = (norms: NormRules, population: Population, at: Instant, counters: ReadonlyMap<string, Counters>, facts?: Facts): readonly Duty[] => {
  const today = dayOf(norms.rules.calendar.numbered.dayAt(at));
  return runningPeriods(norms, at).flatMap(({ norm, period }) => membersOf(norms, norm, population, at, facts)
    .filter((member) => standsOn(member, period?.last ?? today) && standsOn(member, today))
    .map((member) => dutyOf(norm, member, period, counters.get(norm.name)?.get(member.of) ?? 0)))
    .sort((a, b) => (a.ends ?? Number.POSITIVE_INFINITY) - (b.ends ?? Number.POSITIVE_INFINITY));
};

const dutyOf = (norm: NormRule, { of, unit, label }: Member, period: Period | undefined, count: number): Duty => ({
  norm: norm.name, label: norm.label, of, unit, ...(label && { subject: label }), period: period?.name ?? EVER, count,
  min: norm.min, ...(norm.schema.max !== undefined && { max: norm.schema.max }), left: Math.max(0, norm.min - count), met: isMet(norm, count),
  ...(period && { first: period.first, ends: period.ends }),
});
