import { type Texts, en } from './i18n/en.ts';
import { zh } from './i18n/zh.ts';
import { recall, store } from './memory.ts';
import type { Words } from './wire.ts';

export type Language = 'zh' | 'en';

/** How the page looks: its language, and large print for whoever needs it (适老化). Kept on the telephone. */
export const language = (): Language => recall<Language>('language') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
export const isLarge = (): boolean => recall<boolean>('large') ?? false;

export const texts = (): Texts => (language() === 'zh' ? zh : en);
export const said = (words: Words | undefined): string => words?.[language()] ?? '';

/** Makes the page look as it is asked to. */
export function applyLook(change: { readonly language?: Language; readonly large?: boolean } = {}): void {
  for (const [name, value] of Object.entries(change)) store(name, value);
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
  document.title = texts().title;
  document.documentElement.classList.toggle('large', isLarge());
}

/** A moment as people read it, in the district's own time, which is how it is written. */
export const shownAt = (iso: string): string => iso.slice(0, 16).replace('T', ' ');
