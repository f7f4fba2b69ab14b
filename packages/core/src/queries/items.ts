import type { Instant } from '../calendar/index.ts';
import type { Names } from '../case/fact-words.ts';
import type { CaseState } from '../case/messages.ts';
import type { Over } from '../method/query-schema.ts';
import { emptyLog } from '../case/subject-log.ts';
import type { NormPeriod } from '../norms/index.ts';
import { ownOfAsk, ownOfRecord } from '../rules/own-values.ts';
import type { OwnValues } from '../rules/own-values.ts';
import type { Reading, Scope } from '../rules/reading.ts';
import { valuesOfClock, valuesOfNorm } from './own-values.ts';

/** What has been loaded for a query, as it stood at that moment. */
export interface Found {
  /** Cases and subjects; for `each`, every member, those without a log as `emptyLog`. */
  readonly states: readonly CaseState[];
  readonly at: Instant;
  readonly norms?: readonly NormPeriod[];
  /** Cases that those are linked with. */
  readonly linked?: (id: string) => Reading | undefined;
  /** How a directory calls people and units. */
  readonly names?: Names;
}

/** One thing that a ledger or a metric looks at. */
export interface Item {
  /** The case or subject that it is, or belongs to; empty where a norm is per value of a field. */
  readonly id: string;
  /** Its own: several records of one case have that case's `id`. */
  readonly key: string;
  /** Where its facts are read. */
  readonly scope: Scope;
}

/** What a query is over, one by one; by default every case, subjects left out. A withdrawn record is none, nor is a void clock: it is in no rate. */
export const itemsOf = (over: Over | undefined, found: Found): readonly Item[] => {
  const { states, at } = found;
  const scope = (state: CaseState, own?: OwnValues): Scope => ({ state, at, ...(found.linked && { linked: found.linked }), ...(own && { own }) });
  const whole = (state: CaseState): Item => ({ id: state.id, key: state.id, scope: scope(state) });
  const part = (state: CaseState, id: string, own: OwnValues): Item => ({ id: state.id, key: `${state.id}#${id}`, scope: scope(state, own) });
  if (over === undefined) return states.filter((state) => !isSubject(state)).map(whole);
  if ('cases' in over) return states.filter(({ kind }) => kindsIn(over).has(kind)).map(whole);
  if ('each' in over) return states.filter((state) => state.kind === over.each && state.ended?.outcome !== 'removed').map(whole);
  if ('records' in over) {
    return states.flatMap((state) => state.records.filter(({ name, withdrawn }) => name === over.records && withdrawn === undefined).map((record) => part(state, record.id, ownOfRecord(record))));
  }
  if ('asks' in over) return states.flatMap((state) => state.asks.filter(({ name }) => name === over.asks).map((ask) => part(state, ask.id, ownOfAsk(ask))));
  if ('clocks' in over) {
    return states.flatMap((state) => Object.values(state.clocks).filter(({ name, phase }) => name === over.clocks && phase !== 'void')
      .map((clock) => part(state, clock.id, valuesOfClock(clock, state, at))));
  }
  return (found.norms ?? []).map((norm) => {
    const id = norm.of.startsWith('value:') ? '' : norm.of;
    return { id, key: `${norm.of}@${norm.period}`, scope: scope(emptyLog('', id, norm.unit, { home: '', holder: '' }), valuesOfNorm(norm)) };
  });
};

/** The kinds that a query over cases names; registers too. */
export const kindsIn = ({ cases }: { readonly cases: string | readonly string[] }): ReadonlySet<string> => new Set(typeof cases === 'string' ? [cases] : cases);

/** A unit, a post, an entry of a register or an issued list: it stands at no step, and in no list of cases. */
const isSubject = ({ step }: CaseState): boolean => step === '';
