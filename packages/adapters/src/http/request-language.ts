import { accepts } from 'hono/accepts';
import type { Context } from 'hono';

export type Language = 'zh' | 'en';

/** The language of the sentences in an answer: by `Accept-Language`, Chinese when nothing is said. */
export const languageOf = (c: Context): Language => accepts(c, {
  header: 'Accept-Language', supports: ['zh', 'en'], default: 'zh',
  match: (wanted, { supports, default: fallback }) =>
    [...wanted].sort((a, b) => b.q - a.q).map(({ type }) => type.split('-')[0]!.toLowerCase()).find((tag) => supports.includes(tag)) ?? fallback,
}) as Language;
