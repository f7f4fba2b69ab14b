import type { Instant } from '../calendar/index.ts';
import type { CountingCondition } from './condition-parts.ts';
import type { FactTime } from './fact.ts';
import type { Own } from './fact-shape.ts';
import { linkedScope } from './linked-scope.ts';
import { ownFields } from './mentions.ts';
import { ownOfAsk, ownOfClock, ownOfRecord } from './own-values.ts';
import type { Scope } from './reading.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a condition counts, each as the scope in which it is read; nothing for a linked case that cannot be read. */
export type Counted = (scope: Scope) => readonly (Scope | undefined)[];

/** Whose own values `where` and `every` of this condition read; of links none: they are read in the linked case as in any case. */
export const ownOf = (condition: CountingCondition): Own | undefined =>
  'records' in condition ? { record: condition.records } : 'asks' in condition ? { ask: condition.asks } : 'clocks' in condition ? { clock: condition.clocks } : undefined;

/** How many it wants: between two ends; at least one when it says neither how many nor what every one must be. */
export const boundsOf = (condition: CountingCondition): { readonly min: number; readonly max: number } => {
  const bounds = condition.count ?? (condition.every ? {} : { min: 1 });
  return { min: bounds.min ?? 0, max: bounds.max ?? Number.POSITIVE_INFINITY };
};

/**
 * The valid records, the asks, the clocks that are not void, or the linked cases of the name: first those after the action in `since` was
 * last taken (one that was never taken leaves them all), of the time since `within` ago, and such as `where` asks for; of these, the `last`
 * so many by their time. The time is when a record was left, an ask asked, a clock started, a case linked.
 */
export const compileCounted = (condition: CountingCondition, vocabulary: Vocabulary, time: FactTime, where: ((scope: Scope) => boolean) | undefined): Counted => {
  const { since, within, last } = condition;
  const each = itemsOf(condition, vocabulary);
  return (scope) => {
    const after = (since && scope.state.done[since.action]?.at) ?? Number.NEGATIVE_INFINITY;
    const from = within === undefined ? Number.NEGATIVE_INFINITY : Number(time.add(scope.at, within, -1));
    const found = each(scope, (at) => at > after && at >= from).filter((item) => where === undefined || passes(item.scope, where));
    return (last === undefined ? found : found.sort((a, b) => a.at - b.at).slice(-last)).map((item) => item.scope);
  };
};

/** Does it hold there? Of what cannot be read nothing holds. */
export const passes = (scope: Scope | undefined, holds: (scope: Scope) => boolean): boolean => scope !== undefined && holds(scope);

interface Item { readonly at: Instant; readonly scope: Scope | undefined }
type LinksCondition = Extract<CountingCondition, { links: string }>;
type Items = (scope: Scope, isIn: (at: Instant) => boolean) => Item[];

const itemsOf = (condition: CountingCondition, vocabulary: Vocabulary): Items => {
  if ('records' in condition) return recordItems(condition, vocabulary);
  if ('asks' in condition) return askItems(condition.asks);
  if ('clocks' in condition) return clockItems(condition.clocks, vocabulary);
  return linkItems(condition);
};

const recordItems = (condition: Extract<CountingCondition, { records: string }>, vocabulary: Vocabulary): Items => {
  const declared = vocabulary.records.get(condition.records)?.fields;
  const read = [condition.where, condition.every].flatMap((part) => (part ? [...ownFields(part)] : []));
  const signed = read.some((name) => !declared?.has(name));
  return (scope, isIn) => {
    const found: Item[] = [];
    for (const record of scope.state.records) {
      if (record.name !== condition.records || record.withdrawn !== undefined || !isIn(record.at)) continue;
      found.push({ at: record.at, scope: { ...scope, own: signed ? ownOfRecord(record) : record.values } });
    }
    return found;
  };
};

const askItems = (name: string): Items => (scope, isIn) => {
  const found: Item[] = [];
  for (const ask of scope.state.asks) {
    if (ask.name === name && isIn(ask.at)) found.push({ at: ask.at, scope: { ...scope, own: ownOfAsk(ask) } });
  }
  return found;
};

const clockItems = (name: string, vocabulary: Vocabulary): Items => {
  const binds = vocabulary.clocks.get(name)?.binds ?? 'hard';
  return (scope, isIn) => {
    const found: Item[] = [];
    for (const clock of Object.values(scope.state.clocks)) {
      const { at } = clock.start;
      if (clock.name === name && clock.phase !== 'void' && isIn(at)) found.push({ at, scope: { ...scope, own: ownOfClock(clock, scope.state, scope.at, binds) } });
    }
    return found;
  };
};

const linkItems = ({ links: name, side }: LinksCondition): Items => (scope, isIn) => {
  const found: Item[] = [];
  for (const link of scope.state.links) if (link.link === name && (side === undefined || link.side === side) && isIn(link.at)) found.push({ at: link.at, scope: linkedScope(scope, link.case) });
  return found;
};

/** How many there are, without a scope for each: for a count that asks nothing of them. */
export const countPlainly = (condition: CountingCondition): (scope: Scope) => number => {
  if ('records' in condition) {
    return ({ state }) => {
      let count = 0;
      for (const record of state.records) if (record.name === condition.records && record.withdrawn === undefined) count += 1;
      return count;
    };
  }
  if ('asks' in condition) return ({ state }) => { let count = 0; for (const ask of state.asks) if (ask.name === condition.asks) count += 1; return count; };
  if ('links' in condition) return ({ state }) => { let count = 0; for (const link of state.links) if (link.link === condition.links && (condition.side === undefined || link.side === condition.side)) count += 1; return count; };
  return ({ state }) => {
    let count = 0;
    for (const key in state.clocks) if (state.clocks[key]!.name === condition.clocks && state.clocks[key]!.phase !== 'void') count += 1;
    return count;
  };
};
