import { severityOf, type FindingCode, type FindingParams, type Severity } from '../issues/finding-params.ts';
import { findingsEn } from '../issues/findings.en.ts';
import { findingsZh } from '../issues/findings.zh.ts';
import type { Words } from '../issues/issue.ts';

export type Path = readonly (string | number)[];

/** Something found in a method: an issue with its weight, a JSON pointer into the file in which the value stands, and where possible the mend. */
export type Finding<C extends FindingCode = FindingCode> = {
  readonly [K in C]: {
    readonly code: K;
    readonly path: Path;
    readonly params: FindingParams[K];
    readonly severity: Severity;
    readonly pointer: string;
    /** The base in which it stands, `id@version`; absent: the file that was given. */
    readonly file?: string;
    readonly mend?: Words;
    /** The word to write instead, where the mend is one. */
    readonly instead?: string;
  };
}[C];

/** How a finding can be mended: a word to write instead, or a sentence. */
export type Mend = string | Words | undefined;

/** Builds a finding; its params are checked against its code. */
export function finding<C extends FindingCode>(code: C, path: Path, params: FindingParams[C], mend?: Mend): Finding {
  return {
    code, path: [...path], params, severity: severityOf(code), pointer: pointerOf(path),
    ...(mend === undefined ? {} : typeof mend === 'string' ? { mend: didYouMean(mend), instead: mend } : { mend }),
  } as unknown as Finding;
}

/** The sentence of a finding in both languages, without its mend. */
export function findingText({ code, params }: Finding): Words {
  const zh = findingsZh[code] as (p: unknown) => string;
  const en = findingsEn[code] as (p: unknown) => string;
  return { zh: zh(params), en: en(params) };
}

/** A path as a JSON pointer (RFC 6901). */
export const pointerOf = (path: Path): string => path.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');

const didYouMean = (word: string): Words => ({ zh: `是否想写“${word}”？`, en: `Did you mean "${word}"?` });
