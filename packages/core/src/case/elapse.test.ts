import { describe, expect, it } from 'vitest';
import { nextInstant } from './elapse.ts';
import { T, moment, opened, rulesOf } from './small-method.fixture.ts';

const does = (effect: object): object => ({ label: T, by: ['clerk'], ...effect });
const say = { to: [{ role: 'leader' }], say: T };
const actions = { begin: does({}), pause: does({}), set: does({ takes: { topic: { optional: true }, 'close-at': { optional: true } } }), ask: does({ asks: { lead: {} } }), grant: does({ clocks: { work: { extend: '1 working day' } } }) };
const words = { fields: { topic: { label: T, kind: 'text' }, 'close-at': { label: T, kind: 'moment' } }, asks: { lead: { label: T, of: { role: 'worker' } }, supervise: { label: T, of: { ask: 'lead' } } } };
const clockOf = (ladder: object, work: object = {}, more: { clocks?: object; endings?: object; time?: object } = {}) => rulesOf({
  ...words, ...more, actions,
  clocks: { work: { label: T, starts: { action: 'begin' }, stops: { action: 'pause' }, limit: '5 working days', ladder, ...work }, ...more.clocks },
});
const begun = (rules: ReturnType<typeof rulesOf>, at = '2021-11-01 10:00') => opened(rules, '2021-11-01 09:00').act('begin', at);

/** Begun on Monday the 1st of November, due on Monday the 8th at its 24:00; the office opens at nine. */
const end = '2021-11-09 00:00';

describe('where a rung stands', () => {
  it.each<[at: unknown, when: string, how: string]>([
    [{ before: '1 working day' }, '2021-11-05 09:00', 'the working day before, when the office opens'],
    [{ before: '2 days' }, '2021-11-06 07:00', 'a Saturday: the office does not open, so after the night'],
    [{ before: '2 hours' }, '2021-11-09 07:00', 'at ten in the evening nobody is disturbed'],
    [{ before: '6 hours' }, '2021-11-08 18:00', 'so many hours before midnight'],
    ['due', end, 'when the last day is over'],
    [{ after: '1 working day' }, '2021-11-09 09:00', 'the working day after'],
    [{ after: '10 hours' }, '2021-11-09 10:00', 'so many hours after midnight'],
  ])('%j: %s, %s', (at, when) => {
    const rungs = begun(clockOf({ rung: { at } })).until('2021-12-01 09:00').byItself().filter((each) => each.startsWith('work/'));
    expect(rungs).toEqual([`work/rung ${when}`]);
  });

  it('at night only where it says so', () => {
    const rung = (more: object) => begun(clockOf({ rung: { at: { before: '2 hours' }, ...more } })).until(end).byItself();
    expect(rung({ night: true })).toEqual(['work/rung 2021-11-08 22:00']);
    const quiet = clockOf({ rung: { at: { before: '2 hours' } } }, {}, { time: { quiet: { from: '23:00', to: '06:00' } } });
    expect(begun(quiet).until(end).byItself(), 'the district has other nights').toEqual(['work/rung 2021-11-08 22:00']);
  });

  it('every so long again, as often as it says, ten times where it does not', () => {
    const repeats = (times?: number) => begun(clockOf({ rung: { at: { after: '1 working day' }, every: '1 working day', ...(times && { times }) } })).until('2022-01-10 09:00').byItself().slice(1);
    expect(repeats(3)).toEqual(['work/rung 2021-11-09 09:00', 'work/rung 2021-11-10 09:00', 'work/rung 2021-11-11 09:00']);
    expect(repeats()).toHaveLength(10);
  });

  it('stops with its clock', () => {
    const ladder = { soon: { at: { before: '1 working day' } }, over: { at: 'due', every: '1 working day' } };
    expect(begun(clockOf(ladder)).act('pause', '2021-11-04 10:00').until('2021-12-01 09:00').byItself()).toEqual([]);
    expect(begun(clockOf(ladder)).act('pause', '2021-11-09 10:00').until('2021-12-01 09:00').byItself()).toEqual([`work/soon 2021-11-05 09:00`, `work ${end}`, `work/over ${end}`, 'work/over 2021-11-09 09:00']);
  });

  it('whose time has passed when the clock begins is not made up for', () => {
    const short = begun(clockOf({ soon: { at: { before: '3 working days' } }, over: { at: 'due' } }, { limit: '2 working days' })).until('2021-11-10 09:00');
    expect(short.byItself()).toEqual(['work 2021-11-04 00:00', 'work/over 2021-11-04 00:00']);
  });

  it('is laid out anew when the due time moves: one that has been comes again, those of the old time do not', () => {
    const ladder = { soon: { at: { before: '1 working day' } } };
    expect(begun(clockOf(ladder)).act('grant', '2021-11-04 10:00').until('2021-11-09 10:00').byItself()).toEqual(['work/soon 2021-11-08 09:00']);
    expect(begun(clockOf(ladder)).act('grant', '2021-11-05 10:00').until('2021-11-09 10:00').byItself()).toEqual(['work/soon 2021-11-05 09:00', 'work/soon 2021-11-08 09:00']);
  });
});

