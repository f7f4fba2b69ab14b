/** A statement of a synchronous SQLite driver. */
export interface SqliteStatement {
  readonly reader: boolean;
  get(...parameters: unknown[]): unknown;
  all(...parameters: unknown[]): unknown[];
  run(...parameters: unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  iterate(...parameters: unknown[]): IterableIterator<unknown>;
}

/** What a store needs of a database that the caller has opened: `libsql` and `better-sqlite3` both have it. */
export interface SqliteDatabase {
  prepare(sql: string): SqliteStatement;
  exec(sql: string): unknown;
  close(): unknown;
}

/** Somebody else was writing for longer than the busy timeout. */
export const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY');
/** The disk, or what the host allows the file, is full. */
export const isFull = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_FULL');
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/**
 * Runs synchronous work in one transaction that has the right to write from the start; what it throws, and a result that is not
 * `kept`, undoes everything. Every write goes through here, single statements too: libsql leaves a prepared statement that met a
 * lock standing in the way of all later ones.
 * 在一个一开始就取得写权的事务中执行；抛错或结果不予保留时全部撤销。`inside`：已在一个事务之中。
 */
export function transact<T>(database: SqliteDatabase, work: () => T, { inside = false, kept = () => true }: { readonly inside?: boolean; readonly kept?: (result: T) => boolean } = {}): T {
  const [begin, commit, rollback] = inside ? part : whole;
  database.exec(begin);
  try {
    const result = work();
    database.exec(kept(result) ? commit : rollback);
    return result;
  } catch (error) {
    try { database.exec(rollback); } catch { /* SQLite has already rolled back: the cause is what counts */ }
    throw error;
  }
}

const whole = ['begin immediate', 'commit', 'rollback'] as const;
/** A part of a transaction that stands already. */
const part = ['savepoint bihuan', 'release bihuan', 'rollback to bihuan; release bihuan'] as const;
