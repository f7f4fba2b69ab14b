import type { Decision, Program, Rows, SqlRunner, Statement } from '../sql/index.ts';
import { isBusy, transact, type SqliteDatabase, type SqliteStatement } from './database.ts';

/**
 * Runs statements on a SQLite database: at once, in this process, so that nothing of another call comes between those of one transaction.
 * `inside`: part of a transaction that stands already.
 */
export function sqliteRunner(database: SqliteDatabase): (inside: boolean) => Omit<SqlRunner, 'close'> {
  const prepared = new Map<string, SqliteStatement>();
  const statementOf = ({ sql, hot }: Statement): SqliteStatement => {
    if (!hot) return database.prepare(sql);
    let statement = prepared.get(sql);
    if (!statement) prepared.set(sql, statement = database.prepare(sql));
    return statement;
  };
  const run = (statement: Statement): Rows => {
    const one = statementOf(statement);
    if (one.reader) return one.all(...statement.parameters) as Rows;
    one.run(...statement.parameters);
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

const none: Rows = [];

/** What the work gives; nothing where somebody else was writing for too long. */
const unlessBusy = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch (error) {
    if (isBusy(error)) return undefined;
    throw error;
  }
};
