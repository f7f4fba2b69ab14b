/**
 * The slow reference of law 5, for tests only: walks the calendar day by day, and minute by minute for hours. Written straight
 * from the rules of time, with its own reading of zones (Intl, asked every quarter of an hour) and of the State Council's days.
 */
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Duration } from './duration.ts';
import type { Day, Due, Extension, Hold, Instant, Period, Reckoning } from './time.ts';

/** A calendar said by hand: which days are worked and in which minutes of the day. */
export interface NaiveCalendar {
  readonly zone: string;
  readonly isWorking: (day: Day) => boolean;
  readonly hours: (day: Day) => readonly (readonly [from: number, to: number])[];
  readonly isKnown: (day: Day) => boolean;
}

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;

// --- days and zones ---

export const shift = (day: Day, days: number): Day => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
export const weekday = (day: Day): number => new Date(day).getUTCDay();
export const arrangedWork = (day: Day): boolean => {
  if (day in published.holidays) return false;
  return day in published.workdays || (weekday(day) !== 0 && weekday(day) !== 6);
};

/** Asks a question once for each zone and instant. */
function remembered<T>(ask: (zone: string, at: Instant) => T): (zone: string, at: Instant) => T {
  const answers = new Map<string, Map<Instant, T>>();
  let last: { readonly zone: string; readonly at: Instant; readonly answer: T } | undefined;
  return (zone, at) => {
    if (last !== undefined && last.at === at && last.zone === zone) return last.answer;
    let ofZone = answers.get(zone);
    if (!ofZone) answers.set(zone, ofZone = new Map());
    let answer = ofZone.get(at);
    if (answer === undefined) ofZone.set(at, answer = ask(zone, at));
    last = { zone, at, answer };
    return answer;
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();
const askWall = remembered((zone, at) => {
  let format = formats.get(zone);
  if (!format) formats.set(zone, format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }));
  return Date.parse(`${format.format(at).replace(' ', 'T')}Z`);
});

const quarterOf = (at: Instant): Instant => Math.floor(at / QUARTER) * QUARTER;

/** What the clocks of a zone show, as if it were UTC. */
export const wallOf = (zone: string, at: Instant): number => askWall(zone, quarterOf(at)) + at - quarterOf(at);

const dayText = (wall: number): Day => new Date(wall).toISOString().slice(0, 10);

/** The instant after which it is never the day before again. */
const askStart = remembered((zone, midnight): Instant => {
  let at = midnight + 30 * 3_600_000;
  while (wallOf(zone, at - QUARTER) >= midnight) at -= QUARTER;
  return at;
});
export const startOf = (zone: string, day: Day): Instant => askStart(zone, Date.parse(day));

const askDay = remembered((zone, at): Day => {
  const day = dayText(wallOf(zone, at));
  return at < startOf(zone, day) ? shift(day, -1) : day;
});
export const dayAt = (zone: string, at: Instant): Day => askDay(zone, quarterOf(at));

/** The instant at which the clocks first show a time; where they skip it, as much later as they go forward. */
export function instantOf(zone: string, day: Day, minutes: number): Instant {
  if (minutes === 0) return startOf(zone, day);
  if (minutes === 1440) return startOf(zone, shift(day, 1));
  const wall = Date.parse(day) + minutes * MINUTE;
  for (let at = wall - 16 * 3_600_000; ; at += MINUTE) {
    if (wallOf(zone, at) === wall) return at;
    if (wallOf(zone, at) > wall) return at + wall - (wallOf(zone, at - MINUTE) + MINUTE);
  }
}

// --- the reckoning ---

interface Place { readonly at: Instant; readonly day?: Day; readonly minutes?: number; readonly rolls: boolean; readonly isDay: boolean }

