import { expect, it } from 'vitest';
import { evolve, replayWhole } from './evolve.ts';
import type { CaseEvent, CaseState } from './messages.ts';
import { KEPT } from './recent.ts';

const by = { person: 'li' };
const opened: CaseEvent = {
  v: 1, type: 'acted', seq: 1, at: 0, recorded: 0, action: 'patrol', by,
  changes: [{ type: 'opened', id: 'unit:g1', method: { id: 'm', version: '1.0.0' }, kind: 'grid', source: '', home: 'g1', holder: 'g1', levels: { home: 'grid', holder: 'grid' }, step: '', edition: 'x' }],
};
const patrol = (n: number): CaseEvent => ({
  v: 1, type: 'acted', seq: n + 1, at: n, recorded: n, action: 'patrol', by, changes: [{ type: 'record', record: { id: `patrol#${n}`, name: 'patrol', values: { n }, at: n, by } }],
});
const years = (days: number): CaseEvent[] => [opened, ...Array.from({ length: days }, (_, day) => patrol(day + 1))];
const stateOf = (events: readonly CaseEvent[]): CaseState => events.reduce<CaseState | undefined>(evolve, undefined)!;

it('a grid that is patrolled every day costs no more in the tenth year than in the first: a state keeps the last patrols', () => {
  const [first, tenth] = [stateOf(years(365)), stateOf(years(3650))];
  expect([first.records.length, tenth.records.length]).toEqual([KEPT, KEPT]);
  expect(tenth.records.at(-1)?.id).toBe('patrol#3650');
  expect(tenth.records[0]?.id).toBe(`patrol#${3650 - KEPT + 1}`);
  expect(tenth.done.patrol?.count, 'how often is not forgotten').toBe(3651);
  expect(tenth.dropped).toBe(true);
});

it('the log keeps every patrol, and figures are taken from it', () => {
  expect(replayWhole(years(3650))?.records).toHaveLength(3650);
});

it('a short log is kept whole', () => {
  const short = stateOf(years(KEPT));
  expect([short.records.length, short.dropped]).toEqual([KEPT, undefined]);
});
