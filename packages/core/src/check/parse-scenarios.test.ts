import { describe, expect, it } from 'vitest';
import { mergePatch } from '../method/merge-patch.ts';
import type { Method } from '../method/method-schema.ts';
import office from './fixtures/office.json' with { type: 'json' };
import { parseScenarios } from './parse-scenarios.ts';

const file = { method: 'office', cast: office.cast, scenarios: office.tests };

describe('a scenario file', () => {
  it('fits the method that it plays', () => expect(parseScenarios(file, office as unknown as Method).ok).toBe(true));

  it.each([
    ['an unknown post', { scenarios: { 'left-out': { timeline: [{ at: '2021-10-08T09:00', as: 'wnag', do: 'report' }] } } }, '/scenarios/left-out/timeline/0/as', 'wang'],
    ['an unknown action', { scenarios: { 'left-out': { timeline: [{ at: '2021-10-08T09:00', as: 'wang', do: 'reprot' }] } } }, '/scenarios/left-out/timeline/0/do', 'report'],
    ['an unknown home', { scenarios: { 'left-out': { timeline: [{ at: '2021-10-08T09:00', as: 'wang', do: 'report', home: 'eats' }] } } }, '/scenarios/left-out/timeline/0/home', 'east'],
    ['a misspelt key', { scenarios: { 'left-out': { timline: [] } } }, '/scenarios/left-out/timline', undefined],
    ['a unit under none', { cast: { units: { east: { under: 'xin-stret' } } } }, '/cast/units/east/under', 'xin-street'],
  ])('is told of %s', (_what, patch, pointer, mend) => {
    const parsed = parseScenarios(mergePatch(file, patch), office as unknown as Method);
    expect(!parsed.ok && parsed.issues.map((found) => [found.pointer, found.instead])).toEqual([[pointer, mend]]);
  });
});
