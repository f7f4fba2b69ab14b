import { DAY_MS, dayNumber, dayOf } from './day.ts';
import { timeOfDayMs } from './time-of-day.ts';
import type { Day, Instant, TimeOfDay } from './time.ts';

/**
 * A time zone. Its days follow one another without gap or overlap: a day begins at the instant after which it is never the
 * day before again, also where its midnight does not exist or comes twice.
 */
export interface Zone {
  readonly name: string;
  /** Milliseconds that local time is ahead of UTC. */
  offsetAt(instant: Instant): number;
  localDayOf(instant: Instant): Day;
  startOfDay(day: Day): Instant;
  /** A time that comes twice means the first; one that is skipped means as much later as the clocks went forward. */
  instantOf(day: Day, time: TimeOfDay): Instant;
  /** `localDayOf`, `startOfDay` and `instantOf` on day numbers and milliseconds since midnight. */
  dayAt(instant: Instant): number;
  startOf(day: number): Instant;
  at(day: number, ms: number): Instant;
}

/** The zone of an IANA name, e.g. `Asia/Shanghai`; built once. Throws on a name that there is not (see `isZoneName`). */
export function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (zone === undefined) zones.set(name, zone = compileZone(name));
  return zone;
}

/** Is there a time zone of this name? */
export function isZoneName(name: string): boolean {
  try {
    zoneOf(name);
    return true;
  } catch {
    return false;
  }
}

const zones = new Map<string, Zone>();

function compileZone(name: string): Zone {
  const offsetAt = offsetTable(offsetReader(name));

  /** The instants at which local clocks show a time, given as if it were UTC: none, one or two. */
  const offsetsAround = (wall: number) => [offsetAt(wall - DAY_MS), offsetAt(wall + DAY_MS)] as const;

  const at = (day: number, ms: number): Instant => {
    if (ms === 0) return startOf(day);
    if (ms === DAY_MS) return startOf(day + 1);
    const wall = day * DAY_MS + ms;
    const [before, after] = offsetsAround(wall);
    if (before === after || offsetAt(wall - before) === before) return wall - before;
    return offsetAt(wall - after) === after ? wall - after : wall - before;
  };

  const startOf = (day: number): Instant => {
    const midnight = day * DAY_MS;
    const [before, after] = offsetsAround(midnight);
    const first = midnight - before;
    if (before === after) return first;
    const last = midnight - after;
    const isFirst = offsetAt(first) === before;
    const isLast = offsetAt(last) === after;
    if (isFirst && isLast) return offsetAt(last - 1) === before ? first : last;   // else it was the day before once more
    if (isFirst) return first;
    return isLast ? last : changeBetween(offsetAt, last, first);                  // midnight is skipped
  };

  const dayAt = (instant: Instant): number => {
    const wall = instant + offsetAt(instant);
    const day = Math.floor(wall / DAY_MS);
    return wall - day * DAY_MS < MOST_SET_BACK && instant < startOf(day) ? day - 1 : day;
  };

  return {
    name, offsetAt, dayAt, startOf, at,
    localDayOf: (instant) => dayOf(dayAt(instant)),
    startOfDay: (day) => startOf(dayNumber(day)),
    instantOf: (day, time) => at(dayNumber(day), timeOfDayMs(time)),
  };
}

// --- offsets, read from Intl once a year and kept ---

type Offset = (instant: Instant) => number;

const MOST_SET_BACK = 3 * 3_600_000;
const YEAR_MS = 31_556_952_000;
const WEEK_MS = 7 * DAY_MS;

/** The stretches of a year between changes of the clocks, each from an instant on. */
interface Stretches {
  readonly from: number[];
  readonly offset: number[];
}

function offsetTable(read: Offset): Offset {
  const years = new Map<number, Stretches>();
  let from = 0, to = 0, offset = 0;                              // the stretch that was asked for last
  return (instant) => {
    if (instant >= from && instant < to) return offset;
    const year = Math.floor(instant / YEAR_MS);
    let stretches = years.get(year);
    if (stretches === undefined) years.set(year, stretches = stretchesOf(read, year * YEAR_MS));
    let i = stretches.from.length - 1;
    while (stretches.from[i]! > instant) i--;
    from = stretches.from[i]!;
    to = stretches.from[i + 1] ?? (year + 1) * YEAR_MS;
    return offset = stretches.offset[i]!;
  };
}

/** Looks at each week of a year and searches those in which the offset changes. No zone changes back within a week. */
function stretchesOf(read: Offset, start: Instant): Stretches {
  const end = start + YEAR_MS;
  const stretches: Stretches = { from: [start], offset: [read(start)] };
  for (let seen = start; seen < end;) {
    const next = Math.min(seen + WEEK_MS, end);
    const offset = read(next);
    while (offset !== stretches.offset.at(-1)) {
      const change = changeBetween(read, Math.max(seen, stretches.from.at(-1)!), next);
      stretches.from.push(change);
      stretches.offset.push(read(change));
    }
    seen = next;
  }
  return stretches;
}

/** The first instant after `low` with another offset than at `low`, given that `high` has another. */
function changeBetween(read: Offset, low: Instant, high: Instant): Instant {
  const offset = read(low);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (read(middle) === offset) low = middle; else high = middle;
  }
  return high;
}

/** Reads an offset from Intl: microseconds a call, so only for the table. */
function offsetReader(timeZone: string): Offset {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23',
    year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  });
  return (instant) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value);
    const local = Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute'], part['second']);
    return local - Math.floor(instant / 1000) * 1000;
  };
}
