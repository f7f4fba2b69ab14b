import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../method/condition-schema.ts';
import { compileCondition } from './condition.ts';
import { someCondition, someScope } from './conditions.fixture.ts';
import { consulted, moment, scopeOf, time, vocabulary } from './district.fixture.ts';
import type { Reading, Scope } from './reading.ts';

const holds = (condition: Condition, scope: Scope): boolean => compileCondition(condition, vocabulary, time)(scope);
const given = (fields: Reading['fields']): Scope => scopeOf({ fields });

describe('a missing value', () => {
  it.each<[Condition]>([
    [{ field: 'category', is: 'gas' }], [{ field: 'category', not: 'gas' }], [{ field: 'category', in: ['gas'] }], [{ field: 'amount', min: 0 }], [{ field: 'amount', max: 9 }],
    [{ field: 'amount', above: 0 }], [{ field: 'amount', below: 9 }], [{ field: 'parties', has: 'residents' }], [{ field: 'close-by', max: { fact: { case: 'opened' } } }],
    [{ case: 'opened', min: { fact: { field: 'close-by' } } }], [{ field: 'repeated' }], [{ field: 'category', known: true }],
  ])('makes %j false', (condition) => expect(holds(condition, given({}))).toBe(false));

  it('leaves the negation of a comparison true, unlike the comparison by not', () => {
    expect(holds({ not: { field: 'category', is: 'gas' } }, given({}))).toBe(true);
    expect(holds({ field: 'category', known: false }, given({}))).toBe(true);
  });
});

describe('comparing', () => {
  it.each<[Condition, Reading['fields'], boolean]>([
    [{ field: 'amount', min: 1000 }, { amount: 1000 }, true], [{ field: 'amount', above: 1000 }, { amount: 1000 }, false],
    [{ field: 'amount', max: 1000 }, { amount: 1000 }, true], [{ field: 'amount', below: 1000 }, { amount: 1000 }, false],
    [{ field: 'amount', min: 10, max: 20 }, { amount: 21 }, false], [{ field: 'amount', is: 0 }, { amount: 0 }, true],
    [{ field: 'category', not: 'gas' }, { category: 'heat' }, true], [{ field: 'category', in: ['gas', 'heat'] }, { category: 'noise' }, false],
    [{ field: 'parties', has: 'property' }, { parties: ['residents', 'property'] }, true], [{ field: 'guests', has: '李某' }, { guests: ['张某', '李某'] }, true],
    [{ field: 'guests', has: '李' }, { guests: ['张某', '李某'] }, false], [{ field: 'helpers', has: 'po-2' }, { helpers: ['po-1'] }, false], [{ field: 'title', has: '燃气' }, { title: '三号楼燃气泄漏' }, true],
    [{ field: 'repeated' }, { repeated: false }, false], [{ field: 'repeated', is: false }, { repeated: false }, true],
    [{ field: 'amount', min: 'x' }, { amount: 1 }, false],
  ])('%j of %j is %s', (condition, fields, expected) => expect(holds(condition, given(fields))).toBe(expected));

  it('compares a day with a moment by the local day, not by the instant', () => {
    // 23:30 UTC on the 31st of May is already the 1st of June in Shanghai.
    const seen = Date.parse('2024-05-31T23:30:00Z');
    expect(holds({ field: 'seen', is: '2024-06-01' }, given({ seen }))).toBe(true);
    expect(holds({ field: 'close-by', below: { fact: { field: 'seen' } } }, given({ seen, 'close-by': '2024-06-01' }))).toBe(false);
    expect(holds({ field: 'close-by', is: { fact: { field: 'seen' } } }, given({ seen, 'close-by': '2024-06-01' }))).toBe(true);
  });

  it('compares a moment with a written minute, and with a written instant', () => {
    const seen = moment('2024-06-01 08:30');
    expect(holds({ field: 'seen', min: '2024-06-01T08:30' }, given({ seen }))).toBe(true);
    expect(holds({ field: 'seen', above: '2024-06-01T08:30:00+08:00' }, given({ seen }))).toBe(false);
  });

  it('moves the other fact by a duration', () => {
    const within = { case: 'opened', min: { fact: { field: 'close-by' }, minus: '3 days' } } satisfies Condition;
    expect(holds(within, given({ 'close-by': '2024-06-06' }))).toBe(true);
    expect(holds(within, given({ 'close-by': '2024-06-07' }))).toBe(false);
    expect(holds({ field: 'close-by', max: { fact: { case: 'opened' }, plus: '1 day' } }, given({ 'close-by': '2024-06-04' }))).toBe(true);
  });
});

