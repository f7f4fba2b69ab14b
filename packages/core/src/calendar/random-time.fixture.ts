import fc from 'fast-check';
import type { CalendarSpec } from './calendar-spec.ts';
import { arrangedWork, shift, weekday } from './due.reference.ts';
import type { NaiveCalendar } from './due.reference.ts';
import type { Duration, DurationUnit } from './duration.ts';
import type { Day, TimePolicy } from './time.ts';
import { compileCalendar } from './working-calendar.ts';
import type { Calendar } from './working-calendar.ts';

// Test helpers of law 5: three calendars, each said twice: as a spec, and by hand for the reference; and random days, lengths, policies.

type ByHand = Omit<NaiveCalendar, 'zone'>;
/** Minutes since midnight. */
export const hour = (h: number, m = 0): number => h * 60 + m;
const until2026 = (day: Day): boolean => day < '2027';

const calendars: readonly { readonly spec: CalendarSpec; readonly byHand: ByHand }[] = [
  {
    spec: {},
    byHand: { isWorking: arrangedWork, isKnown: until2026, hours: () => [[hour(9), hour(12)], [hour(14), hour(18)]] },
  },
  {
    spec: {
      seasons: { summer: { from: '05-01', to: '09-30', hours: ['08:00-12:00', '15:00-18:00'] }, winter: { from: '12-15', to: '02-10', hours: ['09:30-12:00', '13:30-17:00'] } },
      days: { '2025-09-08': { is: 'rest' }, '2025-10-04/2025-10-06': { is: 'work', hours: ['10:00-12:00'] }, '2025-10-05': { is: 'rest' } },
    },
    byHand: {
      isKnown: until2026,
      isWorking: (day) => day === '2025-10-04' || day === '2025-10-06' || (day !== '2025-09-08' && arrangedWork(day)),
      hours: (day) => (day === '2025-10-04' || day === '2025-10-06' ? [[hour(10), hour(12)]]
        : day.slice(5) >= '05-01' && day.slice(5) <= '09-30' ? [[hour(8), hour(12)], [hour(15), hour(18)]]
        : day.slice(5) >= '12-15' || day.slice(5) <= '02-10' ? [[hour(9, 30), hour(12)], [hour(13, 30), hour(17)]]
        : [[hour(9), hour(12)], [hour(14), hour(18)]]),
    },
  },
  {
    spec: { base: 'none', week: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'], hours: { default: ['09:00-17:00'], sat: ['09:00-12:00'] } },
    byHand: { isKnown: () => true, isWorking: (day) => weekday(day) !== 0, hours: (day) => [[hour(9), weekday(day) === 6 ? hour(12) : hour(17)]] },
  },
];

const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'America/Havana'];
/** Every calendar in every zone. */
export const pairs: readonly { readonly calendar: Calendar; readonly byHand: NaiveCalendar }[] = zones.flatMap((zone) =>
  calendars.map(({ spec, byHand }) => ({ calendar: compileCalendar({ ...spec, zone }), byHand: { ...byHand, zone } })));

export const durationOf = (most: number, ...units: DurationUnit[]): fc.Arbitrary<Duration> =>
  fc.record({ amount: fc.integer({ min: 1, max: most }), unit: fc.constantFrom(...units) });
export const anyDuration: fc.Arbitrary<Duration> = fc.oneof(
  { weight: 5, arbitrary: durationOf(3000, 'minutes', 'working-minutes') },
  { weight: 5, arbitrary: durationOf(60, 'hours', 'working-hours') },
  { weight: 20, arbitrary: durationOf(25, 'days', 'working-days', 'working-days') },
  { weight: 8, arbitrary: durationOf(3, 'weeks', 'months') },
  { weight: 1, arbitrary: durationOf(1, 'years') },
);

export const anyPolicy: fc.Arbitrary<TimePolicy> = fc.record({
  countStart: fc.boolean(),
  moment: fc.boolean(),
  ends: fc.constantFrom('midnight', 'office', '17:30'),
  restDay: fc.constantFrom('next', 'stay'),
  hold: fc.constantFrom('whole-days', 'exact'),
});

/** Days on which something happens to the calendar: holidays, changes of the clocks, the end of what is known. */
const eventfulDay = fc.constantFrom('2025-09-24', '2025-01-22', '2011-12-29', '2024-02-27', '2026-12-25', '2023-03-09', '2023-11-02', '2018-02-15', '2018-10-31', '2024-10-01', '2024-04-03');
export const anyDay: fc.Arbitrary<Day> = fc.oneof(
  fc.tuple(eventfulDay, fc.integer({ min: -3, max: 8 })).map(([day, off]) => shift(day, off)),
  fc.integer({ min: 0, max: 6000 }).map((n) => shift('2011-01-01', n)),
);
