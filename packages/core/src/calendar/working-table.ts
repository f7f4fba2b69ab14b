import { civilToNumber, DAY_MS, yearOf } from './day.ts';
import type { DayRules } from './day-rules.ts';
import type { Zone } from './zone.ts';

/**
 * The working days and working time of some whole years, laid out so that each question is one or two look-ups: ranks and
 * selects of working days, sums of working milliseconds before each span. Days and spans are numbered from the table's first.
 */
export interface WorkingTable {
  readonly first: number;
  readonly last: number;
  /** The instants of which the table knows the local day, whatever the zone. */
  readonly knowsFrom: number;
  readonly knowsTo: number;
  /** Where each day begins, and where the last one ends. */
  readonly starts: Float64Array;
  /** How many working days lie before each day, and in all. */
  readonly rank: Int32Array;
  /** The day numbers of the working days. */
  readonly select: Int32Array;
  /** The number of the first span that is not before each day. */
  readonly firstSpan: Int32Array;
  readonly open: Float64Array;
  readonly close: Float64Array;
  /** Working milliseconds before each span, and in all. */
  readonly worked: Float64Array;
  /** For every `step` of working milliseconds the span in which it is reached. */
  readonly reached: Int32Array;
  readonly step: number;
}

/** No limit reaches beyond; a calendar that never works is found out here instead of running on. */
const FIRST_YEAR = 1800;
const LAST_YEAR = 2500;

/** A table that covers a day, and everything that the table before it covered; at least doubled, so that growing is rare. */
export function tableCovering(day: number, rules: DayRules, zone: Zone, before?: WorkingTable): WorkingTable {
  const year = yearOf(day);
  if (year < FIRST_YEAR || year > LAST_YEAR) throw new RangeError(`year ${year}: a calendar reaches from ${FIRST_YEAR} to ${LAST_YEAR}`);
  if (before === undefined) return buildTable(year - 1, year + 2, rules, zone);
  const [from, to] = [yearOf(before.first), yearOf(before.last)];
  const more = to - from + 1;
  return day < before.first
    ? buildTable(Math.max(FIRST_YEAR, Math.min(year, from - more)), to, rules, zone)
    : buildTable(from, Math.min(LAST_YEAR, Math.max(year, to + more)), rules, zone);
}

function buildTable(fromYear: number, toYear: number, rules: DayRules, zone: Zone): WorkingTable {
  const first = civilToNumber(fromYear, 1, 1);
  const days = civilToNumber(toYear + 1, 1, 1) - first;
  const starts = new Float64Array(days + 1);
  const rank = new Int32Array(days + 1);
  const firstSpan = new Int32Array(days + 1);
  const select: number[] = [], open: number[] = [], close: number[] = [], worked: number[] = [];
  let sum = 0;
  for (let i = 0; i <= days; i++) {
    const day = first + i;
    starts[i] = zone.startOf(day);
    rank[i] = select.length;
    firstSpan[i] = open.length;
    if (i === days) break;
    const rule = rules.ruleOf(day);
    if (rule.working) select.push(day);
    for (const span of rule.hours) {
      const [opens, closes] = [zone.at(day, span.from), zone.at(day, span.to)];
      if (closes <= opens) continue;                    // swallowed by a change of the clocks
      open.push(opens);
      close.push(closes);
      worked.push(sum);
      sum += closes - opens;
    }
  }
  worked.push(sum);
  const step = open.length === 0 ? DAY_MS : sum / open.length;
  return {
    first, last: first + days - 1, knowsFrom: starts[0]!, knowsTo: starts[days]!, starts, rank, select: Int32Array.from(select), firstSpan,
    open: Float64Array.from(open), close: Float64Array.from(close), worked: Float64Array.from(worked),
    reached: reachedEvery(step, worked), step,
  };
}

function reachedEvery(step: number, worked: readonly number[]): Int32Array {
  const reached = new Int32Array(worked.length + 1);
  let span = 0;
  for (let i = 0; i < reached.length; i++) {
    while (span < worked.length - 2 && worked[span + 1]! < i * step) span++;
    reached[i] = span;
  }
  return reached;
}

// --- looking up ---

/** The position in the table of the day in which an instant lies, which the table knows. */
export function dayIndexAt(t: WorkingTable, instant: number): number {
  const { starts } = t;
  const last = starts.length - 2;
  let i = Math.min(((instant - t.knowsFrom) / DAY_MS) | 0, last);
  while (i > 0 && starts[i]! > instant) i--;
  while (i < last && starts[i + 1]! <= instant) i++;
  return i;
}

/** Working milliseconds from the table's beginning until an instant. */
export function workedUntil(t: WorkingTable, instant: number): number {
  const day = dayIndexAt(t, instant);
  let span = t.firstSpan[day]!;
  const end = t.firstSpan[day + 1]!;
  while (span < end && t.close[span]! <= instant) span++;
  const inside = span < end ? instant - t.open[span]! : 0;
  return inside > 0 ? t.worked[span]! + inside : t.worked[span]!;
}

/** The earliest instant by which so much has been worked since the table's beginning. */
export function firstReaching(t: WorkingTable, worked: number): number | undefined {
  if (t.open.length === 0 || worked > t.worked[t.open.length]!) return undefined;
  let span = t.reached[Math.floor(worked / t.step)]!;
  while (t.worked[span + 1]! < worked) span++;
  return t.close[span]! - (t.worked[span + 1]! - worked);
}

/** The latest instant at which no more had been worked since the table's beginning. */
export function lastLeaving(t: WorkingTable, worked: number): number | undefined {
  if (t.open.length === 0 || worked < 0) return undefined;
  let span = t.reached[Math.floor(worked / t.step)]!;
  while (span < t.open.length - 1 && t.worked[span + 1]! <= worked) span++;
  return t.open[span]! + (worked - t.worked[span]!);
}
