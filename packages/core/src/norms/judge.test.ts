import { describe, expect, it } from 'vitest';
import type { CaseState } from '../case/messages.ts';
import { moment } from '../case/small-method.fixture.ts';
import { dutiesOf, judge } from './judge.ts';
import type { NormPeriod } from './judge.ts';
import { emptyLog } from '../case/subject-log.ts';
import { membersOf } from './members.ts';
import type { Population } from './members.ts';
import { duePeriods } from './norm-periods.ts';
import type { NormRules } from './norm-rules.ts';
import { Log, duties, normsOf, only, posts, units } from './norms.fixture.ts';

const one = (name: keyof typeof duties): NormRules => normsOf({ [name]: duties[name] });
const everyone: Population = { units, posts, states: [] };

/** How each member fared in the one period that is over at `to`. */
const judged = (norms: NormRules, from: string, to: string, counters: Readonly<Record<string, number>>, population: Population = everyone): readonly NormPeriod[] =>
  duePeriods(only(norms), moment(from), moment(to), norms.rules).flatMap((period) =>
    judge(only(norms), period, membersOf(norms, only(norms), population, period.ends), new Map(Object.entries(counters))));
const told = (periods: readonly NormPeriod[]): readonly string[] => periods.map(({ of, period, count, met }) => `${of} ${period} ${count} ${met ? 'met' : 'missed'}`);

describe('a period that is over says of each member whether it was met', () => {
  it('133-01: a grid that was not patrolled that day fell short', () => {
    expect(told(judged(one('patrol-daily'), '2024-07-04 12:00', '2024-07-05 00:00', { 'unit:g1': 2 }))).toEqual(['unit:g1 2024-07-04 2 met', 'unit:g2 2024-07-04 0 missed']);
  });
  it('dgw-04: none claimed by the end of the quarter is reported, three are not, a fourth that came in before the limit was set is', () => {
    expect(told(judged(one('claims'), '2024-09-30 12:00', '2024-10-01 00:00', { 'unit:bank': 3 }))).toEqual(['unit:bank 2024-Q3 3 met', 'unit:school 2024-Q3 0 missed']);
    expect(told(judged(one('claims'), '2024-09-30 12:00', '2024-10-01 00:00', { 'unit:bank': 4, 'unit:school': 1 }))).toEqual(['unit:bank 2024-Q3 4 missed', 'unit:school 2024-Q3 1 met']);
  });
  it('dgw-05: the street\'s joint meeting', () => expect(told(judged(one('meeting'), '2024-09-30 12:00', '2024-10-01 00:00', { 'unit:xin': 1 }))).toEqual(['unit:xin 2024-Q3 1 met']));
  it('0371-04: each micro-grid worker each day, by the post, and to which unit it belongs', () => {
    const periods = judged(one('visit-daily'), '2024-07-04 12:00', '2024-07-06 00:00', { 'post:he-post': 1 });
    expect(told(periods)).toEqual(['post:he-post 2024-07-04 1 met', 'post:lu-post 2024-07-04 0 missed', 'post:he-post 2024-07-05 1 met', 'post:lu-post 2024-07-05 0 missed']);
    expect(periods[1]).toEqual({ norm: 'visit-daily', of: 'post:lu-post', unit: 'm2', period: '2024-07-04', ends: moment('2024-07-05 00:00'), count: 0, met: false });
  });
});

