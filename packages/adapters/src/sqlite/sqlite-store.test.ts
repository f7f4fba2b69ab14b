import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { contractConsumers, storeContract } from '../contract/index.ts';
import { openSqlite, sqliteStore } from './index.ts';

describe.each(['in memory', 'on disk'])('sqlite store %s', (where) => {
  it.each(storeContract)('$promise', async ({ check }) => {
    const folder = mkdtempSync(join(tmpdir(), 'bihuan-'));
    const store = sqliteStore(openSqlite(where === 'on disk' ? join(folder, 'cases.db') : ':memory:'), { consumers: contractConsumers });
    try { await check(store); } finally { await store.close(); rmSync(folder, { recursive: true }); }
  });
});
