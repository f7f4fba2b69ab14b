import { warnAt } from '../case/explain-clocks.ts';
import { nextInstant } from '../case/elapse.ts';
import type { CaseState, Clock, Facts } from '../case/messages.ts';
import { pathOf } from '../case/posts.ts';
import type { Rules } from '../case/rules.ts';
import { scopeOf } from '../case/scope.ts';
import type { Fact } from '../method/condition-schema.ts';
import { compileFact } from '../rules/index.ts';
import type { FactReader, FactValue } from '../rules/index.ts';
import { isPersonal } from '../queries/personal.ts';
import { awaitedBy } from './awaited.ts';
import { isSubject } from './subjects.ts';
import type { CaseRow } from './store-port.ts';

/** The row that lists and filters read of a case: written with its events, so that 待办 and 超期 are look-ups. */
export const project = (rules: Rules, state: CaseState, facts: Facts): CaseRow => {
  const { due, warn, broken } = times(rules, state);
  return {
    id: state.id, method: `${state.method.id}@${state.method.version}`, kind: state.kind, source: state.source, step: state.step,
    ending: state.ended?.ending ?? null, outcome: state.ended?.outcome ?? null, home: state.home, holder: state.holder,
    opened: state.opened, ended: state.ended?.at ?? null,
    due, warn, broken,
    next: nextInstant(state) ?? null, version: state.version, search: searchText(rules, state), within: pathOf(state.home, facts),
    subject: isSubject(rules, state.kind), values: valuesOf(rules, state, facts), awaited: awaitedBy(rules, state, facts),
  };
};

/** When it is due and when it warns first, and whether anything was ever late. */
const times = (rules: Rules, state: CaseState): Pick<CaseRow, 'due' | 'warn' | 'broken'> => {
  let [due, warn, broken] = [Infinity, Infinity, false];
  for (const id in state.clocks) {
    const clock = state.clocks[id]!;
    broken ||= clock.broken !== undefined && !clock.corrected;
    if (state.ended || !counts(clock)) continue;
    due = Math.min(due, clock.due!.at);
    // A clock without a warning rung warns only when it is due.
    warn = Math.min(warn, warnAt(clock, rules) ?? clock.due!.at);
  }
  return { due: due === Infinity ? null : due, warn: warn === Infinity ? null : warn, broken };
};

/** Clocks whose end matters to who has the case: running, with an end, not a minimum, not late from the start. */
const counts = (clock: Clock): boolean =>
  clock.stopped === undefined && clock.due !== undefined && clock.binds !== 'minimum' && clock.phase !== 'void' && clock.phase !== 'held' && !clock.lateFromTheStart;

/** How lists, filters and sorts name a fact: `field.goal`, `answer.class`, `answer.treatment.zero`, `clock.close.due`, `record.result.text`. */
export const factName = (fact: Fact): string => {
  if ('field' in fact) return `field.${fact.field}`;
  if ('answer' in fact) return fact.output === undefined ? `answer.${fact.answer}` : `answer.${fact.answer}.${fact.output}`;
  if ('record' in fact) return `record.${fact.record}${fact.show === undefined ? '' : `.${fact.show}`}`;
  if ('case' in fact) return `case.${fact.case}`;
  if ('clock' in fact) return `clock.${fact.clock}.${fact.show ?? 'state'}`;
  if ('ask' in fact) return `ask.${fact.ask}.${fact.show ?? 'state'}`;
  if ('link' in fact) return `link.${fact.link}.${fact.side === undefined ? '' : `${fact.side}.`}${fact.reads ? factName(fact.reads) : fact.show ?? 'count'}`;
  return `action.${fact.action}.${fact.show ?? 'count'}`;
};

/** A fact that rows carry, by the name under which they carry it. */
export interface RowFact { readonly name: string; readonly read: FactReader }

/** Facts that rows carry: every field, every answer, and what the method's list shows or filters by; nothing personal, which lies beside the events and can be erased there. */
export const rowFacts = (rules: Rules): readonly RowFact[] => {
  const known = compiledRowFacts.get(rules);
  if (known) return known;
  const { method, vocabulary } = rules;
  const facts: Fact[] = [
    ...Object.entries(method.fields).flatMap(([field, schema]) => (schema.personal ? [] : [{ field }])),
    ...Object.entries(method.classifications ?? {}).flatMap(([answer, schema]): Fact[] =>
      (schema.outputs ? Object.keys(schema.outputs).map((output) => ({ answer, output })) : [{ answer }])),
    ...[...Object.values(method.list?.columns ?? {}).map((column) => column.show), ...Object.values(method.list?.filters ?? {}).map((filter) => filter.by)].filter((fact) => !isPersonal(method, undefined, fact)),
  ];
  const byName = new Map(facts.map((fact) => [factName(fact), compileFact(fact, vocabulary)]));
  const compiled = [...byName].map(([name, read]) => ({ name, read }));
  compiledRowFacts.set(rules, compiled);
  return compiled;
};
const compiledRowFacts = new WeakMap<Rules, readonly RowFact[]>();

const valuesOf = (rules: Rules, state: CaseState, facts: Facts): CaseRow['values'] => {
  const values: Record<string, string | number | boolean | null> = {};
  const scope = scopeOf(state, state.last, facts);
  for (const { name, read } of rowFacts(rules)) values[name] = plain(read(scope));
  return values;
};

const plain = (value: FactValue | undefined): string | number | boolean | null => {
  if (value === undefined) return null;
  if (typeof value !== 'object') return value;
  return value.map((one) => (typeof one === 'string' ? one : one.name)).join(',');
};

/** What free search looks in: the id and every text that is not personal. */
const searchText = (rules: Rules, state: CaseState): string => {
  const texts = [state.id];
  for (const name in state.fields) {
    const value = state.fields[name];
    if (typeof value === 'string' && !rules.method.fields[name]?.personal) texts.push(value);
  }
  for (const record of state.records) {
    if (record.withdrawn) continue;
    const fields = rules.method.records?.[record.name]?.fields;
    for (const name in record.values) {
      const value = record.values[name];
      if (typeof value === 'string' && !fields?.[name]?.personal) texts.push(value);
    }
  }
  return texts.join('\n');
};
