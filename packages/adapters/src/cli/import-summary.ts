import type { ImportReport } from '@bihuan/core';
import type { Io } from './command.ts';
import { both } from './command.ts';
import type { ImportFiles } from './import-files.ts';
import { sentences } from './sentences.ts';

const SHOWN = 20;

/** What an import has come to, for people: Chinese first, English beside it. */
export const sayImport = (io: Io, file: ImportFiles['file'], { method, register, dryRun, rows, entered, corrected, unchanged, refused, ignored, results }: ImportReport): void => {
  const say = (text: string): void => io.out(`${text}\n`);
  say(`${method}  ${both(register.label)}  ${file.name}  ${file.encoding.toUpperCase()}${file.bom ? ' (BOM)' : ''}`);
  if (ignored.length > 0) say(both(sentences.columnsIgnored(ignored)));
  const wrong = results.flatMap(({ line, title, issues = [] }) => issues.map((one) => ({ line, title, ...one })));
  for (const { line, column, title, says } of wrong.slice(0, SHOWN)) {
    say(`  ✗ ${both(sentences.line(line))}${column === undefined ? '' : `  ${both(sentences.column(column))}`}${title === undefined ? '' : `  ${title}`}  ${both(says)}`);
  }
  if (wrong.length > SHOWN) say(`  ${both(sentences.more(wrong.length - SHOWN))}`);
  say(both(sentences.imported(rows, entered, corrected, unchanged, refused)));
  if (dryRun) say(both(sentences.onlyTried));
};
