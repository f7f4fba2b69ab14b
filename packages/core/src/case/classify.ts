import { issue } from '../issues/issue.ts';
import type { Issue } from '../issues/issue.ts';
import { wordsOf } from '../method/words.ts';
import type { Scope } from '../rules/reading.ts';
import type { TableOutcome } from '../rules/index.ts';
import type { Draft } from './draft.ts';
import type { Answer, Signature } from './messages.ts';
import type { GivenInput } from './read-inputs.ts';
import type { AnswerRule } from './rules.ts';

/** Answers the classifications of an action, each reading what those before it answered. */
export const classify = (draft: Draft, answers: readonly AnswerRule[], inputs: readonly GivenInput[], scope: Scope, by: Signature, issues: Issue[]): void => {
  for (const { name, happening, schema, table } of answers) {
    const given = givenFor(inputs, name);
    const proposed = table?.(scope);
    const answer = schema.by !== 'table' && given !== undefined
      ? { is: given, by, at: draft.on.at, ...proposal(proposed) }
      : proposed === undefined ? undefined : fromTable(schema, proposed, draft.on.at, issues);
    if (answer === undefined) continue;
    draft.apply({ type: 'answer', name, answer });
    draft.happened(happening);
  }
};

const givenFor = (inputs: readonly GivenInput[], name: string): string | undefined => {
  for (const { input, value } of inputs) if (input.goes.to === 'answer' && input.name === name) return value as string;
  return undefined;
};

/** What the rules had proposed stays beside what the person decided. */
const proposal = (outcome: TableOutcome | undefined): Partial<Answer> =>
  (outcome?.kind === 'answer' ? { ...(outcome.is !== undefined && { proposed: outcome.is }), trace: outcome.trace } : {});

const fromTable = (schema: Classification, outcome: TableOutcome, at: number, issues: Issue[]): Answer | undefined => {
  switch (outcome.kind) {
    case 'answer': {
      const { rule, is, outputs, trace } = outcome;
      return { ...(is !== undefined && { is }), ...(outputs && { outputs }), rule, at, trace };
    }
    case 'answers': return { all: outcome.all, rule: outcome.rules.join(','), at, trace: outcome.trace };
    case 'none':
      issues.push(issue('classification.no-rule', ['answers'], { classification: wordsOf(schema.label) }));
      return undefined;
    case 'several':
      issues.push(issue('classification.several-rules', ['answers'], { classification: wordsOf(schema.label), rules: outcome.rules }));
      return undefined;
    default: return outcome satisfies never;
  }
};

type Classification = AnswerRule['schema'];
