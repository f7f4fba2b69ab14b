import { describe, expect, it } from 'vitest';
import { moment } from '../case/small-method.fixture.ts';
import type { CaseState } from '../case/messages.ts';
import { caseOf, held, rules as district, solved, visit, withMetrics } from '../queries/district.fixture.ts';
import type { Rules } from '../case/rules.ts';
import type { Result } from '../issues/issue.ts';
import type { Desk } from './desk.ts';
import { embeddedDirectory } from './embedded-directory.ts';
import { queries } from './queries.ts';
import type { CaseQuery, CaseStore, Filter, NormPeriod } from './store-port.ts';

const T = { zh: '某', en: 'some' };
const unit = (id: string, level: string, parent?: string) => ({ id, label: { zh: `${id}社区`, en: id }, level, ...(parent !== undefined && { parent }) });
const directory = embeddedDirectory({
  units: [unit('city', 'city'), unit('xin', 'street', 'city'), unit('east', 'community', 'xin'), unit('west', 'community', 'xin'), unit('far', 'community', 'city')],
  posts: [{ id: 'wang-post', role: 'clerk', unit: 'east', person: 'wang', name: '王' }, { id: 'chen-post', role: 'clerk', unit: 'west', person: 'chen' }, { id: 'li-post', role: 'leader', unit: 'xin', person: 'li' }],
});
const above: Readonly<Record<string, readonly string[]>> = { east: ['east', 'xin', 'city'], west: ['west', 'xin', 'city'], far: ['far', 'city'] };

const passes = (state: CaseState, { on, op, value }: Filter): boolean => {
  const known = on === 'kind' ? state.kind : on === 'id' ? state.id : state.opened;
  return op === 'in' ? (value as readonly string[]).includes(known as string) : op === 'max' ? (known as number) <= (value as number) : known === value;
};

/** A desk over these states, and what was asked of its store. */
const deskOf = (rules: Rules, states: readonly CaseState[], norms: readonly NormPeriod[] = []) => {
  const asked: CaseQuery[] = [];
  const store: Partial<CaseStore> = {
    async *states(_tenant, query) {
      asked.push(query);
      await Promise.resolve();
      for (const state of states.toSorted((a, b) => a.opened - b.opened)) {
        const subject = Object.hasOwn(rules.method.subjects ?? {}, state.kind);
        if (subject === (query.of === 'subjects') && (query.where ?? []).every((filter) => passes(state, filter)) && (query.within === undefined || above[state.home]!.includes(query.within))) yield state;
      }
    },
    read: (_tenant, id) => Promise.resolve(states.find((state) => state.id === id)),
    history: () => Promise.resolve([]),
    // All is read from the cases: that entries say the same is a law of its own.
    outdated: () => Promise.resolve(['c1']),
    closedPeriods: (_tenant, { norm }) => Promise.resolve(norms.filter((each) => each.norm === norm)),
    list: (_tenant, query) => { asked.push(query); return Promise.resolve({ rows: [], total: 0 }); },
  };
  const book = { all: [rules], of: () => rules };
  return { asked, desk: { store, tenant: 't', directory, book } as unknown as Desk };
};
const ok = <V>(result: Result<V>): V => {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
};
const at = moment('2021-11-30 10:00');
const log = (id: string, home: string, over: Partial<CaseState> = {}) => caseOf(id, { kind: 'community', home, source: '', step: '', ...over });
const entry = (id: string, home: string) => caseOf(id, { kind: 'household', home, source: '', step: '' });

const states = [
  caseOf('c1', solved('2021-11-04 10:00')), caseOf('c2', { home: 'west', opened: moment('2021-11-20 09:00'), last: moment('2021-11-20 09:00') }), caseOf('n1', { kind: 'need' }),
  entry('household-000001', 'east'), entry('household-000002', 'far'), log('unit:east', 'east', { records: [visit('r1', '2021-11-02 09:00')] }),
];
const metric = async (schema: object, options: { within?: string; asOf?: number; period?: string } = {}, of: readonly CaseState[] = states, norms: readonly NormPeriod[] = []) => {
  const { desk, asked } = deskOf(withMetrics({ m: schema }), of, norms);
  return { asked, value: ok(await queries(desk).metric('m', { at, ids: true, ...options })) };
};

