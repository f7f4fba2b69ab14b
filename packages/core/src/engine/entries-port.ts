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

/** `counts`: how many, and their sums. `ends`: also what lies at either end. `amounts`: the same, each amount by itself. */
export type SumsOf = 'counts' | 'ends' | 'amounts';

/** Entries of one group added up: alike exempt, with one `bottom`, and where amounts are wanted one by one with one `top`. */
export interface EntrySum {
  readonly group: string;
  readonly exempt: boolean;
  readonly bottom: number;
  readonly count: number;
  readonly hits: number;
  /** Of all tops, exactly. */
  readonly sum: bigint;
  /** The least of them and the greatest, and the least id of the cases that they are of: where that was asked for. */
  readonly ends?: { readonly least: number; readonly greatest: number; readonly case: string };
}

/** One entry, and the case that it is of. */
export interface KeptEntry extends Entry { readonly case: string }

/** What queries find in cases, written with their events: part of a store. */
export interface EntryBook {
  /** The entries added up by group. Counts of whole months cost the same however many entries there are. */
  sums(tenant: string, wanted: EntriesWanted & { readonly of: SumsOf }): Promise<readonly EntrySum[]>;
  /** The entries by day, then by when their cases were opened, then by id and number. */
  entries(tenant: string, wanted: EntriesWanted & { readonly offset?: number; readonly limit?: number }): Promise<readonly KeptEntry[]>;
  /** Ids of cases and subjects of this method that were written with other entries than those of this mark. */
  outdated(tenant: string, method: string, mark: string, limit: number): Promise<readonly string[]>;
}
