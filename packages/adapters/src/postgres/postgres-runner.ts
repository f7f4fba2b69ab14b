import { framedRunner, inTurn, plain, savepoint, type Frame, type Send, type SqlRunner } from '../sql/index.ts';
import type { PostgresClient, PostgresPool } from './client.ts';
import { obstacleOf, stateOf } from './obstacle.ts';
import { roundTrip } from './round-trip.ts';

/** An error without a state is none of the server's: the connection is gone. */
const isAnswered = (error: unknown): boolean => stateOf(error) !== undefined;

/** Runs statements on connections of a pool, each transaction on one of its own: two round trips a command. */
export function poolRunner(pool: PostgresPool, patience: number, prepare: boolean): SqlRunner {
  const frame: Frame = { begin: plain('begin isolation level read committed', `set local lock_timeout = ${Math.trunc(patience)}`), commit: plain('commit'), rollback: plain('rollback') };
  const connected = async <T>(work: (send: Send) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      return await work((statements) => roundTrip(client, statements, prepare));
    } catch (error) {
      if (stateOf(error) === undefined || stateOf(error)!.startsWith('57P')) broken = error as Error; // the connection is gone, not only the statement
      throw error;
    } finally {
      client.release(broken);
    }
  };
  return framedRunner(frame, connected, { obstacleOf, isAnswered }, patience, () => pool.end());
}

/**
 * Runs statements in a transaction that the host has begun on this client, each command as a part of it: one that is refused is undone alone.
 * Where the host's own transaction cannot go on, the error is thrown, for the host to begin it anew.
 */
export function clientRunner(client: PostgresClient, patience: number, prepare: boolean): SqlRunner {
  const errors = { isAnswered, obstacleOf: (error: unknown) => (stateOf(error) === '40001' ? 'broken' as const : obstacleOf(error)) };
  return inTurn(framedRunner(savepoint, (work) => work((statements) => roundTrip(client, statements, prepare)), errors, patience, async () => {}));
}
