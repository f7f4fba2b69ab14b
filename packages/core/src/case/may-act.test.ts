import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import type { Actor, OpenCommand, Post } from './messages.ts';
import { T, facts, moment, opened, opening, people, rulesOf } from './small-method.fixture.ts';

const { wang, chen, zhao, sun, li, zhou } = people;
const ten = '2021-11-01 10:00';

describe('what stands against an action', () => {
  const rules = rulesOf({
    kinds: { plan: { label: T, sources: ['desk'], line: ['received'] } },
    asks: { lead: { label: T, of: { role: 'worker' } } },
    actions: {
      plan: { label: T, opens: 'plan', by: ['clerk'] },
      'in-hand': { label: T, by: ['clerk'], from: ['handling'] },
      'of-plans': { label: T, by: ['clerk'], kinds: ['plan'] },
      'once-known': { label: T, by: ['clerk'], when: { field: 'content', known: true } },
      reply: { label: T, by: ['clerk'], replies: { lead: { as: 'done' } } },
      'reply-if-open': { label: T, by: ['clerk'], replies: { lead: { as: 'done', optional: true } } },
      reopen: { label: T, by: ['clerk'], after: ['solved'] },
      leave: { label: T, by: ['leader'] },
    },
  });
  const given = opened(rules, undefined, { kind: 'matter' });
  const ended = given.act('finish', '2021-11-01 09:30');

  it.each<[situation: string, action: string, code: string, how?: { by?: Actor; happened?: string }, at?: string]>([
    ['an action that is none', 'inhand', 'action.unknown'],
    ['another step', 'in-hand', 'action.wrong-step'],
    ['another kind of case', 'of-plans', 'action.wrong-kind'],
    ['a case that is open already', 'report', 'action.not-opening'],
    ['a condition that does not hold', 'once-known', 'action.not-now'],
    ['nobody has been asked', 'reply', 'ask.none-open'],
    ['a case that has not ended', 'reopen', 'case.not-ended'],
    ['another role', 'leave', 'action.not-yours'],
    ['time that runs back', 'note', 'command.time-back', {}, '2021-11-01 08:59'],
    ['something that has not happened yet', 'note', 'command.happened-later', { happened: '2021-11-01 10:01' }],
    ['something said afterwards where that is not allowed', 'note', 'command.too-far-back', { happened: '2021-11-01 09:59' }],
  ])('%s', (_, action, code, how = {}, at = ten) => expect(given.refusal(action, at, how)).toEqual([code]));

  it('an ended case takes only what may follow that ending', () => {
    expect(ended.refusal('note', ten)).toEqual(['case.ended']);
    expect(ended.refusal('finish', ten)).toEqual(['case.ended']);
    expect(ended.refusal('reopen', ten)).toEqual([]);
  });

  it('an action that replies only if something was asked may be taken without', () => expect(given.refusal('reply-if-open', ten)).toEqual([]));

  it('a slip in an action’s name is mended', () => {
    expect(given.refused('inhand', ten)).toEqual([{ code: 'action.unknown', path: ['action'], params: { action: 'inhand', mend: 'in-hand' } }]);
  });

  it('everything that stands against it is said at once', () => {
    expect(given.refusal('in-hand', '2021-11-01 08:00', { by: li, input: { what: 1 } })).toEqual(['command.time-back', 'action.wrong-step', 'action.not-yours', 'input.unknown']);
  });

  it('a refusal of the wrong person says whose it is', () => {
    expect(given.refused('leave', ten)).toMatchObject([{ params: { who: [{ zh: '领导', en: 'Leader' }] } }]);
  });
});

