import { expect, it } from 'vitest';
import { facts, units } from './norms.fixture.ts';
import { levelOf } from '../case/posts.ts';
import { unitFactsOf, unitOfLevel } from './unit-levels.ts';

it.each([['m1', 'community', 'east'], ['m1', 'micro-grid', 'm1'], ['m1', 'city', 'city'], ['east', 'grid', undefined], ['bank', 'street', undefined], ['nowhere', 'city', undefined]])(
  'over %s the %s is %s', (unit, level, expected) => expect(unitOfLevel(level, unit, facts.units)).toBe(expected));

it('the levels of a path are known from the unit alone, or unit by unit', () => {
  expect(facts.units['m1']).toEqual({ level: 'micro-grid', path: ['m1', 'g1', 'east', 'xin', 'city'], levels: ['micro-grid', 'grid', 'community', 'street', 'city'] });
  const alone = { m1: facts.units['m1']! };
  expect([unitOfLevel('street', 'm1', alone), levelOf('xin', { units: alone }), levelOf('west', { units: alone })]).toEqual(['xin', 'street', undefined]);
  const bare = { g2: { level: 'grid', path: ['g2', 'west'] }, west: { level: 'community', path: ['west'] } };
  expect([unitOfLevel('community', 'g2', bare), levelOf('west', { units: bare })]).toEqual(['west', 'community']);
});

it('a tree that runs in a circle or has a gap ends there', () => {
  expect(unitFactsOf([{ id: 'a', level: 'x', parent: 'b' }, { id: 'b', level: 'y', parent: 'a' }, { id: 'c', level: 'z', parent: 'gone' }])).toMatchObject({ a: { path: ['a', 'b'] }, c: { path: ['c'] } });
  expect(Object.keys(unitFactsOf(units))).toHaveLength(units.length);
});
