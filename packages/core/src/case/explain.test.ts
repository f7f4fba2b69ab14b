import { describe, expect, it } from 'vitest';
import office from '../check/fixtures/office.json' with { type: 'json' };
import { MethodSchema } from '../method/method-schema.ts';
import { explain } from './explain.ts';
import { lightOf } from './explain-clocks.ts';
import type { Actor } from './messages.ts';
import { compileMethod } from './rules.ts';
import { T, facts, moment, opened, people, rulesOf } from './small-method.fixture.ts';
import type { Story } from './small-method.fixture.ts';

const seen = (story: Story, at: string, actor: Actor = people.wang) => {
  const then = story.until(at);
  return explain(story.rules, then.state, actor, moment(at), facts);
};

/** The street office’s method, on the people of the small one: a hotline order of 道路 in the east. */
const officeRules = compileMethod(MethodSchema.parse(office));
const report = (reporter = true) => opened(officeRules, '2021-11-01 09:00', {
  source: 'hotline', input: { content: '地基下陷', place: 'east', topic: 'road', 'order-no': 'A1' }, ...(reporter && { reporter: { name: '王' } }),
});
const screened = report().act('call', '2021-11-01 09:10', { input: { how: '已联系' } });
const admit = (story: Story, input = {}) => story.act('admit', '2021-11-01 09:30', { by: people.li, input: { 'close-by': '2021-11-19', class: 'urgent', ...input } });
const given = admit(screened, { lane: 'normal' });
const handling = given.act('hand-over', '2021-11-01 10:00', { by: people.li, input: { lead: 'zhao-post' } });
const actionOf = (story: Story, name: string, at = '2021-11-01 11:00', actor: Actor = people.wang) => seen(story, at, actor).actions.find((action) => action.name === name)!;

describe('what may be done', () => {
  it('now, by this person; of the rest every reason why not, at once', () => {
    expect(seen(handling, '2021-11-01 11:00').actions.filter(({ allowed }) => allowed).map(({ name }) => name)).toEqual(['correct', 'answer', 'withdraw']);
    expect(actionOf(handling, 'accept').issues.map(({ code }) => code)).toEqual(['action.wrong-step', 'action.not-yours', 'ending.requirement', 'ending.requirement', 'ending.unanswered']);
    expect(actionOf(handling, 'report-result', undefined, people.zhao)).toMatchObject({ allowed: true, issues: [] });
    expect(actionOf(handling, 'report-result', undefined, people.sun).issues.map(({ code }) => code)).toEqual(['action.not-yours']);
  });
  it('what the action itself brings about is not held against it beforehand', () => {
    const ready = handling.act('report-result', '2021-11-02 10:00', { by: people.zhao, input: { outcome: '已修复' } }).act('answer', '2021-11-02 11:00', { input: { reply: '已修复' } });
    expect(actionOf(ready, 'accept', '2021-11-02 12:00', people.li)).toMatchObject({ allowed: true, ends: 'solved' });
  });
  it('actions that open a case are not among them', () => expect(actionOf(given, 'report')).toBeUndefined());
});

describe('the form', () => {
  const form = (story: Story, name: string) => actionOf(story, name).form;

  it('has every input with its kind, options, bounds and what it stands at', () => {
    expect(form(given, 'correct')).toEqual([
      { name: 'content', label: { zh: '主要内容', en: 'Content' }, kind: 'long-text', optional: true, value: '地基下陷' },
      { name: 'topic', label: { zh: '类别', en: 'Topic' }, kind: 'choice', optional: true, value: 'road', options: [{ name: 'road', label: { zh: '道路', en: '道路' } }, expect.anything(), expect.anything()] },
      { name: 'amount', label: { zh: '涉及金额', en: 'Amount' }, kind: 'number', optional: true, min: 0, max: 1_000_000 },
    ]);
  });
  it('says whom to choose, and to which record an input belongs', () => {
    expect(form(given, 'hand-over')).toMatchObject([{ name: 'lead', kind: 'post', role: 'worker', optional: false }]);
    expect(form(given, 'consult')).toMatchObject([{ name: 'parties', kind: 'choices', group: { zh: '党群会诊' } }, { name: 'agreed', group: { en: 'Consultation' } }]);
    expect(form(given, 'accept').map(({ name }) => name), 'what the action sets is not asked for').toEqual(['remark']);
  });
  it('carries what the rules propose; what tables answer is not asked for', () => {
    const priced = screened.act('correct', '2021-11-01 09:20', { input: { amount: 500 } });
    expect(form(priced, 'admit')).toMatchObject([{ name: 'close-by', kind: 'date' }, { name: 'class', kind: 'choice', optional: false }, { name: 'lane', optional: true, value: 'fast' }]);
    expect(form(screened, 'admit')[2]).toMatchObject({ value: 'normal' });
  });
  it('to withdraw a record offers those that are valid', () => {
    expect(form(given, 'withdraw')).toMatchObject([{ name: 'record', kind: 'choice', options: [{ name: 'contact#1', label: { zh: '首次联系 2021-11-01 09:10 已联系' } }] }]);
    const withdrawn = given.act('withdraw', '2021-11-01 10:00', { input: { record: 'contact#1' } });
    expect(form(withdrawn, 'withdraw')).toMatchObject([{ options: [] }]);
  });
  it('shows an input under a condition only while that holds', () => {
    const rules = rulesOf({ fields: { big: { label: T, kind: 'yes-no' } }, actions: { note: { takes: { big: {}, content: { when: { field: 'big', is: true } } } } } });
    const names = (story: Story) => actionOf(story, 'note').form.map(({ name }) => name);
    expect(names(opened(rules))).toEqual(['big']);
    expect(names(opened(rules).act('note', '2021-11-01 10:00', { input: { big: true } }))).toEqual(['big', 'content']);
  });
});

