import type { Issue, Words } from '../issues/issue.ts';
import type { Duty } from '../norms/index.ts';
import type { NormPeriod } from './store-port.ts';

export type { Duty, NormPeriod };

/** What a norm has come to in one period, member by member: still running, or closed and written. */
export interface NormTable {
  readonly name: string;
  readonly label: Words;
  readonly period: string;
  readonly min: number;
  readonly max?: number;
  readonly rows: readonly NormRow[];
}
export interface NormRow {
  readonly of: string;
  readonly label: Words;
  readonly unit: string;
  readonly count: number;
  readonly met: boolean;
  /** Its period is over and this is on record. */
  readonly closed: boolean;
}

/** A list that was issued: its rows as they were then, for ever. */
export interface IssuedList {
  readonly id: string;
  readonly ledger: string;
  readonly label: Words;
  readonly period?: string;
  readonly unit: string;
  readonly at: number;
  readonly by?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What became, or would become, of one case that is moved to a newer version. */
export interface MoveResult {
  readonly id: string;
  readonly from: string;
  readonly ok: boolean;
  readonly issues: readonly Issue[];
  readonly step?: { readonly from: string; readonly to: string };
  /** Clocks that the move touches: made void, renamed, or reckoned anew. */
  readonly clocks: readonly string[];
  /** Asks that it withdraws. */
  readonly asks: readonly string[];
}

/** A case that a report may be a repetition of. */
export interface Similar { readonly link: string; readonly label: Words; readonly id: string; readonly title?: string; readonly stands?: Words; readonly opened: number }