describe('opening a case', () => {
  const rules = rulesOf({
    sources: { hotline: { label: T, reporter: 'required', takes: { order: {} } }, closed: { label: T } },
    kinds: { matter: { sources: ['desk', 'hotline'] }, plan: { label: T, sources: ['desk'], line: ['received'] } },
    fields: { order: { label: T, kind: 'text' } },
    actions: { plan: { label: T, opens: 'plan', by: ['leader'] } },
  });
  const codes = (over: Partial<OpenCommand>) => {
    const decision = decide(rules, undefined, opening(ten, { kind: 'matter', ...over }), facts);
    return decision.ok ? [] : decision.issues.map(({ code }) => code);
  };

  it.each<[situation: string, over: Partial<OpenCommand>, codes: readonly string[]]>([
    ['all as it should be', {}, []],
    ['a source that is none', { source: 'telephone' }, ['source.unknown']],
    ['a kind that does not come in that way', { source: 'hotline', kind: 'plan' }, ['kind.unknown']],
    ['an action that does not open that kind', { action: 'plan' }, ['action.unknown']],
    ['a home that nobody knows', { home: 'south' }, ['home.unknown', 'action.not-yours']],
    ['nobody who raised it, where somebody must have', { source: 'hotline', input: { order: '1' } }, ['source.needs-reporter']],
    ['what the source asks for is missing', { source: 'hotline', reporter: { name: '王' } }, ['input.missing']],
    ['what another source asks for', { input: { order: '1' } }, ['input.unknown']],
    ['a clerk of another community', { by: chen }, ['action.not-yours']],
    ['a role that may not open it', { kind: 'plan' }, ['action.not-yours']],
    ['everything wrong at once', { source: 'hotline', by: zhou, home: 'south', input: { ordre: 1 }, happened: moment('2021-11-01 11:00') },
      ['command.happened-later', 'home.unknown', 'source.needs-reporter', 'action.not-yours', 'input.missing', 'input.unknown']],
  ])('%s', (_, over, expected) => expect(codes(over)).toEqual(expected));

  it('a source that leads to several kinds needs the kind to be named', () => {
    const { kind: _none, ...rest } = opening(ten, { kind: 'matter' });
    expect(decide(rules, undefined, rest, facts)).toMatchObject({ ok: false, issues: [{ code: 'kind.unknown', params: { known: ['matter', 'plan'] } }] });
  });

  it('a case that exists is not opened again, and one that does not cannot be acted on', () => {
    expect(decide(rules, opened(rules, ten, { kind: 'matter' }).state, opening(ten), facts)).toMatchObject({ issues: [{ code: 'case.exists', params: { id: 'c1' } }] });
    expect(decide(rules, undefined, { type: 'act', action: 'note', input: {}, by: wang, at: 0 }, facts)).toMatchObject({ issues: [{ code: 'case.unknown' }] });
    expect(decide(rules, undefined, { type: 'inform', edition: 'x', by: wang, at: 0 }, facts)).toMatchObject({ issues: [{ code: 'case.unknown' }] });
  });
});

describe('whose post stands over a case', () => {
  const rules = rulesOf({
    asks: {
      'of-post': { label: T, of: { post: 'worker' }, many: true }, 'of-role': { label: T, of: { role: 'leader' } }, 'of-unit': { label: T, of: { unit: 'community' } },
      'of-reporter': { label: T, of: { reporter: true } }, claim: { label: T, of: { actor: true } }, 'of-same': { label: T, of: { ask: 'of-post' } },
    },
    actions: {
      leave: { label: T, by: ['leader'] }, 'leave-here': { label: T, by: [{ role: 'leader', where: 'here' }] }, 'leave-any': { label: T, by: [{ role: 'leader', where: 'any' }] },
      'by-reporter': { label: T, by: [{ reporter: true }] },
      'ask-all': { label: T, by: ['clerk'], asks: { 'of-post': {}, 'of-role': {}, 'of-unit': {}, 'of-reporter': {} } },
      'ask-same': { label: T, by: ['clerk'], asks: { 'of-same': {} } },
      take: { label: T, by: ['worker', 'clerk'], asks: { claim: {} } },
      hand: { label: T, by: ['clerk'], raises: true },
      ...Object.fromEntries(['of-post', 'of-role', 'of-unit', 'of-reporter', 'claim', 'of-same'].map((ask) => [`as-${ask}`, { label: T, by: [{ ask }] }])),
      ...Object.fromEntries(['done', 'granted', 'refused', 'sent-back', 'withdrawn'].map((as) => [`reply-${as}`, { label: T, by: [{ ask: 'of-post' }], replies: { 'of-post': { as } } }])),
    },
  });
  const given = opened(rules);
  const asked = given.act('ask-all', '2021-11-01 09:10', { input: { 'of-post': 'zhao-post', 'of-unit': 'west' } });
  const who = (story: typeof given, action: string, candidates: readonly Actor[] = [wang, chen, zhao, sun, li, zhou, reporter]) =>
    candidates.filter((by) => story.refusal(action, ten, { by }).length === 0).map(({ person }) => person);
  const reporter: Actor = { person: 'mrs-zhang', posts: [], reporterOf: 'c1' };

  it('a post acts on cases of its own unit and of the units below', () => {
    expect(who(given, 'note'), 'not the clerk of the community beside').toEqual(['wang']);
    expect(who(given, 'leave'), 'not the leader of the street beside').toEqual(['li']);
  });
  it('here: only where the case belongs, or is now', () => {
    expect(who(given, 'leave-here')).toEqual([]);
    expect(who(given.act('hand', '2021-11-01 09:10'), 'leave-here'), 'handed up to the street').toEqual(['li']);
  });
  it('any: wherever the post stands', () => expect(who(given, 'leave-any')).toEqual(['li', 'zhou']));
  it('the reporter acts on the own case only', () => {
    expect(who(given, 'by-reporter')).toEqual(['mrs-zhang']);
    expect(given.refusal('by-reporter', ten, { by: { ...reporter, reporterOf: 'c2' } })).toEqual(['action.not-yours']);
  });

  it.each([
    ['a post is answered by who holds it', 'as-of-post', ['zhao']],
    ['a role by who holds it over the case', 'as-of-role', ['li']],
    ['a unit by anybody who holds a post there', 'as-of-unit', ['chen', 'sun']],
    ['the reporter by the reporter', 'as-of-reporter', ['mrs-zhang']],
  ])('an ask of %s', (_, action, persons) => expect(who(asked, action)).toEqual(persons));

  it('an ask of whoever answers another one follows that one', () => {
    expect(who(asked.act('ask-same', '2021-11-01 09:20'), 'as-of-same')).toEqual(['zhao']);
  });
  it('a claim is an ask of whoever makes it', () => {
    const claimed = given.act('take', '2021-11-01 09:10', { by: zhao });
    expect(who(claimed, 'as-claim')).toEqual(['zhao']);
    expect(claimed.state.asks).toMatchObject([{ to: { person: 'zhao', post: 'zhao-post', role: 'worker', unit: 'east' } }]);
  });
  it('nobody answers what nobody was asked', () => expect(who(given, 'as-of-post')).toEqual([]));
  it.each([['done', ['zhao']], ['granted', ['zhao']], ['refused', []], ['sent-back', []], ['withdrawn', []]])('who was asked and has replied %s: %j still answer for it', (as, persons) => {
    expect(who(asked.act(`reply-${as}`, '2021-11-01 09:20', { by: zhao }), 'as-of-post')).toEqual(persons);
  });

  it('of several who were asked at once each still answers once done, whoever was asked last; otherwise only the last one asked', () => {
    const both = asked.act('ask-all', '2021-11-01 09:15', { input: { 'of-post': 'sun-post', 'of-unit': 'east' } });
    expect(who(both, 'as-of-post'), 'both open').toEqual(['zhao', 'sun']);
    expect(who(both.act('reply-done', '2021-11-01 09:20', { by: zhao }), 'as-of-post'), 'one done').toEqual(['zhao', 'sun']);
    const done = both.act('reply-done', '2021-11-01 09:20', { by: zhao }).act('reply-done', '2021-11-01 09:25', { by: sun });
    expect(who(done, 'as-of-post'), 'both done').toEqual(['zhao', 'sun']);
    expect(who(both.act('reply-refused', '2021-11-01 09:20', { by: zhao }), 'as-of-post'), 'who refused does not').toEqual(['sun']);
    expect(who(both, 'as-of-unit'), 'only one unit at a time').toEqual(['wang', 'zhao']);
  });

  it('the signature names the post by which it was allowed', () => {
    const two: Actor = { person: 'ma', posts: [{ id: 'ma-1', role: 'worker', unit: 'east', person: 'ma' }, { id: 'ma-2', role: 'leader', unit: 'xin', person: 'ma' }] };
    expect(given.act('leave', ten, { by: two }).events.at(-1)).toMatchObject({ by: { person: 'ma', role: 'leader', unit: 'xin', post: 'ma-2' } });
  });
});

