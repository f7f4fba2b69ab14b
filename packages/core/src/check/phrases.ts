import { formatDuration, parseDuration } from '../calendar/index.ts';
import type { Words } from '../issues/issue.ts';
import type { Method } from '../method/method-schema.ts';
import type { Text } from '../method/names.ts';
import { wordsOf } from '../method/words.ts';

/** One article of a described method: what it is about, its sentences, where it comes from. */
export interface Article {
  readonly head?: Words;
  readonly lines: readonly Words[];
  readonly source?: Text | undefined;
  readonly note?: Text | undefined;
}

/** Words with other words put in: `{0}`, `{1}` … */
export const say = (zh: string, en: string, ...parts: readonly Words[]): Words => ({
  zh: zh.replace(/\{(\d)\}/g, (_, i) => parts[Number(i)]!.zh), en: en.replace(/\{(\d)\}/g, (_, i) => parts[Number(i)]!.en),
});

export const quoted = (words: Words): Words => ({ zh: `“${words.zh}”`, en: `"${words.en}"` });

/** Several words in a row: 甲、乙. */
export const listed = (words: readonly Words[], zh = '、', en = ', '): Words => ({ zh: words.map((word) => word.zh).join(zh), en: words.map((word) => word.en).join(en) });

/** Nothing where there is nothing to say. */
export const some = (names: readonly unknown[], words: () => Words): readonly Words[] => (names.length > 0 ? [words()] : []);

/** The label of a named thing, or its name where there is none. */
export const labelIn = (section: Readonly<Record<string, { readonly label: Text }>> | undefined, name: string): Words => {
  const found = section?.[name];
  return found === undefined ? { zh: name, en: name } : wordsOf(found.label);
};

/** The label of a kind of case or of a subject. */
export const kindLabel = (name: string, { kinds, subjects }: Pick<Method, 'kinds' | 'subjects'>): Words => labelIn(Object.hasOwn(kinds, name) ? kinds : subjects, name);

export const keys = (named: object | undefined): readonly string[] => Object.keys(named ?? {});

/** A duration in both languages; what cannot be read stands as it is written. */
export const spanOf = (text: string): Words => {
  const duration = parseDuration(text);
  return duration === undefined ? { zh: text, en: text } : { zh: formatDuration(duration, 'zh'), en: formatDuration(duration, 'en') };
};

/** 第十二条: numerals as documents number their articles. */
export function chineseNumeral(n: number): string {
  const digits = '零一二三四五六七八九';
  if (n >= 100) {
    const rest = n % 100;
    return `${digits[Math.floor(n / 100)]}百${rest === 0 ? '' : rest < 10 ? `零${digits[rest]}` : `${rest < 20 ? '一' : ''}${chineseNumeral(rest)}`}`;
  }
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`}${ones === 0 && tens > 0 ? '' : digits[ones]}`;
}
