import { entries } from './entries.ts';
import { followUps } from './follow-ups.ts';
import { keysAndNumbers } from './keys-and-numbers.ts';
import { lists } from './lists.ts';
import { norms } from './norms.ts';
import { contractConsumers, outbox } from './outbox.ts';
import { personal } from './personal.ts';
import type { Promised } from './sample-cases.ts';
import { severalCases } from './several-cases.ts';
import { writing } from './writing.ts';

/**
 * What every store promises, as a table that any test runner can loop over; each check wants a fresh, empty store that was opened with `contractConsumers`. No row may be skipped.
 * 每个存储都须履行的约定；任何测试框架都可逐条运行，每条用一个全新的空存储（以 `contractConsumers` 打开），不可跳过。
 * @example
 * it.each(storeContract)('$promise', async ({ check }) => {
 *   const store = memoryStore({ consumers: contractConsumers });
 *   try { await check(store); } finally { await store.close(); }
 * });
 */
export const storeContract: readonly Promised[] = [...writing, ...severalCases, ...keysAndNumbers, ...norms, ...followUps, ...outbox, ...personal, ...lists, ...entries];
export { contractConsumers };
export type { Promised };
