import { randomUUID } from 'node:crypto';
import type { FileRef, Result } from '@bihuan/core';
import type { FileIssue } from '../files/file-issues.ts';
import { isFileRef, refsIn } from '../files/refs-in.ts';
import { claimOf } from '../files/store-with-files.ts';
import type { ApiOptions } from './api-options.ts';
import { Refusal } from './problem.ts';

/** The reference to a file of this hash, wherever it stands in what happened; the last one, as it may have been given another name. */
export const refIn = (value: unknown, hash: string): FileRef | undefined => refsIn(value).findLast((ref) => ref.hash === hash);

/**
 * The engine as the API asks it where files are kept: what a command refers to has to lie there, of that size and type, and is claimed
 * before the command; a command that is refused gives it back, of one that is done the case has it. What nobody knows the end of keeps its
 * claims: better a file too many.
 */
export function holdingFiles(options: ApiOptions): ApiOptions {
  const { engine, files } = options;
  if (files === undefined) return options;
  const held = async <T extends { readonly id: string }>(inputs: Readonly<Record<string, unknown>>, work: () => Promise<Result<T>>): Promise<Result<T>> => {
    const refs = Object.entries(inputs).flatMap(([input, value]) => (Array.isArray(value) ? value.filter(isFileRef).map((ref) => ({ input, ref })) : []));
    if (refs.length === 0) return work();
    const by = randomUUID();
    const issues: FileIssue[] = [];
    for (const { input, ref } of refs) {
      const claimed = await files.claim(engine.tenant, ref, by);
      if (!claimed.ok) issues.push(...claimed.issues.map((issue) => ({ ...issue, path: [input] })));
    }
    const giveBack = async (): Promise<void> => { for (const { ref: { hash } } of refs) await files.release(engine.tenant, hash, by); };
    if (issues.length > 0) {
      await giveBack();
      throw new Refusal(issues);
    }
    const result = await work();
    if (result.ok) {
      for (const { ref } of refs) await files.claim(engine.tenant, ref, claimOf(result.value.id));
      await giveBack();
    } else if (!result.issues.some(({ code }) => code.startsWith('store.'))) await giveBack();
    return result;
  };
  return {
    ...options,
    engine: {
      ...engine,
      open: (input, context) => held(input.fields ?? {}, () => engine.open(input, context)),
      act: (id, action, input, context) => held(input, () => engine.act(id, action, input, context)),
    },
  };
}