describe('who was not there on the last day of the period is left out', () => {
  const norms = one('patrol-daily');
  const grid = (days: object): Population => ({ ...everyone, units: [{ id: 'g9', level: 'grid', ...days }] });
  it.each([
    ['there from that day on', { from: '2024-07-04' }, 1], ['there from the day after', { from: '2024-07-05' }, 0], ['there until that day', { until: '2024-07-04' }, 1],
    ['there until the day before', { until: '2024-07-03' }, 0], ['there all the time', {}, 1],
  ])('a unit that is %s', (_rule, days, count) => expect(judged(norms, '2024-07-04 12:00', '2024-07-05 00:00', {}, grid(days))).toHaveLength(count));

  it.each([['2024-07-31 23:59', undefined, 1], ['2024-08-01 00:00', undefined, 0], ['2024-01-02 09:00', '2024-07-31 10:00', 0], ['2024-01-02 09:00', '2024-08-01 00:00', 1]])(
    'an entry made at %s and struck off at %s', (made, ended, count) => {
      const every = normsOf({ visits: { per: { each: 'household' }, counts: { record: 'visit' }, every: 'month', min: 1 } });
      const log = new Log(every, 'household', 'm1', 'h1', {}, made);
      if (ended !== undefined) log.does('strike', ended, { ends: 'gone' });
      expect(judged(every, '2024-07-31 12:00', '2024-08-01 00:00', {}, { ...everyone, states: [log.state!] })).toHaveLength(count);
    });
});

describe('1330-13: a business is inspected every month, quarter or half-year by its grade', () => {
  const norms = normsOf({ 'inspect-a': duties['inspect-a'], 'inspect-b': duties['inspect-b'], 'inspect-c': duties['inspect-c'] });
  const logs = (['a', 'b', 'c'] as const).map((grade) => new Log(norms, 'workplace', 'east', `w-${grade}`, { grade }));
  const population = { ...everyone, states: logs.map(({ state }) => state!) };
  const closedIn = (from: string, to: string): readonly string[] => [...norms.all.values()].flatMap((norm) => duePeriods(norm, moment(from), moment(to), norms.rules)
    .flatMap((period) => judge(norm, period, membersOf(norms, norm, population, period.ends), new Map())).map(({ of, period }) => `${of} ${period}`));
  it('each grade by its own period', () => {
    expect(closedIn('2024-05-15 00:00', '2024-07-01 00:00')).toEqual(['w-a 2024-05', 'w-a 2024-06', 'w-b 2024-Q2', 'w-c 2024-H1']);
    expect(closedIn('2024-07-01 00:00', '2024-08-01 00:00')).toEqual(['w-a 2024-07']);
  });
});

describe('of whom something is required', () => {
  it('of units and posts that have a log, by that; of the others, as of those of whom nothing is known', () => {
    const norms = normsOf({ busy: { per: { each: 'grid', while: { field: 'grade', is: 'a' } }, counts: { record: 'patrol' }, every: 'month' } });
    const calm = normsOf({ calm: { per: { each: 'grid', while: { not: { field: 'grade', is: 'a' } } }, counts: { record: 'patrol' }, every: 'month' } });
    const states: CaseState[] = [new Log(norms, 'grid', 'g1', 'unit:g1', { grade: 'a' }).state!];
    const at = moment('2024-07-04 09:00');
    expect(membersOf(norms, only(norms), { ...everyone, states }, at).map(({ of }) => of)).toEqual(['unit:g1']);
    expect(membersOf(calm, only(calm), { ...everyone, states }, at).map(({ of }) => of)).toEqual(['unit:g2']);
  });
  it('of the case itself, by what it says of itself', () => {
    const empty = emptyLog('grid', 'unit:g1', 'g1', { home: 'grid', holder: 'grid' });
    expect([empty.kind, empty.id, empty.home, empty.version, empty.records]).toEqual(['grid', 'unit:g1', 'g1', 0, []]);
  });
  it('of cases of a kind while something holds, of no other kind', () => {
    const norms = normsOf({ weekly: { per: { each: 'matter', while: { field: 'lead', known: true } }, counts: { record: 'talk' }, every: 'week', min: 1 } });
    const states = [new Log(norms, 'matter', 'east', 'c1', { lead: 'bank' }), new Log(norms, 'matter', 'east', 'c2'), new Log(norms, 'household', 'm1', 'h1', { lead: 'bank' })].map(({ state }) => state!);
    expect(membersOf(norms, only(norms), { ...everyone, states }, moment('2024-07-04 09:00')).map(({ of, unit }) => [of, unit])).toEqual([['c1', 'east']]);
  });
  it('an entry is called by its title', () => {
    const norms = normsOf({ visits: { per: { each: 'household' }, counts: { record: 'visit' } } });
    const state = new Log(norms, 'household', 'm1', 'h1', { name: '3号楼201' }).state!;
    expect(membersOf(norms, only(norms), { ...everyone, states: [state] }, 0)[0]!.label).toEqual({ zh: '3号楼201', en: '3号楼201' });
  });
  it.each([
    ['grade', ['value:a', 'value:b', 'value:c']], ['lead', ['value:bank', 'value:school']], ['contact', ['value:zhao-post', 'value:qian-post']], ['name', ['value:东门', 'value:西门']],
  ])('of each value of the field %s: every one that it may have, or that it has', (field, expected) => {
    const norms = normsOf({ each: { per: { field }, counts: { record: 'talk' }, every: 'year' } });
    const states = ['西门', '东门', '西门'].map((name, place) => new Log(norms, 'workplace', 'east', `w${place}`, { name }).state!);
    expect(membersOf(norms, only(norms), { ...everyone, states }, 0).map(({ of }) => of)).toEqual(expected);
  });
});

