import { formatInstant, parseInstant } from '../calendar/index.ts';
import { issueText } from '../issues/issue-text.ts';
import type { Issue } from '../issues/issue.ts';
import { mergePatch } from '../method/merge-patch.ts';
import { MethodSchema } from '../method/method-schema.ts';
import { decide } from './decide.ts';
import { elapse } from './elapse.ts';
import { evolve } from './evolve.ts';
import type { Actor, CaseCommand, CaseEvent, CaseState, Change, Clock, Facts, OpenCommand, Post } from './messages.ts';
import { compileMethod } from './rules.ts';
import type { Rules } from './rules.ts';

/** Test helper: the smallest method that opens a case, lets something be noted, and ends it with an answer. Each topic patches in what it is about. */
const base = {
  id: 'small', version: '1.0.0', label: '小工作法', timeZone: 'Asia/Shanghai', calendar: { base: 'cn', hours: ['09:00-12:00', '14:00-18:00'] },
  levels: { city: { label: '市' }, street: { label: { zh: '街道', en: 'Street' }, in: 'city' }, community: { label: '社区', in: 'street' } },
  roles: {
    clerk: { label: { zh: '受理员', en: 'Clerk' }, at: ['community'] }, leader: { label: { zh: '领导', en: 'Leader' }, at: ['street'] },
    worker: { label: { zh: '承办人', en: 'Worker' }, at: ['community'] },
  },
  sources: { desk: { label: { zh: '窗口', en: 'Desk' } } },
  kinds: { matter: { label: { zh: '事项', en: 'Matter' }, sources: ['desk'], line: ['received', 'handling'] } },
  fields: { content: { label: { zh: '内容', en: 'Content' }, kind: 'text' } },
  steps: { received: { label: { zh: '登记', en: 'Received' } }, handling: { label: { zh: '办理', en: 'Handling' } } },
  actions: {
    report: { label: { zh: '登记', en: 'Report' }, opens: 'matter', by: ['clerk'], takes: { content: { optional: true } } },
    note: { label: { zh: '批注', en: 'Note' }, by: ['clerk'] },
    finish: { label: { zh: '办结', en: 'Finish' }, by: ['clerk'], leaves: { answer: {} }, ends: 'solved' },
  },
  records: { answer: { label: { zh: '答复', en: 'Answer' }, serves: 'answer' } },
  endings: { solved: { label: { zh: '销号', en: 'Solved' }, outcome: 'solved' } },
};

export const rulesOf = (patch: object = {}): Rules => compileMethod(MethodSchema.parse(mergePatch(base, patch)));

/** A word that does not matter to the rule under test. */
export const T = { zh: '某', en: 'some' };

const post = (person: string, role: string, unit: string): Post => ({ id: `${person}-post`, role, unit, person, name: person });
const posts = {
  wang: post('wang', 'clerk', 'east'), chen: post('chen', 'clerk', 'west'), zhao: post('zhao', 'worker', 'east'), sun: post('sun', 'worker', 'west'),
  li: post('li', 'leader', 'xin'), zhou: post('zhou', 'leader', 'north'),
};

/** 新街 holds the east and the west community; 北街 lies beside it. Cases are at home in the east. */
export const facts: Facts = {
  units: {
    east: { level: 'community', path: ['east', 'xin', 'city'], label: { zh: '东社区', en: 'East' } }, west: { level: 'community', path: ['west', 'xin', 'city'] },
    xin: { level: 'street', path: ['xin', 'city'] }, north: { level: 'street', path: ['north', 'city'] }, city: { level: 'city', path: ['city'] },
  },
  posts: Object.fromEntries(Object.values(posts).map((held) => [held.id, held])),
};
const actorOf = (held: Post): Actor => ({ person: held.person, name: held.person, posts: [held] });
export const people = {
  wang: actorOf(posts.wang), chen: actorOf(posts.chen), zhao: actorOf(posts.zhao), sun: actorOf(posts.sun), li: actorOf(posts.li), zhou: actorOf(posts.zhou),
};

