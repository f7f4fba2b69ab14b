import { compileCalendar, rung as rungAt } from '../calendar/index.ts';
import type { Calendar, Instant } from '../calendar/index.ts';
import type { Words } from '../issues/issue.ts';
import type { Doer } from '../method/action-schema.ts';
import type { Reply } from '../method/effect-schema.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import { compileCondition, compileTable, mentions, vocabularyOf } from '../rules/index.ts';
import type { FactTime, Mentions, Predicate, TableOutcome, Vocabulary } from '../rules/index.ts';
import type { Scope } from '../rules/reading.ts';
import { compileClocks } from './compile-clocks.ts';
import type { ClockRules } from './compile-clocks.ts';
import { factTime } from './fact-time.ts';
import { compileFollows, compileSpawns } from './compile-links.ts';
import type { FollowRule, SpawnRule } from './compile-links.ts';
import type { Clock, Value } from './messages.ts';
import { compileInputs, sourceInputs } from './compile-inputs.ts';
import type { InputRule } from './compile-inputs.ts';

export interface RequirementRule {
  readonly name: string;
  readonly say: Words;
  readonly when: Predicate;
  readonly holds: Predicate;
  readonly reads: Mentions;
  readonly source?: Words;
}

/** A record that an action leaves. */
export interface LeavingRule {
  readonly record: string;
  readonly happening: string;
  readonly when: Predicate;
  readonly optional: boolean;
  readonly set: Readonly<Record<string, Value>> | undefined;
}

/** An ask that an action replies to, and by which word. */
export interface ReplyRule { readonly ask: string; readonly as: Reply; readonly optional: boolean }

/** A classification that an action answers. */
export interface AnswerRule {
  readonly name: string;
  readonly happening: string;
  readonly schema: NonNullable<Method['classifications']>[string];
  readonly table: ((scope: Scope) => TableOutcome) | undefined;
}

/** A step: is it part of the line for a case, and how its being reached and left are called. */
export interface StepRule { readonly applies: Predicate; readonly reached: string; readonly left: string }

/**
 * An action, compiled: what it needs and what it does, ready to be asked. Its happenings are named here, once: a text that is joined anew
 * for every command costs ten times as much to look up.
 */
export interface ActionRule {
  readonly name: string;
  readonly label: Words;
  readonly schema: Method['actions'][string];
  readonly from?: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  readonly kinds?: ReadonlySet<string>;
  readonly by: readonly Doer[];
  readonly when: Predicate;
  readonly requires: readonly RequirementRule[];
  /** Read after what was filled in. */
  readonly checks: readonly RequirementRule[];
  readonly inputs: readonly InputRule[];
  readonly happening: string;
  readonly leaves: readonly LeavingRule[];
  readonly replies: readonly ReplyRule[];
  /** In the order in which the method lists them, so that a later table can read an earlier answer. */
  readonly answers: readonly AnswerRule[];
  readonly spawns: readonly SpawnRule[];
}

export interface EndingRule {
  readonly name: string;
  readonly happening: string;
  readonly label: Words;
  readonly outcome: string;
  readonly requires: readonly RequirementRule[];
  readonly schema: Method['endings'][string];
}

/** A method made ready to decide by: conditions are closures, the calendar has its tables, every name is looked up once. */
export interface Rules {
  readonly method: Method;
  readonly calendar: Calendar;
  readonly vocabulary: Vocabulary;
  readonly time: FactTime;
  readonly actions: ReadonlyMap<string, ActionRule>;
  readonly endings: ReadonlyMap<string, EndingRule>;
  readonly clocks: ClockRules;
  readonly steps: ReadonlyMap<string, StepRule>;
  readonly tables: ReadonlyMap<string, (scope: Scope) => TableOutcome>;
  /** What the other side of a link does when something happens on one side. */
  readonly follows: readonly FollowRule[];
  /** What an opening action takes when a case comes in by a source: its own inputs and the source's. */
  readonly openingInputs: (action: ActionRule, source: string) => readonly InputRule[];
  /** When a running clock's light turns yellow: its first rung before the end. */
  readonly warnInstant: (clock: Clock) => Instant | undefined;
  readonly condition: (condition: Parameters<typeof compileCondition>[0] | undefined) => Predicate;
}

const always: Predicate = () => true;

