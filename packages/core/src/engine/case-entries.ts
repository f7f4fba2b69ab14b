import type { CaseState } from '../case/messages.ts';
import type { Rules } from '../case/rules.ts';
import { isShort } from '../queries/entries.ts';
import { entryRulesOf } from '../queries/entry-rules.ts';
import { commandDigest } from './digest.ts';
import type { CaseEntries } from './entries-port.ts';
import type { Rulebook } from './rulebook.ts';
import type { CaseWrite } from './store-port.ts';

/** The version whose ledgers and metrics look at a case, whatever its own: the newest of its method. */
export const queriedBy = (book: Rulebook, methodId: string): Rules | undefined => book.all.find(({ method }) => method.id === methodId);

/** What the queries of its method find in a case; `within`: home and the units above it. */
const caseEntries = (book: Rulebook, state: CaseState, within: readonly string[]): CaseEntries | undefined => {
  const rules = queriedBy(book, state.method.id);
  const place = placeOf(within);
  return rules && place !== undefined ? { mark: markOf(rules), place, list: entryRulesOf(rules).entriesOf(state) } : undefined;
};

/** The same write with the entries of its case. */
export const withEntries = (book: Rulebook, write: CaseWrite): CaseWrite => {
  const entries = caseEntries(book, write.state, write.row.within);
  return entries ? { ...write, entries } : write;
};

/** By which queries the entries of a method are made: its id, and a fingerprint of everything that they depend on. */
export const markOf = (rules: Rules): string => {
  let mark = marks.get(rules);
  if (mark === undefined) marks.set(rules, mark = `${rules.method.id}@${commandDigest(entryRulesOf(rules).basis).slice(0, 32)}`);
  return mark;
};
const marks = new WeakMap<Rules, string>();

const between = '\t';

/** Units in one text, each between two signs that stand in no unit's id. Nothing where that cannot be. */
const placeOf = (within: readonly string[]): string | undefined => {
  const place = `${between}${within.join(between)}${between}`;
  return isShort(place) && !within.some((unit) => unit.includes(between)) ? place : undefined;
};

/** What is looked for in a place. */
export const unitInPlace = (unit: string): string => `${between}${unit}${between}`;
