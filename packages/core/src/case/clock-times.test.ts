import { describe, expect, it } from 'vitest';
import { lightOf } from './explain-clocks.ts';
import { T, facts, moment, opened, people, rulesOf } from './small-method.fixture.ts';
import type { Story } from './small-method.fixture.ts';
import { decide } from './decide.ts';

const by = ['clerk'];
const does = (effect: object): object => ({ label: T, by, ...effect });
const actions = {
  begin: does({}), pause: does({}), 'hold-it': does({}), 'go-on': does({}), classify: does({ answers: { class: {} } }),
  set: does({ takes: { 'close-by': { optional: true }, 'close-at': { optional: true } } }),
};
const words = {
  parameters: { days: { label: T, kind: 'duration', value: '2 working days' } },
  fields: { 'close-by': { label: T, kind: 'date' }, 'close-at': { label: T, kind: 'moment' } },
  records: { grant: { label: T, fields: { until: { label: T, kind: 'date', optional: true } } } },
  classifications: { class: { label: T, by: 'person', answers: { urgent: T, hard: T, odd: T } } },
};
const clockOf = (work: object, more: { actions?: object; clocks?: object; time?: object; calendar?: object } = {}) => rulesOf({
  ...words, ...more, actions: { ...actions, ...more.actions },
  clocks: { ...more.clocks, work: { label: T, starts: { action: 'begin' }, stops: { action: 'pause' }, limit: '5 working days', ...work } },
});
const begun = (rules: ReturnType<typeof rulesOf>, at = '2021-11-01 10:00') => opened(rules, '2021-11-01 09:00').act('begin', at);
const set = (story: Story, input: Record<string, unknown>, at = '2021-11-02 10:00') => story.act('set', at, { input });
const classify = (story: Story, answer: string, at: string) => story.act('classify', at, { input: { class: answer } });

describe('what a limit may be', () => {
  // Begun on Monday the 1st of November at ten.
  it.each<[limit: unknown, due: string, how: string]>([
    ['3 working days', '2021-11-04', 'the 2nd, 3rd, 4th'],
    ['5 days', '2021-11-08', 'the 6th is a Saturday, so the Monday after'],
    ['1 month', '2021-12-01', 'the corresponding day'],
    ['90 minutes', '2021-11-01 11:30', 'from the moment itself'],
    ['4 working hours', '2021-11-01 16:00', 'two before lunch, two after it'],
    [{ parameter: 'days' }, '2021-11-03', 'as the district has set it'],
    [{ endOf: 'day' }, '2021-11-01', 'the day it starts on'],
    [{ endOf: 'week' }, '2021-11-07', 'the Sunday'],
    [{ endOf: 'month' }, '2021-11-30', 'the last of November'],
    [{ endOf: 'quarter' }, '2021-12-31', 'the last of the quarter'],
    [{ answer: 'class', is: { urgent: '1 working day' }, otherwise: '3 working days' }, '2021-11-04', 'while it is not answered'],
  ])('%j: %s, %s', (limit, due) => expect(begun(clockOf({ limit })).due('work')).toBe(due));

  it('a policy of the method holds for every clock that does not say otherwise', () => {
    const time = { countStart: true };
    expect(begun(clockOf({ limit: '3 working days' }, { time })).due('work'), 'the 1st, 2nd, 3rd').toBe('2021-11-03');
    expect(begun(clockOf({ limit: '3 working days', countStart: false }, { time })).due('work')).toBe('2021-11-04');
  });

  it('a day in a field: without an end until it is known, moved when it is changed', () => {
    const open = begun(clockOf({ limit: { field: 'close-by' } }));
    expect(open.due('work')).toBeUndefined();
    const known = set(open, { 'close-by': '2021-11-20' });
    expect(known.due('work'), 'the Saturday that was set, not moved').toBe('2021-11-20');
    expect(known.changes('clock').at(-1)).toMatchObject({ how: 'moved' });
    expect(set(known, { 'close-by': '2021-11-25' }, '2021-11-03 10:00').due('work')).toBe('2021-11-25');
    expect(set(known, { 'close-by': '2021-11-20' }, '2021-11-03 10:00').changes('clock'), 'the same day moves nothing').toHaveLength(2);
  });

  it('a moment in a field', () => {
    expect(set(begun(clockOf({ limit: { field: 'close-at' } })), { 'close-at': '2021-11-03T15:00+08:00' }).due('work')).toBe('2021-11-03 15:00');
  });

  it('the answer of a classification: read again when it is answered, from the same start', () => {
    const limit = { answer: 'class', is: { urgent: '1 working day', hard: { parameter: 'days' } }, otherwise: '10 working days' };
    const open = begun(clockOf({ limit }));
    expect(open.due('work'), 'the 2nd to the 5th, the 8th to the 12th, the 15th').toBe('2021-11-15');
    const hard = classify(open, 'hard', '2021-11-02 10:00');
    expect(hard.due('work')).toBe('2021-11-03');
    expect(classify(hard, 'odd', '2021-11-03 10:00').due('work'), 'an answer without a limit of its own').toBe('2021-11-15');
    const none = clockOf({ limit: { answer: 'class', is: { hard: '2 working days' } } });
    expect(begun(none).due('work')).toBeUndefined();
    expect(classify(begun(none), 'hard', '2021-11-02 10:00').due('work')).toBe('2021-11-03');
  });

  it('an answer may lead to a day in a field: read again when that changes too', () => {
    const hard = classify(begun(clockOf({ limit: { answer: 'class', is: { hard: { field: 'close-by' } } } })), 'hard', '2021-11-02 10:00');
    expect(hard.due('work')).toBeUndefined();
    expect(set(hard, { 'close-by': '2021-11-20' }).due('work')).toBe('2021-11-20');
  });

  it('a clock that has stopped is not moved any more', () => {
    const stopped = set(begun(clockOf({ limit: { field: 'close-by' } })), { 'close-by': '2021-11-20' }).act('pause', '2021-11-03 10:00');
    expect(set(stopped, { 'close-by': '2021-11-25' }, '2021-11-04 10:00').due('work')).toBe('2021-11-20');
  });
});

