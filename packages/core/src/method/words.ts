import type { Words } from '../issues/issue.ts';
import type { Text } from './names.ts';

/** A text in both languages: a plain string is both, and a missing English falls back to the Chinese. */
export const wordsOf = (text: Text): Words =>
  typeof text === 'string' ? { zh: text, en: text } : { zh: text.zh, en: text.en ?? text.zh };
