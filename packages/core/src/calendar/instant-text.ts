import { DAY_MS, civilToNumber, dayOf, isCivilDay } from './day.ts';
import type { Instant } from './time.ts';
import type { Zone } from './zone.ts';

/**
 * An instant as the zone's clocks show it, ISO 8601 with the offset; milliseconds only where there are any.
 *
 * @example formatInstant(0, zoneOf('Asia/Shanghai')) //=> '1970-01-01T08:00:00+08:00'
 */
export function formatInstant(instant: Instant, zone: Zone): string {
  const offset = zone.offsetAt(instant);
  const wall = instant + offset;
  const day = Math.floor(wall / DAY_MS);
  const ms = wall - day * DAY_MS;
  const fraction = ms % 1000;
  return `${dayOf(day)}T${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}`
    + (fraction === 0 ? '' : `.${String(fraction).padStart(3, '0')}`)
    + formatOffset(offset);
}

/**
 * Reads ISO 8601 (`2021-10-08T09:00:00+08:00`, `…Z`; seconds and their fraction may be missing, a space may stand for the T).
 * A text without an offset is read in the zone, and without a zone refused, as is what no calendar or clock shows.
 */
export function parseInstant(text: string, zone?: Zone): Instant | undefined {
  const parts = ISO.exec(text);
  if (parts === null) return undefined;
  const [, year, month, date, hour, minute, second = '0', fraction = '', utc, sign, aheadHours, aheadMinutes = '0', aheadSeconds = '0'] = parts;
  const ms = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
  if (Number(minute) > 59 || Number(second) > 59 || ms > DAY_MS) return undefined;
  if (!isCivilDay(Number(year), Number(month), Number(date))) return undefined;
  const day = civilToNumber(Number(year), Number(month), Number(date));
  if (utc !== undefined) return day * DAY_MS + ms;
  if (sign === undefined) return zone?.at(day, ms);
  if (Number(aheadHours) > 23 || Number(aheadMinutes) > 59 || Number(aheadSeconds) > 59) return undefined;
  const offset = ((Number(aheadHours) * 60 + Number(aheadMinutes)) * 60 + Number(aheadSeconds)) * 1000;
  return day * DAY_MS + ms - (sign === '-' ? -offset : offset);
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(?:(Z)|([+-])(\d{2})(?::?(\d{2})(?::?(\d{2}))?)?)?$/;

const TWO = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));
const two = (n: number): string => TWO[Math.floor(n)]!;

function formatOffset(offset: number): string {
  const ahead = Math.abs(offset);
  const seconds = (ahead / 1000) % 60;                           // only before zones were whole minutes
  return `${offset < 0 ? '-' : '+'}${two(ahead / 3_600_000)}:${two((ahead / 60_000) % 60)}${seconds === 0 ? '' : `:${two(seconds)}`}`;
}
