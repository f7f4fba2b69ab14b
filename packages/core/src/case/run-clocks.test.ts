import { describe, expect, it } from 'vitest';
import { T, moment, opened, rulesOf } from './small-method.fixture.ts';
import type { Story } from './small-method.fixture.ts';

const by = ['clerk'];
const does = (effect: object): object => ({ label: T, by, ...effect });

/** November 2021: the 1st is a Monday, the 6th and 7th and the 13th and 14th are weekends, no day is a holiday. A limit in days ends at 24:00. */
const actions = {
  begin: does({}), redo: does({}), pause: does({}), 'hold-it': does({}), 'go-on': does({}),
  set: does({ takes: { topic: { optional: true }, 'close-by': { optional: true } } }), visit: does({ leaves: { visit: {} } }), classify: does({ answers: { class: {} } }),
  ask: does({ asks: { lead: {} } }), go: does({ to: 'handling' }),
  ...Object.fromEntries(['accepted', 'done', 'granted', 'refused', 'sent-back', 'withdrawn'].map((as) => [`reply-${as}`, does({ replies: { lead: { as } } })])),
};
const words = {
  fields: { topic: { label: T, kind: 'text' }, 'close-by': { label: T, kind: 'date' } },
  records: { visit: { label: T } },
  classifications: { class: { label: T, by: 'person', answers: { urgent: T, hard: T, odd: T } } },
  asks: { lead: { label: T, of: { role: 'worker' }, many: true } },
  actions,
};
const clockOf = (work: object, more: object = {}) =>
  rulesOf({ ...words, ...more, actions: { ...actions, ...(more as { actions?: object }).actions }, clocks: { work: { label: T, starts: { action: 'begin' }, stops: { action: 'pause' }, limit: '5 working days', ...work }, ...(more as { clocks?: object }).clocks } });
const begun = (rules: ReturnType<typeof rulesOf>, at = '2021-11-01 10:00') => opened(rules, '2021-11-01 09:00').act('begin', at);

type Trigger = Record<string, unknown>;
type Happens = readonly [what: string, trigger: Trigger, before: readonly string[], action: string, input: Record<string, unknown>];
const happenings: readonly Happens[] = [
  ['an action', { action: 'visit' }, [], 'visit', {}],
  ['a record', { record: 'visit' }, [], 'visit', {}],
  ['a field', { field: 'topic' }, [], 'set', { topic: '道路' }],
  ['an answer', { answer: 'class' }, [], 'classify', { class: 'hard' }],
  ['entering a step', { step: 'handling' }, [], 'go', {}],
  ['leaving a step', { step: 'received', leaves: true }, [], 'go', {}],
  ['an ask', { ask: 'lead', as: 'asked' }, [], 'ask', {}],
  ...['accepted', 'done', 'granted', 'refused', 'sent-back', 'withdrawn'].map((as) => [`an ask that is ${as}`, { ask: 'lead', as }, ['ask'], `reply-${as}`, {}] as const),
  ['an ending', { ending: 'solved' }, [], 'finish', {}],
  ['the stop of another clock', { clock: 'other', at: 'stop' }, ['go-on'], 'hold-it', {}],
];
const other = { clocks: { other: { label: T, starts: { action: 'go-on' }, stops: { action: 'hold-it' }, limit: 'none' } }, endings: { solved: { keeps: { clocks: ['work'] } } } };
const all = (story: Story, names: readonly string[]): Story => names.reduce((one, name) => one.act(name, '2021-11-01 10:00'), story);