describe('what is loaded for a query', () => {
  it('are cases, unless it is over something else; and only the kinds that it names', async () => {
    const [plain, named, both] = [await metric({}), await metric({ over: { cases: 'need' } }), await metric({ over: { cases: ['matter', 'household'] } })];
    expect([plain.value.ids, plain.asked.map(({ of }) => of)]).toEqual([['c1', 'n1', 'c2'], ['cases']]);
    expect([named.value.ids, named.asked[0]!.where]).toEqual([['n1'], [{ on: 'kind', op: 'in', value: ['need'] }, { on: 'opened', op: 'max', value: at }]]);
    expect([both.value.ids, both.asked.map(({ of, where }) => [of, where![0]!.value])]).toEqual([
      ['c1', 'household-000001', 'household-000002', 'c2'], [['cases', ['matter']], ['subjects', ['household']]],
    ]);
  });
  it('records stand in the logs of subjects too', async () => {
    const { value, asked } = await metric({ over: { records: 'visit' } });
    expect([value.ids, asked.map(({ of }) => of)]).toEqual([['unit:east'], ['cases', 'subjects']]);
  });
  it('is loaded once for a whole board', async () => {
    const rules = withMetrics({ a: {}, b: { of: { use: 'solved' } }, sum: { score: { sum: [{ metric: 'a' }, { metric: 'b' }] } } });
    const { desk, asked } = deskOf({ ...rules, method: { ...rules.method, boards: { all: { label: T, metrics: ['a', 'b', 'sum'] } } } }, states);
    expect(ok(await queries(desk).board('all', { at })).map(({ value }) => value)).toEqual([3, 1, 4]);
    expect(asked).toHaveLength(1);
  });
});

describe('every member', () => {
  it('is every unit of the level, those without a log too; within a unit only those below', async () => {
    const schema = { over: { each: 'community' }, share: { records: 'visit' }, by: { case: 'home' } };
    const all = await metric(schema);
    expect(all.value).toMatchObject({ count: 1, of: 3, ids: ['unit:east'] });
    expect(all.value.groups!.map(({ label }) => label.zh)).toEqual(['east社区', 'far社区', 'west社区']);
    expect((await metric(schema, { within: 'xin' })).value).toMatchObject({ count: 1, of: 2 });
  });
  it('is every post with the role', async () => {
    const rules = district;
    const clerks = { ...rules, method: { ...rules.method, subjects: { ...rules.method.subjects, clerk: { label: T, of: { role: 'clerk' } } }, metrics: { m: { label: T, over: { each: 'clerk' } } } } };
    const { desk } = deskOf(clerks, [caseOf('post:chen-post', { kind: 'clerk', home: 'west' })]);
    expect(ok(await queries(desk).metric('m', { at, ids: true })).ids).toEqual(['post:wang-post', 'post:chen-post']);
  });
  it('of a register is every entry', async () => {
    expect((await metric({ over: { each: 'household' } })).value.ids).toEqual(['household-000001', 'household-000002']);
  });
});

describe('norm periods', () => {
  const norms = [held('east', '2021-10', 1), held('far', '2021-10', 0), { ...held('west', '2021-11', 0), ends: moment('2021-12-01 00:00') }].map((norm, i) => (i < 2 ? { ...norm, ends: moment('2021-11-01 00:00') } : norm));
  const schema = { over: { norm: 'meeting' }, share: { field: 'met', is: true } };
  it('count once they have ended', async () => {
    expect((await metric(schema, {}, [], norms)).value).toMatchObject({ count: 1, of: 2 });
    expect((await metric(schema, { asOf: moment('2021-12-01 00:00') }, [], norms)).value).toMatchObject({ count: 1, of: 3 });
    expect((await metric(schema, { asOf: moment('2021-10-31 23:59') }, [], norms)).value.of).toBe(0);
  });
  it('are those of the unit that is looked at and of the units below it', async () => {
    expect((await metric(schema, { within: 'xin', asOf: moment('2021-12-02 00:00') }, [], norms)).value.of).toBe(2);
  });
});

describe('linked cases', () => {
  const link = (other: string, side: 'from' | 'to' = 'from', name = 'merges') => ({ link: name, side, case: other, at: 0 });
  const chain = [
    caseOf('c1', { links: [link('n1'), link('s1', 'to', 'answers')] }), caseOf('n1', { kind: 'need', links: [link('c1', 'to')], fields: { amount: 7 } }),
    caseOf('s1', { kind: 'service', links: [link('c1', 'from', 'answers')] }),
  ];
  it('are at hand where a column or condition reads them, and theirs in turn; others are not loaded', async () => {
    const read = { link: 'answers', reads: { link: 'merges', reads: { field: 'amount' } } };
    const { value, asked } = await metric({ over: { cases: 'service' }, measure: { of: read, as: 'sum' } }, {}, chain);
    expect(value).toMatchObject({ count: 1, value: 7 });
    expect(asked.slice(1).map(({ of, where }) => [of, where![0]!.value])).toEqual([['cases', ['c1']], ['subjects', ['c1']], ['cases', ['n1']], ['subjects', ['n1']]]);
    expect((await metric({ over: { cases: 'service' }, of: { link: 'answers', min: 1 } }, {}, chain)).asked).toHaveLength(1);
  });
});

describe('a list', () => {
  it('is of cases, unless it asks for subjects', async () => {
    const { desk, asked } = deskOf(district, []);
    await queries(desk).list({ view: 'open' }, 'li', at);
    await queries(desk).list({ of: 'subjects' }, 'li', at);
    expect(asked.map(({ of }) => of ?? 'cases')).toEqual(['cases', 'subjects']);
  });
});
