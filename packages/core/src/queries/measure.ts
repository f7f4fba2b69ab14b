import { dayNumber } from '../calendar/index.ts';
import type { Rules } from '../case/rules.ts';
import type { MetricSchema } from '../method/query-schema.ts';
import type { FactValue } from '../rules/index.ts';
import type { TimeUnit } from './figures.ts';
import { compare, dividedBy, exactly, fraction, plus } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import type { Item } from './items.ts';
import type { Lens } from './lens.ts';

type Measure = NonNullable<MetricSchema['measure']>;

/** How much one thing comes to: a number fact, or the time between two facts; nothing where one of them is not known. */
export const amountReader = (rules: Rules, lens: Lens, { of }: Measure): ((item: Item) => Fraction | undefined) => {
  if (!('in' in of)) {
    const read = lens.read(of);
    return ({ scope }) => { const value = read(scope); return typeof value === 'number' ? exactly(value) : undefined; };
  }
  const [from, to] = [lens.read(of.from), lens.read(of.to)];
  return ({ scope }) => {
    const [start, end] = [from(scope), to(scope)];
    return isTime(start) && isTime(end) ? between(rules, start, end, of.in) : undefined;
  };
};

/** Many amounts as one. Of none the sum is nothing at all, 0; there is no average, median, least or greatest. */
export const together = (amounts: readonly Fraction[], as: Measure['as']): Fraction | undefined => {
  const sum = (): Fraction => amounts.reduce(plus, fraction(0));
  if (as === 'sum') return sum();
  if (amounts.length === 0) return undefined;
  if (as === 'average') return dividedBy(sum(), fraction(amounts.length));
  const sorted = amounts.toSorted(compare);
  if (as === 'least') return sorted[0]!;
  if (as === 'greatest') return sorted.at(-1)!;
  const [below, above] = [sorted[Math.floor((sorted.length - 1) / 2)]!, sorted[Math.floor(sorted.length / 2)]!];
  return dividedBy(plus(below, above), fraction(2));
};

/** A day `YYYY-MM-DD` or a moment. */
type Time = string | number;
const isTime = (value: FactValue | undefined): value is Time => typeof value === 'number' || typeof value === 'string';

/** Days from day to day, the first not counted; hours and minutes from moment to moment, a day from its midnight. */
const between = ({ calendar, time }: Rules, from: Time, to: Time, unit: TimeUnit): Fraction => {
  const day = (value: Time): string => (typeof value === 'number' ? time.dayOf(value) : value);
  const moment = (value: Time): number => (typeof value === 'number' ? value : calendar.zone.startOfDay(value));
  switch (unit) {
    case 'days': return fraction(dayNumber(day(to)) - dayNumber(day(from)));
    case 'working-days': return fraction(calendar.workingDaysBetween(day(from), day(to)));
    case 'minutes': return fraction(moment(to) - moment(from), 60_000);
    case 'hours': return fraction(moment(to) - moment(from), 3_600_000);
    case 'working-hours': return fraction(calendar.workingTimeBetween(moment(from), moment(to)), 3_600_000);
  }
};
