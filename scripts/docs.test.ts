import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import {
  DEFAULT_POLICY, checkMethod, compileCalendar, compileMethod, createEngine, directoryOfCast, embeddedDirectory, formatInstant, issueText, parseDuration, parseInstant,
  methodJsonSchema, parseMethod, parseReplayMap, playScenario, reckon, reckonBackwards,
} from '@bihuan/core';
import type { Due, Limit, Reckoning } from '@bihuan/core';
import { memoryStore } from '@bihuan/adapters/memory';
import { describe, expect, it, vi } from 'vitest';
import office from '../packages/core/src/check/fixtures/office.json' with { type: 'json' };
import street from '@bihuan/core/methods/1330.json' with { type: 'json' };
import { mergePatch } from '../packages/core/src/method/merge-patch.ts';
import { languageReference, target } from './language-reference.mjs';
import { refusalsReference, refusalsTarget } from './refusals-reference.mjs';
import { methodPages } from './method-pages.mjs';
import { tutorial, walk, written } from './tutorial.mjs';

// 文档里写的都跑得通：例子载入、代码运行、推算核对、链接存在。
// What the docs say holds: their examples load, their code runs, their due days are reckoned, their links lead somewhere.
const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const pages = ['README.md', 'packages/core/README.md', 'packages/adapters/README.md', ...filesIn('docs')].filter((path) => path.endsWith('.md') && existsSync(join(root, path)));

interface Block { readonly page: string; readonly line: number; readonly info: string; readonly text: string }
const blocks = pages.flatMap(blocksOf);
const named = (info: string): readonly Block[] => blocks.filter((block) => block.info === info);
const whereabouts = ({ page, line }: Block): string => `${page}:${line}`;

describe('examples of the method language', () => {
  it.each(named('json method').map((block) => [whereabouts(block), block] as const))('%s loads as a patch on office.json', (_where, block) => {
    expect(errorsIn(mergePatch(office, JSON.parse(block.text)))).toEqual([]);
  });
  it.each(named('json method-whole').map((block) => [whereabouts(block), block] as const))('%s loads by itself', (_where, block) => {
    expect(errorsIn(JSON.parse(block.text))).toEqual([]);
  });
  it.each(named('json extends').map((block) => [whereabouts(block), block] as const))('%s loads on what it extends', (_where, block) => {
    const parsed = parseMethod(block.text, { bases: (ref) => (ref === `${street.id}@${street.version}` ? street : undefined) });
    expect(parsed.ok ? [] : parsed.issues.map((found) => issueText(found).en)).toEqual([]);
  });
  it('there is an example of every key that the language has', () => {
    const shown = new Set(blocks.filter(({ info }) => info.startsWith('json method')).flatMap(({ text }) => keysIn(JSON.parse(text))));
    expect([...keysOfSchema(methodJsonSchema())].filter((key) => !shown.has(key) && !['$schema', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].includes(key))).toEqual([]);
  });
  it.each(named('json replay-map').map((block) => [whereabouts(block), block] as const))('%s is a map of answer-in-time.json', (_where, block) => {
    const parsed = parseMethod(read('examples/replay/answer-in-time.json'));
    if (!parsed.ok) throw new Error('does not load');
    expect(parseReplayMap(block.text, compileMethod(parsed.value))).toMatchObject({ ok: true });
  });
  it.each(named('json excerpt').map((block) => [whereabouts(block), block] as const))('%s stands so in 1330.json', (_where, block) => {
    expect(street).toMatchObject(JSON.parse(block.text));
  });
  it.each(named('json method').filter(({ text }) => 'tests' in JSON.parse(text)).map((block) => [whereabouts(block), block] as const))('%s: its scenarios play', async (_where, block) => {
    const parsed = parseMethod(mergePatch(office, JSON.parse(block.text)));
    if (!parsed.ok) throw new Error('does not load');
    for (const scenario of Object.values(parsed.value.tests!)) {
      const engine = createEngine({ methods: [parsed.value], store: memoryStore(), directory: embeddedDirectory(directoryOfCast(parsed.value.cast!)) });
      expect((await playScenario(engine, scenario, { rules: compileMethod(parsed.value) })).failures).toEqual([]);
    }
  });
});

