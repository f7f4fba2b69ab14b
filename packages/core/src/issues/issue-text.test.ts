import { describe, expect, it } from 'vitest';
import { findingCodes, isFindingCode, severityOf } from './finding-params.ts';
import { issueText } from './issue-text.ts';
import { issue } from './issue.ts';
import type { IssueCode, IssueParams } from './issue.ts';
import { refusalsEn } from './refusals.en.ts';
import { refusalsZh } from './refusals.zh.ts';

const word = { zh: '甲', en: 'alpha' };
const words = [word, { zh: '乙', en: 'beta' }];

/** A param of every name that any sentence reads. */
const params = {
  action: word, step: word, allowed: words, kind: word, who: words, requirement: 'req', say: word, id: 'c1', ending: word, at: '2021-11-01', last: '2021-11-02', happened: '2021-11-03',
  limit: word, input: 'name', label: word, expected: word, given: 'given', options: words, min: 1, max: 9, role: word, level: word, ask: word, classification: word, rules: ['r1', 'r2'],
  clock: word, known: ['k1', 'k2'], source: word, home: 'east', method: 'm1', actor: 'p1', key: 'key', field: 'field', range: 'range', what: word, name: 'name', period: '2021', actual: 3,
  message: word, line: 1, column: 2, forms: ['f1'], example: word, base: 'base@1.0.0', chain: ['a', 'b'], first: word, second: word, test: 'is', parameter: word, zone: 'zone', span: 'span',
  why: word, rung: 'rung', before: word, earlier: 'earlier', by: word, rule: 'r1', record: word, where: word, condition: 'condition', code: 'code', actions: words, mend: 'mend', norm: word,
  subject: word, link: word, own: '2.0.0', version: '1.0.0', metric: word, figures: ['share'], hours: '9', day: '8', norms: words,
  kinds: words, levels: words, from: '1.0.0', to: '2.0.0', ledger: word, answers: words, does: words, case: 'roof',
};
/** Where one name stands for a plain word in one sentence and for a label in another. */
const special: { readonly [C in IssueCode]?: Partial<Record<string, unknown>> } = {
  'action.unknown': { action: 'act' }, 'kind.unknown': { kind: 'kind' }, 'source.unknown': { source: 'source' }, 'store.version-conflict': { expected: 2, actual: 3 },
  'shape.wrong-type': { given: word }, 'shape.not-one-of': { allowed: ['a', 'b'] }, 'shape.out-of-range': { given: 5 }, 'shape.wrong-form': { example: 'example' }, 'effects.loop': { chain: words },
  'rule.hidden': { by: ['r1'] }, 'field.untaken': { field: word }, 'norm.full': { period: word }, 'personal.shown': { field: word }, 'personal.public': { field: word },
  'burden.asked-twice': { field: word }, 'giving.missing': { input: word }, 'spawn.loop': { chain: words },
  'move.no-step': { step: 'noted' },
};
const sentence = (code: IssueCode, more: object = {}) => issueText(issue(code, [], { ...params, ...special[code], ...more } as unknown as IssueParams[typeof code]));
const codes: readonly IssueCode[] = [...(Object.keys(refusalsZh) as IssueCode[]), ...findingCodes];

describe('every code has a sentence in Chinese and in English', () => {
  it.each(codes.map((code) => [code]))('%s', (code) => {
    const { zh, en } = sentence(code);
    expect(zh, 'in Chinese').toMatch(/\p{Script=Han}/u);
    expect(en, 'in English').toMatch(/^[^\p{Script=Han}]*$/u);
    for (const text of [zh, en]) {
      expect(text.length).toBeGreaterThan(4);
      expect(text, 'no param is missing or read as the wrong thing').not.toMatch(/undefined|\[object|NaN|=>/);
    }
  });

  it('the same codes in both', () => expect(Object.keys(refusalsEn)).toEqual(Object.keys(refusalsZh)));
});

describe('what a sentence says besides', () => {
  it('what was meant, where that can be told', () => {
    expect(sentence('action.unknown', { mend: 'admit' })).toEqual({ zh: expect.stringContaining('是否为“admit”'), en: expect.stringContaining('did you mean "admit"?') });
    expect(sentence('action.unknown', { mend: undefined }).en).not.toContain('did you mean');
  });
  it.each([
    [{ min: 1, max: 9 }, '“甲”应不小于 1且不超过 9', '"alpha" must be at least 1 and at most 9'],
    [{ min: 1, max: undefined }, '“甲”应不小于 1', '"alpha" must be at least 1'],
    [{ min: undefined, max: 9 }, '“甲”应不超过 9', '"alpha" must be at most 9'],
  ])('the bounds that there are: %j', (bounds, zh, en) => expect(sentence('input.out-of-range', bounds)).toEqual({ zh, en }));
  it('whose an action is, all of them', () => expect(sentence('action.not-yours')).toEqual({ zh: '您不能执行“甲”，应由：甲、乙', en: 'You may not take "alpha"; it is for: alpha, beta' }));
});

it('a finding is an error, a warning or a note, and known by its code', () => {
  expect(new Set(findingCodes.map(severityOf))).toEqual(new Set(['error', 'warning', 'note']));
  expect(findingCodes.every(isFindingCode)).toBe(true);
  for (const code of ['action.unknown', 'toString', 'nothing']) expect(isFindingCode(code), code).toBe(false);
});

it('no code is both a refusal and a finding: each has one sentence', () => {
  expect(Object.keys(refusalsZh).filter(isFindingCode)).toEqual([]);
});
