import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { FileRef } from '@bihuan/core';
import { DamagedFile, type FileStore } from './port.ts';

/** An empty store with a limit of 100,000 bytes, and a way to change what lies in it behind its back. */
export interface FilesUnderTest {
  readonly files: FileStore;
  /** Changes one byte of a file of tenant `甲/../乙`. */
  damage(hash: string): Promise<void>;
}

/** One promise of every store of files, and what shows that it is kept. */
export interface PromisedOfFiles { readonly promise: string; check(under: FilesUnderTest): Promise<void> }

const here = '甲/../乙';
const there = '..';
const limit = 100_000;
const day = 86_400_000;
const now = 1_800_000_000_000;
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const words = Buffer.from('路灯不亮，3号楼前。\n');
const text = { name: '说明 1.txt', type: 'text/plain' };
const picture = { name: '照片.png', type: 'image/png' };
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const put = async (files: FileStore, bytes: AsyncIterable<Uint8Array> | Uint8Array = words, label = text, tenant = here, at = now): Promise<FileRef> => {
  const kept = await files.put(tenant, bytes, label, at);
  assert.ok(kept.ok, JSON.stringify(kept));
  return kept.value;
};
const refusal = async (work: ReturnType<FileStore['put']>): Promise<string> => {
  const result = await work;
  return result.ok ? 'kept' : result.issues.map(({ code }) => code).join();
};
const read = async (files: FileStore, hash: string, tenant = here): Promise<Buffer | undefined> => {
  const found = await files.get(tenant, hash);
  if (found === undefined) return undefined;
  const parts: Uint8Array[] = [];
  for await (const part of found.content) parts.push(part);
  return Buffer.concat(parts);
};
async function* inParts(bytes: Uint8Array, size: number, onPart: () => void = () => {}): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    onPart();
    yield bytes.subarray(at, at + size);
  }
}

/**
 * What every store of files promises, for any test runner to loop over; each check wants a fresh, empty one with a limit of 100,000 bytes. No row may be skipped.
 * 每个附件存储都须履行的约定，不可跳过；每条用一个全新的、上限十万字节的空存储。
 */
