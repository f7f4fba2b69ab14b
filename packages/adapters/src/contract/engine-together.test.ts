import type { CaseStore, Engine, LooseMethod } from '@bihuan/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, codes, done, engineOn, stores, street } from './engine-street.fixture.ts';

const words = (zh: string, en: string) => ({ zh, en });

/** The street’s method with what belongs together: households and visits, problems made of matters, services that claim them, lists and limits. */
const together = {
  ...street, id: 'together',
  subjects: {
    community: { label: words('社区', 'Community'), of: { level: 'community' } },
    household: { label: words('住户', 'Household'), of: { register: ['community'] }, holds: ['address'], title: 'address' },
  },
  fields: { ...street.fields, address: { label: words('门牌', 'Address'), kind: 'text' }, plan: { label: words('方案', 'Plan'), kind: 'text' } },
  kinds: { ...street.kinds, problem: { label: words('问题', 'Problem'), sources: [], line: ['open'] }, service: { label: words('服务', 'Service'), sources: [], line: ['serving'] } },
  steps: { ...street.steps, open: { label: words('待认领', 'Open') }, serving: { label: words('领办', 'Serving') } },
  links: {
    answers: {
      label: words('归并', 'Answers'), back: words('归并到', 'Answered by'), from: 'problem', to: 'matter',
      follows: { 'close-need': { of: 'from', after: { ending: 'cleared' }, gives: { said: { field: 'plan' } } } },
    },
    serves: { label: words('服务', 'Serves'), from: 'service', to: 'problem', one: true, follows: { clear: { of: 'from', after: { ending: 'served' } } } },
    found: { label: words('走访发现', 'Found at'), from: 'matter', to: 'household' },
    repeats: { label: words('重复', 'Repeats'), from: 'matter', to: 'matter', same: { fields: ['topic'], home: true, within: '30 days', as: 'offered' } },
  },
  actions: {
    ...street.actions,
    enter: { label: words('登记住户', 'Enter'), opens: 'household', by: ['clerk'], takes: { address: {} } },
    visit: { label: words('走访', 'Visit'), on: 'household', by: ['clerk'], leaves: { visit: {} } },
    'visit-and-find': {
      label: words('走访发现问题', 'Visit and find'), on: 'household', by: ['clerk'], takes: { topic: {} }, leaves: { visit: {} },
      spawns: { report: { link: 'found', gives: { content: { record: 'visit', show: 'found' }, topic: { field: 'topic' } } } },
    },
    'strike-off': { label: words('迁出', 'Moved away'), on: 'household', by: ['clerk'], ends: 'moved-away' },
    meet: { label: words('例会', 'Meeting'), on: 'community', by: ['clerk'], leaves: { meeting: {} } },
    'make-problem': { label: words('归纳问题', 'Make a problem'), opens: 'problem', by: ['leader'], takes: { plan: {} }, links: { answers: {} } },
    'raise-problem': {
      label: words('提为问题', 'Raise as a problem'), kinds: ['matter'], from: ['received'], by: ['leader'], takes: { plan: {} },
      spawns: { 'make-problem-of': { link: 'answers', gives: { plan: { field: 'plan' } } } },
    },
    'make-problem-of': { label: words('由事项形成问题', 'Problem of a matter'), opens: 'problem', by: [{ link: 'answers' }], takes: { plan: {} } },
    claim: { label: words('认领', 'Claim'), kinds: ['problem'], from: ['open'], by: ['worker'], spawns: { 'open-service': { link: 'serves' } } },
    'open-service': { label: words('立项', 'Open a service'), opens: 'service', by: [{ link: 'serves' }] },
    serve: { label: words('办结', 'Serve'), kinds: ['service'], from: ['serving'], by: ['worker'], leaves: { done: {} }, ends: 'served' },
    clear: { label: words('销账', 'Clear'), kinds: ['problem'], by: [{ link: 'serves' }], leaves: { done: {} }, ends: 'cleared' },
    'close-need': { label: words('答复需求', 'Answer the need'), kinds: ['matter'], by: [{ link: 'answers' }], leaves: { said: {} }, ends: 'answered' },
  },
  records: {
    ...street.records,
    visit: { label: words('走访', 'Visit'), fields: { found: { label: words('发现', 'Found'), kind: 'text', optional: true } } },
    meeting: { label: words('例会', 'Meeting') },
    done: { label: words('办结', 'Done'), serves: 'reason' },
    said: { label: words('答复', 'Answer'), serves: 'answer', fields: { said: { label: words('内容', 'Text'), kind: 'text' } } },
  },
  endings: {
    ...street.endings,
    'moved-away': { label: words('迁出', 'Moved away'), outcome: 'removed' },
    served: { label: words('办结', 'Served'), outcome: 'solved' },
    cleared: {
      label: words('销账', 'Cleared'), outcome: 'solved',
      requires: { served: { say: words('服务项目已办结', 'Its service is done'), if: { links: 'serves', every: { case: 'ending', is: 'served' }, count: { min: 1 } } } },
    },
    answered: { label: words('已回应', 'Answered'), outcome: 'solved' },
  },
  norms: {
    claims: { label: words('每季度认领一至三项', 'One to three claims a quarter'), per: { each: 'community' }, counts: { action: 'claim' }, through: 'actor', every: 'quarter', min: 1, max: 3, over: 'refuse' },
    visits: { label: words('每周走访', 'A visit a week'), per: { each: 'household' }, counts: { record: 'visit' }, every: 'week', min: 1 },
  },
  ledgers: {
    ...street.ledgers,
    problems: {
      label: words('问题清单', 'Problems'), over: { cases: 'problem' }, period: 'quarter', dated: { case: 'opened' }, issued: { by: ['leader'] },
      columns: { plan: { label: words('方案', 'Plan'), show: { field: 'plan' } }, needs: { label: words('涉及需求', 'Needs'), show: { link: 'answers' } } }, order: ['plan', 'needs'],
    },
  },
} as unknown as LooseMethod;

