import { describe, expect, it } from 'vitest';
import { moment } from '../case/small-method.fixture.ts';
import { countKey } from './count.ts';
import { entriesCount, entriesGained } from './entries.ts';
import { isMet } from './judge.ts';
import { passedBy } from './limits.ts';
import { Log, duties, facts, lines, normsOf, only } from './norms.fixture.ts';

const at = moment('2024-07-04 10:00');
const homes = (norms: ReturnType<typeof normsOf>, count: number, home: string, fields = {}) => Array.from({ length: count }, (_, place) => new Log(norms, 'household', home, `household-${home}-${place}`, fields));

describe('0371-03: micro-grids of seventy to eighty households', () => {
  const norms = normsOf({ size: duties.size });
  it.each([[69, false], [70, true], [80, true], [81, false]])('%i households: met %s', (count, met) => {
    const counted = entriesCount(norms, only(norms), homes(norms, count, 'm1').map(({ state }) => state!), facts, at);
    expect([counted.get('unit:m1'), isMet(only(norms), counted.get('unit:m1')!)]).toEqual([count, met]);
  });
  it('those struck off, and those of other registers, are not counted', () => {
    const logs = homes(norms, 3, 'm1');
    logs[0]!.does('strike', '2024-03-01 10:00', { ends: 'gone' });
    const other = new Log(norms, 'workplace', 'm1', 'w1');
    expect(entriesCount(norms, only(norms), [...logs, other].map(({ state }) => state!), facts, at)).toEqual(new Map([['unit:m1', 2]]));
  });
  it('entries below count for the unit above', () => {
    const grids = normsOf({ size: { ...duties.size, per: { each: 'grid' } } });
    const states = [...homes(grids, 2, 'm1'), ...homes(grids, 3, 'm2'), ...homes(grids, 1, 'g2')].map(({ state }) => state!);
    expect(entriesCount(grids, only(grids), states, facts, at)).toEqual(new Map([['unit:g1', 5], ['unit:g2', 1]]));
  });
});

describe('0371-01: a cadre keeps contact with five to ten households', () => {
  const contacts = normsOf({ contacts: duties.contacts });
  it('those that name the cadre, wherever they are; by whoever entered them', () => {
    const states = [...homes(contacts, 4, 'm1', { contact: 'zhao-post' }), ...homes(contacts, 2, 'm2', { contact: 'zhao-post' }), ...homes(contacts, 1, 'g1', { contact: 'qian-post' }), ...homes(contacts, 1, 'g2')].map(({ state }) => state!);
    const counted = entriesCount(contacts, only(contacts), states, facts, at);
    expect(counted).toEqual(new Map([['post:zhao-post', 6], ['post:qian-post', 1]]));
    expect(['post:zhao-post', 'post:qian-post'].map((of) => isMet(only(contacts), counted.get(of)!))).toEqual([true, false]);
  });
  it('where more are refused, the eleventh is: also when an entry passes from one to the other', () => {
    const norms = normsOf({ contacts: { ...duties.contacts, over: 'refuse' } });
    const log = new Log(norms, 'household', 'm1', 'h1', { contact: 'qian-post' });
    const before = log.state!;
    expect(lines(entriesGained(norms, undefined, before, facts, at))).toEqual(['contacts post:qian-post  +1 ≤10']);
    log.does('correct', '2024-07-04 10:00', { sets: { contact: 'zhao-post' } });
    const gained = entriesGained(norms, before, log.state!, facts, at);
    const has = (count: number) => ({ [countKey({ norm: 'contacts', of: 'post:zhao-post', period: '' })]: count });
    expect([passedBy(norms, gained, has(9)).length, passedBy(norms, gained, has(10)).map(({ code }) => code)]).toEqual([0, ['norm.full']]);
    expect(entriesGained(norms, log.state!, log.state!, facts, at), 'an entry that stays where it is takes no further place').toEqual([]);
  });
  it('only those of which the condition holds', () => {
    const norms = normsOf({ hard: { ...duties.contacts, counts: { entries: 'household', where: { field: 'grade', is: 'a' } } } });
    const states = [...homes(norms, 2, 'm1', { contact: 'zhao-post', grade: 'a' }), ...homes(norms, 3, 'm2', { contact: 'zhao-post', grade: 'b' })].map(({ state }) => state!);
    expect(entriesCount(norms, only(norms), states, facts, at)).toEqual(new Map([['post:zhao-post', 2]]));
  });
});