describe('what starts a clock', () => {
  it.each(happenings)('%s', (_, trigger, before, action, input) => {
    const given = all(opened(clockOf({ starts: trigger, stops: { action: 'begin' } }, other)), before);
    expect(given.state.clocks['work']).toBeUndefined();
    expect(given.act(action, '2021-11-01 11:00', { input }).clock('work')).toMatchObject({ phase: 'running', start: { at: moment('2021-11-01 11:00') } });
  });

  it('an ask, where no word is named, is the asking', () => {
    const story = all(opened(clockOf({ starts: { ask: 'lead' } })), ['ask', 'reply-done']);
    expect(story.clock('work').start.at).toBe(moment('2021-11-01 10:00'));
    expect(story.changes('clock')).toHaveLength(1);
  });

  it('the breach of another clock, at the instant of the breach; the days of the new one count from the day after that one’s last', () => {
    // Other: due on Tuesday the 2nd, over at 24:00 of that day. What it starts then belongs to the 2nd: its first of five working days is the 3rd, its last the 9th.
    const rules = clockOf({ starts: { clock: 'other', at: 'broken' } }, { clocks: { other: { label: T, starts: { action: 'go-on' }, stops: { action: 'hold-it' }, limit: '1 working day' } } });
    const story = opened(rules).act('go-on', '2021-11-01 10:00').until('2021-11-04 09:00');
    expect(story.clock('work').start).toEqual({ at: moment('2021-11-03 00:00'), day: '2021-11-02' });
    expect(story.due('work')).toBe('2021-11-09');
  });

  it('entering the first step, when the case is opened', () => {
    expect(opened(clockOf({ starts: { step: 'received' } })).phases()).toEqual({ work: 'running' });
    expect(opened(clockOf({ starts: { action: 'report' } })).phases()).toEqual({ work: 'running' });
  });

  it('any of several', () => {
    const rules = clockOf({ starts: [{ action: 'begin' }, { record: 'visit' }] });
    expect(all(opened(rules), ['begin']).phases()).toEqual({ work: 'running' });
    expect(all(opened(rules), ['visit']).phases()).toEqual({ work: 'running' });
  });

  it('only where its condition holds, read when it would start; what changes later neither stops nor starts it', () => {
    const rules = clockOf({ when: { field: 'topic', is: 'road' } });
    const set = (story: Story, topic: string, at: string) => story.act('set', at, { input: { topic } });
    expect(set(begun(rules), 'road', '2021-11-01 11:00').phases()).toEqual({});
    expect(set(begun(rules), 'road', '2021-11-01 11:00').act('begin', '2021-11-01 12:00').phases()).toEqual({ work: 'running' });
    expect(set(set(opened(rules), 'road', '2021-11-01 09:30').act('begin', '2021-11-01 10:00'), 'water', '2021-11-01 11:00').phases()).toEqual({ work: 'running' });
  });

  it('only for its kinds', () => {
    const rules = clockOf({ kinds: ['plan'] }, { kinds: { plan: { label: T, sources: ['desk'], line: ['received'] } }, actions: { plan: { label: T, opens: 'plan', by } } });
    expect(opened(rules, undefined, { kind: 'plan' }).act('begin', '2021-11-01 10:00').phases()).toEqual({ work: 'running' });
    expect(opened(rules, undefined, { kind: 'matter' }).act('begin', '2021-11-01 10:00').phases()).toEqual({});
  });
});

describe('what stops a clock', () => {
  it.each(happenings)('%s', (_, trigger, before, action, input) => {
    const given = all(begun(clockOf({ stops: trigger }, other)), before);
    expect(given.clock('work').phase).toBe('running');
    expect(given.act(action, '2021-11-01 11:00', { input }).clock('work')).toMatchObject({ phase: 'met', stopped: moment('2021-11-01 11:00') });
  });

  it.each([['accepted', 'running'], ['done', 'met'], ['granted', 'met'], ['refused', 'met'], ['sent-back', 'met'], ['withdrawn', 'met']])(
    'an ask, where no word is named, by any that settles it: %s leaves it %s', (as, phase) => {
      expect(all(begun(clockOf({ stops: { ask: 'lead' } })), ['ask', `reply-${as}`]).phases()).toEqual({ work: phase });
    });

  it('nothing twice: what stops it again is not heard', () => {
    const twice = begun(clockOf({})).act('pause', '2021-11-01 11:00').act('pause', '2021-11-01 12:00');
    expect(twice.clock('work').stopped).toBe(moment('2021-11-01 11:00'));
  });

  it('an ending lets go what neither stopped nor may go on: it counts for nothing', () => {
    expect(begun(clockOf({})).act('finish', '2021-11-01 11:00').clock('work')).toMatchObject({ phase: 'void', stopped: moment('2021-11-01 11:00'), rungs: [] });
    expect(begun(clockOf({}, { endings: other.endings })).act('finish', '2021-11-01 11:00').phases()).toEqual({ work: 'running' });
    expect(begun(clockOf({})).until('2021-11-20 09:00').act('finish', '2021-11-20 09:00').clock('work'), 'what was broken stays so').toMatchObject({ phase: 'broken', stopped: moment('2021-11-20 09:00') });
  });
});

