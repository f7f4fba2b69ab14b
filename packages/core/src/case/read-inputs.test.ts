import { describe, expect, it } from 'vitest';
import { T, moment, opened, rulesOf } from './small-method.fixture.ts';

const label = { zh: '某项', en: 'Something' };
const kinds = {
  text: { kind: 'text', max: 5 }, long: { kind: 'long-text' }, number: { kind: 'number', min: 1, max: 9 }, date: { kind: 'date' }, moment: { kind: 'moment' },
  'yes-no': { kind: 'yes-no' }, choice: { kind: 'choice', options: { a: '甲', b: '乙' } }, choices: { kind: 'choices', options: { a: '甲', b: '乙' } },
  post: { kind: 'post', role: 'worker' }, unit: { kind: 'unit', level: 'community' }, 'any-unit': { kind: 'unit' }, files: { kind: 'files' },
};
const names = Object.keys(kinds);
const optional = Object.fromEntries(names.map((name) => [name, { optional: true }]));
const rules = rulesOf({
  fields: Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, { label, ...kind }])),
  asks: { lead: { label, of: { post: 'worker' } }, 'help-of': { label, of: { unit: 'community' } } },
  classifications: { class: { label, by: 'person', answers: { hard: T, urgent: T } } },
  actions: {
    fill: { label: T, by: ['clerk'], takes: optional },
    fetch: { label: T, by: ['clerk'], takes: { text: {}, number: {}, date: {} } },
    'ask-them': { label: T, by: ['clerk'], asks: { lead: {}, 'help-of': { optional: true } } },
    classify: { label: T, by: ['clerk'], answers: { class: {} } },
    'when-large': { label: T, by: ['clerk'], takes: { number: {}, text: { when: { field: 'number', above: 5 } } } },
  },
});
const given = opened(rules);
const refused = (input: Readonly<Record<string, unknown>>, action = 'fill') => given.refused(action, '2021-11-01 10:00', { input });

const file = { name: '现场.jpg', size: 5, type: 'image/jpeg', hash: 'ab' };

describe('what is filled in is kept', () => {
  it.each<[kind: string, given: unknown, kept: unknown]>([
    ['text', '  道路 ', '道路'], ['long', '长文', '长文'], ['number', 9, 9], ['number', 1, 1], ['date', '2021-11-30', '2021-11-30'],
    ['moment', '2021-11-01T09:00+08:00', moment('2021-11-01 09:00')], ['moment', moment('2021-11-01 09:00'), moment('2021-11-01 09:00')],
    ['yes-no', false, false], ['choice', 'b', 'b'], ['choices', ['b', 'a', 'b'], ['b', 'a']],
    ['post', 'zhao-post', 'zhao-post'], ['unit', 'west', 'west'], ['any-unit', 'xin', 'xin'], ['files', [file], [file]],
  ])('%s %j', (name, value, kept) => {
    expect(given.act('fill', '2021-11-01 10:00', { input: { [name]: value } }).state.fields[name]).toEqual(kept);
  });
});

