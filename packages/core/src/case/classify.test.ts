import { describe, expect, it } from 'vitest';
import { T, moment, opened, people, rulesOf } from './small-method.fixture.ts';

const does = (effect: object): object => ({ label: T, by: ['clerk'], ...effect });
const rules = rulesOf({
  fields: { topic: { label: T, kind: 'choice', options: { road: T, water: T, noise: T } }, amount: { label: T, kind: 'number' } },
  classifications: {
    class: { label: T, by: 'person', answers: { hard: T, urgent: T } },
    lane: { label: T, by: 'proposed', answers: { fast: T, normal: T }, rules: { small: { when: { field: 'amount', below: 1000 }, then: 'fast' }, known: { when: { field: 'amount', known: true }, then: 'normal' } }, order: ['small', 'known'] },
    way: { label: T, by: 'table', outputs: { how: T }, hit: 'unique', rules: {
      hard: { when: { answer: 'class', is: 'hard' }, then: { how: { zh: '会诊', en: 'Consult' } } }, road: { when: { field: 'topic', is: 'road' }, then: { how: { zh: '路政', en: 'Roads' } } },
    }, order: ['hard', 'road'] },
    tags: { label: T, by: 'table', answers: { big: T, wet: T }, hit: 'collect', rules: { big: { when: { field: 'amount', min: 1000 }, then: 'big' }, wet: { when: { field: 'topic', is: 'water' }, then: 'wet' } }, order: ['big', 'wet'] },
  },
  actions: {
    set: does({ takes: { topic: { optional: true }, amount: { optional: true } } }),
    // Written with the later table first: the method's own order is what counts.
    classify: does({ takes: { topic: { optional: true }, amount: { optional: true } }, answers: { way: {}, class: {} } }),
    propose: does({ takes: { amount: { optional: true } }, answers: { lane: {} } }), collect: does({ answers: { tags: {} } }),
  },
});
const given = (input: Record<string, unknown> = {}) => opened(rules).act('set', '2021-11-01 09:30', { input });
const at = '2021-11-01 10:00';

describe('a classification', () => {
  it('by a person keeps who gave it and when', () => {
    expect(given().act('classify', at, { input: { class: 'hard' } }).state.answers['class']).toEqual({ is: 'hard', at: moment(at), by: expect.objectContaining({ person: 'wang', role: 'clerk' }) });
  });

  it('by a table keeps the rule and why the others did not match; it reads what was filled in and answered just before', () => {
    const { way } = given().act('classify', at, { input: { class: 'hard', topic: 'water' } }).state.answers;
    expect(way).toEqual({ outputs: { how: { zh: '会诊', en: 'Consult' } }, rule: 'hard', at: moment(at), trace: { hit: ['hard'], missed: [{ rule: 'road', at: expect.any(Array) }] } });
    expect(way).not.toHaveProperty('by');
  });

  it.each<[situation: string, input: Record<string, unknown>, code: string]>([
    ['several rules, where only one may', { class: 'hard', topic: 'road' }, 'classification.several-rules'],
    ['no rule at all', { class: 'urgent', topic: 'water' }, 'classification.no-rule'],
  ])('%s: refused, and nothing is written', (_, input, code) => {
    expect(given().refusal('classify', at, { input })).toEqual([code]);
  });

  it('proposed is what the rules say, where nobody overrules it', () => {
    expect(given().act('propose', at, { input: { amount: 10 } }).state.answers['lane']).toMatchObject({ is: 'fast', rule: 'small', trace: { hit: ['small'] } });
    expect(given().act('propose', at, { input: { amount: 1000 } }).state.answers['lane']).toMatchObject({ is: 'normal', rule: 'known' });
  });
  it('overruled keeps beside the person’s answer what had been proposed', () => {
    const { lane } = given().act('propose', at, { input: { amount: 10, lane: 'normal' } }).state.answers;
    expect(lane).toMatchObject({ is: 'normal', proposed: 'fast', by: { person: 'wang' }, trace: { hit: ['small'] } });
    expect(lane).not.toHaveProperty('rule');
  });
  it('proposed by no rule needs the person', () => {
    expect(given().refusal('propose', at)).toEqual(['classification.no-rule']);
    expect(given().act('propose', at, { input: { lane: 'fast' } }).state.answers['lane']).toMatchObject({ is: 'fast' });
  });

  it('that collects keeps all that match, which may be none', () => {
    const tags = (input: Record<string, unknown>) => given(input).act('collect', at).state.answers['tags']?.all;
    expect(tags({ topic: 'water', amount: 5000 })).toEqual(['big', 'wet']);
    expect(tags({ topic: 'water' })).toEqual(['wet']);
    expect(tags({})).toEqual([]);
  });

  it('answered again is replaced in the case; the event of the old answer stays', () => {
    const twice = given().act('classify', at, { input: { class: 'hard' } }).act('classify', '2021-11-01 11:00', { input: { class: 'urgent', topic: 'road' }, by: people.wang });
    expect(twice.state.answers['class']).toMatchObject({ is: 'urgent' });
    expect(twice.changes('answer').filter(({ name }) => name === 'class').map(({ answer }) => answer.is)).toEqual(['hard', 'urgent']);
  });

  it('is answered where an action says so, never by itself', () => expect(given({ amount: 10, topic: 'road' }).state.answers).toEqual({}));
});
