import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Method } from '@bihuan/core';
import { completionsAt } from './completions.ts';
import { cursorIn } from './json-cursor.ts';

const method = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../packages/core/methods/1330.json'), 'utf8')) as Method;
/** The cursor stands at the bar; what follows it may be missing. */
const at = (text: string) => cursorIn(text.replace('|', ''), text.indexOf('|'));
const words = (text: string) => completionsAt(at(text), method).map(({ word }) => word);

describe('where the cursor stands', () => {
  it.each([
    ['{ "actions": { "report": { "|', ['actions', 'report'], 'key'],
    ['{ "actions": { "report": { "by": ["cl|', ['actions', 'report', 'by', 0], 'value'],
    ['{ "a": [1, { "b": {} }, "|"] }', ['a', 2], 'value'],
    ['{ "a": { "b": "x, {" }, "c": |', ['c'], 'value'],
    ['{ "a": { "b": 1 },\n  |', [], 'key'],
  ])('%s', (text, path, types) => expect(at(text)).toMatchObject({ path, types }));
});

describe('what can be written there', () => {
  it('keys of the language, with what they are', () => {
    expect(words('{ "|')).toEqual(expect.arrayContaining(['version', 'roles', 'clocks', 'moves']));
    expect(words('{ "clocks": { "close": { "|')).toEqual(expect.arrayContaining(['limit', 'starts', 'stops', 'ladder']));
    expect(completionsAt(at('{ "fields": { "place": { "|'), method).find(({ word }) => word === 'personal')?.says).toContain('个人信息');
  });
  it('fixed words', () => expect(words('{ "endings": { "solved": { "outcome": "|')).toEqual(expect.arrayContaining(['solved', 'merged', 'void'])));
  it('names of this method', () => {
    expect(words('{ "actions": { "report": { "by": ["|')).toEqual(expect.arrayContaining(['clerk', 'party-committee']));
    expect(words('{ "actions": { "report": { "takes": { "|')).toEqual(expect.arrayContaining(['place', 'order-no']));
  });
});
