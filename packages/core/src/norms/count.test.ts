import { describe, expect, it } from 'vitest';
import { countsOf, withdrawsCounted } from './count.ts';
import { Log, duties, facts, lines, normsOf } from './norms.fixture.ts';

const pick = <K extends keyof typeof duties>(...names: readonly K[]) => normsOf(Object.fromEntries(names.map((name) => [name, duties[name]])));

describe('133-01: what a grid is patrolled', () => {
  const norms = pick('patrol-daily', 'survey-weekly', 'clear-monthly');
  it('counts for that grid by day, by week and by month', () => {
    expect(lines(new Log(norms, 'grid', 'g1', 'unit:g1').does('patrol', '2024-07-04 10:00', { by: 'sun', leaves: { patrol: {} } })))
      .toEqual(['patrol-daily unit:g1 2024-07-04 +1', 'survey-weekly unit:g1 2024-W27 +1', 'clear-monthly unit:g1 2024-07 +1']);
  });
  it.each([['2024-06-30 23:59', '2024-06-30', '2024-W26', '2024-06'], ['2024-07-01 00:00', '2024-07-01', '2024-W27', '2024-07']])('at %s it counts in %s, %s and %s', (at, day, week, month) => {
    expect(new Log(norms, 'grid', 'g1', 'unit:g1').does('patrol', at, { leaves: { patrol: {} } }).map(({ period }) => period)).toEqual([day, week, month]);
  });
  it('counts by when it happened, not by when it was recorded', () => {
    expect(lines(new Log(pick('patrol-daily'), 'grid', 'g1', 'unit:g1').does('patrol', '2024-07-04 22:00', { leaves: { patrol: {} }, recorded: '2024-07-06 09:00' }))).toEqual(['patrol-daily unit:g1 2024-07-04 +1']);
  });
  it('two of one kind in one event are two', () => {
    const log = new Log(pick('clear-monthly'), 'grid', 'g1', 'unit:g1');
    const before = log.state;
    log.does('patrol', '2024-07-04 10:00', { leaves: { patrol: {} } });
    log.does('patrol', '2024-07-05 10:00', { leaves: { patrol: {} } });
    expect(lines(countsOf(log.norms, { before, events: log.events.slice(1), after: log.state! }, facts))).toEqual(['clear-monthly unit:g1 2024-07 +2']);
  });
  it('nothing else counts', () => expect(new Log(norms, 'grid', 'g1', 'unit:g1').does('talk', '2024-07-04 10:00', { leaves: { talk: {} } })).toEqual([]));
});

