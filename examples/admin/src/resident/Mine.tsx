/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { taken, untake, waiting } from './drafts.ts';
import { shownAt, texts } from './look.ts';
import { LookUp } from './LookUp.tsx';

/** What was reported from this telephone, and what waits for a line. */
export function Mine({ district }: { readonly district: string }) {
  const t = texts();
  const [, again] = useState(0);
  const [unsent, own] = [waiting().filter((each) => each.district === district), taken().filter((each) => each.district === district)];
  return (
    <>
      <h1>{t.mine}</h1>
      {unsent.map(({ body, title }) => <section key={body.code} class="alert"><h2>{t.waitsTitle}</h2><p>{title}</p><p>{t.waits}</p></section>)}
      {own.length === 0 && unsent.length === 0 && <p class="note">{t.none}</p>}
      <ul class="list">
        {own.map((report) => (
          <li key={report.id}>
            <a class="row" href={`#/report/${encodeURIComponent(report.id)}`}>{report.id} {report.title} <small>{report.unitLabel} {shownAt(report.at)}</small></a>
            <button type="button" class="quiet small" aria-label={`${t.forget} ${report.id}`} onClick={() => { untake(report); again((n) => n + 1); }}>{t.forget}</button>
          </li>
        ))}
      </ul>
      <LookUp district={district} />
    </>
  );
}
