import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { parseMethod } from '@bihuan/core';
import type { Bases, Finding, Method, Result, Words } from '@bihuan/core';
import { readText } from './files.ts';

/** A method's file: its text, for whoever points into it, and what was found in it. */
export interface MethodFile { readonly path: string; readonly text: string; readonly findings: readonly Finding[]; readonly method?: Method }

/** Reads and checks a method; what it extends is looked for beside it and among the methods that are shipped. */
export const readMethod = async (path: string): Promise<Result<MethodFile, Words>> => {
  const read = await readText(path);
  if (!read.ok) return read;
  const { text } = read.value;
  const parsed = parseMethod(text, { bases: basesBeside(path) });
  return { ok: true, value: parsed.ok ? { path, text, findings: parsed.findings, method: parsed.value } : { path, text, findings: parsed.issues } };
};

/** Where the methods are that come with the core. */
export const shippedFolder = (): string => dirname(createRequire(import.meta.url).resolve('@bihuan/core/methods/1330.json'));

/** The file in which a base `id@version` stands, as seen from a method's file: `id.json` beside it, or a shipped one. */
export const fileOfBase = (ref: string, path: string): string | undefined =>
  [dirname(resolve(path)), shippedFolder()].map((folder) => join(folder, `${ref.split('@')[0]}.json`)).find((file) => {
    const content = contentOf(file);
    return content !== undefined && `${String(content['id'])}@${String(content['version'])}` === ref;
  });

const basesBeside = (path: string): Bases => (ref) => {
  const file = fileOfBase(ref, path);
  return file === undefined ? undefined : contentOf(file);
};

const contentOf = (file: string): Record<string, unknown> | undefined => {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
    return typeof content === 'object' && content !== null ? content as Record<string, unknown> : undefined;
  } catch {
    return undefined;
  }
};
