import { describe, expect, it } from 'vitest';
import type { Condition } from '../method/condition-schema.ts';
import { compileCondition } from './condition.ts';
import { aCase, among, clockOf, consulted, linkTo, moment, scopeOf, time, vocabulary } from './district.fixture.ts';
import type { Scope } from './reading.ts';

const holds = (condition: Condition, scope: Scope): boolean => compileCondition(condition, vocabulary, time)(scope);
const agreed = (day: string, is: 'yes' | 'no') => consulted(day, { agreed: is });

describe('the last so long', () => {
  // Read on the 3rd of June at ten: two days before is the 1st at ten.
  const within = { records: 'consultation', within: '2 days' } satisfies Condition;
  it('counts what lies in it, its first moment included', () => {
    expect(holds(within, scopeOf({ records: [consulted('2024-06-01')] }))).toBe(true);
    expect(holds(within, scopeOf({ records: [consulted('2024-05-31')] }))).toBe(false);
    expect(holds(within, scopeOf({ records: [{ ...consulted('2024-06-01'), at: moment('2024-06-01 10:00') }] }))).toBe(true);
    expect(holds(within, scopeOf({ records: [{ ...consulted('2024-06-01'), at: moment('2024-06-01 10:00') - 1 }] }))).toBe(false);
  });
  it('goes by when an ask was asked, a clock started and a case linked', () => {
    const ask = (day: string) => ({ id: day, name: 'lead', at: moment(`${day} 12:00`), to: {}, reply: { as: 'done', at: moment('2024-06-03 09:00') } });
    expect(holds({ asks: 'lead', within: '2 days', count: { min: 1, max: 1 } }, scopeOf({ asks: [ask('2024-05-31'), ask('2024-06-02')] }))).toBe(true);
    expect(holds({ clocks: 'close', within: '2 days', count: { min: 1, max: 1 } }, scopeOf({ clocks: { a: clockOf('2024-05-31', 'met'), b: clockOf('2024-06-02', 'met') } }))).toBe(true);
    expect(holds({ links: 'duplicate', within: '2 days', count: { min: 1, max: 1 } }, scopeOf({ links: [linkTo('c-2', '2024-05-31'), linkTo('c-3', '2024-06-02')] }))).toBe(true);
  });
});

describe('the last so many', () => {
  const threeRefused = { records: 'consultation', last: 3, count: { min: 3 }, every: { field: 'agreed', is: 'no' } } satisfies Condition;
  const refused = ['2024-05-01', '2024-05-02', '2024-05-03'].map((day) => agreed(day, 'no'));
  it('make so many in a row, together with every', () => {
    expect(holds(threeRefused, scopeOf({ records: refused }))).toBe(true);
    expect(holds(threeRefused, scopeOf({ records: [agreed('2024-04-30', 'yes'), ...refused] })), 'what was before them does not matter').toBe(true);
    expect(holds(threeRefused, scopeOf({ records: [...refused, agreed('2024-05-04', 'yes')] })), 'the row is broken').toBe(false);
    expect(holds(threeRefused, scopeOf({ records: refused.slice(1) })), 'two are not three').toBe(false);
  });
  it('are the last by their time, whenever they were recorded', () => {
    expect(holds(threeRefused, scopeOf({ records: [...refused, agreed('2024-04-01', 'yes')] })), 'recorded afterwards, happened before').toBe(true);
  });
  it('are the last of those asked for, not those asked for among the last', () => {
    const records = [agreed('2024-05-01', 'no'), agreed('2024-05-02', 'yes'), agreed('2024-05-03', 'yes')];
    expect(holds({ records: 'consultation', where: { field: 'agreed', is: 'no' }, last: 1 }, scopeOf({ records }))).toBe(true);
    expect(holds({ records: 'consultation', last: 1, every: { field: 'agreed', is: 'no' } }, scopeOf({ records }))).toBe(false);
  });
  it('come after since and within have left out what is before', () => {
    const done = { redo: { count: 1, at: moment('2024-06-01 12:00'), everyone: ['p-1'] } };
    const condition = { records: 'consultation', since: { action: 'redo' }, within: '2 days', last: 2, count: { min: 2 }, every: { field: 'agreed', is: 'yes' } } satisfies Condition;
    const records = [agreed('2024-05-30', 'no'), agreed('2024-06-01', 'no'), agreed('2024-06-02', 'yes'), { ...agreed('2024-06-03', 'yes'), at: moment('2024-06-03 09:00') }];
    expect(holds(condition, scopeOf({ records, done }))).toBe(true);
    expect(holds(condition, scopeOf({ records: records.slice(0, 3), done })), 'one is left, two are wanted').toBe(false);
    expect(holds(condition, scopeOf({ records, done: { redo: { ...done.redo, at: moment('2024-06-02 12:00') } } })), 'only one after it').toBe(false);
  });
});

