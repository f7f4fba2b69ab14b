import { DAY_MS, civilToNumber, dayOf, digitsAt, isCivilDay } from './day.ts';
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
  if (!ISO.test(text)) return undefined;
  const [year, month, date] = [digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2)];
  const [hour, minute] = [digitsAt(text, 11, 2), digitsAt(text, 14, 2)];
  const hasSeconds = text[16] === ':';
  const second = hasSeconds ? digitsAt(text, 17, 2) : 0;
  const tail = hasSeconds ? text.slice(19) : text.slice(16);                  // what is left: fraction and offset
  const fraction = tail[0] === '.' ? /^\.\d+/.exec(tail)![0] : '';
  const ms = ((hour * 60 + minute) * 60 + second) * 1000 + (fraction === '' ? 0 : Number(fraction.slice(1, 4).padEnd(3, '0')));
  if (minute > 59 || second > 59 || ms > DAY_MS || !isCivilDay(year, month, date)) return undefined;
  const day = civilToNumber(year, month, date);
  const ahead = tail.slice(fraction.length);
  if (ahead === '') return zone?.at(day, ms);
  const offset = parseOffset(ahead);
  return offset === undefined ? undefined : day * DAY_MS + ms - offset;
}

const ISO = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d(?::?\d\d)?)?)?$/;

/** `Z`, or `+08:00` with or without its colons, minutes and seconds. */
function parseOffset(text: string): number | undefined {
  if (text === 'Z') return 0;
  const plain = text.replaceAll(':', '');
  const [hours, minutes, seconds] = [digitsAt(plain, 1, 2), plain.length > 3 ? digitsAt(plain, 3, 2) : 0, plain.length > 5 ? digitsAt(plain, 5, 2) : 0];
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  const ms = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  return text[0] === '-' ? -ms : ms;
}

const TWO = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));
const two = (n: number): string => TWO[Math.floor(n)]!;

function formatOffset(offset: number): string {
  const ahead = Math.abs(offset);
  const seconds = (ahead / 1000) % 60;                           // only before zones were whole minutes
  return `${offset < 0 ? '-' : '+'}${two(ahead / 3_600_000)}:${two((ahead / 60_000) % 60)}${seconds === 0 ? '' : `:${two(seconds)}`}`;
}