describe('code in the docs', () => {
  const quoted = blocks.filter(({ info }) => /^ts [a-z-]+(#[a-z-]+)?$/.test(info));
  it.each(quoted.map((block) => [`${whereabouts(block)} ${block.info}`, block] as const))('%s is what is compiled', (_where, { info, text }) => {
    const [file, region] = info.slice(3).split('#');
    expect(text).toBe(region === undefined ? codeOf(file!) : regionOf(file!, region));
  });
  it.each(['ten-lines', 'embedding', 'http', 'screen', 'outbox'].filter((name) => existsSync(join(root, `docs/examples/${name}.ts`))))('%s runs and prints what the docs say', async (name) => {
    const printed: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((...words) => { printed.push(words.join(' ')); });
    try { await import(`../docs/examples/${name}.ts`); } finally { log.mockRestore(); }
    for (const { text } of named(`text ${name}`)) expect(printed.join('\n')).toContain(text.trimEnd());
  });
});

describe('a method for a new district', async () => {
  const { files, outputs } = await walk(read(tutorial.pages[0]!));
  it.each(outputs.map(({ block, text }) => [`${block.info} at ${block.start}`, block.text, text] as const))('%s: that is what the command prints (npx tsx --conditions=bihuan-source scripts/tutorial.mjs)', (_where, says, prints) => expect(says).toBe(prints));
  it('its pieces put together are the files beside it', () => {
    expect(Object.fromEntries(readdirSync(join(root, tutorial.folder)).map((name) => [name, read(`${tutorial.folder}/${name}`)]))).toEqual(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, `${written(content)}\n`])));
  });
}, 60_000);

describe('time', () => {
  it.each(rowsAfter('<!-- due -->'))('%s: %s from %s with %s is due %s', (_page, limit, from, policy, due) => {
    expect(dueText(limit!, from!, policy!)).toBe(due);
  });
  it.each(rowsAfter('<!-- backwards -->'))('%s: so long before %s (%s) stands %s', (_page, day, by, milestone) => {
    const calendar = compileCalendar();
    const base: Due = { day: day!, at: calendar.zone.startOfDay(calendar.addDays(day!, 1)) };
    expect(reckonBackwards(calendar, base, parseDuration(by!)!, DEFAULT_POLICY).day).toBe(milestone);
  });
});

