import { describe, expect, it } from 'vitest';
import { T, facts, moment, opened, people, rulesOf } from '../case/small-method.fixture.ts';
import type { Story } from '../case/small-method.fixture.ts';
import { factName, project } from './project.ts';

const does = (effect: object): object => ({ label: T, by: ['clerk'], ...effect });
const rules = rulesOf({
  time: { backdate: '5 days' },
  levels: { city: { label: T } },
  fields: {
    phone: { label: T, kind: 'text', personal: true }, topic: { label: T, kind: 'choice', options: { road: T } }, tags: { label: T, kind: 'choices', options: { a: T, b: T } }, 'close-by': { label: T, kind: 'date' },
  },
  records: { visit: { label: T, fields: { note: { label: T, kind: 'text' }, who: { label: T, kind: 'text', personal: true, optional: true } } } },
  classifications: { class: { label: T, by: 'person', answers: { hard: T } } },
  asks: { lead: { label: T, of: { post: 'worker' } }, judge: { label: T, of: { role: 'leader' } }, help: { label: T, of: { unit: 'community' } } },
  kinds: { matter: { line: ['received', 'handling', 'accepting'] } }, steps: { accepting: { label: T } },
  list: { columns: { due: { label: T, show: { clock: 'work', show: 'due' } }, note: { label: T, show: { record: 'visit', show: 'note' } } }, order: ['due', 'note'] },
  actions: {
    set: does({ takes: { phone: { optional: true }, topic: { optional: true }, tags: { optional: true }, 'close-by': { optional: true } } }), visit: does({ leaves: { visit: {} } }), drop: does({ withdraws: true }),
    begin: does({}), pause: does({}), 'hold-it': does({ clocks: { work: { hold: T } } }), derive: does({}),
    ask: does({ asks: { lead: {}, judge: {}, help: {} } }),
    classify: { label: T, by: ['leader'], from: ['received'], answers: { class: {} }, to: 'handling' },
    work: { label: T, by: [{ ask: 'lead' }], from: ['handling'], to: 'accepting' }, 'send-back': { label: T, by: ['leader'], from: ['accepting'], to: 'handling' },
    redo: { label: T, by: ['leader'], from: ['accepting'], to: { after: 'received' } }, give: { label: T, by: ['worker'], from: ['accepting'], leaves: { answer: {} }, ends: 'given-up' },
    accept: does({ from: ['accepting'], leaves: { answer: {} }, ends: 'solved' }),
  },
  endings: { 'given-up': { label: T, outcome: 'abandoned' }, solved: { keeps: { asks: ['help'], clocks: ['work'] } } },
  clocks: {
    work: { label: T, starts: { action: 'begin' }, stops: { action: 'pause' }, limit: '5 working days', reads: 'happened', ladder: { soon: { at: { before: '1 working day' } } } },
    notice: { label: T, starts: { action: 'begin' }, stops: { action: 'pause' }, limit: '1 hour', binds: 'minimum' },
    before: { label: T, starts: { action: 'derive' }, stops: { action: 'pause' }, limit: { before: '20 working days', of: 'work' } },
  },
});
const row = (story: Story) => project(rules, story.state, facts);
const given = opened(rules);
const begun = given.act('begin', '2021-11-01 10:00');

describe('the due time of a row', () => {
  // Due on Monday the 8th at 24:00, warned on Friday the 5th at nine; the notice of an hour is a minimum.
  const due = moment('2021-11-09 00:00');
  const warn = moment('2021-11-05 09:00');

  it('is that of the nearest clock whose end matters, a minimum’s does not', () => {
    expect(row(given)).toMatchObject({ due: null, warn: null, next: null, broken: false });
    expect(row(begun)).toMatchObject({ due, warn, next: moment('2021-11-01 11:00') });
    expect(row(begun.until('2021-11-01 12:00'))).toMatchObject({ due, next: warn });
  });
  it('stays while it is overdue, and that it was broken stays for ever', () => {
    const late = begun.until('2021-11-10 10:00');
    expect(row(late)).toMatchObject({ due, broken: true, next: null });
    expect(row(late.act('pause', '2021-11-10 10:00'))).toMatchObject({ due: null, broken: true });
  });
  it('unless what stopped it had happened in time', () => {
    expect(row(begun.act('pause', '2021-11-10 10:00', { happened: '2021-11-08 10:00' }))).toMatchObject({ due: null, broken: false });
  });
  it('is none while the clock is held, or was late from the start: that is held against nobody', () => {
    expect(row(begun.until('2021-11-02 09:00').act('hold-it', '2021-11-02 10:00'))).toMatchObject({ due: null, warn: null, next: null });
    const derived = begun.act('derive', '2021-11-01 12:00');
    expect(derived.clock('before')).toMatchObject({ lateFromTheStart: true });
    expect(row(derived)).toMatchObject({ due });
  });
  it('is none once the case has ended, though the clock is kept and still rings', () => {
    expect(row(accepted(begun))).toMatchObject({ due: null, warn: null, next: warn, ending: 'solved', outcome: 'solved', ended: moment('2021-11-01 16:00') });
  });
});

