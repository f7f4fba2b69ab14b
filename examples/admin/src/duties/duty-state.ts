import type { Light } from '../providers/wire.ts';

/** How a count stands to what is wanted, as a light and a word: met, still wanting, missed for good, or more than there may be. */
export function dutyState({ count, min, max, met, over }: { readonly count: number; readonly min: number; readonly max?: number | undefined; readonly met: boolean; readonly over: boolean }): { readonly light: Light; readonly word: 'met' | 'wanting' | 'missed' | 'tooMany' } {
  if (max !== undefined && count > max) return { light: 'red', word: 'tooMany' };
  if (met) return { light: 'met', word: 'met' };
  return count < min && !over ? { light: 'yellow', word: 'wanting' } : { light: 'red', word: 'missed' };
}

/** What is wanted, in signs that both languages read: `≥ 1`, `1–3`, `≤ 10`. */
export const wanted = ({ min, max }: { readonly min: number; readonly max?: number | undefined }): string =>
  (max === undefined ? `≥ ${min}` : min === 0 ? `≤ ${max}` : min === max ? String(min) : `${min}–${max}`);