const clerk = (time: string) => ({ by: 'wang', at: at(time) });
const leader = (time: string) => ({ by: 'li', at: at(time) });
const worker = (time: string) => ({ by: 'zhao', at: at(time) });

describe.each(stores)('cases that belong together, on %s', (_, openStore) => {
  let store: CaseStore;
  let engine: Engine;
  const engineWith = (...methods: LooseMethod[]): Engine => engineOn(store, methods);
  beforeEach(() => { store = openStore(); engine = engineWith(together); });
  afterEach(() => store.close());

  const report = async (time = '11-01 09:00', content = '路灯') => done(await engine.open({ source: 'desk', kind: 'matter', fields: { content, topic: 'road' } }, clerk(time)));
  const problemOf = async (needs: readonly string[], time = '11-02 09:00') =>
    done(await engine.open({ kind: 'problem', action: 'make-problem', fields: { plan: '加装路灯', answers: needs }, home: 'east' }, leader(time)));

  it('the log of a unit begins with the first action on it', async () => {
    expect(await engine.case('unit:east')).toBeUndefined();
    expect((await engine.explain('unit:east', 'wang', at('11-01 09:00')))?.actions.filter(({ allowed }) => allowed).map(({ name }) => name)).toEqual(['meet']);
    const met = done(await engine.act('unit:east', 'meet', {}, clerk('11-01 09:00')));
    expect([met.state.kind, met.state.version, met.state.records.length]).toEqual(['community', 1, 1]);
    expect((await engine.list({}, 'wang', at('11-01 10:00'))), 'a unit is in no list of cases').toMatchObject({ value: { total: 0 } });
  });

  it.each([['unit:nowhere', 'meet', 'subject.unknown'], ['unit:east', 'visit', 'subject.unknown'], ['nothing', 'meet', 'case.unknown']])('%s, %s: %s', async (id, action, code) => {
    expect(codes(await engine.act(id, action, {}, clerk('11-01 09:00')))).toEqual([code]);
  });

  it('an entry of a register is opened, visited, struck off, and wants no answer to a reporter', async () => {
    const household = done(await engine.open({ action: 'enter', fields: { address: '1 号' } }, clerk('11-01 09:00')));
    expect(household.id).toBe('household-000001');
    done(await engine.act(household.id, 'visit', {}, clerk('11-01 10:00')));
    expect(codes(await engine.act(household.id, 'close', {}, leader('11-01 10:30')))[0], 'what is for cases is not for households').toBe('action.wrong-kind');
    expect(done(await engine.act(household.id, 'strike-off', {}, clerk('11-01 11:00'))).state.ended?.outcome).toBe('removed');
  });

  it('what a visit finds is a case of its own, linked both ways with the same write', async () => {
    const household = done(await engine.open({ action: 'enter', fields: { address: '1 号' } }, clerk('11-01 09:00')));
    const visited = done(await engine.act(household.id, 'visit-and-find', { found: '漏水', topic: 'water' }, clerk('11-01 10:00')));
    const [link] = visited.state.links;
    expect(link).toMatchObject({ link: 'found', side: 'to' });
    const matter = (await engine.case(link!.case))!;
    expect(matter.state).toMatchObject({ kind: 'matter', fields: { content: '漏水', topic: 'water' }, links: [{ link: 'found', side: 'from', case: household.id }] });
  });

  it('when what it would open is refused, the action is refused, and nothing is there', async () => {
    const household = done(await engine.open({ action: 'enter', fields: { address: '1 号' } }, clerk('11-01 09:00')));
    const refused = await engine.act(household.id, 'visit-and-find', { topic: 'water' }, clerk('11-01 10:00'));
    expect(refused).toMatchObject({ ok: false, issues: [{ code: 'input.missing', path: ['spawns', 'report', 'content'] }] });
    expect(await store.count('default', {})).toBe(0);
    expect((await engine.case(household.id))?.state.version).toBe(1);
  });

  it('a problem made of two needs is known to both, and one can walk from the service back to every need', async () => {
    const needs = [(await report('11-01 09:00', '东头路灯')).id, (await report('11-01 09:10', '西头路灯')).id];
    const problem = await problemOf(needs);
    for (const id of needs) expect((await engine.case(id))?.state.links).toMatchObject([{ link: 'answers', side: 'to', case: problem.id }]);
    const claimed = done(await engine.act(problem.id, 'claim', {}, worker('11-03 09:00')));
    const service = claimed.state.links.find(({ link }) => link === 'serves')!.case;
    const tree = (await engine.lineage(service))!;
    expect(tree.linked.map(({ id }) => id)).toEqual([problem.id]);
    expect(tree.linked[0]!.linked.map(({ id }) => id).sort()).toEqual([...needs].sort());
  });

  it('what the end of one means for the others follows by itself: the service is done, the problem cleared, every need answered, each once', async () => {
    const needs = [(await report('11-01 09:00')).id, (await report('11-01 09:10')).id];
    const problem = await problemOf(needs);
    const claimed = done(await engine.act(problem.id, 'claim', {}, worker('11-03 09:00')));
    const service = claimed.state.links.find(({ link }) => link === 'serves')!.case;
    expect((await engine.explain(problem.id, 'li', at('11-03 10:00')))!.endings.find(({ name }) => name === 'cleared')?.ready ?? false).toBe(false);
    done(await engine.act(service, 'serve', {}, worker('11-05 09:00')));
    expect((await engine.case(problem.id))?.state.ended?.ending).toBe('cleared');
    for (const id of needs) {
      const { state } = (await engine.case(id))!;
      expect(state.ended?.ending).toBe('answered');
      expect(state.records.map(({ values }) => values.said)).toEqual(['加装路灯']);
      expect(state.ended?.by?.person, 'in the name of whoever caused it').toBe('zhao');
    }
    expect(await store.followUps('default', 10)).toEqual([]);
    await engine.tick(at('11-06 09:00'));
    expect((await engine.history(needs[0]!)).filter((event) => event.type === 'acted' && event.action === 'close-need')).toHaveLength(1);
  });

  it('who is not on the other side of a link cannot take what follows from it', async () => {
    const need = await report();
    expect(codes(await engine.act(need.id, 'close-need', { said: '好' }, leader('11-01 10:00')))).toEqual(['action.not-yours']);
  });

  it.each([
    ['a case that is not there', async () => ['nothing'], 'input.case-unknown'],
    ['a case of another kind', async (e: Engine) => [done(await e.open({ action: 'enter', fields: { address: '1 号' } }, clerk('11-01 09:00'))).id], 'input.case-wrong-kind'],
  ])('a problem cannot be made of %s', async (__, needs, code) => {
    expect(codes(await engine.open({ kind: 'problem', action: 'make-problem', fields: { plan: '方案', answers: await needs(engine) }, home: 'east' }, leader('11-02 09:00')))).toEqual([code]);
  });

  it('a fourth claim in a quarter is refused, by the form already; the next quarter begins anew', async () => {
    const need = await report();
    const problems = [];
    for (let n = 0; n < 4; n += 1) problems.push(await problemOf([need.id], `11-02 09:0${n}`));
    for (const problem of problems.slice(0, 3)) done(await engine.act(problem.id, 'claim', {}, worker('11-03 09:00')));
    const fourth = problems[3]!.id;
    expect(codes(await engine.act(fourth, 'claim', {}, worker('11-03 10:00')))).toEqual(['norm.full']);
    const offered = (await engine.explain(fourth, 'zhao', at('11-03 10:00')))!.actions.find(({ name }) => name === 'claim')!;
    expect([offered.allowed, offered.issues.map(({ code }) => code)]).toEqual([false, ['norm.full']]);
    done(await engine.act(fourth, 'claim', {}, { by: 'zhao', at: '2022-01-04T09:00:00+08:00' }));
    expect(await engine.norm('claims', { period: '2021-Q4', at: at('11-03 10:00') })).toMatchObject({ ok: true, value: { rows: expect.arrayContaining([expect.objectContaining({ of: 'unit:east', count: 3, met: true })]) } });
  });

  it('of four claims at once three pass', async () => {
    const need = await report();
    const problems = [];
    for (let n = 0; n < 4; n += 1) problems.push(await problemOf([need.id], `11-02 09:0${n}`));
    const results = await Promise.all(problems.map(({ id }) => engine.act(id, 'claim', {}, worker('11-03 09:00'))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(3);
  });

  it('a week without a visit is a fact, written once when the week is over', async () => {
    const visited = done(await engine.open({ action: 'enter', fields: { address: '1 号' } }, clerk('11-01 09:00')));
    const forgotten = done(await engine.open({ action: 'enter', fields: { address: '2 号' } }, clerk('11-01 09:00')));
    done(await engine.act(visited.id, 'visit', {}, clerk('11-03 09:00')));
    expect((await engine.duties('wang', at('11-03 10:00'))).map(({ of, left }) => [of, left])).toEqual(expect.arrayContaining([[visited.id, 0], [forgotten.id, 1]]));
    await engine.tick(at('11-08 00:00'));
    await engine.tick(at('11-08 09:00'));
    // 2021-11-01 is a Monday: week 44 ends with Sunday the 7th.
    const closed = await store.closedPeriods('default', { norm: 'visits' });
    expect(closed.map(({ of, period, count, met }) => [of, period, count, met])).toEqual([[visited.id, '2021-W44', 1, true], [forgotten.id, '2021-W44', 0, false]]);
  });

  it('a list is issued once for its period, and stays what it was', async () => {
    const needs = [(await report()).id, (await report('11-01 09:10')).id];
    await problemOf(needs);
    expect(codes(await engine.issue('problems', { period: '2021-Q4' }, clerk('11-03 09:00')))).toEqual(['ledger.not-yours']);
    const issued = done(await engine.issue('problems', { period: '2021-Q4' }, leader('11-03 09:00')));
    expect([issued.columns, issued.rows]).toEqual([['方案', '涉及需求'], [['加装路灯', '2']]]);
    await problemOf([needs[0]!], '11-04 09:00');
    expect(codes(await engine.issue('problems', { period: '2021-Q4' }, leader('11-05 09:00')))).toEqual(['ledger.issued-already']);
    expect((await engine.issued('problems')).map(({ rows }) => rows)).toEqual([[['加装路灯', '2']]]);
    expect(codes(await engine.issue('sheet', {}, leader('11-05 09:00')))).toEqual(['ledger.not-issued']);
  });

  it('a report of the same topic at the same place is offered, as far back as the method looks', async () => {
    const before = await report('11-01 09:00');
    const asked = { source: 'desk', kind: 'matter', home: 'east', fields: { topic: 'road' } };
    expect((await engine.similar(asked, at('11-20 09:00'))).map(({ id }) => id)).toEqual([before.id]);
    expect(await engine.similar({ ...asked, fields: { topic: 'water' } }, at('11-20 09:00'))).toEqual([]);
    expect(await engine.similar({ ...asked, home: 'west' }, at('11-20 09:00'))).toEqual([]);
    expect(await engine.similar(asked, '2021-12-02T09:00:00+08:00')).toEqual([]);
  });

  it('how near two reports lie counts too: metres along the ground', async () => {
    const placed = {
      ...together, fields: { ...(together.fields as object), place: { label: words('位置', 'Place'), kind: 'point' } },
      actions: { ...(together.actions as object), report: { ...street.actions.report, takes: { content: {}, topic: {}, place: {} } } },
      links: { repeats: { label: words('重复', 'Repeats'), from: 'matter', to: 'matter', same: { fields: ['topic'], near: { field: 'place', metres: 50 }, within: '30 days', as: 'linked' } } },
      norms: {}, kinds: { matter: street.kinds.matter }, steps: street.steps, subjects: {}, records: street.records, endings: street.endings, ledgers: street.ledgers,
    } as unknown as LooseMethod;
    const actions = placed.actions as unknown as Record<string, object>;
    for (const name of Object.keys(actions)) if (!Object.hasOwn(street.actions, name)) delete actions[name];
    const e = engineWith(placed);
    const reportAt = async (place: string, time: string) => done(await e.open({ source: 'desk', kind: 'matter', fields: { content: '井盖', topic: 'road', place } }, clerk(time)));
    // 0.0003 degrees north are 33 m (111,195 m a degree), 0.0006 are 67 m.
    const first = await reportAt('30.5728,104.0668', '11-01 09:00');
    expect((await reportAt('30.5731,104.0668', '11-02 09:00')).state.links.map((link) => link.case)).toEqual([first.id]);
    expect((await reportAt('30.5721,104.0668', '11-03 09:00')).state.links).toEqual([]);
    expect(codes(await e.open({ source: 'desk', kind: 'matter', fields: { content: '井盖', topic: 'road', place: '路口' } }, clerk('11-04 09:00')))).toEqual(['input.wrong-type']);
  });

  describe('a newer version', () => {
    const newer = {
      ...street, version: '2.0.0', from: '2021-11-10',
      kinds: { matter: { label: words('事项', 'Matter'), sources: ['desk', 'hotline'], line: ['received', 'working'] } },
      steps: { received: street.steps.received, working: { label: words('办理中', 'Working') } },
      actions: Object.fromEntries(Object.entries(street.actions).map(([name, action]) => [name, JSON.parse(JSON.stringify(action).replaceAll('"handling"', '"working"'))])),
      clocks: { handle: { ...street.clocks.handle, limit: '5 working days' } },
      moves: { '1.0.0': { by: ['leader'], steps: { handling: 'working' }, clocks: { handle: { anew: true } } } },
    } as unknown as LooseMethod;

    it('is tried on all open cases, then moves them: the step has its new name, the limit is read anew from the same start', async () => {
      const old = engineWith(street as unknown as LooseMethod);
      const matter = done(await old.open({ source: 'desk', fields: { content: '路灯', topic: 'road' } }, clerk('11-08 09:00')));
      done(await old.act(matter.id, 'assign', { lead: 'zhao-post' }, leader('11-08 10:00')));
      const both = engineWith(street as unknown as LooseMethod, newer);
      expect(codes(await both.move({}, clerk('11-10 09:00')).then((moved) => (moved.ok ? { ok: false as const, issues: moved.value.flatMap(({ issues }) => issues) } : moved)))).toEqual(['move.not-yours']);
      const tried = done(await both.tryMove({}, leader('11-10 09:00')));
      expect(tried).toMatchObject([{ id: matter.id, from: '1.0.0', ok: true, step: { from: 'handling', to: 'working' }, clocks: ['handle'] }]);
      expect((await both.case(matter.id))?.state.method.version, 'trying changes nothing').toBe('1.0.0');
      done(await both.move({}, leader('11-10 09:00')));
      const { state } = (await both.case(matter.id))!;
      // Five working days from Monday the 8th, not counting it: the 9th, 10th, 11th, 12th, 15th.
      expect([state.method.version, state.step, state.clocks.handle?.due?.day]).toEqual(['2.0.0', 'working', '2021-11-15']);
      done(await both.act(matter.id, 'result', { text: '好' }, worker('11-11 09:00')));
    });
  });
});
