import { readFile, writeFile } from 'node:fs/promises';
import { accept, refuse } from '@bihuan/core';
import type { Result, Words } from '@bihuan/core';
import { decode } from '../tables/decode.ts';
import type { DecodedText } from '../tables/decode.ts';
import { sentences } from './sentences.ts';

/** Reads a text file; why it cannot be read is said in words. */
export const readText = async (path: string): Promise<Result<DecodedText, Words>> => {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return refuse(whyNot(path, error));
  }
  const decoded = decode(bytes);
  return decoded ? accept(decoded) : refuse(sentences.encodingUnknown(path));
};

export const writeText = async (path: string, text: string): Promise<Result<undefined, Words>> => {
  try {
    await writeFile(path, text);
    return accept(undefined);
  } catch (error) {
    return refuse(sentences.fileUnwritable(path, codeOf(error)));
  }
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error));

const whyNot = (path: string, error: unknown): Words => {
  switch (codeOf(error)) {
    case 'ENOENT': case 'ENOTDIR': return sentences.fileMissing(path);
    case 'EISDIR': return sentences.fileIsFolder(path);
    case 'EACCES': case 'EPERM': return sentences.fileForbidden(path);
    default: return sentences.fileUnreadable(path, codeOf(error));
  }
};
