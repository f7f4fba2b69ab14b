import { tryAgain, type Program, type Rows, type SqlRunner, type Statement } from '../sql/index.ts';
import type { MysqlConnection, MysqlPool } from './connection.ts';
import { numberOf, obstacleOf } from './obstacle.ts';
import { send } from './send.ts';

/** How a transaction is framed. */
interface Frame { readonly begin: readonly Statement[]; readonly commit: readonly Statement[]; readonly rollback: readonly Statement[] }

const plain = (...texts: readonly string[]): readonly Statement[] => texts.map((sql) => ({ sql, parameters: [], hot: true }));

/** Runs statements on connections of a pool, each transaction on one of its own: two round trips a command where they may be sent together. */
export function poolRunner(pool: MysqlPool, patience: number, together: boolean): SqlRunner {
  const frame: Frame = {
    // What is not there is not locked (as it would be by default), so that two who begin something do not wait for each other.
    begin: plain(...(together ? [`set innodb_lock_wait_timeout = ${Math.max(1, Math.ceil(patience / 1000))}`] : []), 'set transaction isolation level read committed', 'start transaction'),
    commit: plain('commit'), rollback: plain('rollback'),
  };
  const onConnection = async <T>(work: (connection: MysqlConnection) => Promise<T>): Promise<T> => {
    const connection = await pool.getConnection();
    let broken = false;
    try {
      return await work(connection);
    } catch (error) {
      broken = numberOf(error) === undefined; // the connection is gone, not only the statement
      throw error;
    } finally {
      if (broken) connection.destroy();
      else connection.release();
    }
  };
  return {
    read: (statements) => onConnection((connection) => send(connection, statements, together)),
    once: (statements) => tryAgain(() => onConnection((connection) => inFrame(connection, frame, () => program(statements), together)), obstacleOf, patience),
    write: (start) => tryAgain(() => onConnection((connection) => inFrame(connection, frame, start, together)), obstacleOf, patience),
    close: () => pool.end(),
  };
}

/**
 * Runs statements in a transaction that the host has begun on this connection, each command as a part of it: one that is refused is undone alone.
 * Where the server has undone the host's own transaction (a deadlock does), the error is thrown, for the host to begin it anew.
 */
export function connectionRunner(connection: MysqlConnection, patience: number): SqlRunner {
  const frame: Frame = { begin: plain('savepoint bihuan'), commit: plain('release savepoint bihuan'), rollback: plain('rollback to savepoint bihuan', 'release savepoint bihuan') };
  const lost = (error: unknown) => (obstacleOf(error) === 'again' ? 'broken' : obstacleOf(error));
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
  return {
    read: (statements) => inTurn(() => send(connection, statements, false)),
    once: (statements) => inTurn(() => tryAgain(() => inFrame(connection, frame, () => program(statements), false), lost, patience)),
    write: (start) => inTurn(() => tryAgain(() => inFrame(connection, frame, start, false), lost, patience)),
    close: async () => {},
  };
}

/** One transaction: its frame travels with the statements. */
async function inFrame<T>(connection: MysqlConnection, { begin, commit, rollback }: Frame, start: () => Program<T>, together: boolean): Promise<T> {
  let head = begin;
  const framed = async (statements: readonly Statement[]): Promise<readonly Rows[]> => {
    const before = head;
    head = [];
    return (await send(connection, [...before, ...statements], together)).slice(before.length);
  };
  const running = start();
  try {
    let step = running.next([]);
    while (!step.done) step = running.next(await framed(step.value));
    const { result, write } = step.value;
    if (write) await framed([...write, ...commit]);
    else if (head.length === 0) await framed(rollback);
    return result;
  } catch (error) {
    if (numberOf(error) !== undefined) await send(connection, rollback, together).catch(() => {}); // the cause is what counts
    throw error;
  }
}

/** Statements whose rows are the result. */
function* program(statements: readonly Statement[]): Program<readonly Rows[]> {
  const result = yield statements;
  return { result, write: [] };
}
