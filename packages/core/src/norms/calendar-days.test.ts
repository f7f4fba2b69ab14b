import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WEEKDAYS, compileCalendar, dayNumber, dayOf } from '../calendar/index.ts';
import { shift } from '../calendar/due.reference.ts';
import type { CalendarDays } from '../method/norm-schema.ts';
import { naiveDueDays } from './calendar-days.reference.ts';
import { dueDays, isDueDay } from './calendar-days.ts';

const { numbered } = compileCalendar({});
const due = (on: CalendarDays, first: string, last: string): readonly string[] => dueDays(on, dayNumber(first), dayNumber(last), numbered).map(dayOf);

/** July 2024 begins on a Monday and has no holiday. The first week of October 2024 is one; Sunday 29 September and Saturday 12 October are worked for it. */
describe('a duty on days of the calendar is due', () => {
  it.each<[string, CalendarDays, string, string, readonly string[]]>([
    ['on the 4th, 14th and 24th, rest day or not', { monthDays: [4, 14, 24] }, '2024-07-01', '2024-07-31', ['2024-07-04', '2024-07-14', '2024-07-24']],
    ['with the next working day where the 14th is a Sunday', { monthDays: [4, 14, 24], restDay: 'next' }, '2024-07-01', '2024-07-31', ['2024-07-04', '2024-07-15', '2024-07-24']],
    ['with the last working day before it', { monthDays: [14], restDay: 'before' }, '2024-07-01', '2024-07-31', ['2024-07-12']],
    ['not at all that time', { monthDays: [4, 14, 24], restDay: 'skip' }, '2024-07-01', '2024-07-31', ['2024-07-04', '2024-07-24']],
    ['after the holiday', { monthDays: [4], restDay: 'next' }, '2024-10-01', '2024-10-31', ['2024-10-08']],
    ['on a Sunday that is worked', { monthDays: [29], restDay: 'next' }, '2024-09-01', '2024-09-30', ['2024-09-29']],
    ['once where two are moved to one day', { monthDays: [13, 14, 15], restDay: 'next' }, '2024-07-01', '2024-07-31', ['2024-07-15']],
    ['in the month into which it is moved', { monthDays: [31], restDay: 'next' }, '2024-09-01', '2024-09-30', ['2024-09-02']],
    ['not in the month out of which it is moved', { monthDays: [31], restDay: 'next' }, '2024-08-01', '2024-08-31', []],
    ['only in its months, by the day that is named', { monthDays: [31], months: [8], restDay: 'next' }, '2024-07-01', '2024-09-30', ['2024-09-02']],
    ['on the last day of the month, also in a leap year', { last: true }, '2024-02-01', '2024-03-31', ['2024-02-29', '2024-03-31']],
    ['never on a 31st that there is not', { monthDays: [31] }, '2024-06-01', '2024-06-30', []],
    ['on weekdays', { weekdays: ['fri'] }, '2024-07-08', '2024-07-21', ['2024-07-12', '2024-07-19']],
    ['on the first and the third working day after a holiday', { workingDays: [1, 3] }, '2024-10-01', '2024-10-31', ['2024-10-08', '2024-10-10']],
    ['on the fifth working day, a Saturday that is made up', { workingDays: [5] }, '2024-10-01', '2024-10-31', ['2024-10-12']],
    ['on the last and the last but one working day', { workingDays: [-1, -2] }, '2024-09-01', '2024-09-30', ['2024-09-29', '2024-09-30']],
    ['on the fifteenth and the last day, the weekend before', { monthDays: [15], last: true, restDay: 'before' }, '2024-06-01', '2024-06-30', ['2024-06-14', '2024-06-28']],
  ])('%s', (_rule, on, first, last, expected) => expect(due(on, first, last)).toEqual(expected));
});

const anyDays: fc.Arbitrary<CalendarDays> = fc.record({
  monthDays: fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 3 }),
  weekdays: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 2 }),
  last: fc.constant(true as const),
  workingDays: fc.uniqueArray(fc.integer({ min: -23, max: 23 }), { minLength: 1, maxLength: 3 }),
  months: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }),
  restDay: fc.constantFrom('stay', 'next', 'before', 'skip'),
}, { requiredKeys: [] });
const anyStretch = fc.tuple(fc.integer({ min: 0, max: 14 * 365 }), fc.integer({ min: 0, max: 70 })).map(([start, length]) => {
  const first = shift('2012-01-01', start);
  return { first, last: shift(first, length) };
});

it('is due on the days of a slow reference that walks the calendar, holidays and make-up days included, wherever the stretch is cut', () => {
  fc.assert(fc.property(anyDays, anyStretch, (on, { first, last }) => {
    expect(due(on, first, last)).toEqual(naiveDueDays(on, first, last));
    const inside = shift(first, Math.floor((dayNumber(last) - dayNumber(first)) / 2));
    expect(isDueDay(on, dayNumber(inside), numbered)).toBe(naiveDueDays(on, first, last).includes(inside));
  }), { numRuns: 1500 });
});
