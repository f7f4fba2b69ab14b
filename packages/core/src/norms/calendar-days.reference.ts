import { arrangedWork, shift, weekday } from '../calendar/due.reference.ts';
import type { Day } from '../calendar/index.ts';
import type { CalendarDays } from '../method/norm-schema.ts';

/** The slow reference, for tests only: writes out month by month which days are named, then walks each one by one to where it is moved. */
export const naiveDueDays = (on: CalendarDays, first: Day, last: Day): readonly Day[] => {
  const found = new Set<Day>();
  for (let month = `${shift(`${first.slice(0, 7)}-01`, -35).slice(0, 7)}-01`; month <= shift(last, 35); month = `${shift(month, 31).slice(0, 7)}-01`) {
    if (on.months && !on.months.includes(Number(month.slice(5, 7)))) continue;
    for (const day of namedIn(month, on)) {
      const due = moved(day, on.restDay);
      if (due !== undefined && due >= first && due <= last) found.add(due);
    }
  }
  return [...found].sort();
};

const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

const namedIn = (month: Day, on: CalendarDays): readonly Day[] => {
  const days: Day[] = [];
  for (let day = month; day.slice(0, 7) === month.slice(0, 7); day = shift(day, 1)) days.push(day);
  const worked = days.filter(arrangedWork);
  return [
    ...(on.monthDays ?? []).flatMap((date) => days[date - 1] ?? []),
    ...days.filter((day) => on.weekdays?.includes(names[weekday(day)]!)),
    ...(on.last ? [days.at(-1)!] : []),
    ...(on.workingDays ?? []).flatMap((n) => (n === 0 ? [] : worked.at(n > 0 ? n - 1 : n) ?? [])),
  ];
};

const moved = (day: Day, restDay: CalendarDays['restDay']): Day | undefined => {
  if (arrangedWork(day) || restDay === undefined || restDay === 'stay') return day;
  if (restDay === 'skip') return undefined;
  let at = day;
  while (!arrangedWork(at)) at = shift(at, restDay === 'next' ? 1 : -1);
  return at;
};
