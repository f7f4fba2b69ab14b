import { isNetwork, type Obstacle } from '../sql/index.ts';

/** The SQLSTATE of an error of the server; none where the connection itself is broken. */
export const stateOf = (error: unknown): string | undefined =>
  (error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) && 'severity' in error ? error.code : undefined);

const obstacles: Readonly<Record<string, Obstacle>> = {
  '40001': 'again', // somebody else's transaction came between
  '40P01': 'again', // each waited for the other
  '23505': 'taken', // somebody else has just written the same key
  '55P03': 'busy', // a lock was not to be had in time
  '57P01': 'lost', '57P02': 'lost', '57P03': 'lost', '57P05': 'lost', // going down; crashed; starting; ended by somebody
  '08000': 'lost', '08001': 'lost', '08003': 'lost', '08004': 'lost', '08006': 'lost', '08007': 'lost', '25P03': 'lost', '53300': 'lost', // the connection; too many of them
  '25006': 'lost', // can only be read: another server writes now
  '53100': 'full',
};

/** What an error of PostgreSQL means for a transaction. */
export const obstacleOf = (error: unknown): Obstacle => obstacles[stateOf(error) ?? ''] ?? (isNetwork(error) ? 'lost' : 'broken');
