import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../method/condition-schema.ts';
import { oppositeOf } from './comparison-text.ts';
import { compileCondition } from './condition.ts';
import { isComparison } from './condition-parts.ts';
import { conditionText } from './condition-text.ts';
import { someCondition, someScope } from './conditions.fixture.ts';
import { time, vocabulary } from './district.fixture.ts';

describe('a condition in words', () => {
  it.each<[Condition, string]>([
    [{ all: [{ answer: 'class', is: 'hard' }, { records: 'consultation', count: { min: 1 } }] }, '问题类别为“问题挂牌”且党群会诊不少于1次'],
    [{ any: [{ all: [{ field: 'category', is: 'gas' }, { field: 'amount', min: 5 }] }, { field: 'repeated', is: true }] }, '（类别为“燃气”且金额不低于5）或重复反映为“是”'],
    [{ all: [{ use: 'large' }, { field: 'repeated' }] }, '（金额不低于1000或问题类别为“问题挂牌”）且重复反映为“是”'],
    [{ field: 'category', in: ['gas', 'heat'] }, '类别为“燃气”、“供暖”之一'],
    [{ field: 'amount', above: 5, below: 10 }, '金额高于5且低于10'],
    [{ field: 'amount', known: false }, '金额未填写'],
    [{ field: 'parties', has: 'property' }, '参加方包含“物业”'],
    [{ field: 'close-by', max: '2024-12-31' }, '销号时限不晚于2024-12-31'],
    [{ action: 'redo', show: 'at', max: { fact: { clock: 'close', show: 'due' }, minus: '3 working days' } }, '“退回重办”的操作时间不晚于销号时限的到期时间前3个工作日'],
    [{ record: 'consultation' }, '有“党群会诊”'],
    [{ not: { record: 'consultation' } }, '没有“党群会诊”'],
    [{ not: { field: 'category', is: 'gas' } }, '不符合（类别为“燃气”）'],
    [{ not: { case: 'step', is: 'handling' } }, '环节不为“办理”'],
    [{ not: { action: 'redo', min: 2 } }, '“退回重办”的操作次数少于2次'],
    [{ action: 'redo' }, '已操作“退回重办”'],
    [{ not: { action: 'redo' } }, '未操作“退回重办”'],
    [{ not: { case: 'ended' } }, '尚未结束'],
    [{ not: { field: 'repeated' } }, '不符合（重复反映为“是”）'],
    [{ record: 'consultation', show: 'agreed', is: 'yes' }, '党群会诊的结论为“同意”'],
    [{ records: 'consultation', where: { field: 'agreed', is: 'yes' }, since: { action: 'redo' }, count: { min: 2, max: 3 } }, '“退回重办”后的结论为“同意”的党群会诊为2至3次'],
    [{ records: 'consultation', every: { field: 'people', min: 5 } }, '每次党群会诊均符合（人数不低于5）'],
    [{ asks: 'lead', count: { max: 0 } }, '主办为0件'],
    [{ records: 'consultation', last: 3, count: { min: 3 }, every: { field: 'agreed', is: 'no' } }, '最近3次党群会诊不少于3次且最近3次党群会诊均符合（结论为“不同意”）'],
    [{ records: 'consultation', within: '3 months', since: { action: 'redo' } }, '“退回重办”后的近3个月内的党群会诊不少于1次'],
    [{ clocks: 'close', where: { field: 'late' }, count: { max: 1 } }, '超期为“是”的销号时限不多于1个'],
    [{ clocks: 'close', every: { field: 'state', is: 'met' } }, '每个销号时限均符合（状态为“按时”）'],
    [{ links: 'duplicate', where: { case: 'ended' }, count: { min: 2 } }, '已结束的关联“重复件”不少于2件'],
    [{ links: 'duplicate', every: { case: 'outcome', is: 'solved' } }, '每件关联“重复件”均符合（统计归属为“办结”）'],
    [{ link: 'duplicate', min: 2 }, '关联“重复件”不少于2件'],
    [{ not: { link: 'duplicate' } }, '没有关联“重复件”'],
    [{ link: 'duplicate', reads: { case: 'step' }, is: 'handling' }, '关联“重复件”的环节为“办理”'],
    [{ not: { link: 'duplicate', reads: { record: 'consultation' } } }, '没有关联“重复件”的党群会诊'],
    [{ share: { record: 'consultation', show: 'people' }, of: { record: 'consultation', show: 'invited' }, min: '2/3' }, '党群会诊的人数占党群会诊的应到人数的比例不低于2/3'],
    [{ records: 'consultation', where: { share: { field: 'people' }, of: { field: 'invited' }, above: '1/2', max: '80%' } }, '人数占应到人数的比例高于1/2且不高于80%的党群会诊不少于1次'],
    [{ sample: { oneIn: 10, named: 'look-back' } }, '抽样“look-back”抽中（每10件抽1件）'],
    [{ case: 'holder-level', is: 'street' }, '承办级别为“街道”'],
    [{ field: 'guests', has: '李某' }, '到场人员包含“李某”'],
    [{ clock: 'close', is: 'broken' }, '销号时限为“超期”'],
    [{ actor: { notWhoDid: 'report-result' } }, '操作人未曾操作过“报结果”'],
    [{ actor: { role: 'committee' } }, '操作人为“党工委”'],
    [{ time: { from: '22:00', to: '07:00' } }, '时间在22:00至次日07:00之间'],
    [{ time: { yearFrom: '11-15', yearTo: '03-15' } }, '每年11月15日至次年3月15日'],
    [{ case: 'reporter' }, '有诉求人'],
    [{ use: 'nowhere' }, '符合“nowhere”'],
  ])('%j', (condition, zh) => expect(conditionText(condition, vocabulary).zh).toBe(zh));

  it.each<[Condition, string]>([
    [{ all: [{ answer: 'class', is: 'hard' }, { records: 'consultation', count: { min: 1 } }] }, 'Class is "Problem listed" and consultation: at least 1'],
    [{ field: 'close-by', below: { fact: { case: 'opened' }, plus: '3 working days' } }, 'Close by is before 3 working days after opened'],
    [{ not: { record: 'consultation' } }, 'there is no "consultation"'],
    [{ records: 'consultation', last: 3, every: { field: 'people', min: 5 } }, 'each of the last 3 consultation: people is at least 5'],
    [{ links: 'duplicate', where: { case: 'ended' } }, 'linked "duplicate" with it has ended: at least 1'],
    [{ share: { field: 'amount' }, of: { link: 'duplicate' }, min: '66.7%' }, 'Amount as a share of linked "duplicate" is at least 66.7%'],
  ])('%j in English', (condition, en) => expect(conditionText(condition, vocabulary).en).toBe(en));

  it('names what leads back to itself instead of spelling it out for ever', () => expect(conditionText({ use: 'in-circle' }, vocabulary).zh).toBe('不符合（符合“in-circle”）'));
});

describe('the opposite of a comparison', () => {
  it('is said only where it holds exactly when the comparison does not', () => {
    fc.assert(fc.property(someCondition, someScope, (condition, scope) => {
      const opposite = isComparison(condition) ? oppositeOf(condition, vocabulary) : undefined;
      if (opposite) expect(compileCondition(opposite, vocabulary, time)(scope)).toBe(!compileCondition(condition, vocabulary, time)(scope));
    }), { numRuns: 500 });
  });
});
