import { basename, resolve } from 'node:path';
import { compileMethod, findRegister, parseImportMap } from '@bihuan/core';
import type { Cast, ImportMap, Method, ReplayTable } from '@bihuan/core';
import { readCsv } from '../tables/csv.ts';
import type { Encoding } from '../tables/decode.ts';
import type { Args, Io } from './command.ts';
import { EXIT, complain } from './command.ts';
import { readText } from './files.ts';
import { findingLines, placeFindings } from './findings-text.ts';
import { readMethod } from './method-files.ts';
import { readCast } from './replay-files.ts';
import { sentences } from './sentences.ts';

/** The register of a method, and the people and units of its district. */
export interface RegisterFiles { readonly method: Method; readonly rules: ReturnType<typeof compileMethod>; readonly subject: string; readonly cast: Cast }

/** A table to be imported, and how it is read. */
export interface ImportFiles {
  readonly table: ReplayTable;
  readonly map?: ImportMap;
  readonly file: { readonly name: string; readonly encoding: Encoding; readonly bom: boolean };
}

/** Reads the method and finds the register; complains of what does not hold and answers the exit code instead. */
export const readRegister = async ({ files, value }: Args, io: Io): Promise<RegisterFiles | number> => {
  const [methodFile, name] = files as [string, string];
  const path = resolve(io.cwd, methodFile);
  const read = await readMethod(path);
  if (!read.ok) return complain(io, read.issues[0]!);
  const { method } = read.value;
  if (method === undefined) {
    for (const each of placeFindings(path, read.value.text, read.value.findings)) if (each.severity === 'error') io.err(`${findingLines(each, io.cwd)}\n`);
    return complain(io, sentences.methodUnsound, EXIT.failed);
  }
  const found = findRegister({ methods: [method] }, { subject: name, at: Date.UTC(2999, 0, 1) });
  if (!found.ok) return complain(io, found.issues[0]!.says);
  const cast = await readCast(value('cast'), io);
  if (typeof cast === 'number') return cast;
  return { method, ...found.value, cast: cast ?? method.cast ?? { units: {}, posts: {} } };
};

/** Reads table and map. */
export const readImportFiles = async ({ files, value }: Args, io: Io, { rules, subject }: RegisterFiles): Promise<ImportFiles | number> => {
  const csvPath = resolve(io.cwd, files[2]!);
  const mapPath = value('map') === undefined ? undefined : resolve(io.cwd, value('map')!);
  const [table, mapText] = [await readText(csvPath), mapPath === undefined ? undefined : await readText(mapPath)];
  if (!table.ok) return complain(io, table.issues[0]!);
  if (mapText?.ok === false) return complain(io, mapText.issues[0]!);
  const map = mapText && parseImportMap(mapText.value.text, rules, subject);
  if (map?.ok === false) {
    for (const each of placeFindings(mapPath!, mapText!.value.text, map.issues)) io.err(`${findingLines(each, io.cwd)}\n`);
    return complain(io, sentences.mapUnsound, EXIT.failed);
  }
  const { text, encoding, bom } = table.value;
  return { table: readCsv(text, map?.value.delimiter), file: { name: basename(csvPath), encoding, bom }, ...(map && { map: map.value }) };
};