/** A minute in Shanghai, `2021-11-01 09:00` (a Monday of a month without holidays), as an instant and back. */
export const moment = (text: string): number => parseInstant(`${text.replace(' ', 'T')}+08:00`)!;
export const local = (rules: Rules, at: number): string => formatInstant(at, rules.calendar.zone).slice(0, 16).replace('T', ' ');

interface How { readonly by?: Actor; readonly input?: Readonly<Record<string, unknown>>; readonly happened?: string }

/** Given a case, when somebody does something or time passes, then … Each step gives a new story; the one before stays as it was. */
export class Story {
  constructor(readonly rules: Rules, readonly state: CaseState, readonly events: readonly CaseEvent[]) {}

  /** Time passes up to this minute. */
  until(at: string | number): Story {
    const { state, events } = elapse(this.rules, this.state, typeof at === 'number' ? at : moment(at), facts);
    return new Story(this.rules, state, [...this.events, ...events]);
  }

  act(action: string, at: string | number, how: How = {}): Story {
    return this.tell(commandOf(action, at, how));
  }

  /** The codes for which it is refused; none when it is not. */
  refusal(action: string, at: string | number, how: How = {}): readonly string[] {
    return this.refused(action, at, how).map(({ code }) => code);
  }

  refused(action: string, at: string | number, how: How = {}): readonly Issue[] {
    const command = commandOf(action, at, how);
    const decision = decide(this.rules, this.until(command.at).state, command, facts);
    return decision.ok ? [] : decision.issues;
  }

  tell(command: CaseCommand, rules = this.rules): Story {
    const { state, events } = this.until(command.at);
    const decision = decide(rules, state, command, facts);
    if (!decision.ok) throw new Error(decision.issues.map((issue) => issueText(issue).en).join('; '));
    return new Story(rules, decision.value.reduce(evolve, state), [...events, ...decision.value]);
  }

  clock(id: string): Clock {
    const clock = this.state.clocks[id];
    if (!clock) throw new Error(`No clock ${id}; there are: ${Object.keys(this.state.clocks).join(', ')}`);
    return clock;
  }

  /** The last day of a clock, or its last minute. */
  due(id: string): string | undefined {
    const { due } = this.clock(id);
    return due && (due.day ?? local(this.rules, due.at));
  }

  phases(): Readonly<Record<string, string>> {
    return Object.fromEntries(Object.entries(this.state.clocks).map(([id, { phase }]) => [id, phase]));
  }

  /** What happened by itself and when: `clock/rung 2021-11-05 17:00`, `clock 2021-11-06 00:00`. */
  byItself(): readonly string[] {
    return this.events.flatMap((event) => (event.type === 'elapsed' ? [`${event.clock}${event.rung === undefined ? '' : `/${event.rung}`} ${local(this.rules, event.at)}`] : []));
  }

  changes<T extends Change['type']>(type: T): readonly Extract<Change, { type: T }>[] {
    return this.events.flatMap((event) => event.changes.filter((change): change is Extract<Change, { type: T }> => change.type === type));
  }
}

const commandOf = (action: string, at: string | number, { by = people.wang, input = {}, happened }: How): Extract<CaseCommand, { type: 'act' }> => ({
  type: 'act', action, input, by, at: typeof at === 'number' ? at : moment(at), ...(happened !== undefined && { happened: moment(happened) }),
});

export const opening = (at = '2021-11-01 09:00', over: Partial<OpenCommand> = {}): OpenCommand =>
  ({ type: 'open', id: 'c1', source: 'desk', home: 'east', input: {}, by: people.wang, at: moment(at), ...over });

/** A case that the clerk of the east has opened. */
export const opened = (rules: Rules, at?: string, over?: Partial<OpenCommand>): Story => {
  const decision = decide(rules, undefined, opening(at, over), facts);
  if (!decision.ok) throw new Error(decision.issues.map((issue) => issueText(issue).en).join('; '));
  return new Story(rules, decision.value.reduce<CaseState | undefined>(evolve, undefined)!, decision.value);
};
