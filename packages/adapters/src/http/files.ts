import { Readable } from 'node:stream';
import { createRoute, z } from '@hono/zod-openapi';
import type { Actor, FileRef } from '@bihuan/core';
import { bodyLimit } from 'hono/body-limit';
import { fileIssue } from '../files/file-issues.ts';
import { isShown } from '../files/file-types.ts';
import { DamagedFile, type StoredFile } from '../files/port.ts';
import { jsonAnswer, newRouter, refusals } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import { refIn } from './held-files.ts';
import { Refusal, refuseWith } from './problem.ts';
import { FileJson } from './wire/index.ts';

const tags = ['files'];
/** More than the largest file that a store takes by default, with what stands around it in a form. */
const largest = 32_000_000;
const [most, within] = [60, 600_000];
/** For so long after the reveal that is on record, who asked for it opens the attachments among the personal data. */
const afterReveal = 30 * 60_000;

const upload = createRoute({
  method: 'post', path: '/', tags, summary: 'Upload one file / 上传一个附件',
  description: 'Its answer goes into an input of kind `files`; what no command refers to within a day is swept / 一天之内没有用到的会清除',
  request: { body: { content: { 'multipart/form-data': { schema: z.object({ file: z.any().openapi({ type: 'string', format: 'binary' }) }) } }, required: true } },
  responses: { 201: jsonAnswer(FileJson, 'Taken in'), ...refusals },
});
const download = createRoute({
  method: 'get', path: '/{hash}', tags, summary: 'A file of a case / 事项的附件',
  request: { params: z.object({ hash: z.string() }), query: z.object({ case: z.string().openapi({ description: 'The case or subject that refers to it / 引用它的事项或对象' }) }) },
  responses: { 200: { content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } }, description: 'Pictures and PDF to be shown, all else to be saved' }, ...refusals },
});

/** `/api/files`: one comes in by itself; one goes out to whoever may read a case that refers to it. Without a store of files there is no such route. */
export function fileRoutes({ engine, files, now, realClock = Date.now }: ApiOptions) {
  const store = (method: string) => {
    if (files === undefined) throw refuseWith('http.unknown-route', { method, path: '/api/files' });
    return files;
  };
  /** The reference of a case to a file; to one among its personal data only for who has just had that shown. */
  const refFor = async (id: string, hash: string, actor: Actor): Promise<{ readonly ref: FileRef; readonly personal: boolean } | undefined> => {
    const history = await engine.history(id);
    const ref = refIn(history, hash);
    if (ref !== undefined) return { ref, personal: false };
    const shown = history.some((event) => event.type === 'revealed' && event.by.person === actor.person && event.at > now() - afterReveal);
    const own = shown ? refIn((await engine.case(id))?.state, hash) : undefined;
    return own && { ref: own, personal: true };
  };
  const uploads = new Map<string, readonly number[]>();
  const router = newRouter();
  router.use('*', bodyLimit({ maxSize: largest, onError: () => { throw refuseWith('file.too-large', { limit: largest }); } }));
  return router
    .openapi(upload, async (c) => {
      const kept = store('POST');
      const [{ person }, at] = [c.get('actor'), realClock()];
      const recent = (uploads.get(person) ?? []).filter((each) => each > at - within);
      if (recent.length >= most) throw new Refusal([fileIssue('file.too-many', { minutes: within / 60_000 })], 429, { 'Retry-After': String(Math.ceil((recent[0]! + within - at) / 1000)) });
      uploads.set(person, [...recent, at]);
      const parts = Object.values(await c.req.parseBody({ all: true })).flat();
      const [file] = parts;
      if (parts.length !== 1 || !(file instanceof File)) throw refuseWith('http.bad-body', { at: 'file', expected: 'one file' }, ['file']);
      const taken = await kept.put(engine.tenant, file.stream() as unknown as AsyncIterable<Uint8Array>, { name: file.name, type: file.type }, at);
      if (!taken.ok) throw new Refusal(taken.issues);
      const { name, size, type, hash } = taken.value;
      return c.json({ name, size, type, hash }, 201);
    })
    .openapi(download, async (c) => {
      const kept = store('GET');
      const [{ hash }, { case: id }] = [c.req.valid('param'), c.req.valid('query')];
      const readable = await engine.explain(id, c.get('actor'), now()) !== undefined;
      const known = readable ? await refFor(id, hash, c.get('actor')) : undefined;
      if (known === undefined) throw refuseWith('record.not-found', { id: hash });
      const found = await kept.get(engine.tenant, hash);
      if (found === undefined) throw new Refusal([fileIssue('file.gone', { name: known.ref.name })], 404);
      return c.body(await bodyOf(found), 200, { ...headersOf(known.ref, found), ...(known.personal && { 'Cache-Control': 'no-store' }) });
    });
}

function headersOf({ name }: FileRef, { ref: { type, size, hash } }: StoredFile): Record<string, string> {
  const word = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return {
    'Content-Type': type.startsWith('text/') ? `${type}; charset=utf-8` : type, 'Content-Length': String(size), 'X-Content-Type-Options': 'nosniff',
    'Content-Disposition': `${isShown(type) ? 'inline' : 'attachment'}; filename*=UTF-8''${word}`, 'Cache-Control': 'private, max-age=300', 'ETag': `"${hash}"`,
  };
}

/** The bytes, from the first on: a damaged file says so before anything is sent, or breaks off before its end. */
async function bodyOf({ ref: { hash }, content }: StoredFile): Promise<ReadableStream<Uint8Array>> {
  const parts = content[Symbol.asyncIterator]();
  const first = await parts.next().catch((error: unknown) => {
    throw error instanceof DamagedFile ? new Refusal([fileIssue('file.damaged', { hash })], 500) : error;
  });
  async function* all(): AsyncGenerator<Uint8Array> {
    for (let part = first; !part.done; part = await parts.next()) yield part.value;
  }
  return Readable.toWeb(Readable.from(all())) as ReadableStream<Uint8Array>;
}