describe('a clock that follows from another', () => {
  const clocks = { close: { label: T, starts: { action: 'begin' }, stops: { action: 'pause' }, limit: { field: 'close-by' } } };
  const given = (limit: object) => begun(clockOf({ limit, starts: { action: 'go-on' }, binds: 'hard' }, { clocks }));
  const dated = (limit: object, day: string) => set(given(limit), { 'close-by': day }).act('go-on', '2021-11-02 11:00');

  it('backwards: so long before the other’s due day, on the working day before where that is a rest day', () => {
    // Three working days before Friday the 19th: the 18th, 17th, 16th. Five days before the 19th is Sunday the 14th, so Friday the 12th.
    expect(dated({ before: '3 working days', of: 'close' }, '2021-11-19').due('work')).toBe('2021-11-16');
    expect(dated({ before: '5 days', of: 'close' }, '2021-11-19').due('work')).toBe('2021-11-12');
  });
  it('onwards: so long after the other is due', () => {
    expect(dated({ after: '3 working days', of: 'close' }, '2021-11-19').due('work'), 'the 22nd, 23rd, 24th').toBe('2021-11-24');
  });
  it('moves when its base moves', () => {
    const story = set(dated({ before: '3 working days', of: 'close' }, '2021-11-19'), { 'close-by': '2021-11-26' }, '2021-11-03 10:00');
    expect(story.due('work'), 'the 25th, 24th, 23rd').toBe('2021-11-23');
    expect(story.events.at(-1)!.changes.flatMap((change) => (change.type === 'clock' ? [`${change.clock.id} ${change.how}`] : []))).toEqual(['close moved', 'work moved']);
  });
  it('has no end while its base has none', () => {
    const early = given({ before: '3 working days', of: 'close' }).act('go-on', '2021-11-01 11:00');
    expect(early.due('work')).toBeUndefined();
    expect(set(early, { 'close-by': '2021-11-19' }).due('work')).toBe('2021-11-16');
  });
  it('past already when it is made: late from the start, held against nobody', () => {
    // Three working days before Friday the 5th of November: Tuesday the 2nd; ten working days before: the 22nd of October.
    const late = dated({ before: '10 working days', of: 'close' }, '2021-11-05');
    expect(late.clock('work')).toMatchObject({ phase: 'running', lateFromTheStart: true, due: { day: '2021-10-22' }, rungs: [] });
    expect(late.until('2021-11-05 09:00').byItself()).toEqual([]);
    expect(late.act('pause', '2021-11-05 09:00').clock('work')).toMatchObject({ phase: 'met' });
    expect(dated({ before: '3 working days', of: 'close' }, '2021-11-05').clock('work').lateFromTheStart).toBeUndefined();
  });
  it('moved out of the past, it counts again', () => {
    const story = set(dated({ before: '10 working days', of: 'close' }, '2021-11-05'), { 'close-by': '2021-11-26' }, '2021-11-03 10:00');
    expect(story.due('work')).toBe('2021-11-12');
    expect(story.until('2021-11-20 09:00').clock('work')).toMatchObject({ phase: 'broken', broken: { day: '2021-11-12' } });
  });
});

