import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { S3Client } from '@aws-sdk/client-s3';
import { type FileStoreOptions, fileStoreOver } from './file-store.ts';
import type { Objects } from './objects.ts';
import type { FileStore } from './port.ts';

export interface S3Options extends FileStoreOptions {
  readonly bucket: string;
  /** What all keys begin with. Default `bihuan/`. */
  readonly prefix?: string;
  /** Where an upload grows until it is whole. Default: a folder below the machine's own for such things. */
  readonly spool?: string;
}

/**
 * Files in a bucket of S3, or of whatever speaks its language (MinIO, OSS, COS, OBS). The client is the host's, and so are its credentials; the bucket is there already.
 * 附件放在 S3 或兼容的对象存储里；客户端和凭据由宿主给，桶须先建好。
 * @example
 * const files = s3Files(new S3Client({ region, endpoint, forcePathStyle: true }), { bucket: 'bihuan' });
 */
export const s3Files = (client: S3Client, { bucket, prefix = 'bihuan/', spool = join(tmpdir(), 'bihuan-spool'), ...options }: S3Options): FileStore =>
  fileStoreOver(objectsIn(client, bucket, prefix, spool), options);

/** Loaded by whoever uses it: it takes a while. */
const sdk = () => import('@aws-sdk/client-s3');

function objectsIn(client: S3Client, Bucket: string, prefix: string, spool: string): Objects {
  const at = (key: string) => ({ Bucket, Key: prefix + key });
  return {
    spool,
    async take(key, path, hash) {
      // With its hash the client sends it as it is: many that speak S3's language do not know the chunks in which it would be sent otherwise.
      await client.send(new (await sdk()).PutObjectCommand({ ...at(key), Body: createReadStream(path), ContentLength: (await stat(path)).size, ChecksumSHA256: Buffer.from(hash, 'hex').toString('base64') }));
      await rm(path, { force: true });
    },
    async write(key, bytes) { await client.send(new (await sdk()).PutObjectCommand({ ...at(key), Body: bytes })); },
    async read(key) {
      const found = await orNothing(client.send(new (await sdk()).GetObjectCommand(at(key))));
      return found?.Body as AsyncIterable<Uint8Array> | undefined;
    },
    has: async (key) => await orNothing(client.send(new (await sdk()).HeadObjectCommand(at(key)))) !== undefined,
    async remove(key) { await client.send(new (await sdk()).DeleteObjectCommand(at(key))); },
    async list(start) {
      const keys: string[] = [];
      for (let ContinuationToken: string | undefined; ;) {
        const page = await client.send(new (await sdk()).ListObjectsV2Command({ Bucket, Prefix: prefix + start, ...(ContinuationToken !== undefined && { ContinuationToken }) }));
        for (const { Key } of page.Contents ?? []) keys.push(Key!.slice(prefix.length));
        ContinuationToken = page.NextContinuationToken;
        if (ContinuationToken === undefined) return keys;
      }
    },
  };
}

/** What is asked for; nothing where there is no such key. */
const orNothing = <T>(work: Promise<T>): Promise<T | undefined> => work.catch((error: unknown) => {
  if (error instanceof Error && ['NoSuchKey', 'NotFound'].includes(error.name)) return undefined;
  throw error;
});