describe('what cannot be kept is refused', () => {
  it.each<[situation: string, name: string, given: unknown, code: string]>([
    ['a number where a text is due', 'text', 5, 'input.wrong-type'],
    ['a text that is longer than it may be', 'text', '一二三四五六', 'input.out-of-range'],
    ['a text where a number is due', 'number', '5', 'input.wrong-type'],
    ['a number that is none', 'number', Number.NaN, 'input.wrong-type'],
    ['a number without an end', 'number', Number.POSITIVE_INFINITY, 'input.wrong-type'],
    ['a number below the least', 'number', 0, 'input.out-of-range'],
    ['a number above the greatest', 'number', 10, 'input.out-of-range'],
    ['a day that no month has', 'date', '2021-11-31', 'input.wrong-type'],
    ['a day written otherwise', 'date', '2021/11/30', 'input.wrong-type'],
    ['a moment that cannot be read', 'moment', 'tomorrow', 'input.wrong-type'],
    ['yes in words', 'yes-no', 'yes', 'input.wrong-type'],
    ['an option that is none', 'choice', 'c', 'input.not-an-option'],
    ['a list where one choice is due', 'choice', ['a'], 'input.wrong-type'],
    ['a list with an option that is none', 'choices', ['a', 'c'], 'input.not-an-option'],
    ['one choice where a list is due', 'choices', 'a', 'input.wrong-type'],
    ['a post that nobody knows', 'post', 'nobody-post', 'input.post-unknown'],
    ['a post of another role', 'post', 'li-post', 'input.post-wrong-role'],
    ['a unit that nobody knows', 'unit', 'south', 'input.unit-unknown'],
    ['a unit of another level', 'unit', 'xin', 'input.unit-wrong-level'],
    ['a file without its hash', 'files', [{ name: 'a', size: 1, type: 'b' }], 'input.wrong-type'],
    ['files that are texts', 'files', ['a.jpg'], 'input.wrong-type'],
  ])('%s', (_, name, value, code) => {
    expect(refused({ [name]: value }).map((issue) => [issue.code, ...issue.path])).toEqual([[code, name]]);
  });

  it('an input that the action does not take, with what was meant where that can be told', () => {
    expect(refused({ nubmer: 5 })).toEqual([{ code: 'input.unknown', path: ['nubmer'], params: { input: 'nubmer', mend: 'number' } }]);
    expect(refused({ somethingelse: 5 })).toEqual([{ code: 'input.unknown', path: ['somethingelse'], params: { input: 'somethingelse' } }]);
    expect(refused({ toString: 'x' }).map(({ code }) => code), 'a word of the language is no input either').toEqual(['input.unknown']);
  });
});

describe('what is left blank', () => {
  it.each([['nothing', undefined], ['null', null], ['white space', '  \t'], ['an empty list', []]])('%s is missing where it must be given, and nothing where it need not', (_, blank) => {
    expect(refused({ text: blank, number: 5, date: '2021-11-30' }, 'fetch')).toEqual([{ code: 'input.missing', path: ['text'], params: { input: 'text', label } }]);
    expect(given.act('fill', '2021-11-01 10:00', { input: Object.fromEntries(names.map((name) => [name, blank])) }).state.fields).toEqual({});
    expect(refused({ nowhere: blank }), 'nor is it unknown').toEqual([]);
  });

  it('leaves a field as it stood', () => {
    const filled = given.act('fill', '2021-11-01 10:00', { input: { text: '道路' } });
    expect(filled.act('fill', '2021-11-01 11:00', { input: { text: '' } }).state.fields).toEqual({ text: '道路' });
  });

  it('zero and no are not blank', () => {
    expect(refused({ number: 0 }).map(({ code }) => code)).toEqual(['input.out-of-range']);
    expect(given.act('fill', '2021-11-01 10:00', { input: { 'yes-no': false } }).state.fields).toEqual({ 'yes-no': false });
  });
});

it('every issue comes at once, each with the path of its input', () => {
  const issues = refused({ number: 0, date: 'soon', elsewhere: 1 }, 'fetch');
  expect(issues.map(({ code, path }) => [code, ...path])).toEqual([
    ['input.missing', 'text'], ['input.out-of-range', 'number'], ['input.wrong-type', 'date'], ['input.unknown', 'elsewhere'],
  ]);
});

it('an input under a condition must be given only while that holds', () => {
  expect(refused({ number: 9 }, 'when-large')).toEqual([]);
  const large = given.act('when-large', '2021-11-01 10:00', { input: { number: 9 } });
  expect(large.refusal('when-large', '2021-11-01 11:00', { input: { number: 3 } })).toEqual(['input.missing']);
});

describe('whom to ask is an input', () => {
  it.each<[situation: string, input: Record<string, unknown>, codes: readonly string[]]>([
    ['nobody named', {}, ['input.missing']],
    ['somebody of another role', { lead: 'wang-post' }, ['input.post-wrong-role']],
    ['a unit of another level beside', { lead: 'zhao-post', 'help-of': 'city' }, ['input.unit-wrong-level']],
    ['the right post', { lead: 'zhao-post' }, []],
  ])('%s', (_, input, codes) => expect(refused(input, 'ask-them').map(({ code }) => code)).toEqual(codes));
});

it('a classification by a person takes one of its answers', () => {
  expect(refused({ class: 'sfot' }, 'classify').map(({ code }) => code)).toEqual(['input.not-an-option']);
  expect(refused({}, 'classify').map(({ code }) => code)).toEqual(['input.missing']);
});