describe('counting records', () => {
  const records = [consulted('2024-06-01', { agreed: 'no' }), consulted('2024-06-02', { agreed: 'yes' }), consulted('2024-06-03', { agreed: 'yes' }, { withdrawn: {} })];
  it('counts valid records only', () => {
    expect(holds({ records: 'consultation', count: { min: 2 } }, scopeOf({ records }))).toBe(true);
    expect(holds({ records: 'consultation', count: { min: 3 } }, scopeOf({ records }))).toBe(false);
  });
  it('means at least one when it says no number', () => {
    expect(holds({ records: 'consultation' }, scopeOf({ records }))).toBe(true);
    expect(holds({ records: 'consultation' }, scopeOf())).toBe(false);
  });
  it('holds for every one of none', () => expect(holds({ records: 'consultation', every: { field: 'agreed', is: 'yes' } }, scopeOf())).toBe(true));
  it('reads the record\'s own fields and its time in where and every', () => {
    expect(holds({ records: 'consultation', every: { field: 'agreed', is: 'yes' } }, scopeOf({ records }))).toBe(false);
    expect(holds({ records: 'consultation', where: { field: 'at', min: '2024-06-02' }, every: { field: 'agreed', is: 'yes' } }, scopeOf({ records }))).toBe(true);
    expect(holds({ records: 'consultation', where: { field: 'agreed', is: 'no' }, count: { max: 0 } }, scopeOf({ records }))).toBe(false);
  });
  it('counts only those after the action was last taken, and all when it never was', () => {
    const done = { redo: { count: 1, at: moment('2024-06-01 12:00'), everyone: ['p-1'] } };
    const condition = { records: 'consultation', count: { min: 2 }, since: { action: 'redo' } } satisfies Condition;
    expect(holds(condition, scopeOf({ records }))).toBe(true);
    expect(holds(condition, scopeOf({ records, done }))).toBe(false);
  });
  it('reads the fields of the case in a condition used by name, also inside where', () => {
    expect(holds({ records: 'consultation', where: { use: 'large' } }, scopeOf({ records, fields: { amount: 2000 } }))).toBe(true);
  });
});

describe('asks', () => {
  const ask = { id: 'a-1', name: 'lead', at: moment('2024-06-03 09:30'), to: { person: 'p-1', role: 'clerk', unit: 'u-1' } };
  const actor = { person: 'p-1', posts: [{ role: 'clerk', unit: 'u-1' }] };
  it('can be quantified by their own state and reply', () => {
    const replied = { ...ask, reply: { as: 'done', at: moment('2024-06-03 09:45') } };
    expect(holds({ asks: 'lead', every: { field: 'reply', is: 'done' } }, scopeOf({ asks: [replied] }))).toBe(true);
    expect(holds({ asks: 'lead', every: { field: 'reply', is: 'done' } }, scopeOf({ asks: [replied, ask] }))).toBe(false);
    expect(holds({ asks: 'lead', where: { field: 'state', is: 'open' } }, scopeOf({ asks: [replied, ask] }))).toBe(true);
  });
  it('are awaited of whom they name while they are open', () => {
    expect(holds({ actor: { isAsked: 'lead' } }, scopeOf({ asks: [ask] }, { actor }))).toBe(true);
    expect(holds({ actor: { isAsked: 'lead' } }, scopeOf({ asks: [ask] }, { actor: { ...actor, person: 'p-2' } }))).toBe(false);
    expect(holds({ actor: { isAsked: 'lead' } }, scopeOf({ asks: [{ ...ask, to: { role: 'clerk', unit: 'u-1' } }] }, { actor: { ...actor, person: 'p-2' } }))).toBe(true);
    const ofRole = scopeOf({ asks: [{ ...ask, to: { role: 'clerk', unit: 'u-2' } }] }, { actor });
    expect(holds({ actor: { isAsked: 'lead' } }, ofRole)).toBe(false);
    expect(holds({ actor: { isAsked: 'lead' } }, { ...ofRole, standsOver: (unit) => unit === 'u-1' }), 'a role is asked over the case, not in one unit').toBe(true);
    expect(holds({ actor: { isAsked: 'lead' } }, scopeOf({ asks: [{ ...ask, reply: { as: 'done', at: ask.at } }] }, { actor }))).toBe(false);
  });
});

