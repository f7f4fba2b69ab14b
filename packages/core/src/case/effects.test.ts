import { describe, expect, it } from 'vitest';
import type { Actor } from './messages.ts';
import { T, moment, opened, people, rulesOf } from './small-method.fixture.ts';
import type { Story } from './small-method.fixture.ts';

const { zhao, sun, li } = people;

describe('the line of steps', () => {
  const rules = rulesOf({
    kinds: { matter: { line: ['received', 'call', 'screening', 'planning', 'handling', 'accepting'] } },
    fields: { content: null, urgent: { label: T, kind: 'yes-no' } },
    steps: {
      call: { label: T, when: { case: 'reporter' } }, screening: { label: T }, planning: { label: T, when: { field: 'urgent', is: true } },
      accepting: { label: T }, archive: { label: T },
    },
    actions: {
      report: { takes: null, to: 'next' },
      go: { label: T, by: ['clerk'], takes: { urgent: { optional: true } }, to: 'next' },
      redo: { label: T, by: ['clerk'], to: 'screening' },
      'after-screening': { label: T, by: ['clerk'], takes: { urgent: { optional: true } }, to: { after: 'screening' } },
      file: { label: T, by: ['clerk'], to: 'archive' },
      reopen: { label: T, by: ['clerk'], after: ['solved'], to: 'handling' },
      'reopen-here': { label: T, by: ['clerk'], after: ['solved'] },
    },
  });
  const without = opened(rules);
  const goes = (story: Story, times: number, urgent?: boolean, at = '2021-11-01 10:00'): Story =>
    Array.from({ length: times }).reduce<Story>((one) => one.act('go', at, urgent === undefined ? {} : { input: { urgent } }), story);

  it('next is the first step that applies and is not yet done', () => {
    expect(without.state.step, 'nobody to be called').toBe('screening');
    expect(opened(rules, undefined, { reporter: { name: '王' } }).state.step).toBe('call');
    expect(goes(without, 1).state).toMatchObject({ step: 'handling', passed: ['received', 'screening'] });
    expect(goes(without, 1, true).state.step, 'read after what was filled in').toBe('planning');
  });

  it('a step that comes to apply later is next, though it lies behind; what lies behind it stays done', () => {
    expect(goes(goes(without, 1), 1, true).state).toMatchObject({ step: 'planning', passed: ['received', 'screening'] });
  });

  it('at the end of the line next stays', () => expect(goes(without, 5).state.step).toBe('accepting'));

  it('going back undoes what lies behind: those steps are ahead once more', () => {
    const back = goes(without, 2).act('redo', '2021-11-01 11:00');
    expect(back.state).toMatchObject({ step: 'screening', passed: ['received'] });
    expect(goes(back, 1, undefined, '2021-11-01 12:00').state.step).toBe('handling');
  });

  it('after a step: the first that applies behind it, however far the case had come, and what lay behind is undone', () => {
    const far = goes(without, 2);
    expect(far.act('after-screening', '2021-11-01 11:00').state).toMatchObject({ step: 'handling', passed: ['received', 'screening'] });
    expect(far.act('after-screening', '2021-11-01 11:00', { input: { urgent: true } }).state).toMatchObject({ step: 'planning', passed: ['received', 'screening'] });
  });

  it('a step that the case leaves because it does not apply any more is not done', () => {
    const planning = goes(without, 1, true);
    expect(planning.act('after-screening', '2021-11-01 11:00', { input: { urgent: false } }).state).toMatchObject({ step: 'handling', passed: ['received', 'screening'] });
  });

  it('a step beside the line undoes nothing; from there, too, going back undoes what lies behind', () => {
    const aside = goes(without, 1).act('file', '2021-11-01 11:00');
    expect(aside.state).toMatchObject({ step: 'archive', passed: ['received', 'screening', 'handling'] });
    expect(goes(aside, 1, undefined, '2021-11-01 12:00').state, 'on along the line').toMatchObject({ step: 'accepting', passed: ['received', 'screening', 'handling'] });
    const back = aside.act('redo', '2021-11-01 12:00');
    expect(back.state).toMatchObject({ step: 'screening', passed: ['received'] });
    expect(goes(back, 1, undefined, '2021-11-01 13:00').state.step).toBe('handling');
  });

  it('a case opens at the first step of its line that applies', () => {
    const conditional = rulesOf({ steps: { received: { when: { case: 'reporter' } } } });
    expect(opened(conditional).state.step).toBe('handling');
    expect(opened(conditional, undefined, { reporter: {} }).state.step).toBe('received');
    expect(opened(rulesOf({ steps: { received: { when: { case: 'reporter' } }, handling: { when: { case: 'reporter' } } } })).state.step, 'where none applies, at the first').toBe('received');
  });

  it('an ended case is opened again by what leads to a step, and only by that', () => {
    const ended = goes(without, 1).act('finish', '2021-11-01 11:00');
    const reopened = ended.act('reopen', '2021-11-01 12:00');
    expect(reopened.state).toMatchObject({ step: 'handling' });
    expect(reopened.state.ended).toBeUndefined();
    expect(reopened.refusal('go', '2021-11-01 12:00')).toEqual([]);
    expect(ended.act('reopen-here', '2021-11-01 12:00').state.ended).toMatchObject({ ending: 'solved' });
  });
});

