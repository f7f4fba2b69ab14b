import { match } from 'ts-pattern';
import { issue } from '../issues/issue.ts';
import type { Issue } from '../issues/issue.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import type { Scope } from '../rules/reading.ts';
import type { TableOutcome } from '../rules/index.ts';
import type { InputRule } from './compile-inputs.ts';
import type { Draft } from './draft.ts';
import type { Answer, Signature, Value } from './messages.ts';
import type { ActionRule, Rules } from './rules.ts';

/** Answers the classifications of an action, in the order in which the method lists them, so that a later table can read an earlier answer. */
export const classify = (
  rules: Rules, draft: Draft, answers: ActionRule['schema']['answers'], inputs: ReadonlyMap<InputRule, Value>, scope: () => Scope, by: Signature,
): Issue[] => {
  if (answers === undefined) return [];
  const issues: Issue[] = [];
  for (const [name, schema] of Object.entries(rules.method.classifications ?? {})) {
    if (!Object.hasOwn(answers, name)) continue;
    const given = givenFor(inputs, name);
    const proposed = rules.tables.get(name)?.(scope());
    const answer = schema.by !== 'table' && given !== undefined
      ? { is: given, by, at: draft.on.at, ...proposal(proposed) }
      : proposed === undefined ? undefined : fromTable(schema, proposed, draft.on.at, issues);
    if (answer === undefined) continue;
    draft.apply({ type: 'answer', name, answer });
    draft.happened(`answer:${name}`);
  }
  return issues;
};

const givenFor = (inputs: ReadonlyMap<InputRule, Value>, name: string): string | undefined => {
  for (const [input, value] of inputs) if (input.goes.to === 'answer' && input.name === name) return value as string;
  return undefined;
};

/** What the rules had proposed stays beside what the person decided. */
const proposal = (outcome: TableOutcome | undefined): Partial<Answer> =>
  (outcome?.kind === 'answer' ? { ...(outcome.is !== undefined && { proposed: outcome.is }), trace: outcome.trace } : {});

const fromTable = (schema: Classification, outcome: TableOutcome, at: number, issues: Issue[]): Answer | undefined =>
  match(outcome)
    .returnType<Answer | undefined>()
    .with({ kind: 'answer' }, ({ rule, is, outputs, trace }) => ({ ...(is !== undefined && { is }), ...(outputs && { outputs }), rule, at, trace }))
    .with({ kind: 'answers' }, ({ rules, all, trace }) => ({ all, rule: rules.join(','), at, trace }))
    .with({ kind: 'none' }, () => {
      issues.push(issue('classification.no-rule', ['answers'], { classification: wordsOf(schema.label) }));
      return undefined;
    })
    .with({ kind: 'several' }, ({ rules }) => {
      issues.push(issue('classification.several-rules', ['answers'], { classification: wordsOf(schema.label), rules }));
      return undefined;
    })
    .exhaustive();

type Classification = NonNullable<Method['classifications']>[string];
