import { useLocaleState } from 'react-admin';
import type { Words } from '../providers/wire.ts';

/** Says what the server sends in both languages in the one that the page is in. */
export function useWords(): (words: Words | null | undefined) => string {
  const [locale] = useLocaleState();
  return (words) => words?.[locale === 'en' ? 'en' : 'zh'] ?? '';
}
