import { describe, expect, it } from 'vitest';
import type { CaseLink, CaseState } from '../case/messages.ts';
import { caseOf, rules, solved } from './district.fixture.ts';
import { lineage } from './lineage.ts';
import type { LineageNode } from './lineage.ts';

const to = (link: string, other: string): CaseLink => ({ link, side: 'from', case: other, at: 0 });
const back = (link: string, other: string): CaseLink => ({ link, side: 'to', case: other, at: 0 });

// The matter merges two needs; a service answers the matter.
const all: Readonly<Record<string, CaseState>> = {
  n1: caseOf('n1', { kind: 'need', links: [back('merges', 'm')] }), n2: caseOf('n2', { kind: 'need', links: [back('merges', 'm')] }),
  m: caseOf('m', { links: [to('merges', 'n1'), to('merges', 'n2'), to('merges', 'gone'), back('answers', 's')], ...solved('2021-11-02 09:00') }),
  s: caseOf('s', { kind: 'service', links: [to('answers', 'm')] }),
};
const from = (id: string) => lineage(rules, all[id]!, (other) => all[other]);
const shape = ({ id, linked }: LineageNode): unknown => (linked.length === 0 ? id : { [id]: linked.map(shape) });

describe('the lineage of a case', () => {
  it('leads from a service back to every need that it answers', () => {
    expect(shape(from('s'))).toEqual({ s: [{ m: ['n1', 'n2'] }] });
  });
  it('and from a need on to the service, and to the other needs that it was merged with', () => {
    expect(shape(from('n1'))).toEqual({ n1: [{ m: ['n2', 's'] }] });
  });
  it('says how each is linked with the one above it, on which side it stands, and how far it is', () => {
    const { linked, ...service } = from('s');
    expect(service).toEqual({ id: 's', kind: 'service', label: { zh: '服务', en: 'Service' }, step: 'received' });
    expect(linked[0]).toMatchObject({ id: 'm', label: { zh: '事项' }, link: { name: 'answers', label: { zh: '回应' } }, side: 'to', step: 'received', ending: 'solved' });
    expect(from('m').linked.map(({ id, link, side }) => [id, link?.label.zh, side])).toEqual([['n1', '某', 'to'], ['n2', '某', 'to'], ['s', '由…回应', 'from']]);
  });
  it('ends where cases are linked in a circle, and leaves out what cannot be read', () => {
    const round = { a: caseOf('a', { links: [to('merges', 'b')] }), b: caseOf('b', { links: [to('merges', 'c'), back('merges', 'a')] }), c: caseOf('c', { links: [to('merges', 'a'), to('merges', 'c')] }) };
    expect(shape(lineage(rules, round.a, (id) => round[id as 'a' | 'b' | 'c']))).toEqual({ a: [{ b: ['c'] }] });
    expect(lineage(rules, round.a, () => undefined).linked).toEqual([]);
  });
});
