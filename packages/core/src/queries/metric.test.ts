import { describe, expect, it } from 'vitest';
import { moment } from '../case/small-method.fixture.ts';
import type { MetricSchema } from '../method/query-schema.ts';
import { emptyLog } from '../case/subject-log.ts';
import { caseOf, held, lead, solved, valueOf, visit, work } from './district.fixture.ts';
import { exactly } from './fraction.ts';
import { ranked } from './metric.ts';

const opened = { dated: { case: 'opened' } } as const;
const topic = (value: string) => ({ fields: { topic: value } });

// Opened in November: two of the road, one of water; one of them is solved. In October: one, solved.
const c1 = caseOf('c1', { ...topic('road'), ...solved('2021-11-04 10:00') });
const c2 = caseOf('c2', { ...topic('water') });
const c3 = caseOf('c3', { fields: { topic: 'road', excused: true } });
const c4 = caseOf('c4', { ...topic('water'), opened: moment('2021-10-08 09:00'), ...solved('2021-11-04 10:00') });
const states = [c1, c2, c3, c4];

describe('a count', () => {
  it('says how many, by group in the order of the choices, beside the period before', () => {
    expect(valueOf({ ...opened, by: { field: 'topic' }, wanted: 'falling' }, states, '2021-11')).toEqual({
      name: 'm', label: { zh: '某', en: 'some' }, asOf: 'now', period: '2021-11', count: 3, value: 3, fraction: '3', ids: ['c1', 'c2', 'c3'], wanted: 'falling',
      previous: { count: 1, value: 1, fraction: '1' }, change: 'rising',
      groups: [
        { value: 'road', label: { zh: '道路', en: 'Road' }, count: 2, figure: 2, fraction: '2', ids: ['c1', 'c3'] },
        { value: 'water', label: { zh: '供水', en: 'Water' }, count: 1, figure: 1, fraction: '1', ids: ['c2'] },
      ],
    });
  });
  it('without a date counts in every period; what has no such date is in none', () => {
    expect([valueOf({}, states, '2021-11').count, valueOf({}, states, '2020').count]).toEqual([4, 4]);
    expect([valueOf({ dated: { case: 'ended' } }, states, '2021-11').count, valueOf({ dated: { case: 'ended' } }, states).count]).toEqual([2, 2]);
  });
  it('takes in the first and the last day of its period', () => {
    const on = (at: string) => caseOf(at, { opened: moment(at) });
    const days = ['2021-10-31 23:59', '2021-11-01 00:00', '2021-11-30 23:59', '2021-12-01 00:00'].map(on);
    expect(valueOf(opened, days, '2021-11').ids).toEqual(['2021-11-01 00:00', '2021-11-30 23:59']);
  });
});

describe('a share', () => {
  const share = { ...opened, share: { use: 'solved' } } as const;

  it('is of those that are looked at, exactly, and compared with the period before', () => {
    expect(valueOf({ ...share, wanted: 'rising' }, states, '2021-11')).toMatchObject({
      count: 1, of: 3, share: 1 / 3, value: 1 / 3, fraction: '1/3', ids: ['c1'], previous: { count: 1, of: 1, share: 1, fraction: '1' }, change: 'falling', wanted: 'rising',
    });
  });
  it('of nothing is none, and compares with nothing', () => {
    const empty = valueOf(share, states, '2021-10');
    expect(valueOf(share, states, '2021-09')).toMatchObject({ count: 0, of: 0, previous: { count: 0, of: 0 } });
    for (const key of ['share', 'value', 'fraction', 'change']) expect(valueOf(share, states, '2021-09')).not.toHaveProperty(key);
    expect(empty).toMatchObject({ count: 1, of: 1, previous: { count: 0, of: 0 } });
    expect(empty).not.toHaveProperty('change');
  });
  it('leaves out the exempt above and below, and shows the raw figure beside it', () => {
    expect(valueOf({ ...share, exempt: { field: 'excused', is: true }, by: { field: 'topic' } }, states, '2021-11')).toMatchObject({
      count: 1, of: 2, fraction: '1/2', raw: { count: 1, of: 3, fraction: '1/3' },
      groups: [{ value: 'road', count: 1, of: 1, raw: { count: 1, of: 2 } }, { value: 'water', count: 0, of: 1, raw: { count: 0, of: 1 } }],
    });
  });
  it('meets its target exactly: nine of ten are 0.9', () => {
    const ten = Array.from({ length: 10 }, (_, i) => caseOf(`c${i}`, i < 9 ? solved('2021-11-04 10:00') : {}));
    const met = (target: MetricSchema['target']) => valueOf({ share: { use: 'solved' }, target }, ten).target;
    expect([met({ min: 0.9 }), met({ min: 0.91 }), met({ max: 0.9 }), met({ min: 0.5, max: 0.8 })]).toEqual([
      { min: 0.9, met: true }, { min: 0.91, met: false }, { max: 0.9, met: true }, { min: 0.5, max: 0.8, met: false },
    ]);
  });
  it('of nothing reaches no least and passes no most', () => {
    const met = (target: MetricSchema['target']) => valueOf({ share: { use: 'solved' }, target }, []).target?.met;
    expect([met({ min: 0.9 }), met({ max: 0.1 })]).toEqual([false, true]);
  });
});

