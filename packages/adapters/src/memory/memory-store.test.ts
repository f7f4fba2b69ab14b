import { describe, it } from 'vitest';
import { contractConsumers, storeContract } from '../contract/index.ts';
import { memoryStore } from './index.ts';

describe('memory store', () => {
  it.each(storeContract)('$promise', async ({ check }) => {
    const store = memoryStore({ consumers: contractConsumers });
    try { await check(store); } finally { await store.close(); }
  });
});
