import { describe, expect, it } from 'vitest';
import type { Fact } from '../method/condition-schema.ts';
import { aCase, among, consulted, linkTo, moment, scopeOf, time, vocabulary } from './district.fixture.ts';
import { compileFact } from './fact.ts';
import { kindOfFact, ownNames } from './fact-shape.ts';
import { formatFact } from './fact-text.ts';
import type { Reading, Scope } from './reading.ts';

const read = (fact: Fact, scope: Scope) => compileFact(fact, vocabulary)(scope);

describe('records', () => {
  const records = [consulted('2024-06-01', { people: 5 }), consulted('2024-06-02', { people: 7 }), consulted('2024-06-03', { people: 9 }, { withdrawn: {} })];
  it('the last is the last that was not withdrawn', () => expect(read({ record: 'consultation', show: 'people' }, scopeOf({ records }))).toBe(7));
  it('the first can be picked', () => expect(read({ record: 'consultation', show: 'people', pick: 'first' }, scopeOf({ records }))).toBe(5));
  it('without a field: whether there is one', () => {
    expect(read({ record: 'consultation' }, scopeOf({ records }))).toBe(true);
    expect(read({ record: 'consultation' }, scopeOf({ records: records.slice(2) }))).toBe(false);
  });
});

describe('clocks', () => {
  const due = moment('2024-06-08 00:00');
  const running = { name: 'close', phase: 'running', start: { at: moment('2024-06-03 09:00') }, due: { at: due, day: '2024-06-07' } };
  const late = (clock: Partial<Reading['clocks'][string]>, at: number, name = 'close') => read({ clock: name, show: 'late' }, scopeOf({ clocks: { [name]: { ...running, name, ...clock } } }, { at }));
  it('is waiting before it starts', () => expect(read({ clock: 'close' }, scopeOf())).toBe('waiting'));
  it('is due on a day where the limit was reckoned in days, otherwise at a moment', () => {
    expect(read({ clock: 'close', show: 'due' }, scopeOf({ clocks: { close: running } }))).toBe('2024-06-07');
    expect(read({ clock: 'close', show: 'due' }, scopeOf({ clocks: { close: { ...running, due: { at: due } } } }))).toBe(due);
  });
  it('is in time at the due instant, late after it, and for ever when broken', () => {
    expect(late({}, due)).toBe(false);
    expect(late({}, due + 1)).toBe(true);
    expect(late({ phase: 'broken', broken: { at: due } }, 0)).toBe(true);
    expect(late({ phase: 'met', broken: { at: due }, corrected: true }, due + 1), 'the act had happened in time').toBe(false);
  });
  it('that is a minimum is never late', () => expect(late({}, due + 1, 'notice')).toBe(false));
  it('of an ask: the one that started last counts', () => {
    const clocks = { 'close a-2': { ...running, phase: 'met', start: { at: 2 } }, 'close a-1': { ...running, start: { at: 1 } } };
    expect(read({ clock: 'close' }, scopeOf({ clocks }))).toBe('met');
  });
});

describe('asks', () => {
  const ask = { id: 'a-1', name: 'lead', at: 1, to: { person: 'p-1' } };
  it.each<[string, Reading['asks']]>([
    ['none', []], ['open', [ask]], ['accepted', [{ ...ask, accepted: 2 }]], ['replied', [{ ...ask, accepted: 2, reply: { as: 'done', at: 3 } }]],
    ['open', [{ ...ask, reply: { as: 'withdrawn', at: 3 } }, { ...ask, id: 'a-2', at: 4 }]],
  ])('is %s', (state, asks) => expect(read({ ask: 'lead' }, scopeOf({ asks }))).toBe(state));
});

describe('the case and its actions', () => {
  it.each<[Fact, unknown]>([
    [{ case: 'step' }, 'received'], [{ case: 'reporter' }, false], [{ case: 'ended' }, undefined], [{ case: 'opened' }, aCase().opened],
    [{ action: 'report' }, 0], [{ action: 'report', show: 'at' }, undefined], [{ case: 'home-level' }, 'community'], [{ case: 'holder-level' }, 'street'],
  ])('%j of a case just opened is %s', (fact, value) => expect(read(fact, scopeOf())).toBe(value));
  it('knows who took an action last and how often', () => {
    const scope = scopeOf({ done: { report: { count: 2, at: 5, by: { person: 'p-2' }, everyone: ['p-1', 'p-2'] } } });
    expect([read({ action: 'report', show: 'by' }, scope), read({ action: 'report' }, scope)]).toEqual(['p-2', 2]);
  });
});

