import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { accept, refuse, type FileRef, type Result } from '@bihuan/core';
import { type FileIssue, fileIssue } from './file-issues.ts';
import { agrees, allowedTypes, shownType } from './file-types.ts';
import type { FileLabel } from './port.ts';

/** An upload that is whole and is what it says, on its way to its place. */
export interface Spooled { readonly ref: FileRef; readonly path: string }

/** Reads an upload into the spool. Nothing more is read of one that is too large, and nothing is left of one that is refused. */
export async function spool(folder: string, content: AsyncIterable<Uint8Array> | Uint8Array, label: FileLabel, limit: number): Promise<Result<Spooled, FileIssue>> {
  const { name } = label;
  const type = label.type.split(';')[0]!.trim().toLowerCase();
  // eslint-disable-next-line no-control-regex -- control signs are what is looked for
  if (name.length === 0 || name.length > 200 || /[\u0000-\u001f\u007f/\\]/.test(name)) return refuse(fileIssue('file.bad-name', {}));
  if (!Object.hasOwn(allowedTypes, type)) return refuse(fileIssue('file.type-not-allowed', { type: type || '?' }));
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${randomUUID()}.part`);
  const read = await readInto(path, content instanceof Uint8Array ? [content] : content, limit).catch(async (error: unknown) => {
    await rm(path, { force: true });
    throw error;
  });
  const shown = read !== undefined && read.size > 0 ? await shownType(path) : undefined;
  const wrong = read === undefined ? fileIssue('file.too-large', { limit })
    : read.size === 0 ? fileIssue('file.empty', {})
      : !agrees(type, shown) ? fileIssue('file.type-contradicted', { type, found: shown ?? '?' }) : undefined;
  if (wrong === undefined) return accept({ path, ref: { name, type, ...read! } });
  await rm(path, { force: true });
  return refuse(wrong);
}

/** Writes what comes, down to the disk; nothing where it is more than the limit. */
async function readInto(path: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, limit: number): Promise<{ readonly size: number; readonly hash: string } | undefined> {
  const digest = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx');
  try {
    for await (const part of content) {
      size += part.byteLength;
      if (size > limit) return undefined;
      digest.update(part);
      await file.writeFile(part);
    }
    await file.sync();
    return { size, hash: digest.digest('hex') };
  } finally {
    await file.close();
  }
}

/** Removes what uploads that were broken off have left. */
export async function clearSpool(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined); // somebody else has taken it away
    if (name.endsWith('.part') && found !== undefined && found.mtimeMs < before) await rm(path, { force: true });
  }
}
