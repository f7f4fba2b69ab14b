import { milestone } from './backwards.ts';
import { dueAt, endOfLimit, instantAt, lastDayAt, pastRestDays, startCourse, startDay } from './course.ts';
import type { Course, Position, Stretch } from './course.ts';
import { dayNumber, dayOf, yearOf } from './day.ts';
import { isHourUnit } from './duration.ts';
import type { Duration } from './duration.ts';
import { reckon } from './due.ts';
import { countedDays, elapsedPieces, restName, workingPieces } from './explain-stretch.ts';
import type { Due, Reckoning, Segment, TimePolicy } from './time.ts';
import type { Calendar } from './working-calendar.ts';

/** Why is it due then? Every piece of the reckoning in the order in which it was made; without an end for a limit `none`. */
export function explain(calendar: Calendar, reckoning: Reckoning): readonly Segment[] {
  const stretches: Stretch[] = [];
  const course = startCourse(calendar, reckoning, stretches);
  const end = endOfLimit(course, reckoning);
  const { limit, start, extensions, holds } = reckoning;
  return [
    { kind: 'start', at: start.at, day: dayOf(startDay(course, start)), counted: countsAtOnce(reckoning) },
    { kind: 'limit', limit },
    ...stretches.filter(({ extension }) => extension === undefined).flatMap((stretch) => piecesOf(course, stretch, reckoning)),
    ...(end === undefined ? [] : extensions.flatMap((extension, i): Segment[] => [
      { kind: 'extension', extension, to: reckon(calendar, { ...reckoning, extensions: extensions.slice(0, i + 1) })! },
      ...stretches.filter((stretch) => stretch.extension === extension).flatMap((stretch) => piecesOf(course, stretch, reckoning)),
    ])),
    ...holds.filter(({ to }) => to === undefined).map((hold): Segment => ({ kind: 'hold', ...hold })),
    ...(end === undefined ? [] : ending(course, end, pastRestDays(course, end))),
  ];
}

/** Why does a milestone that was laid out backwards stand where it stands? */
export function explainBackwards(calendar: Calendar, base: Due, by: Duration, policy: TimePolicy): readonly Segment[] {
  const course = startCourse(calendar, { policy, holds: [] });
  const { landed, moved, due } = milestone(calendar, base, by, policy);
  const at = instantAt(course, landed);
  const baseDay = base.day === undefined ? calendar.zone.dayAt(base.at) : dayNumber(base.day);
  const pieces = by.unit === 'hours' || by.unit === 'minutes' ? elapsedPieces(course, at, base.at, [])
    : isHourUnit(by.unit) ? workingPieces(course, at, base.at, [])
    : countedDays(course, dayIn(landed), baseDay - 1, by.unit === 'working-days', []);
  return [
    { kind: 'backwards', base, by },
    ...pieces,
    ...movedFrom(course, landed, moved),
    ...(due.provisional ? unknownYears(course, due, base) : []),
    { kind: 'end', due },
  ];
}

/** Hours and moments run at once; days only where the start counts. What ends on a set day is not counted from anywhere. */
const countsAtOnce = ({ limit, policy }: Reckoning): boolean =>
  limit.kind !== 'duration' || isHourUnit(limit.duration.unit) || policy.moment || policy.countStart;

function piecesOf(course: Course, { duration, from, to, counted }: Stretch, { holds, policy }: Reckoning): readonly Segment[] {
  const [begin, end] = [instantAt(course, from), instantAt(course, to)];
  const inWorkingDays = duration.unit === 'working-days';
  if (duration.unit === 'hours' || duration.unit === 'minutes') return elapsedPieces(course, begin, end, holds);
  if (isHourUnit(duration.unit)) return workingPieces(course, begin, end, holds);
  const exact = policy.hold === 'exact' && course.held.length > 0;
  const atOnce = counted || (inWorkingDays && from.kind === 'moment' && from.wall === 0);
  const first = (from.kind === 'instant' ? course.calendar.zone.dayAt(begin) : from.day) + (atOnce ? 0 : 1);
  if (!exact) return countedDays(course, first, dayIn(to), inWorkingDays, holds);
  const runsFrom = from.kind === 'moment' ? begin : course.calendar.zone.startOf(first);
  if (!inWorkingDays) return elapsedPieces(course, runsFrom, end, holds);
  const inside = holds.filter((hold) => hold.to !== undefined && hold.to > runsFrom && hold.from < end);
  return [...countedDays(course, first, dayIn(to), true, []), ...inside.map((hold): Segment => ({ kind: 'hold', ...hold }))];
}

const dayIn = (position: Position): number => {
  if (position.kind === 'instant') throw new TypeError('an instant ends no day');
  return lastDayAt(position);
};

function ending(course: Course, end: Position, moved: Position): readonly Segment[] {
  const due = dueAt(course, moved);
  return [...movedFrom(course, end, moved), ...(due.provisional ? unknownYears(course) : []), { kind: 'end', due }];
}

function movedFrom(course: Course, from: Position, to: Position): readonly Segment[] {
  if (from.kind === 'instant' || to.kind === 'instant' || instantAt(course, from) === instantAt(course, to)) return [];
  const day = lastDayAt(from);
  const name = restName(course.calendar, day, day);
  return [{ kind: 'moved', from: dayOf(day), to: dayOf(lastDayAt(to)), ...(name && { name }) }];
}

/** The years that the due time relies on and of which nothing is known yet. */
function unknownYears({ calendar, reliedFrom, reliedTo }: Course, ...dues: readonly Due[]): readonly Segment[] {
  const days = dues.map(({ at, day }) => (day === undefined ? calendar.zone.dayAt(at) : dayNumber(day)));
  const [first, last] = [Math.min(reliedFrom, ...days), Math.max(reliedTo, ...days)];
  const segments: Segment[] = [];
  for (let year = yearOf(first); year <= yearOf(last); year++) {
    if (!calendar.isKnown(`${year}-07-01`)) segments.push({ kind: 'provisional', year });
  }
  return segments;
}
