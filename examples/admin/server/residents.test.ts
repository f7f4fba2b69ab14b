import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { localFolder } from '@bihuan/adapters/files';
import { type IntakeInfo, type IntakeOptions, type IntakePlace, type IntakeProgress, type ProblemDocument, memoryIntake } from '@bihuan/adapters/http';
import { type DemoApi, type Visitor, demoApi, jsonInit } from './demo-api.fixture.ts';

const code = '0123456789ABCDEFGHJK';
const other = 'ZYXWVTSRQPNMKJHGFEDC';
const seen = { content: '三号楼前路灯不亮', place: '和苑一区3号楼', category: 'facility' };
const report = { unit: 'grid-1', source: 'qr', fields: seen, reporter: { name: '金小满', phone: '13900001111' }, code };

const opened = (more: Partial<IntakeOptions> = {}): IntakeOptions => ({ port: memoryIntake(), sources: { qr: { unitIn: 'grid-code' } }, levels: ['grid'], phone: '12345', ...more });
const send = (visitor: Visitor, body: object) => visitor.request('/api/intake/reports', jsonInit('POST', body));
const look = (visitor: Visitor, id: string, secret = code) => visitor.request(`/api/intake/reports/${id}`, { headers: { 'Report-Code': secret } });
const problemOf = async (answer: Response): Promise<[number, string]> => [answer.status, (await answer.json() as ProblemDocument).issues[0]!.code];

let api: DemoApi;
let resident: Visitor;
beforeAll(async () => {
  api = await demoApi({ intake: opened() }, { of: 'seven-step', story: false });
  resident = await api.visitor();
}, 60_000);

describe('a resident, without signing in', () => {
  let id: string;

  it('finds the units that have a code, and whom to call', async () => {
    const info = await resident.json<IntakeInfo>('/api/intake');
    expect(info.units.map(({ name }) => name)).toEqual(['grid-1', 'grid-2', 'grid-3', 'grid-4']);
    expect(info.units[0]).toMatchObject({ label: { zh: '和苑1号网格' }, above: { zh: '和苑社区' } });
    expect(info).toMatchObject({ phone: '12345', keeps: { zh: expect.stringContaining('删除') } });
  });

  it('gets the form of the source that the host has opened, without what he cannot fill in', async () => {
    const { ways } = await resident.json<IntakePlace>('/api/intake/units/grid-1');
    expect(ways.map(({ source, reporter }) => [source.name, reporter])).toEqual([['qr', 'required']]);
    expect(ways[0]!.form.map(({ name }) => name)).toEqual(['content', 'place', 'category']);
    expect(await problemOf(await resident.request('/api/intake/units/heyuan'))).toEqual([404, 'intake.no-unit']);
  });

  it('reports; the case shows that a resident did', async () => {
    const answer = await send(resident, report);
    expect([answer.status, answer.status === 201 ? '' : await answer.clone().text()]).toEqual([201, '']);
    ({ id } = await answer.json() as { id: string });
    const { state } = (await api.engine.case(id))!;
    expect(state).toMatchObject({ source: 'qr', home: 'grid-1', fields: { ...seen, 'grid-code': 'grid-1' }, openedBy: { person: 'resident', name: '居民' }, reporter: { name: '金小满', phone: '13900001111' } });
    expect(JSON.stringify(await api.engine.history(id))).not.toMatch(/金小满|13900001111/);
  });

  it('sends the same report again after a lost line, and it is one case', async () => {
    expect(await (await send(resident, report)).json()).toEqual({ id });
    expect(await api.engine.case(id.replace(/\d+$/, (n) => String(Number(n) + 1).padStart(n.length, '0')))).toBeUndefined();
  });

  it('sees how it stands by number and code: steps, promises, no name', async () => {
    const answer = await look(resident, id);
    const shown = await answer.text();
    expect(answer.status).toBe(200);
    expect(shown).not.toMatch(/金小满|1390000|魏国强/);
    const progress = JSON.parse(shown) as IntakeProgress;
    expect(progress).toMatchObject({ id, unit: { zh: '和苑1号网格' }, step: { zh: '问题派单' } });
    expect(progress.line.find(({ state }) => state === 'here')).toMatchObject({ label: progress.step });
    expect(progress.reported.map(({ text }) => text.zh)).toEqual(['三号楼前路灯不亮', '和苑一区3号楼', '公共设施']);
    expect(progress.due.length).toBeGreaterThan(0);
    expect(progress.due.every(({ text, late }) => /\d/.test(text.zh) && !late)).toBe(true);
  });

  it('is told nothing by a number alone, nor by the code of another report', async () => {
    expect(await problemOf(await look(resident, id, other))).toEqual([404, 'intake.unknown']);
    await send(resident, { ...report, code: other, fields: { ...seen, content: '井盖松动' } });
    expect(await problemOf(await look(resident, id, other))).toEqual([404, 'intake.unknown']);
    expect((await resident.request(`/api/cases/${id}`)).status).toBe(401);
  });

  it('may withdraw; whatever else the method does not allow a reporter is refused', async () => {
    const { actions } = await (await look(resident, id)).json() as IntakeProgress;
    expect(actions.map(({ name }) => name)).toEqual(['withdraw']);
    const dispatch = await resident.request(`/api/intake/reports/${id}/actions/close`, jsonInit('POST', { input: {} }, { 'Report-Code': code }));
    expect((await problemOf(dispatch))[0]).toBe(403);
    const done = await resident.request(`/api/intake/reports/${id}/actions/withdraw`, jsonInit('POST', { input: { statement: '已经自己修好了' } }, { 'Report-Code': code }));
    expect(await done.json()).toMatchObject({ ended: { label: { zh: '上报人撤回' } }, actions: [] });
  });
});

