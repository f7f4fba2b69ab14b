import { describe, expect, it } from 'vitest';
import { T, opened, people, rulesOf } from './small-method.fixture.ts';

const text = { label: T, kind: 'text' };
const number = { label: T, kind: 'number' };

describe('the order of effects is fixed, whatever the order of the keys', () => {
  const rules = rulesOf({
    fields: { goal: text },
    records: { visit: { label: T } },
    classifications: { class: { label: T, by: 'person', answers: { hard: T } } },
    asks: { lead: { label: T, of: { role: 'worker' } }, help: { label: T, of: { role: 'leader' } } },
    clocks: { watch: { label: T, starts: { action: 'finish' }, stops: { action: 'report' }, limit: 'none' } },
    actions: {
      assign: { label: T, by: ['clerk'], asks: { lead: {} } },
      everything: {
        label: T, by: ['clerk'], ends: 'solved', to: 'handling', raises: true, tells: { all: { to: [{ reporter: true }], say: T } }, clocks: { watch: { start: true } },
        asks: { help: {} }, replies: { lead: { as: 'done' } }, answers: { class: {} }, leaves: { visit: {}, answer: {} }, takes: { goal: {} },
      },
    },
  });

  it('fields, records, classifications, replies, asks, clocks by hand, handing up, step, ending; then what the ending lets go; tellings last', () => {
    const story = opened(rules).act('assign', '2021-11-01 10:00').act('everything', '2021-11-01 11:00', { input: { goal: '修复', class: 'hard' } });
    expect(story.events.at(-1)!.changes.map((change) => (change.type === 'clock' ? `clock ${change.how}` : change.type))).toEqual([
      'field', 'record', 'record', 'answer', 'replied', 'asked', 'clock started', 'raised', 'step', 'ended', 'replied', 'clock void', 'told',
    ]);
  });
});

describe('requirements', () => {
  const rules = rulesOf({
    fields: { first: number, last: number },
    records: { visit: { label: T }, result: { label: T } },
    actions: {
      visit: { label: T, by: ['clerk'], leaves: { visit: {} }, requires: { once: { say: T, if: { records: 'visit', count: { max: 0 } } } } },
      again: { label: T, by: ['clerk'], leaves: { visit: {} }, requires: { never: { say: T, when: { action: 'again', min: 1 }, if: { records: 'visit', count: { max: 0 } } } } },
      number: { label: T, by: ['clerk'], takes: { first: {}, last: {} }, checks: { rising: { say: T, if: { field: 'last', above: { fact: { field: 'first' } } } } } },
      finish: { leaves: { result: {} } },
      'finish-without': { label: T, by: ['clerk'], leaves: { answer: {} }, ends: 'solved' },
    },
    endings: { solved: { requires: { result: { say: T, if: { record: 'result' } }, counted: { say: T, if: { action: 'finish', min: 1 } } } } },
  });

  it('of an action are read before it: a visit that may be the first only does not stand in its own way, the second is refused', () => {
    const once = opened(rules).act('visit', '2021-11-01 10:00');
    expect(once.state.records.map(({ id }) => id)).toEqual(['visit#1']);
    expect(once.refused('visit', '2021-11-01 11:00')).toEqual([
      { code: 'action.requirement', path: ['requires', 'once'], params: { requirement: 'once', say: T } },
    ]);
  });

  it('of an ending, and on what was filled in, apply only under their condition too', () => {
    const conditional = rulesOf({
      actions: { note: { takes: { content: { optional: true } }, checks: { short: { say: T, when: { field: 'content', known: true }, if: { field: 'content', is: '短' } } } } },
      endings: { solved: { requires: { noted: { say: T, when: { field: 'content', known: true }, if: { action: 'note', min: 2 } } } } },
    });
    expect(opened(conditional).refusal('note', '2021-11-01 10:00')).toEqual([]);
    expect(opened(conditional).refusal('note', '2021-11-01 10:00', { input: { content: '长' } })).toEqual(['action.requirement']);
    expect(opened(conditional).refusal('finish', '2021-11-01 10:00')).toEqual([]);
    expect(opened(conditional, undefined, { input: { content: '短' } }).refusal('finish', '2021-11-01 10:00')).toEqual(['ending.requirement']);
  });

  it('apply only under their condition', () => {
    const twice = opened(rules).act('visit', '2021-11-01 10:00').act('again', '2021-11-01 10:00');
    expect(twice.refusal('again', '2021-11-01 10:00')).toEqual(['action.requirement']);
  });

  it('of an ending are read after what the action has recorded, itself included', () => {
    expect(opened(rules).act('finish', '2021-11-01 10:00').state.ended).toMatchObject({ ending: 'solved', outcome: 'solved' });
    expect(opened(rules).refused('finish-without', '2021-11-01 10:00').map(({ path }) => path)).toEqual([['ends', 'result'], ['ends', 'counted']]);
  });

  it('on what was filled in are read after it', () => {
    const given = (first: number, last: number) => ({ input: { first, last } });
    expect(opened(rules).refusal('number', '2021-11-01 10:00', given(1, 2))).toEqual([]);
    expect(opened(rules).refused('number', '2021-11-01 10:00', given(2, 1)).map(({ code, path }) => [code, ...path])).toEqual([['action.requirement', 'checks', 'rising']]);
    // A value that stood before is not what is checked.
    const before = opened(rules).act('number', '2021-11-01 10:00', given(1, 2));
    expect(before.refusal('number', '2021-11-01 11:00', given(5, 5))).toEqual(['action.requirement']);
  });
});

