/** 2025 as the State Council's notice has it, typed by hand: the yardstick does not read what any package ships. */
const rest = [
  '01-01', '01-28', '01-29', '01-30', '01-31', '02-01', '02-02', '02-03', '02-04', '04-04', '04-05', '04-06', '05-01', '05-02', '05-03', '05-04', '05-05',
  '05-31', '06-01', '06-02', '10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07', '10-08',
];
const madeUp = ['01-26', '02-08', '04-27', '09-28', '10-11'];

export const DAY = 86_400_000;
/** China keeps one offset. */
export const OFFSET = 8 * 3_600_000;
export const HOUR = 3_600_000;
/** The number of 2025-01-01, in days since 1970. */
export const FIRST = Date.UTC(2025, 0, 1) / DAY;

export const holidays: readonly string[] = rest.map((day) => `2025-${day}`);
export const makeUpDays: readonly string[] = madeUp.map((day) => `2025-${day}`);
/** Every day of the year on which nobody works, weekends included. */
export const textOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

const holidaySet = new Set(holidays);
const makeUpSet = new Set(makeUpDays);
export const isWorked = (text: string): boolean => {
  const weekday = new Date(`${text}T00:00:00Z`).getUTCDay();
  return makeUpSet.has(text) || (weekday !== 0 && weekday !== 6 && !holidaySet.has(text));
};
export const daysOff: readonly string[] = Array.from({ length: 365 }, (_, n) => textOf(FIRST + n)).filter((day) => !isWorked(day));

/** 273 beginnings, 1 January to 30 September: midnight for days, seven hours of the day in turn for hours. */
const clock = [8 * HOUR, 9 * HOUR, 10 * HOUR + 17 * 60_000, 12.5 * HOUR, 15.75 * HOUR, 18 * HOUR, 19 * HOUR + 5 * 60_000];
export const startDays: readonly number[] = Array.from({ length: 273 }, (_, n) => FIRST + n);
export const midnights: readonly number[] = startDays.map((day) => day * DAY - OFFSET);
export const moments: readonly number[] = midnights.map((at, n) => at + clock[n % clock.length]!);
