import { describe, expect, it } from 'vitest';
import { compileFact } from '../rules/index.ts';
import { evolve } from './evolve.ts';
import { explain } from './explain.ts';
import type { CaseState } from './messages.ts';
import { T, facts, moment, opened, people, rulesOf } from './small-method.fixture.ts';
import type { Story } from './small-method.fixture.ts';
import { timeline } from './timeline.ts';

const does = (effect: object): object => ({ label: T, by: ['clerk'], ...effect });
const why = { zh: '不可抗力', en: 'force majeure' };
const turns = (effect: object): object => does({ clocks: { work: effect } });
const rulesWith = (more: object = {}, work: object = {}) => rulesOf({
  actions: {
    begin: does({}), stop: turns({ stop: true }), hold: turns({ hold: T }), resume: turns({ resume: true }), extend: turns({ extend: '1 working day' }), void: turns({ void: true }),
    exempt: turns({ exempt: why }), 'stop-if': turns({ stop: true, optional: true }), 'exempt-if': turns({ exempt: why, optional: true }), ...more,
  },
  clocks: { work: { label: { zh: '办理时限', en: 'Work' }, starts: { action: 'begin' }, stops: { action: 'finish' }, limit: '5 working days', ...work } },
});
const none = opened(rulesWith(), '2021-11-01 09:00');
/** Begun on Monday the 1st of November: due on Monday the 8th. */
const running = none.act('begin', '2021-11-01 10:00');
const held = running.act('hold', '2021-11-02 10:00');
const stopped = running.act('stop', '2021-11-02 10:00');
const broken = running.until('2021-11-09 09:00');

describe('what is done to a clock by hand', () => {
  // Every state of the clock, and what it refuses.
  it.each<[state: string, given: Story, at: string, refused: Record<string, string>]>([
    ['none has started', none, '2021-11-03 11:00', { stop: 'clock.not-running', hold: 'clock.not-running', resume: 'clock.not-held', extend: 'clock.not-running', exempt: 'clock.nothing-to-exempt' }],
    ['it runs', running, '2021-11-03 11:00', { resume: 'clock.not-held' }],
    ['it is held', held, '2021-11-03 11:00', { hold: 'clock.not-running' }],
    ['it has stopped in time', stopped, '2021-11-03 11:00', { stop: 'clock.not-running', hold: 'clock.not-running', resume: 'clock.not-held', extend: 'clock.not-running', exempt: 'clock.nothing-to-exempt' }],
    ['it is overdue', broken, '2021-11-09 11:00', { hold: 'clock.not-running', resume: 'clock.not-held' }],
    ['it is overdue and done since', broken.act('stop', '2021-11-09 10:00'), '2021-11-09 11:00', { stop: 'clock.not-running', hold: 'clock.not-running', resume: 'clock.not-held', extend: 'clock.not-running' }],
  ])('when %s', (_state, given, at, refused) => {
    for (const action of ['stop', 'hold', 'resume', 'extend', 'exempt', 'void']) {
      const expected = refused[action] === undefined ? [] : [refused[action]];
      expect(given.refusal(action, at), action).toEqual(expected);
      const now = given.until(at).state;
      const shown = explain(given.rules, now, people.wang, moment(at), facts).actions.find(({ name }) => name === action)!;
      expect(shown.issues.map(({ code }) => code), `${action}, as it is explained`).toEqual(expected);
    }
  });

  it('“optional” does it where it can be done, and else does nothing', () => {
    expect(none.act('stop-if', '2021-11-01 10:00').state.clocks).toEqual({});
    expect(running.act('stop-if', '2021-11-02 10:00').phases()).toEqual({ work: 'met' });
    expect(stopped.act('exempt-if', '2021-11-03 10:00').clock('work').exempt).toBeUndefined();
  });

  it('a clock of another kind of case is none of this one’s', () => {
    const rules = rulesOf({
      kinds: { other: { label: T, sources: ['walk'], line: ['received'] } }, sources: { walk: { label: T } },
      actions: { find: { label: T, opens: 'other', by: ['clerk'] }, stop: turns({ stop: true }) },
      clocks: { work: { label: T, kinds: ['other'], starts: { action: 'find' }, stops: { action: 'finish' }, limit: '1 day' } },
    });
    expect(opened(rules).refusal('stop', '2021-11-01 10:00')).toEqual([]);
  });
});

describe('an exemption (剔除)', () => {
  const exempt = broken.act('exempt', '2021-11-10 10:00');
  const read = (story: Story, show: 'exempt' | 'late' | 'state') => compileFact({ clock: 'work', show }, story.rules.vocabulary)({ state: story.state, at: moment('2021-11-10 10:00') } as Parameters<ReturnType<typeof compileFact>>[0]);

  it('lies over a breach, which stays on record with who had it then', () => {
    expect(exempt.clock('work')).toMatchObject({
      phase: 'broken', broken: { day: '2021-11-08', who: { unit: 'east' } }, exempt: { why, at: moment('2021-11-10 10:00'), by: { person: 'wang' } },
    });
  });

  it('can be read of the clock, so that a metric can leave it out; the raw state stays visible', () => {
    expect(['exempt', 'late', 'state'].map((show) => read(exempt, show as 'exempt'))).toEqual([true, true, 'broken']);
    expect(['exempt', 'late'].map((show) => read(broken, show as 'exempt'))).toEqual([false, true]);
    expect(read(none, 'exempt'), 'of no clock nothing is known').toBeUndefined();
  });

  it('given while the clock runs, it stays when the clock breaks, is done late or is held', () => {
    const later = running.act('exempt', '2021-11-02 10:00').until('2021-11-09 09:00');
    expect(later.clock('work')).toMatchObject({ phase: 'broken', exempt: { why } });
    expect(later.act('stop', '2021-11-09 10:00').clock('work')).toMatchObject({ phase: 'broken', exempt: { why } });
  });

  it('does not pass to a new round', () => {
    const anew = opened(rulesWith({}, { again: 'anew' })).act('begin', '2021-11-01 10:00').act('exempt', '2021-11-02 10:00').act('begin', '2021-11-03 10:00');
    expect([anew.clock('work~1').exempt?.why, anew.clock('work').exempt]).toEqual([why, undefined]);
  });

  it('is an event like any other: folding the events gives it back, the history tells it, the explanation shows it', () => {
    expect(exempt.events.reduce<CaseState | undefined>(evolve, undefined)).toEqual(exempt.state);
    expect(timeline(exempt.rules, exempt.events).at(-1)!.details.map(({ text }) => text)).toEqual([{ zh: '办理时限：剔除（不可抗力）', en: 'Work: exempt (force majeure)' }]);
    const { clocks } = explain(exempt.rules, exempt.state, people.wang, moment('2021-11-10 10:00'), facts);
    expect(clocks[0]).toMatchObject({ phase: 'broken', exempt: { why, by: 'wang', at: moment('2021-11-10 10:00') } });
  });
});
