import { isNetwork, type Obstacle } from '../sql/index.ts';

/** The number of an error of the server; none where the connection itself is broken. */
export const numberOf = (error: unknown): number | undefined =>
  (error instanceof Error && 'errno' in error && typeof error.errno === 'number' && error.errno >= 1000 && !('fatal' in error && error.fatal === true) ? error.errno : undefined);

const obstacles: Readonly<Record<number, Obstacle>> = {
  1213: 'again', // each waited for the other; in a cluster: another node has written first
  1020: 'again', // changed since it was read (MariaDB 11)
  1062: 'taken', // somebody else has just written the same key
  1205: 'busy', // a lock was not to be had in time
  1317: 'again', // interrupted: in a cluster, by what another node has written
  3101: 'again', // MySQL's group replication: another node has written first
  1047: 'lost', // this node is no part of its cluster now
  1180: 'lost', // the node fell out of its cluster during the commit
  1040: 'lost', 1053: 'lost', 1927: 'lost', 1928: 'lost', // too many connections; going down; ended by somebody
  1290: 'lost', 1792: 'lost', 1836: 'lost', // can only be read now: another server writes
  1021: 'full', 1026: 'full', 1114: 'full',
};

/** What an error of MySQL or MariaDB means for a transaction. */
export const obstacleOf = (error: unknown): Obstacle => obstacles[numberOf(error) ?? 0] ?? (isGone(error) || isNetwork(error) ? 'lost' : 'broken');

/** What the driver itself calls fatal. */
const isGone = (error: unknown): boolean => error instanceof Error && 'fatal' in error && error.fatal === true && !refused.has(Number('errno' in error ? error.errno : 0));
/** No such right, no such user, no such database: that does not pass. */
const refused: ReadonlySet<number> = new Set([1044, 1045, 1049, 1251, 1698]);