describe('the checklist of an ending', () => {
  const checklist = (story: Story, ending: string) => seen(story, '2021-11-03 10:00').endings.find(({ name }) => name === ending)!;

  it('says what is there, what is missing, and which actions bring it about', () => {
    const { ready, checklist: items, label } = checklist(handling, 'solved');
    expect({ ready, label }).toEqual({ ready: false, label: { zh: '按时销号', en: 'Struck off in time' } });
    expect(items.map(({ name, met, by }) => [name, met, by!.map((action) => action.name)])).toEqual([
      ['result', false, ['report-result']], ['answered', false, ['answer']], ['accepted', false, ['accept', 'refuse']],
    ]);
  });
  it('asks for the answer to the reporter also where the method does not', () => {
    expect(checklist(handling, 'not-entered').checklist.map(({ name, met }) => [name, met])).toEqual([['reason', false], ['answered', false]]);
    const reasoned = handling.act('ask-longer', '2021-11-02 10:00', { by: people.zhao, input: { text: '雨' } });
    expect(checklist(reasoned, 'not-entered')).toMatchObject({ ready: true });
  });
  it('leaves out what does not apply', () => {
    const survey = opened(officeRules, undefined, { source: 'survey', input: { content: 'x', place: 'east', topic: 'road' } });
    expect(checklist(survey, 'solved').checklist.find(({ name }) => name === 'answered')!.say.en, 'nobody raised it').toMatch(/on record why/);
  });
  it('is gone once the case has ended', () => {
    const ended = screened.act('leave-out', '2021-11-01 09:30', { by: people.li, input: { text: '不属本街道' } });
    const explained = seen(ended, '2021-11-01 10:00');
    expect(explained).toMatchObject({ endings: [], awaited: [], ended: { ending: 'not-entered', outcome: 'not-entered', label: { zh: '不入表' } } });
    expect(explained.line.map(({ state }) => state)).toEqual(['done', 'done', 'skipped', 'ahead', 'ahead']);
  });
});

describe('where it stands in its line', () => {
  it('steps are done, here, ahead, or skipped because they do not apply', () => {
    expect(seen(handling, '2021-11-01 11:00').line.map(({ name, state }) => `${name} ${state}`)).toEqual(['received done', 'screening done', 'planning skipped', 'handling here', 'accepting ahead']);
    const hard = admit(screened, { class: 'hard', lane: 'fast' });
    expect(seen(hard, '2021-11-01 11:00').line.map(({ state }) => state)).toEqual(['done', 'done', 'here', 'ahead', 'ahead']);
  });
  it('who is awaited: whoever was asked, else the roles that may act at this step', () => {
    expect(seen(handling, '2021-11-01 11:00').awaited).toEqual([{ zh: 'zhao（承办人）', en: 'zhao (Worker)' }]);
    expect(seen(screened, '2021-11-01 11:00').awaited).toEqual([{ zh: '街道领导', en: 'Leader' }]);
  });
  it('what is known of it, in words: fields, answers and why, records, asks', () => {
    const { facts: known, answers, records, asks } = seen(handling, '2021-11-01 11:00');
    expect(known.map(({ name, text }) => [name, text.zh])).toEqual([['order-no', 'A1'], ['content', '地基下陷'], ['place', '东社区'], ['close-by', '2021-11-19'], ['topic', '道路']]);
    expect(answers.map(({ name, text }) => [name, text.zh])).toEqual([['class', '急'], ['lane', '普办'], ['wording.zero', '按时销号']]);
    expect(records).toMatchObject([{ id: 'contact#1', label: { zh: '首次联系' }, by: 'wang', withdrawn: false, values: [{ text: { zh: '已联系' } }] }]);
    expect(asks).toMatchObject([{ id: 'lead#1', state: 'open', to: { zh: 'zhao（承办人）' } }]);
  });
});

