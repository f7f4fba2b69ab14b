import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClassificationSchema } from '../method/classification-schema.ts';
import type { Condition } from '../method/condition-schema.ts';
import { compileFirstRule, compileTable, rulesInOrder } from './compile-table.ts';
import { compileCondition } from './condition.ts';
import { someCondition, someScope } from './conditions.fixture.ts';
import { clockOf, linkTo, scopeOf, time, vocabulary } from './district.fixture.ts';
import { explainTable } from './explain-table.ts';

const table = (rules: NonNullable<ClassificationSchema['rules']>, rest: Partial<ClassificationSchema> = {}): ClassificationSchema =>
  ({ label: '分级', by: 'table', answers: { urgent: '急', hard: '难', plain: '一般' }, rules, ...rest });

const graded = table({
  gas: { source: '第三条', when: { field: 'category', is: 'gas' }, then: 'urgent' },
  large: { when: { all: [{ field: 'amount', min: 1000 }, { field: 'repeated', is: true }] }, then: 'hard' },
  other: { then: 'plain' },
});

describe('a decision table', () => {
  it('answers with the first rule that matches, and says why the rules before it did not', () => {
    expect(compileTable(graded, vocabulary, time)(scopeOf({ fields: { category: 'heat', amount: 2000, repeated: false } }))).toEqual({
      kind: 'answer', rule: 'other', is: 'plain',
      trace: { hit: ['other'], missed: [{ rule: 'gas', at: [] }, { rule: 'large', at: ['all', 1] }] },
    });
  });
  it('names the first part that failed, in the order in which it is written', () => {
    const outcome = compileTable(graded, vocabulary, time)(scopeOf());
    expect(outcome.trace.missed).toContainEqual({ rule: 'large', at: ['all', 0] });
  });
  it('tells two parts about the same fact apart', () => {
    const span = table({ span: { when: { all: [{ field: 'amount', min: 10 }, { field: 'amount', max: 20 }] }, then: 'hard' } });
    expect(compileTable(span, vocabulary, time)(scopeOf({ fields: { amount: 25 } })).trace.missed).toEqual([{ rule: 'span', at: ['all', 1] }]);
  });
  it('tries its rules in their order', () => {
    const ordered = { ...graded, order: ['large', 'gas', 'other'] };
    expect(rulesInOrder(ordered).map(([name]) => name)).toEqual(['large', 'gas', 'other']);
    expect(compileFirstRule(ordered, vocabulary, time)(scopeOf({ fields: { category: 'gas', amount: 1000, repeated: true } }))).toBe('large');
  });
  it.each<[Condition, Parameters<typeof scopeOf>[0]]>([
    [{ action: 'redo' }, { done: { redo: { count: 1, at: 0, everyone: [] } } }], [{ link: 'duplicate' }, { links: [linkTo('c-2')] }],
    [{ clock: 'close' }, { clocks: { close: clockOf('2024-06-01', 'running') } }], [{ ask: 'lead', known: true }, { asks: [{ id: 'a-1', name: 'lead', at: 0, to: {} }] }],
  ])('asks by %j whether there is any', (when, some) => {
    const first = compileFirstRule(table({ any: { when, then: 'hard' }, none: { then: 'plain' } }), vocabulary, time);
    expect([first(scopeOf(some)), first(scopeOf())]).toEqual(['any', 'none']);
  });
  it('gives several texts at once', () => {
    const outputs = table({ hard: { then: { way: { zh: '党群会诊', en: 'Consultation' }, zero: '问题归零' } } });
    expect(compileTable(outputs, vocabulary, time)(scopeOf())).toMatchObject({ outputs: { way: { zh: '党群会诊', en: 'Consultation' }, zero: { zh: '问题归零', en: '问题归零' } } });
  });
  it('leaves it to the caller to refuse when more than one rule matches where only one may', () => {
    const unique = table({ a: { when: { field: 'amount', min: 5 }, then: 'hard' }, b: { when: { field: 'amount', max: 5 }, then: 'plain' } }, { hit: 'unique' });
    const decide = compileTable(unique, vocabulary, time);
    expect(decide(scopeOf({ fields: { amount: 5 } }))).toEqual({ kind: 'several', rules: ['a', 'b'], trace: { hit: ['a', 'b'], missed: [] } });
    expect(decide(scopeOf({ fields: { amount: 6 } }))).toMatchObject({ kind: 'answer', rule: 'a', is: 'hard', trace: { missed: [{ rule: 'b', at: [] }] } });
    expect(decide(scopeOf())).toMatchObject({ kind: 'none' });
  });
  it('collects every answer once, in order', () => {
    const collect = table({ a: { then: 'hard' }, b: { when: { field: 'repeated' }, then: 'urgent' }, c: { then: 'hard' } }, { hit: 'collect' });
    expect(compileTable(collect, vocabulary, time)(scopeOf())).toMatchObject({ kind: 'answers', rules: ['a', 'c'], all: ['hard'] });
  });
});

describe('a decision table explained', () => {
  it('shows every rule, which were tried, and quotes the article', () => {
    const { rules } = explainTable(graded, vocabulary, time)(scopeOf({ fields: { category: 'gas' } }));
    expect(rules.map(({ rule, matches, tried }) => [rule, matches, tried])).toEqual([['gas', true, true], ['large', false, false], ['other', true, false]]);
    expect(rules[0]).toMatchObject({ source: { zh: '第三条' }, why: { holds: true, value: { zh: '燃气' } } });
  });
});

describe('laws', () => {
  const someRules = (max: number) => fc.array(fc.option(someCondition, { nil: undefined, freq: 12 }), { minLength: 1, maxLength: max });
  const written = (conditions: readonly (Condition | undefined)[]) =>
    Object.fromEntries(conditions.map((when, i) => [`r-${i}`, { ...(when && { when }), then: i % 2 === 0 ? 'hard' : 'plain' }]));
  const readNaively = (conditions: readonly (Condition | undefined)[], scope: Parameters<ReturnType<typeof compileCondition>>[0]) =>
    conditions.flatMap((when, i) => (!when || compileCondition(when, vocabulary, time)(scope) ? [`r-${i}`] : []));

  it('answers as the rows read one after another, with any number of rules', () => {
    fc.assert(fc.property(fc.oneof(someRules(6), someRules(70)), fc.array(someScope, { minLength: 1, maxLength: 5 }), (conditions, scopes) => {
      const rules = written(conditions);
      const [first, traced, all] = [compileFirstRule(table(rules), vocabulary, time), compileTable(table(rules), vocabulary, time), compileTable(table(rules, { hit: 'collect' }), vocabulary, time)];
      for (const scope of scopes) {
        const matching = readNaively(conditions, scope);
        expect(first(scope)).toBe(matching[0]);
        expect(traced(scope).trace.hit).toEqual(matching.slice(0, 1));
        expect(all(scope).trace.hit).toEqual(matching);
        expect(all(scope).trace.missed.map(({ rule }) => rule)).toEqual(Object.keys(rules).filter((rule) => !matching.includes(rule)));
      }
    }), { numRuns: 150 });
  });
  it('says a part that is false, and every part before it holds', () => {
    fc.assert(fc.property(fc.array(someCondition, { minLength: 1, maxLength: 5 }), someScope, (all, scope) => {
      const [missed] = compileTable(table({ only: { when: { all }, then: 'hard' } }), vocabulary, time)(scope).trace.missed;
      const firstFalse = all.findIndex((part) => !compileCondition(part, vocabulary, time)(scope));
      expect(missed?.at.slice(0, 2)).toEqual(firstFalse < 0 ? undefined : ['all', firstFalse]);
    }));
  });
});