describe('linked cases', () => {
  const links = [linkTo('c-2', '2024-06-01'), { ...linkTo('c-3', '2024-06-02'), side: 'to' as const }];
  const linked = among(aCase({ id: 'c-2', step: 'received' }), aCase({ id: 'c-3', step: 'handling', fields: { amount: 7 }, links: [linkTo('c-2')] }));
  it('are counted on either side, and can be named', () => {
    expect([read({ link: 'duplicate' }, scopeOf({ links })), read({ link: 'duplicate' }, scopeOf())]).toEqual([2, 0]);
    expect([read({ link: 'duplicate', show: 'ids' }, scopeOf({ links })), read({ link: 'duplicate', show: 'ids' }, scopeOf())]).toEqual([['c-2', 'c-3'], undefined]);
  });
  it('are told apart by the side on which this case stands', () => {
    const sides = (['from', 'to'] as const).map((side) => read({ link: 'duplicate', side, show: 'ids' }, scopeOf({ links })));
    expect(sides).toEqual([['c-2'], ['c-3']]);
    expect(read({ link: 'duplicate', side: 'to' }, scopeOf({ links }))).toBe(1);
    expect(read({ link: 'duplicate', side: 'from', reads: { case: 'step' } }, scopeOf({ links }, { linked }))).toBe('received');
  });
  it('the one linked last is read there, not here', () => {
    const scope = scopeOf({ links, fields: { amount: 1 } }, { linked });
    expect(read({ link: 'duplicate', reads: { case: 'step' } }, scope)).toBe('handling');
    expect(read({ link: 'duplicate', reads: { field: 'amount' } }, scope)).toBe(7);
    expect(read({ link: 'duplicate', reads: { link: 'duplicate', reads: { case: 'id' } } }, scope), 'and on from there').toBe('c-2');
  });
  it('are read as cases also where a record speaks of its own fields', () => {
    const scope = scopeOf({ links }, { linked, own: { amount: 1 } });
    expect(compileFact({ link: 'duplicate', reads: { field: 'amount' } }, vocabulary, { record: 'consultation' })(scope)).toBe(7);
  });
  it('are not known where there is none, or where it cannot be read', () => {
    expect(read({ link: 'duplicate', reads: { case: 'step' } }, scopeOf({}, { linked }))).toBeUndefined();
    expect(read({ link: 'duplicate', reads: { case: 'step' } }, scopeOf({ links: [linkTo('c-9')] }, { linked }))).toBeUndefined();
    expect(read({ link: 'duplicate', reads: { case: 'step' } }, scopeOf({ links }))).toBeUndefined();
  });
});

