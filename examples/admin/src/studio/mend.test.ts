import { expect, it } from 'vitest';
import type { Finding } from '@bihuan/core';
import { mended } from './mend.ts';

const found = (path: Finding['path'], instead?: string) => ({ path, ...(instead === undefined ? {} : { instead }) }) as unknown as Finding;

it('a wrong word is replaced by the one that was meant, be it a value or a name', () => {
  const text = '{ "by": ["clrek"], "takes": { "plce" : {} } }';
  expect(mended(text, found(['by', 0], 'clerk'))).toBe('{ "by": ["clerk"], "takes": { "plce" : {} } }');
  expect(mended(text, found(['takes', 'plce'], 'place'))).toBe('{ "by": ["clrek"], "takes": { "place" : {} } }');
});
it('what has no such word is left to people', () => expect(mended('{ "by": [] }', found(['by']))).toBeUndefined());