/** When is it due, found by walking. */
export function naiveDue(calendar: NaiveCalendar, { limit, policy, start, holds, extensions }: Reckoning): Due | undefined {
  const { zone } = calendar;
  let looked = new Map<Day, boolean>();
  const isWorking = (day: Day): boolean => {
    if (!looked.has(day)) looked.set(day, calendar.isWorking(day));
    return looked.get(day)!;
  };
  const closed = holds.filter((hold): hold is Hold & { to: Instant } => hold.to !== undefined);
  const isHeldAt = (at: Instant): boolean => closed.some(({ from, to }) => at >= from && at < to);
  const isHeldDay = (day: Day): boolean => closed.some(({ from, to }) =>
    day >= dayAt(zone, from) && day <= dayAt(zone, to > from ? to - MINUTE : from));
  const exact = policy.hold === 'exact';
  const startDay = start.day ?? dayAt(zone, start.at);

  const endOf = (day: Day): Instant => {
    if (policy.ends === 'midnight') return startOf(zone, shift(day, 1));
    if (policy.ends !== 'office') return instantOf(zone, day, Number(policy.ends.slice(0, 2)) * 60 + Number(policy.ends.slice(3)));
    const closing = isWorking(day) ? calendar.hours(day).at(-1)?.[1] : undefined;
    return closing === undefined ? startOf(zone, shift(day, 1)) : instantOf(zone, day, closing);
  };
  const wholeDay = (day: Day, rolls: boolean): Place => ({ at: endOf(day), day, rolls, isDay: true });
  const momentOn = (day: Day, minutes: number): Place => ({ at: instantOf(zone, day, minutes), day, minutes, rolls: true, isDay: false });
  const momentEnding = (at: Instant): Place => {
    const day = dayAt(zone, at - MINUTE);
    const minutes = at === startOf(zone, shift(day, 1)) ? 1440 : (wallOf(zone, at) - Date.parse(day)) / MINUTE;
    return { at, day, minutes, rolls: true, isDay: false };
  };

  const walkMinutes = (from: Instant, minutes: number, counts: (at: Instant) => boolean): Instant => {
    let at = from;
    for (let left = minutes; left > 0; at += MINUTE) if (counts(at) && !isHeldAt(at)) left--;
    return at;
  };
  const inOffice = (at: Instant): boolean => {
    const day = dayAt(zone, at);
    if (!isWorking(day)) return false;
    const minute = (wallOf(zone, at) - Date.parse(day)) / MINUTE;
    return calendar.hours(day).some(([from, to]) => minute >= from && minute < to);
  };

  const walkDays = (last: Day, count: number, counts: (day: Day) => boolean): Day => {
    let day = last;
    for (let left = count; left > 0;) {
      day = shift(day, 1);
      if (counts(day)) left--;
    }
    return day;
  };
  /** The last day of so many days after a day (or with it), leaving out what `leave` says. */
  const lastDay = (day: Day, { amount, unit }: Duration, counted: boolean, leave: (day: Day) => boolean): Day => {
    const before = counted ? shift(day, -1) : day;
    if (unit === 'working-days') return walkDays(before, amount, (each) => isWorking(each) && !leave(each));
    const nominal = unit === 'days' ? shift(before, amount) : unit === 'weeks' ? shift(before, 7 * amount)
      : corresponding(day, unit === 'months' ? amount : 12 * amount, counted);
    return walkDays(before, (Date.parse(nominal) - Date.parse(before)) / 86_400_000, (each) => !leave(each));
  };

  /** From a beginning to a nominal end, minute by minute, again with what was held left out. */
  const exactly = (begin: Instant, end: Instant, unit: Duration['unit']): Instant => {
    const counts = (at: Instant): boolean => unit !== 'working-days' || isWorking(dayAt(zone, at));
    let minutes = 0;
    for (let at = begin; at < end; at += MINUTE) if (counts(at)) minutes++;
    return closed.some(({ from }) => from < end) ? walkMinutes(begin, minutes, counts) : end;
  };

  const go = (from: Place, duration: Duration, counted: boolean): Place => {
    const { amount, unit } = duration;
    const at = from.at;
    switch (unit) {
      case 'minutes': return { at: walkMinutes(at, amount, () => true), rolls: false, isDay: false };
      case 'hours': return { at: walkMinutes(at, amount * 60, () => true), rolls: false, isDay: false };
      case 'working-minutes': return { at: walkMinutes(at, amount, inOffice), rolls: false, isDay: false };
      case 'working-hours': return { at: walkMinutes(at, amount * 60, inOffice), rolls: false, isDay: false };
    }
    const leave = exact ? () => false : isHeldDay;
    if (!policy.moment && from.minutes === undefined) {
      const day = from.day ?? dayAt(zone, at);
      const last = lastDay(day, duration, counted, leave);
      const pushed = exact ? exactly(startOf(zone, counted ? day : shift(day, 1)), endOf(last), unit) : endOf(last);
      return pushed === endOf(last) ? wholeDay(last, true) : momentEnding(pushed);
    }
    const moment = from.minutes !== undefined ? from : from.isDay ? momentEnding(at)
      : { day: dayAt(zone, at), minutes: (wallOf(zone, at) - Date.parse(dayAt(zone, at))) / MINUTE };
    // From its midnight on a working day counts whole; on a rest day nothing runs.
    const wholeDays = unit === 'working-days' && moment.minutes === 0;
    const last = lastDay(wholeDays ? shift(moment.day!, -1) : moment.day!, duration, false, leave);
    const nominal = momentOn(last, wholeDays || (unit === 'working-days' && !isWorking(moment.day!)) ? 1440 : moment.minutes!);
    const pushed = exact ? exactly(at, nominal.at, unit) : nominal.at;
    return pushed === nominal.at ? nominal : momentEnding(pushed);
  };
  const goFromStart = (duration: Duration): Place => {
    const minutes = (wallOf(zone, start.at) - Date.parse(startDay)) / MINUTE;
    if (duration.unit.endsWith('hours') || duration.unit.endsWith('minutes')) return go({ at: start.at, rolls: false, isDay: false }, duration, false);
    if (policy.moment) return go({ at: start.at, day: startDay, minutes, rolls: true, isDay: false }, duration, false);
    return go({ at: start.at, day: startDay, rolls: true, isDay: true }, duration, policy.countStart);
  };

  const roll = (place: Place): Place => {
    if (!place.rolls || policy.restDay === 'stay') return place;
    const last = place.minutes === 0 ? shift(place.day!, -1) : place.day!;
    if (isWorking(last)) return place;
    let day = last;
    while (!isWorking(day) || isHeldDay(day)) day = shift(day, 1);
    return place.minutes === undefined ? wholeDay(day, true) : momentOn(day, place.minutes === 0 ? 1440 : place.minutes);
  };
  const extend = (place: Place, extension: Extension): Place => {
    if ('to' in extension) { looked = new Map(); return wholeDay(extension.to, false); }
    if (extension.from === 'start') { looked = new Map(); return goFromStart(extension.by); }
    return go(extension.from === 'due' ? roll(place) : place, extension.by, false);
  };

  if (limit.kind === 'none') return undefined;
  let place = limit.kind === 'instant' ? { at: limit.at, rolls: false, isDay: false }
    : limit.kind === 'day' ? wholeDay(limit.day, false)
    : limit.kind === 'end-of' ? wholeDay(endOfPeriod(startDay, limit.period), false)
    : goFromStart(limit.duration);
  for (const extension of extensions) place = extend(place, extension);
  const { at, day, isDay } = roll(place);
  const provisional = [...looked.keys()].some((each) => !calendar.isKnown(each));
  return { at, ...(isDay && { day: day! }), ...(provisional && { provisional: true }) };
}

/** 《民法典》202, on year, month and date. */
export function corresponding(day: Day, months: number, counted: boolean): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const target = (of: number): Day => new Date(Date.UTC(year, month - 1 + months, of)).toISOString().slice(0, 10);
  if (date > lastOfMonth) return target(lastOfMonth);
  return counted ? shift(target(date), -1) : target(date);
}

function endOfPeriod(day: Day, period: Period): Day {
  const ends = (each: Day): boolean => {
    const next = shift(each, 1);
    const month = Number(next.slice(5, 7));
    const isFirst = next.endsWith('-01');
    switch (period) {
      case 'day': return true;
      case 'week': return weekday(each) === 0;
      case 'month': return isFirst;
      case 'quarter': return isFirst && month % 3 === 1;
      case 'half-year': return isFirst && month % 6 === 1;
      case 'year': return next.endsWith('-01-01');
    }
  };
  let last = day;
  while (!ends(last)) last = shift(last, 1);
  return last;
}
