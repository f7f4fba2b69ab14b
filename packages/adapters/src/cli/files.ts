import { readFile, writeFile } from 'node:fs/promises';
import { accept, refuse } from '@bihuan/core';
import type { Result, Words } from '@bihuan/core';
import { sentences } from './sentences.ts';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le';
export interface DecodedText { readonly text: string; readonly encoding: Encoding; readonly bom: boolean }

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

/**
 * UTF-8 with or without its mark; if the bytes are no UTF-8, GB18030, as Excel in China saves its tables. A file that is cut in the middle
 * of a character is still what it was.
 */
export const decode = (bytes: Uint8Array): DecodedText | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le', bom: true };
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true }), encoding, bom };
    } catch { /* not this one */ }
  }
  return undefined;
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
