import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Method, spanOf } from '@bihuan/core';
import { freeName, sectionsOf, valueAt } from './edits.ts';

const folder = join(import.meta.dirname, '../../../../packages/core/methods');
const files = readdirSync(folder).filter((name) => /^[^.]+\.json$/.test(name));

it.each(files)('everything that the forms edit in %s stands in the file where they say, or may be left out there', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const method = JSON.parse(text) as Method;
  const edits = sectionsOf(method).flatMap(({ items }) => items.flatMap((item) => item.edits));
  expect(edits.length).toBeGreaterThan(name === '0371.json' ? 2 : 80);
  const optional = ['from', 'min', 'max', 'personal'];
  for (const { path } of edits) expect([path, spanOf(text, path) !== undefined || optional.includes(String(path.at(-1))) || valueAt(method, path.slice(0, -1)) !== undefined]).toEqual([path, true]);
});
it('a half-written file has what it has', () => expect(sectionsOf({}).map(({ items }) => items.length)).toEqual([1, 0, 0, 0, 0]));
it('a new thing gets a name that is free', () => expect(freeName('field', { 'field-1': {}, 'field-2': {} })).toBe('field-3'));
