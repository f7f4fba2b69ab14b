import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCondition } from './condition.ts';
import { someCondition, someScope } from './conditions.fixture.ts';
import { aCase, among, consulted, linkTo, scopeOf, time, vocabulary } from './district.fixture.ts';
import { explainCondition } from './explain-condition.ts';

describe('an explanation', () => {
  it('says what is wanted and what there is', () => {
    expect(explainCondition({ field: 'amount', min: 1000 }, vocabulary, time)(scopeOf({ fields: { amount: 800 } })))
      .toEqual({ holds: false, says: { zh: '金额不低于1000', en: 'Amount is at least 1000' }, value: { zh: '800', en: '800' } });
  });
  it('goes down to the part that fails', () => {
    const explained = explainCondition({ all: [{ answer: 'class', is: 'hard' }, { records: 'consultation', count: { min: 2 } }] }, vocabulary, time)(
      scopeOf({ answers: { class: { is: 'hard' } }, records: [consulted('2024-06-01')] }));
    expect(explained.parts?.map((part) => [part.holds, part.value?.zh])).toEqual([[true, '问题挂牌'], [false, '实际1次']]);
  });
  it('shows the other side of a comparison of two facts', () => {
    expect(explainCondition({ field: 'close-by', min: { fact: { case: 'opened' }, plus: '2 days' } }, vocabulary, time)(scopeOf({ fields: { 'close-by': '2024-06-04' } })))
      .toEqual({ holds: false, says: { zh: '销号时限不早于登记时间后2日', en: 'Close by is not before 2 days after opened' }, value: { zh: '2024-06-04（登记时间后2日：2024-06-05 09:00）', en: '2024-06-04 (2 days after opened: 2024-06-05 09:00)' } });
  });
  it('shows both numbers of a share, and the share', () => {
    const explained = explainCondition({ share: { record: 'consultation', show: 'people' }, of: { record: 'consultation', show: 'invited' }, min: '2/3' }, vocabulary, time);
    expect(explained(scopeOf({ records: [consulted('2024-06-01', { people: 20, invited: 30 })] }))).toMatchObject({ holds: true, value: { zh: '20/30（约66.67%）' } });
    expect(explained(scopeOf({ records: [consulted('2024-06-01', { people: 1, invited: 2 })] }))).toMatchObject({ holds: false, value: { zh: '1/2（50%）' } });
    expect(explained(scopeOf({ records: [consulted('2024-06-01', { people: 0, invited: 0 })] }))).toMatchObject({ holds: false, value: { zh: '0/0' } });
    expect(explained(scopeOf())).toMatchObject({ holds: false, value: { zh: '未填写/未填写' } });
  });
  it('says how many linked cases fail, those that cannot be read among them', () => {
    const scope = scopeOf({ links: [linkTo('c-2'), linkTo('c-9')] }, { linked: among(aCase({ id: 'c-2', fields: { amount: 5 } })) });
    expect(explainCondition({ links: 'duplicate', every: { field: 'amount', min: 1 } }, vocabulary, time)(scope)).toMatchObject({ holds: false, value: { zh: '实际2件，其中1件不符合' } });
  });
  it('says whether a case was drawn', () => {
    expect(explainCondition({ sample: { oneIn: 1, named: 'look-back' } }, vocabulary, time)(scopeOf())).toMatchObject({ holds: true, value: { zh: '抽中' } });
  });
  it('says 未填写 where nothing is known', () => expect(explainCondition({ field: 'amount', min: 1 }, vocabulary, time)(scopeOf()).value?.zh).toBe('未填写'));
  it('agrees with the compiled condition, always', () => {
    fc.assert(fc.property(someCondition, someScope, (condition, scope) => {
      expect(explainCondition(condition, vocabulary, time)(scope).holds).toBe(compileCondition(condition, vocabulary, time)(scope));
    }));
  });
});
