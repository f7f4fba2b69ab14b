import { issueText } from '../issues/issue-text.ts';
import type { LooseMethod } from '../method/method-types.ts';
import type { Method } from '../method/method-schema.ts';
import { parseMethod, type Finding } from './parse-method.ts';

/** A method that does not hold together was handed to a program that wants to run it. `findings` says everything that is wrong. */
export class InvalidMethodError extends Error {
  override readonly name = 'InvalidMethodError';

  constructor(id: string, readonly findings: readonly Finding[]) {
    super([`Method "${id}" does not hold together:`, ...findings.map((found) => `  ${found.pointer}  ${issueText(found).en}  ${issueText(found).zh}`)].join('\n'));
  }
}

const checked = new WeakMap<object, Method>();

/** The method, checked and normalized: once for each object, however many engines run it. Throws `InvalidMethodError`: only a broken program gets here. */
export const loadMethod = (method: LooseMethod): Method => {
  const known = checked.get(method);
  if (known) return known;
  const parsed = parseMethod(method);
  if (!parsed.ok) throw new InvalidMethodError(method.id, parsed.issues.filter((found) => found.severity === 'error'));
  checked.set(method, parsed.value).set(parsed.value, parsed.value);
  return parsed.value;
};
