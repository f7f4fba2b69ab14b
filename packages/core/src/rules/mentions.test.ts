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
  });
  it('are not where two only share a third', () => expect(circles({ a: { all: [{ use: 'b' }, { use: 'c' }] }, b: { use: 'c' }, c: { case: 'ended' } })).toEqual([]));
});
