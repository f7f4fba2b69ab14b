import { DEFAULT_POLICY, parseDuration } from '../calendar/index.ts';
import type { Duration, TimeOfDay, TimePolicy } from '../calendar/index.ts';
import type { Words } from '../issues/issue.ts';
import type { ClockSchema } from '../method/clock-schema.ts';
import type { Condition } from '../method/condition-schema.ts';
import type { Method } from '../method/method-schema.ts';
import type { Trigger } from '../method/time-schema.ts';
import { wordsOf } from '../method/words.ts';
import type { Predicate } from '../rules/index.ts';

export type Again = 'keep' | 'resume' | 'anew';

/** One rung of the ladder: at the end, before it or after it. */
export interface RungRule {
  readonly name: string;
  readonly label?: Words;
  readonly side: 'due' | 'before' | 'after';
  readonly offset?: Duration;
  readonly every?: Duration;
  readonly times: number;
  readonly when: Predicate;
  readonly quiet?: { readonly from: TimeOfDay; readonly to: TimeOfDay };
  readonly schema: NonNullable<ClockSchema['ladder']>[string];
}

/** A clock, compiled. */
export interface ClockRule {
  readonly name: string;
  readonly label: Words;
  readonly schema: ClockSchema;
  readonly kinds?: ReadonlySet<string>;
  readonly when: Predicate;
  readonly binds: 'hard' | 'soft' | 'minimum';
  readonly policy: TimePolicy;
  readonly reads: 'recorded' | 'happened';
  readonly perAsk?: string;
  /** By happening: the field whose day it starts on, where it does not start when the field is set. */
  readonly dayFields: ReadonlyMap<string, string>;
  readonly again: (action: string | undefined) => Again;
  readonly rungs: readonly RungRule[];
}

/** One of a clock's holds: its name there, and the reason that is shown. */
export interface HoldRule { readonly name?: string; readonly reason: string }

/** Which clocks a happening stops, holds, resumes, starts, or makes to be reckoned anew. */
export interface Hearers {
  readonly stops: ClockRule[];
  readonly holds: { readonly clock: ClockRule; readonly hold: HoldRule }[];
  readonly resumes: { readonly clock: ClockRule; readonly hold: HoldRule }[];
  readonly starts: ClockRule[];
  readonly rereads: ClockRule[];
}

/** All clocks, and for each happening those that hear it. */
export interface ClockRules {
  readonly all: ReadonlyMap<string, ClockRule>;
  readonly hearers: ReadonlyMap<string, Hearers>;
}

const defaultQuiet = { from: '22:00', to: '07:00' };

export const compileClocks = (method: Method, condition: (written: Condition | undefined) => Predicate): ClockRules => {
  const all = new Map<string, ClockRule>();
  const hearers = new Map<string, Hearers>();
  const of = (key: string): Hearers => {
    const known = hearers.get(key) ?? { stops: [], holds: [], resumes: [], starts: [], rereads: [] };
    hearers.set(key, known);
    return known;
  };
  for (const [name, schema] of Object.entries(method.clocks ?? {})) {
    const clock = compileClock(name, schema, method, condition);
    all.set(name, clock);
    for (const key of listOf(schema.starts).flatMap((trigger) => keysOf(trigger, 'starts'))) of(key).starts.push(clock);
    for (const key of listOf(schema.stops).flatMap((trigger) => keysOf(trigger, 'stops'))) of(key).stops.push(clock);
    for (const [name, hold] of Object.entries(schema.holds ?? {})) {
      const rule = { clock, hold: { name, reason: wordsOf(hold.label).zh } };
      for (const key of listOf(hold.from).flatMap((trigger) => keysOf(trigger, 'starts'))) of(key).holds.push(rule);
      for (const key of listOf(hold.to).flatMap((trigger) => keysOf(trigger, 'stops'))) of(key).resumes.push(rule);
    }
    for (const key of limitReads(schema.limit)) of(key).rereads.push(clock);
  }
  return { all, hearers };
};