const accepting = (story: Story): Story => story.act('ask', '2021-11-01 14:00', { input: { lead: 'zhao-post', help: 'west' } })
  .act('classify', '2021-11-01 14:00', { by: people.li, input: { class: 'hard' } }).act('work', '2021-11-01 15:00', { by: people.zhao });
const accepted = (story: Story): Story => accepting(story).act('accept', '2021-11-01 16:00');

describe('who is awaited', () => {
  const awaited = (story: Story) => row(story).awaited.map(({ what, person, role, unit }) => [what, person ?? role ?? '', unit ?? ''].join(' '));

  it('whoever can carry it on from here, wherever the role may stand over it', () => {
    expect(awaited(given)).toEqual(['classify leader east', 'classify leader xin', 'classify leader city']);
  });
  it('whoever was asked and has not replied: a person, a role over the case, anybody of a unit', () => {
    const asked = given.act('ask', '2021-11-01 10:00', { input: { lead: 'zhao-post', help: 'west' } });
    expect(awaited(asked).filter((each) => !each.startsWith('classify'))).toEqual(['lead zhao ', 'judge leader east', 'judge leader xin', 'judge leader city', 'help  west']);
  });
  it('not who could send it back or give it up, nor who has answered already', () => {
    const who = new Set(awaited(accepting(given)).map((each) => each.split(' ')[0]));
    expect([...who]).toEqual(['lead', 'judge', 'help', 'accept']);
    const answered = given.act('classify', '2021-11-01 10:00', { by: people.li, input: { class: 'hard' } });
    expect(awaited({ ...answered, state: { ...answered.state, step: 'received' } } as Story)).toEqual([]);
  });
  it('after the ending only whom it keeps asking', () => expect(awaited(accepted(given))).toEqual(['help  west']));
});

describe('what a row carries besides', () => {
  it('where it stands, and every unit in whose list it is', () => {
    expect(row(given)).toMatchObject({ id: 'c1', method: 'small@1.0.0', kind: 'matter', source: 'desk', step: 'received', home: 'east', holder: 'east', within: ['east', 'xin', 'city'], version: 1, opened: moment('2021-11-01 09:00'), ended: null });
  });
  const told = given.act('set', '2021-11-01 10:00', { input: { phone: '13800000000', topic: 'road', tags: ['b', 'a'] } }).act('visit', '2021-11-01 10:00', { input: { note: '到场', who: '张三' } });

  it('fields, answers and what the list shows, but nothing personal', () => {
    expect(row(told).values).toEqual({ 'field.content': null, 'field.topic': 'road', 'field.tags': 'b,a', 'field.close-by': null, 'answer.class': null, 'clock.work.due': null, 'record.visit.note': '到场' });
  });
  it('what free search finds: the id and every text, but nothing personal and nothing withdrawn', () => {
    expect(row(told).search.split('\n')).toEqual(['c1', 'road', '到场']);
    expect(row(told.act('drop', '2021-11-01 11:00', { input: { record: 'visit#1' } })).search).not.toContain('到场');
  });
});

it.each([
  [{ field: 'goal' }, 'field.goal'], [{ answer: 'class' }, 'answer.class'], [{ answer: 'way', output: 'zero' }, 'answer.way.zero'], [{ record: 'visit' }, 'record.visit'], [{ record: 'visit', show: 'note' }, 'record.visit.note'],
  [{ case: 'step' as const }, 'case.step'], [{ clock: 'close' }, 'clock.close.state'], [{ clock: 'close', show: 'due' as const }, 'clock.close.due'], [{ ask: 'lead' }, 'ask.lead.state'], [{ action: 'admit' }, 'action.admit.count'],
])('%j is filtered and sorted by the name %s', (fact, name) => expect(factName(fact)).toBe(name));
