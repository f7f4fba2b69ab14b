import type { CaseEntries } from '../queries/entry-rules.ts';
import type { Entry } from '../queries/entries.ts';

export type { CaseEntries, Entry };

/** Which entries: of one query, in these days (all, without), of cases in whose place this stands. */
export interface EntriesWanted {
  readonly query: string;
  /** Both included. What counts in every period has the empty day. */
  readonly days?: { readonly first: string; readonly last: string };
  readonly place?: string;
  /** Leaves out those of these cases. */
  readonly without?: readonly string[];
}

/** Entries of one group added up: alike exempt, with one `bottom`, and where amounts are wanted one by one with one `top`. */
export interface EntrySum {
  readonly group: string;
  readonly exempt: boolean;
  readonly bottom: number;
  readonly count: number;
  readonly hits: number;
  /** Of all tops, exactly; the least of them and the greatest. */
  readonly sum: bigint;
  readonly least: number;
  readonly greatest: number;
  /** The least id of the cases that they are of. */
  readonly case: string;
}

/** One entry, and the case that it is of. */
export interface KeptEntry extends Entry { readonly case: string }

/** What queries find in cases, written with their events: part of a store. */
export interface EntryBook {
  /** The entries added up by group. `amounts`: each amount by itself. */
  sums(tenant: string, wanted: EntriesWanted & { readonly amounts?: true }): Promise<readonly EntrySum[]>;
  /** The entries by when their cases were opened, then by id and number. */
  entries(tenant: string, wanted: EntriesWanted & { readonly offset?: number; readonly limit?: number }): Promise<readonly KeptEntry[]>;
  /** Ids of cases and subjects of this method that were written with other entries than those of this mark. */
  outdated(tenant: string, method: string, mark: string, limit: number): Promise<readonly string[]>;
}
