/** @jsxImportSource preact */
import { waiting } from './drafts.ts';
import { applyLook, isLarge, language, said, texts } from './look.ts';
import type { Words } from './wire.ts';

/** The title, large print and language, and the three parts of the page. */
export function TopBar({ part, district, onLook }: { readonly part: string; readonly district: Words | undefined; readonly onLook: () => void }) {
  const t = texts();
  const change = (look: Parameters<typeof applyLook>[0]) => () => { applyLook(look); onLook(); };
  const here = part === 'mine' || part === 'report' ? 'mine' : part === 'public' ? 'public' : '';
  const parts = [['', t.report], ['mine', `${t.mine}${waiting().length > 0 ? ` (${waiting().length})` : ''}`], ['public', t.published]] as const;
  return (
    <header>
      <div class="bar">
        <strong>{t.title}</strong>
        <span class="looks">
          <button type="button" aria-pressed={isLarge()} onClick={change({ large: !isLarge() })}>{isLarge() ? t.normal : t.large}</button>
          <button type="button" lang={language() === 'zh' ? 'en' : 'zh-CN'} onClick={change({ language: language() === 'zh' ? 'en' : 'zh' })}>{t.other}</button>
        </span>
      </div>
      {district && <p class="district">{said(district)}</p>}
      <nav aria-label={t.title}>{parts.map(([name, label]) => <a key={name} href={`#/${name}`} aria-current={here === name ? 'page' : undefined}>{label}</a>)}</nav>
    </header>
  );
}
