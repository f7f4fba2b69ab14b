import { HttpError } from 'react-admin';
import type { Issue, Problem, Words } from './wire.ts';

/** What a refusal says: one sentence per field that has one, and every other sentence. */
export interface Refusal { readonly fields: Readonly<Record<string, string>>; readonly sentences: readonly string[]; readonly status: number }

/**
 * Reads a refusal. A sentence about an input of the form belongs at that input; the rest stand above the buttons.
 * Undefined when there was no answer at all: then nobody knows whether it was done, and the same key may be sent again.
 */
export function refusalOf(error: unknown, inputs: readonly string[], inWords: (words: Words) => string): Refusal | undefined {
  if (!(error instanceof HttpError)) return undefined;
  const problem = (error.body ?? {}) as Problem;
  const issues = problem.issues ?? [];
  const fields: Record<string, string> = {};
  for (const [name, sentence] of Object.entries(problem.errors ?? {})) if (inputs.includes(name) && typeof sentence === 'string') fields[name] = sentence;
  const sentences: string[] = [];
  for (const issue of issues) {
    const input = inputOf(issue, inputs);
    if (input) fields[input] ??= inWords(issue);
    else if (!sentences.includes(inWords(issue))) sentences.push(inWords(issue));
  }
  if (issues.length === 0 && Object.keys(fields).length === 0) sentences.push(problem.message ?? error.message);
  return { fields, sentences, status: error.status };
}

const inputOf = ({ path }: Issue, inputs: readonly string[]): string | undefined =>
  [path.join('.'), ...path.map(String).reverse()].find((part) => inputs.includes(part));