describe('the actor', () => {
  const done = { 'report-result': { count: 2, at: 0, everyone: ['p-1', 'p-2'] } };
  const actor = (person: string) => ({ actor: { person, posts: [{ role: 'committee', unit: 'u-0' }] } });
  it('is not the same person, whatever the post', () => {
    expect(holds({ actor: { notWhoDid: 'report-result' } }, scopeOf({ done }, actor('p-1')))).toBe(false);
    expect(holds({ actor: { notWhoDid: 'report-result' } }, scopeOf({ done }, actor('p-3')))).toBe(true);
    expect(holds({ actor: { notWhoDid: 'report-result' } }, scopeOf({}, actor('p-1')))).toBe(true);
  });
  it('is nobody where nobody acts', () => expect(holds({ actor: { notWhoDid: 'report-result' } }, scopeOf({ done }))).toBe(false));
  it('holds a role', () => expect([holds({ actor: { role: 'committee' } }, scopeOf({}, actor('p-1'))), holds({ actor: { role: 'clerk' } }, scopeOf({}, actor('p-1')))]).toEqual([true, false]));
});

describe('time', () => {
  it.each<[Extract<Condition, { time: unknown }>['time'], string, boolean]>([
    [{ from: '09:00', to: '18:00' }, '2024-06-03 09:00', true], [{ from: '09:00', to: '18:00' }, '2024-06-03 18:00', false],
    [{ from: '22:00', to: '07:00' }, '2024-06-03 23:30', true], [{ from: '22:00', to: '07:00' }, '2024-06-03 06:59', true], [{ from: '22:00', to: '07:00' }, '2024-06-03 12:00', false],
    [{ yearFrom: '06-01', yearTo: '09-30' }, '2024-09-30 23:59', true], [{ yearFrom: '11-15', yearTo: '03-15' }, '2024-01-02 12:00', true],
    [{ yearFrom: '11-15', yearTo: '03-15' }, '2024-06-03 12:00', false], [{ day: { min: '2024-06-03' } }, '2024-06-03 00:00', true], [{ day: { max: '2024-06-02' } }, '2024-06-03 00:00', false],
  ])('%j at %s is %s', (span, at, expected) => expect(holds({ time: span }, scopeOf({}, { at: moment(at) }))).toBe(expected));
});

describe('named conditions', () => {
  it('are used by name', () => expect(holds({ use: 'large' }, scopeOf({ answers: { class: { is: 'hard' } } }))).toBe(true));
  it('that are none do not hold', () => expect(holds({ use: 'nowhere' }, scopeOf())).toBe(false));
  it('that lead back to themselves compile, and are false inside themselves', () => expect(holds({ use: 'in-circle' }, scopeOf())).toBe(true));
});

describe('laws', () => {
  it('De Morgan: not all of them is one of them not', () => {
    fc.assert(fc.property(fc.array(someCondition, { minLength: 1, maxLength: 4 }), someScope, (parts, scope) => {
      expect(holds({ not: { all: parts } }, scope)).toBe(holds({ any: parts.map((not) => ({ not })) }, scope));
      expect(holds({ not: { any: parts } }, scope)).toBe(holds({ all: parts.map((not) => ({ not })) }, scope));
    }));
  });
  it('a comparison by not never holds together with the one by is', () => {
    fc.assert(fc.property(fc.constantFrom('gas', 'heat'), someScope, (is, scope) => {
      const known = scope.state.fields['category'] !== undefined;
      expect(holds({ field: 'category', is }, scope) !== holds({ field: 'category', not: is }, scope)).toBe(known);
    }));
  });
});
