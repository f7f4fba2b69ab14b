import englishMessages from 'ra-language-english';
import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';

const keysOf = (tree: object, path = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'object' && value !== null ? keysOf(value, `${path}${key}.`) : [path + key]));
const leavesOf = (tree: object): [string, string][] => keysOf(tree).map((key) => [key, String(key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], tree))]);
const holes = (text: string) => [...text.matchAll(/%\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('the two languages', () => {
  it('have the same keys', () => expect(keysOf(zh).sort()).toEqual(keysOf(en).sort()));
  it('leave no react-admin key without Chinese', () => expect(keysOf(englishMessages).filter((key) => !keysOf(zh).includes(key))).toEqual([]));
  it('write no English plural in Chinese: polyglot always takes the first form', () =>
    expect(leavesOf(zh).filter(([, text]) => text.includes('||||'))).toEqual([]));
  it('fill the same holes in our own words', () => {
    const english = Object.fromEntries(leavesOf(en.bihuan));
    for (const [key, text] of leavesOf(zh.bihuan)) expect(holes(english[key] ?? ''), key).toEqual(holes(text));
  });
  it('leave nothing empty', () => expect([...leavesOf(zh.bihuan), ...leavesOf(en.bihuan)].filter(([, text]) => text === '')).toEqual([]));
});
