import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { randomUUID } from 'node:crypto';
import { type FileStoreOptions, fileStoreOver } from './file-store.ts';
import type { Objects } from './objects.ts';
import type { FileStore } from './port.ts';

/**
 * Files in a folder of this machine. Each is written beside its place, down to the disk, and then renamed into it.
 * 附件放在本机的一个文件夹里：先写在旁边、落盘，再改名就位。
 * @example
 * const files = localFolder('/srv/bihuan/files');
 */
export const localFolder = (folder: string, options: FileStoreOptions = {}): FileStore => fileStoreOver(objectsIn(resolve(folder)), options);

function objectsIn(root: string): Objects {
  const spool = join(root, 'spool');
  const at = (key: string): string => join(root, 'kept', ...key.split('/'));
  const take = async (key: string, path: string): Promise<void> => {
    const place = at(key);
    await mkdir(dirname(place), { recursive: true });
    await rename(path, place);
    await onDisk(dirname(place));
  };
  return {
    spool, take,
    async write(key, bytes) {
      await mkdir(spool, { recursive: true });
      const path = join(spool, `${randomUUID()}.part`);
      const file = await open(path, 'wx');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await take(key, path);
    },
    async read(key) {
      const stream = createReadStream(at(key));
      return new Promise((found, failed) => {
        stream.once('open', () => found(stream));
        stream.once('error', (error: NodeJS.ErrnoException) => { if (error.code === 'ENOENT') found(undefined); else failed(error); });
      });
    },
    has: (key) => access(at(key)).then(() => true, () => false),
    remove: (key) => rm(at(key), { force: true }),
    async list(prefix) {
      const entries = await readdir(at(prefix), { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => { if (error.code === 'ENOENT') return []; throw error; });
      const from = join(root, 'kept').length + 1;
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(from).replaceAll('\\', '/'));
    },
  };
}

/** A rename lasts when its folder is on the disk. */
async function onDisk(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
