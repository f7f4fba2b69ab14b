import type { Duration } from './duration.ts';

/** A moment: epoch milliseconds, UTC. Inside the core moments are numbers; at its edges they are ISO 8601 with an offset. */
export type Instant = number;

/** A calendar day in the method's time zone, `YYYY-MM-DD`. */
export type Day = string;

/** A time of day in the method's time zone, `HH:MM` (24:00 allowed as an end). */
export type TimeOfDay = string;

/**
 * When a limit ends. `at` is the last instant that is still in time (民法典 203: the last day ends at 24:00, so `at` is the
 * midnight that ends it, or the close of business). `day` is there when the limit was reckoned in days: then the day is what counts.
 */
export interface Due {
  readonly at: Instant;
  readonly day?: Day;
  /** The arrangement of a year that the limit runs through is not known yet (国务院 has not published it): the day may still move. */
  readonly provisional?: true;
}

/** How one clock reads time. A method sets defaults once; each clock may say otherwise. 《民法典》第二百条至第二百零四条 is the default. */
export interface TimePolicy {
  /** Does the day that the limit starts on count as its first? Default no (第二百零一条). */
  readonly countStart: boolean;
  /** Days and months run from moment to moment instead of by whole days. Default no. */
  readonly moment: boolean;
  /** Where the last day ends: at midnight (default), at the office's close that day, or at a time of day. */
  readonly ends: 'midnight' | 'office' | TimeOfDay;
  /** A last day (natural days, weeks, months, years) that is a rest day: `next` working day (default, 第二百零三条) or `stay`. */
  readonly restDay: 'next' | 'stay';
  /** A hold on days leaves out whole days, first and last included (default), or is exact to the moment. Hours are always exact. */
  readonly hold: 'whole-days' | 'exact';
}

/** What a limit is: so long; a day that somebody set; the end of the period in which it starts; or none (measured, never overdue). */
export type Limit =
  | { readonly kind: 'duration'; readonly duration: Duration }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'instant'; readonly at: Instant }
  | { readonly kind: 'end-of'; readonly period: Period }
  | { readonly kind: 'none' };

export type Period = 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year';

/** When something began. `day` is the day it belongs to, where that is not the day of `at` (what happens by itself at 24:00 belongs to the day that ends). */
export interface Start {
  readonly at: Instant;
  readonly day?: Day;
}

/** A stretch that does not count. No `to`: it is still held. */
export interface Hold {
  readonly from: Instant;
  readonly to?: Instant;
  readonly reason?: string;
  /** Which of the clock's holds it is; by hand, none. */
  readonly name?: string;
}

/**
 * One extension that was granted. `from` says what it is added to: the due day before it was moved past a rest day (`unshifted`, default),
 * the due day as it stands (`due`), or the start: then `by` is the new total (`start`). `to` is a day set outright.
 */
export type Extension =
  | { readonly by: Duration; readonly from: 'unshifted' | 'due' | 'start'; readonly who?: string }
  | { readonly to: Day; readonly who?: string };

/** Everything that a due time follows from. */
export interface Reckoning {
  readonly limit: Limit;
  readonly policy: TimePolicy;
  readonly start: Start;
  readonly holds: readonly Hold[];
  readonly extensions: readonly Extension[];
}

/** One piece of the answer to "why is it due then?", in the order in which it was reckoned. */
export type Segment =
  | { readonly kind: 'start'; readonly at: Instant; readonly day: Day; readonly counted: boolean }
  | { readonly kind: 'limit'; readonly limit: Limit }
  | { readonly kind: 'elapsed'; readonly from: Instant; readonly to: Instant }
  | { readonly kind: 'working'; readonly from: Instant; readonly to: Instant }
  | { readonly kind: 'break'; readonly from: Instant; readonly to: Instant }
  | { readonly kind: 'days'; readonly from: Day; readonly to: Day; readonly count: number }
  | { readonly kind: 'rest'; readonly from: Day; readonly to: Day; readonly name?: { readonly zh: string; readonly en: string } }
  | { readonly kind: 'make-up'; readonly day: Day; readonly name?: { readonly zh: string; readonly en: string } }
  | { readonly kind: 'hold'; readonly from: Instant; readonly to?: Instant; readonly days?: number; readonly reason?: string }
  | { readonly kind: 'extension'; readonly extension: Extension; readonly to: Due }
  | { readonly kind: 'moved'; readonly from: Day; readonly to: Day; readonly name?: { readonly zh: string; readonly en: string } }
  | { readonly kind: 'backwards'; readonly base: Due; readonly by: Duration }
  | { readonly kind: 'provisional'; readonly year: number }
  | { readonly kind: 'end'; readonly due: Due };