describe('the pages', () => {
  it('the language reference is what the schema says: node scripts/language-reference.mjs', () => expect(readFileSync(target, 'utf8')).toBe(languageReference()));
  it('the list of refusals is what they say: npx tsx --conditions=bihuan-source scripts/refusals-reference.mjs', () => expect(readFileSync(refusalsTarget, 'utf8')).toBe(refusalsReference()));
  it('the pages of the methods are what the methods say: npx tsx --conditions=bihuan-source scripts/method-pages.mjs', () => {
    const pages = methodPages();
    expect(pages.filter(({ path, text }) => !existsSync(join(root, path)) || read(path) !== text).map(({ path }) => path)).toEqual([]);
    expect(['zh', 'en'].flatMap((language) => filesIn(`docs/${language}/methods`)).toSorted()).toEqual(pages.map(({ path }) => path).toSorted());
  });
  it.each(readdirSync(join(root, 'docs/zh')).filter((name) => name.endsWith('.md')))('%s is there in both languages, with the same examples and tables', (name) => {
    const [zh, en] = [`docs/zh/${name}`, `docs/en/${name}`].map((page) => blocksOf(page).filter(({ info }) => info !== 'sh').map(({ info, text }) => ({ info, text })));
    expect(en).toEqual(zh);
  });
  it.each(pages)('%s links to what there is', (page) => {
    const links = [...read(page).replace(/^```[\s\S]*?^```/gm, '').matchAll(/\]\(([^)#\s]+)(#[^)]*)?\)/g)].map(([, path]) => path!).filter((path) => !/^[a-z]+:/.test(path));
    expect(links.filter((path) => !existsSync(resolve(root, dirname(page), path)))).toEqual([]);
  });
});

const errorsIn = (method: unknown): string[] => checkMethod(method).filter(({ severity }) => severity === 'error').map((found) => `${found.pointer} ${issueText(found).en}`);

const keysIn = (value: unknown): string[] => (typeof value !== 'object' || value === null ? [] : Object.entries(value).flatMap(([key, part]) => [...(Array.isArray(value) ? [] : [key]), ...keysIn(part)]));

/** Every key that the schema names, those of patches aside. */
function keysOfSchema({ definitions }: Record<string, unknown>): Set<string> {
  const keys = new Set<string>();
  const look = (shape: unknown): void => {
    if (typeof shape !== 'object' || shape === null) return;
    if ('properties' in shape) for (const key of Object.keys(shape.properties as object)) keys.add(key);
    for (const part of Object.values(shape)) look(part);
  };
  for (const [name, shape] of Object.entries(definitions as object)) if (!name.endsWith('Patch')) look(shape);
  return keys;
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function blocksOf(page: string): Block[] {
  const text = read(page);
  return [...text.matchAll(/^```(.+)\n([\s\S]*?)^```$/gm)].map((found) => ({ page, line: text.slice(0, found.index).split('\n').length, info: found[1]!.trim(), text: found[2]! }));
}

/** An example without what it prints at its end. */
const codeOf = (file: string): string => read(`docs/examples/${file}.ts`).split('\nconsole.log(')[0]!;
const regionOf = (file: string, region: string): string | undefined =>
  new RegExp(`^ *// #region ${region}\\n([\\s\\S]*?)^ *// #endregion`, 'm').exec(read(`docs/examples/${file}.ts`))?.[1];

/** The rows of every table that follows a mark, each with its page. */
function rowsAfter(mark: string): string[][] {
  return pages.flatMap((page) => read(page).split(`${mark}\n`).slice(1).flatMap((after) => {
    const lines = after.split('\n');
    return lines.slice(2, lines.findIndex((line) => !line.startsWith('|'))).map((row) => [page, ...row.split('|').slice(1, -1).map((cell) => cell.trim().replace(/^`|`$/g, ''))]);
  }));
}

interface Written { holds?: [string, string][]; extensions?: { by?: string; from?: 'unshifted' | 'due' | 'start'; to?: string }[] }

/** The due day, or the local time at which it ends where that is not midnight. */
function dueText(limit: string, from: string, written: string): string {
  const calendar = compileCalendar();
  const at = (text: string): number => parseInstant(text, calendar.zone)!;
  const { holds = [], extensions = [], ...policy } = (written === '' ? {} : JSON.parse(written)) as Written;
  const due = reckon(calendar, {
    limit: limitOf(limit), policy: { ...DEFAULT_POLICY, ...policy }, start: { at: at(from) },
    holds: holds.map(([first, last]) => ({ from: at(first), to: at(last) })),
    extensions: extensions.map((each): Reckoning['extensions'][number] => (each.to === undefined ? { by: parseDuration(each.by!)!, from: each.from! } : { to: each.to })),
  })!;
  const wholeDay = due.day !== undefined && due.at === calendar.zone.startOfDay(calendar.addDays(due.day, 1));
  return `${wholeDay ? due.day : formatInstant(due.at, calendar.zone).slice(0, 16)}${due.provisional ? ' ?' : ''}`;
}

function limitOf(text: string): Limit {
  return text.startsWith('{') ? { kind: 'end-of', period: (JSON.parse(text) as { endOf: 'month' }).endOf } : { kind: 'duration', duration: parseDuration(text)! };
}