describe('what is hard, soft and a minimum', () => {
  // Five working days after Monday the 1st: the 2nd to the 5th and the 8th, at its 24:00.
  it('an act at the due instant is in time; the breach comes strictly after it', () => {
    const story = begun(clockOf({}));
    expect(story.due('work')).toBe('2021-11-08');
    expect(story.clock('work').due!.at).toBe(moment('2021-11-09 00:00'));
    expect(story.act('pause', '2021-11-09 00:00').clock('work')).toMatchObject({ phase: 'met' });
    expect(story.until('2021-11-09 00:00').byItself()).toEqual([]);
    expect(story.until(moment('2021-11-09 00:00') + 1).byItself()).toEqual(['work 2021-11-09 00:00']);
    expect(story.act('pause', moment('2021-11-09 00:00') + 1).clock('work')).toMatchObject({ phase: 'broken' });
  });

  it('a hard one that runs out is broken for ever, on its day, and names who had it', () => {
    const asked = all(begun(clockOf({})), ['ask']).until('2021-11-10 09:00');
    expect(asked.clock('work')).toMatchObject({ phase: 'broken', broken: { at: moment('2021-11-09 00:00'), day: '2021-11-08', who: { role: 'worker', unit: 'east' } } });
    expect(asked.events.at(-1)).toMatchObject({ type: 'elapsed', clock: 'work', at: moment('2021-11-09 00:00'), day: '2021-11-08' });
    expect(begun(clockOf({})).until('2021-11-10 09:00').clock('work').broken, 'with nobody asked, its unit').toMatchObject({ who: { unit: 'east' } });
    expect(asked.act('pause', '2021-11-10 10:00').clock('work')).toMatchObject({ phase: 'broken', stopped: moment('2021-11-10 10:00'), broken: { day: '2021-11-08' } });
  });

  it('a soft one is never broken', () => {
    const story = begun(clockOf({ binds: 'soft' })).until('2021-11-20 09:00');
    expect(story.byItself()).toEqual([]);
    expect(story.act('pause', '2021-11-20 09:00').phases()).toEqual({ work: 'met' });
  });

  it('a minimum is met by itself when it has run, and void when it is cut short', () => {
    const rules = clockOf({ binds: 'minimum', limit: '5 days' });
    // Five days after the 1st: the 6th, a Saturday, so the Monday after it, the 8th.
    const story = begun(rules);
    expect(story.until('2021-11-09 00:00').clock('work')).toMatchObject({ phase: 'met', stopped: moment('2021-11-09 00:00') });
    expect(story.until(moment('2021-11-09 00:00') - 1).phases()).toEqual({ work: 'running' });
    expect(story.act('pause', '2021-11-08 23:59').clock('work')).toMatchObject({ phase: 'void' });
  });

  it('a limit of none is measured and never overdue', () => {
    const story = begun(clockOf({ limit: 'none' })).until('2022-11-20 09:00');
    expect(story.byItself()).toEqual([]);
    expect(story.clock('work').due).toBeUndefined();
    expect(story.act('pause', '2022-11-20 09:00').phases()).toEqual({ work: 'met' });
  });
});

