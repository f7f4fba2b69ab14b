import { resolve } from 'node:path';
import { parseScenarios, readJson } from '@bihuan/core';
import type { Result, Words } from '@bihuan/core';
import type { Command } from './command.ts';
import { EXIT, both, complain } from './command.ts';
import { findingLines, placeFindings } from './findings-text.ts';
import type { PlacedFinding } from './findings-text.ts';
import { readText } from './files.ts';
import { readMethod } from './method-files.ts';
import type { MethodFile } from './method-files.ts';
import { methodBeside } from './scenario-files.ts';
import { sentences } from './sentences.ts';

/** `bihuan check FILE…`: everything that does not hold together in a method, at once. */
export const check: Command = {
  name: 'check', takes: 'bihuan check FILE…', least: 1,
  says: { zh: '检查工作法和情景文件：列出全部问题，指明第几行第几列、怎样改', en: 'check methods and scenario files: everything that is found, where it stands, how to mend it' },
  options: { json: { type: 'boolean', says: { zh: '以 JSON 输出', en: 'print JSON' } } },
  async run({ files, flag }, io) {
    const found: PlacedFinding[] = [];
    let exit: number = EXIT.well;
    for (const file of files) {
      const read = await readAny(resolve(io.cwd, file));
      if (!read.ok) {
        exit = complain(io, read.issues[0]!);
        continue;
      }
      const placed = placeFindings(read.value.path, read.value.text, read.value.findings);
      found.push(...placed);
      if (flag('json')) continue;
      for (const each of placed) io.out(`${findingLines(each, io.cwd)}\n`);
      const count = (severity: string): number => placed.filter((each) => each.severity === severity).length;
      const [errors, warnings, notes] = [count('error'), count('warning'), count('note')];
      io.out(`${errors > 0 ? '✗' : '✓'} ${file}  ${both(placed.length === 0 ? sentences.nothingFound : sentences.found(errors, warnings, notes))}\n`);
    }
    if (flag('json')) io.out(`${JSON.stringify(found, undefined, 2)}\n`);
    return exit !== EXIT.well ? exit : found.some(({ severity }) => severity === 'error') ? EXIT.failed : EXIT.well;
  },
};

/** A method, or a scenario file held against its method. */
const readAny = async (path: string): Promise<Result<Pick<MethodFile, 'path' | 'text' | 'findings'>, Words>> => {
  const read = await readText(path);
  if (!read.ok) return read;
  const { text } = read.value;
  const { value, findings } = readJson(text);
  if (typeof value !== 'object' || value === null || !('scenarios' in value)) return readMethod(path);
  const home = methodBeside(path, value);
  if (!home.ok) return home;
  const method = await readMethod(home.value);
  if (!method.ok) return method;
  if (method.value.method === undefined) return { ok: false, issues: [{ zh: `${home.value}：${sentences.methodUnsound.zh}`, en: sentences.methodUnsound.en }] };
  const parsed = parseScenarios(value, method.value.method);
  return { ok: true, value: { path, text, findings: parsed.ok ? findings : [...findings, ...parsed.issues] } };
};
