import { describe, expect, it } from 'vitest';
import type { Condition } from '../method/condition-schema.ts';
import { conditionCycles } from './condition-cycles.ts';
import { vocabulary } from './district.fixture.ts';
import { mentions } from './mentions.ts';

describe('what a condition reads', () => {
  it('goes through named conditions, other facts and what is asked of records', () => {
    const read = mentions({ all: [
      { use: 'large' }, { case: 'opened', max: { fact: { clock: 'close', show: 'due' } } },
      { records: 'consultation', where: { field: 'people', min: 3 }, since: { action: 'redo' } }, { record: 'consultation', show: 'agreed', is: 'yes' },
    ] }, vocabulary);
    expect([...read.fields]).toEqual(['amount']);
    expect([...read.answers]).toEqual(['class']);
    expect([...read.conditions]).toEqual(['large', 'hard']);
    expect([...read.clocks]).toEqual(['close']);
    expect([...read.actions]).toEqual(['redo']);
    expect([...read.caseFacts]).toEqual(['opened']);
    expect([...read.records].map(([name, fields]) => [name, [...fields]])).toEqual([['consultation', ['people', 'agreed']]]);
    expect([read.actor, read.time]).toEqual([false, false]);
  });
  it('keeps apart what is read in linked cases', () => {
    const read = mentions({ all: [
      { field: 'category', is: 'gas' }, { links: 'duplicate', where: { all: [{ use: 'large' }, { clock: 'close', show: 'late' }] }, since: { action: 'redo' } },
      { link: 'duplicate', reads: { case: 'step' }, is: 'handling' },
    ] }, vocabulary);
    expect([[...read.fields], [...read.answers], [...read.clocks], [...read.actions], [...read.caseFacts]]).toEqual([['category'], [], [], ['redo'], []]);
    expect([...read.links]).toEqual(['duplicate']);
    expect([[...read.conditions], read.time]).toEqual([['large', 'hard'], true]);
    const linked = read.linked.get('duplicate')!;
    expect([[...linked.fields], [...linked.answers], [...linked.clocks], [...linked.caseFacts]]).toEqual([['amount'], ['class'], ['close'], ['step']]);
  });
  it('reads no linked case to count them', () => {
    const read = mentions({ all: [{ links: 'duplicate', count: { max: 3 } }, { link: 'duplicate', min: 1 }] }, vocabulary);
    expect([[...read.links], read.linked.size]).toEqual([['duplicate'], 0]);
  });
  it('reads both numbers of a share, the id of a draw, and the clocks that are counted', () => {
    const read = mentions({ any: [
      { share: { record: 'consultation', show: 'people' }, of: { field: 'amount' }, min: '1/2' }, { sample: { oneIn: 10, named: 'look-back' } }, { clocks: 'close', where: { field: 'late', is: true } },
    ] }, vocabulary);
    expect([[...read.fields], [...read.records.keys()], [...read.caseFacts], [...read.clocks], read.time]).toEqual([['amount'], ['consultation'], ['id'], ['close'], true]);
    expect(mentions({ records: 'consultation', within: '3 days' }, vocabulary).time).toBe(true);
  });
  it('ends where a named condition reads itself in linked cases', () => {
    const conditions = new Map<string, Condition>([['all-done', { links: 'duplicate', every: { use: 'all-done' } }]]);
    expect([...mentions({ use: 'all-done' }, { conditions }).conditions]).toEqual(['all-done']);
  });
  it('knows when the answer depends on who asks or when', () => {
    expect(mentions({ actor: { isAsked: 'lead' } }, vocabulary)).toMatchObject({ actor: true, time: false });
    expect(mentions({ clock: 'close', show: 'late' }, vocabulary).time).toBe(true);
  });
});

describe('named conditions in a circle', () => {
  const circles = (conditions: Record<string, Condition>) => conditionCycles(new Map(Object.entries(conditions)));
  it('are found, in the order in which they run', () => {
    expect(circles({ a: { use: 'b' }, b: { not: { use: 'c' } }, c: { any: [{ case: 'ended' }, { use: 'b' }] } })).toEqual([['b', 'c']]);
    expect(circles({ a: { records: 'visit', where: { use: 'a' } } })).toEqual([['a']]);
    expect(circles({ a: { links: 'part', every: { use: 'b' } }, b: { not: { use: 'a' } } }), 'also through linked cases').toEqual([['a', 'b']]);
  });
  it('are not where two only share a third', () => expect(circles({ a: { all: [{ use: 'b' }, { use: 'c' }] }, b: { use: 'c' }, c: { case: 'ended' } })).toEqual([]));
});
