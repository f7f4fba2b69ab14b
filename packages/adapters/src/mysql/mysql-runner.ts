import { framedRunner, inTurn, onConnection, plain, savepoint, type Frame, type SqlRunner } from '../sql/index.ts';
import type { MysqlConnection, MysqlPool } from './connection.ts';
import { numberOf, obstacleOf } from './obstacle.ts';
import { send } from './send.ts';

/** An error without a number is none of the server's: the connection is gone. */
const isAnswered = (error: unknown): boolean => numberOf(error) !== undefined;
/** The connection is of no use any more, not only the statement. */
const isGone = (error: unknown): boolean => !isAnswered(error) || obstacleOf(error) === 'lost';

/** Runs statements on connections of a pool, each transaction on one of its own: two round trips a command where they may be sent together. `ours`: nobody else uses the pool. */
export function poolRunner(pool: MysqlPool, { patience, timeout, ours, together }: { readonly patience: number; readonly timeout: number; readonly ours: boolean; readonly together: boolean }): SqlRunner {
  const frame: Frame = {
    // What is not there is not locked (as it would be by default), so that two who begin something do not wait for each other.
    begin: plain(...(ours ? [`set innodb_lock_wait_timeout = ${Math.max(1, Math.ceil(patience / 1000))}`] : []), 'set transaction isolation level read committed', 'start transaction'),
    commit: plain('commit'), rollback: plain('rollback'),
  };
  const connected = onConnection({
    take: () => pool.getConnection(), send: (connection, statements) => send(connection, statements, together),
    giveBack: (connection, broken) => { if (broken) connection.destroy(); else connection.release(); },
  }, isGone, timeout);
  return framedRunner(frame, connected, { obstacleOf, isAnswered }, patience, () => pool.end());
}

/**
 * Runs statements in a transaction that the host has begun on this connection, each command as a part of it: one that is refused is undone alone.
 * Where the server has undone the host's own transaction (a deadlock does), the error is thrown, for the host to begin it anew.
 */
export function connectionRunner(connection: MysqlConnection, patience: number): SqlRunner {
  const errors = { isAnswered, obstacleOf: (error: unknown) => (['again', 'lost'].includes(obstacleOf(error)) ? 'broken' as const : obstacleOf(error)) };
  return inTurn(framedRunner(savepoint, (work) => work((statements) => send(connection, statements, false)), errors, patience, async () => {}));
}
