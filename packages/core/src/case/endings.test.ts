import { describe, expect, it } from 'vitest';
import { T, opened, rulesOf } from './small-method.fixture.ts';

const does = (effect: object): object => ({ label: T, by: ['clerk'], ...effect });
const rules = rulesOf({
  fields: { topic: { label: T, kind: 'text' } },
  records: { reason: { label: T, serves: 'reason', fields: { why: { label: T, kind: 'text' } } }, result: { label: T } },
  classifications: {
    class: { label: T, by: 'person', answers: { hard: T, urgent: T } },
    way: { label: T, by: 'table', outputs: { zero: T }, rules: { all: { then: { zero: { zh: '问题归零', en: 'Down to zero' } } } } },
  },
  actions: {
    classify: does({ answers: { class: {} } }), conclude: does({ answers: { way: {} } }),
    work: does({ leaves: { result: {} } }), explain: does({ leaves: { reason: {} } }), withdraw: does({ withdraws: true }),
    close: does({ ends: 'solved' }), 'close-as': does({ ends: 'by-class' }), 'close-out': does({ ends: 'by-output' }), correct: { label: T, by: ['clerk'], after: ['solved'], takes: { topic: {} } },
  },
  endings: {
    solved: { requires: { result: { say: T, if: { record: 'result' } } } },
    'by-class': { label: { zh: '办结', en: 'Done' }, labels: { answer: 'class', is: { hard: { zh: '问题归零', en: 'Zero' } } }, outcome: 'solved' },
    'by-output': { label: { zh: '办结', en: 'Done' }, labels: { answer: 'way', output: 'zero' }, outcome: 'solved' },
  },
});
const at = '2021-11-01 10:00';
const given = opened(rules);

describe('a case ends', () => {
  it.each<[situation: string, before: readonly string[], codes: readonly string[]]>([
    ['nothing has been done', [], ['ending.requirement', 'ending.unanswered']],
    ['the reporter has no answer', ['work'], ['ending.unanswered']],
    ['nobody has done anything', ['explain'], ['ending.requirement']],
    ['it is done, and there is a reason why nobody could be answered', ['work', 'explain'], []],
  ])('only with what its ending requires, and with an answer or a reason: %s', (_, before, codes) => {
    const story = before.reduce((one, action) => one.act(action, at, action === 'explain' ? { input: { why: '匿名' } } : {}), given);
    expect(story.refusal('close', at)).toEqual(codes);
  });

  it('an answer that was withdrawn is none', () => {
    const story = given.act('work', at).act('explain', at, { input: { why: '匿名' } }).act('withdraw', at, { input: { record: 'reason#1' } });
    expect(story.refusal('close', at)).toEqual(['ending.unanswered']);
  });

  it('every missing piece says what it is, in the word that the ending has for this case', () => {
    const classified = given.act('classify', at, { input: { class: 'hard' } });
    expect(classified.refused('close-as', at)).toEqual([{ code: 'ending.unanswered', path: ['ends'], params: { ending: { zh: '问题归零', en: 'Zero' } } }]);
    const urgent = given.act('classify', at, { input: { class: 'urgent' } });
    for (const story of [given, urgent]) expect(story.refused('close-as', at), 'where the answer has no word of its own').toMatchObject([{ params: { ending: { zh: '办结' } } }]);
    expect(given.act('conclude', at).refused('close-out', at)).toMatchObject([{ params: { ending: { zh: '问题归零' } } }]);
    expect(given.refused('close-out', at)).toMatchObject([{ params: { ending: { zh: '办结' } } }]);
  });

  it('by whom and when is kept; what may follow it does not undo it', () => {
    const ended = given.act('work', at).act('explain', at, { input: { why: '匿名' } }).act('close', at);
    expect(ended.state.ended).toMatchObject({ ending: 'solved', outcome: 'solved', by: { person: 'wang' } });
    const corrected = ended.act('correct', '2021-11-01 11:00', { input: { topic: '道路' } });
    expect(corrected.state).toMatchObject({ fields: { topic: '道路' }, ended: { ending: 'solved' } });
  });
});
