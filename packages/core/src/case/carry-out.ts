import { issue } from '../issues/issue.ts';
import type { Issue } from '../issues/issue.ts';
import type { Scope } from '../rules/reading.ts';
import { classify } from './classify.ts';
import type { InputRule } from './compile-inputs.ts';
import type { Draft } from './draft.ts';
import { giveAsks, moveTo, raise, replyTo, tell, turnClocks } from './effects.ts';
import type { EffectContext } from './effects.ts';
import { endCase, endingIssues, settleClocks } from './endings.ts';
import type { ActCommand, CaseRecord, Facts, OpenCommand, Signature, Value } from './messages.ts';
import { askRepliedTo } from './posts.ts';
import type { ActionRule, Rules } from './rules.ts';
import { runClocks } from './run-clocks.ts';
import type { ClockOccasion } from './run-clocks.ts';

/**
 * Carries an action out on the draft, in the order that the language fixes: fields, records, classifications, replies, asks, clocks by
 * hand, handing up, step, ending; then every clock hears what has happened; tellings come last, so that they can name what has just been
 * set going. Gives back what stands against it.
 */
export const carryOut = (
  rules: Rules, draft: Draft, action: ActionRule, inputs: ReadonlyMap<InputRule, Value>, command: OpenCommand | ActCommand, by: Signature, facts: Facts,
): readonly Issue[] => {
  const { schema } = action;
  const scope = (): Scope => ({ state: draft.state, at: command.at, actor: command.by });
  const chosen = (ask: string): string | undefined => valueOf(inputs, (input) => input.goes.to === 'ask' && input.name === ask) as string | undefined;
  const context: EffectContext = { rules, facts, scope, by, actor: command.by, chosen };
  const on: ClockOccasion = { recorded: { at: command.at }, happened: { at: command.happened ?? command.at }, action: action.name, actor: command.by };

  // Which records are left is read before anything is changed, as the form read which to ask for.
  const leaves = Object.entries(schema.leaves ?? {}).filter(([, leaving]) => rules.condition(leaving.when)(scope()));
  draft.taken(action.name);
  draft.happened(`action:${action.name}`);
  setFields(draft, inputs);
  leaveRecords(draft, leaves, inputs, by);
  const issues = [...withdrawRecord(draft, inputs, by), ...classify(rules, draft, schema.answers, inputs, scope, by)];
  for (const check of action.checks) {
    if (check.when(scope()) && !check.holds(scope())) issues.push(issue('action.requirement', ['checks', check.name], { requirement: check.name, say: check.say }));
  }
  for (const [name, { as }] of Object.entries(schema.replies ?? {})) {
    const ask = askRepliedTo(name, action.by, command.by, draft.state, facts);
    if (ask) replyTo(draft, ask, as, by);
  }
  giveAsks(draft, schema, context);
  turnClocks(draft, schema.clocks, context, on);
  raise(draft, schema, context);
  moveTo(draft, schema, context);
  const ending = schema.ends === undefined ? undefined : rules.endings.get(schema.ends);
  if (ending) issues.push(...endingIssues(rules, ending, scope()));
  if (issues.length > 0) return issues;
  if (ending) endCase(draft, ending, by);
  runClocks(rules, draft, on);
  settleClocks(rules, draft);
  tell(draft, schema, context);
  return [];
};

const valueOf = (inputs: ReadonlyMap<InputRule, Value>, wanted: (input: InputRule) => boolean): Value | undefined => {
  for (const [input, value] of inputs) if (wanted(input)) return value;
  return undefined;
};

const setFields = (draft: Draft, inputs: ReadonlyMap<InputRule, Value>): void => {
  for (const [input, value] of inputs) {
    if (input.goes.to !== 'field') continue;
    draft.apply({ type: 'field', name: input.name, value });
    draft.happened(`field:${input.name}`);
  }
};

type Leaving = NonNullable<ActionRule['schema']['leaves']>[string];

const leaveRecords = (draft: Draft, leaves: readonly (readonly [name: string, leaving: Leaving])[], inputs: ReadonlyMap<InputRule, Value>, by: Signature): void => {
  for (const [name, leaving] of leaves) {
    const given: Record<string, Value> = {};
    for (const [input, value] of inputs) if (input.goes.to === 'record' && input.goes.record === name) given[input.name] = value;
    if (leaving.optional && Object.keys(given).length === 0) continue;
    const record: CaseRecord = {
      id: `${name}#${draft.state.records.filter((one) => one.name === name).length + 1}`,
      name, values: { ...given, ...leaving.set }, at: draft.on.at, by,
    };
    draft.apply({ type: 'record', record });
    draft.happened(`record:${name}`);
  }
};

/** Withdraws the record that was wrong; both it and its withdrawal stay, only valid ones count. */
const withdrawRecord = (draft: Draft, inputs: ReadonlyMap<InputRule, Value>, by: Signature): Issue[] => {
  const id = valueOf(inputs, (input) => input.goes.to === 'withdrawal');
  if (id === undefined) return [];
  const record = draft.state.records.find((one) => one.id === id && !one.withdrawn);
  if (record === undefined) return [issue('record.unknown', ['record'], { id: String(id) })];
  draft.apply({ type: 'record-withdrawn', id: record.id, by });
  return [];
};
