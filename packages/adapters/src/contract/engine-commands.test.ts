import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseStore, Engine, LooseMethod } from '@bihuan/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite, sqliteStore } from '../sqlite/index.ts';
import { assign, at, codes, done, engineOn, report, settle, stores, street } from './engine-street.fixture.ts';

describe.each(stores)('an engine on %s', (_, openStore) => {
  let store: CaseStore;
  let engine: Engine;
  beforeEach(() => { store = openStore(); engine = engineOn(store); });
  afterEach(() => store.close());

  const events = async (id: string) => (await engine.history(id)).map((event) => (event.type === 'acted' ? event.action : event.type));

  describe('an idempotency key', () => {
    const opening = { source: 'desk', fields: { content: '路灯', topic: 'road' } };
    const context = { by: 'wang', at: at('11-01 09:00'), key: 'k1' };

    it('lets the same command act once, however often it comes, and answers with the same case', async () => {
      const [one, two] = [done(await engine.open(opening, context)), done(await engine.open({ fields: { topic: 'road', content: '路灯' }, source: 'desk' }, { ...context, at: at('11-01 09:05') }))];
      expect(two.id).toBe(one.id);
      expect(await store.count('default', {})).toBe(1);
      const act = { by: 'wang', at: at('11-01 10:00'), key: 'k2' };
      done(await engine.act(one.id, 'answer', { satisfied: true }, act));
      expect(done(await engine.act(one.id, 'answer', { satisfied: true }, act)).state.version).toBe(2);
      expect(await events(one.id)).toEqual(['report', 'answer']);
    });

    it('acts once also when it comes many times at once', async () => {
      const id = await report(engine, '11-01 09:00');
      const all = await Promise.all(Array.from({ length: 5 }, () => engine.act(id, 'answer', { satisfied: true }, { by: 'wang', at: at('11-01 10:00'), key: 'k' })));
      expect(all.filter(({ ok }) => ok).length + all.filter((result) => codes(result)[0] === 'store.version-conflict').length).toBe(5);
      expect(await events(id)).toEqual(['report', 'answer']);
    });

    it.each<[string, (id: string) => [string, string, Record<string, unknown>, { by: string; happened?: string }]]>([
      ['another input', (id) => [id, 'answer', { satisfied: false }, { by: 'wang' }]],
      ['another action', (id) => [id, 'assign', { satisfied: true }, { by: 'wang' }]],
      ['another person', (id) => [id, 'answer', { satisfied: true }, { by: 'chen' }]],
      ['another time at which it happened', (id) => [id, 'answer', { satisfied: true }, { by: 'wang', happened: at('11-01 09:30') }]],
      ['another case', () => ['nothing', 'answer', { satisfied: true }, { by: 'wang' }]],
    ])('is refused with other contents: %s', async (__, other) => {
      const id = await report(engine, '11-01 09:00');
      done(await engine.act(id, 'answer', { satisfied: true }, { by: 'wang', at: at('11-01 10:00'), key: 'k' }));
      const [aCase, action, input, who] = other(id);
      expect(codes(await engine.act(aCase, action, input, { ...who, at: at('11-01 10:00'), key: 'k' }))).toEqual(['key.reused']);
      expect(await events(id)).toEqual(['report', 'answer']);
    });

    it('repeats a refusal as it was, also when the command would succeed by now', async () => {
      const id = await report(engine, '11-01 09:00');
      const close = () => engine.act(id, 'close', {}, { by: 'li', at: at('11-03 10:00'), key: 'k' });
      const refused = await close();
      expect(codes(refused)).toEqual(['action.wrong-step', 'ending.requirement', 'ending.unanswered'].slice(0, codes(refused).length));
      await assign(engine, id, '11-03 10:00');
      done(await engine.act(id, 'result', { text: '好' }, { by: 'zhao', at: at('11-03 10:00') }));
      done(await engine.act(id, 'answer', { satisfied: true }, { by: 'wang', at: at('11-03 10:00') }));
      expect(await close()).toEqual(refused);
      expect(codes(await engine.act(id, 'close', {}, { by: 'li', at: at('11-03 10:00'), key: 'k2' }))).toEqual([]);
    });
  });

  describe('of those who write', () => {
    it('whoever has seen another version is told, and writes nothing', async () => {
      const id = await report(engine, '11-01 09:00');
      expect(await engine.act(id, 'answer', { satisfied: true }, { by: 'wang', at: at('11-01 10:00'), expected: 0 })).toMatchObject({ ok: false, issues: [{ code: 'store.version-conflict', params: { expected: 0, actual: 1 } }] });
      expect(codes(await engine.act(id, 'answer', { satisfied: true }, { by: 'wang', at: at('11-01 10:00'), expected: 1 }))).toEqual([]);
      expect(await events(id)).toEqual(['report', 'answer']);
    });

    it('of many at one version one wins and the others are told (law 6)', async () => {
      const id = await report(engine, '11-01 09:00');
      const all = await Promise.all(['zhao-post', 'sun-post', 'zhao-post'].map((lead) => engine.act(id, 'assign', { lead }, { by: 'li', at: at('11-01 10:00'), expected: 1 })));
      expect(all.flatMap(codes)).toEqual(['store.version-conflict', 'store.version-conflict']);
      expect(await events(id)).toEqual(['report', 'assign']);
      expect((await engine.case(id))!.state.asks).toHaveLength(1);
    });
  });

  describe('what is due happens first', () => {
    // Handed over on Monday the 1st: warned on Wednesday the 3rd at nine, over when Thursday the 4th is.
    it('a refused command writes only what was due anyway', async () => {
      const id = await report(engine, '11-01 09:00');
      await assign(engine, id, '11-01 10:00');
      expect(codes(await engine.act(id, 'close', {}, { by: 'wang', at: at('11-08 10:00') })), 'not hers to close').toContain('action.not-yours');
      expect(await events(id)).toEqual(['report', 'assign', 'elapsed', 'elapsed']);
      expect((await engine.case(id))!.state).toMatchObject({ version: 4, clocks: { handle: { phase: 'broken', broken: { day: '2021-11-04', who: { person: 'zhao' } } } } });
      expect(await engine.tick(at('11-08 10:00')), 'nothing is left to do').toEqual({ cases: 0, events: 0, more: false, conflicts: 0 });
    });
    it('a command that succeeds is written after it', async () => {
      const id = await report(engine, '11-01 09:00');
      await assign(engine, id, '11-01 10:00');
      done(await engine.act(id, 'result', { text: '好' }, { by: 'zhao', at: at('11-08 10:00') }));
      expect(await events(id)).toEqual(['report', 'assign', 'elapsed', 'elapsed', 'result']);
    });
    it('what is due but not yet swept is shown as it will be, and not written', async () => {
      const id = await report(engine, '11-01 09:00');
      await assign(engine, id, '11-01 10:00');
      const seen = (await engine.explain(id, 'li', at('11-08 10:00')))!;
      expect([seen.clocks[0]!.light, seen.version]).toEqual(['red', 2]);
      expect(await events(id)).toEqual(['report', 'assign']);
    });
  });

  describe('a tick', () => {
    it('touches only what is due', async () => {
      const [first, second, third] = [await report(engine, '11-01 09:00'), await report(engine, '11-01 09:01'), await report(engine, '11-01 09:02')];
      await assign(engine, first, '11-01 10:00');
      await assign(engine, second, '11-08 10:00');
      expect(await engine.tick(at('11-05 00:00'))).toEqual({ cases: 1, events: 1, more: false, conflicts: 0 });
      expect(await engine.tick(at('11-05 00:00')), 'the due instant itself is still in time').toMatchObject({ events: 0 });
      expect(await engine.tick(at('11-05 00:01'))).toMatchObject({ cases: 1, events: 1 });
      expect(await events(first)).toEqual(['report', 'assign', 'elapsed', 'elapsed']);
      expect([await events(second), await events(third)]).toEqual([['report', 'assign'], ['report']]);
    });
    it('takes no more cases than it may, the earliest first, and says that there are more', async () => {
      const ids = [];
      for (const [n, day] of ['02', '01', '03'].entries()) {
        ids.push(await report(engine, `11-01 09:0${n}`));
        await assign(engine, ids[n]!, `11-${day} 10:00`);
      }
      expect(await engine.tick(at('11-20 10:00'), { limit: 1 })).toEqual({ cases: 1, events: 2, more: true, conflicts: 0 });
      expect(await events(ids[1]!)).toHaveLength(4);
      expect(await engine.tick(at('11-20 10:00'), { limit: 2 })).toEqual({ cases: 2, events: 4, more: false, conflicts: 0 });
    });
    it('at no moment is a mistake of the program', async () => { await expect(engine.tick('soon')).rejects.toThrow(RangeError); });
  });

  it.each<[string, () => Promise<readonly string[]>, readonly string[]]>([
    ['a case that is none', async () => codes(await engine.act('c9', 'answer', {}, { by: 'wang', at: at('11-01 10:00') })), ['case.unknown']],
    ['an action that is none', async () => codes(await engine.act(await report(engine, '11-01 09:00'), 'anwser', {}, { by: 'wang', at: at('11-01 10:00') })), ['action.unknown']],
    ['a person whom nobody knows', async () => codes(await engine.act('c9', 'answer', {}, { by: 'nobody', at: at('11-01 10:00') })), ['actor.unknown']],
    ['times that cannot be read, and nobody', async () => codes(await engine.act('c9', 'answer', {}, { by: 'nobody', at: '2021-11-01', happened: 'then' })), ['command.time-unreadable', 'command.time-unreadable', 'actor.unknown']],
    ['a time without an offset', async () => codes(await engine.act('c9', 'answer', {}, { by: 'wang', at: '2021-11-01T09:00:00' })), ['command.time-unreadable']],
    ['a method that is none', async () => codes(await engine.open({ method: 'other', source: 'desk', fields: {} }, { by: 'wang', at: at('11-01 10:00') })), ['method.unknown']],
    ['a source that is none', async () => codes(await engine.open({ source: 'telephone', fields: {} }, { by: 'wang', at: at('11-01 10:00') })), ['source.unknown']],
    ['an id that is taken', async () => codes(await engine.open({ id: await report(engine, '11-01 09:00'), source: 'desk', fields: { content: 'x', topic: 'road' } }, { by: 'wang', at: at('11-01 10:00') })), ['case.exists']],
  ])('%s is refused', async (__, act, expected) => expect(await act()).toEqual(expected));

  it('of a case that is none nothing is read', async () => {
    expect([await engine.case('c9'), await engine.explain('c9', 'wang', 0), await engine.history('c9'), await engine.timeline('c9')]).toEqual([undefined, undefined, [], []]);
  });

  it('a person whom nobody knows may look, and do nothing', async () => {
    const seen = (await engine.explain(await report(engine, '11-01 09:00'), 'nobody', at('11-01 10:00')))!;
    expect(seen.actions.filter(({ allowed }) => allowed)).toEqual([]);
  });

  it('a case that was closed is opened again, and its clock runs anew', async () => {
    const id = await report(engine, '11-01 09:00');
    await assign(engine, id, '11-01 10:00');
    await settle(engine, id, '11-02 10:00');
    expect((await engine.case(id))!.state.ended).toMatchObject({ ending: 'solved' });
    done(await engine.act(id, 'reopen', {}, { by: 'li', at: at('11-08 10:00') }));
    await assign(engine, id, '11-08 11:00');
    expect((await engine.case(id))!.state).toMatchObject({ step: 'handling', clocks: { 'handle~1': { phase: 'met' }, handle: { phase: 'running', due: { day: '2021-11-11' } } } });
    expect((await engine.timeline(id)).map(({ title }) => title.zh)).toEqual(['登记', '交办', '报结果', '答复', '销号', '重开', '交办']);
  });

  describe('a version of a method', () => {
    const next = { ...street, version: '1.10.0', from: '2021-12-01', fields: { ...street.fields, street: { label: '路名', kind: 'text' } }, actions: { ...street.actions, report: { ...street.actions.report, takes: { content: {}, topic: {}, street: {} } } } };
    const later = { ...street, version: '1.9.0', from: '2021-11-15' };
    const versionOf = async (each: Engine, minute: string, fields: object = {}) =>
      done(await each.open({ source: 'desk', fields: { content: '路灯', topic: 'road', ...fields } }, { by: 'wang', at: at(minute) })).state.method.version;

    it('takes new cases from its day on, the newest in force first; open ones stay with their own', async () => {
      const both = engineOn(store, [street, next, later] as LooseMethod[]);
      const id = await report(both, '11-01 09:00');
      expect(await versionOf(both, '11-14 23:59')).toBe('1.0.0');
      expect(await versionOf(both, '11-15 00:00')).toBe('1.9.0');
      expect(await versionOf(both, '12-01 00:00', { street: '新街' })).toBe('1.10.0');
      done(await both.act(id, 'answer', { satisfied: true }, { by: 'wang', at: at('12-02 10:00') }));
      expect((await both.case(id))!.state.method.version).toBe('1.0.0');
    });
    it('offers its form from that day on, and no other', async () => {
      const both = engineOn(store, [street, next] as LooseMethod[]);
      const forms = async (minute: string) => (await both.openings('wang', at(minute))).map(({ source, form }) => `${source.name}: ${form.map(({ name }) => name).join(' ')}`);
      expect(await forms('11-30 23:59')).toEqual(['desk: content topic', 'hotline: content topic order']);
      expect(await forms('12-01 00:00')).toEqual(['desk: content topic street', 'hotline: content topic street order']);
      expect(await both.openings('li', at('12-01 00:00')), 'not hers to report').toEqual([]);
    });
    it('that a case runs on must be given', async () => {
      const id = await report(engine, '11-01 09:00');
      await expect(engineOn(store, [later as LooseMethod]).act(id, 'answer', {}, { by: 'wang', at: at('11-16 10:00') })).rejects.toThrow('street@1.0.0');
    });
  });

  it.each([['hard', {}], ['soft', { binds: 'soft', ladder: {} }]])('new knowledge about the calendar moves the %s clocks that run, and only those', async (__, handle) => {
    const version = (days: object) => engineOn(store, [{ ...street, calendar: { ...street.calendar, days }, clocks: { handle: { ...street.clocks.handle, ...handle } } } as LooseMethod]);
    const before = version({});
    const [running, settled, resting] = [await report(before, '11-01 09:00'), await report(before, '11-01 09:00'), await report(before, '11-01 09:00')];
    for (const id of [running, settled]) await assign(before, id, '11-01 10:00');
    await settle(before, settled, '11-01 11:00');
    // The 2nd, 3rd and 4th; with the 3rd off the 2nd, 4th and 5th.
    const after = version({ '2021-11-03': { is: 'rest' } });
    expect(await after.inform({ by: 'li', at: at('11-02 09:00') })).toEqual({ ok: true, value: { cases: 1, events: 1, more: false, conflicts: 0 } });
    expect((await after.case(running))!.state.clocks['handle']!.due).toMatchObject({ day: '2021-11-05' });
    expect([(await after.history(settled)).length, (await after.history(resting)).length]).toEqual([5, 1]);
    expect(await after.inform({ by: 'li', at: at('11-02 09:00') }), 'once').toMatchObject({ value: { cases: 0 } });
  });

  it('a method that does not hold together is not run', () => {
    expect(() => engineOn(store, [{ ...street, actions: { ...street.actions, close: { ...street.actions.close, ends: 'sovled' } } } as LooseMethod])).toThrow(/sovled/);
  });
});

