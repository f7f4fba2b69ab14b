import { resolve } from 'node:path';
import type { Command } from './command.ts';
import { EXIT, both, complain } from './command.ts';
import { findingLines, placeFindings } from './findings-text.ts';
import type { PlacedFinding } from './findings-text.ts';
import { readMethod } from './method-files.ts';
import { sentences } from './sentences.ts';

/** `bihuan check FILE…`: everything that does not hold together in a method, at once. */
export const check: Command = {
  name: 'check', takes: 'bihuan check FILE…', least: 1,
  says: { zh: '检查工作法：列出全部问题，指明第几行第几列、怎样改', en: 'check methods: everything that is found, where it stands, how to mend it' },
  options: { json: { type: 'boolean', says: { zh: '以 JSON 输出', en: 'print JSON' } } },
  async run({ files, flag }, io) {
    const found: PlacedFinding[] = [];
    let exit: number = EXIT.well;
    for (const file of files) {
      const read = await readMethod(resolve(io.cwd, file));
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
