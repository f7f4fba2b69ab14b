import type { ActCommand, Actor, Addressee, Answer, CaseEvent, CaseState, Change, Clock, OpenCommand, Post, Signature } from '@bihuan/core';
import { facts, rules } from './story.ts';

/**
 * The limit for all that we do: the same events and the same state, clocks and audit included, by hand, for exactly these eight steps of
 * 1330. Due times come from the same calendar. Roles and required inputs are checked; nothing else that could go wrong is looked for.
 */
const { zone, numbered, edition } = rules.calendar;
const policy: Clock['policy'] = { countStart: false, moment: false, ends: 'midnight', restDay: 'next', hold: 'whole-days' };
const over = [facts.units['yingchunli']!.path[0]!, facts.units['yingchunli']!.path[1]!, facts.units['yingchunli']!.path[2]!];

const sign = (by: Actor, role: string): Signature | undefined => {
  for (const post of by.posts) if (post.role === role && over.includes(post.unit)) return signed(by, post);
  return undefined;
};
const signed = (by: Actor, post: Post): Signature => ({ person: by.person, name: by.name!, role: post.role, unit: post.unit, post: post.id });

export function open(command: OpenCommand): { readonly state: CaseState; readonly events: readonly CaseEvent[] } | undefined {
  const by = sign(command.by, 'clerk');
  const { content, place, 'order-no': order } = command.input as Record<string, string>;
  if (!by || !content || !command.reporter) return undefined;
  const { at } = command;
  const due = at + 30 * 60_000;
  const clock: Clock = {
    id: 'first-contact', name: 'first-contact', phase: 'running', binds: 'hard', start: { at }, policy, holds: [], extensions: [],
    rungs: [{ name: 'over', at: due, late: true }], limit: { kind: 'duration', duration: { amount: 30, unit: 'minutes' } }, due: { at: due },
  };
  const passed = ['reported'];
  const method = { id: '1330', version: '1.0.0' };
  const { reporter } = command;
  const levels = { home: 'community', holder: 'community' };
  const changes: Change[] = [
    { type: 'opened', id: command.id, method, kind: 'matter', source: command.source, home: command.home, holder: command.home, levels, reporter, step: 'reported', edition },
    { type: 'field', name: 'content', value: content },
    { type: 'field', name: 'place', value: place! },
    { type: 'field', name: 'order-no', value: order! },
    { type: 'step', from: 'reported', to: 'contact', passed },
    { type: 'clock', how: 'started', clock },
  ];
  return {
    events: [{ v: 1, type: 'acted', seq: 1, at, recorded: at, action: 'report', by, changes }],
    state: {
      id: command.id, version: 1, method, kind: 'matter', source: command.source, home: command.home, holder: command.home, levels, reporter, step: 'contact', passed,
      fields: { content, place: place!, 'order-no': order! }, answers: {}, records: [], asks: [], clocks: { 'first-contact': clock }, links: [],
      done: { report: { count: 1, at, by, everyone: [by.person] } }, opened: at, openedBy: by, last: at,
    },
  };
}

export function act(state: CaseState, { action, by, at, input }: ActCommand): { readonly state: CaseState; readonly events: readonly CaseEvent[] } | undefined {
  switch (action) {
    case 'call': return call(state, sign(by, 'clerk'), at, input as Record<string, string>);
    case 'admit': return admit(state, sign(by, 'leading-group'), at, input as Record<string, string>);
    case 'schedule': return schedule(state, sign(by, 'party-committee'), at, input as Record<string, string>);
    case 'progress': return progress(state, asked(state, by), at, input as Record<string, string>);
    case 'report-result': return reportResult(state, asked(state, by), at, input as Record<string, string>);
    case 'answer': return answer(state, sign(by, 'clerk'), at, input as { reply?: string; satisfied?: boolean });
    case 'accept': return accept(state, sign(by, 'party-committee'), at, input as Record<string, string>);
    default: return undefined;
  }
}

