import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../calendar/index.ts';
import { factTime } from './fact-time.ts';
import { moment } from './small-method.fixture.ts';

const time = factTime(compileCalendar({ hours: ['09:00-12:00', '14:00-18:00'] }));

/** In 2021 the first week of October is a holiday; Sunday 26 September and Saturday 9 October are worked for it. */
describe('a moment that a condition moves earlier', () => {
  it.each([
    ['by a working day: the Saturday that is made up', '2021-10-11 10:00', '1 working day', '2021-10-09 10:00'],
    ['by three: that Saturday, the Friday, the last day of September', '2021-10-11 10:00', '3 working days', '2021-09-30 10:00'],
    ['by a working day from a rest day: all of the working day before it', '2021-10-10 10:00', '1 working day', '2021-10-09 00:00'],
    ['by working hours over a Sunday: one of Monday, three of Saturday', '2021-10-11 10:00', '4 working hours', '2021-10-09 15:00'],
    ['by a month from a 31st: the last day of February', '2021-03-31 10:00', '1 month', '2021-02-28 10:00'],
    ['by a month from the 30th in a leap year', '2024-03-30 10:00', '1 month', '2024-02-29 10:00'],
    ['by a year from a leap day', '2024-02-29 10:00', '1 year', '2023-02-28 10:00'],
    ['by days', '2021-10-11 10:00', '11 days', '2021-09-30 10:00'],
    ['by elapsed hours', '2021-10-11 10:00', '36 hours', '2021-10-09 22:00'],
  ])('%s', (_rule, from, by, expected) => expect(time.add(moment(from), by, -1)).toBe(moment(expected)));
});

describe('a moment that a condition moves later', () => {
  it.each([
    ['by three working days past the holiday', '2021-09-30 10:00', '3 working days', '2021-10-11 10:00'],
    ['by a month from a 31st', '2021-01-31 10:00', '1 month', '2021-02-28 10:00'],
    ['by days to a rest day, where it stays', '2021-10-08 10:00', '2 days', '2021-10-10 10:00'],
  ])('%s', (_rule, from, by, expected) => expect(time.add(moment(from), by, 1)).toBe(moment(expected)));
});

describe('a day that a condition moves', () => {
  it.each([
    ['three working days earlier', '2021-10-11', '3 working days', -1, '2021-09-30'],
    ['a month earlier', '2021-03-31', '1 month', -1, '2021-02-28'],
    ['a day of hours earlier', '2021-10-11', '24 hours', -1, '2021-10-10'],
    ['a day of hours later', '2021-10-11', '24 hours', 1, '2021-10-12'],
    ['eight working hours later: seven of Friday, one of the Saturday that is made up', '2021-10-08', '8 working hours', 1, '2021-10-09'],
    ['by what is no duration: not at all', '2021-10-08', 'soon', 1, '2021-10-08'],
  ] as const)('%s', (_rule, day, by, sign, expected) => expect(time.add(day, by, sign)).toBe(expected));
});