describe('records', () => {
  it('can be asked by whom, in which role and for which unit they were left', () => {
    const records = [consulted('2024-06-01', {}, { by: { person: 'p-1', role: 'clerk', unit: 'u-1' } })];
    expect(holds({ records: 'consultation', where: { all: [{ field: 'by', is: 'p-1' }, { field: 'role', is: 'clerk' }, { field: 'unit', is: 'u-1' }] } }, scopeOf({ records }))).toBe(true);
    expect(holds({ records: 'consultation', where: { field: 'role', is: 'committee' } }, scopeOf({ records }))).toBe(false);
  });
});

describe('clocks', () => {
  const clocks = { 'close~1': clockOf('2024-05-01', 'broken', { broken: { at: 1, who: { person: 'p-7', unit: 'u-7' } } }), 'close~2': clockOf('2024-05-10', 'void'), close: clockOf('2024-05-20', 'met') };
  it('are counted round by round; one that is void counts nowhere', () => {
    expect(holds({ clocks: 'close', count: { min: 2, max: 2 } }, scopeOf({ clocks }))).toBe(true);
    expect(holds({ clocks: 'notice' }, scopeOf({ clocks }))).toBe(false);
  });
  it('are read by their own state and lateness', () => {
    expect(holds({ clocks: 'close', where: { field: 'state', is: 'met' }, count: { min: 1, max: 1 } }, scopeOf({ clocks }))).toBe(true);
    expect(holds({ clocks: 'close', where: { field: 'late', is: true }, count: { min: 1, max: 1 } }, scopeOf({ clocks }))).toBe(true);
    expect(holds({ clocks: 'close', last: 1, every: { field: 'late', is: false } }, scopeOf({ clocks })), 'the last one was kept').toBe(true);
  });
  it('show whether they were exempted, which leaves them late', () => {
    const exempted = { close: clockOf('2024-05-01', 'broken', { broken: { at: 1 }, exempt: {} }) };
    expect(holds({ clocks: 'close', where: { all: [{ field: 'late' }, { field: 'exempt', is: true }] } }, scopeOf({ clocks: exempted }))).toBe(true);
    expect(holds({ clocks: 'close', where: { all: [{ field: 'late' }, { field: 'exempt', is: false }] } }, scopeOf({ clocks: exempted }))).toBe(false);
  });
  it('name who had it when it broke, otherwise who was asked, otherwise the unit that has the case', () => {
    const asks = [{ id: 'a-1', name: 'lead', at: 0, to: { person: 'p-1', unit: 'u-1' } }];
    const of = (field: string, is: string, state: Parameters<typeof scopeOf>[0]): boolean => holds({ clocks: 'close', where: { field, is } }, scopeOf(state));
    expect(of('person', 'p-7', { clocks: { close: clocks['close~1'] }, asks })).toBe(true);
    expect(of('person', 'p-1', { clocks: { close: clockOf('2024-06-01', 'running', { ask: 'a-1' }) }, asks })).toBe(true);
    expect(of('unit', 'u-0', { clocks: { close: clockOf('2024-06-01', 'running') } })).toBe(true);
  });
});

