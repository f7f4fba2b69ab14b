import { describe, expect, it } from 'vitest';
import type { Over } from '../method/query-schema.ts';
import { moment } from '../case/small-method.fixture.ts';
import { emptyLog } from '../case/subject-log.ts';
import { caseOf, found, held, lead, visit, work } from './district.fixture.ts';
import { itemsOf } from './items.ts';

const states = [
  caseOf('c1', { records: [visit('r1', '2021-11-02 09:00', { values: { found: 2 } }), visit('r2', '2021-11-03 09:00', { withdrawn: { at: 0, by: { person: 'wang' } } })] }),
  caseOf('n1', { kind: 'need', home: 'west' }),
  caseOf('household-000001', { kind: 'household', source: '', step: '', records: [visit('r1', '2021-11-04 09:00', { values: { by: 'li' } })] }),
  caseOf('household-000002', { kind: 'household', source: '', step: '', ended: { ending: 'gone', outcome: 'removed', at: moment('2021-11-20 09:00') } }),
  emptyLog('community', 'unit:west', 'west', { home: 'community', holder: 'community' }),
];
const keys = (over: Over | undefined, of = states) => itemsOf(over, found(of)).map(({ key }) => key);
const own = (over: Over, of = states, more = {}) => itemsOf(over, found(of, more)).map(({ scope }) => scope.own);

describe('what a query is over', () => {
  it('is every case, unless it says otherwise; subjects are none', () => {
    expect(keys(undefined)).toEqual(['c1', 'n1']);
  });
  it('may be cases of some kinds, or all that ever stood in a register', () => {
    expect([keys({ cases: 'need' }), keys({ cases: ['need', 'matter'] }), keys({ cases: 'household' })]).toEqual([['n1'], ['c1', 'n1'], ['household-000001', 'household-000002']]);
  });
  it('may be every member: those without a log count, who was struck off the register does not', () => {
    expect([keys({ each: 'community' }), keys({ each: 'household' })]).toEqual([['unit:west'], ['household-000001']]);
  });
  it('may be the records of every log that were not withdrawn, each with its own values: a field comes before who signed', () => {
    expect(itemsOf({ records: 'visit' }, found(states)).map(({ id, key }) => [id, key])).toEqual([['c1', 'c1#r1'], ['household-000001', 'household-000001#r1']]);
    expect(own({ records: 'visit' })).toEqual([
      { at: moment('2021-11-02 09:00'), by: 'wang', unit: 'east', role: 'clerk', found: 2 }, { at: moment('2021-11-04 09:00'), by: 'li', unit: 'east', role: 'clerk' },
    ]);
  });
  it('may be asks', () => {
    const asked = caseOf('c1', { asks: [lead('a1', 'zhao', 'east', { reply: { as: 'done', at: moment('2021-11-02 09:00') } }), lead('a2', 'sun', 'west')] });
    expect(own({ asks: 'lead' }, [asked])).toEqual([
      { state: 'replied', post: 'zhao-post', person: 'zhao', unit: 'east', asked: moment('2021-11-01 10:00'), replied: moment('2021-11-02 09:00'), reply: 'done' },
      { state: 'open', post: 'sun-post', person: 'sun', unit: 'west', asked: moment('2021-11-01 10:00'), replied: undefined, reply: undefined },
    ]);
  });
  it('may be clocks that are not void, held by whoever had them when they broke, else by who has the case', () => {
    const due = moment('2021-11-02 10:00');
    const clocks = [
      caseOf('c1', { asks: [lead('a1', 'sun', 'west')], clocks: { work: work({ phase: 'broken', broken: { at: due, who: { person: 'zhao', unit: 'east' } } }) } }),
      caseOf('c2', { asks: [lead('a1', 'sun', 'west')], clocks: { work: work({ phase: 'met', stopped: due }) } }),
      caseOf('c3', { clocks: { work: work({ phase: 'void' }) } }),
      caseOf('c4', { clocks: { work: work({ lateFromTheStart: true }) } }),
      caseOf('c5', { clocks: { work: work() } }),
    ];
    const read = own({ clocks: 'work' }, clocks).map((values) => [values!['state'], values!['late'], values!['person'], values!['unit'], values!['exempt']]);
    expect(read).toEqual([
      ['broken', true, 'zhao', 'east', false], ['met', false, 'sun', 'west', false], ['running', false, undefined, 'east', true], ['running', true, undefined, 'east', false],
    ]);
  });
  it('may be the periods of a norm, which belong to no case but to whom it is about', () => {
    const norms = [held('east', '2021-10', 2), { ...held('east', '2021-11', 0), of: 'value:dog', unit: '' }];
    expect(own({ norm: 'meeting' }, [], { norms })).toEqual([
      { of: 'unit:east', unit: 'east', period: '2021-10', count: 2, met: true }, { of: 'value:dog', unit: '', period: '2021-11', count: 0, met: false },
    ]);
    expect(itemsOf({ norm: 'meeting' }, found([], { norms })).map(({ id, key }) => [id, key])).toEqual([['unit:east', 'unit:east@2021-10'], ['', 'value:dog@2021-11']]);
  });
});
