import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { accept, refuse, type FileRef } from '@bihuan/core';
import { fileIssue } from './file-issues.ts';
import type { Objects } from './objects.ts';
import { DamagedFile, type FileStore } from './port.ts';
import { clearSpool, spool } from './spool.ts';

export interface FileStoreOptions {
  /** The largest file, in bytes. Default 20,000,000. */
  readonly limit?: number;
}

/** How long an upload waits for a sweep of the same file, in milliseconds. */
const patience = 5000;

/** What is written beside the bytes. */
interface Note { readonly name: string; readonly type: string; readonly size: number; readonly at: number }

/**
 * Files over whole objects under keys: beside the bytes a note of what they are, a claim of each who refers to them, and while it is being
 * swept a sign that says so. Who claims writes the claim first and then looks for the sign; who sweeps writes the sign first and then
 * looks for claims: so one of the two sees the other, and nothing that is claimed goes.
 */
export function fileStoreOver(objects: Objects, { limit = 20_000_000 }: FileStoreOptions = {}): FileStore {
  const keysOf = (tenant: string, hash: string) => {
    const at = `${part(tenant)}/${hash}`;
    return { content: `${at}/content`, note: `${at}/note.json`, sweeping: `${at}/sweeping`, claims: `${at}/claims/`, claim: (by: string) => `${at}/claims/${part(by)}` };
  };
  const noteOf = async (tenant: string, hash: string): Promise<Note | undefined> => {
    const content = isHash(hash) ? await objects.read(keysOf(tenant, hash).note) : undefined;
    return content && JSON.parse((await bytesOf(content)).toString('utf8')) as Note;
  };
  /** The note goes last, so that one that was broken off is still found. */
  const removeAll = async (tenant: string, hash: string): Promise<void> => {
    const keys = keysOf(tenant, hash);
    for (const key of [keys.content, ...await objects.list(keys.claims), keys.note, keys.sweeping]) await objects.remove(key);
  };
  const sweepOne = async (tenant: string, hash: string, before: number): Promise<boolean> => {
    const keys = keysOf(tenant, hash);
    const note = await noteOf(tenant, hash);
    if (note === undefined || note.at >= before) return false;
    await objects.write(keys.sweeping, Buffer.from('.'));
    if ((await objects.list(keys.claims)).length > 0 || (await noteOf(tenant, hash))?.at !== note.at) {
      await objects.remove(keys.sweeping);
      return false;
    }
    await removeAll(tenant, hash);
    return true;
  };
  return {
    async put(tenant, content, label, at = Date.now()) {
      const spooled = await spool(objects.spool, content, label, limit);
      if (!spooled.ok) return spooled;
      const { ref: { name, type, size, hash }, path } = spooled.value;
      try {
        const keys = keysOf(tenant, hash);
        // Whoever is sweeping it is let finish; a sign that stays was left by one that broke off.
        for (let waited = 0; waited < patience && await objects.has(keys.sweeping); waited += 100) await setTimeout(100);
        await objects.remove(keys.sweeping);
        const kept = await noteOf(tenant, hash);
        await objects.take(keys.content, path, hash); // also where it is there already: that may be damaged
        const note: Note = { name: kept?.name ?? name, type: kept?.type ?? type, size, at };
        await objects.write(keys.note, Buffer.from(JSON.stringify(note)));
        return accept({ name, type: note.type, size, hash });
      } finally {
        await rm(path, { force: true });
      }
    },
    async get(tenant, hash) {
      const note = await noteOf(tenant, hash);
      const content = note && await objects.read(keysOf(tenant, hash).content);
      return content && { ref: { name: note!.name, type: note!.type, size: note!.size, hash }, content: checked(content, hash) };
    },
    async delete(tenant, hash) {
      const note = await noteOf(tenant, hash);
      if (note === undefined) return false;
      await removeAll(tenant, hash);
      return true;
    },
    async claim(tenant, ref, by) {
      const { name, hash } = ref;
      const unknown = refuse(fileIssue('file.unknown', { name }));
      const note = await noteOf(tenant, hash);
      if (note === undefined) return unknown;
      if (note.size !== ref.size || note.type !== ref.type) return refuse(fileIssue('file.differs', { name }));
      const keys = keysOf(tenant, hash);
      await objects.write(keys.claim(by), Buffer.from('.'));
      if (!await objects.has(keys.sweeping) && await objects.has(keys.content)) return accept(onlyRef(ref));
      await objects.remove(keys.claim(by));
      return unknown;
    },
    async release(tenant, hash, by) {
      if (isHash(hash)) await objects.remove(keysOf(tenant, hash).claim(by));
    },
    drop: async (tenant, hash) => isHash(hash) && sweepOne(tenant, hash, Infinity),
    async sweep(tenant, before) {
      await clearSpool(objects.spool, before);
      const keys = await objects.list(`${part(tenant)}/`);
      const claimed = new Set(keys.filter((key) => key.includes('/claims/')).map(hashIn));
      let swept = 0;
      for (const hash of keys.filter((key) => key.endsWith('/note.json')).map(hashIn)) if (!claimed.has(hash) && await sweepOne(tenant, hash, before)) swept += 1;
      return swept;
    },
  };
}

/** All that comes, at once. */
async function bytesOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}

/** A name as part of a key: it cannot lead out of its place. */
const part = (name: string): string => `_${encodeURIComponent(name).replace(/[.!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
const hashIn = (key: string): string => key.split('/')[1]!;
const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
const onlyRef = ({ name, size, type, hash }: FileRef): FileRef => ({ name, size, type, hash });

/** The bytes one part behind, so that the last part is given only when all of them have the hash. */
async function* checked(content: AsyncIterable<Uint8Array>, hash: string): AsyncGenerator<Uint8Array> {
  const digest = createHash('sha256');
  let held: Uint8Array | undefined;
  for await (const part of content) {
    digest.update(part);
    if (held !== undefined) yield held;
    held = part;
  }
  if (held === undefined || digest.digest('hex') !== hash) throw new DamagedFile(hash);
  yield held;
}
