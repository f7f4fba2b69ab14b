import type { FollowUp } from '../case/follow-up.ts';
import type { CaseEvent, CaseState } from '../case/messages.ts';
import type { Count, NormPeriod } from '../norms/index.ts';
import type { CaseEntries, EntryBook } from './entries-port.ts';
import type { Outbox } from './outbox-port.ts';

export type { Count, FollowUp, NormPeriod };

/** One row of the list: the projection that lists, filters and counts read. Written with the events, never by hand. */
export interface CaseRow {
  readonly id: string;
  readonly method: string;
  readonly kind: string;
  readonly source: string;
  readonly step: string;
  readonly ending: string | null;
  readonly outcome: string | null;
  readonly home: string;
  readonly holder: string;
  readonly opened: number;
  readonly ended: number | null;
  /** The nearest due time of a running hard clock, and when its warning light comes on. */
  readonly due: number | null;
  readonly warn: number | null;
  /** Whether a hard clock has been broken, ever, and whether one is overdue now. */
  readonly broken: boolean;
  /** The next instant at which something happens by itself. */
  readonly next: number | null;
  readonly version: number;
  /** Text that free search looks in. */
  readonly search: string;
  /** Home and the units above it: a unit's list is a look-up. */
  readonly within: readonly string[];
  /** A unit, a post or an entry of a register instead of a case: in no list of cases. */
  readonly subject: boolean;
  /** Declared fields, classification answers and other facts that lists filter or sort on, by name: `field.goal`, `answer.class`, `clock.close`. */
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
  /** Who is awaited now: one row each. */
  readonly awaited: readonly AwaitedRow[];
}

/** Somebody from whom something is awaited: a person; a role at a unit; a unit without a role is anybody there. */
export interface AwaitedRow { readonly what: string; readonly person?: string; readonly role?: string; readonly unit?: string }

/** One condition of a list: on a column of the row (`due`) or on one of its values by its bare name (`field.goal`). Compared as text, number or boolean, whichever both are. */
export interface Filter {
  readonly on: string;
  readonly op: 'is' | 'not' | 'in' | 'min' | 'max' | 'above' | 'below' | 'like' | 'known';
  readonly value: string | number | boolean | null | readonly (string | number | boolean)[];
}

/** Which cases, in which order, which stretch of them. */
export interface CaseQuery {
  /** Cases (default) or subjects. */
  readonly of?: 'cases' | 'subjects';
  readonly where?: readonly Filter[];
  readonly search?: string;
  /** Only cases at home in this unit or below. */
  readonly within?: string;
  /** Only cases that await this person, or one of these roles over the unit. */
  readonly awaits?: AwaitsFilter;
  /** Only cases in which this person has acted. */
  readonly actedBy?: string;
  readonly sort?: readonly { readonly by: string; readonly order: 'asc' | 'desc' }[];
  /** Only what stands behind this place in the order: a page goes on where the last one ended, however deep, and whatever has come or gone before it. */
  readonly after?: Place;
  /** Offset and limit; without a limit, all. */
  readonly offset?: number;
  readonly limit?: number;
}
/** A place in an order: what the query sorts by, as the last row seen has it, and that row's id. */
export interface Place { readonly by: readonly (string | number | boolean | null)[]; readonly id: string }
export interface AwaitsFilter { readonly person: string; readonly posts: readonly { readonly role: string; readonly unit: string }[] }

/** What one command leaves: all of it is written, or nothing. */
export interface Batch {
  readonly tenant: string;
  /** The case that the command is about, then every case that it opens. */
  readonly writes: readonly [CaseWrite, ...CaseWrite[]];
  /** What norms count by it; one whose most would be passed refuses the whole batch. */
  readonly counts?: readonly Count[];
  /** What follows in other cases: commands of their own, kept until they are done. */
  readonly follows?: readonly FollowUp[];
  /** Personal values that lie beside the events. */
  readonly personal?: readonly PersonalRow[];
  /** Cases whose personal values are erased: all those that lie there before this batch. */
  readonly erased?: readonly string[];
  readonly key?: KeyEntry;
}

/** One personal value of a case: its reference in the events, and its JSON text. */
export interface PersonalRow { readonly caseId: string; readonly ref: string; readonly value: string }