describe('what is refused', () => {
  it.each<[string, object, number, string]>([
    ['a field left empty', { fields: { ...seen, content: undefined } }, 422, 'input.missing'],
    ['a choice that is none', { fields: { ...seen, category: 'x' } }, 422, 'input.not-an-option'],
    ['nobody to answer to', { reporter: undefined }, 422, 'source.needs-reporter'],
    ['a source that is not open to residents', { source: 'visit' }, 422, 'intake.no-source'],
    ['a source by a name that every object has', { source: 'constructor' }, 422, 'intake.no-source'],
    ['a unit without a code', { unit: 'heyuan' }, 404, 'intake.no-unit'],
    ['what a program has filled in', { website: 'http://x' }, 422, 'intake.robot'],
    ['a code that can be guessed', { code: '123' }, 422, 'http.bad-body'],
  ])('%s', async (what, change, status, said) => {
    const fresh = createHash('sha256').update(what).digest('hex').slice(0, 20).toUpperCase();
    expect(await problemOf(await send(resident, { ...report, code: fresh, ...change }))).toEqual([status, said]);
  });

  it('another report under the same code, once the first was refused: the page takes a new code', async () => {
    const again = { ...report, code: 'M'.repeat(20) };
    expect((await send(resident, { ...again, fields: {} })).status).toBe(422);
    expect(await problemOf(await send(resident, again))).toEqual([409, 'key.reused']);
  });

  it('a report that is too large', async () => {
    expect(await problemOf(await send(resident, { ...report, fields: { ...seen, content: '长'.repeat(40_000) } }))).toEqual([413, 'http.too-large']);
  });

  it('everything, where the host has not opened it', async () => {
    const closed = await demoApi({}, { of: 'seven-step', story: false });
    expect((await (await closed.visitor()).request('/api/intake')).status).toBe(404);
  });
});

