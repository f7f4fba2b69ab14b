import type { Issue } from '../issues/issue.ts';
import { wordsOf } from '../method/words.ts';
import type { Scope } from '../rules/reading.ts';
import type { InputRule } from './compile-inputs.ts';
import { kindsBeyond, sideOf } from './compile-links.ts';
import { endingIssues } from './endings.ts';
import type { ExplainedAction, FormInput } from './explanation.ts';
import { textOf } from './fact-words.ts';
import { masked } from './mask.ts';
import { actionIssues, isFor } from './may-act.ts';
import type { Actor, CaseState, Facts } from './messages.ts';
import type { ActionRule, EndingRule, Rules } from './rules.ts';
import { fillTemplate } from './template.ts';

/** For every action of the method: may this person take it now, or every reason why not, and the form that it needs. */
export const explainActions = (rules: Rules, state: CaseState, actor: Actor, scope: Scope, facts: Facts): ExplainedAction[] =>
  [...rules.actions.values()]
    .filter((action) => action.schema.opens === undefined && isFor(rules, action, state.kind) && !onlyByItself(action))
    .map((action) => {
      const issues = [...actionIssues(rules, action, state, actor, scope, facts), ...foreseen(rules, action, scope)];
      return {
        name: action.name, label: action.label, allowed: issues.length === 0, issues,
        form: action.inputs.filter((input) => input.when(scope)).map((input) => formInput(rules, input, state, scope)),
        ...(action.schema.ends !== undefined && { ends: action.schema.ends }),
        ...(action.schema.source !== undefined && { source: wordsOf(action.schema.source) }),
        ...(action.schema.note !== undefined && { note: wordsOf(action.schema.note) }),
      };
    });

/** What only follows from the other side of a link is offered to nobody. */
const onlyByItself = (action: ActionRule): boolean => action.by.every((doer) => typeof doer === 'object' && 'link' in doer);

/**
 * What an ending action would run into whatever is filled in: requirements of its ending that read nothing which the action itself
 * brings about. The others are decided when it is taken.
 */
const foreseen = (rules: Rules, action: ActionRule, scope: Scope): Issue[] => {
  const ending = action.schema.ends === undefined ? undefined : rules.endings.get(action.schema.ends);
  if (ending === undefined) return [];
  return endingIssues(rules, ending, scope).filter((one) => {
    if (one.code === 'ending.unanswered') return !leavesAnswer(rules, action);
    const requirement = one.code === 'ending.requirement' ? ending.requires.find(({ name }) => name === one.params.requirement) : undefined;
    return requirement !== undefined && !bringsAbout(action, requirement);
  });
};

const leavesAnswer = (rules: Rules, action: ActionRule): boolean =>
  Object.keys(action.schema.leaves ?? {}).some((record) => rules.method.records?.[record]?.serves !== undefined);

/** Does the action change something that the requirement, or the condition under which it applies, reads? */
const bringsAbout = (action: ActionRule, requirement: EndingRule['requires'][number]): boolean => {
  const { schema } = action;
  const { reads } = requirement;
  const touched = (names: ReadonlySet<string> | ReadonlyMap<string, unknown>, by: object | undefined): boolean => Object.keys(by ?? {}).some((name) => names.has(name));
  return touched(reads.fields, schema.takes) || touched(reads.records, schema.leaves) || touched(reads.answers, schema.answers)
    || touched(reads.asks, schema.asks) || touched(reads.asks, schema.replies) || touched(reads.clocks, schema.clocks)
    || reads.actions.has(action.name) || (schema.to !== undefined && reads.caseFacts.has('step')) || (schema.raises === true && reads.caseFacts.has('holder'))
    || schema.withdraws === true || schema.links !== undefined || schema.spawns !== undefined;
};

/** An input as the form shows it: what it stands at now, or what the rules propose. */
export const formInput = (rules: Rules, input: InputRule, state: CaseState | undefined, scope: Scope): FormInput => {
  const { goes, when: _when, personal: _personal, templates, ...shown } = input;
  if (goes.to === 'record' && 'drafts' in goes) {
    const offered = (templates ?? []).filter(({ when }) => when(scope));
    return { ...shown, options: offered.map(({ name, label, say }) => ({ name, label, text: fillTemplate(rules, say, scope) })) };
  }
  if (goes.to === 'withdrawal') {
    const options = (state?.records ?? []).filter((record) => !record.withdrawn).map((record) => ({ name: record.id, label: recordLabel(rules, record) }));
    return { ...shown, kind: 'choice', options };
  }
  if (goes.to === 'link' && state) {
    // From where this one stands, only the other side can be chosen.
    const schema = rules.method.links?.[goes.link];
    const side = schema && sideOf(schema, state.kind);
    return schema && side ? { ...shown, kinds: kindsBeyond(schema, side) } : shown;
  }
  const stands = state?.fields[input.name];
  const value = goes.to === 'field' ? stands !== undefined && input.personal ? masked(stands) : stands : goes.to === 'answer' ? proposed(rules, input.name, scope) : undefined;
  return value === undefined ? shown : { ...shown, value };
};

const proposed = (rules: Rules, classification: string, scope: Scope): string | undefined => {
  const outcome = rules.tables.get(classification)?.(scope);
  return outcome?.kind === 'answer' ? outcome.is : undefined;
};

const recordLabel = (rules: Rules, record: CaseState['records'][number]): FormInput['label'] => {
  const label = wordsOf(rules.method.records?.[record.name]?.label ?? record.name);
  const when = rules.time.formatMoment(record.at);
  const [first] = Object.entries(record.values);
  const isPersonal = first !== undefined && rules.method.records?.[record.name]?.fields?.[first[0]]?.personal;
  const text = first === undefined || isPersonal ? { zh: '', en: '' } : textOf(rules, { record: record.name, show: first[0] }, first[1]);
  return { zh: `${label.zh} ${when} ${text.zh}`.trim(), en: `${label.en} ${when} ${text.en}`.trim() };
};