/** Compiles a checked method. The same method compiled twice decides alike; keep the result. */
export const compileMethod = (method: Method): Rules => {
  const calendar = compileCalendar(calendarSpec(method));
  const vocabulary = vocabularyOf(method);
  const time = factTime(calendar);
  const compiled = new WeakMap<object, Predicate>();
  const condition: Rules['condition'] = (written) => {
    if (written === undefined) return always;
    const known = compiled.get(written);
    if (known) return known;
    const predicate = compileCondition(written, vocabulary, time);
    compiled.set(written, predicate);
    return predicate;
  };
  const requirement = ([name, written]: [string, NonNullable<Method['actions'][string]['requires']>[string]]): RequirementRule => ({
    name, say: wordsOf(written.say), when: condition(written.when), holds: condition(written.if), reads: mentions(written.if, vocabulary),
    ...(written.source && { source: wordsOf(written.source) }),
  });

  const tables = new Map<string, (scope: Scope) => TableOutcome>();
  for (const [name, schema] of Object.entries(method.classifications ?? {})) {
    if (schema.by !== 'person') tables.set(name, compileTable(schema, vocabulary, time));
  }
  const actions = new Map<string, ActionRule>();
  for (const [name, schema] of Object.entries(method.actions)) {
    actions.set(name, {
      name, schema, label: wordsOf(schema.label), by: schema.by,
      ...(schema.from && { from: new Set(schema.from) }),
      ...(schema.kinds && { kinds: new Set(schema.kinds) }),
      after: new Set(schema.after ?? []),
      when: condition(schema.when),
      requires: Object.entries(schema.requires ?? {}).map(requirement),
      checks: Object.entries(schema.checks ?? {}).map(requirement),
      inputs: compileInputs(method, schema, condition),
      happening: `action:${name}`,
      leaves: Object.entries(schema.leaves ?? {}).map(([record, { when, optional, set }]) =>
        ({ record, happening: `record:${record}`, when: condition(when), optional: optional === true, set })),
      replies: Object.entries(schema.replies ?? {}).map(([ask, { as, optional }]) => ({ ask, as, optional: optional === true })),
      spawns: compileSpawns(method, schema.spawns, vocabulary, condition),
      answers: Object.entries(method.classifications ?? {}).filter(([answer]) => Object.hasOwn(schema.answers ?? {}, answer))
        .map(([answer, classification]) => ({ name: answer, happening: `answer:${answer}`, schema: classification, table: tables.get(answer) })),
    });
  }
  const endings = new Map<string, EndingRule>();
  for (const [name, schema] of Object.entries(method.endings)) {
    endings.set(name, {
      name, happening: `ending:${name}`, schema, label: wordsOf(schema.label), outcome: schema.outcome, requires: Object.entries(schema.requires ?? {}).map(requirement),
    });
  }
  const clocks = compileClocks(method, condition);
  return {
    method, calendar, vocabulary, time, actions, endings, tables, condition,
    clocks,
    follows: compileFollows(method, vocabulary),
    openingInputs: openingInputs(method, condition),
    warnInstant: (clock) => warnInstant(calendar, clocks, clock),
    steps: new Map(Object.entries(method.steps).map(([name, step]) => [name, { applies: condition(step.when), reached: `step:${name}`, left: `left:${name}` }])),
  };
};

const openingInputs = (method: Method, condition: Rules['condition']): Rules['openingInputs'] => {
  const known = new Map<string, readonly InputRule[]>();
  return (action, source) => {
    const key = `${action.name} ${source}`;
    const inputs = known.get(key) ?? [...action.inputs, ...sourceInputs(method, source, condition).filter((extra) => !action.inputs.some((input) => input.name === extra.name))];
    known.set(key, inputs);
    return inputs;
  };
};

const warnInstant = (calendar: Calendar, clocks: ClockRules, { name, due }: Clock): Instant | undefined => {
  if (due === undefined) return undefined;
  let first: Instant | undefined;
  for (const { side, offset, quiet } of clocks.all.get(name)?.rungs ?? []) {
    if (side !== 'before') continue;
    const at = rungAt(calendar, due, offset!, side, quiet);
    if (first === undefined || at < first) first = at;
  }
  return first;
};

/** The calendar as the method writes it, for the calendar room. */
export const calendarSpec = (method: Method): Parameters<typeof compileCalendar>[0] => {
  const { base, week, hours, seasons, days, knownYears } = method.calendar;
  return {
    zone: method.timeZone, base,
    ...(week && { week }),
    ...(hours && { hours: hours as readonly string[] }),
    ...(seasons && { seasons: seasons as NonNullable<NonNullable<Parameters<typeof compileCalendar>[0]>['seasons']> }),
    ...(days && {
      days: Object.fromEntries(Object.entries(days).map(([day, { is, name, hours: spans }]) =>
        [day, { is, ...(name !== undefined && { name: wordsOf(name) }), ...(spans && { hours: spans }) }])),
    }),
    ...(knownYears && { knownYears }),
  };
};
