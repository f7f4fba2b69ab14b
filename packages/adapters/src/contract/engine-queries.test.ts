import type { CaseStore, Engine, LooseMethod, View } from '@bihuan/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assign, at, codes, done, engineOn, report, settle, stores, street } from './engine-street.fixture.ts';

const views: readonly View[] = ['todo', 'due-soon', 'overdue', 'mine-done', 'open', 'ended', 'all'];

describe.each(stores)('an engine on %s', (_, openStore) => {
  let store: CaseStore;
  let engine: Engine;
  beforeEach(() => { store = openStore(); engine = engineOn(store); });
  afterEach(() => store.close());

  const ok = <T>(result: { ok: true; value: T } | { ok: false; issues: readonly unknown[] }): T => {
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    return result.value;
  };

  /**
   * Four matters of November 2021: 1 road, handed to zhao on Monday the 1st (warned from the 3rd at nine, over after the 4th); 2 water, handed to zhao on
   * Wednesday the 3rd (warned from the 5th, over after Monday the 8th); 3 road, reported only; 4 water of the west, reported on the 2nd of October
   * (a holiday) and settled on the 2nd of November.
   */
  const fill = async () => {
    const four = done(await engine.open({ source: 'desk', fields: { content: '西边漏水', topic: 'water' } }, { by: 'chen', at: at('10-02 09:00') })).id;
    const one = await report(engine, '11-01 09:00', { content: '地基下陷' });
    const [two, three] = [await report(engine, '11-01 09:01', { topic: 'water' }), await report(engine, '11-01 09:02')];
    await assign(engine, one, '11-01 10:00');
    done(await engine.act(four, 'assign', { lead: 'zhao-post' }, { by: 'li', at: at('11-01 10:00') }));
    done(await engine.act(four, 'result', { text: '已修' }, { by: 'zhao', at: at('11-02 10:00') }));
    done(await engine.act(four, 'answer', { satisfied: true }, { by: 'chen', at: at('11-02 10:00') }));
    done(await engine.act(four, 'close', {}, { by: 'li', at: at('11-02 10:00') }));
    await assign(engine, two, '11-03 10:00');
    return { one, two, three, four };
  };

  describe('the tabs of a list', () => {
    const rows = async (view: View, actor: string, minute: string) => ok(await engine.list({ view, sort: [{ by: 'opened', order: 'asc' }] }, actor, at(minute))).rows.map(({ id }) => id);

    it('hold what they say', async () => {
      const { one, two, three, four } = await fill();
      const now = '11-05 10:00';
      await engine.tick(at(now));
      expect({ todo: await rows('todo', 'zhao', now), leader: await rows('todo', 'li', now), clerk: await rows('todo', 'wang', now), sun: await rows('todo', 'sun', now) }).toEqual({
        todo: [one, two], leader: [one, two, three], clerk: [], sun: [],
      });
      expect([await rows('overdue', 'li', now), await rows('due-soon', 'li', now)]).toEqual([[one], [two]]);
      expect([await rows('open', 'li', now), await rows('ended', 'li', now), await rows('all', 'li', now)]).toEqual([[one, two, three], [four], [four, one, two, three]]);
      expect([await rows('mine-done', 'zhao', now), await rows('mine-done', 'chen', now), await rows('mine-done', 'sun', now)]).toEqual([[four], [four], []]);
    });

    it.each(['11-03 08:59', '11-03 09:00', '11-05 00:00', '11-05 00:01'])('at %s: due soon from the warning to the due instant, overdue after it', async (minute) => {
      const { one } = await fill();
      const expected = { '11-03 08:59': [[], []], '11-03 09:00': [[one], []], '11-05 00:00': [[one], []], '11-05 00:01': [[], [one]] }[minute];
      expect([await rows('due-soon', 'li', minute), await rows('overdue', 'li', minute)]).toEqual(expected);
    });

    it.each(['zhao', 'li', 'wang', 'chen', 'nobody'])('and their counts agree with them for %s, whatever else narrows them', async (actor) => {
      await fill();
      for (const narrowed of [{}, { where: [{ on: 'field.topic', op: 'is' as const, value: 'road' }] }, { within: 'west' }, { search: '漏水' }]) {
        for (const minute of ['11-03 09:00', '11-05 10:00']) {
          const counts = ok(await engine.counts(narrowed, actor, at(minute)));
          for (const view of views) {
            const { rows: found, total } = ok(await engine.list({ ...narrowed, view }, actor, at(minute)));
            expect([view, counts[view], total]).toEqual([view, found.length, found.length]);
          }
          expect(counts.open + counts.ended).toBe(counts.all);
        }
      }
    });

    it('a stretch of the list still says how many there are', async () => {
      await fill();
      const { rows: found, total } = ok(await engine.list({ sort: [{ by: 'opened', order: 'desc' }], offset: 1, limit: 2 }, 'li', at('11-05 10:00')));
      expect([found.map(({ values }) => values['field.content']), total]).toEqual([['路灯不亮', '地基下陷'], 4]);
    });

    it('what cannot be filtered or sorted by is refused, with what was meant', async () => {
      const bad = { where: [{ on: 'field.tpoic', op: 'is' as const, value: 'road' }], sort: [{ by: 'weather', order: 'asc' as const }] };
      for (const result of [await engine.list(bad, 'li', at('11-05 10:00')), await engine.counts(bad, 'li', at('11-05 10:00'))]) {
        expect(result).toEqual({ ok: false, issues: [
          { code: 'query.unknown-field', path: ['field.tpoic'], params: { field: 'field.tpoic', mend: 'field.topic' } }, { code: 'query.unknown-field', path: ['weather'], params: { field: 'weather' } },
        ] });
      }
    });
  });

  describe('a ledger', () => {
    const options = { at: at('11-30 10:00') };
    it('has its columns in their order and the cases that it is about, put into their period by its date', async () => {
      const { one, two } = await fill();
      const sheet = ok(await engine.ledger('sheet', { ...options, period: '2021-11' }));
      expect(sheet.columns.map(({ name }) => name)).toEqual(['topic', 'content', 'result']);
      expect(sheet.rows.map(({ id, cells }) => [id, ...cells.map(({ zh }) => zh)])).toEqual([[one, '道路', '地基下陷', '—'], [two, '供水', '路灯不亮', '—']]);
      expect(sheet.rows[0]!.values).toEqual(['road', '地基下陷', null]);
      expect(ok(await engine.ledger('sheet', { ...options, period: '2021-10' })).rows.map(({ cells }) => cells[2]!.en)).toEqual(['已修']);
      expect(ok(await engine.ledger('sheet', options)).rows, 'without a period all of them, the earliest first').toHaveLength(3);
    });
    it('takes in the first and the last day of its period', async () => {
      for (const minute of ['10-31 23:59', '11-01 00:00', '11-30 23:59', '12-01 00:00']) await assign(engine, await report(engine, minute), minute);
      const rowsOf = async (period: string) => ok(await engine.ledger('sheet', { at: at('12-31 10:00'), period })).rows.length;
      expect([await rowsOf('2021-10'), await rowsOf('2021-11'), await rowsOf('2021-12'), await rowsOf('2021-11-30')]).toEqual([1, 2, 1, 1]);
    });
    it('can be narrowed to a unit and by a filter', async () => {
      const { four, two } = await fill();
      expect(ok(await engine.ledger('sheet', { ...options, within: 'west' })).rows.map(({ id }) => id)).toEqual([four]);
      expect(ok(await engine.ledger('sheet', { ...options, within: 'east', where: [{ on: 'field.topic', op: 'is', value: 'water' }] })).rows.map(({ id }) => id)).toEqual([two]);
    });
    it('that is none, and a period that is none, are refused with what was meant', async () => {
      expect(await engine.ledger('shet', options)).toMatchObject({ ok: false, issues: [{ code: 'query.unknown-name', params: { name: 'shet', mend: 'sheet' } }] });
      expect(codes(await engine.ledger('sheet', { ...options, period: '2021-13' }))).toEqual(['period.unreadable']);
      expect(codes(await engine.metric('opne', options))).toEqual(['query.unknown-name']);
      expect(codes(await engine.board('month', { ...options, period: 'x' }))).toEqual(['period.unreadable']);
    });
    it('of a method with several versions is that of the newest', async () => {
      const next = { ...street, version: '1.1.0', ledgers: { sheet: { ...street.ledgers.sheet, order: ['content'] } } };
      const both = engineOn(store, [street, next] as LooseMethod[]);
      expect(ok(await both.ledger('sheet', options)).columns.map(({ name }) => name)).toEqual(['content']);
    });
  });

  describe('a metric', () => {
    const november = { period: '2021-11', at: at('11-30 10:00'), ids: true };

    it('counts, by group in the order of the choices, with the period before beside it', async () => {
      const { one, two, three, four } = await fill();
      expect(ok(await engine.metric('opened', november))).toMatchObject({
        name: 'opened', period: '2021-11', count: 3, ids: [one, two, three], previous: { count: 1 }, asOf: '2021-11-30T10:00:00+08:00',
        groups: [{ value: 'road', label: { zh: '道路' }, count: 2, ids: [one, three] }, { value: 'water', label: { en: 'Water' }, count: 1, ids: [two] }],
      });
      expect(ok(await engine.metric('opened', { ...november, period: '2021-10' })).ids).toEqual([four]);
      expect(ok(await engine.metric('opened', november))).not.toHaveProperty('share');
      expect(ok(await engine.metric('opened', { ...november, ids: false })), 'the cases behind it are told where they are asked for').not.toHaveProperty('ids');
    });

    it('is a share of those that are looked at, measured against its target', async () => {
      const { one, three } = await fill();
      await settle(engine, one, '11-04 10:00');
      const value = ok(await engine.metric('solved', november));
      expect(value).toMatchObject({ count: 1, of: 3, share: 1 / 3, ids: [one], previous: { count: 1, of: 1, share: 1 }, wanted: 'rising', target: { min: 0.5, met: false } });
      expect(value.groups).toMatchObject([{ value: 'road', count: 1, of: 2, ids: [one] }, { value: 'water', count: 0, of: 1, ids: [] }]);
      await assign(engine, three, '11-04 10:00');
      await settle(engine, three, '11-05 10:00');
      expect(ok(await engine.metric('solved', november)).target).toEqual({ min: 0.5, met: true });
      expect(ok(await engine.metric('solved', { ...november, period: '2021-09' })), 'of nothing there is no share').not.toHaveProperty('share');
    });

    it('as of a day reads the past as it stood', async () => {
      const { one, four } = await fill();
      await settle(engine, one, '11-04 10:00');
      const asOf = async (minute: string) => {
        const { count, of, ids } = ok(await engine.metric('solved', { at: at('11-30 10:00'), asOf: at(minute), ids: true }));
        return [count, of, ...ids!];
      };
      expect(await asOf('09-30 10:00'), 'nothing was open yet').toEqual([0, 0]);
      expect(await asOf('11-02 09:59')).toEqual([0, 4]);
      expect(await asOf('11-02 10:00')).toEqual([1, 4, four]);
      expect(await asOf('11-04 10:00')).toEqual([2, 4, four, one]);
      done(await engine.act(one, 'reopen', {}, { by: 'li', at: at('11-08 10:00') }));
      expect(await asOf('11-07 10:00'), 'what was opened again later was solved then').toEqual([2, 4, four, one]);
      expect(await asOf('11-08 10:00')).toEqual([1, 4, four]);
    });

    it('is about a unit and the units below it', async () => {
      await fill();
      const of = async (within: string) => ok(await engine.metric('opened', { at: at('11-30 10:00'), within })).count;
      expect([await of('xin'), await of('east'), await of('west'), await of('north')]).toEqual([4, 3, 1, 0]);
    });

    it('stands on a board beside the others', async () => {
      await fill();
      expect(ok(await engine.board('month', november)).map(({ name, count }) => [name, count])).toEqual([['opened', 3], ['solved', 0]]);
    });
  });

  it('the ways in are those of the person’s roles: a form for each source', async () => {
    const ways = await engine.openings('wang', at('11-01 09:00'));
    expect(ways.map(({ kind, action, source, form }) => [kind, action, source.name, source.reporter, form.map(({ name, optional }) => `${name}${optional ? '?' : ''}`).join(' ')])).toEqual([
      ['matter', 'report', 'desk', 'optional', 'content topic'], ['matter', 'report', 'hotline', 'required', 'content topic order'],
    ]);
    expect(await engine.openings('zhao', at('11-01 09:00'))).toEqual([]);
    expect(await engine.openings('nobody', at('11-01 09:00'))).toEqual([]);
  });

  it('what one district holds the other does not see', async () => {
    await report(engine, '11-01 09:00');
    expect(await store.count('default', {})).toBe(1);
    expect(await store.count('elsewhere', {})).toBe(0);
  });
});