describe('the order of what happens by itself', () => {
  it('by time, then by name; at one instant what is late comes last: an act at the due instant finds nothing broken', () => {
    const rules = clockOf({ b: { at: 'due' }, a: { at: 'due' }, z: { at: { before: '1 minute' }, night: true } }, { limit: '2 hours' }, {
      clocks: { after: { label: T, starts: { action: 'begin' }, stops: { action: 'pause' }, limit: 'none' }, also: { label: T, starts: { action: 'begin' }, stops: { action: 'pause' }, limit: '2 hours', binds: 'minimum' } },
    });
    const story = begun(rules);
    expect(story.until('2021-11-01 12:00').byItself()).toEqual(['work/z 2021-11-01 11:59', 'also 2021-11-01 12:00']);
    expect(story.until('2021-11-01 12:01').byItself()).toEqual(['work/z 2021-11-01 11:59', 'also 2021-11-01 12:00', 'work 2021-11-01 12:00', 'work/a 2021-11-01 12:00', 'work/b 2021-11-01 12:00']);
    expect(story.act('pause', '2021-11-01 12:00').phases()).toMatchObject({ work: 'met' });
  });

  it('each is recorded at its own instant, however late somebody looks', () => {
    const story = begun(clockOf({ over: { at: 'due' } })).until('2022-06-01 09:00');
    expect(story.events.slice(-2).map(({ at, recorded, day }) => [at, recorded, day])).toEqual([[moment(end), moment(end), '2021-11-08'], [moment(end), moment(end), '2021-11-08']]);
    expect(story.state.last).toBe(moment(end));
  });

  it('the next instant is known beforehand: what stands at the due instant comes once that is over', () => {
    const story = begun(clockOf({ soon: { at: { before: '1 working day' } } }));
    expect(nextInstant(story.state)).toBe(moment('2021-11-05 09:00'));
    expect(nextInstant(story.until('2021-11-05 09:00').state)).toBe(moment(end) + 1);
    expect(nextInstant(story.until('2021-11-10 09:00').state)).toBeUndefined();
    expect(nextInstant(story.act('pause', '2021-11-02 09:00').state)).toBeUndefined();
  });

  it('a clock whose end is set to this very moment is broken and rings like any other', () => {
    const story = opened(clockOf({ over: { at: 'due' } }, { limit: { field: 'close-at' } })).act('begin', '2021-11-01 10:00')
      .act('set', '2021-11-01 11:00', { input: { 'close-at': moment('2021-11-01 11:00') } }).until('2021-11-01 12:00');
    expect(story.byItself()).toEqual(['work 2021-11-01 11:00', 'work/over 2021-11-01 11:00']);
  });
});

