import type { CountingCondition } from './condition-parts.ts';
import { askReaders } from './fact.ts';
import type { Own } from './fact-shape.ts';
import { ownFields } from './mentions.ts';
import type { Reading, Scope } from './reading.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The records or asks that a condition counts, each as the scope in which its own values are read. */
export type Counted = (scope: Scope) => readonly Scope[];

/** Whose own values `where` and `every` of this condition read. */
export const ownOf = (condition: CountingCondition): Own => 'records' in condition ? { record: condition.records } : { ask: condition.asks };

/** How many it wants: between two ends; at least one when it says neither how many nor what every one must be. */
export const boundsOf = (condition: CountingCondition): { readonly min: number; readonly max: number } => {
  const bounds = condition.count ?? (condition.every ? {} : { min: 1 });
  return { min: bounds.min ?? 0, max: bounds.max ?? Number.POSITIVE_INFINITY };
};

/**
 * The valid records, or the asks, of the name, after the action in `since` was last taken and such as `where` asks for.
 * An action that was never taken leaves them all.
 */
export const compileCounted = (condition: CountingCondition, vocabulary: Vocabulary, where: ((scope: Scope) => boolean) | undefined): Counted => {
  const after = condition.since === undefined ? undefined : condition.since.action;
  const since = (state: Reading): number => (after === undefined ? undefined : state.done[after]?.at) ?? Number.NEGATIVE_INFINITY;
  const each = 'records' in condition ? recordScopes(condition, vocabulary) : askScopes(condition.asks);
  return (scope) => each(scope, since(scope.state), where);
};

type Scopes = (scope: Scope, after: number, where: ((scope: Scope) => boolean) | undefined) => Scope[];

const recordScopes = (condition: Extract<CountingCondition, { records: string }>, vocabulary: Vocabulary): Scopes => {
  const declared = vocabulary.records.get(condition.records)?.fields;
  const read = [condition.where, condition.every].flatMap((part) => (part ? [...ownFields(part)] : []));
  const signed = read.some((name) => (name === 'at' || name === 'by') && !declared?.has(name));
  return (scope, after, where) => {
    const found: Scope[] = [];
    for (const record of scope.state.records) {
      if (record.name !== condition.records || record.withdrawn !== undefined || record.at <= after) continue;
      const inner = withOwn(scope, signed ? { at: record.at, by: record.by?.person, ...record.values } : record.values);
      if (where === undefined || where(inner)) found.push(inner);
    }
    return found;
  };
};

const askScopes = (name: string): Scopes => (scope, after, where) => {
  const found: Scope[] = [];
  for (const ask of scope.state.asks) {
    if (ask.name !== name || ask.at <= after) continue;
    const inner = withOwn(scope, {
      state: askReaders.state(ask), post: ask.to.post, person: ask.to.person, unit: ask.to.unit,
      asked: ask.at, replied: ask.reply?.at, reply: ask.reply?.as,
    });
    if (where === undefined || where(inner)) found.push(inner);
  }
  return found;
};

const withOwn = ({ state, at, actor }: Scope, own: NonNullable<Scope['own']>): Scope => (actor === undefined ? { state, at, own } : { state, at, actor, own });

/** How many there are, without a scope for each: for a count that asks nothing of them. */
export const countPlainly = (condition: CountingCondition): (scope: Scope) => number => {
  if ('asks' in condition) return ({ state }) => { let count = 0; for (const ask of state.asks) if (ask.name === condition.asks) count += 1; return count; };
  return ({ state }) => {
    let count = 0;
    for (const record of state.records) if (record.name === condition.records && record.withdrawn === undefined) count += 1;
    return count;
  };
};
