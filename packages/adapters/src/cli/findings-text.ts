import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { findingText, locate } from '@bihuan/core';
import type { Finding, Words } from '@bihuan/core';
import { both } from './command.ts';
import { fileOfBase } from './method-files.ts';
import { sentences } from './sentences.ts';

/** A finding as programs read it: where it stands in which file, what is wrong, how to mend it. */
export interface PlacedFinding {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly pointer: string;
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly says: Words;
  readonly mend?: Words;
}

/** Says of each finding in which file, line and column it stands: in the file itself, or in the base that it comes from. */
export const placeFindings = (path: string, text: string, findings: readonly Finding[]): PlacedFinding[] => {
  const texts = new Map<string, { file: string; text: string }>();
  const standing = (ref: string | undefined): { file: string; text: string } => {
    if (ref === undefined) return { file: path, text };
    let known = texts.get(ref);
    if (known === undefined) {
      const file = fileOfBase(ref, path);
      texts.set(ref, known = file === undefined ? { file: ref, text: '' } : { file, text: readFileSync(file, 'utf8') });
    }
    return known;
  };
  return findings.map((finding) => {
    const { file, text: inside } = standing(finding.file);
    const place = placeOf(finding, inside);
    return { file, ...place, pointer: finding.pointer, code: finding.code, severity: finding.severity, says: findingText(finding), ...(finding.mend && { mend: finding.mend }) };
  });
};

/** What cannot be pointed at (a key that is missing) is shown where its parent begins. */
const placeOf = ({ path, params }: Finding, text: string): { line?: number; column?: number } => {
  if ('line' in params && params.line !== undefined) return { line: params.line, column: params.column ?? 1 };
  for (let length = path.length; length >= 0; length--) {
    const place = locate(text, path.slice(0, length));
    if (place) return place;
  }
  return {};
};

/** A finding as people read it: `file:line:column`, which editors make a link, then both sentences and the mend. */
export const findingLines = ({ file, line, column, pointer, code, severity, says, mend }: PlacedFinding, cwd: string): string => {
  const near = relative(cwd, file);
  const place = `${near.startsWith('..') ? file : near}${line === undefined ? '' : `:${line}:${column}`}`;
  return [
    `${place}  ${both(sentences.severities[severity])}  ${code}  ${pointer}`, `  ${says.zh}`, `  ${says.en}`, ...(mend ? [`  → ${both(mend)}`] : []), '',
  ].join('\n');
};
