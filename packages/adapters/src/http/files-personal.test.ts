import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEngine, embeddedDirectory, type Engine, type FileRef, type Post } from '@bihuan/core';
import { at, done, street } from '../contract/engine-street.fixture.ts';
import { localFolder, storeWithFiles, type FileStore } from '../files/index.ts';
import { memoryStore } from '../memory/index.ts';
import { createApi, hashPassword, memorySavedQueries, memorySessions, type Api } from './index.ts';

const words = (zh: string, en: string) => ({ zh, en });
const files = (personal: boolean) => ({ label: words('照片', 'Photos'), kind: 'files', ...(personal && { personal }) });
/** The street with photos that are personal and photos that are not, and a further case that takes the personal ones over. */
const method = {
  ...street,
  fields: { ...street.fields, faces: files(true), photos: files(false) },
  kinds: { ...street.kinds, visit: { label: words('走访', 'Visit'), sources: [], line: ['received'] } },
  actions: {
    ...street.actions,
    report: { ...street.actions.report, takes: { ...street.actions.report.takes, faces: { optional: true }, photos: { optional: true } } },
    correct: { label: words('更正', 'Correct'), by: ['clerk'], takes: { faces: { optional: true } } },
    begin: { label: words('列入走访', 'Begin'), opens: 'visit', by: ['clerk'], takes: { faces: { optional: true } } },
    talk: { label: words('谈话', 'Talk'), by: ['leader'], spawns: { begin: { link: 'visits', gives: { faces: { field: 'faces' } } } } },
    finish: { label: words('办完', 'Finish'), kinds: ['visit'], by: ['clerk'], leaves: { answer: {} }, ends: 'visited' },
  },
  links: { visits: { label: words('走访', 'Visits'), from: 'matter', to: 'visit' } },
  endings: { ...street.endings, visited: { label: words('已走访', 'Visited'), outcome: 'solved' } },
  personal: { by: ['leader'], keep: '1 year' },
};
const units = [{ id: 'xin', label: words('新街', 'Xin'), level: 'street' }, { id: 'east', label: words('东社区', 'East'), level: 'community', parent: 'xin' }];
const post = (person: string, role: string, unit: string): Post => ({ id: `${person}-post`, role, unit, person, name: person });
const origin = 'http://localhost';

let folder: string;
let kept: FileStore;
let engine: Engine;
let now: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bihuan-'));
  kept = localFolder(folder);
  now = Date.parse('2021-11-01T09:00:00+08:00');
  engine = createEngine({ methods: [method as never], store: storeWithFiles(memoryStore(), kept), directory: embeddedDirectory({ units, posts: [post('wang', 'clerk', 'east'), post('li', 'leader', 'xin')] }) }).plain;
});
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

const upload = async (text: string): Promise<FileRef> => {
  const taken = await kept.put('default', Buffer.from(text), { name: `${text}.txt`, type: 'text/plain' }, now);
  if (!taken.ok) throw new Error(JSON.stringify(taken.issues));
  return taken.value;
};
const opened = async (fields: object): Promise<string> => done(await engine.open({ source: 'desk', kind: 'matter', fields: { content: '楼上漏水', topic: 'water', ...fields } }, { by: 'wang', at: at('11-01 09:00') })).id;
const erase = async (id: string) => done(await engine.erase(id, { because: '本人申请' }, { by: 'li', at: at('11-02 09:00') }));
/** How many files have their bytes in the folder. */
const bytes = (): number => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name === 'content').length;

describe('attachments among the personal data of a case', () => {
  it('are gone from the folder when the data is erased, those that were replaced before too; what is not personal stays', async () => {
    const [first, second, place] = [await upload('first'), await upload('second'), await upload('place')];
    const id = await opened({ faces: [first], photos: [place] });
    done(await engine.act(id, 'correct', { faces: [second] }, { by: 'wang', at: at('11-01 10:00') }));
    expect([await kept.sweep('default', Infinity), bytes()]).toEqual([0, 3]);
    await erase(id);
    expect([bytes(), await kept.get('default', first.hash), (await kept.get('default', place.hash))?.ref.name]).toEqual([1, undefined, 'place.txt']);
  });

  it('stay while another case claims them, also one that was handed them, and while the same case shows them openly', async () => {
    const [shared, open] = [await upload('shared'), await upload('open')];
    const [one, other] = [await opened({ faces: [shared, open], photos: [open] }), await opened({ faces: [shared] })];
    done(await engine.act(other, 'talk', {}, { by: 'li', at: at('11-01 10:00') }));
    const visit = (await engine.case(other))!.state.links[0]!.case;
    for (const [id, left] of [[one, 2], [other, 2], [visit, 1]] as const) {
      await erase(id);
      expect([id, bytes()]).toEqual([id, left]);
    }
    expect((await kept.get('default', open.hash))?.ref.name).toBe('open.txt');
  });

  it('are gone when the time for which the method keeps them is over', async () => {
    const id = await opened({ faces: [await upload('face')] });
    done(await engine.act(id, 'talk', {}, { by: 'li', at: at('11-01 10:00') }));
    const visit = (await engine.case(id))!.state.links[0]!.case;
    await erase(id);
    expect(bytes()).toBe(1);
    done(await engine.act(visit, 'finish', { satisfied: true }, { by: 'wang', at: at('11-03 09:00') }));
    await engine.forget('2022-11-01T09:00:00+08:00');
    expect(bytes()).toBe(1);
    await engine.forget('2022-12-01T09:00:00+08:00');
    expect(bytes()).toBe(0);
  });

  it('open for half an hour to who has had the data shown, and to nobody else', async () => {
    const { hash } = await upload('face');
    const password = await hashPassword('secret');
    const api: Api = createApi({
      engine, files: kept, sessions: memorySessions(['wang', 'li'].map((person) => ({ username: person, person, password }))), savedQueries: memorySavedQueries(), now: () => now, realClock: () => 0, signIn: { secret: 'only for tests' },
    });
    const post = (path: string, cookie: string, body: object = {}) => api.request(`${origin}/api${path}`, { method: 'POST', body: JSON.stringify(body), headers: { 'Origin': origin, 'Cookie': cookie, 'Content-Type': 'application/json' } });
    const signIn = async (username: string) => (await post('/session', '', { username, password: 'secret' })).headers.get('set-cookie')!.split(';')[0]!;
    const [wang, li] = [await signIn('wang'), await signIn('li')];
    const id = await opened({ faces: [(await kept.get('default', hash))!.ref] });
    now = Date.parse('2021-11-01T11:00:00+08:00');
    const status = async (cookie: string) => (await api.request(`${origin}/api/files/${hash}?case=${id}`, { headers: { Cookie: cookie } })).status;
    expect(await status(li)).toBe(404);
    expect((await post(`/cases/${id}/reveal`, li)).status).toBe(200);
    expect([await status(li), await status(wang)]).toEqual([200, 404]);
    now += 31 * 60_000;
    expect(await status(li)).toBe(404);
  });
});