describe('asks', () => {
  const reply = (ask: string, as: string, by: readonly unknown[] = [{ ask }]) => ({ label: T, by, replies: { [ask]: { as } } });
  const rules = rulesOf({
    asks: { lead: { label: T, of: { post: 'worker' } }, help: { label: T, of: { post: 'worker' }, many: true }, judge: { label: T, of: { role: 'leader' } }, later: { label: T, of: { ask: 'lead' } } },
    actions: {
      lead: { label: T, by: ['clerk'], asks: { lead: { optional: true } } }, help: { label: T, by: ['clerk'], asks: { help: {} } },
      judge: { label: T, by: ['clerk'], asks: { judge: {} } }, later: { label: T, by: ['clerk'], asks: { later: {} } },
      'lead-accepted': reply('lead', 'accepted'), 'lead-done': reply('lead', 'done'), 'help-done': reply('help', 'done'), 'help-off': reply('help', 'withdrawn', ['clerk']),
      raise: { label: T, by: ['clerk'], raises: true },
    },
    endings: { referred: { label: T, outcome: 'referred', keeps: { asks: ['help'] } } },
  });
  const refer = rulesOf({ ...patchOf(rules), actions: { ...patchOf(rules).actions, refer: { label: T, by: ['clerk'], leaves: { answer: {} }, ends: 'referred' } } });
  const given = opened(refer);
  const lead = (story: Story, whom: string) => story.act('lead', '2021-11-01 10:00', { input: { lead: whom } });
  const help = (story: Story, whom: string) => story.act('help', '2021-11-01 10:00', { input: { help: whom } });
  const asks = (story: Story) => story.state.asks.map(({ id, to, reply: replied }) => [id, to.person, replied?.as]);

  it('a new one withdraws the open one of its name', () => {
    expect(asks(lead(lead(given, 'zhao-post'), 'sun-post'))).toEqual([['lead#1', 'zhao', 'withdrawn'], ['lead#2', 'sun', undefined]]);
  });
  it('unless several may be open', () => {
    expect(asks(help(help(given, 'zhao-post'), 'sun-post'))).toEqual([['help#1', 'zhao', undefined], ['help#2', 'sun', undefined]]);
  });
  it('one that was answered is not withdrawn by a new one', () => {
    const done = lead(given, 'zhao-post').act('lead-done', '2021-11-01 11:00', { by: zhao });
    const other = done.act('lead', '2021-11-01 12:00', { input: { lead: 'sun-post' } });
    expect(asks(other)).toEqual([['lead#1', 'zhao', 'done'], ['lead#2', 'sun', undefined]]);
    expect(done.refusal('lead-done', '2021-11-01 12:00', { by: zhao }), 'it is still hers, though nothing is open').toEqual(['ask.none-open']);
    expect(other.refusal('lead-done', '2021-11-01 12:00', { by: zhao }), 'until somebody else is asked').toEqual(['action.not-yours']);
  });
  it('an optional one is not asked of nobody', () => expect(given.act('lead', '2021-11-01 10:00').state.asks).toEqual([]));

  it('accepting leaves it open; a word that settles it does not', () => {
    const accepted = lead(given, 'zhao-post').act('lead-accepted', '2021-11-01 11:00', { by: zhao });
    expect(accepted.state.asks[0]).toMatchObject({ accepted: moment('2021-11-01 11:00') });
    expect(asks(accepted)).toEqual([['lead#1', 'zhao', undefined]]);
    const done = accepted.act('lead-done', '2021-11-01 12:00', { by: zhao });
    expect(done.state.asks[0]).toMatchObject({ accepted: moment('2021-11-01 11:00'), reply: { as: 'done', at: moment('2021-11-01 12:00'), by: { person: 'zhao' } } });
    expect(done.refusal('lead-done', '2021-11-01 13:00', { by: zhao })).toEqual(['ask.none-open']);
  });

  it('of several open ones, each person replies to what that person was asked', () => {
    const both = help(help(given, 'zhao-post'), 'sun-post');
    const one = both.act('help-done', '2021-11-01 11:00', { by: sun });
    expect(asks(one)).toEqual([['help#1', 'zhao', undefined], ['help#2', 'sun', 'done']]);
    expect(one.refusal('help-done', '2021-11-01 12:00', { by: sun }), 'what others were asked is theirs').toEqual(['ask.none-open']);
    expect(asks(one.act('help-done', '2021-11-01 12:00', { by: zhao }))).toEqual([['help#1', 'zhao', 'done'], ['help#2', 'sun', 'done']]);
  });
  it('who was asked nothing but may withdraw it withdraws the first that is open', () => {
    expect(asks(help(help(given, 'zhao-post'), 'sun-post').act('help-off', '2021-11-01 11:00'))).toEqual([['help#1', 'zhao', 'withdrawn'], ['help#2', 'sun', undefined]]);
  });

  it('a role is asked where the case is now', () => {
    expect(given.act('judge', '2021-11-01 10:00').state.asks).toMatchObject([{ to: { role: 'leader', unit: 'east' } }]);
    expect(given.act('raise', '2021-11-01 10:00').act('judge', '2021-11-01 10:00').state.asks).toMatchObject([{ to: { role: 'leader', unit: 'xin' } }]);
  });
  it('of whoever answers another ask: the last of that name, or, where nobody was asked, the unit that has the case', () => {
    expect(given.act('later', '2021-11-01 10:00').state.asks).toMatchObject([{ to: { unit: 'east' } }]);
    expect(lead(lead(given, 'zhao-post'), 'sun-post').act('later', '2021-11-01 11:00').state.asks.at(-1)).toMatchObject({ name: 'later', to: { person: 'sun' } });
  });

  it('what is open at an ending is withdrawn, but for what the ending keeps', () => {
    const open = help(lead(given, 'zhao-post'), 'sun-post');
    expect(asks(open.act('finish', '2021-11-01 11:00')).map(([, , as]) => as)).toEqual(['withdrawn', 'withdrawn']);
    expect(asks(open.act('refer', '2021-11-01 11:00')).map(([, , as]) => as)).toEqual(['withdrawn', undefined]);
  });
});

