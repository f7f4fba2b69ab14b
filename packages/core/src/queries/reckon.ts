import type { Rules } from '../case/rules.ts';
import type { MetricSchema } from '../method/query-schema.ts';
import type { Figure } from './figures.ts';
import { fraction, fractionText, numberOf } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import type { Item } from './items.ts';
import type { Lens } from './lens.ts';
import { amountReader, together } from './measure.ts';

/** What some things came to: the figure, the same exactly, and the cases behind it. */
export interface Reckoned { readonly figure: Figure; readonly exact: Fraction | undefined; readonly ids: readonly string[] }

/** How the things that a metric looks at become one figure: how many, which share, or how much. */
export const reckoner = (rules: Rules, lens: Lens, { share, measure }: MetricSchema): ((items: readonly Item[]) => Reckoned) => {
  if (measure) {
    const amount = amountReader(rules, lens, measure);
    return (items) => {
      const measured = items.flatMap((item) => { const much = amount(item); return much === undefined ? [] : [{ item, much }]; });
      return reckoned({ count: measured.length }, together(measured.map(({ much }) => much), measure.as), measured.map(({ item }) => item));
    };
  }
  if (share === undefined) return (items) => reckoned({ count: items.length }, fraction(items.length), items);
  const holds = lens.condition(share);
  return (items) => {
    const hits = items.filter(({ scope }) => holds(scope));
    const none = items.length === 0;
    return reckoned(
      { count: hits.length, of: items.length, ...(!none && { share: hits.length / items.length }) },
      none ? undefined : fraction(hits.length, items.length), hits);
  };
};

/** A figure with its value, exact and as a number. */
export const reckoned = (figure: Figure, exact: Fraction | undefined, items: readonly Pick<Item, 'id'>[] = []): Reckoned => ({
  figure: { ...figure, ...(exact && { value: numberOf(exact), fraction: fractionText(exact) }) },
  exact, ids: [...new Set(items.map(({ id }) => id))].filter((id) => id !== ''),
});