describe('records', () => {
  const rules = rulesOf({
    fields: { topic: text },
    records: {
      visit: { label: T, fields: { note: text, passed: { label: T, kind: 'yes-no' } } },
      extra: { label: T, fields: { why: text } }, third: { label: T, fields: { reason: text } },
    },
    actions: {
      visit: { label: T, by: ['clerk'], leaves: { visit: { set: { passed: true } }, extra: { optional: true } } },
      name: { label: T, by: ['clerk'], takes: { topic: {} }, leaves: { third: { when: { field: 'topic', known: true } } } },
      withdraw: { label: T, by: ['clerk'], withdraws: true },
      check: { label: T, by: ['clerk'], requires: { two: { say: T, if: { records: 'visit', count: { min: 2 } } } } },
    },
  });
  const visited = (story = opened(rules), at = '2021-11-01 10:00') => story.act('visit', at, { input: { note: '到场' } });

  it('carry what the action sets beside what was filled in, and who left them', () => {
    expect(visited().state.records).toMatchObject([{ id: 'visit#1', values: { note: '到场', passed: true }, by: { person: 'wang', role: 'clerk', unit: 'east' } }]);
  });

  it('that are optional are left only when one of their fields is given', () => {
    const story = opened(rules).act('visit', '2021-11-01 10:00', { input: { note: '到场', why: '补充' } });
    expect(story.state.records.map(({ name }) => name)).toEqual(['visit', 'extra']);
  });

  it('under a condition are left exactly when they were asked for: as things stood before the action', () => {
    const named = opened(rules).act('name', '2021-11-01 10:00', { input: { topic: '道路' } });
    expect(named.state.records).toEqual([]);
    expect(named.refusal('name', '2021-11-01 11:00', { input: { topic: '供水' } })).toEqual(['input.missing']);
    expect(named.act('name', '2021-11-01 11:00', { input: { topic: '供水', reason: '改了' } }).state.records).toMatchObject([{ values: { reason: '改了' } }]);
  });

  it('that are withdrawn stay readable and count no more', () => {
    const twice = visited(visited());
    expect(twice.refusal('check', '2021-11-01 11:00')).toEqual([]);
    const one = twice.act('withdraw', '2021-11-01 11:00', { input: { record: 'visit#1' } });
    expect(one.state.records[0]).toMatchObject({ id: 'visit#1', values: { note: '到场' }, withdrawn: { by: { person: 'wang' } } });
    expect(one.refusal('check', '2021-11-01 12:00')).toEqual(['action.requirement']);
    expect(visited(one, '2021-11-01 12:00').state.records.at(-1)!.id).toBe('visit#3');
  });

  it.each([
    ['that is not there', 'visit#9'],
    ['that was withdrawn before', 'visit#1'],
  ])('a record %s cannot be withdrawn', (_, record) => {
    const withdrawn = visited().act('withdraw', '2021-11-01 11:00', { input: { record: 'visit#1' } });
    expect(withdrawn.refusal('withdraw', '2021-11-01 12:00', { input: { record } })).toEqual(['record.unknown']);
  });
});

it('an action counts: when it was last taken, how often, and by whom ever', () => {
  const rules = rulesOf({ actions: { note: { by: ['clerk', 'leader'] } } });
  const story = opened(rules).act('note', '2021-11-01 10:00').act('note', '2021-11-01 11:00', { by: people.li }).act('note', '2021-11-01 12:00', { by: people.wang });
  expect(story.state.done['note']).toMatchObject({ count: 3, by: { person: 'wang' }, everyone: ['wang', 'li'] });
});
