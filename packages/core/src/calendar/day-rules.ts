import type { Arrangement, DayName } from './arrangement.ts';
import { DEFAULT_HOURS, WEEKDAYS, dayRangeOf, isInSeason, isOneList } from './calendar-spec.ts';
import type { CalendarSpec, DayException, HoursText, OfficeHours } from './calendar-spec.ts';
import { civilToNumber, dayNumber, dayOf, weekdayOf } from './day.ts';
import { parseDaySpan } from './time-of-day.ts';
import type { DaySpan } from './time-of-day.ts';

/** What a calendar says of one day, and why. */
export interface DayRule {
  readonly working: boolean;
  /** The holiday, the occasion that is made up for, or the name of the district's exception. */
  readonly name?: DayName;
  /** Worked although its weekday is not (调休上班), or by a district's exception. */
  readonly makeUp: boolean;
  readonly hours: readonly DaySpan[];
}

/** The rules of single days, and of which years they are known. Everything faster is built from these. */
export interface DayRules {
  readonly edition: string;
  ruleOf(day: number): DayRule;
  isKnownThroughout(from: number, to: number): boolean;
}

/** The district's exception says first, then the State Council's arrangement, then the week. */
export function compileDayRules(spec: CalendarSpec, arrangement: Arrangement): DayRules {
  const arranged = spec.base === 'none' ? undefined : arrangement;
  const known = arranged && knownStretches([...arranged.years, ...(spec.knownYears ?? [])]);
  const week = WEEKDAYS.map((weekday) => (spec.week ?? WEEKDAYS.slice(0, 5)).includes(weekday));
  const exceptions = exceptionsByDay(spec.days ?? {});
  const hoursOf = compileHours(spec);

  return {
    edition: arranged?.edition ?? 'none',
    isKnownThroughout: (from, to) => known === undefined || known.some(({ first, last }) => from >= first && to <= last),
    ruleOf(day) {
      const weekly = week[weekdayOf(day) - 1]!;
      const exception = exceptions.get(day);
      const decided = exception ?? arranged?.days.get(dayOf(day));
      const working = decided === undefined ? weekly : decided.is === 'work';
      const name = nameOf(decided?.name);
      return {
        working,
        makeUp: working && !weekly,
        hours: !working ? [] : exception?.hours ? exception.hours.map(readSpan) : hoursOf(day),
        ...(name && { name }),
      };
    },
  };
}

/** The years that are known, those that follow each other joined, as first and last day. */
function knownStretches(years: readonly number[]): readonly { readonly first: number; readonly last: number }[] {
  const stretches: { first: number; last: number }[] = [];
  for (const year of [...years].sort((a, b) => a - b)) {
    const [first, last] = [civilToNumber(year, 1, 1), civilToNumber(year, 12, 31)];
    const before = stretches.at(-1);
    if (before !== undefined && first <= before.last + 1) before.last = last;
    else stretches.push({ first, last });
  }
  return stretches;
}

/** Exceptions by day number. Longer ranges are laid down first, so that of two the shorter one stays. */
function exceptionsByDay(days: Readonly<Record<string, DayException>>): ReadonlyMap<number, DayException> {
  const ranges = Object.entries(days).map(([key, exception]) => {
    const [first, last] = dayRangeOf(key);
    return { first: dayNumber(first), last: dayNumber(last), exception };
  });
  const byDay = new Map<number, DayException>();
  for (const { first, last, exception } of ranges.sort((a, b) => (b.last - b.first) - (a.last - a.first))) {
    for (let day = first; day <= last; day++) byDay.set(day, exception);
  }
  return byDay;
}

/** The season's hours say first, then the year's, then those that go without saying. */
function compileHours(spec: CalendarSpec): (day: number) => readonly DaySpan[] {
  const usual = weekHours(spec.hours ?? {}, weekHours({}, WEEKDAYS.map(() => DEFAULT_HOURS.map(readSpan))));
  const seasons = Object.values(spec.seasons ?? {}).map((season) => ({ season, hours: weekHours(season.hours, usual) }));
  return (day) => {
    const monthDay = seasons.length === 0 ? '' : dayOf(day).slice(5);
    const hours = seasons.find(({ season }) => isInSeason(monthDay, season))?.hours ?? usual;
    return hours[weekdayOf(day) - 1]!;
  };
}

type WeekHours = readonly (readonly DaySpan[])[];

function weekHours(hours: OfficeHours, otherwise: WeekHours): WeekHours {
  const byWeekday = isOneList(hours) ? { default: hours } : hours;
  return WEEKDAYS.map((weekday, i) => (byWeekday[weekday] ?? byWeekday.default)?.map(readSpan) ?? otherwise[i]!);
}

function readSpan(text: HoursText): DaySpan {
  const span = parseDaySpan(text);
  if (span === undefined) throw new TypeError(`"${text}" is no stretch of hours (HH:MM-HH:MM)`);
  return span;
}

const nameOf = (name: DayName | string | undefined): DayName | undefined =>
  typeof name === 'string' ? { zh: name, en: name } : name;
