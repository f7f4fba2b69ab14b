import type { Obstacle } from '../sql/index.ts';

/** The SQLSTATE of an error of the server; none where the connection itself is broken. */
export const stateOf = (error: unknown): string | undefined =>
  (error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) && 'severity' in error ? error.code : undefined);

const obstacles: Readonly<Record<string, Obstacle>> = {
  '40001': 'again', // somebody else's transaction came between
  '40P01': 'again', // each waited for the other
  '23505': 'taken', // somebody else has just written the same key
  '55P03': 'busy', // a lock was not to be had in time
};

/** What an error of PostgreSQL means for a transaction. */
export const obstacleOf = (error: unknown): Obstacle => obstacles[stateOf(error) ?? ''] ?? 'broken';
