import type { Words } from '../issues/issue.ts';

/** A ledger as it stands: columns in their order, rows in theirs. */
export interface LedgerTable {
  readonly name: string;
  readonly label: Words;
  readonly period?: string;
  /** `personal`: its values are personal data, and stand masked in the cells. */
  readonly columns: readonly { readonly name: string; readonly label: Words; readonly personal?: true }[];
  readonly rows: readonly LedgerRow[];
  /** How many rows there are, where a page of them was asked for. */
  readonly total?: number;
}

export interface LedgerRow {
  /** The case or subject that the row is, or belongs to. */
  readonly id: string;
  /** The row's own: several records of one case are several rows. */
  readonly key: string;
  readonly cells: readonly Words[];
  readonly values: readonly unknown[];
}

/** What a metric came to. A count has only `count`; a rate also `of` and, of one or more, `share`; a measure counts what was measured. */
export interface Figure {
  readonly count: number;
  readonly of?: number;
  readonly share?: number;
  /** The count, share, measure or score; none of an empty rate or average, and where a score divides by zero. */
  readonly value?: number;
  /** The same exactly: `2/3`. */
  readonly fraction?: string;
}

/** One group of a metric: `value` is what its members have in common, `figure` what they come to. */
export interface MetricGroup extends Omit<Figure, 'value'> {
  readonly value: string;
  readonly label: Words;
  readonly figure?: number;
  /** The cases behind what was counted, where they were asked for. */
  readonly ids?: readonly string[];
  /** What it came to with those that are exempt. */
  readonly raw?: Figure;
  /** From 1; who comes to the same has the same rank. */
  readonly rank?: number;
}

export interface MetricValue extends Figure {
  readonly name: string;
  readonly label: Words;
  readonly period?: string;
  readonly asOf: string;
  /** The cases behind what was counted, where they were asked for. */
  readonly ids?: readonly string[];
  /** What it came to with those that are exempt. */
  readonly raw?: Figure;
  /** What a length of time is measured in. */
  readonly in?: TimeUnit;
  readonly groups?: readonly MetricGroup[];
  readonly previous?: Figure;
  /** Since the period before. */
  readonly change?: 'rising' | 'falling' | 'level';
  readonly wanted?: 'rising' | 'falling';
  readonly target?: { readonly min?: number; readonly max?: number; readonly met: boolean };
}

export type TimeUnit = 'minutes' | 'hours' | 'days' | 'working-hours' | 'working-days';
