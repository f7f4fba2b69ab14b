import type { Row } from './measure.ts';

/** A promise of ours, and whether it was kept in this run. */
export interface Target { readonly what: string; readonly wanted: string; readonly found: string; readonly met: boolean }

/** What a subject hands back: its tables as they are printed, its figures, its targets, and answers of ours that were wrong. */
export interface Report {
  readonly title: string;
  readonly tables: readonly string[];
  readonly rows: Readonly<Record<string, readonly Row[]>>;
  readonly targets: readonly Target[];
  readonly wrong: readonly string[];
}

export const ofRole = (rows: readonly Row[], role: Row['role']): Row | undefined => rows.find((row) => row.role === role);
export const named = (rows: readonly Row[], name: string): Row => rows.find((row) => row.name === name)!;

export const isRight = ({ right, of }: Row): boolean => right === of;

/** The quickest peer whose answers are all right. */
export const bestPeer = (rows: readonly Row[]): Row | undefined =>
  rows.filter((row) => row.role === 'peer' && isRight(row)).reduce<Row | undefined>((best, row) => (best === undefined || row.ns < best.ns ? row : best), undefined);

/** Ours and the limit must be right; a peer may be as wrong as it is. */
export const wrongOnes = (subject: string, rows: readonly Row[]): string[] =>
  rows.filter((row) => row.role !== 'peer' && !isRight(row)).map(({ name, right, of }) => `${subject}: ${name}: right ${right} of ${of}`);

/** One subject, one row each: time, share of the limit, distance from the best peer that is right, answers. */
export const comparison = (rows: readonly Row[], unit: string): string => {
  const limit = ofRole(rows, 'limit');
  const best = bestPeer(rows);
  return grid(
    ['', unit, 'min – max', '% of limit', '× best peer', 'right', ''],
    rows.map((row) => [
      row.name, ns(row.ns), `${ns(row.min)} – ${ns(row.max)}`,
      limit === undefined ? '' : percent(limit.ns / row.ns), best === undefined || row.role === 'limit' ? '' : times(best.ns / row.ns),
      row.of === undefined ? '' : `${row.right} of ${row.of}`, row.note ?? '',
    ]),
  );
};

/** Columns aligned: the first and the last to the left, figures to the right. */
export const grid = (head: readonly string[], body: readonly (readonly string[])[]): string => {
  const lines = [head, ...body];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => width(line[column] ?? ''))));
  const isText = (column: number): boolean => column === 0 || (column === head.length - 1 && head[column] === '');
  const draw = (line: readonly string[]): string =>
    line.map((cell, column) => (isText(column) ? cell + ' '.repeat(widths[column]! - width(cell)) : ' '.repeat(widths[column]! - width(cell)) + cell)).join('  ').trimEnd();
  return [draw(head), widths.map((each) => '-'.repeat(each)).join('  '), ...body.map(draw)].join('\n');
};

/** Chinese takes two columns in a terminal. */
const width = (text: string): number => [...text].reduce((sum, character) => sum + (character >= '\u2e80' ? 2 : 1), 0);

export const ns = (value: number): string =>
  value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en-US');
export const percent = (share: number): string => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
export const times = (factor: number): string => `${factor < 10 ? factor.toFixed(2) : Math.round(factor).toLocaleString('en-US')} ×`;

export const target = (what: string, wanted: string, found: string, met: boolean): Target => ({ what, wanted, found, met });
