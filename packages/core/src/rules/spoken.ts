import type { Words } from '../issues/issue.ts';

/** The same word in both languages: a name, a number, a date. */
export const same = (text: string | number): Words => ({ zh: String(text), en: String(text) });

/** A word of a document quoted inside a sentence: 「问题类别为“问题挂牌”」; what it quotes itself gets single marks. */
export const quoted = ({ zh, en }: Words): Words => ({ zh: `“${zh.replaceAll('“', '‘').replaceAll('”', '’')}”`, en: `"${en.replaceAll('"', "'")}"` });

/** Builds a sentence in both languages from parts that are words themselves. */
export const say = (zh: string, en: string, ...parts: readonly Words[]): Words => ({
  zh: zh.replace(/\{(\d)\}/g, (_, n: string) => parts[Number(n)]?.zh ?? ''),
  en: en.replace(/\{(\d)\}/g, (_, n: string) => parts[Number(n)]?.en ?? ''),
});

/** Several words in a row, joined as each language joins them. */
export const joined = (words: readonly Words[], zh: string, en: string): Words => ({
  zh: words.map((each) => each.zh).join(zh),
  en: words.map((each) => each.en).join(en),
});
