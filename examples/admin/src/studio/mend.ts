import { type Finding, editJson, spanOf } from '@bihuan/core';

/** The text with the word that the finding proposes in place of the one that stands there; undefined where its mend is no such word. */
export function mended(text: string, { path, instead, file }: Finding): string | undefined {
  if (instead === undefined || file !== undefined) return undefined;
  const span = spanOf(text, path);
  if (span === undefined) return undefined;
  if (text[span.from] === '"') return editJson(text, path, instead);
  const key = /"(?:[^"\\]|\\.)*"(\s*:\s*)$/.exec(text.slice(0, span.from));
  return key === null ? undefined : text.slice(0, key.index) + JSON.stringify(instead) + key[1] + text.slice(span.from);
}
