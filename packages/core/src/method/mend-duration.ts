import { formatDuration, parseDuration, type DurationUnit } from '../calendar/duration.ts';
import type { Words } from '../issues/issue.ts';

/**
 * The length of time that was probably meant by one that cannot be read.
 *
 * @example mendDuration('2紧急工作时') //=> { zh: '2个工作小时', en: '2 working hours' }
 */
export function mendDuration(text: string): Words | undefined {
  const plain = text.normalize('NFKC').toLowerCase();
  const [amount, unit] = summed(plain.match(PARTS) ?? [plain]) ?? [];
  if (unit === undefined || amount === undefined) return undefined;
  const working = /工作|办公|work|business|\bwd/.test(plain);
  const [whole, fitting] = wholeOf(amount, unit);
  const wanted = working && ['minutes', 'hours', 'days'].includes(fitting) ? (`working-${fitting}` as DurationUnit) : fitting;
  const duration = { amount: whole, unit: wanted };
  const [zh, en] = [formatDuration(duration, 'zh'), formatDuration(duration, 'en')];
  return Number.isInteger(whole) && parseDuration(en) !== undefined ? { zh, en } : undefined;
}

type Plain = 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years';

// --- the words ---

const UNITS: readonly (readonly [RegExp, Plain])[] = [
  [/分|min|\d\s*m$/, 'minutes'],
  [/小时|钟头|时|hour|hr|\d\s*h$/, 'hours'],
  [/周|星期|礼拜|week|wk|\d\s*w$/, 'weeks'],
  [/日|天|day|\d\s*w?d$/, 'days'],
  [/月|mon/, 'months'],
  [/年|year|yr|\d\s*y$/, 'years'],
];

function amountIn(text: string): number | undefined {
  const digits = /\d+(?:\.\d+)?/.exec(text)?.[0];
  if (digits !== undefined) return Number(digits);
  const numeral = /[一二两三四五六七八九十]{1,3}/.exec(text)?.[0];
  return numeral === undefined ? undefined : parseDuration(`${numeral}天`)?.amount;
}

/** Each number with what follows it; of two, the smaller unit is taken where one goes into the other: days are no hours, months no days. */
const PARTS = /(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]{1,3})[^\d一二两三四五六七八九十]*/g;
const GOES_INTO: Readonly<Record<string, number>> = { 'hours minutes': 60, 'weeks days': 7, 'years months': 12 };

function summed(parts: readonly string[]): readonly [number, Plain] | undefined {
  const read = parts.map((part) => [amountOf(part), unitOf(part)] as const);
  const [[amount, unit], second] = [read[0]!, read[1]];
  if (amount === undefined || unit === undefined || read.length > 2) return undefined;
  if (second === undefined) return [amount, unit];
  const [less, smaller] = second;
  const times = GOES_INTO[`${unit} ${smaller}`];
  return times === undefined || less === undefined ? undefined : [amount * times + less, smaller!];
}

const unitOf = (text: string): Plain | undefined => UNITS.find(([pattern]) => pattern.test(text.trim()))?.[1];
/** 半小时, 两小时半. */
const amountOf = (text: string): number | undefined => {
  const whole = amountIn(text);
  return !text.includes('半') ? whole : (whole ?? 0) + 0.5;
};

/** Half an hour is thirty minutes; half a month fifteen days (《民法典》 leaves it to usage, offices count fifteen). */
function wholeOf(amount: number, unit: Plain): readonly [number, Plain] {
  if (Number.isInteger(amount)) return [amount, unit];
  if (unit === 'hours') return [amount * 60, 'minutes'];
  if (unit === 'months' && amount === 0.5) return [15, 'days'];
  if (unit === 'years') return [amount * 12, 'months'];
  return unit === 'days' ? [amount * 24, 'hours'] : [amount, unit];
}
