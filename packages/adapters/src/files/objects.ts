/** What the two kinds of place have in common: whole objects under keys. Parts of a key are separated by slashes and hold nothing but `A-Z a-z 0-9 - _ % .` */
export interface Objects {
  /** A folder of this machine in which an upload grows until it is whole. */
  readonly spool: string;
  /** Puts a file of the spool, which has this SHA-256, under a key, whole or not at all; the file is gone from the spool. */
  take(key: string, path: string, hash: string): Promise<void>;
  /** Puts a few bytes under a key. */
  write(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes under a key; nothing where there are none. */
  read(key: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  has(key: string): Promise<boolean>;
  remove(key: string): Promise<void>;
  /** All keys that begin so. */
  list(prefix: string): Promise<readonly string[]>;
}
