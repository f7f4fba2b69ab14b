// 接入指南引用的 HTTP 代码，由测试运行。 The HTTP code that the embedding guide quotes; a test runs it.
import { createEngine, defineMethod, embeddedDirectory } from '@bihuan/core';
import json from '@bihuan/core/methods/1330.json' with { type: 'json' };
import { createApi, hashPassword, memorySavedQueries, memorySessions } from '@bihuan/adapters/http';
import { openSqlite, sqliteStore } from '@bihuan/adapters/sqlite';

const directory = embeddedDirectory({
  units: [{ id: 'zhenhua', label: { zh: '振华街道', en: 'Zhenhua street' }, level: 'street' }],
  posts: [{ id: 'hotline', role: 'clerk', unit: 'zhenhua', person: 'wang', name: '王芳' }],
});

// #region api
const engine = createEngine({ methods: [defineMethod(json)], store: sqliteStore(openSqlite(':memory:')), directory });
const sessions = memorySessions([{ username: 'wang', person: 'wang', password: await hashPassword('at-least-something') }]);
const api = createApi({
  engine: engine.plain, sessions, savedQueries: memorySavedQueries(), now: () => Date.parse('2021-10-08T09:00:00+08:00'),
  signIn: { secret: 'a long random string that stays the same between starts' },
});
// #endregion

// #region calls
const call = (path: string, init?: RequestInit) => api.request(`http://localhost${path}`, init);
const signedIn = await call('/api/session', {
  method: 'POST', headers: { 'Content-Type': 'application/json', Origin: 'http://localhost' }, body: JSON.stringify({ username: 'wang', password: 'at-least-something' }),
});
const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
const refusal = await call('/api/cases', {
  method: 'POST', headers: { 'Content-Type': 'application/json', Origin: 'http://localhost', Cookie: cookie, 'Accept-Language': 'zh', 'Idempotency-Key': 'A-17' },
  body: JSON.stringify({ source: 'hotline', home: 'zhenhua', fields: { content: '路灯不亮' } }),
});
const problem = await refusal.json() as { status: number; title: string; issues: { code: string; zh: string }[] };
// #endregion

console.log(signedIn.status, refusal.status, refusal.headers.get('content-type'));
console.log(problem.title, problem.issues.map(({ code, zh }) => `${code} ${zh}`).join('；'));
