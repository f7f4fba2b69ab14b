import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bihuan, folderOf, root } from './command-line.fixture.ts';

interface Duties { norms: object; actions: object; metrics: object; asks: object }
const duties = JSON.parse(readFileSync(join(root, 'packages/core/src/check/fixtures/duties.json'), 'utf8')) as Duties;
/** Households with old people are visited every month; the tags of a household may change. */
const method = {
  ...duties,
  norms: { ...duties.norms, elderly: { label: '老人户每月走访', per: { each: 'household', while: { field: 'tags', has: 'elderly' } }, counts: { record: 'visit' }, every: 'month', min: 1 } },
  metrics: { ...duties.metrics, 'full-grids': { label: '规模合格网格', over: { norm: 'size' }, share: { field: 'met', is: true } } },
  actions: { ...duties.actions, retag: { label: '改标签', on: 'household', by: ['grid-worker'], takes: { tags: {} } }, gather: {
    label: '归并', kinds: ['problem'], by: ['clerk'], links: { 'answers-need': {} },
    checks: { sorted: { say: '需求已梳理', if: { links: 'answers-need', every: { case: 'step', is: 'sorted' } } } },
  }, lend: {
    label: '借人', kinds: ['problem'], by: ['clerk'], asks: { helper: {} }, checks: { eastern: { say: '是东网格的人', if: { ask: 'helper', show: 'unit', is: 'east' } } },
  }, helped: { label: '帮完', kinds: ['problem'], by: [{ ask: 'helper' }], replies: { helper: { as: 'done' } } } },
  asks: { ...duties.asks, helper: { label: '帮手', of: { post: 'grid-worker' } } },
};
const cast = {
  units: { street: { label: '街道', level: 'street' }, east: { label: '东网格', level: 'grid', under: 'street' } },
  posts: { clerk: { person: 'a', role: 'clerk', unit: 'street' }, worker: { person: 'b', role: 'grid-worker', unit: 'east' } },
};
const register = (name: string) => ({ at: '2024-04-01T09:00', case: name, as: 'worker', do: 'register', home: 'east', with: { head: '李某', address: `${name}室`, tags: ['elderly'], contact: 'worker' } });
const need = (name: string) => ({ at: '2024-04-02T09:00', case: name, as: 'worker', do: 'collect', source: 'visit', home: 'east', with: { content: '修路', topic: 'road' } });
const sorted = (name: string) => ({ at: '2024-04-02T10:00', case: name, as: 'clerk', do: 'sort', with: { weight: 'light' } });

/** Plays one timeline and gives back what it says. */
const plays = async (timeline: readonly object[], own: object = {}) => {
  using folder = folderOf({ 'duties.json': method, 'duties.scenarios.json': { method: 'duties', cast, scenarios: { one: { ...own, timeline } } } });
  return await bihuan(folder.path, 'test', 'duties.scenarios.json');
};

