import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const methods = readdirSync(join(root, 'packages/core/methods')).filter((name) => /^[^.]+\.json$/.test(name));

/** Every source file of what is shipped: no tests, no data. */
const sources = ['packages/core/src', 'packages/adapters/src', 'examples/admin/src', 'examples/admin/server'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|test-d|fixture)\.tsx?$/.test(file)).map((file) => join(root, folder, file)));

/** A method's names: its id, and the words of its label and its source that no other subject would use. */
const namesOf = (file: string): string[] => {
  const method = JSON.parse(readFileSync(join(root, 'packages/core/methods', file), 'utf8')) as { id: string; label: { zh: string; en?: string } };
  return [method.id, method.label.zh, ...(method.label.en === undefined ? [] : [method.label.en])];
};
const districts = ['振华街道', '平城区', '南苑街道', '任城区', '新安路街道', '上街区', '霞浦', '山阳区', '焦作', '大同市', '济宁'];

const occursIn = (text: string, name: string): boolean => (/^[\da-z-]+$/.test(name) ? new RegExp(`['"\`]${name}['"\`]`).test(text) : text.includes(name));

it.each([...new Set([...methods.flatMap(namesOf), ...districts])])('no source file knows %s: a method is its JSON alone', (name) => {
  const known = sources.filter((file) => occursIn(readFileSync(file, 'utf8'), name)).map((file) => file.slice(root.length + 1));
  expect(known).toEqual([]);
});

it('looks at the sources', () => expect(sources.length).toBeGreaterThan(300));
