import { framedRunner, inTurn, onConnection, plain, savepoint, type Frame, type SqlRunner } from '../sql/index.ts';
import { giveBack, take, type PostgresClient, type PostgresPool } from './client.ts';
import { obstacleOf, stateOf } from './obstacle.ts';
import { roundTrip } from './round-trip.ts';

/** An error without a state is none of the server's: the connection is gone. */
const isAnswered = (error: unknown): boolean => stateOf(error) !== undefined;
/** The connection is of no use any more, not only the statement. */
const isGone = (error: unknown): boolean => !isAnswered(error) || obstacleOf(error) === 'lost';

/** Runs statements on connections of a pool, each transaction on one of its own: two round trips a command. */
export function poolRunner(pool: PostgresPool, { patience, timeout, prepare }: { readonly patience: number; readonly timeout: number; readonly prepare: boolean }): SqlRunner {
  // Whoever has gone in the midst of a transaction holds its locks no longer than an attempt may take.
  const limits = `select set_config('lock_timeout', '${Math.trunc(patience)}', true), set_config('idle_in_transaction_session_timeout', '${Math.trunc(timeout)}', true)`;
  const frame: Frame = { begin: plain('begin isolation level read committed', limits), commit: plain('commit'), rollback: plain('rollback') };
  const connected = onConnection({ take: () => take(pool), send: (client, statements) => roundTrip(client, statements, prepare), giveBack }, isGone, timeout);
  return framedRunner(frame, connected, { obstacleOf, isAnswered }, patience, () => pool.end());
}

/**
 * Runs statements in a transaction that the host has begun on this client, each command as a part of it: one that is refused is undone alone.
 * Where the host's own transaction cannot go on, the error is thrown, for the host to begin it anew.
 */
export function clientRunner(client: PostgresClient, patience: number, prepare: boolean): SqlRunner {
  const errors = { isAnswered, obstacleOf: (error: unknown) => (stateOf(error) === '40001' || obstacleOf(error) === 'lost' ? 'broken' as const : obstacleOf(error)) };
  return inTurn(framedRunner(savepoint, (work) => work((statements) => roundTrip(client, statements, prepare)), errors, patience, async () => {}));
}