describe('what a scenario about subjects can expect', () => {
  it('whether a metric reaches its target', async () => {
    const [before, after] = [{ at: '2024-04-01T08:00', targets: { coverage: false } }, { at: '2024-04-01T09:00', unit: 'east', as: 'worker', do: 'patrol', targets: { coverage: true } }];
    expect(await plays([before, after])).toMatchObject({ code: 0 });
    expect((await plays([{ ...before, targets: { coverage: true } }])).out).toContain('指标“coverage”应达到目标');
    expect((await plays([{ ...before, targets: { covrage: true } }])).err).toContain('covrage');
  });

  it('everything that one can walk to over links', async () => {
    const made = [need('one'), sorted('one'), { at: '2024-04-03T09:00', case: 'one', as: 'clerk', do: 'make-problem', opened: { list: 'problem' } }];
    const other = [{ ...need('two'), home: 'street', as: 'worker', with: { content: '灯', topic: 'elderly' }, expect: { refused: 'action.not-yours' } }];
    expect(await plays([...made, ...other, { at: '2024-04-03T10:00', case: 'problem', lineage: ['one'] }])).toMatchObject({ code: 0 });
    expect((await plays([...made, { at: '2024-04-03T10:00', case: 'problem', lineage: [] }])).out).toContain('循关联应能走到 ，实际 one');
  });

  it('a list issued for one unit: once for each', async () => {
    const issue = (unit: string) => ({ at: '2024-07-01T09:00', as: 'clerk', issue: { ledger: 'problems' }, period: '2024-Q2', unit });
    expect(await plays([issue('east'), issue('street'), { ...issue('east'), expect: { refused: 'ledger.issued-already' } }])).toMatchObject({ code: 0 });
  });

  it('a unit added to the cast of the file stands in one of that', async () => {
    const own = { cast: { units: { west: { label: '西网格', level: 'grid', under: 'street' } }, posts: { 'west-worker': { person: 'c', role: 'grid-worker', unit: 'west' } } } };
    expect(await plays([{ at: '2024-04-01T09:00', unit: 'west', as: 'west-worker', do: 'patrol' }], own)).toMatchObject({ code: 0 });
  });

  it('nothing of an entry that was struck off before the period was over', async () => {
    const gone = { at: '2024-04-20T09:00', case: 'gone', as: 'worker', do: 'move-out' };
    expect(await plays([register('gone'), { ...gone, missed: { elderly: [] }, period: '2024-04' }, { at: '2024-05-02T09:00', missed: { elderly: [] }, period: '2024-04' }])).toMatchObject({ code: 0 });
  });

  it.each([['in time', ['2024-05-01T00:10', '2024-06-01T00:10']], ['late', ['2024-06-01T00:10']]])('a month closed %s asks for what stood at its end', async (_, ticks) => {
    const changed = { at: '2024-05-06T09:00', case: 'home', as: 'worker', do: 'retag', with: { tags: ['party-member'] } };
    const line = [register('home'), ...ticks.map((at) => ({ at })), changed].sort((a, b) => (a.at < b.at ? -1 : 1));
    const end = [{ at: '2024-06-01T01:00', missed: { elderly: ['home'] }, period: '2024-04' }, { at: '2024-06-01T01:00', missed: { elderly: [] }, period: '2024-05' }];
    expect(await plays([...line, ...end])).toMatchObject({ code: 0 });
  });

  it('what a check says of the very cases that are chosen', async () => {
    const made = [need('one'), sorted('one'), { at: '2024-04-03T09:00', case: 'one', as: 'clerk', do: 'make-problem', opened: { list: 'problem' } }, need('two')];
    const gather = (at: string) => ({ at, case: 'problem', as: 'clerk', do: 'gather', with: { 'answers-need': ['two'] } });
    expect(await plays([...made, { ...gather('2024-04-03T10:00'), expect: { refused: 'sorted' } }, { ...sorted('two'), at: '2024-04-03T10:30' }, { ...gather('2024-04-03T11:00'), lineage: ['one', 'two'] }].sort((a, b) => (a.at < b.at ? -1 : 1))))
      .toMatchObject({ code: 0 });
  });

  it('what a check says of whoever is asked by the same action', async () => {
    const made = [need('one'), sorted('one'), { at: '2024-04-03T09:00', case: 'one', as: 'clerk', do: 'make-problem', opened: { list: 'problem' } }];
    const own = { cast: { units: { west: { label: '西网格', level: 'grid', under: 'street' } }, posts: { stranger: { person: 'c', role: 'grid-worker', unit: 'west' } } } };
    const lend = (helper: string) => ({ at: '2024-04-04T09:00', case: 'problem', as: 'clerk', do: 'lend', with: { helper } });
    expect(await plays([...made, { ...lend('stranger'), expect: { refused: 'eastern' } }, { ...lend('worker'), expect: { holds: [{ ask: 'helper', is: 'open' }] } }], own)).toMatchObject({ code: 0 });
  });

  it('what a norm without periods comes to at the moment, and came to before', async () => {
    const at = (day: string, share: number) => ({ at: `${day}T12:00`, metrics: { 'full-grids': share } });
    const households = { ...register('home'), times: 70 };
    expect(await plays([at('2024-03-31', 0), households, at('2024-04-01', 1), { at: '2024-04-02T09:00', case: 'home-1', as: 'worker', do: 'move-out' }, at('2024-04-02', 0)])).toMatchObject({ code: 0 });
  });
});
