import type { DayName } from './arrangement.ts';
import type { Course } from './course.ts';
import { dayOf } from './day.ts';
import { daysOfHold, heldWithin } from './holds.ts';
import { elapsedTime } from './timeline.ts';
import type { Hold, Instant, Segment } from './time.ts';
import type { Calendar } from './working-calendar.ts';

type EndedHold = Hold & { readonly to: Instant };

/** Hours as they pass: the pieces that run, and the holds between them. */
export function elapsedPieces(course: Course, begin: Instant, end: Instant, holds: readonly Hold[]): readonly Segment[] {
  const segments: Segment[] = [];
  let at = begin;
  for (const held of course.held) {
    if (held.to <= begin || held.from >= end) continue;
    if (held.from > at) segments.push({ kind: 'elapsed', from: at, to: held.from });
    segments.push(...holdsWithin(holds, held.from, held.to));
    at = held.to;
  }
  if (at < end) segments.push({ kind: 'elapsed', from: at, to: end });
  return segments;
}

/** Working hours: office hours that count, breaks between them, rest days and make-up days by name, holds. */
export function workingPieces(course: Course, begin: Instant, end: Instant, holds: readonly Hold[]): readonly Segment[] {
  const { calendar, calendar: { zone, numbered } } = course;
  const segments: Segment[] = [];
  const days = collectRests(calendar, segments);
  for (let day = zone.dayAt(begin); zone.startOf(day) < end; day++) {
    const { working, makeUp, hours, name } = numbered.ruleOf(day);
    if (!working) {
      days.rest(day);
      continue;
    }
    days.flush();
    if (makeUp) segments.push({ kind: 'make-up', day: dayOf(day), ...(name && { name }) });
    let closed: Instant | undefined;
    for (const span of hours) {
      const [from, to] = [Math.max(zone.at(day, span.from), begin), Math.min(zone.at(day, span.to), end)];
      if (from >= to) continue;
      if (closed !== undefined && closed < from && heldWithin(closed, from, course.held, elapsedTime) === 0) segments.push({ kind: 'break', from: closed, to: from });
      for (const piece of elapsedPieces(course, from, to, [])) segments.push({ ...piece, kind: 'working' } as Segment);
      closed = to;
    }
  }
  days.flush();
  return [...segments, ...holdsWithin(holds, begin, end)].sort((a, b) => beginningOf(a, calendar) - beginningOf(b, calendar));
}

/** Days that are counted, one by one, and what is left out between them: rest days (of working days only) and held days. */
export function countedDays(course: Course, first: number, last: number, inWorkingDays: boolean, holds: readonly Hold[]): readonly Segment[] {
  const { calendar, calendar: { numbered, zone } } = course;
  const segments: Segment[] = [];
  const rests = collectRests(calendar, segments);
  const left = holds.filter(isEnded).map((hold) => ({ hold, ...daysOfHold(hold, zone), days: 0 })).sort((a, b) => a.hold.from - b.hold.from);
  let run: { from: number; to: number } | undefined;
  const flush = () => {
    if (run !== undefined) segments.push({ kind: 'days', from: dayOf(run.from), to: dayOf(run.to), count: run.to - run.from + 1 });
    run = undefined;
    rests.flush();
  };
  for (let day = first; day <= last; day++) {
    const holding = left.find((held) => day >= held.first && day <= held.last);
    const { working, makeUp, name } = inWorkingDays ? numbered.ruleOf(day) : EVERY_DAY;
    if (holding !== undefined) {
      if (run !== undefined || holding.days === 0) flush();
      if (holding.days === 0) segments.push({ kind: 'hold', ...holding.hold, days: 0 });
      if (working) holding.days++;
    } else if (!working) {
      if (run !== undefined) flush();
      rests.rest(day);
    } else if (makeUp) {
      flush();
      segments.push({ kind: 'make-up', day: dayOf(day), ...(name && { name }) });
    } else {
      rests.flush();
      run = { from: run?.from ?? day, to: day };
    }
  }
  flush();
  return segments.map((segment) => (segment.kind !== 'hold' ? segment
    : { ...segment, days: left.find(({ hold }) => hold.from === segment.from && hold.to === segment.to)?.days ?? 0 }));
}

/** The holidays of a rest, each named once; nothing for a plain weekend. */
export function restName(calendar: Calendar, first: number, last: number): DayName | undefined {
  const names = new Map<string, DayName>();
  for (let day = first; day <= last; day++) {
    const { name } = calendar.numbered.ruleOf(day);
    if (name) names.set(name.zh, name);
  }
  if (names.size === 0) return undefined;
  return { zh: [...names.values()].map(({ zh }) => zh).join('、'), en: [...names.values()].map(({ en }) => en).join(', ') };
}

const EVERY_DAY: { readonly working: true; readonly makeUp: false; readonly name?: DayName } = { working: true, makeUp: false };

/** Gathers rest days that follow each other into one segment. */
function collectRests(calendar: Calendar, segments: Segment[]) {
  let first: number | undefined, last = 0;
  return {
    rest(day: number) {
      first ??= day;
      last = day;
    },
    flush() {
      if (first === undefined) return;
      const name = restName(calendar, first, last);
      segments.push({ kind: 'rest', from: dayOf(first), to: dayOf(last), ...(name && { name }) });
      first = undefined;
    },
  };
}

const isEnded = (hold: Hold): hold is EndedHold => hold.to !== undefined;

const holdsWithin = (holds: readonly Hold[], begin: Instant, end: Instant): readonly Segment[] =>
  holds.filter(isEnded).filter(({ from, to }) => to > begin && from < end).map((hold) => ({ kind: 'hold', ...hold }));

function beginningOf(segment: Segment, { zone }: Calendar): Instant {
  switch (segment.kind) {
    case 'working': case 'break': case 'hold': return segment.from;
    case 'rest': return zone.startOfDay(segment.from);
    case 'make-up': return zone.startOfDay(segment.day);
    default: return 0;
  }
}
