import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileStoreContract, s3Files } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'bihuan-s3-'));
const spool = join(folder, 'spool');
const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: join(folder, 'buckets') });
let client: S3Client;
let buckets = 0;

beforeAll(async () => {
  const { port } = await server.run();
  client = new S3Client({ endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', forcePathStyle: true, credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' } });
});
afterAll(async () => {
  client.destroy();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('files in a bucket', () => {
  it.each(fileStoreContract)('$promise', async ({ check }) => {
    const Bucket = `files-${++buckets}`;
    await client.send(new CreateBucketCommand({ Bucket }));
    await check({
      files: s3Files(client, { bucket: Bucket, spool, limit: 100_000 }),
      async damage(hash) {
        const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }));
        const { Key } = Contents.find((each) => each.Key!.endsWith(`${hash}/content`))!;
        const bytes = await (await client.send(new GetObjectCommand({ Bucket, Key }))).Body!.transformToByteArray();
        bytes[0]! ^= 1;
        await client.send(new PutObjectCommand({ Bucket, Key, Body: bytes }));
      },
    });
    expect(readdirSync(spool)).toEqual([]);
  }, 30_000);
});
