import type { InputRule } from '../case/compile-inputs.ts';
import type { CaseState } from '../case/messages.ts';
import type { ActionRule, Rules } from '../case/rules.ts';
import type { Words } from '../issues/issue.ts';
import { canonical } from './digest.ts';

/** What of an entry a row says otherwise, and the action that puts it right, if there is exactly one. */
export interface Correction { readonly changed: readonly Words[]; readonly action?: string; readonly input: Readonly<Record<string, unknown>> }

/**
 * Compares what a row would enter with the entry that is there; nothing where they agree. A cell left empty says nothing. Put right by the
 * one action on the register that takes these fields and does nothing else; anything more (a grade, a record) is for people to decide.
 */
export const correctionOf = (rules: Rules, given: readonly InputRule[], entry: CaseState, entered: CaseState, input: Readonly<Record<string, unknown>>): Correction | undefined => {
  const differing = given.filter((one) => canonical(valueIn(entry, one) ?? null) !== canonical(valueIn(entered, one) ?? null));
  if (differing.length === 0) return undefined;
  const changed = differing.map(({ label }) => label);
  const fits = [...rules.actions.values()].filter((action) => corrects(action, entry.kind) && differing.every(({ name, goes }) => goes.to === 'field' && Object.hasOwn(action.schema.takes ?? {}, name)));
  if (fits.length !== 1) return { changed, input: {} };
  const action = fits[0]!;
  const needed = action.inputs.filter(({ name, optional }) => !optional && entry.fields[name] !== undefined).map(({ name }) => [name, entry.fields[name]] as const);
  return { changed, action: action.name, input: { ...Object.fromEntries(needed), ...Object.fromEntries(differing.map(({ name }) => [name, input[name]])) } };
};

/** Does it only take fields: no record, answer, ask, clock, link, step or ending comes of it? */
const corrects = ({ schema }: ActionRule, register: string): boolean =>
  schema.on === register && schema.takes !== undefined && schema.after === undefined
  && [schema.leaves, schema.answers, schema.asks, schema.replies, schema.clocks, schema.links, schema.spawns].every((part) => part === undefined || Object.keys(part).length === 0)
  && schema.to === undefined && schema.ends === undefined && schema.raises === undefined && schema.withdraws === undefined;

/** What stands there: the field, the answer, or the value in the last record. Links and asks are not compared. */
const valueIn = (state: CaseState, { name, goes }: InputRule): unknown => {
  if (goes.to === 'field') return state.fields[name];
  if (goes.to === 'answer') return state.answers[name]?.is;
  return goes.to === 'record' ? state.records.findLast((record) => record.name === goes.record && record.withdrawn === undefined)?.values[name] : undefined;
};