const compileClock = (name: string, schema: ClockSchema, method: Method, condition: (written: Condition | undefined) => Predicate): ClockRule => {
  const defaults = method.time ?? {};
  const read = <K extends keyof TimePolicy>(key: K): TimePolicy[K] => (schema[key] ?? defaults[key] ?? DEFAULT_POLICY[key]) as TimePolicy[K];
  const again = schema.again ?? 'keep';
  return {
    name, schema, label: wordsOf(schema.label), when: condition(schema.when), binds: schema.binds ?? 'hard',
    ...(schema.kinds && { kinds: new Set(schema.kinds) }),
    ...(schema.per && { perAsk: schema.per.ask }),
    dayFields: new Map(listOf(schema.starts).flatMap((trigger) => ('field' in trigger && trigger.day ? [[`field:${trigger.field}`, trigger.field] as const] : []))),
    policy: { countStart: read('countStart'), moment: read('moment'), ends: read('ends'), restDay: read('restDay'), hold: read('hold') },
    reads: schema.reads ?? defaults.reads ?? 'recorded',
    again: (action) => (typeof again === 'string' ? again : (action !== undefined ? again.on[action] : undefined) ?? again.otherwise),
    rungs: Object.entries(schema.ladder ?? {}).map(([rung, written]) => ({
      name: rung, schema: written, times: written.times ?? 10, when: condition(written.when),
      ...(written.label !== undefined && { label: wordsOf(written.label) }),
      ...rungPlace(written.at),
      ...(written.every !== undefined && { every: durationOf(written.every) }),
      ...(!written.night && { quiet: defaults.quiet ?? defaultQuiet }),
    })),
  };
};

const rungPlace = (at: RungRule['schema']['at']): Pick<RungRule, 'side' | 'offset'> =>
  (at === 'due' ? { side: 'due' } : 'before' in at ? { side: 'before', offset: durationOf(at.before) } : { side: 'after', offset: durationOf(at.after) });

/** A duration of a checked method: one that cannot be read has been refused when it was loaded. */
export const durationOf = (text: string): Duration => {
  const read = readDurations.get(text) ?? parseDuration(text);
  if (read === undefined) throw new Error(`"${text}" is no duration: was the method checked?`);
  readDurations.set(text, read);
  return read;
};

/** Methods write few durations; each is read once. */
const readDurations = new Map<string, Duration>();

const final = ['done', 'granted', 'refused', 'sent-back', 'withdrawn'] as const;

/** How a trigger's happening is called. An ask without a word means: asked, when it starts something; any final reply, when it stops something. */
const keysOf = (trigger: Trigger, side: 'starts' | 'stops'): string[] => {
  if ('action' in trigger) return [`action:${trigger.action}`];
  if ('record' in trigger) return [`record:${trigger.record}`];
  if ('step' in trigger) return [`${trigger.leaves ? 'left' : 'step'}:${trigger.step}`];
  if ('ending' in trigger) return [`ending:${trigger.ending}`];
  if ('field' in trigger) return [`field:${trigger.field}`];
  if ('answer' in trigger) return [`answer:${trigger.answer}`];
  if ('clock' in trigger) return [`clock:${trigger.clock}:${trigger.at}`];
  if (trigger.as !== undefined) return [`ask:${trigger.ask}:${trigger.as}`];
  return side === 'starts' ? [`ask:${trigger.ask}:asked`] : final.map((reply) => `ask:${trigger.ask}:${reply}`);
};

/** What a limit is read from: when that changes, the due time is reckoned anew. */
const limitReads = (limit: ClockSchema['limit']): string[] => {
  if (typeof limit === 'string') return [];
  if ('field' in limit) return [`field:${limit.field}`];
  if ('of' in limit) return [`due:${limit.of}`];
  if ('answer' in limit) {
    const each = [...Object.values(limit.is), ...(limit.otherwise === undefined ? [] : [limit.otherwise])];
    return [`answer:${limit.answer}`, ...each.flatMap(limitReads)];
  }
  return [];
};

export const listOf = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? one as readonly T[] : [one as T]);
