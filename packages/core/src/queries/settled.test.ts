import { describe, expect, it } from 'vitest';
import { loadMethod } from '../check/load-method.ts';
import { shippedMethods } from '../case/laws-methods.fixture.ts';
import { compileMethod } from '../case/rules.ts';
import type { LooseMethod } from '../method/method-types.ts';
import { ledger, metric, rules } from './district.fixture.ts';
import { readsLateness, settledByOwnEvents, unsettled } from './settled.ts';

/** Every query of the six methods that has to be read from the cases, and why. */
const unsettledOf = Object.fromEntries(shippedMethods.map(({ id, json }) => {
  const of = compileMethod(loadMethod(json as unknown as LooseMethod));
  const queries = { ...of.method.ledgers, ...Object.fromEntries(Object.entries(of.method.metrics ?? {}).map(([name, one]) => [`metric ${name}`, one])) };
  return [id, { all: Object.keys(queries).length, unsettled: Object.entries(queries).flatMap(([name, query]) => { const why = unsettled(of, query); return why === undefined ? [] : [`${name}: ${why}`]; }) }];
}));

describe('what a query finds in a case', () => {
  it('is settled by the case’s own events in nearly all queries of the methods that ship', () => {
    expect(unsettledOf).toMatchInlineSnapshot(`
      {
        "0371": {
          "all": 19,
          "unsettled": [
            "metric branch-coverage: members",
            "metric daily-visits-kept: norm",
          ],
        },
        "133": {
          "all": 19,
          "unsettled": [
            "metric patrols-kept: norm",
            "metric part-timers: members",
          ],
        },
        "1330": {
          "all": 19,
          "unsettled": [
            "metric inspected-monthly: norm",
            "metric inspected-quarterly: norm",
            "metric inspected-half-yearly: norm",
            "metric three-zero-communities: members",
          ],
        },
        "large-committee": {
          "all": 22,
          "unsettled": [
            "metric claims-kept: norm",
            "metric meetings-held: norm",
            "metric grids-covered: norm",
            "metric member-units: members",
            "metric social-forces: members",
          ],
        },
        "seven-step": {
          "all": 13,
          "unsettled": [],
        },
        "three-sixty": {
          "all": 20,
          "unsettled": [],
        },
      }
    `);
  });
  it('is settled whatever it counts of the case, of a link the number too', () => {
    for (const of of [{ share: { case: 'outcome', is: 'solved' } }, { by: { field: 'topic' } }, { over: { records: 'visit' } }, { of: { link: 'answers', min: 1 } }, { of: { sample: { oneIn: 10, named: 'x' } } }, { over: { each: 'household' } }] as const) {
      expect([of, settledByOwnEvents(rules, metric(of))]).toEqual([of, true]);
    }
  });
  it.each([
    ['norm', { over: { norm: 'meeting' } }], ['members', { over: { each: 'community' } }], ['score', { score: 1 }],
    ['linked', { by: { link: 'answers', reads: { case: 'home' } } }], ['linked', { of: { links: 'merges', where: { use: 'solved' } } }],
    ['moment', { of: { records: 'visit', within: '30 days' } }], ['moment', { share: { time: { from: '09:00' } } }], ['moment', { of: { field: 'close-by', min: { fact: { case: 'now' } } } }],
    ['actor', { of: { actor: { role: 'clerk' } } }],
    ['personal', { by: { field: 'phone' } }], ['personal', { of: { record: 'visit', show: 'who', is: '李某' } }], ['personal', { over: { records: 'visit' }, by: { field: 'who' } }], ['personal', { over: { asks: 'lead' }, by: { field: 'phone' } }],
  ] as const)('is not, where it depends on %s: %j', (why, of) => expect(unsettled(rules, metric(of as Parameters<typeof metric>[0]))).toBe(why));
  it('of a ledger, whatever its columns show: they are read when it is', () => {
    const columns = { who: { label: '谁', show: { link: 'answers', reads: { field: 'phone' } } } };
    expect(unsettled(rules, ledger({ columns }))).toBeUndefined();
    expect(unsettled(rules, ledger({ columns, where: { field: 'phone', known: true } }))).toBe('personal');
  });
  it('may turn with a clock that becomes late, at a moment that is known beforehand', () => {
    for (const of of [{ over: { clocks: 'work' }, of: { field: 'late', is: true } }, { share: { clock: 'work', show: 'late', is: true } }, { of: { clocks: 'work', where: { field: 'late', is: true } } }] as const) {
      expect([of, settledByOwnEvents(rules, metric(of)), readsLateness(rules, metric(of))]).toEqual([of, true, true]);
    }
    expect(readsLateness(rules, metric({ over: { clocks: 'work' }, of: { field: 'state', is: 'broken' } }))).toBe(false);
    expect(readsLateness(rules, metric({ over: { records: 'visit' }, of: { field: 'late', is: true } }))).toBe(false);
  });
});
