import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseStore, Engine, Result } from '@bihuan/core';
import { stores } from '../contract/engine-street.fixture.ts';
import { engineAt } from './busy-street.fixture.ts';

const hour = 3_600_000;
const noon = Date.UTC(2021, 10, 1, 4);

describe.each(stores)('a clock that jumps, on %s', (_, openStore) => {
  let store: CaseStore;
  let street: Engine;
  beforeEach(() => { store = openStore(); street = engineAt(store); });
  afterEach(() => store.close());
  const report = (at: number) => street.open({ source: 'desk', home: 'xin', fields: { content: '路灯' } }, { by: 'wang', at });
  const note = (id: string, at: number) => street.act(id, 'note', { text: '看过' }, { by: 'wang', at });
  const idOf = async (opened: Promise<Result<{ id: string }>>): Promise<string> => {
    const result = await opened;
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    return result.value.id;
  };
  const eventsOf = async (id: string) => (await street.history(id)).map(({ type, at }) => [type, at - noon] as const);

  it('backwards: a command before the last change of its case is refused and changes nothing; other cases are not held up; a tick does nothing', async () => {
    const id = await idOf(report(noon));
    expect((await note(id, noon + hour / 2)).ok).toBe(true);
    const before = await eventsOf(id);
    expect(await note(id, noon - 24 * hour)).toMatchObject({ ok: false, issues: [{ code: 'command.time-back' }] });
    expect(await street.tick(noon - 24 * hour)).toMatchObject({ cases: 0, events: 0 });
    expect(await eventsOf(id)).toEqual(before);
    expect((await report(noon - 24 * hour)).ok, 'a case of its own').toBe(true);
    expect((await note(id, noon + hour / 2)).ok, 'the same moment again is in order').toBe(true);
  });

  it('far forwards in one command: what was due on the way happens first, each at its own moment, and ticking afterwards adds nothing', async () => {
    const [id, untouched] = [await idOf(report(noon)), await idOf(report(noon))];
    const far = noon + 400 * 24 * hour;
    expect((await note(id, far)).ok).toBe(true);
    const events = await eventsOf(id);
    expect(events.map(([, at]) => at)).toEqual(events.map(([, at]) => at).toSorted((a, b) => a - b));
    expect(events.at(-1)).toEqual(['acted', far - noon]);
    expect(events.length).toBeGreaterThan(2);

    const ticked = await street.tick(far);
    expect(ticked.cases, 'only the one that nobody has touched').toBe(1);
    expect(await eventsOf(id)).toEqual(events);
    expect((await eventsOf(untouched)).slice(1), 'the same happened to it, at the same moments').toEqual(events.slice(1, -1));
    expect(await street.tick(far)).toMatchObject({ cases: 0, events: 0 });
  });

  it('there and back: what a clock that was far ahead has written stands; right times are refused for that case until they have caught up, and a tick at the right time is in order', async () => {
    const [ahead, right] = [await idOf(report(noon)), await idOf(report(noon))];
    expect((await note(ahead, noon + 48 * hour)).ok).toBe(true);
    expect(await note(ahead, noon + hour)).toMatchObject({ ok: false, issues: [{ code: 'command.time-back' }] });
    expect((await note(right, noon + hour / 4)).ok).toBe(true);
    await street.tick(noon + 3 * hour);
    const log = await eventsOf(right);
    expect(log.map(([, at]) => at)).toEqual(log.map(([, at]) => at).toSorted((a, b) => a - b));
    expect((await note(ahead, noon + 49 * hour)).ok).toBe(true);
    for (const id of [ahead, right]) expect((await street.history(id)).map(({ seq }) => seq)).toEqual((await street.history(id)).map((__, i) => i + 1));
  });
});
