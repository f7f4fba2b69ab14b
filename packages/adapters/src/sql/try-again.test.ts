import { describe, expect, it } from 'vitest';
import { LostCommit, tryAgain, type Obstacle } from './try-again.ts';

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
    ['a server that is gone and comes back', ['lost', 'lost'], 'done', 3],
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

  it('that finds the disk full says so at once', async () => {
    await expect(meeting(['full']).run()).rejects.toMatchObject({ code: 'store.full', text: { zh: expect.stringContaining('磁盘已满') } });
  });

  describe('that was lost on its way to being committed', () => {
    const lost = (obstacles: readonly Obstacle[], patience: number, repeatable: boolean) => {
      let tries = 0;
      return tryAgain(async () => {
        if (tries++ === 0) throw new LostCommit('', { cause: new Error('reset') });
        if (tries - 2 < obstacles.length) throw new Error(obstacles[tries - 2]);
        return 'done';
      }, (error) => (error as Error).message as Obstacle, patience, repeatable);
    };
    const unknown = { code: 'store.unknown', cause: { message: 'reset' } };

    it('is run once more where that does no harm', async () => { expect(await lost(['again'], 1000, true)).toBe('done'); });
    it('is not run once more where it may then be there twice', async () => { await expect(lost([], 1000, false)).rejects.toMatchObject(unknown); });
    it.each<[Obstacle, number]>([['busy', 1000], ['lost', -1], ['broken', 1000]])('is never said to have written nothing (then %s)', async (then, patience) => {
      await expect(lost([then, then], patience, true)).rejects.toMatchObject(unknown);
    });
  });
});
