import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, defineMethod, directoryOfCast, embeddedDirectory } from '@bihuan/core';
import { localFolder } from '../files/index.ts';
import { memoryStore } from '../memory/index.ts';
import { createApi, hashPassword, memorySavedQueries, memorySessions, type Api, type FileJson } from './index.ts';
import json from '../../../core/methods/seven-step.json' with { type: 'json' };
import demo from '../../../core/methods/seven-step.demo.json' with { type: 'json' };

const origin = 'http://localhost';
const now = Date.parse('2024-03-04T09:00:00+08:00');
const day = 86_400_000;
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const cast = directoryOfCast(demo.cast as Parameters<typeof directoryOfCast>[0]);
const people = Object.values(demo.cast.posts).map(({ person }) => person);
const grid = Object.values(demo.cast.posts).find(({ role }) => role === 'grid-member')!;

const folder = mkdtempSync(join(tmpdir(), 'bihuan-'));
const files = localFolder(folder);
const store = memoryStore();
let cookies: Readonly<Record<'here' | 'there', string>>;
const apis = {} as Record<'here' | 'there' | 'none', Api>;

const ask = async (path: string, init: RequestInit & { readonly cookie?: string; readonly api?: Api } = {}): Promise<Response> =>
  (init.api ?? apis.here).request(`${origin}/api${path}`, { ...init, headers: { Origin: origin, Cookie: init.cookie ?? cookies.here, ...init.headers } });
