import { issue } from '../issues/issue.ts';
import type { Issue, Words } from '../issues/issue.ts';
import { wordsOf } from '../method/words.ts';
import type { Scope } from '../rules/reading.ts';
import { clockIssues } from './clock-issues.ts';
import type { Actor, CaseState, Facts } from './messages.ts';
import { askRepliedTo, signatureFor } from './posts.ts';
import type { ActionRule, Rules } from './rules.ts';
import { isOpen } from './run-clocks.ts';

/**
 * Everything that stands against this person taking this action now, whatever the inputs. Empty: it may be taken. `signed`: the signature
 * under which this person may (`signatureFor`), which a decision needs again.
 */
export const actionIssues = (
  rules: Rules, action: ActionRule, state: CaseState, actor: Actor, scope: Scope, facts: Facts, signed = signatureFor(action.by, actor, state, facts),
): Issue[] => {
  const issues = placeIssues(rules, action, state);
  if (signed === undefined) {
    issues.push(issue('action.not-yours', ['action'], { action: action.label, who: doersOf(rules, action) }));
  }
  if (!action.when(scope)) issues.push(issue('action.not-now', ['action'], { action: action.label }));
  for (const requirement of action.requires) {
    if (requirement.when(scope) && !requirement.holds(scope)) {
      issues.push(issue('action.requirement', ['requires', requirement.name], { requirement: requirement.name, say: requirement.say }));
    }
  }
  for (const { ask: name, optional } of action.replies) {
    // To whoever may not act at all it is enough to say so.
    const open = signed === undefined ? state.asks.find((ask) => ask.name === name && isOpen(ask)) : askRepliedTo(name, action.by, actor, state, facts);
    if (!optional && open === undefined) {
      issues.push(issue('ask.none-open', ['replies', name], { ask: wordsOf(rules.method.asks?.[name]?.label ?? name) }));
    }
  }
  for (const one of clockIssues(rules, action, state)) issues.push(one);
  return issues;
};

/** Is the case where the action can be taken: its kind, its step, before or after its end? */
const placeIssues = (rules: Rules, action: ActionRule, state: CaseState): Issue[] => {
  if (action.schema.opens !== undefined) {
    const opening = state.version === 0 && Object.keys(state.done).length === 0;
    return opening && action.schema.opens === state.kind ? [] : [issue('action.not-opening', ['action'], { action: action.label })];
  }
  if (!isFor(rules, action, state.kind)) return [issue('action.wrong-kind', ['action'], { action: action.label, kind: kindLabel(rules, state.kind) })];
  if (state.ended) {
    return action.after.has(state.ended.ending) ? [] : [issue('case.ended', ['action'], { ending: rules.endings.get(state.ended.ending)?.label ?? wordsOf(state.ended.ending) })];
  }
  if (action.after.size > 0 && !action.from) return [issue('case.not-ended', ['action'], { action: action.label })];
  if (action.from && !action.from.has(state.step)) {
    return [issue('action.wrong-step', ['action'], { action: action.label, step: stepLabel(rules, state.step), allowed: [...action.from].map((step) => stepLabel(rules, step)) })];
  }
  return [];
};

/** Is the action one for cases of this kind, or on this subject? */
export const isFor = (rules: Rules, action: ActionRule, kind: string): boolean =>
  (action.schema.on !== undefined ? action.schema.on === kind : rules.method.kinds[kind] !== undefined && (action.kinds?.has(kind) ?? true));

/** The word for what a log is about: a kind of case, or a subject. */
export const kindLabel = (rules: Rules, kind: string): Words => wordsOf((rules.method.kinds[kind] ?? rules.method.subjects?.[kind])?.label ?? kind);

const stepLabel = (rules: Rules, step: string): Words => wordsOf(rules.method.steps[step]?.label ?? step);

/** Who could: the roles and asks that the action names, in words. */
export const doersOf = (rules: Rules, action: ActionRule): Words[] =>
  action.by.map((doer) => {
    if (typeof doer === 'string') return wordsOf(rules.method.roles[doer]?.label ?? doer);
    if ('role' in doer) return wordsOf(rules.method.roles[doer.role]?.label ?? doer.role);
    if ('ask' in doer) return askedWords(rules, doer.ask);
    if ('link' in doer) return wordsOf(rules.method.links?.[doer.link]?.label ?? doer.link);
    return { zh: '诉求人', en: 'the reporter' };
  });

/** Whoever was asked, with the role that is asked where the method names one: 核验（村务监督员）. */
const askedWords = ({ method }: Rules, name: string): Words => {
  const ask = method.asks?.[name];
  const label = wordsOf(ask?.label ?? name);
  const role = ask && ('role' in ask.of ? ask.of.role : 'post' in ask.of ? ask.of.post : undefined);
  const asked = role === undefined ? undefined : wordsOf(method.roles[role]?.label ?? role);
  return asked === undefined || asked.zh === label.zh ? label : { zh: `${label.zh}（${asked.zh}）`, en: `${label.en} (${asked.en})` };
};