describe('when what starts it happens again', () => {
  // Begun on Monday the 1st, paused on Wednesday the 3rd, begun again on Friday the 5th.
  const again = (policy: unknown) => begun(clockOf({ again: policy })).act('pause', '2021-11-03 10:00').act('begin', '2021-11-05 10:00');

  it.each([
    ['keep', '2021-11-08', 'it goes on as if it had never stopped'],
    // Wednesday to Friday are left out: the 2nd, then the 8th to the 11th.
    ['resume', '2021-11-11', 'with what was left: the days between, both included, do not count'],
    // From Friday the 5th: the 8th to the 12th.
    ['anew', '2021-11-12', 'from the beginning'],
  ])('%s: due %s, %s', (policy, due) => {
    const story = again(policy);
    expect([story.due('work'), story.clock('work').phase]).toEqual([due, 'running']);
  });

  it('keep is what is done where nothing is said', () => {
    expect(begun(clockOf({})).act('pause', '2021-11-03 10:00').act('begin', '2021-11-05 10:00').due('work')).toBe('2021-11-08');
  });

  it.each([['keep', '2021-11-08'], ['resume', '2021-11-08'], ['anew', '2021-11-10']])('while it runs, %s leaves it due on %s', (policy, due) => {
    expect(begun(clockOf({ again: policy })).act('begin', '2021-11-03 10:00').due('work')).toBe(due);
  });

  it('anew keeps the rounds before, as they ended', () => {
    const story = again('anew').act('begin', '2021-11-08 10:00').until('2021-11-30 09:00').act('begin', '2021-11-30 09:00');
    expect(story.phases()).toEqual({ 'work~1': 'met', 'work~2': 'void', 'work~3': 'broken', work: 'running' });
    expect(story.clock('work~3').broken, 'the 9th to the 15th').toMatchObject({ day: '2021-11-15' });
  });

  it('an old round neither stops nor breaks once more', () => {
    const story = begun(clockOf({ again: 'anew' })).act('begin', '2021-11-03 10:00').act('pause', '2021-11-04 10:00').until('2021-11-30 09:00');
    expect(story.phases()).toEqual({ 'work~1': 'void', work: 'met' });
  });

  it('each action may have its own way', () => {
    const rules = clockOf({ starts: [{ action: 'begin' }, { action: 'redo' }], again: { otherwise: 'keep', on: { redo: 'anew' } } });
    expect(begun(rules).act('redo', '2021-11-03 10:00').due('work')).toBe('2021-11-10');
    expect(begun(rules).act('begin', '2021-11-03 10:00').due('work')).toBe('2021-11-08');
  });

  it('kept on after its due time, it is broken from the moment that it runs again: time does not run back', () => {
    const story = begun(clockOf({ limit: '1 hour' })).act('pause', '2021-11-01 10:30').act('begin', '2021-11-01 12:00').until('2021-11-01 13:00');
    expect(story.clock('work')).toMatchObject({ phase: 'broken', broken: { at: moment('2021-11-01 12:00') } });
    expect(story.events.at(-1)).toMatchObject({ type: 'elapsed', at: moment('2021-11-01 12:00'), recorded: moment('2021-11-01 12:00') });
  });

  it('what was broken stays broken when it is kept or resumed', () => {
    for (const policy of ['keep', 'resume']) {
      const story = begun(clockOf({ again: policy })).act('pause', '2021-11-09 10:00').act('begin', '2021-11-10 10:00');
      expect(story.clock('work')).toMatchObject({ phase: 'broken', broken: { day: '2021-11-08' } });
    }
  });
});