describe('holds', () => {
  const holds = { test: { label: { zh: '检测', en: 'Test' }, from: { action: 'hold-it' }, to: { action: 'go-on' } } };
  const held = begun(clockOf({ holds })).act('hold-it', '2021-11-03 15:00');

  it('on days leave out whole days, from the day they begin to the day they end, both included', () => {
    expect(held.clock('work')).toMatchObject({ phase: 'held', holds: [{ from: moment('2021-11-03 15:00'), reason: '检测' }] });
    const on = held.act('go-on', '2021-11-04 09:00');
    // The 2nd; the 3rd and 4th left out; the 5th, 8th, 9th, 10th.
    expect([on.clock('work').phase, on.due('work')]).toEqual(['running', '2021-11-10']);
  });
  it('on hours are exact', () => {
    const hours = begun(clockOf({ holds, limit: '8 hours' })).act('hold-it', '2021-11-01 12:00').act('go-on', '2021-11-01 15:00');
    expect(hours.due('work'), '18:00 and three hours').toBe('2021-11-01 21:00');
  });
  it('nothing happens by itself while it is held, however long', () => {
    const ladder = { soon: { at: { before: '1 working day' } }, over: { at: 'due' } };
    const long = begun(clockOf({ holds, ladder })).act('hold-it', '2021-11-03 15:00').until('2021-12-30 09:00');
    expect(long.byItself()).toEqual([]);
    expect(long.act('go-on', '2021-12-30 09:00').due('work'), 'four days are left: the 31st, the 4th, 5th and 6th of January').toBe('2022-01-06');
  });
  it('a clock that is not running is not held, one that is not held not resumed', () => {
    const stopped = begun(clockOf({ holds })).act('pause', '2021-11-02 10:00').act('hold-it', '2021-11-03 10:00');
    expect(stopped.phases()).toEqual({ work: 'met' });
    expect(begun(clockOf({ holds })).act('go-on', '2021-11-03 10:00').changes('clock')).toHaveLength(1);
    expect(held.act('hold-it', '2021-11-03 16:00').clock('work').holds, 'nor held twice').toHaveLength(1);
  });
  it('stopped while held, the hold ends with it', () => {
    expect(held.act('pause', '2021-11-05 10:00').clock('work')).toMatchObject({ phase: 'met', holds: [{ to: moment('2021-11-05 10:00') }] });
  });
  it('by hand, by an action, with its own reason', () => {
    const rules = clockOf({}, { actions: { 'set-aside': does({ clocks: { work: { hold: { zh: '等材料', en: 'Papers' } } } }), 'take-up': does({ clocks: { work: { resume: true } } }) } });
    const story = begun(rules).act('set-aside', '2021-11-03 15:00').act('take-up', '2021-11-04 09:00');
    expect(story.clock('work')).toMatchObject({ phase: 'running', holds: [{ reason: '等材料' }], due: { day: '2021-11-10' } });
  });
});

