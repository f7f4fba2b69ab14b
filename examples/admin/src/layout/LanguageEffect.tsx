import { useLayoutEffect } from 'react';
import { useLocaleState } from 'react-admin';

/** Tells the browser, and with it the screen reader and the server, which language the page is in. */
export function LanguageEffect() {
  const [locale] = useLocaleState();
  useLayoutEffect(() => {
    document.documentElement.lang = locale === 'en' ? 'en' : 'zh-CN';
  }, [locale]);
  return null;
}
