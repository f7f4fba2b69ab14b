import type { Obstacle } from '../sql/index.ts';

/** The number of an error of the server; none where the connection itself is broken. */
export const numberOf = (error: unknown): number | undefined =>
  (error instanceof Error && 'errno' in error && typeof error.errno === 'number' && error.errno >= 1000 && !('fatal' in error && error.fatal === true) ? error.errno : undefined);

const obstacles: Readonly<Record<number, Obstacle>> = {
  1213: 'again', // each waited for the other; in a cluster: another node has written first
  1020: 'again', // changed since it was read (MariaDB 11)
  1062: 'taken', // somebody else has just written the same key
  1205: 'busy', // a lock was not to be had in time
};

/** What an error of MySQL or MariaDB means for a transaction. */
export const obstacleOf = (error: unknown): Obstacle => obstacles[numberOf(error) ?? 0] ?? 'broken';
