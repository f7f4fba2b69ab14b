/** An exact number: `top / bottom`, in lowest terms, the bottom above zero. */
export interface Fraction { readonly top: bigint; readonly bottom: bigint }

export const fraction = (top: bigint | number, bottom: bigint | number = 1n): Fraction => {
  const [a, b] = [BigInt(top), BigInt(bottom)];
  const shared = greatestCommon(a < 0n ? -a : a, b < 0n ? -b : b) * (b < 0n ? -1n : 1n);
  return { top: a / shared, bottom: b / shared };
};

/** A number as it is written: 0.9 is nine tenths, not what a machine makes of it. */
export const exactly = (written: number): Fraction => {
  const [, sign, whole, decimals = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(String(written)) ?? [];
  if (whole === undefined) throw new RangeError(`${written} is no number that can be written out`);
  const places = decimals.length - Number(exponent);
  const digits = BigInt(`${sign}${whole}${decimals}`);
  return places > 0 ? fraction(digits, 10n ** BigInt(places)) : fraction(digits * 10n ** BigInt(-places));
};

export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
export const minus = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.top, a.bottom * b.bottom);
/** Nothing where it is divided by zero. */
export const dividedBy = (a: Fraction, b: Fraction): Fraction | undefined => (b.top === 0n ? undefined : fraction(a.top * b.bottom, a.bottom * b.top));
/** Negative, zero or positive as the first is less than, as much as, or more than the second. */
export const compare = (a: Fraction, b: Fraction): number => {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
/** What stands before the point: of 7/2 three, of -7/2 minus three. */
export const wholePart = (a: Fraction): Fraction => fraction(a.top / a.bottom);

/** As people write it: `2/3`, or `3` where nothing is left over. */
export const fractionText = ({ top, bottom }: Fraction): string => (bottom === 1n ? String(top) : `${top}/${bottom}`);

/** The nearest number of the machine. */
export const numberOf = ({ top, bottom }: Fraction): number => {
  if (isSafe(top) && isSafe(bottom)) return Number(top) / Number(bottom);
  const whole = top / bottom;
  return Number(whole) + Number(((top - whole * bottom) * 10n ** 20n) / bottom) / 1e20;
};

const isSafe = (n: bigint): boolean => n <= BigInt(Number.MAX_SAFE_INTEGER) && n >= -BigInt(Number.MAX_SAFE_INTEGER);

const greatestCommon = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
};
