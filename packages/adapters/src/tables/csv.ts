import Papa from 'papaparse';
import type { ReplayRow, ReplayTable } from '@bihuan/core';

/**
 * Reads a table with the line on which each row begins: a row that holds line breaks in its quotes takes as many lines as it has. Empty lines
 * are passed over. Without a delimiter, the one that the header shows.
 */
export const readCsv = (text: string, delimiter = delimiterOf(text)): ReplayTable => {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter });
  const broken = new Map(errors.flatMap(({ type, code, row }) => (type === 'Quotes' && row !== undefined ? [[row, code === 'MissingQuotes' ? 'cut' : 'stray-quote'] as const] : [])));
  const rows: ReplayRow[] = [];
  let line = 1;
  let header: readonly string[] | undefined;
  for (const [i, cells] of data.entries()) {
    const wrong = broken.get(i);
    if (cells.length > 1 || cells[0]!.trim() !== '') {
      if (header === undefined) header = cells.map((name) => name.trim());
      else rows.push({ line, cells, ...(wrong !== undefined && { broken: wrong }) });
    }
    line += 1;
    for (const cell of cells) if (cell.includes('\n') || cell.includes('\r')) line += cell.match(LINE_BREAK)!.length;
  }
  return { header: header ?? [], rows };
};

const LINE_BREAK = /\r\n|\r|\n/g;

/** What stands most often between the headings, outside quotes; a comma where nothing does. */
const delimiterOf = (text: string): string => {
  const header = (text.split(/\r\n|\r|\n/).find((line) => line.trim() !== '') ?? '').replace(/"[^"]*"/g, '');
  const count = (sign: string): number => header.split(sign).length;
  return [',', ';', '\t', '|'].reduce((most, sign) => (count(sign) > count(most) ? sign : most));
};
