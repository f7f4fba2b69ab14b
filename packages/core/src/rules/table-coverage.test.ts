import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClassificationSchema } from '../method/classification-schema.ts';
import type { Condition } from '../method/condition-schema.ts';
import { compileTable } from './compile-table.ts';
import { scopeOf, time, vocabulary } from './district.fixture.ts';
import { tableCoverage } from './table-coverage.ts';

const table = (conditions: readonly (Condition | undefined)[], hit: NonNullable<ClassificationSchema['hit']> = 'first'): ClassificationSchema =>
  ({ label: '分级', by: 'table', hit, rules: Object.fromEntries(conditions.map((when, i) => [`r-${i + 1}`, { ...(when && { when }), then: 'hard' }])) });
const coverage = (conditions: readonly (Condition | undefined)[], hit?: ClassificationSchema['hit']) => tableCoverage(table(conditions, hit), vocabulary, time);
const inWords = ({ facts }: ReturnType<typeof coverage>['gaps'][number]) => facts.map(({ says }) => says.zh).join('，');

describe('a rule', () => {
  it('is hidden by an earlier one that always comes first', () => {
    expect(coverage([{ field: 'amount', min: 10 }, { field: 'amount', min: 20 }, undefined]).hidden).toEqual([{ rule: 'r-2', by: ['r-1'] }]);
  });
  it('is hidden by several together', () => {
    expect(coverage([{ field: 'amount', below: 10 }, { field: 'amount', min: 10 }, { field: 'amount', known: true }]).hidden).toEqual([{ rule: 'r-3', by: ['r-1', 'r-2'] }]);
  });
  it('is not hidden where a value between the others is left to it', () => {
    expect(coverage([{ field: 'amount', below: 10 }, { field: 'amount', above: 10 }, { field: 'amount', known: true }]).hidden).toEqual([]);
  });
  it('that can hold for no case is hidden by nobody', () => {
    expect(coverage([{ all: [{ field: 'close-by', above: '2024-06-01' }, { field: 'close-by', below: '2024-06-02' }] }]).hidden).toEqual([{ rule: 'r-1', by: [] }]);
    expect(coverage([{ all: [{ action: 'report', above: 1 }, { action: 'report', below: 2 }] }], 'unique').hidden).toEqual([{ rule: 'r-1', by: [] }]);
  });
});

describe('a gap', () => {
  it('is told with what matters only, and apart from what is merely not known', () => {
    const { gaps } = coverage([{ field: 'category', in: ['gas', 'heat'] }, { all: [{ field: 'category', is: 'noise' }, { field: 'repeated', is: true }] }]);
    expect(gaps.map((gap) => [gap.unknown, inWords(gap)])).toEqual([
      [false, '类别为“噪声”，重复反映为“否”'], [true, '类别为“噪声”，重复反映未填写'], [true, '类别未填写'],
    ]);
  });
  it('lies between numbers, and between days', () => {
    expect(coverage([{ field: 'amount', max: 10 }, { field: 'amount', min: 20 }]).gaps.map(inWords)).toEqual(['金额高于10且低于20', '金额未填写']);
    expect(coverage([{ field: 'close-by', max: '2024-06-01' }, { field: 'close-by', min: '2024-06-02' }]).gaps.map(inWords)).toEqual(['销号时限未填写']);
  });
  it('is none where a rule without a condition ends the table', () => expect(coverage([{ field: 'amount', max: 10 }, undefined]).gaps).toEqual([]));
  it('is none for subjects: a classification is of cases', () => expect(coverage([{ case: 'kind', is: 'matter' }]).gaps).toEqual([]));
  it('is none outside the bounds of a field', () => expect(coverage([{ field: 'amount', min: 0 }, { field: 'amount', known: false }]).gaps).toEqual([]));
  it('is none where a record is asked for in both ways', () => expect(coverage([{ records: 'consultation' }, { not: { record: 'consultation' } }]).gaps).toEqual([]));
});

