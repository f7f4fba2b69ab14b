import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PeopleImport, PeopleInfo, PostRecord, ProblemDocument, SessionInfo } from '@bihuan/adapters/http';
import { places } from './databases.fixture.ts';
import { type DemoApi, type Visitor, demoApi, jsonInit } from './demo-api.fixture.ts';
import { demoPassword } from './demo-district.ts';
import { inDatabase } from './ground.fixture.ts';

const strong = 'a long enough one';
let api: DemoApi;
let admin: Visitor;

const send = async (path: string, method: string, body: unknown, visitor = admin): Promise<{ status: number; body: PeopleInfo; issues: ProblemDocument['issues'] }> => {
  const answer = await visitor.request(`/api/people${path}`, jsonInit(method, body));
  const json = await answer.json() as PeopleInfo & ProblemDocument;
  return { status: answer.status, body: json, issues: json.issues ?? [] };
};
const codes = async (...given: Parameters<typeof send>): Promise<string[]> => (await send(...given)).issues.map(({ code }) => code);
const people = () => admin.json<PeopleInfo>('/api/people');
const heldBy = async (person: string) => (await people()).posts.filter((post) => post.person === person);

describe.each(places)('the directory of a district, kept in %s', { timeout: 30_000 }, (_, empty) => {
  beforeAll(async () => {
    api = await demoApi({}, { story: false, on: inDatabase(empty) });
    admin = await api.visitor('admin');
  }, 60_000);
  afterAll(() => api.close());

  it('begins with the demo\'s cast, and is for administrators only', async () => {
    const { units, posts, people: known, levels, roles } = await people();
    expect(units.find(({ id }) => id === 'zhenhua')).toMatchObject({ label: { zh: '振华街道' }, level: 'street', from: null });
    expect([posts.length > 10, known.find(({ id }) => id === 'admin')!.account]).toEqual([true, { username: 'admin', administrator: true, off: false }]);
    expect(levels.find(({ name }) => name === 'grid')).toMatchObject({ above: ['community'] });
    expect(roles.find(({ name }) => name === 'clerk')).toMatchObject({ at: ['community', 'street'] });
    const clerk = await api.visitor(api.district.logins[0]!.username);
    expect(await codes('/persons', 'POST', { id: 'x', name: '某' }, clerk)).toEqual(['session.not-administrator']);
    expect((await clerk.request('/api/people')).status).toBe(403);
    expect((await (await api.visitor()).request('/api/people')).status).toBe(401);
  });

  it('a unit is set up below the level above its own, renamed, and closed when nobody is left in it', async () => {
    expect(await codes('/units', 'POST', { id: 'new-grid', label: { zh: '第九网格' }, level: 'grid', parent: 'zhenhua' })).toEqual(['people.parent-wrong']);
    expect(await codes('/units', 'POST', { id: '第九', label: { zh: '第九网格' }, level: 'square', parent: 'yucai' })).toEqual(['people.id-bad', 'people.level-unknown']);
    const made = await send('/units', 'POST', { id: 'new-community', label: { zh: '新社区', en: 'New Community' }, level: 'community', parent: 'zhenhua', from: '2021-11-01' });
    expect([made.status, made.body.units.at(-1)]).toEqual([200, { id: 'new-community', label: { zh: '新社区', en: 'New Community' }, level: 'community', parent: 'zhenhua', from: '2021-11-01', until: null }]);
    expect(await codes('/units', 'POST', { id: 'new-community', label: { zh: '又一个' }, level: 'community', parent: 'zhenhua' })).toEqual(['people.exists']);
    expect((await send('/units/new-community', 'PUT', { label: { zh: '新兴社区', en: 'Xinxing' } })).body.units.at(-1)!.label.zh).toBe('新兴社区');
    expect(await codes('/units/zhenhua/close', 'POST', { until: '2021-12-31' })).toEqual(['people.unit-in-use']);
    expect(await codes('/units/new-community/close', 'POST', { until: '2021-10-01' })).toEqual(['people.days-reversed']);
    expect((await send('/units/new-community/close', 'POST', { until: '2021-11-05' })).body.units.at(-1)!.until).toBe('2021-11-05');
    expect(await codes('/posts', 'POST', { person: 'admin', role: 'clerk', unit: 'new-community' })).toEqual(['people.unit-closed']);
  });

  it('a post is held at a level of its role; from its first day on, to its last, the rules find it', async () => {
    await send('/persons', 'POST', { id: 'new-clerk', name: '钱新', password: strong });
    expect(await codes('/posts', 'POST', { person: 'new-clerk', role: 'leading-group', unit: 'yucai' })).toEqual(['people.role-not-at']);
    expect(await codes('/posts', 'POST', { person: 'nobody', role: 'mayor', unit: 'yucai' })).toEqual(['people.unknown', 'people.role-unknown']);
    expect((await send('/posts', 'POST', { person: 'new-clerk', role: 'clerk', unit: 'yucai', from: '2021-11-01' })).status).toBe(200);
    expect(await codes('/posts', 'POST', { person: 'new-clerk', role: 'clerk', unit: 'yucai' })).toEqual(['people.held-already']);
    const session = await api.visitor();
    const signedIn = await session.json<SessionInfo>('/api/session', jsonInit('POST', { username: 'new-clerk', password: strong }));
    expect(signedIn).toMatchObject({ fullName: '钱新', posts: [{ id: 'new-clerk.1', role: 'clerk', unit: 'yucai' }], administrator: false });
    expect((await session.json<PostRecord[]>('/api/posts?filter={"role":"clerk"}')).map(({ person }) => person)).toContain('new-clerk');
    expect((await session.request('/api/cases', jsonInit('POST', { source: 'survey', fields: { content: '井盖松动', place: '北街' } }))).status).toBe(201);

    await send('/posts/new-clerk.1', 'PUT', { role: 'clerk', unit: 'zhenhua', from: '2021-11-08' }); // today, on the demo's clock
    expect(await heldBy('new-clerk')).toEqual([
      { id: 'new-clerk.1', person: 'new-clerk', role: 'clerk', unit: 'yucai', from: '2021-11-01', until: '2021-11-07' },
      { id: 'new-clerk.2', person: 'new-clerk', role: 'clerk', unit: 'zhenhua', from: '2021-11-08', until: null },
    ]);
    const at = (day: string) => api.engine.directory.person(api.district.id, 'new-clerk', day).then((actor) => actor!.posts.map(({ unit }) => unit));
    expect([await at('2021-11-07'), await at('2021-11-08')]).toEqual([['yucai'], ['zhenhua']]);
    expect(await codes('/posts/new-clerk.1/end', 'POST', { until: '2021-11-20' })).toEqual(['people.ended']);
    expect((await send('/posts/new-clerk.2/end', 'POST', { until: '2021-11-30' })).status).toBe(200);
    expect((await session.json<SessionInfo>('/api/session')).posts.map(({ id }) => id)).toEqual(['new-clerk.2']);
  });

  it('an account that is switched off is signed out at once and opens nothing, and nothing of it is lost', async () => {
    await send('/persons', 'POST', { id: 'off-and-on', name: '孙停', password: strong });
    const visitor = await api.visitor();
    const login = jsonInit('POST', { username: 'off-and-on', password: strong });
    await visitor.request('/api/session', login);
    expect((await visitor.request('/api/cases')).status).toBe(200);
    expect((await send('/persons/off-and-on', 'PUT', { off: true })).status).toBe(200);
    expect((await visitor.request('/api/cases')).status).toBe(401);
    expect(await (await visitor.request('/api/session', login)).json()).toMatchObject({ issues: [{ code: 'session.wrong' }] });
    await send('/persons/off-and-on', 'PUT', { off: false });
    expect((await visitor.request('/api/session', login)).status).toBe(200);
  });

  it('a new password ends the sessions of the old one, and has to be a good one', async () => {
    const person = api.district.logins[1]!.username;
    const visitor = await api.visitor(person);
    expect(await codes(`/persons/${person}`, 'PUT', { password: 'short' })).toEqual(['people.password-weak']);
    expect(await codes(`/persons/${person}`, 'PUT', { password: `${person}-2026` })).toEqual(['people.password-weak']);
    expect((await send(`/persons/${person}`, 'PUT', { password: strong })).status).toBe(200);
    expect((await visitor.request('/api/cases')).status).toBe(401);
    expect((await visitor.request('/api/session', jsonInit('POST', { username: person, password: demoPassword }))).status).toBe(401);
    expect((await visitor.request('/api/session', jsonInit('POST', { username: person, password: strong }))).status).toBe(200);
  });

  it('one administrator always remains, also when two take it from each other at once', async () => {
    expect(await codes('/persons/admin', 'PUT', { off: true })).toEqual(['people.last-administrator']);
    expect((await send('/persons/off-and-on', 'PUT', { administrator: true })).status).toBe(200);
    const other = await api.visitor();
    await other.request('/api/session', jsonInit('POST', { username: 'off-and-on', password: strong }));
    const answers = await Promise.all([send('/persons/off-and-on', 'PUT', { administrator: false }), send('/persons/admin', 'PUT', { administrator: false }, other)]);
    const serving = (await api.people!.read(api.district.id)).people.filter(({ account }) => account?.administrator && !account.off);
    expect([answers.filter(({ status }) => status === 200).length, serving.length]).toEqual([1, 1]);
    if (serving[0]!.id !== 'admin') await send('/persons/admin', 'PUT', { administrator: true }, other);
  });

  it('units and people are brought in from tables, tried first, all or none, and twice without doubles', async () => {
    const bring = (table: string, text: string, dryRun: boolean) => admin.json<PeopleImport>(`/api/people/${table}/import?dry-run=${dryRun}`, { method: 'POST', body: text, headers: { 'Content-Type': 'text/csv' } });
    const units = '名称,层级,上级单位,标识\n临湖社区,社区,振华街道,linhu\n临湖一格,网格,临湖社区,\n';
    expect(await bring('units', '名称,层级,上级单位\n无名社区,社区,没有的街道\n好社区,社区,振华街道\n', false)).toMatchObject({ added: 1, problems: [{ line: 2, issues: [{ code: 'people.unit-unnamed' }] }] });
    expect(await bring('units', units, true)).toMatchObject({ dryRun: true, added: 2, problems: [] });
    expect((await people()).units.some(({ label }) => ['临湖社区', '好社区'].includes(label.zh))).toBe(false);
    expect(await bring('units', units, false)).toMatchObject({ added: 2, unchanged: 0, problems: [] });
    expect(await bring('units', units, false)).toMatchObject({ added: 0, unchanged: 2 });
    expect((await people()).units.find(({ label }) => label.zh === '临湖一格')).toMatchObject({ level: 'grid', parent: 'linhu' });
    const table = `姓名,角色,单位,用户名,初始密码\n（例）某人,,,,\n周导,社区/热线工作人员,临湖社区,zhou-dao,${strong}\n周导,责任人,临湖社区,zhou-dao,\n吴无号,责任人,临湖社区,,\n`;
    expect(await bring('people', table, false)).toMatchObject({ added: 3, problems: [] });
    expect(await bring('people', table, false)).toMatchObject({ added: 0, unchanged: 3 });
    expect((await (await api.visitor()).json<SessionInfo>('/api/session', jsonInit('POST', { username: 'zhou-dao', password: strong }))).posts).toHaveLength(2);
    expect((await people()).people.find(({ name }) => name === '吴无号')).toMatchObject({ account: null });
    const template = await (await admin.request('/api/people/people/template.csv')).text();
    expect(template.split('\r\n')[0]).toBe('姓名,角色,单位,用户名,初始密码,起日');
  });
});