describe('ranks', () => {
  it('are shared by who comes to the same: 1, 2, 2, 4', () => {
    const values = [['a', exactly(5)], ['b', exactly(7)], ['c', exactly(9)], ['d', exactly(7)], ['e', undefined]] as const;
    expect([...ranked(values, 'highest')]).toEqual([['c', 1], ['b', 2], ['d', 2], ['a', 4]]);
    expect([...ranked(values, 'lowest')]).toEqual([['a', 1], ['b', 2], ['d', 2], ['c', 4]]);
  });
  it('order the groups; shares are the same however many they are of, and who has no value comes last without a rank', () => {
    const of = (home: string, ...done: boolean[]) => done.map((is, i) => caseOf(`${home}${i}`, { home, fields: { amount: is ? 10 : 20 }, ...(is && solved('2021-11-04 10:00')) }));
    const homes = [...of('east', true, false), ...of('west', true, true, false, false), ...of('north', true), ...of('south', false)];
    const place = (schema: Partial<MetricSchema>) => valueOf({ by: { case: 'home' }, ...schema }, homes).groups!.map(({ value, rank }) => [value, rank]);
    expect(place({ share: { use: 'solved' }, rank: 'highest' })).toEqual([['north', 1], ['east', 2], ['west', 2], ['south', 4]]);
    expect(place({ share: { use: 'solved' }, rank: 'lowest' })).toEqual([['south', 1], ['east', 2], ['west', 2], ['north', 4]]);
    const average = { of: { field: 'amount' }, as: 'average' } as const;
    expect(place({ of: { not: { case: 'home', is: 'west' } }, measure: average, rank: 'lowest' })).toEqual([['north', 1], ['east', 2], ['south', 3]]);
    const unknown = [...homes, caseOf('x', { home: 'away' })];
    expect(valueOf({ by: { case: 'home' }, measure: average, rank: 'highest' }, unknown).groups!.map(({ value, rank }) => [value, rank])).toEqual([
      ['south', 1], ['east', 2], ['west', 2], ['north', 4], ['away', undefined],
    ]);
  });
});