describe('not the same person', () => {
  const rules = rulesOf({ actions: { approve: { label: T, by: ['leader'], requires: { other: { say: T, if: { actor: { notWhoDid: 'note' } } } } }, note: { by: ['clerk', 'leader'] } } });
  const clerkOf = (person: string, role: string): Post => ({ id: `${person}-${role}`, role, unit: 'xin', person });
  const both: Actor = { person: 'ma', posts: [clerkOf('ma', 'clerk'), clerkOf('ma', 'leader')] };

  it('compares persons, not posts: who noted it as a clerk does not approve it as a leader', () => {
    const noted = opened(rules).act('note', '2021-11-01 09:30', { by: both });
    expect(noted.refusal('approve', ten, { by: both })).toEqual(['action.requirement']);
    expect(noted.refusal('approve', ten, { by: li })).toEqual([]);
  });
  it('holds against whoever ever did it, not only who did it last', () => {
    const twice = opened(rules).act('note', '2021-11-01 09:30', { by: both }).act('note', '2021-11-01 09:40');
    expect(twice.refusal('approve', ten, { by: both })).toEqual(['action.requirement']);
  });
});

describe('how far back something may be said to have happened', () => {
  it.each([
    // Two days before Wednesday the 3rd is Monday the 1st, from its midnight on; two working days before Monday the 8th is Thursday the 4th.
    ['2 days', '2021-11-03 10:00', '2021-11-01 00:00', '2021-10-31 23:59'],
    ['2 working days', '2021-11-08 10:00', '2021-11-04 00:00', '2021-11-03 23:59'],
    ['3 hours', '2021-11-01 10:00', '2021-11-01 07:00', '2021-11-01 06:59'],
    // Three working hours before Monday at ten: one hour of the morning, two of Friday's afternoon, which ends at six.
    ['3 working hours', '2021-11-08 10:00', '2021-11-05 16:00', '2021-11-05 15:59'],
    ['1 month', '2021-11-30 10:00', '2021-10-30 00:00', '2021-10-29 23:59'],
  ])('%s before %s', (backdate, at, earliest, before) => {
    const given = opened(rulesOf({ time: { backdate } }), '2021-10-29 09:00');
    expect(given.refusal('note', at, { happened: earliest })).toEqual([]);
    expect(given.refusal('note', at, { happened: before })).toEqual(['command.too-far-back']);
    expect(given.act('note', at, { happened: earliest }).events.at(-1)).toMatchObject({ at: moment(earliest), recorded: moment(at) });
  });
});
