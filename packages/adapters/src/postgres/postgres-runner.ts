import { tryAgain, type Program, type Rows, type SqlRunner, type Statement } from '../sql/index.ts';
import type { PostgresClient, PostgresPool } from './client.ts';
import { obstacleOf, stateOf } from './obstacle.ts';
import { roundTrip } from './round-trip.ts';

/** How a transaction is framed. */
interface Frame { readonly begin: readonly Statement[]; readonly commit: readonly Statement[]; readonly rollback: readonly Statement[] }

const plain = (...texts: readonly string[]): readonly Statement[] => texts.map((sql) => ({ sql, parameters: [], hot: true }));

/** Runs statements on connections of a pool, each transaction on one of its own: two round trips a command. */
export function poolRunner(pool: PostgresPool, patience: number, prepare: boolean): SqlRunner {
  const frame: Frame = { begin: plain('begin isolation level read committed', `set local lock_timeout = ${Math.trunc(patience)}`), commit: plain('commit'), rollback: plain('rollback') };
  const onClient = async <T>(work: (client: PostgresClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      return await work(client);
    } catch (error) {
      if (stateOf(error) === undefined || stateOf(error)!.startsWith('57P')) broken = error as Error; // the connection is gone, not only the statement
      throw error;
    } finally {
      client.release(broken);
    }
  };
  return {
    read: (statements) => onClient((client) => roundTrip(client, statements, prepare)),
    once: (statements) => tryAgain(() => onClient((client) => inFrame(client, frame, () => program(statements), prepare)), obstacleOf, patience),
    write: (start) => tryAgain(() => onClient((client) => inFrame(client, frame, start, prepare)), obstacleOf, patience),
    close: () => pool.end(),
  };
}

/**
 * Runs statements in a transaction that the host has begun on this client, each command as a part of it: one that is refused is undone alone.
 * Where the host's own transaction cannot go on, the error is thrown, for the host to begin it anew.
 */
export function clientRunner(client: PostgresClient, patience: number, prepare: boolean): SqlRunner {
  const frame: Frame = { begin: plain('savepoint bihuan'), commit: plain('release savepoint bihuan'), rollback: plain('rollback to savepoint bihuan', 'release savepoint bihuan') };
  const lost = (error: unknown) => (stateOf(error) === '40001' ? 'broken' : obstacleOf(error));
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
  return {
    read: (statements) => inTurn(() => roundTrip(client, statements, prepare)),
    once: (statements) => inTurn(() => tryAgain(() => inFrame(client, frame, () => program(statements), prepare), lost, patience)),
    write: (start) => inTurn(() => tryAgain(() => inFrame(client, frame, start, prepare), lost, patience)),
    close: async () => {},
  };
}

/** One transaction: its frame travels with the statements. */
async function inFrame<T>(client: PostgresClient, { begin, commit, rollback }: Frame, start: () => Program<T>, prepare: boolean): Promise<T> {
  let head = begin;
  const send = async (statements: readonly Statement[]): Promise<readonly Rows[]> => {
    const framed = head;
    head = [];
    return (await roundTrip(client, [...framed, ...statements], prepare)).slice(framed.length);
  };
  const running = start();
  try {
    let step = running.next([]);
    while (!step.done) step = running.next(await send(step.value));
    const { result, write } = step.value;
    if (write) await send([...write, ...commit]);
    else if (head.length === 0) await send(rollback);
    return result;
  } catch (error) {
    if (stateOf(error) !== undefined) await roundTrip(client, rollback, prepare).catch(() => {}); // the cause is what counts
    throw error;
  }
}

/** Statements whose rows are the result. */
function* program(statements: readonly Statement[]): Program<readonly Rows[]> {
  const result = yield statements;
  return { result, write: [] };
}
