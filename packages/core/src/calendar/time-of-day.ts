import { DAY_MS } from './day.ts';
import type { TimeOfDay } from './time.ts';

/** A stretch of the day, in milliseconds since local midnight. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** Milliseconds since midnight of `HH:MM`; 24:00 is the end of the day. Nothing for what is no time of day. */
export function parseTimeOfDay(text: TimeOfDay): number | undefined {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(text) ?? [];
  if (hours === undefined) return undefined;
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return Number(minutes) < 60 && ms <= DAY_MS ? ms : undefined;
}

/** Milliseconds since midnight of a time of day that has been checked before. */
export function timeOfDayMs(text: TimeOfDay): number {
  const ms = parseTimeOfDay(text);
  if (ms === undefined) throw new TypeError(`"${text}" is no time of day (HH:MM)`);
  return ms;
}

/** `HH:MM` of so many milliseconds since midnight. */
export const timeOfDayOf = (ms: number): TimeOfDay =>
  `${String(Math.floor(ms / 3_600_000)).padStart(2, '0')}:${String(Math.floor(ms / 60_000) % 60).padStart(2, '0')}`;

/** Reads `"09:00-12:00"`; the end comes after the beginning. */
export function parseDaySpan(text: string): DaySpan | undefined {
  const [fromText, toText, ...rest] = text.split('-');
  const from = parseTimeOfDay(fromText ?? '');
  const to = parseTimeOfDay(toText ?? '');
  return rest.length === 0 && from !== undefined && to !== undefined && from < to ? { from, to } : undefined;
}
