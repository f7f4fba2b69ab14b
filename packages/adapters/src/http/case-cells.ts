import { type CaseRow, type Words, textOf } from '@bihuan/core';
import type { DirectoryWords } from './directory-words.ts';
import type { ListedFact, MethodWords } from './method-words.ts';

const nothing: Words = { zh: '', en: '' };

/** What the columns of the method's list say of a case. What is not known is an empty text. */
export async function cellsOf(row: Pick<CaseRow, 'values'>, words: MethodWords, directory: DirectoryWords, columns: readonly ListedFact[] = words.columns): Promise<Record<string, Words>> {
  const cells = await Promise.all(columns.map(async (column) => {
    const value = valueIn(row, column.by);
    return [column.name, value === null || value === undefined ? nothing : await cellOf(column, value, words, directory)] as const;
  }));
  return Object.fromEntries(cells);
}

/** A column of the row, or else one of its values. */
const valueIn = (row: Pick<CaseRow, 'values'>, name: string): string | number | boolean | null | undefined =>
  name in row && name !== 'values' ? (row as CaseRow)[name as 'id'] : row.values[name];

/** Who and where are the directory's words; all else is the method's. A row holds several names joined by commas. */
async function cellOf({ kind, fact, options }: ListedFact, value: string | number | boolean, { rules, vocabulary }: MethodWords, directory: DirectoryWords): Promise<Words> {
  const id = String(value);
  switch (kind) {
    case 'unit': return vocabulary.levels.get(id) ?? directory.unit(id);
    case 'person': return directory.person(id);
    case 'post': return directory.post(id);
    case 'units': return listed(await Promise.all(id.split(',').map((each) => directory.unit(each))));
    case 'posts': return listed(await Promise.all(id.split(',').map((each) => directory.post(each))));
    case 'names': return textOf(rules, fact, id.split(','));
    case 'party': return vocabulary.roles.get(id) ?? directory.person(id);
    case 'choice': return options.has(id) || !id.includes(',') ? textOf(rules, fact, value) : textOf(rules, fact, id.split(','));
    default: return textOf(rules, fact, value);
  }
}

const listed = (words: readonly Words[]): Words => ({ zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') });