describe('where only one rule may match', () => {
  it('two that match at once are shown with a sample', () => {
    const { overlaps } = coverage([{ field: 'amount', max: 10 }, { field: 'amount', min: 10 }, { answer: 'class', is: 'hard' }], 'unique');
    expect(overlaps.map(({ rules, at }) => [rules, at.facts.map(({ value }) => value), at.unknown])).toContainEqual([['r-1', 'r-2'], [10, 'hard'], false]);
    expect(overlaps).toHaveLength(3);
  });
});

describe('what cannot be told', () => {
  it('makes no overlap', () => {
    const maybe: Condition = { all: [{ field: 'category', is: 'gas' }, { actor: { role: 'clerk' } }] };
    expect(coverage([maybe, { field: 'category', is: 'gas' }], 'unique').overlaps).toEqual([]);
    expect(coverage([{ field: 'category', is: 'gas' }, { field: 'category', is: 'gas' }, maybe], 'unique').overlaps.map(({ rules }) => rules)).toEqual([['r-1', 'r-2']]);
  });
  it('is said, and what is certain all the same is still told', () => {
    const found = coverage([{ field: 'title', has: '燃气' }, { all: [{ field: 'category', is: 'gas' }, { actor: { role: 'clerk' } }] }, { field: 'amount', min: 5 }, { field: 'amount', min: 9 }]);
    expect(found.undecided).toMatchObject({ reason: 'unclear', says: [{ zh: '标题包含“燃气”' }, { zh: '操作人为“工作人员”' }] });
    expect(found.hidden).toEqual([{ rule: 'r-4', by: ['r-1', 'r-2', 'r-3'] }]);
    expect(found.gaps).toEqual([]);
  });
  it('is everything where there are too many combinations', () => {
    const cuts = Array.from({ length: 40 }, (_, i): Condition => ({ all: [{ field: 'amount', is: i }, { action: 'report', is: i }, { field: 'category', is: 'gas' }] }));
    expect(coverage(cuts).undecided).toEqual({ reason: 'too-many', combinations: 81 * 41 * 4 });
  });
});

describe('laws', () => {
  const clear: fc.Arbitrary<Condition> = fc.constantFrom<Condition>(
    { field: 'category', is: 'gas' }, { field: 'category', not: 'heat' }, { field: 'category', in: ['heat', 'noise'] }, { field: 'repeated', is: true }, { field: 'repeated', is: false },
    { field: 'amount', min: 10 }, { field: 'amount', below: 10 }, { field: 'amount', above: 0, max: 20 }, { field: 'amount', known: false }, { not: { field: 'category', is: 'noise' } });
  const someTable = fc.array(fc.array(clear, { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })), { minLength: 1, maxLength: 6 });
  const everyCase = ['gas', 'heat', 'noise', undefined].flatMap((category) => [true, false, undefined].flatMap((repeated) => [0, 5, 10, 15, 20, 99, undefined].map((amount) =>
    scopeOf({ fields: { ...(category !== undefined && { category }), ...(repeated !== undefined && { repeated }), ...(amount !== undefined && { amount }) } }))));

  it('a gap is told exactly where some case gets no answer, and a rule hidden exactly where it decides none', () => {
    fc.assert(fc.property(someTable, (conditions) => {
      const decide = compileTable(table(conditions), vocabulary, time);
      const answers = everyCase.map((scope) => decide(scope).trace.hit[0]);
      const { gaps, hidden } = coverage(conditions);
      expect(gaps.length > 0).toBe(answers.includes(undefined));
      expect(hidden.map(({ rule }) => rule)).toEqual(conditions.map((_, i) => `r-${i + 1}`).filter((rule) => !answers.includes(rule)));
    }));
  });
  it('the sample of a gap gets no answer', () => {
    fc.assert(fc.property(someTable, (conditions) => {
      const decide = compileTable(table(conditions), vocabulary, time);
      for (const { facts } of coverage(conditions).gaps) {
        const fields = Object.fromEntries(facts.flatMap(({ fact, value }) => ('field' in fact && value !== undefined ? [[fact.field, value]] : [])));
        const free = ['category', 'repeated', 'amount'].filter((name) => !facts.some(({ fact }) => 'field' in fact && fact.field === name));
        if (free.length === 0) expect(decide(scopeOf({ fields })).kind).toBe('none');
      }
    }));
  });
});
