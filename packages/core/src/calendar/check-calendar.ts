import { dayRangeOf, isInSeason, isOneList, WEEKDAYS } from './calendar-spec.ts';
import type { CalendarSpec, HoursText, OfficeHours, Season } from './calendar-spec.ts';
import { isCivilDay, parseDay } from './day.ts';
import { parseDaySpan } from './time-of-day.ts';
import { isZoneName } from './zone.ts';

/** What does not hold together in a calendar's spec; `path` leads to it. */
export interface CalendarProblem {
  readonly code: 'zone-unknown' | 'week-empty' | 'hours-malformed' | 'hours-overlap' | 'season-malformed' | 'seasons-overlap' | 'day-malformed' | 'day-range-backwards';
  readonly path: readonly (string | number)[];
  readonly value: string;
}

/** Everything about a spec that its shape cannot say, all problems at once. A spec without problems compiles. */
export function checkCalendar(spec: CalendarSpec): readonly CalendarProblem[] {
  const { zone, week, hours, seasons = {}, days = {} } = spec;
  return [
    ...(zone !== undefined && !isZoneName(zone) ? [{ code: 'zone-unknown', path: ['zone'], value: zone } as const] : []),
    ...(week !== undefined && week.length === 0 ? [{ code: 'week-empty', path: ['week'], value: '' } as const] : []),
    ...(hours === undefined ? [] : checkOfficeHours(hours, ['hours'])),
    ...checkSeasons(seasons),
    ...Object.entries(days).flatMap(([key, exception]) => [
      ...checkDayKey(key),
      ...(exception.hours === undefined ? [] : checkHours(exception.hours, ['days', key, 'hours'])),
    ]),
  ];
}

type Path = readonly (string | number)[];

function checkOfficeHours(hours: OfficeHours, path: Path): readonly CalendarProblem[] {
  if (isOneList(hours)) return checkHours(hours, path);
  return [...WEEKDAYS, 'default' as const].flatMap((weekday) => checkHours(hours[weekday] ?? [], [...path, weekday]));
}

/** Spans are in order and do not overlap. */
function checkHours(hours: readonly HoursText[], path: Path): readonly CalendarProblem[] {
  const spans = hours.map(parseDaySpan);
  return hours.flatMap((value, i): CalendarProblem[] => {
    const [span, before] = [spans[i], spans[i - 1]];
    if (span === undefined) return [{ code: 'hours-malformed', path: [...path, i], value }];
    return before !== undefined && span.from < before.to ? [{ code: 'hours-overlap', path: [...path, i], value }] : [];
  });
}

function checkSeasons(seasons: NonNullable<CalendarSpec['seasons']>): readonly CalendarProblem[] {
  const entries = Object.entries(seasons);
  return entries.flatMap(([name, season], i): readonly CalendarProblem[] => [
    ...(['from', 'to'] as const).flatMap((end): CalendarProblem[] =>
      isMonthDay(season[end]) ? [] : [{ code: 'season-malformed', path: ['seasons', name, end], value: season[end] }]),
    ...checkOfficeHours(season.hours, ['seasons', name, 'hours']),
    ...entries.slice(0, i).flatMap(([other, before]): CalendarProblem[] =>
      doSeasonsMeet(season, before) ? [{ code: 'seasons-overlap', path: ['seasons', name], value: other }] : []),
  ]);
}

/** Two arcs of the year meet where one begins within the other. */
const doSeasonsMeet = (a: Season, b: Season): boolean => isInSeason(a.from, b) || isInSeason(b.from, a);

const isMonthDay = (text: string): boolean =>
  /^\d{2}-\d{2}$/.test(text) && isCivilDay(2024, Number(text.slice(0, 2)), Number(text.slice(3)));

function checkDayKey(key: string): readonly CalendarProblem[] {
  const [first, last] = dayRangeOf(key);
  if (key.split('/').length > 2 || parseDay(first) === undefined || parseDay(last) === undefined) {
    return [{ code: 'day-malformed', path: ['days', key], value: key }];
  }
  return last < first ? [{ code: 'day-range-backwards', path: ['days', key], value: key }] : [];
}
