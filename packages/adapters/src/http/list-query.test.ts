import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMethod } from '@bihuan/core';
import { caseListReader } from './list-query.ts';
import { plainList } from './plain-list.ts';
import { Refusal } from './problem.ts';

const parsed = parseMethod(readFileSync(new URL('../../../core/src/check/fixtures/office.json', import.meta.url), 'utf8'));
const method = parsed.ok ? parsed.value : undefined;
const now = Date.parse('2024-05-10T10:00:00+08:00');
const read = (filter: unknown, more: object = {}) => caseListReader([method!])({ filter: JSON.stringify(filter), ...more }, now);
const refusal = (run: () => unknown): Refusal => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('it was not refused');
};

describe('the query of the list of cases', () => {
  it('separates the tab, the search and the unit from conditions on columns', () => {
    expect(read({ view: 'todo', q: '灯', within: 'u1', step: 'x' })).toMatchObject({ view: 'todo', search: '灯', within: 'u1', where: [{ on: 'step', op: 'is', value: 'x' }] });
  });

  it.each([
    ['opened_gte', '2024-05-01', [{ on: 'opened', op: 'min', value: Date.parse('2024-05-01T00:00:00+08:00') }]],
    ['opened_lte', '2024-05-01', [{ on: 'opened', op: 'below', value: Date.parse('2024-05-02T00:00:00+08:00') }]],
    ['opened_gt', '2024-05-01', [{ on: 'opened', op: 'min', value: Date.parse('2024-05-02T00:00:00+08:00') }]],
    ['opened_lt', '2024-05-01T12:00:00+08:00', [{ on: 'opened', op: 'below', value: Date.parse('2024-05-01T12:00:00+08:00') }]],
    ['opened', '2024-05-01', [
      { on: 'opened', op: 'min', value: Date.parse('2024-05-01T00:00:00+08:00') }, { on: 'opened', op: 'below', value: Date.parse('2024-05-02T00:00:00+08:00') }]],
    ['broken', 'true', [{ on: 'broken', op: 'is', value: true }]],
    ['version_gt', '3', [{ on: 'version', op: 'above', value: 3 }]],
    ['source_neq', 'a', [{ on: 'source', op: 'not', value: 'a' }]],
    ['id', ['a', 'b'], [{ on: 'id', op: 'in', value: ['a', 'b'] }]],
    ['light', 'red', [{ on: 'due', op: 'below', value: now }]],
  ])('%s = %s', (key, value, where) => {
    expect(read({ [key]: value }).where).toEqual(where);
  });

  it('is never cut short when ids are asked for, and by default holds a thousand', () => {
    expect(read({ id: ['a'] }).limit).toBeUndefined();
    expect(read({}).limit).toBe(1000);
    expect(read({}, { range: '[10,19]' })).toMatchObject({ offset: 10, limit: 10 });
  });

  it.each([[{ opend_gte: '2024-01-01' }, 'opened'], [{ sorce: 'a' }, 'source'], [{ vieww: 'todo' }, 'view']])('asks of %j whether %s was meant', (filter, mend) => {
    const { status, issues } = refusal(() => read(filter));
    expect([status, issues[0]!.code, issues[0]!.params]).toMatchObject([400, 'query.unknown-field', { mend }]);
  });

  it.each([[{ opened: 'yesterday' }], [{ broken: 'perhaps' }], [{ version: 'three' }], [{ light: 'blue' }], [{ view: 'mine' }], [{ step: [[]] }]])('refuses %j with 400 or 422 and a path', (filter) => {
    const { status, issues } = refusal(() => read(filter));
    expect(status).toBe(400);
    expect(issues[0]!.path[0]).toBe('filter');
  });
});

describe('a list of rows in hand', () => {
  const rows = [{ id: 'a', label: { zh: '甲', en: 'one' }, n: 2 }, { id: 'b', label: { zh: '乙', en: 'two' }, n: 10 }, { id: 'c', label: { zh: '丙', en: 'three' }, n: 1 }];
  const list = (parameters: Record<string, string>) => plainList(rows, parameters, ['id', 'label', 'n']).rows.map(({ id }) => id).join('');

  it.each([
    [{}, 'abc'], [{ sort: '["n","DESC"]' }, 'bac'], [{ filter: '{"q":"TWO"}' }, 'b'], [{ filter: '{"label_like":"甲"}' }, 'a'], [{ filter: '{"n_gte":2}' }, 'ab'],
    [{ filter: '{"id":["c","a","z"]}' }, 'ac'], [{ range: '[1,1]' }, 'b'], [{ range: '[9,12]' }, ''], [{ filter: '{"n_neq":2}' }, 'bc'], [{ sort: '["label.en","ASC"]' }, 'acb'],
  ])('%j', (parameters, expected) => {
    expect(list(parameters as Record<string, string>)).toBe(expected);
  });
});
