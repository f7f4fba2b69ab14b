/** An exact fraction; its denominator is above zero. */
export interface Ratio { readonly over: bigint; readonly under: bigint }

/**
 * A number as the fraction that its decimal text says: `0.1` is one tenth, not the binary number nearest to it.
 * @example ratioOf(2.5) //=> { over: 25n, under: 10n }
 */
export const ratioOf = (value: number): Ratio | undefined => {
  const [, sign, whole, decimals = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  if (whole === undefined) return undefined;
  const digits = BigInt(`${sign}${whole}${decimals}`);
  const places = decimals.length - Number(exponent);
  return places > 0 ? { over: digits, under: 10n ** BigInt(places) } : { over: digits * 10n ** BigInt(-places), under: 1n };
};

/**
 * A share as a method writes it, a fraction or a percentage.
 * @example parseShare('66.7%') //=> { over: 667n, under: 1000n }
 */
export const parseShare = (text: string): Ratio | undefined => {
  const [, over, under] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  if (over !== undefined && under !== undefined) return BigInt(under) === 0n ? undefined : { over: BigInt(over), under: BigInt(under) };
  const [, whole, decimals = ''] = /^(\d+)(?:\.(\d+))?%$/.exec(text) ?? [];
  return whole === undefined ? undefined : { over: BigInt(whole + decimals), under: 100n * 10n ** BigInt(decimals.length) };
};

/** One divided by the other; nothing when the other is zero. */
export const divided = (a: Ratio, b: Ratio): Ratio | undefined => {
  if (b.over === 0n) return undefined;
  const sign = b.over < 0n ? -1n : 1n;
  return { over: sign * a.over * b.under, under: sign * a.under * b.over };
};

/** Negative, zero or positive as the first is below, the same as or above the second. */
export const compareRatios = (a: Ratio, b: Ratio): number => {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** A fraction in percent with at most two decimals, rounded half up, and whether that is exact. */
export const percentOf = ({ over, under }: Ratio): { readonly text: string; readonly exact: boolean } => {
  const scaled = over * 10_000n;
  const hundredths = floorDivided(2n * scaled + under, 2n * under);
  const digits = String(hundredths < 0n ? -hundredths : hundredths).padStart(3, '0');
  const text = `${hundredths < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '');
  return { text: `${text}%`, exact: scaled % under === 0n };
};

const floorDivided = (a: bigint, b: bigint): bigint => (a % b < 0n ? a / b - 1n : a / b);
