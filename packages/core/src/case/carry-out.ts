import { issue } from '../issues/issue.ts';
import type { Issue } from '../issues/issue.ts';
import { classify } from './classify.ts';
import type { Draft } from './draft.ts';
import { giveAsks, moveTo, raise, replyTo, tell, turnClocks } from './effects.ts';
import type { EffectContext } from './effects.ts';
import { endCase, endingIssues, settleClocks } from './endings.ts';
import type { ActCommand, Facts, OpenCommand, Signature, Value } from './messages.ts';
import { linkChosen, linkNew, spawnCases } from './link-cases.ts';
import { askRepliedTo } from './posts.ts';
import { nextIdOf } from './recent.ts';
import { scopeOf } from './scope.ts';
import type { GivenInput } from './read-inputs.ts';
import type { ActionRule, LeavingRule, Rules } from './rules.ts';
import { runClocks } from './run-clocks.ts';
import type { ClockOccasion } from './run-clocks.ts';

/**
 * Carries an action out on the draft, in the order that the language fixes: fields and the cases chosen, records, classifications, replies, asks, clocks by
 * hand, handing up, step, further cases, ending; then every clock hears what has happened; tellings come last, so that they can name what has just been
 * set going. Gives back what stands against it.
 */
export const carryOut = (
  rules: Rules, draft: Draft, action: ActionRule, inputs: readonly GivenInput[], command: OpenCommand | ActCommand, by: Signature, facts: Facts,
): readonly Issue[] => {
  const { schema } = action;
  // The draft's state is one object that changes with the draft: one scope serves the whole action.
  const scope = scopeOf(draft.state, command.at, facts, command.by);
  const chosen = (ask: string): readonly string[] => {
    const value = inputs.find(({ input }) => input.goes.to === 'ask' && input.name === ask)?.value;
    return value === undefined ? [] : typeof value === 'string' ? [value] : value as readonly string[];
  };
  const context: EffectContext = { rules, facts, scope: () => scope, by, actor: command.by, chosen };
  const on: ClockOccasion = { recorded: { at: command.at }, happened: { at: command.happened ?? command.at }, action: action.name, actor: command.by, facts };

  // Which records are left is read before anything is changed, as the form read which to ask for.
  const leaves = action.leaves.filter((leaving) => leaving.when(scope));
  const issues: Issue[] = [];
  draft.taken(action.name);
  draft.happened(action.happening);
  setFields(draft, inputs);
  linkChosen(rules, draft, inputs, issues);
  for (const leaving of leaves) leaveRecord(draft, leaving, inputs, by);
  if (schema.withdraws) withdrawRecord(draft, inputs, by, issues);
  classify(draft, action.answers, inputs, scope, by, issues);
  for (const reply of action.replies) {
    const ask = askRepliedTo(reply.ask, action.by, command.by, draft.state, facts);
    if (ask) replyTo(draft, ask, reply.as, by);
  }
  giveAsks(draft, schema, context);
  // What was filled in, whom to ask too, is in place: what must hold of it is read now.
  for (const check of action.checks) {
    if (check.when(scope) && !check.holds(scope)) issues.push(issue('action.requirement', ['checks', check.name], { requirement: check.name, say: check.say }));
  }
  turnClocks(draft, schema.clocks, context, on);
  raise(draft, schema, context);
  moveTo(draft, schema, context);
  if (command.type === 'open') linkNew(rules, draft, command, facts, issues);
  if (action.spawns.length > 0) spawnCases(rules, draft, action.spawns, scope, facts, issues);
  const ending = schema.ends === undefined ? undefined : rules.endings.get(schema.ends);
  if (ending) issues.push(...endingIssues(rules, ending, scope));
  if (issues.length > 0) return issues;
  if (ending) endCase(draft, ending, by);
  runClocks(rules, draft, on);
  settleClocks(rules, draft);
  tell(draft, schema, context);
  return issues;
};

const setFields = (draft: Draft, inputs: readonly GivenInput[]): void => {
  for (const { input, value } of inputs) {
    if (input.goes.to !== 'field') continue;
    draft.apply({ type: 'field', name: input.name, value });
    draft.happened(input.goes.happening);
  }
};

const leaveRecord = (draft: Draft, { record: name, happening, optional, set }: LeavingRule, inputs: readonly GivenInput[], by: Signature): void => {
  const values: Record<string, Value> = {};
  let given = 0;
  for (const { input, value } of inputs) {
    if (input.goes.to !== 'record' || input.goes.record !== name) continue;
    values[input.name] = value;
    given += 1;
  }
  if (optional && given === 0) return;
  draft.apply({ type: 'record', record: { id: nextIdOf(draft.state.records, name), name, values: set === undefined ? values : { ...values, ...set }, at: draft.on.at, by } });
  draft.happened(happening);
};

/** Withdraws the record that was wrong; both it and its withdrawal stay, only valid ones count. */
const withdrawRecord = (draft: Draft, inputs: readonly GivenInput[], by: Signature, issues: Issue[]): void => {
  const id = inputs.find(({ input }) => input.goes.to === 'withdrawal')?.value;
  if (id === undefined) return;
  const record = draft.state.records.find((one) => one.id === id && !one.withdrawn);
  if (record === undefined) issues.push(issue('record.unknown', ['record'], { id: String(id) }));
  else draft.apply({ type: 'record-withdrawn', id: record.id, by });
};