describe('too much at once', () => {
  const few = { points: 2, duration: 3_600 };
  const codes = ['A', 'B', 'C', 'D', 'E'].map((letter) => letter.repeat(20));
  const sendAll = async (more: Partial<IntakeOptions>) => {
    const guarded = await demoApi({ intake: opened(more) }, { of: 'seven-step', story: false });
    const visitor = await guarded.visitor();
    const answers: number[] = [];
    for (const each of codes) answers.push((await send(visitor, { ...report, code: each })).status);
    return { visitor, answers };
  };

  it('from one address is refused with a sentence that says when to come back', async () => {
    const { visitor, answers } = await sendAll({ limits: { reports: few } });
    expect(answers).toEqual([201, 201, 429, 429, 429]);
    const refused = await send(visitor, { ...report, code: codes[4] });
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await refused.json() as ProblemDocument).detail).toMatch(/^提交过于频繁，请 60 分钟后再试/);
    expect((await send(visitor, { ...report, code: codes[0] })).status).toBe(201); // what was taken before is answered again
  });

  it('at one unit is refused, from however many addresses', async () => {
    let n = 0;
    expect((await sendAll({ limits: { unit: few }, address: () => `10.0.0.${n += 1}` })).answers).toEqual([201, 201, 429, 429, 429]);
  });

  it('an IPv6 household counts as one address', async () => {
    let n = 0;
    expect((await sendAll({ limits: { reports: few }, address: () => `2001:db8:1:2::${n += 1}` })).answers).toEqual([201, 201, 429, 429, 429]);
  });

  it('whoever guesses codes may not try on, with the right one neither', async () => {
    const { visitor } = await sendAll({ limits: { misses: few } });
    for (let i = 0; i < 2; i += 1) expect((await look(visitor, '000001', other)).status).toBe(404);
    expect((await look(visitor, '000001', codes[0])).status).toBe(429);
  });
});

it('where residents may not open a case themselves, it is opened by virtue of a post, and still says who', async () => {
  const by = await demoApi({ intake: opened({ sources: { survey: { as: 'clerk' } }, levels: ['community'] }) }, { of: '1330', story: false });
  const visitor = await by.visitor();
  const [unit] = (await visitor.json<IntakeInfo>('/api/intake')).units;
  const answer = await send(visitor, { unit: unit!.name, source: 'survey', fields: { content: '井盖松动', place: '北街' }, reporter: { name: '张三' }, agent: { name: '李四', phone: '13800000000' }, code });
  const { id } = await answer.json() as { id: string };
  const { state } = (await by.engine.case(id))!;
  expect(state).toMatchObject({ home: unit!.name, openedBy: { person: 'resident', role: 'clerk' }, reporter: { name: '张三', ref: '代办 李四 13800000000' } });
  expect((await look(visitor, id)).status).toBe(200);
});

describe('photos', () => {
  const jpeg = Buffer.from('/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=', 'base64');
  const upload = (visitor: Visitor, content: Buffer = jpeg) => visitor.request('/api/intake/units/grid-1/photos', { method: 'POST', body: new Uint8Array(content), headers: { 'Content-Type': 'image/jpeg' } });
  const withFiles = async (more: Partial<IntakeOptions> = {}) => {
    const folder = mkdtempSync(join(tmpdir(), 'bihuan-photos-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    return demoApi({ intake: opened(more), files: localFolder(folder) }, { of: 'seven-step', story: false });
  };

  it('are asked for where files are kept, and belong to the case', async () => {
    const there = await withFiles();
    const visitor = await there.visitor();
    expect((await visitor.json<IntakePlace>('/api/intake/units/grid-1')).ways[0]!.form.map(({ name }) => name)).toEqual(['content', 'place', 'category', 'photos']);
    const taken = await upload(visitor);
    expect(taken.status).toBe(201);
    const ref = await taken.json() as { hash: string };
    const { id } = await (await send(visitor, { ...report, fields: { ...seen, photos: [ref] } })).json() as { id: string };
    const officer = await there.visitor('wei-guoqiang');
    expect(Buffer.from(await (await officer.request(`/api/files/${ref.hash}?case=${id}`)).arrayBuffer())).toEqual(jpeg);
    expect((await visitor.request(`/api/files/${ref.hash}?case=${id}`)).status).toBe(401);
  });

  it('that are none, are too large or too many are refused, and so is a reference to what is not there', async () => {
    const visitor = await (await withFiles({ limits: { photos: { points: 2, duration: 3_600 } } })).visitor();
    expect((await upload(visitor, Buffer.from('<svg onload="alert(1)">'))).status).toBe(415);
    expect((await upload(visitor, Buffer.alloc(1_100_000))).status).toBe(413);
    expect((await upload(visitor)).status).toBe(201);
    expect((await upload(visitor)).status).toBe(429);
    expect((await send(visitor, { ...report, fields: { ...seen, photos: [{ name: 'a.jpg', size: 1, type: 'image/jpeg', hash: 'a'.repeat(64) }] } })).status).toBe(422);
  });

  it('are not taken where the host keeps no files', async () => {
    expect((await upload(resident)).status).toBe(404);
  });
});
