import { warnAt } from '../case/explain-clocks.ts';
import { nextInstant } from '../case/elapse.ts';
import type { CaseState, Clock, Facts } from '../case/messages.ts';
import { pathOf, stands } from '../case/posts.ts';
import type { Rules } from '../case/rules.ts';
import { isOpen } from '../case/run-clocks.ts';
import type { Fact } from '../method/condition-schema.ts';
import { compileFact } from '../rules/index.ts';
import type { FactReader, FactValue } from '../rules/index.ts';
import type { AwaitedRow, CaseRow } from './store-port.ts';

/** The row that lists and filters read of a case: written with its events, so that 待办 and 超期 are look-ups. */
export const project = (rules: Rules, state: CaseState, facts: Facts): CaseRow => {
  const running = state.ended ? [] : Object.values(state.clocks).filter(counts);
  const dues = running.map((clock) => clock.due!.at);
  // A clock without a warning rung warns only when it is due.
  const warns = running.map((clock) => warnAt(clock, rules) ?? clock.due!.at);
  const path = pathOf(state.home, facts);
  return {
    id: state.id, method: `${state.method.id}@${state.method.version}`, kind: state.kind, source: state.source, step: state.step,
    ending: state.ended?.ending ?? null, outcome: state.ended?.outcome ?? null, home: state.home, holder: state.holder,
    opened: state.opened, ended: state.ended?.at ?? null,
    due: dues.length > 0 ? Math.min(...dues) : null, warn: warns.length > 0 ? Math.min(...warns) : null,
    broken: Object.values(state.clocks).some((clock) => clock.broken !== undefined && !clock.corrected),
    next: nextInstant(state) ?? null, version: state.version, search: searchText(rules, state), within: path,
    values: valuesOf(rules, state), awaited: awaitedBy(rules, state, facts),
  };
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
  return `action.${fact.action}.${fact.show ?? 'count'}`;
};

/** Facts that rows carry: every field that is not personal, every answer, and what the method's list shows or filters by. */
export const rowFacts = (rules: Rules): ReadonlyMap<string, FactReader> => {
  const known = compiledRowFacts.get(rules);
  if (known) return known;
  const { method, vocabulary } = rules;
  const facts: Fact[] = [
    ...Object.entries(method.fields).flatMap(([field, schema]) => (schema.personal ? [] : [{ field }])),
    ...Object.entries(method.classifications ?? {}).flatMap(([answer, schema]): Fact[] =>
      (schema.outputs ? Object.keys(schema.outputs).map((output) => ({ answer, output })) : [{ answer }])),
    ...Object.values(method.list?.columns ?? {}).map((column) => column.show),
    ...Object.values(method.list?.filters ?? {}).map((filter) => filter.by),
  ];
  const compiled = new Map(facts.map((fact) => [factName(fact), compileFact(fact, vocabulary)]));
  compiledRowFacts.set(rules, compiled);
  return compiled;
};
const compiledRowFacts = new WeakMap<Rules, ReadonlyMap<string, FactReader>>();

const valuesOf = (rules: Rules, state: CaseState): CaseRow['values'] => {
  const values: Record<string, string | number | boolean | null> = {};
  const scope = { state, at: state.last };
  for (const [name, read] of rowFacts(rules)) values[name] = plain(read(scope));
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
  for (const [name, value] of Object.entries(state.fields)) if (typeof value === 'string' && !rules.method.fields[name]?.personal) texts.push(value);
  for (const record of state.records) {
    for (const [name, value] of Object.entries(record.values)) {
      if (typeof value === 'string' && !record.withdrawn && !rules.method.records?.[record.name]?.fields?.[name]?.personal) texts.push(value);
    }
  }
  return texts.join('\n');
};

/** Who is awaited: whoever was asked and has not replied, and whoever can move the case on from where it stands. */
const awaitedBy = (rules: Rules, state: CaseState, facts: Facts): AwaitedRow[] => {
  const rows = new Map<string, AwaitedRow>();
  const add = (row: AwaitedRow): void => { rows.set(`${row.what}|${row.person ?? ''}|${row.role ?? ''}|${row.unit ?? ''}`, row); };
  const addRole = (what: string, role: string): void => {
    for (const unit of pathOf(state.home, facts)) add({ what, role, unit });
  };
  const addAsk = (what: string, to: CaseState['asks'][number]['to']): void => {
    if (to.person !== undefined) add({ what, person: to.person });
    else if (to.role !== undefined) addRole(what, to.role);
    else if (to.unit !== undefined) add({ what, unit: to.unit });
  };
  for (const ask of state.asks) if (isOpen(ask)) addAsk(ask.name, ask.to);
  if (state.ended) return [...rows.values()];
  for (const action of rules.actions.values()) {
    if (!movesOn(rules, state, action.schema)) continue;
    for (const doer of action.by) {
      if (typeof doer === 'string') addRole(action.name, doer);
      else if ('role' in doer && doer.where === 'here') for (const unit of new Set([state.home, state.holder])) add({ what: action.name, role: doer.role, unit });
      else if ('role' in doer) addRole(action.name, doer.role);
      else if ('ask' in doer) for (const ask of state.asks) if (ask.name === doer.ask && stands(ask, state)) addAsk(action.name, ask.to);
    }
  }
  return [...rows.values()];
};

/** Does this action carry the case on from its step: not a correction, not a way back, not a way to give it up? */
const movesOn = (rules: Rules, state: CaseState, action: Rules['method']['actions'][string]): boolean => {
  if (!action.from?.includes(state.step) || (action.to === undefined && action.ends === undefined)) return false;
  const answered = Object.keys(action.answers ?? {});
  if (answered.length > 0 && answered.every((name) => state.answers[name] !== undefined)) return false;
  const line = rules.method.kinds[state.kind]?.line ?? [];
  if (typeof action.to === 'object' || (action.to !== undefined && action.to !== 'next' && line.includes(action.to) && line.indexOf(action.to) < line.indexOf(state.step))) return false;
  const outcome = action.ends === undefined ? undefined : rules.method.endings[action.ends]?.outcome;
  return outcome === undefined || outcome === 'solved' || outcome === 'not-entered' || outcome === 'referred';
};
