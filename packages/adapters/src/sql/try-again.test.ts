import { describe, expect, it } from 'vitest';
import { tryAgain, type Obstacle } from './try-again.ts';

/** A transaction that meets these obstacles, one at each try, and then goes through. */
const meeting = (obstacles: readonly Obstacle[]) => {
  let tries = 0;
  const transaction = async () => {
    if (tries++ < obstacles.length) throw new Error(obstacles[tries - 1]);
    return 'done';
  };
  return { transaction, tries: () => tries, run: (patience = 1000) => tryAgain(transaction, (error) => (error as Error).message as Obstacle, patience) };
};

describe('a transaction', () => {
  it.each<[string, readonly Obstacle[], unknown, number]>([
    ['nothing', [], 'done', 1], ['two deadlocks', ['again', 'again'], 'done', 3], ['somebody who had the same key first', ['taken'], 'done', 2], ['a lock held too long', ['busy', 'again'], undefined, 1],
  ])('that meets %s', async (_, obstacles, result, tries) => {
    const met = meeting(obstacles);
    expect([await met.run(), met.tries()]).toEqual([result, tries]);
  });

  it('that meets others again and again gives up when patience ends', async () => {
    expect(await meeting(Array.from({ length: 1000 }, () => 'again' as const)).run(20)).toBeUndefined();
  });

  it('that is broken is not tried again, and a key that can never be written ends it too', async () => {
    await expect(meeting(['broken']).run()).rejects.toThrow('broken');
    const never = meeting(Array.from({ length: 1000 }, () => 'taken' as const));
    await expect(never.run(60_000)).rejects.toThrow('taken');
    expect(never.tries()).toBe(20);
  });
});
