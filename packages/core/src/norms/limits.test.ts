import { describe, expect, it } from 'vitest';
import type { Facts } from '../case/messages.ts';
import { moment } from '../case/small-method.fixture.ts';
import { issueText } from '../issues/issue-text.ts';
import { countKey, mergeCounts } from './count.ts';
import type { Count } from './count.ts';
import { neededCounts, passedBy, wouldPass } from './limits.ts';
import type { Intent } from './limits.ts';
import type { NormRules } from './norm-rules.ts';
import { Log, duties, facts, lines, normsOf, signed } from './norms.fixture.ts';

const intentOf = (norms: NormRules, action: string, log: Log, at: string, by: string): Intent => ({ action: norms.rules.actions.get(action)!, state: log.state!, by: signed(by), at: moment(at) });
/** Counters as a store keeps them. */
class Counters {
  readonly known: Record<string, number> = {};
  add(counts: readonly Count[]): void { for (const count of counts) this.known[countKey(count)] = (this.known[countKey(count)] ?? 0) + count.add; }
  get facts(): Facts { return { ...facts, counts: this.known }; }
}

describe('dgw-04: a member unit claims one to three items a quarter', () => {
  const norms = normsOf({ claims: duties.claims });
  const claim = (counters: Counters, id: string, at: string, by: string) => {
    const log = new Log(norms, 'matter', 'east', id);
    const foreseen = wouldPass(norms, intentOf(norms, 'claim', log, at, by), counters.facts);
    const counts = log.does('claim', at, { by });
    const passed = passedBy(norms, counts, counters.known);
    expect(foreseen, 'the form says beforehand what the decision will say').toEqual(passed);
    if (passed.length === 0) counters.add(counts);
    return passed.map((one) => issueText(one).zh);
  };
  const counters = new Counters();
  it('three may be claimed, a fourth is refused', () => {
    expect(['p1', 'p2', 'p3'].map((id, place) => claim(counters, id, `2024-07-0${place + 1} 09:00`, 'bao'))).toEqual([[], [], []]);
    expect(claim(counters, 'p4', '2024-07-04 09:00', 'bao')).toEqual(['“claims”在2024年第三季度已达上限 3，不能再多']);
  });
  it('by another unit it is not; nor in the next quarter', () => {
    expect(claim(counters, 'p4', '2024-07-04 09:00', 'shi')).toEqual([]);
    expect(claim(counters, 'p5', '2024-10-01 00:00', 'bao')).toEqual([]);
  });
  it('what happened in another quarter is held against that one', () => {
    const log = new Log(norms, 'matter', 'east', 'p6');
    expect(wouldPass(norms, intentOf(norms, 'claim', log, '2024-09-30 23:59', 'bao'), counters.facts)).toHaveLength(1);
  });
  it('the counters that it needs are told beforehand; for who is of no member unit, none', () => {
    const log = new Log(norms, 'matter', 'east', 'p7');
    expect(neededCounts(norms, intentOf(norms, 'claim', log, '2024-07-04 09:00', 'bao'), facts)).toEqual([{ norm: 'claims', of: 'unit:bank', period: '2024-Q3' }]);
    expect(neededCounts(norms, intentOf(norms, 'claim', log, '2024-07-04 09:00', 'zhao'), facts)).toEqual([]);
  });
});

it('a norm that only reports refuses nothing and needs nothing', () => {
  const norms = normsOf({ claims: { ...duties.claims, over: 'report' } });
  const log = new Log(norms, 'matter', 'east', 'c1');
  const intent = intentOf(norms, 'claim', log, '2024-07-04 09:00', 'bao');
  expect([neededCounts(norms, intent, facts), lines(log.does('claim', '2024-07-04 09:00', { by: 'bao' }))]).toEqual([[], ['claims unit:bank 2024-Q3 +1']]);
});

it('several that go through at once are added up', () => {
  const norms = normsOf({ claims: duties.claims });
  const step: Count = { norm: 'claims', of: 'unit:bank', period: '2024-Q3', add: 1, max: 3 };
  expect(passedBy(norms, [step, step], { [countKey(step)]: 1 })).toEqual([]);
  expect(passedBy(norms, [step, step], { [countKey(step)]: 2 })).toHaveLength(1);
  expect(passedBy(norms, [step, { ...step, add: -1 }], { [countKey(step)]: 3 })).toEqual([]);
  expect(mergeCounts([step, { ...step, add: -2 }]), 'what takes back, on the whole, is never refused').toEqual([{ norm: 'claims', of: 'unit:bank', period: '2024-Q3', add: -1 }]);
});

describe('what is filled in may decide: then nothing is said beforehand', () => {
  const full = { 'unit:bank': 3, 'c1': 3, 'w1': 3 };
  const said = (norm: object, action: string, log: (norms: NormRules) => Log, patch: object = {}) => {
    const norms = normsOf({ it: { counts: { action }, max: 3, over: 'refuse', ...norm } }, patch);
    const counts = Object.fromEntries(Object.entries(full).map(([of, count]) => [countKey({ norm: 'it', of, period: '' }), count]));
    return wouldPass(norms, intentOf(norms, action, log(norms), '2024-07-04 09:00', 'bao'), { ...facts, counts }).length > 0;
  };
  const matter = (norms: NormRules) => new Log(norms, 'matter', 'east', 'c1', { lead: 'bank' });
  const workplace = (norms: NormRules) => new Log(norms, 'workplace', 'east', 'w1');
  it.each<[string, boolean, object, string, (norms: NormRules) => Log]>([
    ['of the case itself it is said', true, { per: { each: 'matter' } }, 'extend', matter],
    ['of whom a field names, that the action does not ask for, it is said', true, { per: { each: 'member' }, through: { field: 'lead' } }, 'extend', matter],
    ['of whom a field names, that the action asks for, it is not', false, { per: { each: 'member' }, through: { field: 'lead' } }, 'claim', matter],
    ['under a condition that the action changes it is not', false, { per: { each: 'matter' }, counts: { action: 'claim', where: { field: 'lead', is: 'bank' } } }, 'claim', matter],
    ['under one that does not hold it is not', false, { per: { each: 'matter' }, counts: { action: 'extend', where: { field: 'lead', is: 'school' } } }, 'extend', matter],
    ['of a record that is sure to be left it is said', true, { per: { each: 'workplace' }, counts: { record: 'inspection' } }, 'inspect', workplace],
    ['of a record by what will stand in it, it is not', false, { per: { each: 'workplace' }, counts: { record: 'inspection', where: { field: 'depth', is: 'full' } } }, 'inspect', workplace],
    ['also by what must not stand in it', false, { per: { each: 'workplace' }, counts: { record: 'inspection', where: { not: { field: 'depth', is: 'brief' } } } }, 'inspect', workplace],
  ])('%s', (_rule, expected, norm, action, log) => expect(said(norm, action, log)).toBe(expected));

  it('what the action itself sets in a record is known, and a record that may be left out is not', () => {
    const inspect = (leaving: object) => ({ actions: { inspect: { label: '检查', by: ['cadre'], on: 'workplace', leaves: { inspection: leaving } } } });
    const deep = { per: { each: 'workplace' }, counts: { record: 'inspection', where: { field: 'depth', is: 'full' } } };
    expect([said(deep, 'inspect', workplace, inspect({ set: { depth: 'full' } })), said(deep, 'inspect', workplace, inspect({ set: { depth: 'brief' } }))]).toEqual([true, false]);
    expect(said({ per: { each: 'workplace' }, counts: { record: 'inspection' } }, 'inspect', workplace, inspect({ optional: true }))).toBe(false);
  });
});