describe('what a rung does', () => {
  const over = (effects: object, more: Parameters<typeof clockOf>[2] = {}) => clockOf({ over: { at: 'due', ...effects } }, {}, more);
  const after = '2021-11-10 09:00';

  it('asks: whoever has the case', () => {
    const story = begun(over({ asks: { supervise: {} } })).act('ask', '2021-11-02 10:00').until(after);
    expect(story.state.asks.at(-1)).toMatchObject({ id: 'supervise#1', at: moment(end), to: { role: 'worker', unit: 'east' } });
    expect(story.state.asks.at(-1)).not.toHaveProperty('by');
  });
  it('tells, under a condition of its own', () => {
    const rules = over({ tells: { always: say, known: { ...say, when: { field: 'topic', known: true } } } });
    expect(begun(rules).until(after).changes('told').map(({ name }) => name)).toEqual(['always']);
  });
  it('applies only under its condition, read when it is reached', () => {
    const rules = over({ when: { field: 'topic', is: 'road' }, tells: { leader: say } });
    const set = (topic: string) => begun(rules).act('set', '2021-11-02 10:00', { input: { topic: 'road' } }).act('set', '2021-11-03 10:00', { input: { topic } });
    expect(set('road').until(after).changes('told')).toHaveLength(1);
    expect(set('water').until(after).changes('told')).toEqual([]);
    expect(set('water').until(after).byItself(), 'it was reached all the same').toEqual([`work ${end}`, `work/over ${end}`]);
  });
  it('hands a case that nobody has up to the unit above; its home stays', () => {
    expect(begun(over({ raises: true })).until(after).state).toMatchObject({ home: 'east', holder: 'xin', asks: [] });
  });
  it('moves it to a step', () => expect(begun(over({ to: 'next' })).until(after).state).toMatchObject({ step: 'handling', passed: ['received'] }));

  it('ends it: the day belongs to the limit, nobody has done it, and what came by itself needs no answer', () => {
    const story = begun(over({ ends: 'lapsed' }, { endings: { lapsed: { label: T, outcome: 'abandoned' } } })).until(after);
    expect(story.state.ended).toEqual({ ending: 'lapsed', outcome: 'abandoned', at: moment(end) });
    expect(story.events.at(-1)).toMatchObject({ type: 'elapsed', rung: 'over', day: '2021-11-08' });
    expect(story.phases()).toEqual({ work: 'broken' });
    expect(story.refusal('begin', after)).toEqual(['case.ended']);
  });
  it('does not end it while something that the ending requires is missing', () => {
    const rules = over({ ends: 'lapsed' }, { endings: { lapsed: { label: T, outcome: 'abandoned', requires: { topic: { say: T, if: { field: 'topic', known: true } } } } } });
    expect(begun(rules).until(after).state.ended).toBeUndefined();
    expect(begun(rules).act('set', '2021-11-02 10:00', { input: { topic: 'road' } }).until(after).state.ended).toMatchObject({ ending: 'lapsed' });
  });
  it('starts what follows from it: a clock that begins at 24:00 counts the next day as its first', () => {
    const clocks = { reply: { label: T, starts: { ask: 'supervise' }, stops: { action: 'pause' }, limit: '1 day' } };
    const story = begun(over({ asks: { supervise: {} } }, { clocks })).until('2021-11-09 09:00');
    expect(story.clock('reply').start).toEqual({ at: moment(end), day: '2021-11-08' });
    expect(story.due('reply')).toBe('2021-11-09');
  });

  it('at the end of a minimum it rings too, once that is met: a notice that has run carries the case on', () => {
    const notice = clockOf({ run: { at: 'due', when: { clock: 'work', is: 'met' }, to: 'handling' } }, { binds: 'minimum', limit: '3 days' });
    const story = begun(notice).until('2021-11-30 09:00');
    expect(story.byItself()).toEqual(['work 2021-11-05 00:00', 'work/run 2021-11-05 00:00']);
    expect(story.state.step).toBe('handling');
    expect(begun(notice).act('finish', '2021-11-05 00:00').state.ended, 'before anybody acts at that instant').toMatchObject({ ending: 'solved' });
    expect(begun(notice).act('finish', '2021-11-05 00:00').until('2021-11-30 09:00').byItself()).toEqual(story.byItself());
    expect(begun(notice).act('pause', '2021-11-03 10:00').until('2021-11-30 09:00').byItself(), 'not when it was cut short').toEqual([]);
  });

  it('what a minimum’s end has in store is dropped when the case ends at that very instant', () => {
    const clocks = { 'work-b': { label: T, starts: { action: 'begin' }, stops: { action: 'pause' }, limit: '3 days', binds: 'minimum', ladder: { over: { at: 'due', ends: 'lapsed' } } } };
    const rules = clockOf({ run: { at: 'due', to: 'handling' } }, { binds: 'minimum', limit: '3 days' }, { clocks, endings: { lapsed: { label: T, outcome: 'abandoned' } } });
    const story = begun(rules).until('2021-11-30 09:00');
    expect(story.byItself().map((each) => each.split(' ')[0])).toEqual(['work', 'work-b', 'work-b/over']);
    expect(story.state).toMatchObject({ step: 'received', ended: { ending: 'lapsed' } });
    expect(story.phases()).toEqual({ work: 'met', 'work-b': 'met' });
  });

  it('what stands after the end of a minimum comes once it has run, in one go or in two; not when it was cut short, nor after the case has ended', () => {
    // Three days after the 1st: the 4th, a Thursday. The working day after it, and the next.
    const notice = clockOf({ then: { at: { after: '1 working day' }, every: '1 working day', times: 2, tells: { leader: say } } }, { binds: 'minimum', limit: '3 days' });
    const all = ['work 2021-11-05 00:00', 'work/then 2021-11-05 09:00', 'work/then 2021-11-08 09:00'];
    expect(begun(notice).until('2021-11-30 09:00').byItself()).toEqual(all);
    const inTwo = begun(notice).until('2021-11-05 00:00');
    expect(nextInstant(inTwo.state)).toBe(moment('2021-11-05 09:00'));
    expect(inTwo.until('2021-11-30 09:00').byItself()).toEqual(all);
    expect(inTwo.until('2021-11-30 09:00').changes('told')).toHaveLength(2);
    expect(begun(notice).act('pause', '2021-11-03 10:00').until('2021-11-30 09:00').byItself()).toEqual([]);
    expect(inTwo.act('finish', '2021-11-05 08:00').until('2021-11-30 09:00').byItself()).toEqual(all.slice(0, 1));
  });

  it('a clock that is kept after the ending goes on ringing', () => {
    const rules = over({ tells: { leader: say } }, { endings: { solved: { keeps: { clocks: ['work'] } } } });
    expect(begun(rules).act('finish', '2021-11-02 10:00').until(after).changes('told')).toHaveLength(1);
  });
});

it('effects that set one another going without time passing are a defect of the method, and said so', () => {
  const minimum = { label: T, stops: { action: 'begin' }, limit: '1 hour', binds: 'minimum' };
  const rules = rulesOf({ actions, ...words, clocks: {
    one: { ...minimum, starts: [{ action: 'report' }, { clock: 'two', at: 'stop' }] }, two: { ...minimum, starts: { clock: 'one', at: 'stop' } },
  } });
  // One runs from nine to ten, two from ten to eleven; then one goes on where it was, has run already, and so has two.
  expect(() => opened(rules, '2021-11-01 09:00').until('2021-11-01 12:00')).toThrow(/without end/);
});
