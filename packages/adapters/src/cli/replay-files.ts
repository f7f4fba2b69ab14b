import { basename, resolve } from 'node:path';
import { ScenarioFile, compileMethod, parseReplayMap, planReplay, readJson, tableIssues } from '@bihuan/core';
import type { Cast, Method, ReplayPlan, Words } from '@bihuan/core';
import { readCsv } from '../tables/csv.ts';
import type { Encoding } from '../tables/decode.ts';
import type { Args, Io } from './command.ts';
import { EXIT, complain } from './command.ts';
import { readText } from './files.ts';
import { findingLines, placeFindings } from './findings-text.ts';
import { readMethod } from './method-files.ts';
import { sentences } from './sentences.ts';

/** Everything that a replay needs, read and checked. */
export interface ReplayFiles {
  readonly method: Method;
  readonly rules: ReturnType<typeof compileMethod>;
  readonly cast: Cast;
  readonly plan: ReplayPlan;
  readonly file: { readonly name: string; readonly encoding: Encoding; readonly bom: boolean };
  /** Why no row of the table can be read. */
  readonly problems: readonly { readonly code: string; readonly says: Words }[];
}

/** Reads method, map and table; complains of what does not hold and answers the exit code instead. */
export const readReplayFiles = async ({ files, value }: Args, io: Io): Promise<ReplayFiles | number> => {
  const [methodPath, csvPath] = files.map((file) => resolve(io.cwd, file)) as [string, string];
  const mapOption = value('map');
  if (mapOption === undefined) return complain(io, sentences.optionMissing('--map MAP'));
  const mapPath = resolve(io.cwd, mapOption);
  const [method, mapText, table] = [await readMethod(methodPath), await readText(mapPath), await readText(csvPath)];
  const unread = [method, mapText, table].flatMap((read) => (read.ok ? [] : read.issues));
  for (const says of unread) complain(io, says);
  if (!method.ok || !mapText.ok || !table.ok) return EXIT.unable;

  if (method.value.method === undefined) {
    for (const each of placeFindings(methodPath, method.value.text, method.value.findings)) if (each.severity === 'error') io.err(`${findingLines(each, io.cwd)}\n`);
    return complain(io, sentences.methodUnsound, EXIT.failed);
  }
  const rules = compileMethod(method.value.method);
  const cast = await readCast(value('cast'), io);
  if (typeof cast === 'number') return cast;
  const map = parseReplayMap(mapText.value.text, rules, cast);
  if (!map.ok) {
    for (const each of placeFindings(mapPath, mapText.value.text, map.issues)) io.err(`${findingLines(each, io.cwd)}\n`);
    return complain(io, sentences.mapUnsound, EXIT.failed);
  }
  const { text, encoding, bom } = table.value;
  const rows = readCsv(text, map.value.delimiter ?? ',');
  const problems = tableIssues(map.value, rows);
  return {
    method: method.value.method, rules, cast: map.value.cast,
    plan: problems.length > 0 ? { rows: rows.rows.length, commands: [], refusals: [] } : planReplay(map.value, rules, rows),
    file: { name: basename(csvPath), encoding, bom }, problems,
  };
};

/** The people of a scenario file, for a map that names none: those of the district into which the table is loaded. */
export const readCast = async (option: string | undefined, io: Io): Promise<Cast | undefined | number> => {
  if (option === undefined) return undefined;
  const read = await readText(resolve(io.cwd, option));
  if (!read.ok) return complain(io, read.issues[0]!);
  const { value } = readJson(read.value.text);
  const parsed = ScenarioFile.pick({ cast: true }).loose().safeParse(value);
  return parsed.success ? parsed.data.cast : complain(io, sentences.castUnreadable(option));
};
