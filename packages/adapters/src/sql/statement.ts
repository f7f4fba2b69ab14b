/** What reaches a driver. No yes-no does: libsql ends the whole process over one. */
export type Cell = string | number | null;

/** One statement, ready to run. `hot`: one of few shapes that come again and again, so that a driver may keep it prepared. */
export interface Statement { readonly sql: string; readonly parameters: readonly Cell[]; readonly hot: boolean }

export type Rows = readonly Readonly<Record<string, unknown>>[];

/** What a program came to: with `write`, these are run and everything is committed; without, everything is undone. */
export interface Decision<T> { readonly result: T; readonly write?: readonly Statement[] }

/**
 * What is to be done in one transaction, as a generator that yields statements and is handed their rows. It says nothing about how
 * they are run: SQLite runs them at once, the others send what is yielded together in one round trip.
 */
export type Program<T> = Generator<readonly Statement[], Decision<T>, readonly Rows[]>;

/** What SQL alone cannot make of rows that are there: yields one statement after the other, and is handed the rows of each. */
export type Fill = () => Generator<Statement, void, Rows>;

/** What an adapter has to be able to do for a store. */
export interface SqlRunner {
  /** Outside a transaction. */
  read(statements: readonly Statement[]): Promise<readonly Rows[]>;
  /** All of them in one transaction. Nothing where others were in the way for too long: then nothing was written. */
  once(statements: readonly Statement[]): Promise<readonly Rows[] | undefined>;
  /**
   * A program in one transaction, begun anew where another was faster or the connection broke. Nothing where it did not go through for too long: then
   * nothing was written. Not `repeatable`: it must not be begun anew where it may have been committed.
   */
  write<T>(program: () => Program<T>, repeatable?: boolean): Promise<T | undefined>;
  close(): Promise<void>;
}