describe('a SQLite file that somebody else has locked', () => {
  let folder: string;
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'bihuan-')); });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is answered with busy, and nothing is written', async () => {
    const file = join(folder, 'cases.db');
    const engine = engineOn(sqliteStore(openSqlite(file, { busyTimeout: 20 })));
    const id = await report(engine, '11-01 09:00');
    const other = openSqlite(file);
    other.exec('begin immediate');
    const act = () => engine.act(id, 'answer', { satisfied: true }, { by: 'wang', at: at('11-01 10:00'), key: 'k' });
    expect(codes(await act())).toEqual(['store.busy']);
    expect(codes(await engine.open({ id: 'c2', source: 'desk', fields: { content: 'x', topic: 'road' } }, { by: 'wang', at: at('11-01 10:00') }))).toEqual(['store.busy']);
    expect(codes(await engine.open({ source: 'desk', fields: { content: 'x', topic: 'road' } }, { by: 'wang', at: at('11-01 10:00') })), 'numbered by the store too').toEqual(['store.busy']);
    expect(codes(await engine.act(id, 'assign', { lead: 'zhao-post' }, { by: 'wang', at: at('11-01 10:00'), key: 'refused' })), 'a refusal stays one').toEqual(['action.not-yours']);
    expect([(await engine.history(id)).length, await engine.case('c2')]).toEqual([1, undefined]);
    other.exec('rollback');
    expect(codes(await act()), 'the key was not used up').toEqual([]);
  });
});
