import { describe, expect, it } from 'vitest';
import type { FormInput } from '../providers/wire.ts';
import { inputOf, missingIn, startingValues } from './form-values.ts';

const words = (zh: string) => ({ zh, en: zh });
const form: readonly FormInput[] = [
  { name: 'content', label: words('内容'), kind: 'long-text', optional: false },
  { name: 'asked', label: words('人数'), kind: 'number', optional: true },
  { name: 'when', label: words('时间'), kind: 'moment', optional: true, value: '2021-10-08T09:00:00+08:00' },
  { name: 'passed', label: words('通过'), kind: 'yes-no', optional: false },
];
const now = '2021-10-08T10:00:00+08:00';

describe('a form', () => {
  it('opens with what stands there', () => expect(startingValues(form)).toEqual({ when: '2021-10-08T09:00' }));
  it('names what must be given and is not; “no” is an answer', () => {
    expect(missingIn(form, {})).toEqual(['content', 'passed']);
    expect(missingIn(form, { content: '漏水', passed: false })).toEqual([]);
  });
  it('sends numbers as numbers and moments with the server’s offset, and leaves blanks out', () =>
    expect(inputOf(form, { content: ' 漏水 ', asked: '12', when: '2021-10-08T09:30', passed: false }, now)).toEqual({ content: '漏水', asked: 12, when: '2021-10-08T09:30:00+08:00', passed: false }));
});