type Outcome = { readonly state: CaseState; readonly events: readonly CaseEvent[] } | undefined;

const asked = (state: CaseState, by: Actor): Signature | undefined => {
  const post = by.posts.find((held) => held.id === state.asks[0]!.to.post);
  return post && signed(by, post);
};

const acted = (state: CaseState, action: string, by: Signature, at: number, changes: Change[]): CaseEvent =>
  ({ v: 1, type: 'acted', seq: state.version + 1, at, recorded: at, action, by, changes });
/** The next state in one piece: spreading the old one and overwriting half of it takes longer. */
const after = (
  state: CaseState, done: CaseState['done'], at: number, events: number, step: string, passed: readonly string[], fields: CaseState['fields'], answers: CaseState['answers'],
  records: CaseState['records'], asks: CaseState['asks'], clocks: CaseState['clocks'],
): CaseState => ({
  id: state.id, version: state.version + events, method: state.method, kind: state.kind, source: state.source, home: state.home, holder: state.holder, levels: state.levels, reporter: state.reporter!,
  step, passed, fields, answers, records, asks, clocks, links: state.links, done, opened: state.opened, openedBy: state.openedBy!, last: at,
});
const once = (by: Signature, at: number): CaseState['done'][string] => ({ count: 1, at, by, everyone: [by.person] });
const met = (clock: Clock, at: number): Clock => ({ ...clock, phase: 'met', rungs: [], stopped: at });

function call(state: CaseState, by: Signature | undefined, at: number, { situation }: Record<string, string>): Outcome {
  if (!by || !situation || state.step !== 'contact') return undefined;
  const record = { id: 'contact#1', name: 'contact', values: { situation }, at, by };
  const clock = met(state.clocks['first-contact']!, at);
  const passed = ['reported', 'contact'];
  const changes: Change[] = [{ type: 'record', record }, { type: 'step', from: 'contact', to: 'screening', passed }, { type: 'clock', how: 'met', clock }];
  return {
    events: [acted(state, 'call', by, at, changes)],
    state: after(state, { ...state.done, call: once(by, at) }, at, 1, 'screening', passed, state.fields, state.answers, [record], state.asks, { 'first-contact': clock }),
  };
}

const treatment: Pick<Answer, 'outputs' | 'rule' | 'trace'> = {
  outputs: {
    nature: { zh: '“急”的问题', en: 'Urgent' }, direction: { zh: '理清任务', en: 'Sort out the task' },
    way: { zh: '责任到人', en: 'One person is responsible' }, zero: { zh: '按时销号', en: 'Struck off on time' },
  },
  rule: 'urgent', trace: { hit: ['urgent'], missed: [{ rule: 'hard', at: [] }, { rule: 'new', at: [] }] },
};

function admit(state: CaseState, by: Signature | undefined, at: number, { class: is, goal, 'close-by': closeBy }: Record<string, string>): Outcome {
  if (!by || is !== 'urgent' || !goal || !closeBy || state.step !== 'screening' || state.done['admit']) return undefined;
  const answers = { class: { is, by, at }, treatment: { ...treatment, at } };
  const day = Math.floor(Date.UTC(Number(closeBy.slice(0, 4)), Number(closeBy.slice(5, 7)) - 1, Number(closeBy.slice(8))) / 86_400_000);
  const due = zone.startOf(day + 1);
  const warned = numbered.addWorking(day, -3);
  const clock: Clock = {
    id: 'close', name: 'close', phase: 'running', binds: 'hard', start: { at }, policy, holds: [], extensions: [],
    rungs: [
      { name: 'soon', at: zone.at(warned, numbered.ruleOf(warned).hours[0]!.from) },
      { name: 'handed-up', at: due, late: true, day: closeBy }, { name: 'supervised', at: due, late: true, day: closeBy },
    ],
    limit: { kind: 'day', day: closeBy }, due: { at: due, day: closeBy },
  };
  const passed = ['reported', 'contact', 'screening'];
  const changes: Change[] = [
    { type: 'field', name: 'goal', value: goal }, { type: 'field', name: 'close-by', value: closeBy },
    { type: 'answer', name: 'class', answer: answers.class }, { type: 'answer', name: 'treatment', answer: answers.treatment },
    { type: 'step', from: 'screening', to: 'scheduling', passed }, { type: 'clock', how: 'started', clock },
  ];
  return {
    events: [acted(state, 'admit', by, at, changes)],
    state: after(
      state, { ...state.done, admit: once(by, at) }, at, 1, 'scheduling', passed, { ...state.fields, goal, 'close-by': closeBy }, answers, state.records, state.asks,
      { 'first-contact': state.clocks['first-contact']!, close: clock },
    ),
  };
}