it('by hand a clock is started, stopped and made void', () => {
  const rules = clockOf({ starts: { action: 'begin' } }, { actions: { on: does({ clocks: { work: { start: true } } }), off: does({ clocks: { work: { stop: true } } }), drop: does({ clocks: { work: { void: true } } }) } });
  const on = opened(rules).act('on', '2021-11-01 10:00');
  expect(on.due('work')).toBe('2021-11-08');
  expect(on.act('off', '2021-11-01 11:00').phases()).toEqual({ work: 'met' });
  expect(on.act('drop', '2021-11-01 11:00').phases()).toEqual({ work: 'void' });
  expect(on.act('drop', '2021-11-20 11:00').phases(), 'what was broken stays so').toEqual({ work: 'broken' });
  expect(on.act('drop', '2021-11-01 11:00').until('2021-12-01 09:00').byItself()).toEqual([]);
});

describe('extensions', () => {
  const grants = {
    grant: does({ clocks: { work: { extend: '2 days' } } }), 'grant-due': does({ clocks: { work: { extend: '2 days', from: 'due' } } }),
    'grant-total': does({ clocks: { work: { extend: '10 days', from: 'start' } } }), 'grant-to': does({ clocks: { work: { extend: { field: 'close-by' } } } }),
    'grant-until': does({ leaves: { grant: {} }, clocks: { work: { extend: { record: 'grant', show: 'until' } } } }),
  };
  // Begun on Tuesday the 2nd for five days: the 7th, a Sunday, so Monday the 8th.
  const given = begun(clockOf({ limit: '5 days' }, { actions: grants }), '2021-11-02 10:00');

  it.each([
    ['grant', '2021-11-09', 'from the day before it was moved past the weekend: the 7th and two'],
    ['grant-due', '2021-11-10', 'from the day as it stands: the 8th and two'],
    ['grant-total', '2021-11-12', 'a new total from the start: the 2nd and ten'],
  ])('%s: due %s, %s', (action, due) => {
    expect(given.due('work')).toBe('2021-11-08');
    const story = given.act(action, '2021-11-03 10:00');
    expect(story.due('work')).toBe(due);
    expect(story.clock('work').extensions).toMatchObject([{ who: 'wang' }]);
  });
  it('add up', () => expect(given.act('grant', '2021-11-03 10:00').act('grant', '2021-11-04 10:00').due('work'), 'the 7th and four').toBe('2021-11-11'));
  it('to a day in a field or a record; nothing where none was given', () => {
    expect(given.act('grant-to', '2021-11-03 10:00').due('work')).toBe('2021-11-08');
    expect(set(given, { 'close-by': '2021-11-20' }).act('grant-to', '2021-11-03 10:00').due('work')).toBe('2021-11-20');
    expect(given.act('grant-until', '2021-11-03 10:00', { input: { until: '2021-11-21' } }).due('work')).toBe('2021-11-21');
    expect(given.act('grant-until', '2021-11-03 10:00').due('work')).toBe('2021-11-08');
  });
  it('a clock that does not run is not extended', () => {
    expect(given.act('pause', '2021-11-03 10:00').refusal('grant', '2021-11-03 11:00')).toEqual(['clock.not-running']);
  });
  it('granted too late, it gives more time, and the breach stays on record', () => {
    const late = given.until('2021-11-09 10:00').act('grant', '2021-11-09 10:00').act('grant', '2021-11-09 10:00');
    expect(late.due('work')).toBe('2021-11-11');
    expect(late.clock('work').broken).toMatchObject({ day: '2021-11-08' });
    expect(lightOf(late.clock('work'), moment('2021-11-09 10:00'), late.rules)).toBe('green');
    const done = late.act('pause', '2021-11-10 10:00').clock('work');
    expect(done).toMatchObject({ phase: 'broken', broken: { day: '2021-11-08' } });
    expect(done.corrected).toBeUndefined();
    expect(lightOf(done, moment('2021-11-30 10:00'), late.rules)).toBe('late');
  });
});

