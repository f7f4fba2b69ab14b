import { issue, nearest } from '@bihuan/core';
import { suffixes } from './filter-value.ts';
import { type ListParameters, flattened, readParameters } from './list-parameters.ts';
import { Refusal } from './problem.ts';

/** The whole list contract over rows in hand (units, posts, methods, saved queries): filter with suffixes, `q`, sort, range. */
export function plainList<T extends object>(rows: readonly T[], parameters: ListParameters, columns: readonly (keyof T & string)[], fallback?: keyof T & string): {
  readonly rows: readonly T[]; readonly offset: number; readonly total: number;
} {
  const { filter, offset, limit, sort } = readParameters(parameters);
  const tests = flattened(filter).map(([name, value]) => testOf<T>(name, value, columns));
  const found = rows.filter((row) => tests.every((test) => test(row)));
  if (sort !== undefined || fallback !== undefined) {
    const by = sort?.by ?? fallback!;
    if (!isColumn(columns, by)) throw unknownColumn(by, columns, 'sort');
    const sign = sort?.order === 'desc' ? -1 : 1;
    found.sort((a, b) => sign * compare(textOf(read(a, by)), textOf(read(b, by))) || compare(textOf(read(a, 'id')), textOf(read(b, 'id'))));
  }
  return { rows: found.slice(offset, limit === undefined ? undefined : offset + limit), offset, total: found.length };
}

function testOf<T extends object>(name: string, value: unknown, columns: readonly string[]): (row: T) => boolean {
  if (name === 'q') return (row) => columns.some((column) => textOf(read(row, column)).toLowerCase().includes(String(value).toLowerCase()));
  if (isColumn(columns, name)) {
    const wanted = (Array.isArray(value) ? value : [value]).map(String);
    return (row) => wanted.includes(textOf(read(row, name), true));
  }
  const [, column, suffix] = /^(.+)_(gte|lte|gt|lt|neq|like)$/.exec(name) ?? [];
  if (column === undefined || !isColumn(columns, column)) throw unknownColumn(name, columns, 'filter');
  const given = String(value);
  const own = (row: T) => textOf(read(row, column), true);
  switch (suffixes[suffix as keyof typeof suffixes]) {
    case 'min': return (row) => compare(own(row), given) >= 0;
    case 'max': return (row) => compare(own(row), given) <= 0;
    case 'above': return (row) => compare(own(row), given) > 0;
    case 'below': return (row) => compare(own(row), given) < 0;
    case 'not': return (row) => own(row) !== given;
    case 'like': return (row) => textOf(read(row, column)).toLowerCase().includes(given.toLowerCase());
  }
}

/** `label`, `label.zh`: a column, or one language of one. */
const isColumn = (columns: readonly string[], name: string): boolean => columns.includes(name.replace(/\.(zh|en)$/, ''));

const read = (row: object, name: string): unknown =>
  name.split('.').reduce<unknown>((value, part) => (value === null || typeof value !== 'object' ? undefined : (value as Record<string, unknown>)[part]), row);

/** Words are looked through in both languages, and compared by the Chinese. */
function textOf(value: unknown, exact = false): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  const { zh, en } = value as { zh?: string; en?: string };
  return zh === undefined ? JSON.stringify(value) : exact ? zh : `${zh} ${en ?? ''}`;
}

const compare = (a: string, b: string): number => {
  const [x, y] = [Number(a), Number(b)];
  if (a !== '' && b !== '' && !Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  return a < b ? -1 : a > b ? 1 : 0;
};

function unknownColumn(field: string, columns: readonly string[], at: 'filter' | 'sort'): Refusal {
  const mend = nearest(field, columns);
  return new Refusal([issue('query.unknown-field', [at, field], { field, ...(mend === undefined ? {} : { mend }) })]);
}