describe('the duties of somebody', () => {
  const norms = normsOf({ 'clear-monthly': duties['clear-monthly'], 'patrol-daily': duties['patrol-daily'], fours: duties.fours, claims: duties.claims, contacts: duties.contacts });
  const at = moment('2024-07-05 10:00');
  it('what ends first comes first, with what is still wanting', () => {
    const mine = { units: units.filter(({ id }) => id === 'g1'), posts: posts.filter(({ person }) => person === 'sun'), states: [] };
    const found = dutiesOf(norms, mine, at, new Map([['patrol-daily', new Map([['unit:g1', 1]])]]));
    expect(found.map(({ norm, of, period, count, min, left, met }) => [norm, of, period, count, min, left, met])).toEqual([
      ['patrol-daily', 'unit:g1', '2024-07-05', 1, 1, 0, true], ['clear-monthly', 'unit:g1', '2024-07', 0, 1, 1, false],
    ]);
    expect(found.map(({ ends }) => ends)).toEqual([moment('2024-07-06 00:00'), moment('2024-08-01 00:00')]);
  });
  it('a day of the calendar that is still to come, and how many more there may be', () => {
    const east = dutiesOf(norms, { units: units.filter(({ id }) => id === 'east' || id === 'bank'), posts: [], states: [] }, at, new Map([['claims', new Map([['unit:bank', 2]])]]));
    expect(east.map(({ norm, period, first, count, left, max }) => [norm, period, first, count, left, max])).toEqual([['fours', '2024-07-14', '2024-07-14', 0, 1, undefined], ['claims', '2024-Q3', '2024-07-01', 2, 0, 3]]);
  });
  it('0371-01: five to ten households at any moment, without an end', () => {
    const mine = { units: [], posts: posts.filter(({ person }) => person === 'zhao'), states: [] };
    expect(dutiesOf(norms, mine, at, new Map([['contacts', new Map([['post:zhao-post', 3]])]]))).toEqual([
      { norm: 'contacts', label: { zh: 'contacts', en: 'contacts' }, of: 'post:zhao-post', unit: 'east', period: '', count: 3, min: 5, max: 10, left: 2, met: false },
    ]);
  });
  it('none of who is not there, or not yet', () => {
    const gone = { units: [{ id: 'g1', level: 'grid', until: '2024-07-04' }, { id: 'g2', level: 'grid', from: '2024-07-06' }], posts: [], states: [] };
    expect(dutiesOf(norms, gone, at, new Map())).toEqual([]);
  });
});