describe('the lights of a clock', () => {
  const ladder = { soon: { at: { before: '1 working day' } }, earlier: { at: { before: '2 working days' } } };
  const rules = (work: object) => rulesOf({
    actions: { begin: { label: T, by: ['clerk'] }, pause: { label: T, by: ['clerk'] }, 'hold-it': { label: T, by: ['clerk'], clocks: { work: { hold: T } } }, drop: { label: T, by: ['clerk'], clocks: { work: { void: true } } } },
    clocks: { work: { label: T, starts: { action: 'begin' }, stops: { action: 'pause' }, limit: '5 working days', ladder, ...work } },
  });
  const light = (at: string, work: object = {}, ...acts: readonly (readonly [string, string])[]) => {
    const story = acts.reduce((one, [action, when]) => one.act(action, when), opened(rules(work)).act('begin', '2021-11-01 10:00')).until(at);
    return lightOf(story.clock('work'), moment(at), story.rules);
  };

  // Due on Monday the 8th at 24:00; the first warning two working days before, on Thursday the 4th when the office opens.
  it.each<[string, string, object?, (readonly [string, string])[]?]>([
    ['green', '2021-11-04 08:59'],
    ['yellow', '2021-11-04 09:00'],
    ['yellow', '2021-11-09 00:00'],
    ['red', '2021-11-09 00:01'],
    ['green', '2021-11-08 10:00', { ladder: {} }],
    ['none', '2021-11-08 10:00', { limit: 'none', ladder: {} }],
    ['none', '2021-11-08 10:00', { binds: 'minimum' }],
    ['held', '2021-11-30 10:00', {}, [['hold-it', '2021-11-02 10:00']]],
    ['met', '2021-11-30 10:00', {}, [['pause', '2021-11-08 10:00']]],
    ['late', '2021-11-30 10:00', {}, [['pause', '2021-11-09 10:00']]],
    ['void', '2021-11-30 10:00', {}, [['drop', '2021-11-02 10:00']]],
  ])('%s at %s %j %j', (expected, at, work = {}, acts = []) => expect(light(at, work, ...acts)).toBe(expected));
});

describe('why a clock is due when it is due', () => {
  it('is said in both languages for every clock, the running ones first by what is due next', () => {
    const { clocks } = seen(handling, '2021-11-01 11:00');
    // Three working days before Friday the 19th: the 16th. Two working days after Monday the 1st: the 3rd.
    expect(clocks.map(({ id, phase, dueText }) => [id, phase, dueText?.zh])).toEqual([
      ['handle@lead#1', 'running', '2021-11-03'], ['milestone', 'running', '2021-11-16'], ['close', 'running', '2021-11-19'], ['first-contact', 'met', '2021-11-01 09:30'],
    ]);
    for (const { because, segments } of clocks) {
      expect(because.length).toBe(segments.length);
      expect(because.length).toBeGreaterThan(1);
      for (const { zh, en } of because) expect([zh, en]).toEqual([expect.stringMatching(/\p{Script=Han}/u), expect.stringMatching(/[A-Za-z]/)]);
    }
    expect(clocks[0]!.because.at(-1)).toEqual({ zh: expect.stringContaining('11月3日'), en: expect.stringContaining('2021-11-03') });
  });
  it('a due time in a year whose holidays are not known is provisional, and says so', () => {
    const rules = rulesOf({ clocks: { work: { label: T, starts: { action: 'report' }, stops: { action: 'note' }, limit: '5 working days' } } });
    const [clock] = seen(opened(rules, '2090-11-01 09:00'), '2090-11-01 10:00').clocks;
    expect(clock).toMatchObject({ provisional: true, dueText: { zh: expect.stringContaining('暂定'), en: expect.stringContaining('provisional') } });
  });
});