describe('a clock for each ask', () => {
  const rules = clockOf({ starts: { ask: 'lead' }, stops: { ask: 'lead', as: 'done' }, per: { ask: 'lead' } });
  const two = opened(rules).act('ask', '2021-11-01 10:00').act('ask', '2021-11-02 10:00');

  it('each ask has its own, from its own day', () => {
    expect([two.due('work@lead#1'), two.due('work@lead#2')]).toEqual(['2021-11-08', '2021-11-09']);
  });
  it('a reply stops the clock of that ask only', () => {
    expect(two.act('reply-done', '2021-11-03 10:00').phases()).toEqual({ 'work@lead#1': 'met', 'work@lead#2': 'running' });
  });
  it('what is withdrawn counts for nothing, the others go on', () => {
    expect(two.act('reply-withdrawn', '2021-11-03 10:00').phases()).toEqual({ 'work@lead#1': 'void', 'work@lead#2': 'running' });
    expect(two.act('finish', '2021-11-03 10:00').phases(), 'an ending withdraws what is open').toEqual({ 'work@lead#1': 'void', 'work@lead#2': 'void' });
  });
  it('also where any reply would stop it: being withdrawn is no way to keep a promise', () => {
    const any = opened(clockOf({ starts: { ask: 'lead' }, stops: { ask: 'lead' }, per: { ask: 'lead' } })).act('ask', '2021-11-01 10:00');
    expect(any.act('reply-withdrawn', '2021-11-03 10:00').phases()).toEqual({ 'work@lead#1': 'void' });
    expect(any.act('reply-refused', '2021-11-03 10:00').phases()).toEqual({ 'work@lead#1': 'met' });
  });
  it('what happens to another ask is about all of them: while the help that was asked for is awaited, each is held', () => {
    const waiting = { waiting: { label: T, from: { ask: 'help', as: 'asked' }, to: { ask: 'help', as: 'done' } } };
    const held = clockOf({ starts: { ask: 'lead' }, stops: { ask: 'lead', as: 'done' }, per: { ask: 'lead' }, holds: waiting }, {
      asks: { ...words.asks, help: { label: T, of: { role: 'leader' } } },
      actions: { 'call-help': { label: T, by: ['clerk'], asks: { help: {} } }, helped: { label: T, by: ['clerk'], replies: { help: { as: 'done' } } } },
    });
    const story = opened(held).act('ask', '2021-11-01 10:00').act('ask', '2021-11-02 10:00').act('call-help', '2021-11-03 10:00');
    expect(story.phases()).toEqual({ 'work@lead#1': 'held', 'work@lead#2': 'held' });
    expect(story.act('helped', '2021-11-04 10:00').phases()).toEqual({ 'work@lead#1': 'running', 'work@lead#2': 'running' });
  });
  it('one that is held for two reasons runs on when both have ended', () => {
    const rules = clockOf({ holds: { project: { label: T, from: { action: 'hold-it' }, to: { action: 'go-on' } }, shelved: { label: T, from: { action: 'redo' }, to: { action: 'visit' } } } });
    const both = begun(rules).act('hold-it', '2021-11-02 10:00').act('redo', '2021-11-03 10:00');
    expect(both.act('go-on', '2021-11-04 10:00').phases(), 'the other hold goes on').toEqual({ work: 'held' });
    // Held on the 2nd to the 5th, four working days; five more are left from the 8th on, as none of the first was used: the 8th to the 12th.
    const on = both.act('go-on', '2021-11-04 10:00').act('visit', '2021-11-05 10:00');
    expect(on.clock('work')).toMatchObject({ phase: 'running', due: { day: '2021-11-12' } });
    expect(both.act('visit', '2021-11-04 10:00').act('go-on', '2021-11-05 10:00').clock('work').due, 'whichever ends first').toMatchObject({ day: '2021-11-12' });
  });
  it('what was broken before it was withdrawn stays broken', () => {
    expect(two.act('reply-withdrawn', '2021-11-09 10:00').clock('work@lead#1')).toMatchObject({ phase: 'broken', stopped: moment('2021-11-09 10:00') });
  });
  it('the breach names whoever was asked by that very ask', () => {
    const posts = clockOf({ starts: { ask: 'lead' }, stops: { ask: 'lead', as: 'done' }, per: { ask: 'lead' } }, { asks: { lead: { label: T, of: { post: 'worker' }, many: true } } });
    const story = ['zhao-post', 'sun-post'].reduce((one, lead) => one.act('ask', '2021-11-01 10:00', { input: { lead } }), opened(posts)).until('2021-11-30 10:00');
    expect(['lead#1', 'lead#2'].map((ask) => story.clock(`work@${ask}`).broken)).toMatchObject([{ day: '2021-11-08', who: { person: 'zhao' } }, { day: '2021-11-08', who: { person: 'sun' } }]);
  });
});