const post = (path: string, body: object) => ask(path, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
const formOf = (...sent: readonly File[]): FormData => {
  const form = new FormData();
  for (const file of sent) form.append('file', file);
  return form;
};
const send = (bytes: Buffer<ArrayBuffer> | string, name: string, type: string) => ask('/files', { method: 'POST', body: formOf(new File([bytes], name, { type })) });
const codes = async (answer: Response) => [answer.status, (await answer.json() as { issues: { code: string }[] }).issues.map(({ code }) => code).join()];

beforeAll(async () => {
  const password = await hashPassword('secret');
  const sessions = memorySessions(people.map((person) => ({ username: person, person, password })));
  const apiOf = (tenant: string, more: object) => createApi({
    engine: createEngine({ methods: [defineMethod(json as Parameters<typeof defineMethod>[0])], store, directory: embeddedDirectory(cast), tenant }),
    sessions, savedQueries: memorySavedQueries(), now: () => now, realClock: () => now, signIn: { secret: 'only for tests' }, ...more,
  });
  Object.assign(apis, { here: apiOf('here', { files }), there: apiOf('there', { files }), none: apiOf('here', {}) });
  const signIn = async (api: Api) => (await ask('/session', { api, cookie: '', method: 'POST', body: JSON.stringify({ username: grid.person, password: 'secret' }), headers: { 'Content-Type': 'application/json' } })).headers.get('set-cookie')!.split(';')[0]!;
  cookies = { here: await signIn(apis.here), there: await signIn(apis.there) };
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

/** Reports something on the platform with these photos. */
async function report(photos: readonly object[]): Promise<Response> {
  const openings = await (await ask('/openings')).json() as { source: { name: string }; kind: string; register?: boolean; form: { name: string; kind: string; optional: boolean; options?: { name: string }[] }[] }[];
  const opening = openings.find(({ register }) => !register)!;
  const fields = Object.fromEntries(opening.form.filter(({ optional }) => !optional).map(({ name, kind, options }) => [name, kind === 'choice' ? options![0]!.name : kind === 'point' ? '34.7,113.6' : '路灯不亮']));
  const made = await post('/cases', { kind: opening.kind, source: opening.source.name, fields });
  const { id } = await made.json() as { id: string };
  const found = await post(`/cases/${id}/actions/find`, { input: { facts: '路灯不亮' } });
  if (!found.ok) throw new Error(await found.text());
  return post(`/cases/${id}/actions/report`, { input: { photos } });
}

describe('attachments', () => {
  it('a photo is uploaded, a case refers to it, and whoever may read the case sees it', async () => {
    const sent = await send(png, '路灯 1.png', 'image/png');
    expect(sent.status).toBe(201);
    const ref = await sent.json() as FileJson;
    expect(ref).toEqual({ name: '路灯 1.png', type: 'image/png', size: png.length, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const made = await report([{ ...ref, name: '现场.png' }]);
    expect([made.status, made.ok ? '' : await made.text()]).toEqual([200, '']);
    const { id } = await made.json() as { id: string };
    const shown = await ask(`/files/${ref.hash}?case=${id}`);
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(png);
    expect(Object.fromEntries(['content-type', 'content-length', 'x-content-type-options', 'content-disposition'].map((name) => [name, shown.headers.get(name)]))).toEqual({
      'content-type': 'image/png', 'content-length': String(png.length), 'x-content-type-options': 'nosniff', 'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent('现场.png')}`,
    });
    expect((await ask(`/files/${ref.hash}?case=${id}`, { cookie: '' })).status).toBe(401);
    expect((await ask(`/files/${ref.hash}?case=${id}`, { cookie: cookies.there, api: apis.there })).status).toBe(404);
    expect(await files.sweep('here', now + day)).toBe(0);
  });

  it('a text is saved, not shown; another case, or none, opens nothing', async () => {
    const ref = await (await send('说明', 'a.txt', 'text/plain')).json() as FileJson;
    const [{ id }, other] = await Promise.all([report([ref]).then((answer) => answer.json() as Promise<{ id: string }>), report([]).then((answer) => answer.json() as Promise<{ id?: string }>)]);
    expect((await ask(`/files/${ref.hash}?case=${id}`)).headers.get('content-disposition')).toMatch(/^attachment;/);
    for (const wrong of [`?case=${other.id ?? 'none'}`, '?case=nobody']) expect((await ask(`/files/${ref.hash}${wrong}`)).status).toBe(404);
    expect((await ask(`/files/${ref.hash}`)).status).toBe(400);
    expect((await ask(`/files/..%2F..%2Fx?case=${id}`)).status).toBe(404);
  });

  it('a case may only refer to what lies there, as it lies there; what was refused is swept', async () => {
    const ref = await (await send('另一份', 'b.txt', 'text/plain')).json() as FileJson;
    expect(await codes(await report([{ ...ref, hash: 'a'.repeat(64) }]))).toEqual([422, 'file.unknown']);
    expect(await codes(await report([{ ...ref, size: 1 }, { ...ref, type: 'image/png' }]))).toEqual([422, 'file.differs,file.differs']);
    const refused = await post('/cases', { source: 'nowhere', fields: { photos: [ref] } });
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(await files.sweep('here', now)).toBe(0);
    expect(await files.sweep('here', now + day)).toBe(1);
  });

  it('is refused by type, contents and size, two at once too, each in both languages', async () => {
    expect(await codes(await send('<svg/>', 'a.svg', 'image/svg+xml'))).toEqual([415, 'file.type-not-allowed']);
    expect(await codes(await send('<html>', 'a.png', 'image/png'))).toEqual([415, 'file.type-contradicted']);
    expect(await codes(await send('', 'a.txt', 'text/plain'))).toEqual([422, 'file.empty']);
    expect(await codes(await send('a'.repeat(20_000_001), 'a.txt', 'text/plain'))).toEqual([413, 'file.too-large']);
    expect(await codes(await send('a'.repeat(33_000_000), 'a.txt', 'text/plain'))).toEqual([413, 'file.too-large']);
    const two = formOf(new File(['a'], 'a.txt', { type: 'text/plain' }), new File(['b'], 'b.txt', { type: 'text/plain' }));
    expect(await codes(await ask('/files', { method: 'POST', body: two }))).toEqual([422, 'http.bad-body']);
    expect((await ask('/files', { method: 'POST', cookie: '', body: formOf(new File(['a'], 'a.txt', { type: 'text/plain' })) })).status).toBe(401);
    const { detail } = await (await send('<html>', 'a.png', 'image/png')).json() as { detail: string };
    expect(detail).toContain('不符');
  });

  it('a damaged file says so', async () => {
    const ref = await (await send('要坏的', 'c.txt', 'text/plain')).json() as FileJson;
    const { id } = await (await report([ref])).json() as { id: string };
    const path = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name)).find((each) => each.endsWith(join(ref.hash, 'content')))!;
    writeFileSync(path, readFileSync(path).fill(65));
    expect(await codes(await ask(`/files/${ref.hash}?case=${id}`))).toEqual([500, 'file.damaged']);
  });

  it('one person uploads sixty in ten minutes and no more; where no files are kept there is no such route', async () => {
    const statuses = new Set<number>();
    for (let i = 0; i < 61; i++) statuses.add((await send(`n ${i}`, 'n.txt', 'text/plain')).status);
    expect(statuses).toEqual(new Set([201, 429]));
    expect((await send('one more', 'n.txt', 'text/plain')).headers.get('retry-after')).toBe('600');
    expect((await ask('/files', { api: apis.none, method: 'POST', body: formOf(new File(['a'], 'a.txt', { type: 'text/plain' })) })).status).toBe(404);
  });
});