describe('a metric over', () => {
  it('records counts each, by its own values; the cases behind it once', () => {
    const visited = [
      caseOf('c1', { records: [visit('r1', '2021-11-02 09:00', { values: { found: 2 } }), visit('r2', '2021-11-03 09:00', { by: { person: 'li', unit: 'xin' }, values: { found: 5 } })] }),
      caseOf('c2', { home: 'west', records: [visit('r1', '2021-10-05 09:00')] }),
    ];
    const over = { over: { records: 'visit' }, dated: { field: 'at' } } as const;
    expect(valueOf({ ...over, by: { field: 'unit' } }, visited, '2021-11', { names: { unit: (id) => ({ east: '东社区' })[id] } })).toMatchObject({
      count: 2, ids: ['c1'], groups: [{ value: 'east', label: { zh: '东社区' }, count: 1 }, { value: 'xin', label: { zh: 'xin' }, count: 1 }],
    });
    expect(valueOf({ ...over, of: { field: 'found', min: 3 } }, visited).count).toBe(1);
    expect(valueOf({ ...over, of: { case: 'home', is: 'west' } }, visited).count).toBe(1);
    expect(valueOf({ ...over, measure: { of: { field: 'found' }, as: 'sum' } }, visited).value).toBe(7);
  });
  it('asks measures how long each took', () => {
    const asked = caseOf('c1', { asks: [
      lead('a1', 'zhao', 'east', { reply: { as: 'done', at: moment('2021-11-01 10:20') } }), lead('a2', 'sun', 'west', { reply: { as: 'done', at: moment('2021-11-01 10:10') } }), lead('a3', 'sun', 'west'),
    ] });
    const schema = { over: { asks: 'lead' }, measure: { of: { from: { field: 'asked' }, to: { field: 'replied' }, in: 'minutes' }, as: 'average' } } as const;
    expect(valueOf({ ...schema, by: { field: 'unit' }, rank: 'lowest' }, [asked])).toMatchObject({ count: 2, value: 15, groups: [{ value: 'west', figure: 10, rank: 1 }, { value: 'east', figure: 20, rank: 2 }] });
  });
  it('clocks leaves out the void, and those that were late from the start where it exempts them', () => {
    const clocks = [
      caseOf('c1', { clocks: { work: work({ phase: 'broken', broken: { at: moment('2021-11-02 10:00'), who: { person: 'zhao', unit: 'east' } } }) } }), caseOf('c2', { clocks: { work: work({ phase: 'met' }) } }),
      caseOf('c3', { clocks: { work: work({ phase: 'void' }) } }), caseOf('c4', { clocks: { work: work({ lateFromTheStart: true, due: { at: 0 } }) } }),
    ];
    const schema = { over: { clocks: 'work' }, share: { field: 'late', is: true }, exempt: { field: 'exempt', is: true } } as const;
    expect(valueOf(schema, clocks)).toMatchObject({ count: 1, of: 2, ids: ['c1'], raw: { count: 1, of: 3 } });
    expect(valueOf({ ...schema, dated: { field: 'due' } }, clocks, '2021-11')).toMatchObject({ count: 1, of: 2, raw: { of: 2 } });
  });
  it('every member has coverage of those without a log too', () => {
    const members = ['east', 'west', 'north'].map((unit) => ({ ...emptyLog('community', `unit:${unit}`, unit, { home: 'community', holder: 'community' }), records: unit === 'east' ? [visit('r1', '2021-11-02 09:00')] : [] }));
    expect(valueOf({ over: { each: 'community' }, share: { records: 'visit' } }, members)).toMatchObject({ count: 1, of: 3, fraction: '1/3', ids: ['unit:east'] });
  });
  it('norms puts each figure into its own period; a period belongs to the one in which it ends', () => {
    const norms = [held('east', '2021-09', 2), held('east', '2021-10', 1), held('east', '2021-11', 0), held('west', '2021-10', 0), held('west', '2021-11', 0)];
    const schema = { over: { norm: 'meeting' }, share: { field: 'met', is: true }, by: { field: 'of' }, rank: 'highest' } as const;
    const names = { unit: (id: string) => ({ east: '东社区' })[id] };
    expect(valueOf(schema, [], '2021-10', { norms, names })).toMatchObject({
      count: 1, of: 2, ids: ['unit:east'], previous: { count: 1, of: 1 }, change: 'falling',
      groups: [{ value: 'unit:east', label: { zh: '东社区' }, figure: 1, rank: 1 }, { value: 'unit:west', label: { zh: 'west' }, figure: 0, rank: 2 }],
    });
    expect([valueOf(schema, [], '2021-Q4', { norms }).of, valueOf(schema, [], undefined, { norms }).of]).toEqual([4, 5]);
    expect(valueOf({ over: { norm: 'meeting' }, measure: { of: { field: 'count' }, as: 'sum' }, by: { case: 'home' } }, [], '2021', { norms }).groups).toMatchObject([{ value: 'east', figure: 3 }, { value: 'west', figure: 0 }]);
  });
});

describe('what is linked', () => {
  it('is read where it stands', () => {
    const link = (other: string) => ({ links: [{ link: 'merges', side: 'from' as const, case: other, at: 0 }] });
    const needs = new Map(['n1', 'n2'].map((id) => [id, caseOf(id, { kind: 'need', ...(id === 'n1' && solved('2021-11-02 09:00')) })]));
    const linked = (id: string) => needs.get(id);
    const matters = [caseOf('c1', link('n1')), caseOf('c2', link('n2')), caseOf('c3', link('gone'))];
    expect(valueOf({ share: { links: 'merges', where: { use: 'solved' } } }, matters, undefined, { linked })).toMatchObject({ count: 1, of: 3, ids: ['c1'] });
    expect(valueOf({ by: { link: 'merges', reads: { case: 'outcome' } } }, matters, undefined, { linked }).groups).toMatchObject([{ value: 'solved', count: 1 }, { value: '', count: 2 }]);
  });
});
