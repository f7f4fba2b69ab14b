import { describe, it } from 'vitest';
import { databaseStores } from '../contract/databases.fixture.ts';
import { contractConsumers, storeContract } from '../contract/index.ts';

describe.each((await databaseStores({ consumers: contractConsumers })).filter(([name]) => name === 'postgres'))('%s store', (_, open) => {
  it.each(storeContract)('$promise', async ({ check }) => { await check(open()); }, 30_000);
});
