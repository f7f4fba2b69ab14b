import type { Actor, Method } from '@bihuan/core';
import { describe, expect, it } from 'vitest';
import { waysOf } from './duty-ways.ts';

const label = { zh: '一', en: 'One' };
const method = {
  kinds: { matter: { label, sources: [], line: [] } },
  roles: { worker: { label, at: ['grid'] }, cadre: { label, at: ['community'] } },
  subjects: { grid: { label, of: { level: 'grid' } }, cadre: { label, of: { role: 'cadre' } }, household: { label, of: { register: ['grid'] } } },
  actions: {
    patrol: { label, by: ['worker'], on: 'grid', leaves: { patrol: {} } },
    visit: { label, by: ['cadre', { role: 'worker' }], on: 'household', leaves: { visit: {} } },
    report: { label, by: ['worker'], opens: 'matter' }, enter: { label, by: ['worker'], opens: 'household' },
    sign: { label, by: ['cadre'], on: 'cadre' }, settle: { label, by: ['worker'], leaves: { result: {} } },
  },
  norms: {
    daily: { label, per: { each: 'grid' }, counts: { record: 'patrol' } }, mine: { label, per: { each: 'cadre' }, counts: { record: 'patrol' } },
    visits: { label, per: { each: 'cadre' }, counts: { record: 'visit' } }, found: { label, per: { each: 'grid' }, counts: { action: 'report' } },
    size: { label, per: { each: 'grid' }, counts: { entries: 'household' } }, signs: { label, per: { each: 'grid' }, counts: { action: 'sign' } },
    results: { label, per: { each: 'matter' }, counts: { record: 'result' } }, handled: { label, per: { each: 'grid' }, counts: { record: 'result' } },
  },
} as unknown as Method;
const worker: Actor = { person: 'sun', posts: [{ id: 'sun-post', person: 'sun', role: 'worker', unit: 'g1' }] };
const cadre: Actor = { person: 'zhao', posts: [{ id: 'zhao-post', person: 'zhao', role: 'cadre', unit: 'east' }] };
const ways = (norm: string, of: string, actor: Actor) => waysOf(method, { norm, of }, actor).map(({ label: _label, ...way }) => way);

describe('how a duty can be done', () => {
  it.each([
    ['on the member\'s own log', 'daily', 'unit:g1', worker, [{ action: 'patrol', does: 'act', on: 'unit:g1', subject: true }]],
    ['on the log of the unit of who does it', 'mine', 'post:zhao-post', worker, [{ action: 'patrol', does: 'act', on: 'unit:g1', subject: true }]],
    ['on an entry that is to be chosen', 'visits', 'post:zhao-post', cadre, [{ action: 'visit', does: 'choose', among: 'household', subject: true }]],
    ['by reporting a case', 'found', 'unit:g1', worker, [{ action: 'report', does: 'open', among: 'matter', subject: false }]],
    ['by entering something', 'size', 'unit:g1', worker, [{ action: 'enter', does: 'open', among: 'household', subject: true }]],
    ['on the log of one\'s own post', 'signs', 'unit:g1', cadre, [{ action: 'sign', does: 'act', on: 'post:zhao-post', subject: true }]],
    ['on the case that it is of', 'results', '000001', worker, [{ action: 'settle', does: 'act', on: '000001', subject: false }]],
    ['on a case that is to be chosen', 'handled', 'unit:g1', worker, [{ action: 'settle', does: 'choose', subject: false }]],
    ['not by who may not', 'daily', 'unit:g1', cadre, []],
  ] as const)('%s', (_how, norm, of, actor, expected) => expect(ways(norm, of, actor)).toEqual(expected));
});
