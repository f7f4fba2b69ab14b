/** The units that a limit is written in. Working hours follow the office's hours, working days the State Council's arrangement. */
export type DurationUnit =
  | 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years'
  | 'working-minutes' | 'working-hours' | 'working-days';

/** A length of time as a method writes it, e.g. `{ amount: 3, unit: 'working-days' }` for `"3 working days"` or `"3个工作日"`. */
export interface Duration {
  readonly amount: number;
  readonly unit: DurationUnit;
}

/**
 * Reads a duration as people write it, in English or Chinese; full-width digits and Chinese numerals up to 99 are read too.
 * What is no positive whole number of a known unit, or longer than a hundred years (a slip of the finger), is refused.
 *
 * @example parseDuration('3个工作日') //=> { amount: 3, unit: 'working-days' }
 */
export function parseDuration(text: string): Duration | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const [, digits, word] = ENGLISH.exec(plain) ?? [];
  if (digits !== undefined) return checked(Number(digits), ENGLISH_UNITS[word!.replace(/[\s-]+/, ' ')]);
  const [, numeral, unit] = CHINESE.exec(plain) ?? [];
  if (numeral !== undefined) return checked(amountOf(numeral), CHINESE_UNITS[unit!.replace(/\s/g, '')]);
  return undefined;
}

/**
 * Writes a duration; the English spelling is the canonical one that a method keeps.
 *
 * @example formatDuration({ amount: 1, unit: 'working-days' }, 'en') //=> '1 working day'
 */
export function formatDuration({ amount, unit }: Duration, language: 'zh' | 'en'): string {
  if (language === 'zh') return `${amount}${CHINESE_SPELLING[unit]}`;
  const word = unit.replace('-', ' ');
  return `${amount} ${amount === 1 ? word.slice(0, -1) : word}`;
}

/** Does the unit run in hours and minutes, so that a limit in it ends at an instant and not with a day? */
export const isHourUnit = (unit: DurationUnit): boolean =>
  unit === 'hours' || unit === 'minutes' || unit === 'working-hours' || unit === 'working-minutes';

/** Milliseconds in a duration of minutes or hours, working ones included. */
export function durationMs({ amount, unit }: Duration): number {
  switch (unit) {
    case 'minutes': case 'working-minutes': return amount * 60_000;
    case 'hours': case 'working-hours': return amount * 3_600_000;
    default: throw new TypeError(`${unit} have no fixed length`);
  }
}

// --- the words ---

const ENGLISH = /^([1-9]\d*)\s*((?:working[\s-]+)?(?:minute|hour|day)s?|(?:week|month|year)s?)$/;
const ENGLISH_UNITS: Readonly<Record<string, DurationUnit>> = Object.fromEntries(
  (['minutes', 'hours', 'days', 'weeks', 'months', 'years', 'working-minutes', 'working-hours', 'working-days'] as const)
    .flatMap((unit) => [[unit.replace('-', ' '), unit], [unit.replace('-', ' ').slice(0, -1), unit]]),
);

const CHINESE = /^([1-9]\d*|[一二两三四五六七八九十]{1,3})\s*(\D+)$/;
const CHINESE_UNITS: Readonly<Record<string, DurationUnit>> = {
  分钟: 'minutes',
  小时: 'hours', 个小时: 'hours',
  天: 'days', 日: 'days', 自然日: 'days', 个自然日: 'days',
  周: 'weeks', 星期: 'weeks', 个星期: 'weeks',
  个月: 'months',                                   // 3月 is March, not three months
  年: 'years',
  工作分钟: 'working-minutes', 个工作分钟: 'working-minutes',
  工作小时: 'working-hours', 个工作小时: 'working-hours',
  工作日: 'working-days', 个工作日: 'working-days',
};

const CHINESE_SPELLING: { readonly [U in DurationUnit]: string } = {
  minutes: '分钟', hours: '小时', days: '天', weeks: '周', months: '个月', years: '年',
  'working-minutes': '个工作分钟', 'working-hours': '个工作小时', 'working-days': '个工作日',
};

const CHINESE_DIGITS = '零一二三四五六七八九';

function amountOf(numeral: string): number {
  if (/^\d/.test(numeral)) return Number(numeral);
  const [, tens, ten, ones] = /^([二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(numeral.replace(/^两$/, '二')) ?? [];
  if (ten === undefined || (tens !== '' && ten === '' && ones !== '')) return NaN;
  if (ten === '') return CHINESE_DIGITS.indexOf(tens! + ones!);
  return (tens === '' ? 1 : CHINESE_DIGITS.indexOf(tens!)) * 10 + (ones === '' ? 0 : CHINESE_DIGITS.indexOf(ones!));
}

/** More than this of a unit is a slip of the finger: a hundred years. */
const MOST: { readonly [U in DurationUnit]: number } = {
  minutes: 52_560_000, hours: 876_000, days: 36_500, weeks: 5_200, months: 1_200, years: 100,
  'working-minutes': 12_000_000, 'working-hours': 200_000, 'working-days': 25_000,
};

const checked = (amount: number, unit: DurationUnit | undefined): Duration | undefined =>
  unit !== undefined && amount >= 1 && amount <= MOST[unit] ? { amount, unit } : undefined;