describe('when it happened and when it was recorded', () => {
  const time = { backdate: '3 days' };
  const story = (reads: string) => begun(clockOf({ limit: '2 working days', reads }, { time }));

  it('a clock that reads when it was recorded starts and stops then', () => {
    const recorded = opened(clockOf({ reads: 'recorded' }, { time }), '2021-11-01 09:00').act('begin', '2021-11-04 10:00', { happened: '2021-11-02 10:00' });
    expect(recorded.clock('work').start.at).toBe(moment('2021-11-04 10:00'));
    // Due on the 3rd; done on the 3rd, said on the 4th.
    expect(story('recorded').act('pause', '2021-11-04 10:00', { happened: '2021-11-03 10:00' }).clock('work')).toMatchObject({ phase: 'broken', stopped: moment('2021-11-04 10:00') });
  });
  it('a clock that reads when it happened starts and stops then; a breach recorded in between is corrected', () => {
    const happened = opened(clockOf({ reads: 'happened' }, { time }), '2021-11-01 09:00').act('begin', '2021-11-04 10:00', { happened: '2021-11-02 10:00' });
    expect(happened.clock('work').start.at).toBe(moment('2021-11-02 10:00'));
    const done = story('happened').act('pause', '2021-11-04 10:00', { happened: '2021-11-03 10:00' });
    expect(done.clock('work')).toMatchObject({ phase: 'met', corrected: true, stopped: moment('2021-11-03 10:00'), broken: { day: '2021-11-03' } });
    expect(lightOf(done.clock('work'), moment('2021-11-30 10:00'), done.rules)).toBe('met');
  });
  it('what had not happened in time either stays broken', () => {
    const done = story('happened').act('pause', '2021-11-05 10:00', { happened: '2021-11-04 00:01' });
    expect(done.clock('work').phase).toBe('broken');
    expect(done.clock('work').corrected).toBeUndefined();
    expect(story('happened').act('pause', '2021-11-05 10:00', { happened: '2021-11-04 00:00' }).clock('work'), 'at the due instant it was').toMatchObject({ phase: 'met', corrected: true });
  });
});

describe('new knowledge about the calendar', () => {
  const clocks = { after: { label: T, starts: { action: 'go-on' }, stops: { action: 'pause' }, limit: { before: '1 working day', of: 'work' } } };
  const informed = (days: object) => {
    const before = clockOf({}, { clocks });
    const given = begun(before).act('go-on', '2021-11-01 11:00');
    return { given, story: given.tell({ type: 'inform', edition: '更正', at: moment('2021-11-02 10:00'), by: people.li }, clockOf({}, { clocks, calendar: { days } })) };
  };

  it('running clocks are reckoned anew, also what follows from them; the event says what moved and by which edition', () => {
    const { given, story } = informed({ '2021-11-05': { is: 'rest' } });
    expect([given.due('work'), given.due('after')]).toEqual(['2021-11-08', '2021-11-05']);
    expect([story.due('work'), story.due('after')]).toEqual(['2021-11-09', '2021-11-08']);
    expect(story.events.at(-1)).toMatchObject({ type: 'informed', edition: '更正', seq: 4, by: { person: 'li' } });
    expect(story.events.at(-1)!.changes.flatMap((change) => (change.type === 'clock' ? [`${change.clock.id} ${change.how}`] : []))).toEqual(expect.arrayContaining(['work moved', 'after moved']));
  });
  it('where nothing moves nothing is written', () => {
    expect(informed({ '2021-12-05': { is: 'work' } }).story.events).toHaveLength(3);
  });
  it('a clock that has stopped stays as it was', () => {
    const stopped = begun(clockOf({})).act('pause', '2021-11-01 11:00');
    expect(decide(clockOf({}, { calendar: { days: { '2021-11-05': { is: 'rest' } } } }), stopped.state, { type: 'inform', edition: 'x', at: moment('2021-11-02 10:00'), by: people.li }, facts)).toEqual({ ok: true, value: [] });
  });
});
