/** Which rules a decision table tried, in order, and why those that did not match did not. Plain JSON: it is kept in the event. */
export interface RuleTrace {
  /** The rule that matched; several with `collect`; none when no rule answered. */
  readonly hit: readonly string[];
  /** For each rule tried that did not match, the first part of its condition that was false, as a path into `when`. */
  readonly missed: readonly { readonly rule: string; readonly at: readonly (string | number)[] }[];
}
