/** What the tables hold, by their names without the host's prefix. Every key leads with the tenant. */
export interface Tables {
  /** The truth: what happened, as canonical text, each with the hash of the one before. Only ever added to. */
  events: { tenant: string; case_id: string; seq: number; at: number; recorded: number; type: string; body: string; hash: string };
  /** Each chain's head, kept apart from it so that a cut tail shows; and the state that the events have made. */
  heads: { tenant: string; case_id: string; version: number; hash: string; state: string };
  /** What lists read. `detail`: the row's units, values and awaited, as JSON. */
  cases: {
    tenant: string; id: string; method: string; kind: string; source: string; step: string; ending: string | null; outcome: string | null; home: string; holder: string;
    opened: number; ended: number | null; due: number | null; warn: number | null; broken: number; next: number | null; version: number; search: string;
    subject: number; detail: string;
  };
  /** One value of a row: `kind` 0 yes-no (as 0 or 1 in `number`), 1 number, 2 text. A missing value has no row. */
  values: { tenant: string; case_id: string; name: string; kind: number; number: number | null; text: string | null };
  /** The home of a case, every unit above it, and '' for all; with what its lists are ordered by. `ended` 0 or 1; `due` and `warn` `never` where there is none. */
  units: { tenant: string; unit: string; subject: number; case_id: string; ended: number; due: number; warn: number; opened: number };
  /** How many cases are alike in a unit, or of all ('') : `cell` says in what, and the columns after it say it again. Cut into shards, so that writers seldom meet. */
  tallies: {
    tenant: string; unit: string; subject: number; cell: string; shard: number;
    method: string; kind: string; source: string; step: string; ending: string | null; outcome: string | null; broken: number; ended: number | null; n: number;
  };
  awaited: { tenant: string; case_id: string; nr: number; what: string; person: string | null; role: string | null; unit: string | null };
  acted: { tenant: string; person: string; case_id: string };
  keys: { tenant: string; name: string; digest: string; outcome: string };
  sequences: { tenant: string; name: string; last: number };
  /** What a norm has counted, of whom, in a period (empty: ever). */
  counts: { tenant: string; norm: string; period: string; whose: string; value: number };
  /** What periods that are over came to. Only ever added to. */
  periods: { tenant: string; norm: string; period: string; whose: string; unit: string; ends: number; value: number; met: number };
  /** What a case was entered with: by which queries (`mark`), and all its entries, as JSON, to say what has changed of them. */
  entered: { tenant: string; case_id: string; mark: string; entries: string };
  /** One thing that a query counts: see `Entry` of the core. `place`: home and the units above it. The key is the order in which it is read. */
  entries: { tenant: string; query: string; day: string; opened: number; case_id: string; nr: number; place: string; grp: string; hit: number; exempt: number; top: number; bottom: number };
  /** Entries added up by month: `cell` says of which place and group, exempt or not, with which bottom, and the columns after it say it again. */
  sums: { tenant: string; query: string; month: string; cell: string; place: string; grp: string; exempt: number; bottom: number; n: number; hits: number; total: number };
  /** Personal values, by the references that stand for them in the events: JSON texts. Erased ones have no row. */
  personal: { tenant: string; case_id: string; ref: string; value: string };
  /** What is still to follow in other cases, in the order of `nr`; a row goes when it is done. */
  follows: { tenant: string; nr: number; id: string; at: number; body: string };
  /** What each consumer is still to be told of a case; a row goes when all of it is delivered. `next` null: it stands. */
  outbox: { tenant: string; consumer: string; case_id: string; seq: number; last: number; tries: number; tried: number | null; reason: string | null; next: number | null };
  /** What free search looks up of a case: the words of its row's `search` (see `gramsOf`), in an index that each database makes in its own way. */
  texts: { tenant: string; case_id: string; grams: string };
  /** The index itself, where it is a table: in SQLite. */
  text_index: { grams: string };
  /** Which changes of the tables have been made. */
  migrations: { name: string; applied: string };
}

/** Where the tables lie: in a schema of the host's choice (none: the connection's own), behind a prefix of its choice. */
export interface Place { readonly schema?: string; readonly prefix: string }

/** Beside whatever else is in the host's database. */
export const defaultPrefix = 'bihuan_';
const known: Readonly<Record<keyof Tables, true>> = {
  events: true, heads: true, cases: true, values: true, units: true, tallies: true, awaited: true, acted: true, keys: true, sequences: true, counts: true, periods: true, follows: true, outbox: true, personal: true, entered: true, entries: true, sums: true, texts: true, text_index: true, migrations: true,
};
/** Whether a name in a statement is one of ours, and no alias. */
export const isTable = (name: string): name is keyof Tables => Object.hasOwn(known, name);
