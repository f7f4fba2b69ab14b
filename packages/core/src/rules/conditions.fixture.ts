import fc from 'fast-check';
import type { Condition } from '../method/condition-schema.ts';
import { aCase, among, clockOf, consulted, linkTo, moment, scopeOf } from './district.fixture.ts';
import type { Reading, Scope, Value } from './reading.ts';

const categories = ['gas', 'heat', 'noise'] as const;
const days = ['2024-05-31', '2024-06-01', '2024-06-02', '2024-06-05'] as const;

/** Cases that know much or little. */
export const someScope: fc.Arbitrary<Scope> = fc.record({
  fields: fc.record({
    title: fc.constantFrom('燃气泄漏', '暖气不热', ''), category: fc.constantFrom(...categories), amount: fc.constantFrom(0, 999, 1000, 1001, 5000),
    repeated: fc.boolean(), 'close-by': fc.constantFrom(...days), seen: fc.constantFrom(...days.map((day) => moment(`${day} 08:30`))),
    parties: fc.subarray(['residents', 'property']),
  }, { requiredKeys: [] }),
  class: fc.option(fc.constantFrom('hard', 'urgent'), { nil: undefined }),
  records: fc.array(fc.tuple(fc.constantFrom(...days), fc.option(fc.constantFrom('yes', 'no'), { nil: undefined }), fc.boolean()), { maxLength: 3 }),
  acted: fc.boolean(),
  clocks: fc.array(fc.tuple(fc.constantFrom(...days), fc.constantFrom('running', 'met', 'broken', 'void')), { maxLength: 2 }),
  links: fc.subarray(['c-2', 'c-3', 'c-9']),
}).map(({ fields, class: is, records, acted, clocks, links }) => scopeOf({
  fields: fields as Record<string, Value>,
  answers: is === undefined ? {} : { class: { is } },
  records: records.map(([day, agreed, withdrawn]) => consulted(day, agreed === undefined ? {} : { agreed }, withdrawn ? { withdrawn: {} } : {})),
  done: acted ? { redo: { count: 1, at: moment('2024-06-01 12:00'), everyone: ['p-1'] } } : {},
  clocks: Object.fromEntries(clocks.map(([day, phase], i) => [`close~${i}`, clockOf(day, phase)])),
  links: links.map((id) => linkTo(id)),
} satisfies Partial<Reading>, { linked: among(aCase({ id: 'c-2', fields: { amount: 2000 } }), aCase({ id: 'c-3', step: 'handling', links: [linkTo('c-1')] })) }));

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom(...categories).chain((is) => fc.constantFrom<Condition>({ field: 'category', is }, { field: 'category', not: is }, { field: 'category', in: [is, 'gas'] })),
  fc.constantFrom(0, 999, 1000, 5000).chain((n) => fc.constantFrom<Condition>({ field: 'amount', min: n }, { field: 'amount', max: n }, { field: 'amount', above: n, below: 5000 }, { field: 'amount', is: n })),
  fc.constantFrom<Condition>({ field: 'repeated', is: true }, { field: 'repeated' }, { field: 'repeated', known: false }, { answer: 'class', is: 'hard' }, { use: 'large' }, { record: 'consultation' }, { action: 'redo' }, { clock: 'notice' }, { clock: 'notice', known: false }),
  fc.constantFrom(...days).chain((day) => fc.constantFrom<Condition>({ field: 'close-by', min: day }, { field: 'close-by', below: day }, { field: 'seen', max: day }, { field: 'seen', is: day })),
  fc.constantFrom<Condition>({ field: 'close-by', min: { fact: { field: 'seen' }, plus: '1 day' } }, { field: 'parties', has: 'property' }, { field: 'title', has: '燃气' }),
  fc.constantFrom<Condition>(
    { records: 'consultation', count: { min: 2 } }, { records: 'consultation', every: { field: 'agreed', is: 'yes' } },
    { records: 'consultation', where: { field: 'agreed', is: 'no' }, since: { action: 'redo' } }, { records: 'consultation', where: { field: 'at', min: '2024-06-01' }, count: { max: 1 } },
    { records: 'consultation', last: 2, every: { field: 'agreed', is: 'yes' } }, { records: 'consultation', within: '2 days' }, { records: 'consultation', last: 1, where: { field: 'agreed', is: 'no' } },
  ),
  fc.constantFrom<Condition>(
    { clocks: 'close', every: { field: 'state', is: 'met' } }, { clocks: 'close', count: { max: 1 } }, { clocks: 'close', where: { field: 'late', is: true } },
    { links: 'duplicate', count: { min: 2 } }, { links: 'duplicate', every: { field: 'amount', min: 1000 } }, { links: 'duplicate', where: { use: 'large' } }, { links: 'duplicate', within: '1 day', count: { max: 0 } },
    { link: 'duplicate' }, { link: 'duplicate', min: 2 }, { link: 'duplicate', show: 'ids', has: 'c-3' }, { link: 'duplicate', reads: { field: 'amount' }, above: 999 }, { link: 'duplicate', reads: { record: 'consultation' } },
    { share: { field: 'amount' }, of: { link: 'duplicate' }, min: '1/2' }, { sample: { oneIn: 2, named: 'look-back' } }, { case: 'home-level', is: 'community' },
  ),
);

/** Conditions of every kind, one inside another. */
export const someCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('condition'), { minLength: 1, maxLength: 4 }).map((all): Condition => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 4 }).map((any): Condition => ({ any })),
    tie('condition').map((not): Condition => ({ not })),
  ),
})).condition;
