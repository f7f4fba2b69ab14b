import { setTimeout } from 'node:timers/promises';

/** What an error of a driver means for a transaction: others were in the way (`again`), longer than one waits (`busy`), or something is broken. */
export type Obstacle = 'again' | 'taken' | 'busy' | 'broken';

/**
 * Runs a transaction until it goes through, gives nothing where others stay in the way for longer than `patience` milliseconds, and
 * throws what is broken. `taken`: somebody else has just written the same key; whoever meets that again and again has a key that cannot be written.
 */
export async function tryAgain<T>(transaction: () => Promise<T>, obstacleOf: (error: unknown) => Obstacle, patience: number): Promise<T | undefined> {
  const until = performance.now() + patience;
  for (let tries = 1; ; tries++) {
    try {
      return await transaction();
    } catch (error) {
      const obstacle = obstacleOf(error);
      if (obstacle === 'broken' || (obstacle === 'taken' && tries >= mostTaken)) throw error;
      if (obstacle === 'busy' || performance.now() > until) return undefined;
    }
    await setTimeout(Math.random() * Math.min(2 ** tries, 64)); // by chance, so that those who met do not meet again
  }
}

const mostTaken = 20;
