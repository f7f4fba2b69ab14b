import { createEngine } from '@bihuan/core';
import { expect, it } from 'vitest';
import { memoryStore } from '../memory/index.ts';
import { StoreError } from '../sql/index.ts';
import office from '../../../core/src/check/fixtures/office.json' with { type: 'json' };
import { createApi } from './create-api.ts';
import { memorySessions } from './memory-sessions.ts';
import type { SavedQueryPort } from './saved-query-port.ts';

it('a database that does not answer is said to whoever waits, with its number for the log, and with the status that says: later', async () => {
  const failures: string[] = [];
  const broken = { ...memorySessions(), attempts: async () => { throw new StoreError('store.unreachable', new Error('ECONNREFUSED')); } };
  const api = createApi({
    engine: createEngine({ methods: [office as never], store: memoryStore() }).plain, sessions: broken, savedQueries: {} as SavedQueryPort, now: () => 0,
    signIn: { secret: 'x'.repeat(32) }, log: ({ correlation }) => failures.push(correlation),
  });
  const answer = await api.request('/api/session', {
    method: 'POST', headers: { 'Accept-Language': 'zh', 'Content-Type': 'application/json', Origin: 'http://localhost' }, body: JSON.stringify({ username: 'wang', password: 'secret' }),
  });
  expect([answer.status, await answer.json()]).toMatchObject([503, { detail: '数据库没有应答，请稍后重试', issues: [{ code: 'store.failed', params: { why: 'store.unreachable' } }] }]);
  expect(failures).toHaveLength(1);
});