/** The events of one case, and what they make of it. */
export interface CaseWrite {
  readonly caseId: string;
  /** The version that was read; 0 for a case that does not exist yet. */
  readonly expected: number;
  readonly events: readonly CaseEvent[];
  readonly state: CaseState;
  readonly row: CaseRow;
  /** What the queries of its method find in it. Without, the case is one that was written by other queries. */
  readonly entries?: CaseEntries;
}

/** An idempotency key with a digest of its command and what came of it. */
export interface KeyEntry { readonly key: string; readonly digest: string; readonly outcome: string }

export type Appended =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'version'; readonly caseId: string; readonly actual: number }
  | { readonly ok: false; readonly why: 'count'; readonly count: Count }
  | { readonly ok: false; readonly why: 'key'; readonly entry: KeyEntry }
  | { readonly ok: false; readonly why: 'busy' };

/**
 * Where cases are kept. Every adapter keeps every promise of the published contract (`@bihuan/adapters/contract`).
 * Each call names its tenant; no call crosses tenants. Expected outcomes are values; only a broken store throws.
 */
export interface CaseStore extends Outbox, EntryBook {
  /** The state as last written, or undefined; in place of personal values, their references. */
  read(tenant: string, caseId: string): Promise<CaseState | undefined>;
  /** The same with the personal values that lie beside it, by reference: in one round trip where the database is elsewhere. */
  readWhole(tenant: string, caseId: string): Promise<{ readonly state: CaseState; readonly personal: ReadonlyMap<string, string> } | undefined>;
  /** The personal values of these cases, by case and reference; none for a case that has none. */
  personal(tenant: string, caseIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>>;
  /** Cases beside which this very value lies, by id: for whoever asks what is kept of him. Reads the tenant's personal values. */
  holding(tenant: string, value: string): Promise<readonly string[]>;
  /** Cases under this method (`id@version`) that ended at or before then and beside which personal values still lie. */
  holdingSince(tenant: string, query: { readonly method: string; readonly ended: number; readonly limit: number }): Promise<readonly string[]>;
  /** Writes events, states, rows, counts, follow-ups, key and what consumers are to be told in one transaction, if each version is still the expected one and no count passes its most. */
  append(batch: Batch): Promise<Appended>;
  /** Keeps the outcome of a command that was refused and so wrote no events; no-op if there already, or while the store is busy: it would be refused again. */
  remember(tenant: string, entry: KeyEntry): Promise<void>;
  /** What became of the command with this key. */
  recall(tenant: string, key: string): Promise<KeyEntry | undefined>;
  /** The events of a case in order. */
  history(tenant: string, caseId: string, after?: number): Promise<readonly CaseEvent[]>;
  /** Cases in which something happens by itself at or before `until`, earliest first, ties by id. */
  due(tenant: string, until: number, limit: number): Promise<readonly { readonly caseId: string; readonly at: number }[]>;
  list(tenant: string, query: CaseQuery): Promise<{ readonly rows: readonly CaseRow[]; readonly total: number }>;
  count(tenant: string, query: CaseQuery): Promise<number>;
  /** The states of the cases that a query finds, in its order: for ledgers and metrics. */
  states(tenant: string, query: CaseQuery): AsyncIterable<CaseState>;
  /** What a norm has counted, by whom it is of: for one period, or for those of whom it is asked. */
  counts(tenant: string, norm: string, period: string, of?: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Keeps what closed periods came to; one that is there already stays as it is. False while the store is busy: then nothing was written. */
  closePeriods(tenant: string, periods: readonly NormPeriod[]): Promise<boolean>;
  /** Closed periods of a norm, in order of period, then of whom. */
  closedPeriods(tenant: string, query: { readonly norm: string; readonly period?: string; readonly of?: string; readonly met?: boolean }): Promise<readonly NormPeriod[]>;
  /** When the last closed period of a norm ended; nothing where none is closed. Costs the same however many there are. */
  lastClosed(tenant: string, norm: string): Promise<number | undefined>;
  /** Follow-ups that are not done yet, oldest first. */
  followUps(tenant: string, limit: number): Promise<readonly FollowUp[]>;
  /** A follow-up has been done, or refused for good; while the store is busy it stays, and is found done by its id. */
  followed(tenant: string, id: string): Promise<void>;
  /** Next number of a tenant's sequence of this name, from 1: for ids and tracking numbers. Nothing while the store is busy. */
  next(tenant: string, sequence: string): Promise<number | undefined>;
  close(): Promise<void>;
}