function schedule(state: CaseState, by: Signature | undefined, at: number, { measures, lead }: Record<string, string>): Outcome {
  const post = facts.posts[lead!];
  if (!by || !measures || post?.role !== 'responsible' || state.step !== 'scheduling') return undefined;
  const to: Addressee = { post: post.id, person: post.person, name: post.name!, role: post.role, unit: post.unit };
  const ask = { id: 'lead#1', name: 'lead', to, at, by };
  const base = zone.dayAt(state.clocks['close']!.due!.at) - 1;
  const passed = ['reported', 'contact', 'screening', 'scheduling'];
  const ready = milestone('measures-ready', '10 working days', numbered.addWorking(base, -10), at);
  const result = milestone('result-ready', '3 working days', numbered.addWorking(base, -3), at);
  const changes: Change[] = [
    { type: 'field', name: 'measures', value: measures }, { type: 'asked', ask }, { type: 'step', from: 'scheduling', to: 'handling', passed },
    { type: 'clock', how: 'started', clock: ready }, { type: 'clock', how: 'started', clock: result },
  ];
  return {
    events: [acted(state, 'schedule', by, at, changes)],
    state: after(
      state, { ...state.done, schedule: once(by, at) }, at, 1, 'handling', passed, { ...state.fields, measures }, state.answers, state.records, [ask],
      { 'first-contact': state.clocks['first-contact']!, close: state.clocks['close']!, 'measures-ready': ready, 'result-ready': result },
    ),
  };
}

function milestone(id: string, by: string, number: number, at: number): Clock {
  const day = dayText(number);
  const due = zone.startOf(number + 1);
  return {
    id, name: id, phase: 'running', binds: 'hard', start: { at }, policy, holds: [], extensions: [],
    rungs: [{ name: 'over', at: due, late: true, day }], limit: { kind: 'none' }, from: { clock: 'close', side: 'before', by }, due: { at: due, day },
  };
}
const spelt = new Map<number, string>();
const dayText = (number: number): string => {
  let text = spelt.get(number);
  if (text === undefined) spelt.set(number, text = new Date(number * 86_400_000).toISOString().slice(0, 10));
  return text;
};

function progress(state: CaseState, by: Signature | undefined, at: number, { 'done-so-far': done }: Record<string, string>): Outcome {
  if (!by || !done || state.step !== 'handling') return undefined;
  const record = { id: 'progress#1', name: 'progress', values: { 'done-so-far': done }, at, by };
  const clock = met(state.clocks['measures-ready']!, at);
  return {
    events: [acted(state, 'progress', by, at, [{ type: 'record', record }, { type: 'clock', how: 'met', clock }])],
    state: after(
      state, { ...state.done, progress: once(by, at) }, at, 1, state.step, state.passed, state.fields, state.answers, [...state.records, record], state.asks,
      { 'first-contact': state.clocks['first-contact']!, close: state.clocks['close']!, 'measures-ready': clock, 'result-ready': state.clocks['result-ready']! },
    ),
  };
}