describe('whose it is', () => {
  it('of the unit of that level over where the log is at home', () => {
    const norms = normsOf({ talks: { per: { each: 'community' }, counts: { record: 'talk' }, every: 'month' } });
    expect(lines(new Log(norms, 'matter', 'm1', 'c1').does('talk', '2024-07-05 10:00', { leaves: { talk: {} } }))).toEqual(['talks unit:east 2024-07 +1']);
  });
  it('nobody\'s where no such unit lies over it', () => {
    const norms = normsOf({ patrols: { per: { each: 'grid' }, counts: { record: 'patrol' }, every: 'month' } });
    expect(new Log(norms, 'matter', 'east', 'c1').does('patrol', '2024-07-05 10:00', { leaves: { patrol: {} } })).toEqual([]);
  });
  it('0371-04: of the micro-grid worker who visited; of nobody when it was somebody else', () => {
    const home = new Log(pick('visit-daily'), 'household', 'm1', 'household-000001');
    expect(lines(home.does('visit', '2024-07-05 10:00', { by: 'he', leaves: { visit: {} } }))).toEqual(['visit-daily post:he-post 2024-07-05 +1']);
    expect(home.does('visit', '2024-07-05 11:00', { by: 'zhao', leaves: { visit: {} } })).toEqual([]);
  });
  it('0371-04: of every cadre whom the record names', () => {
    const home = new Log(pick('visit-weekly'), 'household', 'm1', 'household-000001');
    expect(lines(home.does('visit', '2024-07-05 10:00', { by: 'he', leaves: { visit: { team: ['zhao-post', 'qian-post'] } } })))
      .toEqual(['visit-weekly post:zhao-post 2024-W27 +1', 'visit-weekly post:qian-post 2024-W27 +1']);
  });
  it('of the unit whose post signed, and only of that level', () => {
    const claimed = new Log(pick('claims'), 'matter', 'east', 'c1');
    expect(lines(claimed.does('claim', '2024-07-05 10:00', { by: 'bao' }))).toEqual(['claims unit:bank 2024-Q3 +1 ≤3']);
    expect(claimed.does('claim', '2024-07-05 10:00', { by: 'zhao' })).toEqual([]);
  });
  it('of the unit that a field names; of the unit over it where the field is of another level', () => {
    const norms = normsOf({ led: { per: { each: 'member' }, counts: { action: 'claim' }, through: { field: 'lead' } } });
    expect(lines(new Log(norms, 'matter', 'east', 'c1').does('claim', '2024-07-05 10:00', { sets: { lead: 'school' } }))).toEqual(['led unit:school  +1']);
    const over = normsOf({ where: { per: { each: 'community' }, counts: { action: 'claim' }, through: { field: 'place' } } }, { fields: { place: { label: '地点', kind: 'unit', level: 'grid' } } });
    expect(lines(new Log(over, 'matter', 'west', 'c1').does('claim', '2024-07-05 10:00', { sets: { place: 'g1' } }))).toEqual(['where unit:east  +1']);
  });
  it('of the log itself: a register entry, a case of the kind, and no other', () => {
    const norms = normsOf({ inspected: { per: { each: 'workplace' }, counts: { record: 'inspection' }, every: 'quarter' }, once: { per: { each: 'matter' }, counts: { action: 'extend' }, max: 1, over: 'refuse' } });
    expect(lines(new Log(norms, 'workplace', 'east', 'workplace-000001').does('inspect', '2024-07-05 10:00', { leaves: { inspection: {} } }))).toEqual(['inspected workplace-000001 2024-Q3 +1']);
    expect(new Log(norms, 'household', 'm1', 'household-000001').does('inspect', '2024-07-05 10:00', { leaves: { inspection: {} } })).toEqual([]);
    expect(lines(new Log(norms, 'matter', 'east', 'c7').does('extend', '2024-07-05 10:00'))).toEqual(['once c7  +1 ≤1']);
  });
  it('of a value of a field', () => {
    const norms = normsOf({ 'by-grade': { per: { field: 'grade' }, counts: { record: 'inspection' }, every: 'year' } });
    expect(lines(new Log(norms, 'workplace', 'east', 'w1', { grade: 'b' }).does('inspect', '2024-07-05 10:00', { leaves: { inspection: {} } }))).toEqual(['by-grade value:b 2024 +1']);
    expect(new Log(norms, 'workplace', 'east', 'w2').does('inspect', '2024-07-05 10:00', { leaves: { inspection: {} } })).toEqual([]);
  });
});

describe('133-05: on the fourth, fourteenth and twenty-fourth', () => {
  const talk = (at: string) => lines(new Log(pick('fours'), 'community', 'east', 'unit:east').does('talk', at, { leaves: { talk: {} } }));
  it('each of them is a period of its own', () => expect([...talk('2024-07-04 15:00'), ...talk('2024-07-14 15:00')]).toEqual(['fours unit:east 2024-07-04 +1', 'fours unit:east 2024-07-14 +1']));
  it('on another day it does not count', () => expect(talk('2024-07-05 15:00')).toEqual([]));
  it('a period of months with days: what is done on them counts in the month', () => {
    const norms = normsOf({ twice: { per: { each: 'community' }, counts: { record: 'talk' }, on: { monthDays: [4, 14, 24] }, every: 'month', min: 2 } });
    const log = new Log(norms, 'community', 'east', 'unit:east');
    expect([...lines(log.does('talk', '2024-07-14 15:00', { leaves: { talk: {} } })), ...lines(log.does('talk', '2024-07-15 15:00', { leaves: { talk: {} } }))]).toEqual(['twice unit:east 2024-07 +1']);
  });
});

