import { setTimeout } from 'node:timers/promises';
import { StoreError } from './store-error.ts';

/**
 * What an error of a driver means for a transaction: others were in the way (`again`), longer than one waits (`busy`), the connection or the server
 * has gone (`lost`), the disk is full (`full`), or something is broken.
 */
export type Obstacle = 'again' | 'taken' | 'busy' | 'lost' | 'full' | 'broken';

/** A transaction that was lost on its way to being committed: nobody here knows whether it was. */
export class LostCommit extends Error {}

/**
 * Runs a transaction until it goes through, gives nothing where it has not for longer than `patience` milliseconds, and throws what is broken.
 * `taken`: somebody else has just written the same key; whoever meets that again and again has a key that cannot be written.
 * `repeatable`: one that has been committed unnoticed may be run once more. It is never said of such a one that nothing was written.
 */
export async function tryAgain<T>(transaction: () => Promise<T>, obstacleOf: (error: unknown) => Obstacle, patience: number, repeatable = true): Promise<T | undefined> {
  const until = performance.now() + patience;
  let unknown: StoreError | undefined;
  for (let tries = 1; ; tries++) {
    try {
      return await transaction();
    } catch (error) {
      if (error instanceof LostCommit) unknown ??= new StoreError('store.unknown', error.cause);
      const obstacle = error instanceof LostCommit ? 'lost' : obstacleOf(error);
      const over = obstacle === 'busy' || performance.now() > until;
      if (unknown && (!repeatable || over || obstacle === 'broken')) throw unknown;
      if (obstacle === 'full') throw new StoreError('store.full', error);
      if (obstacle === 'broken' || (obstacle === 'taken' && tries >= mostTaken)) throw error;
      if (over) return undefined;
    }
    await setTimeout(Math.random() * Math.min(2 ** tries, 64)); // by chance, so that those who met do not meet again
  }
}

const mostTaken = 20;