describe('tellings', () => {
  const rules = rulesOf({
    fields: { urgent: { label: T, kind: 'yes-no' } },
    asks: { lead: { label: T, of: { post: 'worker' } } },
    clocks: { close: { label: T, starts: { action: 'report' }, stops: { ending: 'solved' }, limit: '3 working days' } },
    actions: {
      lead: { label: T, by: ['clerk'], takes: { content: {} }, asks: { lead: {} }, tells: {
        worker: { to: [{ ask: 'lead' }, { role: 'leader' }, { reporter: true }], say: [{ zh: '请于', en: 'By ' }, { clock: 'close', show: 'due' }, { zh: '前办结：', en: ' settle: ' }, { field: 'content' }] },
        urgent: { to: [{ role: 'leader' }], say: '急', when: { field: 'urgent', is: true } },
      } },
      shout: { label: T, by: ['clerk'], takes: { urgent: {} }, tells: { nobody: { to: [{ ask: 'lead' }], say: [{ field: 'content' }], when: { field: 'urgent', is: true } } } },
    },
  });
  const told = (story: Story) => story.changes('told').map(({ name, to, text }) => [name, to, text]);

  it('reach whoever was just asked, the role where the case is, the reporter; with the facts of that moment', () => {
    // Three working days after Monday the 1st: Tuesday, Wednesday, Thursday the 4th.
    const story = opened(rules).act('lead', '2021-11-01 10:00', { input: { content: '地基下陷', lead: 'zhao-post' } }).act('lead', '2021-11-02 10:00', { input: { content: '另一处', lead: 'sun-post' } });
    const text = (content: string) => ({ zh: `请于2021-11-04前办结：${content}`, en: `By 2021-11-04 settle: ${content}` });
    expect(told(story)).toEqual([
      ['worker', [expect.objectContaining({ person: 'zhao' }), { role: 'leader', unit: 'east' }, { reporter: true }], text('地基下陷')],
      ['worker', [expect.objectContaining({ person: 'sun' }), { role: 'leader', unit: 'east' }, { reporter: true }], text('另一处')],
    ]);
  });
  it('under a condition are sent only while it holds; what is not known reads as a dash; with nobody asked the unit that has the case is told', () => {
    expect(told(opened(rules).act('shout', '2021-11-01 10:00', { input: { urgent: false } }))).toEqual([]);
    expect(told(opened(rules).act('shout', '2021-11-01 10:00', { input: { urgent: true } }))).toEqual([['nobody', [{ unit: 'east' }], { zh: '—', en: '—' }]]);
  });
});

describe('handing up', () => {
  const rules = rulesOf({ actions: { note: { by: ['clerk', 'leader'], raises: true } } });
  it('moves the case one level up; its home stays, and so does who answers for it there', () => {
    const raised = opened(rules).act('note', '2021-11-01 10:00');
    expect(raised.state).toMatchObject({ home: 'east', holder: 'xin' });
    expect(raised.act('note', '2021-11-01 11:00').state.holder).toBe('city');
  });
  it('ends at the top', () => {
    const top = [1, 2, 3].reduce<Story>((story) => story.act('note', '2021-11-01 10:00', { by: li as Actor }), opened(rules));
    expect(top.state.holder).toBe('city');
    expect(top.changes('raised')).toHaveLength(2);
  });
});

/** A method as a patch on itself, so that one more part can be added. */
function patchOf({ method }: ReturnType<typeof rulesOf>) { return method as typeof method & Record<string, object>; }