describe('what a norm asks of what it counts', () => {
  const full = normsOf({ full: { per: { each: 'workplace' }, counts: { record: 'inspection', where: { all: [{ field: 'depth', is: 'full' }, { field: 'by', is: 'zhao' }] } }, every: 'quarter' } });
  it.each([[{ depth: 'full' }, 'zhao', 1], [{ depth: 'brief' }, 'zhao', 0], [{}, 'zhao', 0], [{ depth: 'full' }, 'qian', 0]])('a record of %j by %s counts %i times', (values, by, times) => {
    expect(new Log(full, 'workplace', 'east', 'w1').does('inspect', '2024-07-05 10:00', { by, leaves: { inspection: values } })).toHaveLength(times);
  });
  it('an action is counted by the case as it stands after it, and by who took it', () => {
    const norms = normsOf({ own: { per: { each: 'matter' }, counts: { action: 'claim', where: { all: [{ field: 'lead', is: 'bank' }, { actor: { role: 'envoy' } }] } } } });
    expect(new Log(norms, 'matter', 'east', 'c1').does('claim', '2024-07-05 10:00', { by: 'bao', sets: { lead: 'bank' } })).toHaveLength(1);
    expect(new Log(norms, 'matter', 'east', 'c2').does('claim', '2024-07-05 10:00', { by: 'bao' })).toEqual([]);
    expect(new Log(norms, 'matter', 'east', 'c3').does('claim', '2024-07-05 10:00', { by: 'zhao', sets: { lead: 'bank' } })).toEqual([]);
  });
  it('where the log is the member, more is refused only while the norm applies to it', () => {
    const norms = normsOf({ once: { per: { each: 'workplace', while: { field: 'grade', is: 'c' } }, counts: { record: 'inspection' }, every: 'year', max: 1, over: 'refuse' } });
    const log = new Log(norms, 'workplace', 'east', 'w1', { grade: 'a' });
    expect(lines(log.does('inspect', '2024-07-05 10:00', { leaves: { inspection: {} } }))).toEqual(['once w1 2024 +1']);
    log.does('regrade', '2024-07-05 11:00', { sets: { grade: 'c' } });
    expect(lines(log.does('inspect', '2024-07-05 12:00', { leaves: { inspection: {} } }))).toEqual(['once w1 2024 +1 ≤1']);
  });
});

describe('a record that is withdrawn is taken back', () => {
  it('in the period in which it was counted', () => {
    const log = new Log(pick('clear-monthly'), 'grid', 'g1', 'unit:g1');
    log.does('patrol', '2024-06-28 10:00', { leaves: { patrol: {} } });
    expect(lines(log.does('take-back', '2024-07-05 10:00', { withdraws: 'patrol#1' }))).toEqual(['clear-monthly unit:g1 2024-06 -1']);
  });
  it('from whom it was counted for, whoever the case names since; nothing refuses that', () => {
    const norms = normsOf({ led: { per: { each: 'member' }, counts: { record: 'talk' }, through: { field: 'lead' }, every: 'quarter', max: 3, over: 'refuse' } });
    const log = new Log(norms, 'matter', 'east', 'c1', { lead: 'bank' });
    expect(lines(log.does('talk', '2024-06-28 10:00', { leaves: { talk: {} } }))).toEqual(['led unit:bank 2024-Q2 +1 ≤3']);
    log.does('hand-over', '2024-07-01 10:00', { sets: { lead: 'school' } });
    expect(lines(log.does('take-back', '2024-07-05 10:00', { withdraws: 'talk#1' }))).toEqual(['led unit:bank 2024-Q2 -1']);
  });
  it('not when it had not been counted', () => {
    const norms = normsOf({ full: { per: { each: 'workplace' }, counts: { record: 'inspection', where: { field: 'depth', is: 'full' } } } });
    const log = new Log(norms, 'workplace', 'east', 'w1');
    log.does('inspect', '2024-07-05 10:00', { leaves: { inspection: { depth: 'brief' } } });
    expect(log.does('take-back', '2024-07-05 11:00', { withdraws: 'inspection#1' })).toEqual([]);
  });
  it('and what is left and withdrawn in one go comes to nothing; the history is asked for only then', () => {
    const log = new Log(pick('clear-monthly'), 'grid', 'g1', 'unit:g1');
    log.does('patrol', '2024-07-04 10:00', { leaves: { patrol: {} } });
    log.does('take-back', '2024-07-05 10:00', { withdraws: 'patrol#1' });
    const passage = { before: undefined, events: log.events, after: log.state! };
    expect(countsOf(log.norms, passage, facts)).toEqual([]);
    expect(withdrawsCounted(log.norms, passage)).toBe(true);
    expect(withdrawsCounted(log.norms, { ...passage, events: log.events.slice(0, 2) })).toBe(false);
  });
});
