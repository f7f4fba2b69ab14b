import type { UpdateResult } from 'kysely';

/** Changes a row, or adds it where it is missing; where somebody else has just added it, changes that one. No two databases have the same statement for it. */
export async function put(change: () => Promise<readonly UpdateResult[]>, add: () => Promise<unknown>): Promise<void> {
  const changed = async (): Promise<boolean> => (await change()).some(({ numUpdatedRows }) => numUpdatedRows > 0n);
  if (await changed()) return;
  try {
    await add();
  } catch (error) {
    if (!await changed()) throw error;
  }
}
