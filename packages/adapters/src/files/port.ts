import type { FileRef, Result } from '@bihuan/core';
import type { FileIssue } from './file-issues.ts';

/** What a file is called and said to be. */
export interface FileLabel { readonly name: string; readonly type: string }

/** A file as it is kept: what it is, and its bytes. */
export interface StoredFile {
  readonly ref: FileRef;
  /** The bytes, checked while they are read: the last ones come only when all of them have the right hash, else it throws `DamagedFile`. */
  readonly content: AsyncIterable<Uint8Array>;
}

/** What lies under a hash is not what has it. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
  constructor(readonly hash: string) { super(`The file ${hash} is damaged`); }
}

/**
 * Where files are kept, each tenant's apart, by the hash of what they hold: the same contents lie there once. An upload that nobody
 * claims is swept; a command that refers to a file claims it first.
 * 附件的存放：每个租户各放各的，按内容的指纹存取；没有事项引用的上传会被清除。
 */
export interface FileStore {
  /** Takes a file in, whole or not at all; refused by type, size or name while it is read. */
  put(tenant: string, content: AsyncIterable<Uint8Array> | Uint8Array, label: FileLabel, at?: number): Promise<Result<FileRef, FileIssue>>;
  /** The file of a hash; nothing where there is none. */
  get(tenant: string, hash: string): Promise<StoredFile | undefined>;
  /** Removes a file with all claims on it, for erasure and retention. False where there was none. */
  delete(tenant: string, hash: string): Promise<boolean>;
  /** Says under a name of the caller's own that something is going to refer to this file: it is there, of this size and type, and stays. */
  claim(tenant: string, ref: FileRef, by: string): Promise<Result<FileRef, FileIssue>>;
  /** Takes a claim back. */
  release(tenant: string, hash: string, by: string): Promise<void>;
  /** Removes a file at once, unless somebody claims it: whoever had a claim has taken it back. False where it stays, or was none. */
  drop(tenant: string, hash: string): Promise<boolean>;
  /** Removes what was uploaded before a moment and is claimed by nobody; gives how many. */
  sweep(tenant: string, before: number): Promise<number>;
}