describe('linked cases', () => {
  const links = [linkTo('c-2'), linkTo('c-3', '2024-06-02')];
  const linked = among(
    aCase({ id: 'c-2', step: 'handling', fields: { amount: 5000 }, records: [consulted('2024-05-01', { people: 3 })] }),
    aCase({ id: 'c-3', step: 'handling', fields: { amount: 10 } }),
  );
  const at = (rest: Partial<Omit<Scope, 'state'>> = { linked }): Scope => scopeOf({ links, step: 'received', fields: { amount: 1 } }, rest);
  it('are read in their own state: step, fields and records are theirs', () => {
    expect(holds({ links: 'duplicate', every: { case: 'step', is: 'handling' } }, at())).toBe(true);
    expect(holds({ links: 'duplicate', where: { field: 'amount', min: 1000 }, count: { min: 1, max: 1 } }, at())).toBe(true);
    expect(holds({ links: 'duplicate', where: { records: 'consultation', where: { field: 'people', min: 3 } }, count: { min: 1, max: 1 } }, at())).toBe(true);
  });
  it('are what a condition used by name is read of there', () => {
    expect(holds({ links: 'duplicate', where: { use: 'large' }, count: { min: 1, max: 1 } }, at())).toBe(true);
  });
  it('that cannot be read are counted where nothing is asked of them', () => {
    const unread = at({ linked: among() });
    expect(holds({ links: 'duplicate', count: { min: 2 } }, unread)).toBe(true);
    expect(holds({ links: 'duplicate', count: { min: 2 } }, at({}))).toBe(true);
    expect(holds({ links: 'duplicate', within: '1 day', count: { min: 1, max: 1 } }, unread)).toBe(true);
  });
  it('that cannot be read meet nothing that is asked, nor its opposite', () => {
    const unread = at({ linked: among(aCase({ id: 'c-2', step: 'handling' })) });
    expect(holds({ links: 'duplicate', every: { case: 'step', is: 'handling' } }, unread)).toBe(false);
    expect(holds({ links: 'duplicate', every: { not: { case: 'step', is: 'received' } } }, unread)).toBe(false);
    expect(holds({ links: 'duplicate', where: { case: 'step', is: 'handling' }, count: { min: 1, max: 1 } }, unread)).toBe(true);
  });
  it('count only after an action was taken here', () => {
    const done = { redo: { count: 1, at: moment('2024-06-01 12:00'), everyone: ['p-1'] } };
    expect(holds({ links: 'duplicate', since: { action: 'redo' }, count: { min: 1, max: 1 } }, scopeOf({ links, done }, { linked }))).toBe(true);
  });
  it('count only on the side that is asked for', () => {
    const both = scopeOf({ links: [linkTo('c-2'), { ...linkTo('c-3'), side: 'to' }] }, { linked });
    expect(holds({ links: 'duplicate', side: 'to', count: { min: 1, max: 1 } }, both)).toBe(true);
    expect(holds({ links: 'duplicate', side: 'to', where: { case: 'id', is: 'c-2' } }, both)).toBe(false);
  });
  it('are read by whoever acts here', () => {
    const taken = among(aCase({ id: 'c-2', done: { redo: { count: 1, at: 0, everyone: ['p-1'] } } }));
    const scope = (person: string): Scope => scopeOf({ links: [linkTo('c-2')] }, { linked: taken, actor: { person, posts: [] } });
    expect([holds({ links: 'duplicate', where: { actor: { notWhoDid: 'redo' } } }, scope('p-1')), holds({ links: 'duplicate', where: { actor: { notWhoDid: 'redo' } } }, scope('p-2'))]).toEqual([false, true]);
  });
});