function reportResult(state: CaseState, by: Signature | undefined, at: number, { outcome }: Record<string, string>): Outcome {
  const close = state.clocks['close']!;
  if (!by || !outcome || state.step !== 'handling' || close.rungs[0]!.at > at) return undefined;
  // The warning of the closing date came first.
  const rung = close.rungs[0]!;
  const warned: Clock = { ...close, rungs: [close.rungs[1]!, close.rungs[2]!] };
  const elapsed: CaseEvent = {
    v: 1, type: 'elapsed', seq: state.version + 1, at: rung.at, recorded: rung.at, clock: 'close', rung: 'soon',
    changes: [
      { type: 'clock', how: 'rung', clock: warned },
      { type: 'told', name: 'lead', to: [state.asks[0]!.to], text: { zh: '距销号时限还有3个工作日，请抓紧办理', en: 'Three working days to the closing date' } },
    ],
  };
  const record = { id: 'result#1', name: 'result', values: { outcome }, at, by };
  const passed = ['reported', 'contact', 'screening', 'scheduling', 'handling'];
  const ready = met(state.clocks['result-ready']!, at);
  const ask = state.asks[0]!;
  const changes: Change[] = [
    { type: 'record', record }, { type: 'replied', id: ask.id, name: ask.name, as: 'done', by },
    { type: 'step', from: 'handling', to: 'accepting', passed }, { type: 'clock', how: 'met', clock: ready },
  ];
  return {
    events: [elapsed, { v: 1, type: 'acted', seq: state.version + 2, at, recorded: at, action: 'report-result', by, changes }],
    state: after(
      state, { ...state.done, 'report-result': once(by, at) }, at, 2, 'accepting', passed, state.fields, state.answers, [...state.records, record], [{ ...ask, reply: { as: 'done', at, by } }],
      { 'first-contact': state.clocks['first-contact']!, close: warned, 'measures-ready': state.clocks['measures-ready']!, 'result-ready': ready },
    ),
  };
}

function answer(state: CaseState, by: Signature | undefined, at: number, { reply, satisfied }: { reply?: string; satisfied?: boolean }): Outcome {
  if (!by || !reply || satisfied === undefined || !state.reporter) return undefined;
  const record = { id: 'answer#1', name: 'answer', values: { reply, satisfied }, at, by };
  return {
    events: [acted(state, 'answer', by, at, [{ type: 'record', record }])],
    state: after(state, { ...state.done, answer: once(by, at) }, at, 1, state.step, state.passed, state.fields, state.answers, [...state.records, record], state.asks, state.clocks),
  };
}

function accept(state: CaseState, by: Signature | undefined, at: number, { opinion }: Record<string, string>): Outcome {
  const answered = state.records.some(({ name, withdrawn }) => !withdrawn && (name === 'answer' || name === 'no-answer'));
  const result = state.records.some(({ name, withdrawn }) => !withdrawn && name === 'result');
  if (!by || !opinion || !answered || !result || state.step !== 'accepting' || state.done['report-result']!.everyone.includes(by.person)) return undefined;
  const record = { id: 'acceptance#1', name: 'acceptance', values: { opinion }, at, by };
  const close = met(state.clocks['close']!, at);
  const changes: Change[] = [
    { type: 'record', record },
    { type: 'ended', ending: 'solved', outcome: 'solved' }, { type: 'clock', how: 'met', clock: close },
  ];
  return {
    events: [acted(state, 'accept', by, at, changes)],
    state: {
      ...after(
        state, { ...state.done, accept: once(by, at) }, at, 1, state.step, state.passed, state.fields, state.answers, [...state.records, record], state.asks,
        { 'first-contact': state.clocks['first-contact']!, close: close, 'measures-ready': state.clocks['measures-ready']!, 'result-ready': state.clocks['result-ready']! },
      ),
      ended: { ending: 'solved', outcome: 'solved', at, by },
    },
  };
}
