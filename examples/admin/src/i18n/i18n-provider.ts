import polyglotI18nProvider from 'ra-i18n-polyglot';
import { zh } from './zh.ts';

/** Chinese comes with the page; English is fetched when it is chosen. Options are the fourth argument: as the third they are lost when the language changes. */
export const i18nProvider = polyglotI18nProvider(
  (locale) => (locale === 'en' ? import('./en.ts').then(({ en }) => en) : zh),
  'zh',
  [{ locale: 'zh', name: '中文' }, { locale: 'en', name: 'English' }],
);