describe('kinds', () => {
  it.each<[Fact, string | undefined]>([
    [{ field: 'close-by' }, 'day'], [{ field: 'title' }, 'text'], [{ answer: 'class' }, 'choice'], [{ answer: 'treatment', output: 'way' }, 'text'],
    [{ record: 'consultation' }, 'yes-no'], [{ record: 'consultation', show: 'people' }, 'number'], [{ clock: 'close', show: 'due' }, 'due'],
    [{ ask: 'lead', show: 'post' }, 'post'], [{ action: 'report' }, 'count'], [{ field: 'nowhere' }, undefined], [{ case: 'home' }, 'unit'],
    [{ field: 'helpers' }, 'posts'], [{ field: 'departments' }, 'units'], [{ field: 'guests' }, 'names'], [{ case: 'home-level' }, 'choice'],
    [{ link: 'duplicate' }, 'count'], [{ link: 'duplicate', show: 'ids' }, 'names'], [{ link: 'duplicate', reads: { field: 'amount' } }, 'number'], [{ link: 'nowhere' }, undefined],
  ])('%j is %s', (fact, kind) => expect(kindOfFact(fact, vocabulary)).toBe(kind));
  it('of a field that a record, an ask or a clock has not, are its case\'s; a norm period belongs to none', () => {
    const scope = scopeOf({ fields: { title: '路灯', amount: 9 } }, { own: { agreed: '更换' } });
    expect(compileFact({ field: 'title' }, vocabulary, { record: 'consultation' })(scope)).toBe('路灯');
    expect(compileFact({ field: 'title' }, vocabulary, { ask: 'lead' })(scope)).toBe('路灯');
    expect(compileFact({ field: 'agreed' }, vocabulary, { record: 'consultation' })(scope)).toBe('更换');
    expect(kindOfFact({ field: 'amount' }, vocabulary, { clock: 'close' })).toBe('number');
    expect(kindOfFact({ field: 'title' }, vocabulary, { norm: 'visits' })).toBeUndefined();
  });
  it('names everything that a record, an ask, a clock or a norm period has of its own', () => {
    expect(ownNames({ record: 'consultation' }, vocabulary)).toEqual(['agreed', 'people', 'invited', 'at', 'by', 'unit', 'role']);
    expect(ownNames({ ask: 'lead' }, vocabulary)).toEqual(['state', 'post', 'person', 'unit', 'asked', 'replied', 'reply']);
    expect(ownNames({ clock: 'close' }, vocabulary)).toEqual(['state', 'started', 'due', 'stopped', 'late', 'exempt', 'person', 'unit']);
    expect(ownNames({ norm: 'visits' }, vocabulary)).toEqual(['of', 'unit', 'period', 'count', 'met']);
    expect(ownNames({ norm: 'nowhere' }, vocabulary)).toEqual([]);
  });
  it('reads a record\'s own fields, and its time', () => {
    expect(kindOfFact({ field: 'people' }, vocabulary, { record: 'consultation' })).toBe('number');
    expect(kindOfFact({ field: 'at' }, vocabulary, { record: 'consultation' })).toBe('moment');
    expect(kindOfFact({ field: 'nothing' }, vocabulary, { record: 'consultation' })).toBeUndefined();
  });
});

describe('values in words', () => {
  it.each<[Fact, Parameters<typeof formatFact>[1], string]>([
    [{ field: 'category' }, 'gas', '燃气'], [{ field: 'repeated' }, true, '是'], [{ field: 'repeated' }, false, '否'], [{ field: 'parties' }, ['residents', 'property'], '党员群众、物业'],
    [{ field: 'seen' }, moment('2024-06-01 08:30'), '2024-06-01 08:30'], [{ clock: 'close', show: 'due' }, '2024-06-07', '2024-06-07'], [{ clock: 'close' }, 'broken', '超期'],
    [{ ask: 'lead', show: 'reply' }, 'done', '办完'], [{ case: 'step' }, 'handling', '办理'], [{ case: 'outcome' }, 'solved', '办结'], [{ field: 'amount' }, undefined, '未填写'],
    [{ field: 'guests' }, ['张某', '李某'], '张某、李某'], [{ case: 'home-level' }, 'community', '社区'], [{ case: 'kind' }, 'household', '住户'],
    [{ link: 'duplicate', show: 'ids' }, ['c-2', 'c-3'], 'c-2、c-3'], [{ link: 'duplicate', reads: { case: 'step' } }, 'handling', '办理'],
  ])('%j %j is %s', (fact, value, zh) => expect(formatFact(fact, value, vocabulary, time).zh).toBe(zh));
  it('knows the other language of an output', () => expect(formatFact({ answer: 'treatment', output: 'way' }, '党群会诊', vocabulary, time)).toEqual({ zh: '党群会诊', en: 'Joint consultation' }));
  it('asks the directory for every one of several posts and units', () => {
    expect(formatFact({ field: 'helpers' }, ['po-1', 'po-2'], vocabulary, time, { post: (id) => ({ 'po-1': '王某', 'po-2': '赵某' })[id] }).zh).toBe('王某、赵某');
    expect(formatFact({ field: 'departments' }, ['u-7'], vocabulary, time, { unit: () => '住建局' }).zh).toBe('住建局');
  });
  it('asks the directory who somebody is', () => expect(formatFact({ ask: 'lead', show: 'person' }, 'p-1', vocabulary, time, { person: () => '王某' }).zh).toBe('王某'));
});
