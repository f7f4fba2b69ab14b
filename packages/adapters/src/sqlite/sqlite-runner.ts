import { StoreError, type Decision, type Program, type Rows, type SqlRunner, type Statement } from '../sql/index.ts';
import { isBusy, isFull, transact, type SqliteDatabase, type SqliteStatement } from './database.ts';

/**
 * Runs statements on a SQLite database: at once, in this process, so that nothing of another call comes between those of one transaction.
 * `inside`: part of a transaction that stands already.
 */
export function sqliteRunner(database: SqliteDatabase): (inside: boolean) => Omit<SqlRunner, 'close'> {
  const kept = new Map<string, Prepared>();
  const prepare = (sql: string): Prepared => {
    const statement = database.prepare(sql);
    return { statement, reads: statement.reader };
  };
  const preparedOf = ({ sql, hot }: Statement): Prepared => {
    if (!hot) return prepare(sql);
    let prepared = kept.get(sql);
    if (!prepared) kept.set(sql, prepared = prepare(sql));
    return prepared;
  };
  const run = (one: Statement): Rows => {
    const { statement, reads } = preparedOf(one);
    if (reads) return statement.all(one.parameters) as Rows;
    statement.run(one.parameters);
    return none;
  };
  const follow = <T>(program: Program<T>): Decision<T> => {
    let step = program.next([]);
    while (!step.done) step = program.next(step.value.map(run));
    step.value.write?.forEach(run);
    return step.value;
  };
  return (inside) => ({
    read: async (statements) => statements.map(run),
    once: async (statements) => unlessBusy(() => transact(database, () => statements.map(run), { inside })),
    write: async (program) => unlessBusy(() => transact(database, () => follow(program()), { inside, kept: ({ write }) => write !== undefined }))?.result,
  });
}

/** Whether a statement gives rows is asked of the driver once. */
interface Prepared { readonly statement: SqliteStatement; readonly reads: boolean }

const none: Rows = [];

/** What the work gives; nothing where somebody else was writing for too long. */
const unlessBusy = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch (error) {
    if (isBusy(error)) return undefined;
    throw isFull(error) ? new StoreError('store.full', error) : error;
  }
};