export const fileStoreContract: readonly PromisedOfFiles[] = [
  { promise: 'a file comes back as it was, by the hash of its bytes, with its name, type and size', async check({ files }) {
    const large = Buffer.concat(Array.from({ length: 9000 }, (_, i) => Buffer.from(`${i % 10}\n`)));
    for (const [bytes, label] of [[words, text], [png, picture], [large, { ...text, name: '长.txt' }]] as const) {
      const ref = await put(files, inParts(bytes, 700), label);
      assert.deepEqual(ref, { ...label, size: bytes.length, hash: hashOf(bytes) });
      assert.deepEqual((await files.get(here, ref.hash))?.ref, ref);
      assert.deepEqual(await read(files, ref.hash), bytes);
    }
  } },
  { promise: 'the same bytes lie there once, under the type that came first', async check({ files }) {
    const first = await put(files);
    const again = await put(files, words, { name: '表.csv', type: 'text/csv' });
    assert.deepEqual(again, { ...first, name: '表.csv' });
    assert.equal(await files.delete(here, first.hash), true);
    assert.equal(await files.get(here, first.hash), undefined);
  } },
  { promise: 'each tenant has its own, whatever it is called', async check({ files }) {
    const { hash } = await put(files);
    for (const tenant of [there, '甲', '乙', '', '甲/..', '甲%2F..%2F乙']) assert.deepEqual([await files.get(tenant, hash), await files.delete(tenant, hash)], [undefined, false], tenant);
    await put(files, words, text, there);
    assert.equal(await files.delete(here, hash), true);
    assert.deepEqual(await read(files, hash, there), words);
  } },
  { promise: 'what is no hash is found nowhere', async check({ files }) {
    const { hash } = await put(files);
    for (const wrong of ['', '..', hash.toUpperCase(), `${hash}/content`, `../${hash}`, hash.slice(1)]) {
      assert.deepEqual([await files.get(here, wrong), await files.delete(here, wrong)], [undefined, false]);
      const claimed = await files.claim(here, { ...text, size: words.length, hash: wrong }, 'c');
      assert.equal(claimed.ok, false);
    }
  } },
  { promise: 'one that is too large is refused while it comes: the rest is not read, and nothing of it is kept', async check({ files }) {
    const bytes = Buffer.alloc(10 * limit, 'a');
    let parts = 0;
    assert.equal(await refusal(files.put(here, inParts(bytes, 1000, () => { parts += 1; }), text)), 'file.too-large');
    assert.ok(parts <= 102, `${parts} parts were read`);
    assert.equal(await files.get(here, hashOf(bytes)), undefined);
    assert.equal((await put(files, Buffer.alloc(limit, 'a'))).size, limit);
    assert.equal(await refusal(files.put(here, new Uint8Array(), text)), 'file.empty');
  } },
  { promise: 'an upload that breaks off leaves nothing', async check({ files }) {
    async function* broken(): AsyncGenerator<Uint8Array> { yield words; throw new Error('gone'); }
    await assert.rejects(files.put(here, broken(), text), /gone/);
    assert.equal(await files.get(here, hashOf(words)), undefined);
    assert.equal(await files.sweep(here, now + day), 0);
  } },
  { promise: 'a type that is not on the list, a type that the contents contradict, and a name with a path are refused', async check({ files }) {
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
    const markup = [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), Buffer.from('\uFEFF  <!DOCTYPE html><p>x'), Buffer.from('<html>')];
    for (const type of ['image/svg+xml', 'text/html', 'application/octet-stream', 'application/x-msdownload', '', '__proto__']) assert.equal(await refusal(files.put(here, words, { name: 'a', type })), 'file.type-not-allowed', type);
    for (const bytes of markup) for (const type of ['image/png', 'text/plain', 'application/pdf']) assert.equal(await refusal(files.put(here, bytes, { name: 'a', type })), 'file.type-contradicted', type);
    assert.equal(await refusal(files.put(here, pdf, picture)), 'file.type-contradicted');
    assert.equal(await refusal(files.put(here, png, { ...picture, type: 'image/jpeg' })), 'file.type-contradicted');
    assert.equal(await refusal(files.put(here, png, text)), 'file.type-contradicted');
    assert.equal(await refusal(files.put(here, Buffer.from('MZ\0\0\0\0'), text)), 'file.type-contradicted');
    assert.equal(await refusal(files.put(here, Buffer.from([0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)]), { name: 'a.docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' })), 'file.type-contradicted');
    for (const name of ['', '../a.txt', 'a\\b.txt', 'a\nb', 'x'.repeat(201)]) assert.equal(await refusal(files.put(here, words, { ...text, name })), 'file.bad-name', name);
    assert.equal((await put(files, words, { ...text, type: 'Text/Plain; charset=utf-8' })).type, 'text/plain');
    assert.equal((await put(files, pdf, { name: 'a.pdf', type: 'application/pdf' })).type, 'application/pdf');
  } },
  { promise: 'a damaged file says so when it is read, and is never read whole; the same upload mends it', async check({ files, damage }) {
    const bytes = Buffer.alloc(limit, 'a');
    for (const each of [words, bytes]) {
      const { hash } = await put(files, each);
      await damage(hash);
      let got = 0;
      await assert.rejects(async () => { for await (const part of (await files.get(here, hash))!.content) got += part.length; }, (error) => error instanceof DamagedFile && error.hash === hash);
      assert.ok(got < each.length);
      await put(files, each);
      assert.deepEqual(await read(files, hash), each);
    }
  } },
  { promise: 'a file is claimed only as it lies there, by its size and type', async check({ files }) {
    const ref = await put(files);
    const claimed = await files.claim(here, { ...ref, name: '另一名', ref: 'host' }, 'c1');
    assert.deepEqual(claimed, { ok: true, value: { ...ref, name: '另一名' } });
    for (const [wrong, code] of [[{ size: 1 }, 'file.differs'], [{ type: 'text/csv' }, 'file.differs'], [{ hash: hashOf(png) }, 'file.unknown']] as const) {
      const refused = await files.claim(here, { ...ref, ...wrong }, 'c1');
      assert.deepEqual(refused.ok || refused.issues.map((each) => [each.code, each.params]), [[code, { name: ref.name }]]);
    }
    const elsewhere = await files.claim(there, ref, 'c1');
    assert.equal(elsewhere.ok, false);
  } },
  { promise: 'what nobody claims is swept when its time has come; what somebody claims stays, until the last claim is taken back', async check({ files }) {
    const [kept, lost, young] = [await put(files), await put(files, png, picture), await put(files, Buffer.from('young'), text, here, now + day)];
    for (const by of ['c/1', '../c2']) assert.ok((await files.claim(here, kept, by)).ok);
    assert.equal(await files.sweep(here, now), 0);
    assert.equal(await files.sweep(there, now + 1), 0);
    assert.equal(await files.sweep(here, now + 1), 1);
    assert.deepEqual([await files.get(here, lost.hash), (await files.get(here, kept.hash))?.ref, (await files.get(here, young.hash))?.ref], [undefined, kept, young]);
    await files.release(here, kept.hash, 'c/1');
    assert.equal(await files.sweep(here, now + 1), 0);
    await files.release(here, kept.hash, '../c2');
    assert.equal(await files.sweep(here, now + 1), 1);
    const late = await files.claim(here, kept, 'c3');
    assert.equal(late.ok, false);
  } },
  { promise: 'a file is dropped at once when nobody claims it any more, and stays while somebody does', async check({ files }) {
    const { hash } = await put(files);
    for (const by of ['c1', 'c2']) await files.claim(here, { ...text, size: words.length, hash }, by);
    await files.release(here, hash, 'c1');
    assert.deepEqual([await files.drop(here, hash), await files.drop(there, hash), await read(files, hash)], [false, false, words]);
    await files.release(here, hash, 'c2');
    assert.deepEqual([await files.drop(here, hash), await files.get(here, hash), await files.drop(here, hash)], [true, undefined, false]);
  } },
  { promise: 'a file that comes again is young again', async check({ files }) {
    const { hash } = await put(files);
    await put(files, words, text, here, now + day);
    assert.equal(await files.sweep(here, now + 1), 0);
    assert.deepEqual(await read(files, hash), words);
  } },
  { promise: 'claiming and sweeping at the same moment: whoever was told that it is claimed finds it', async check({ files }) {
    for (let i = 0; i < 20; i++) {
      const bytes = Buffer.from(`file ${i}`);
      const ref = await put(files, bytes);
      const [claimed] = await Promise.all([files.claim(here, ref, 'c'), files.sweep(here, now + 1)]);
      if (claimed.ok) assert.deepEqual(await read(files, ref.hash), bytes);
    }
  } },
  { promise: 'many at once, the same and others, are each whole', async check({ files }) {
    const all = Array.from({ length: 24 }, (_, i) => Buffer.from(`${i % 6} `.repeat(2000)));
    const refs = await Promise.all(all.map((bytes) => put(files, inParts(bytes, 900))));
    for (const [i, { hash }] of refs.entries()) assert.deepEqual(await read(files, hash), all[i]);
  } },
  { promise: 'a deleted file is gone with its claims', async check({ files }) {
    const ref = await put(files);
    await files.claim(here, ref, 'c');
    assert.equal(await files.delete(here, ref.hash), true);
    assert.deepEqual([await files.get(here, ref.hash), await files.delete(here, ref.hash)], [undefined, false]);
    await put(files);
    assert.equal(await files.sweep(here, now + 1), 1);
  } },
];
