import { parseDuration } from '../calendar/index.ts';
import { finding, type Finding } from '../method/finding.ts';
import type { Method } from '../method/method-schema.ts';
import { wordsOf } from '../method/words.ts';
import { isSubject, lifeOf, whyNot, type Life } from './life.ts';
import { actionsOf } from './norm-reach.ts';

interface Lives { readonly kind: string; readonly before: Life; readonly whole: Life }

/** What a method asks of people that it need not, or that no day is long enough for (为基层减负). */
export const lintBurden = (method: Method, lives: readonly Lives[]): readonly Finding[] => [...askedTwice(method, lives), ...dailyDuties(method)];

// --- the same field, asked for twice ---

/** Two actions that every solved case passes ask for the same field. What is optional, or asked for under a condition, burdens nobody. */
function askedTwice(method: Method, lives: readonly Lives[]): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const { kind, whole } of lives) {
    if (isSubject(method, kind)) continue;
    const passed = new Map<string, boolean>();
    const isPassed = (action: string): boolean => passed.get(action) ?? passed.set(action, everyCasePasses(method, kind, action)).get(action)!;
    for (const field of Object.keys(method.fields)) {
      const asking = Object.keys(method.actions).filter((name) => asks(method.actions[name]!, field) && whyNot(method, name, whole) === undefined);
      if (asking.length < 2) continue;
      const [first, second] = asking.filter(isPassed).sort((a, b) => placeOf(method, kind, a) - placeOf(method, kind, b));
      if (first === undefined || second === undefined) continue;
      found.set(`${second} ${field}`, finding('burden.asked-twice', ['actions', second, 'takes', field], {
        field: wordsOf(method.fields[field]!.label), actions: [first, second].map((name) => wordsOf(method.actions[name]!.label)) }));
    }
  }
  return [...found.values()];
}

const asks = ({ takes }: Method['actions'][string], field: string): boolean => {
  const input = takes !== undefined && Object.hasOwn(takes, field) ? takes[field] : undefined;
  return input !== undefined && input.optional === undefined && input.when === undefined;
};

/** Without it no case of this kind is ever solved: then every case that is passes it. */
function everyCasePasses(method: Method, kind: string, action: string): boolean {
  const { [action]: left, ...actions } = method.actions;
  if (left?.opens === kind) return true;
  const ends = ({ before }: { readonly before: Life }): boolean => [...before.endings].some((ending) => method.endings[ending]?.outcome === 'solved');
  return ends(lifeOf(method, kind)) && !ends(lifeOf({ ...method, actions }, kind));
}

/** Openings first, then by the step at which it is taken. */
function placeOf(method: Method, kind: string, name: string): number {
  const { opens, from } = method.actions[name]!;
  const places = (from ?? []).map((step) => method.kinds[kind]?.line.indexOf(step) ?? 0);
  return opens !== undefined ? -1 : places.length > 0 ? Math.min(...places) : 0;
}

// --- daily duties against a working day ---

/** The daily norms of one role, added up: how long one takes, times how many at least. */
function dailyDuties(method: Method): readonly Finding[] {
  const day = workingDay(method.calendar.hours);
  const byRole = new Map<string, { readonly minutes: number; readonly norm: string }[]>();
  for (const [name, norm] of Object.entries(method.norms ?? {})) {
    const role = norm.every === 'day' && norm.effort !== undefined && norm.min !== undefined ? whoKeeps(name, method) : undefined;
    if (role !== undefined) byRole.set(role, [...(byRole.get(role) ?? []), { norm: name, minutes: norm.min! * minutesOf(norm.effort!, day) }]);
  }
  return [...byRole].flatMap(([role, duties]) => {
    const minutes = duties.reduce((sum, each) => sum + each.minutes, 0);
    return minutes <= day ? [] : [finding('burden.daily-duties', ['roles', role], {
      role: wordsOf(method.roles[role]!.label), hours: inHours(minutes), day: inHours(day), norms: duties.map(({ norm }) => wordsOf(method.norms![norm]!.label)) })];
  });
}

/** The one role that has to keep a norm; nothing where several could share it. */
function whoKeeps(name: string, method: Method): string | undefined {
  const norm = method.norms![name]!;
  const of = 'each' in norm.per ? method.subjects?.[norm.per.each]?.of : undefined;
  if (of === undefined || 'register' in of) return undefined;
  if ('role' in of) return of.role;
  const roles = new Set(actionsOf(norm, method).flatMap(({ by }) => by.map((doer) => (typeof doer === 'string' ? doer : 'role' in doer ? doer.role : undefined))));
  const [only] = roles;
  return roles.size === 1 ? only : undefined;
}

type Hours = Method['calendar']['hours'];

/** The minutes of the longest working day, eight hours where none are given. */
function workingDay(hours: Hours): number {
  if (hours === undefined) return 480;
  const days = Array.isArray(hours) ? [hours] : Object.values(hours);
  return Math.max(...days.map((spans) => (spans ?? []).reduce((sum, span) => sum + lengthOf(span), 0)));
}

const lengthOf = (span: string): number => {
  const [from, to] = span.split('-').map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
  return to! - from!;
};

function minutesOf(effort: string, day: number): number {
  const duration = parseDuration(effort);
  if (duration === undefined) return 0;
  const { amount, unit } = duration;
  return unit.endsWith('minutes') ? amount : unit.endsWith('hours') ? amount * 60 : amount * day;
}

const inHours = (minutes: number): string => String(Math.round(minutes / 6) / 10);
