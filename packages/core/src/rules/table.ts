import type { Words } from '../issues/issue.ts';

/** Which rules a decision table tried, in order, and why those that did not match did not. Plain JSON: it is kept in the event. */
export interface RuleTrace {
  /** The rule that matched; several with `collect`; none when no rule answered. */
  readonly hit: readonly string[];
  /** For each rule tried that did not match, the first part of its condition that was false, as a path into `when`. */
  readonly missed: readonly { readonly rule: string; readonly at: readonly (string | number)[] }[];
}

/**
 * What a decision table concludes. `answer`: one rule (its answer, or its outputs); `answers`: all that match, in order, with `collect`,
 * which may be none; `none`: no rule answered; `several`: more than one matched where only one may (`unique`), for the caller to refuse.
 */
export type TableOutcome =
  | { readonly kind: 'answer'; readonly rule: string; readonly is?: string; readonly outputs?: Readonly<Record<string, Words>>; readonly trace: RuleTrace }
  | { readonly kind: 'answers'; readonly rules: readonly string[]; readonly all: readonly string[]; readonly trace: RuleTrace }
  | { readonly kind: 'none'; readonly trace: RuleTrace }
  | { readonly kind: 'several'; readonly rules: readonly string[]; readonly trace: RuleTrace };
